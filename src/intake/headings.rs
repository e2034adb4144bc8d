//! What people write above their columns, in the languages of the care workforce, and how they say who owns a
//! mailbox.

use super::letters;
use super::meaning::Meaning;
use super::words::lists;
use crate::application::MailboxRole;
use crate::text::lowercase;

/// What a heading says its column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Heading {
    /// What it is called, if it is something we look for.
    pub meaning: Option<Meaning>,
    /// How surely, in points: 100 for the very name of it.
    pub weight: i32,
    /// Whose values its column holds.
    pub owner: Owner,
}

/// Whose values a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Owner {
    /// The person's own.
    #[default]
    Person,
    /// The person's, at home or at work: a number may be a landline's.
    Place,
    /// Perhaps somebody else's: in a list of managers, "Manager email" is the person's. Taken where no
    /// other column is there.
    Perhaps,
    /// Another person's, or nobody's. Never taken.
    Another,
}

/// Names of each meaning, without spaces, punctuation, accents and capitals; the surer list first. In order:
/// English, Polish, Romanian, Bulgarian, Hungarian, Lithuanian and Latvian, Portuguese and Spanish, Italian, French,
/// German, Welsh, Filipino, Czech and Slovak, Russian and Ukrainian, Croatian, Dutch, Turkish.
const NAMES: [(Meaning, &str, &str); 8] = [
    (
        Meaning::FirstName,
        "firstname firstnames forename forenames givenname givennames christianname fname legalfirstname \
         imie imiona pierwszeimie prenume prenumele собственоиме keresztnev utonev vardai primeironome \
         primernombre prenom prenoms vorname vornamen enwcyntaf unangpangalan krestnijmeno krstnemeno voornaam \
         fornamn ad adi",
        "first given initial initials firstinitial nome nombre nombres vardas vards jmeno meno ime име имя імя",
    ),
    (
        Meaning::LastName,
        "lastname lastnames surname surnames familyname secondname lname legallastname nazwisko nume \
         numedefamilie numeledefamilie фамилия фамилноиме прізвище vezeteknev csaladnev pavarde uzvards apelido apelidos sobrenome \
         apellido apellidos primerapellido cognome cognomi nom nomdefamille nachname familienname zuname cyfenw \
         apelyido prijmeni priezvisko prezime achternaam efternamn soyad soyadi",
        "last family second",
    ),
    (
        Meaning::FullName,
        "fullname name names staffname staffnames nameofstaff employeename nameofemployee personname staffmember \
         staffmembername nameofstaffmember membername nameofperson workername carername colleaguename nameinfull \
         displayname completename teammember firstnamelastname firstandlastname firstnameandsurname firstnamesurname \
         forenamesurname forenameandsurname surnameforename surnamefirstname lastnamefirstname namesurname \
         nameandsurname nameofcarer nameofemployees imieinazwisko nazwiskoiimie imienazwisko nazwiskoimie numesiprenume \
         numeprenume prenumesinume numecomplet numeleprenumele имеифамилия тритеимена имена teljesnev nev \
         vardaspavarde vardasirpavarde nomecompleto nombrecompleto nombreyapellido nombreyapellidos \
         apellidosynombre nomeecognome cognomeenome nominativo nomcomplet nometprenom nomprenom prenometnom \
         vollername vorundnachname vornamenachname enwllawn enw pangalan buongpangalan jmenoaprijmeni \
         menoapriezvisko фио піб imeiprezime adsoyad emri",
        "staff user username employee person worker colleague carer member individual who personal empleado mitarbeiter \
         pracownik angajat служител munkatars darbuotojas колега",
    ),
    (
        Meaning::PreferredName,
        "preferredname preferredfirstname knownas knownasname nickname likestobecalled calledname",
        "preferred",
    ),
    (
        Meaning::Email,
        "mail mailaddress mailid primarysmtpaddress mejl mailadresse posta pasto ebost elpastas \
         epasts elpasts",
        "userprincipalname upn",
    ),
    (
        Meaning::Mobile,
        "mobile mobiles mob mobno mobnumber mobnum mobtel mobphone mobilephone cell cellphone cellnumber telmob handy handynummer \
         gsm komorka portable whatsapp",
        "phone phonenumber phoneno phonenumbers telephone telephones telephonenumber telephoneno tel telno telnumber \
         telnr contactnumber contactno contactnumbers contactphone contacttel contactdetails contact number ph phno \
         telefon telefono telefone telefonas telefonszam nrtelefonu numertelefonu nrdetelefon numardetelefon \
         telefonnummer telefonnr talrunis ffon rhifffon rhif телефон телефонененомер numtel numerodetelephone \
         numerodetelefono numerotelefono",
    ),
    (
        Meaning::LeavingDate,
        "left dateleft leftdate leavingdate leavedate leaverdate leaversdate dateofleaving enddate employmentenddate \
         terminationdate lastworkingday lastday finishdate datefinished leftemployment dataodejscia dataplecarii",
        "leaver leavers leaving terminated finished",
    ),
    (
        Meaning::Status,
        "status employmentstatus employeestatus staffstatus workerstatus accountstatus activestatus currentstatus \
         active isactive activeyn currentstaff currentemployee stillemployed stillworking blockcredential \
         signinblocked accountenabled enabled suspended archived disabled statut stan estado stato statusas",
        "",
    ),
];

