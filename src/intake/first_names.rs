//! First names that are common among those who work in care in England, from wherever they come. They tell which
//! of two words is the first name where nothing else in a list does; nobody's name is judged by them.

use super::letters::without_accents;
use super::words::lists;
use crate::text::lowercase;

/// Whether the word is one of them, with or without its accents.
pub(super) fn is_common(word: &str) -> bool {
    let word = without_accents(&lowercase(word));
    lists(COMMON, word.trim_end_matches('.'))
}

/// Without those that are as common as last names: James, Thomas, Grace, Joseph, Ali.
const COMMON: &str = "\
    aaron abdul abigail abimbola adam adriana agnes agnieszka ahmed aisha alan aleksandra alexander alexandra \
    alexandru alice alicia alina alison amanda amina amy ana anca andreea andrew andrzej angela anita ann anna anne annette \
    anthony antonio ashley babatunde barbara beata becky ben benjamin beth blessing bogdan bozena brenda brian bronwen carol \
    caroline catherine cheryl chidi chiara chioma chloe christina christine christopher claire cleo colin craig cristina dan \
    daniel daniela dariusz dave david dawn deborah debra denise diana diane dilys donna dorota edward elaine eleanor \
    elena elizabeth ellen ellie emily emma emmanuel eve ewa ewelina fatima faye fiona florin frances gabriela gail gareth \
    gary gemma geraldine gillian giulia gordana grazyna hannah harriet hazel heather helen hilary ibrahim ioana ionut \
    irina isabel izabela jacek jack jackie jacqueline jakub jan jane janet janice jason jayne jean jelena jenna jennifer jenny jessica \
    jill jiri joan joanna joanne jodie john joao jolanta jonathan jose joyce juan judith julia julie justyna kamila karen \
    karolina katarzyna kate katherine kathleen katie kayleigh kelly kerry kevin kirsty krystyna krzysztof laura lauren leah leanne \
    lesley linda lisa liz lorraine louise lucia lucja lucy lukasz lynn lynne malgorzata mandy marcin marek margaret maria \
    mariana marie marion marius mark marta martyna mary maryam mateusz matthew maureen megan melanie michael michal michelle \
    mihai milena mohamed mohammad mohammed monica monika muhammad natalia natalie natasha nicola nicole nikki ngozi \
    olga olivia oluwaseun oluwaseyi omar pamela patricia paul paula pauline pawel peter philip piotr priya rachel rajesh rebecca rhian \
    rhiannon robert rosemary roxana ruth ryan sadia sally samantha samuel sandra sara sarah sean sharon sheila shirley shona sian \
    simon simona sophie stacey stefan stephanie stephen steven sue suresh susan svetlana sylwia tamara tanya tariq temitope teresa \
    tina tomasz tracey tracy urszula valerie vanessa veronica vicky victoria violeta wayne wendy wioletta yasmin yetunde \
    yvonne zainab zoe zofia zoltan zuzana";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_names_are_known_with_their_accents_and_last_names_are_not() {
        for name in ["Anna", "ŁUKASZ", "Siân", "João", "zofia"] {
            assert!(is_common(name), "{name}");
        }
        for name in ["Nowak", "James", "Smith", "Okafor", "Lee", ""] {
            assert!(!is_common(name), "{name}");
        }
    }
}
