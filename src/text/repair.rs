//! What was changed on the way from the text that was typed to the value that is kept.

use serde::{Deserialize, Serialize};

use super::visible;

/// What was typed, what is kept, and why they differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// The text as it was typed or pasted.
    pub typed: String,
    /// The canonical form.
    pub kept: String,
    /// Each thing that was mended, in the order it was done; never empty.
    pub mends: Vec<Mend>,
}

impl Repair {
    /// Whether only spaces, punctuation or capitals moved, which is not worth a person's time.
    pub fn is_only_layout(&self) -> bool {
        self.mends.iter().all(Mend::is_layout)
    }
}

/// How a value came to be in its box, which decides who is said to have spoilt it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entered {
    /// A person typed or pasted it into the box.
    ByHand,
    /// It stood in a list that was brought in.
    FromList,
}

impl Repair {
    /// "7700900123 → 07700 900123: the spreadsheet dropped the 0." Layout is named only where it is
    /// all there is to name.
    pub fn in_words(&self, entered: Entered) -> String {
        let worth_naming = |mend: &&Mend| self.is_only_layout() || !mend.is_layout();
        let why: Vec<&str> = self.mends.iter().filter(worth_naming).map(|mend| mend.why(entered)).collect();
        format!("{} → {}: {}.", visible(self.typed.trim()), self.kept, why.join(", "))
    }
}

/// One kind of mending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mend {
    /// Spaces, dashes, dots or brackets were moved or removed.
    Layout,
    /// Upper case became lower case, or the other way round.
    Case,
    /// Characters that cannot be seen were removed.
    Invisible,
    /// Full-width or other digits became plain ones.
    Digits,
    /// +44, 0044 or 44 became the leading 0.
    CountryCode,
    /// The leading 0 was not there: a spreadsheet that reads a number drops it.
    LostZero,
    /// A letter stood for the digit that looks like it, such as O for 0, or the other way round.
    LookAlike,
    /// The value was taken out of a web address or a link.
    PastedAddress,
    /// Words around the value were left out.
    SurroundingText,
    /// Quotation marks or apostrophes were made plain, or removed.
    Quotes,
    /// A full stop or comma at the end was removed.
    TrailingPunctuation,
    /// Full-width letters and signs, as East Asian keyboards type them, became plain ones.
    FullWidth,
    /// Spaces inside a value that can hold none were removed. Not [`Mend::Layout`]: they may have
    /// stood for a character, so a person should see the result.
    InnerSpaces,
}

impl Mend {
    /// Whether only the layout of the value changed, and nothing it is made of.
    fn is_layout(&self) -> bool {
        matches!(self, Mend::Layout | Mend::Case)
    }

    /// The end of the sentence "7700900123 → 07700 900123: …".
    pub fn why(&self, entered: Entered) -> &'static str {
        match self {
            Mend::Layout => "the spaces and punctuation were tidied",
            Mend::Case => "the capital letters were tidied",
            Mend::Invisible => "characters that cannot be seen were taken out",
            Mend::Digits => "the digits were made plain",
            Mend::CountryCode => "the country code became 0",
            Mend::LostZero => match entered {
                Entered::ByHand => "we added the 0",
                Entered::FromList => "the spreadsheet dropped the 0",
            },
            Mend::LookAlike => "a letter and a digit that look alike were swapped",
            Mend::PastedAddress => "it was taken out of a web address",
            Mend::SurroundingText => "the words around it were left out",
            Mend::Quotes => "the quotation marks and apostrophes were tidied",
            Mend::TrailingPunctuation => "the full stop or comma at the end was taken out",
            Mend::FullWidth => "the wide letters were made plain",
            Mend::InnerSpaces => "the spaces inside it were taken out",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repair(mends: &[Mend]) -> Repair {
        Repair { typed: " 7700900123 ".into(), kept: "07700 900123".into(), mends: mends.into() }
    }

    #[test]
    fn layout_is_named_only_where_nothing_else_changed() {
        let mends = [Mend::Layout, Mend::LostZero];
        assert_eq!(
            repair(&mends).in_words(Entered::FromList),
            "7700900123 → 07700 900123: the spreadsheet dropped the 0."
        );
        assert_eq!(repair(&mends).in_words(Entered::ByHand), "7700900123 → 07700 900123: we added the 0.");
        assert_eq!(
            repair(&[Mend::Layout]).in_words(Entered::ByHand),
            "7700900123 → 07700 900123: the spaces and punctuation were tidied."
        );
    }

    #[test]
    fn spaces_that_may_have_stood_for_a_character_are_more_than_layout() {
        assert!(repair(&[Mend::Layout, Mend::Case]).is_only_layout());
        assert!(!repair(&[Mend::InnerSpaces]).is_only_layout());
    }
}