/// Words that a longer heading holds: "Email address (not shared)", "Mobile tel. no.".
const WITHIN: [(Meaning, i32, &str); 7] = [
    (
        Meaning::Email,
        100,
        "email courriel correoe correoelec correioe postaelettron emailcim имейл електроннапоща elpast poczta \
         elektronickaposta ebost smtpaddress електроннаадреса электроннаяпочта",
    ),
    // The name somebody signs in with is an address, and not always one that is read.
    (Meaning::Email, 60, "userprincipal"),
    (Meaning::Role, 100, "mailbox ownerormember"),
    (
        Meaning::Mobile,
        95,
        "mobile mobil komork movil movel celular cellulare cellphone handynum symudol мобил мобіл",
    ),
    (
        Meaning::Mobile,
        50,
        "phone telefon telefone telefono telephone ffon телефон telno contactno contactnum",
    ),
    (Meaning::LastName, 90, "surname lastname familyname"),
    (Meaning::FirstName, 90, "forename firstname givenname"),
];

/// Words in a heading that say the column is about another person, or another thing: never taken.
const OF_ANOTHER: &str = "\
    kin nok emergency ice supervisor supervisors doctor doctors gp surgery parent parents mother father partner \
    partners spouse spouses husband wife guardian reference references referee referees resident residents client \
    clients maiden recovery assistant assistants secretary children child relationship fax pager dbs passport \
    payroll visa bank account previous former old other1 agency approver delegate recruiter mentor assessor interviewer \
    najblizszej najblizszych awaryjny naglych nagly urgent urgenta urgence urgencia emergencia emergenza notfall \
    notfallkontakt surgos vezeto przelozony спешни спешен skubios argyfwng perthynas kapcsolattarto sot sotie \
    conjunto conyuge conjoint medico medecin";

/// Pairs of words that say the same.
const OF_ANOTHER_TOGETHER: [&str; 9] = [
    "line manager",
    "reports to",
    "reporting to",
    "responsible person",
    "car phone",
    "alternate email",
    "school",
    "manager s name",
    "managers name",
];

/// Words that say so of most columns. See [`Owner::Perhaps`].
const PERHAPS_OF_ANOTHER: &str = "manager managers office provider company main ext extension switchboard";

/// Words for where a telephone stands. See [`Owner::Place`].
const OF_PLACE: &str =
    "landline home house business domowy sluzbowy stacjonarny fix domicile casa otthoni munkahelyi";

/// Words that say the column only describes another.
const DESCRIPTION: &str =
    "type label kind verified sent consent preference format status opt password login display checked";

/// What `text` says as a heading.
pub(super) fn heading(text: &str) -> Heading {
    let mended = letters::reread(text);
    let text = mended.as_deref().unwrap_or(text).trim();
    if text.is_empty() || text.len() > 120 {
        return Heading::default();
    }
    // "(required)" and what else is said in brackets seldom names anything.
    let outside = without_brackets(text);
    let all = words(text);
    let spaced = all.join(" ");
    let is_remark =
        ["as on", "as in", "as per", "not ", "if ", "e g"].iter().any(|word| spaced.contains(word));
    let words = if is_remark { words(&outside) } else { all.clone() };
    let squeezed = squeezed(&outside);
    let (whole, outside) = (named(&all.concat(), &all), named(&squeezed, &words));
    let is_surer = whole.1 > outside.1 && (outside.0.is_none() || whole.0 == outside.0);
    let (meaning, weight) = needs_account(&spaced).unwrap_or(if is_surer { whole } else { outside });
    // Those that this page gave back are surer than what they were made of.
    let weight = if words.first().is_some_and(|word| word == "corrected") { weight + 60 } else { weight };
    let has_word = |list: &str| words.iter().any(|word| lists(list, word));
    let is_of_account =
        matches!(meaning, Some(Meaning::Status | Meaning::NeedsAccount | Meaning::LeavingDate));
    match () {
        () if is_of_account => Heading { meaning, weight, owner: Owner::Person },
        () if (has_word(OF_ANOTHER) && !is_only_other(&words))
            || OF_ANOTHER_TOGETHER.iter().any(|together| spaced.contains(together)) =>
        {
            Heading { meaning, weight: -60, owner: Owner::Another }
        }
        () if meaning.is_some()
            && words.len() > 1
            && has_word(DESCRIPTION)
            && !squeezed.contains("displayname") =>
        {
            Heading { meaning: None, weight: -60, owner: Owner::Another }
        }
        () if has_word(PERHAPS_OF_ANOTHER) => Heading { meaning, weight: -25, owner: Owner::Perhaps },
        () if meaning == Some(Meaning::Mobile) && weight < 95 && (has_word(OF_PLACE) || has_word("work")) => {
            Heading { meaning, weight: -25, owner: Owner::Place }
        }
        () => Heading { meaning, weight, owner: Owner::Person },
    }
}

/// A heading that only says "Bank" or "Agency" names no owner of a value.
fn is_only_other(words: &[String]) -> bool {
    words.len() == 1 && words.iter().all(|word| lists("bank agency account client resident other", word))
}

/// The words of a heading, in small letters and without accents; `firstName` and `first_name` are two.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut spaced = String::new();
    let mut before = ' ';
    for c in text.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    let folded = letters::without_accents(&lowercase(&spaced));
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn squeezed(text: &str) -> String {
    letters::without_accents(&lowercase(text)).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let outside = text.chars().filter(|c| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    });
    outside.collect()
}

/// "NHSmail needed?", "Needs an account", "Account required Y/N".
fn needs_account(spaced: &str) -> Option<(Option<Meaning>, i32)> {
    let is_about =
        ["nhsmail", "nhs mail", "nhs net", "account", "email"].iter().any(|word| spaced.contains(word));
    let is_need = ["need", "required", "wanted", "wants", "include", "set up", "create"]
        .iter()
        .any(|word| spaced.contains(word));
    let is_value = ["address", "number", "name", "bank"].iter().any(|word| spaced.contains(word));
    // "Email (required)" says what has to be filled in.
    let is_mark = spaced.ends_with("email required") || spaced == "required";
    (is_about && is_need && !is_value && !is_mark).then_some((Some(Meaning::NeedsAccount), 100))
}

/// Words in a heading that say its column holds words, but no one's name.
const OF_NO_PERSON: [&str; 33] = [
    "home",
    "site",
    "branch",
    "service",
    "company",
    "organisation",
    "provider",
    "town",
    "city",
    "county",
    "address",
    "job",
    "title",
    "position",
    "department",
    "team",
    "status",
    "note",
    "comment",
    "country",
    "unit",
    "shift",
    "post",
    "role",
    "grade",
    "location",
    "stanowisko",
    "functie",
    "cargo",
    "puesto",
    "munkakor",
    "middle",
    "salutation",
];

/// Whether a heading is a day of the week, as above the columns of a rota.
pub(super) fn is_day(text: &str) -> bool {
    let first = words(text).into_iter().next().unwrap_or_default();
    lists(
        "mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday",
        &first,
    )
}

/// Whether `text`, as a heading, says that its column holds no names of people.
pub(super) fn is_of_no_person(text: &str) -> bool {
    let spaced = letters::without_accents(&lowercase(text));
    let is_sum = lists("hrs hours total totals", spaced.trim());
    is_sum
        || is_day(text)
        || OF_NO_PERSON.iter().any(|word| spaced.contains(word))
        || heading(text).owner == Owner::Another
}

fn named(squeezed: &str, words: &[String]) -> (Option<Meaning>, i32) {
    // A number behind a name counts columns: "Email 2".
    let numbered = squeezed.trim_end_matches(|c: char| c.is_ascii_digit());
    for (meaning, sure, likely) in NAMES {
        if lists(sure, numbered) {
            return (Some(meaning), 100);
        }
        if lists(likely, numbered) {
            return (Some(meaning), 55);
        }
    }
    // A second first name is no first name.
    if words.iter().any(|word| lists("middle drugie second harmadik deuxieme zweiter segundo", word))
        && !squeezed.contains("mail")
        && !squeezed.contains("phone")
    {
        return (None, 0);
    }
    for (meaning, weight, within) in WITHIN {
        if within.split_ascii_whitespace().any(|word| squeezed.contains(word)) {
            return (Some(meaning), weight);
        }
    }
    match squeezed {
        "role" | "owner" | "access" => (Some(Meaning::Role), 40),
        _ => (None, 0),
    }
}

/// Owner or member, as a cell says it; `None` where it says neither.
pub(super) fn role(text: &str) -> Option<MailboxRole> {
    let value = text.trim();
    // Nearly every cell of a list is neither, and is ruled out by its first letter.
    if value.len() > OWNER_AT_MOST || !value.starts_with(['o', 'O', 'm', 'M', 'u', 'U']) {
        return None;
    }
    let value = lowercase(value);
    match value.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default() {
        "owner" | "owners" => Some(MailboxRole::Owner),
        "member" | "members" | "user" => Some(MailboxRole::Member),
        _ => None,
    }
}

/// "Owner of the mailbox", and nothing much longer, in bytes.
const OWNER_AT_MOST: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_whatever_their_case_space_and_punctuation() {
        for (text, meaning) in [
            ("FORENAME(S)", Meaning::FirstName),
            ("Given Name", Meaning::FirstName),
            ("sur-name", Meaning::LastName),
            ("Last  Name:", Meaning::LastName),
            ("Staff name", Meaning::FullName),
            ("E-mail address", Meaning::Email),
            ("Email (personal, not shared)", Meaning::Email),
            ("Mob no.", Meaning::Mobile),
            ("Tel (mobile)", Meaning::Mobile),
            ("Shared mailbox owner or member", Meaning::Role),
        ] {
            let found = heading(text);
            assert_eq!((found.meaning, found.weight >= 60), (Some(meaning), true), "{text}");
        }
    }

    #[test]
    fn headings_are_known_however_programs_write_them() {
        for (text, meaning) in [
            ("firstName", Meaning::FirstName),
            ("last_name", Meaning::LastName),
            ("Email Address [Required]", Meaning::Email),
            ("First name *", Meaning::FirstName),
            ("What is your mobile number?", Meaning::Mobile),
            ("User principal name", Meaning::Email),
            ("Primary Contact Number", Meaning::Mobile),
            ("E-mail 2 Address", Meaning::Email),
            ("NHSmail needed?", Meaning::NeedsAccount),
            ("Date left", Meaning::LeavingDate),
            ("Block credential", Meaning::Status),
            ("Known as", Meaning::PreferredName),
            ("First name (as on passport)", Meaning::FirstName),
        ] {
            let found = heading(text);
            assert_eq!((found.meaning, found.owner), (Some(meaning), Owner::Person), "{text}");
        }
    }

    #[test]
    fn headings_are_known_in_the_languages_of_the_workforce() {
        for (headings, meaning) in [
            (
                "Imię,Prenume,Keresztnév,Prénom,Vorname,Enw cyntaf,Nombre,Nome,Vardas,Собствено име",
                Meaning::FirstName,
            ),
            (
                "Nazwisko,Nume,Vezetéknév,Nom,Nachname,Cyfenw,Apellidos,Cognome,Pavardė,Фамилия,Apelyido",
                Meaning::LastName,
            ),
            (
                "Imię i nazwisko,Nume și prenume,Név,Nom et prénom,Име и фамилия,Nombre y apellidos,Pangalan",
                Meaning::FullName,
            ),
            ("Adres e-mail,Correo electrónico,Courriel,Имейл,El. paštas,E-bost,Poczta", Meaning::Email),
            (
                "Telefon komórkowy,Telefon mobil,Mobilszám,Téléphone portable,Móvil,Telemóvel,Cellulare,Handy,Ffôn symudol,Мобилен телефон",
                Meaning::Mobile,
            ),
        ] {
            for text in headings.split(',') {
                assert_eq!(heading(text).meaning, Some(meaning), "{text}");
            }
        }
    }

    #[test]
    fn what_is_another_persons_is_never_taken() {
        for text in [
            "Next of kin email",
            "NOK Tel",
            "Emergency contact",
            "Recovery Email",
            "GP phone",
            "Spouse",
            "Line manager email",
            "Doctor's telephone",
            "Mobile (next of kin)",
            "Kontakt w nagłych wypadkach telefon",
            "Assistant's Phone",
            "Fax",
        ] {
            assert_eq!(heading(text).owner, Owner::Another, "{text}");
        }
    }

    #[test]
    fn a_heading_about_somebody_else_weighs_against_its_column() {
        for text in ["Next of kin mobile", "Home phone", "Emergency contact number", "Manager's email"] {
            assert!(heading(text).weight < 0, "{text}");
        }
    }

    #[test]
    fn other_columns_say_nothing() {
        for text in
            ["Date of birth", "Job title", "NI number", "Start date", "", "DBS", "Address", "Postcode"]
        {
            assert_eq!(heading(text).meaning, None, "{text}");
        }
    }

    #[test]
    fn owner_and_member_are_read_and_posts_are_not() {
        assert_eq!(role(" Owner "), Some(MailboxRole::Owner));
        assert_eq!(role("MEMBER"), Some(MailboxRole::Member));
        assert_eq!(role("Owner/manager of the home"), None);
        assert_eq!(role("Care assistant"), None);
    }
}
