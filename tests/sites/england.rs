//! A list of the people of many care sites, made from a seed: the shapes that real lists have, and a known number of
//! each defect. The tests check a small one; the benchmarks, one of all England.

use std::fmt::Write as _;

/// How many people each site lists, but for those whose number is the defect.
pub const PEOPLE_A_SITE: usize = 10;

/// A list, and what was planted in it.
pub struct England {
    /// The list as CSV.
    pub csv: String,
    /// How many rows with people it has.
    pub rows: usize,
    /// How many sites have nothing to be seen to.
    pub ready: usize,
    /// How often each problem is to be found, by its id.
    pub planted: Vec<(&'static str, usize)>,
    /// How many mobiles have lost their leading 0, and are mended.
    pub lost_zeros: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Defect {
    None,
    Landline,
    NoMobile,
    BrokenEmail,
    NhsEmail,
    TypoEmail,
    SharedEmail,
    Alone,
    TooMany,
    SameEmail,
    SameMobile,
    /// With the site of the number before.
    EmailOfOther(usize),
    MobileOfOther(usize),
    PersonOfOther(usize),
    OdsOfOther(usize),
    LocationOfOther(usize),
    HeadOffice,
    BrokenPostcode,
    BrokenOds,
    NoOwner,
    PostForName,
    /// The other of a pair, whose values are its own.
    Lends,
}

/// What is found, by the id of its problem, and how often.
type Counts = &'static [(&'static str, usize)];

/// The kinds of defects, one site in so many having each, and what each site of the kind adds to what is found.
const KINDS: [(Defect, usize, Counts); 15] = [
    (Defect::Landline, 100, &[("mobile_number", 1)]),
    (Defect::NoMobile, 150, &[("mobile_number", 1)]),
    (Defect::BrokenEmail, 120, &[("email_address", 1)]),
    (Defect::NhsEmail, 130, &[("email_address", 1)]),
    (Defect::TypoEmail, 110, &[("email_address", 1)]),
    (Defect::SharedEmail, 140, &[("email_address", 1)]),
    (Defect::Alone, 160, &[("number_of_people", 1)]),
    (Defect::TooMany, 170, &[("number_of_people", 1)]),
    (Defect::SameEmail, 90, &[("same_email", 2)]),
    (Defect::SameMobile, 95, &[("same_mobile", 2)]),
    (Defect::BrokenPostcode, 180, &[("postcode", 1)]),
    (Defect::BrokenOds, 190, &[("ods_code", 1)]),
    (Defect::NoOwner, 105, &[("mailbox_owner", 1)]),
    (Defect::PostForName, 200, &[("person_name", 1)]),
    (Defect::HeadOffice, 400, &[("ods_code", 1), ("head_office_code", 1)]),
];

/// Pairs of sites, one pair in so many sites, and what each pair adds.
type Pair = (fn(usize) -> Defect, usize, &'static [(&'static str, usize)]);
const PAIRS: [Pair; 5] = [
    (Defect::EmailOfOther, 210, &[("same_email_at_two_sites", 2)]),
    (Defect::MobileOfOther, 220, &[("same_mobile_at_two_sites", 2)]),
    (Defect::PersonOfOther, 230, &[("person_at_several_sites", 1)]),
    (Defect::OdsOfOther, 300, &[("same_ods_code", 2)]),
    (Defect::LocationOfOther, 310, &[("same_location_id", 2)]),
];

/// A list of `sites` sites.
pub fn england(sites: usize, seed: u64) -> England {
    let mut chance = Chance(seed);
    let mut order: Vec<usize> = (0..sites).collect();
    for last in (1..sites).rev() {
        order.swap(last, chance.below(last + 1));
    }
    let mut places = order.into_iter();
    let mut defects = vec![Defect::None; sites];
    let mut planted: Vec<(&'static str, usize)> = Vec::new();
    let mut add = |id: &'static str, count: usize| match planted.iter_mut().find(|(other, _)| *other == id) {
        Some((_, before)) => *before += count,
        None => planted.push((id, count)),
    };
    for (defect, one_in, adds) in KINDS {
        // A head office's code is told by three sites that give it.
        let least = if defect == Defect::HeadOffice { 3 } else { 1 };
        for place in places.by_ref().take((sites / one_in).max(least)) {
            defects[place] = defect;
            adds.iter().for_each(|(id, count)| add(id, *count));
        }
    }
    let mut lending = 0;
    for (defect, one_in, adds) in PAIRS {
        for _ in 0..(sites / one_in).max(1) {
            let (Some(one), Some(other)) = (places.next(), places.next()) else { continue };
            let (first, second) = (one.min(other), one.max(other));
            defects[first] = Defect::Lends;
            defects[second] = defect(first);
            // The person stays listed at the first site, which may be ready.
            lending += usize::from(matches!(defects[second], Defect::PersonOfOther(_)));
            adds.iter().for_each(|(id, count)| add(id, *count));
        }
    }
    let ready = defects.iter().filter(|defect| **defect == Defect::None).count() + lending;
    let mut list = England { csv: String::new(), rows: 0, ready, planted, lost_zeros: 0 };
    list.csv.push_str(
        "Site name,CQC Location ID,Postcode,ODS code,First name,Last name,Job title,Email,Mobile,Shared mailbox\n",
    );
    for (site, defect) in defects.iter().enumerate() {
        write_site(&mut list, site, *defect);
    }
    list
}

fn write_site(list: &mut England, site: usize, defect: Defect) {
    let of_site = |site: usize, what: u64| Chance((site as u64) << 8 | what);
    let mut chance = of_site(site, 1);
    let name = site_name(site);
    let location = match defect {
        Defect::LocationOfOther(other) => location_id(other),
        _ => location_id(site),
    };
    let postcode = match defect {
        Defect::BrokenPostcode => "LN1 1A".to_owned(),
        _ => postcode(site),
    };
    let ods = match defect {
        Defect::OdsOfOther(other) => ods_code(other),
        Defect::HeadOffice => "A7K3".to_owned(),
        Defect::BrokenOds => "VL-?-3".to_owned(),
        _ => ods_code(site),
    };
    let people = match defect {
        Defect::Alone => 1,
        Defect::TooMany => PEOPLE_A_SITE + 2,
        _ => PEOPLE_A_SITE,
    };
    for index in 0..people {
        let mut person = Person::of(site, index);
        let bad = index == 3;
        match defect {
            Defect::Landline if bad => person.mobile = "01522 546321".to_owned(),
            Defect::NoMobile if bad => person.mobile.clear(),
            Defect::BrokenEmail if bad => person.email = person.email.replace('@', ".at."),
            Defect::NhsEmail if bad => {
                person.email = format!("{}.{}@nhs.net", plain(&person.first), plain(&person.last));
            }
            Defect::TypoEmail if bad => {
                person.email = format!("{}.{}{site}@gmial.com", plain(&person.first), plain(&person.last));
            }
            Defect::SharedEmail if bad => person.email = format!("reception{site}@care-{site}.example.org"),
            Defect::SameEmail if bad => person.email = Person::of(site, 2).email,
            Defect::SameMobile if bad => person.mobile = Person::of(site, 2).mobile,
            Defect::EmailOfOther(other) if bad => person.email = Person::of(other, 2).email,
            Defect::MobileOfOther(other) if bad => person.mobile = Person::of(other, 2).mobile,
            Defect::PersonOfOther(other) if bad => person = Person::of(other, 5),
            Defect::PostForName if bad => {
                (person.first, person.last) = ("Night".to_owned(), "Staff".to_owned());
            }
            _ => {}
        }
        let role = if index < 2 && defect != Defect::NoOwner { "Owner" } else { "Member" };
        list.lost_zeros += usize::from(person.mobile.starts_with('7'));
        let job = JOBS[chance.below(JOBS.len())];
        let cells = [
            &name,
            &location,
            &postcode,
            &ods,
            &person.first,
            &person.last,
            job,
            &person.email,
            &person.mobile,
            role,
        ];
        for (column, cell) in cells.into_iter().enumerate() {
            let comma = if column == 0 { "" } else { "," };
            if cell.contains([',', '"']) {
                let _ = write!(list.csv, "{comma}\"{}\"", cell.replace('"', "\"\""));
            } else {
                let _ = write!(list.csv, "{comma}{cell}");
            }
        }
        list.csv.push('\n');
        list.rows += 1;
    }
}

struct Person {
    first: String,
    last: String,
    email: String,
    mobile: String,
}

impl Person {
    fn of(site: usize, index: usize) -> Self {
        let number = site * 16 + index;
        let mut chance = Chance(number as u64 ^ 0x5eed_0000);
        // Nobody shares a name within a site: the first names are ten that follow each other.
        let first = FIRST[(site * 7 + index * 3) % FIRST.len()];
        let last = last_name(&mut chance);
        let domain = match chance.below(10) {
            0..=2 => "gmail.com".to_owned(),
            3 => "hotmail.co.uk".to_owned(),
            4 => "outlook.com".to_owned(),
            5 => "yahoo.co.uk".to_owned(),
            6 => "icloud.com".to_owned(),
            _ => format!("care-{site}.example.org"),
        };
        let email = match chance.below(20) {
            0..=8 => format!("{}.{}{number}@{domain}", plain(first), plain(&last)),
            9..=13 => format!("{}{}{number}@{domain}", &plain(first)[..1], plain(&last)),
            14 | 15 => format!("{}{number}@{domain}", plain(&last)),
            16 => format!("{}_{number}@{domain}", plain(first)),
            17 => {
                format!("{}.{}{number}@{domain}", first_capital(&plain(first)), first_capital(&plain(&last)))
            }
            _ => format!("{}{number}@{domain}", ["sunny", "kitty", "gooner", "redrose"][chance.below(4)]),
        };
        // A multiple of an odd number, modulo a power of ten, comes once.
        let digits = format!("73{:08}", number as u64 * 7_919 % 100_000_000);
        let (start, end) = digits.split_at(4);
        let mobile = match chance.below(20) {
            0..=10 => format!("0{start} {end}"),
            11..=16 => format!("0{digits}"),
            17 => format!("+44 {start} {end}"),
            18 => format!("0{start} {} {}", &end[..3], &end[3..]),
            _ => digits,
        };
        Person { first: first.to_owned(), last, email, mobile }
    }
}

fn first_capital(text: &str) -> String {
    text[..1].to_uppercase() + &text[1..]
}

/// A name's letters from a to z, as in an address.
fn plain(name: &str) -> String {
    const ACCENTS: [(char, char); 14] = [
        ('é', 'e'),
        ('ë', 'e'),
        ('è', 'e'),
        ('á', 'a'),
        ('ã', 'a'),
        ('ö', 'o'),
        ('ó', 'o'),
        ('ü', 'u'),
        ('ł', 'l'),
        ('ń', 'n'),
        ('ñ', 'n'),
        ('ș', 's'),
        ('ž', 'z'),
        ('ç', 'c'),
    ];
    let letter = |c: char| ACCENTS.iter().find(|(accent, _)| *accent == c).map_or(c, |(_, letter)| *letter);
    name.to_lowercase().chars().map(letter).filter(char::is_ascii_alphabetic).collect()
}

const FIRST: [&str; 97] = [
    "Anna",
    "Ben",
    "Chloe",
    "David",
    "Emma",
    "Farah",
    "George",
    "Hannah",
    "Imran",
    "Jade",
    "Kofi",
    "Laura",
    "Mohammed",
    "Nadia",
    "Oliver",
    "Priya",
    "Quentin",
    "Rachel",
    "Samuel",
    "Tanya",
    "Uma",
    "Victor",
    "Wendy",
    "Xavier",
    "Yasmin",
    "Zoë",
    "Agnieszka",
    "Bogdan",
    "Carmen",
    "Denise",
    "Elżbieta",
    "Fiona",
    "Grace",
    "Harpreet",
    "Ioana",
    "Jacqueline",
    "Katarzyna",
    "Lorraine",
    "Małgorzata",
    "Ngozi",
    "Olufemi",
    "Patricia",
    "Ruth",
    "Siobhan",
    "Thomas",
    "Ursula",
    "Vasile",
    "William",
    "Yetunde",
    "Zuzanna",
    "Adaeze",
    "Blessing",
    "Colin",
    "Deborah",
    "Edward",
    "Florence",
    "Gareth",
    "Helen",
    "Isaac",
    "Joanne",
    "Kevin",
    "Lisa",
    "Mark",
    "Natalie",
    "Owen",
    "Paula",
    "Robert",
    "Sharon",
    "Trevor",
    "Vera",
    "Winston",
    "Abigail",
    "Brenda",
    "Catherine",
    "Dominic",
    "Eleanor",
    "Francesca",
    "Gillian",
    "Hilary",
    "Ian",
    "Julie",
    "Karen",
    "Linda",
    "Michelle",
    "Nicola",
    "Olivia",
    "Peter",
    "Rebecca",
    "Stephen",
    "Theresa",
    "Vanessa",
    "Wayne",
    "Yvonne",
    "René",
    "José",
    "Søren",
    "Ana María",
];

const LAST: [&str; 60] = [
    "Smith",
    "Jones",
    "Williams",
    "Taylor",
    "Brown",
    "Davies",
    "Evans",
    "Thomas",
    "Wilson",
    "Johnson",
    "Roberts",
    "Robinson",
    "Wright",
    "Thompson",
    "Patel",
    "Khan",
    "Ahmed",
    "Begum",
    "Hussain",
    "Ali",
    "Okafor",
    "Adeyemi",
    "Mensah",
    "Nowak",
    "Kowalczyk",
    "Wiśniewska",
    "Popescu",
    "Ionescu",
    "Silva",
    "Santos",
    "O'Brien",
    "O’Connor",
    "McDonald",
    "MacLeod",
    "Fitzgerald",
    "Singh",
    "Kaur",
    "Sharma",
    "Nguyen",
    "Chen",
    "Müller",
    "García",
    "Lopez",
    "Fernández",
    "Ivanova",
    "Horváth",
    "Novák",
    "Harrison",
    "Jackson",
    "Clarke",
    "Lewis",
    "Walker",
    "Hughes",
    "Edwards",
    "Green",
    "Hall",
    "Lee",
    "Martin",
    "Moore",
    "Scott",
];

const STARTS: [&str; 36] = [
    "Ash", "Bar", "Bland", "Brad", "Cald", "Charl", "Copp", "Dal", "Den", "Eding", "Farn", "Gras", "Hather",
    "Hol", "Kel", "Lang", "Lind", "Mar", "Nor", "Oak", "Pem", "Quarl", "Ren", "Roth", "Sed", "Shel", "Stan",
    "Thorn", "Tun", "Under", "Wad", "West", "Whit", "Win", "Wor", "Yar",
];

const ENDS: [&str; 24] = [
    "bourne", "brook", "bury", "by", "combe", "cote", "croft", "dale", "den", "field", "ford", "gate", "ham",
    "hurst", "ington", "land", "ley", "more", "ridge", "stead", "stone", "ton", "well", "worth",
];

fn last_name(chance: &mut Chance) -> String {
    let made = |chance: &mut Chance| {
        format!("{}{}", STARTS[chance.below(STARTS.len())], ENDS[chance.below(ENDS.len())])
    };
    match chance.below(20) {
        0..=11 => LAST[chance.below(LAST.len())].to_owned(),
        12..=18 => made(chance),
        _ => format!("{}-{}", LAST[chance.below(20)], made(chance)),
    }
}

const JOBS: [&str; 12] = [
    "Registered manager",
    "Deputy manager",
    "Care assistant",
    "Senior carer",
    "Nurse",
    "Team leader",
    "Administrator",
    "Night care assistant",
    "Care co-ordinator",
    "Activities lead",
    "Support worker",
    "Head of care",
];

fn site_name(site: usize) -> String {
    let mut chance = Chance(site as u64 ^ 0x51_7e00);
    let place = format!("{}{}", STARTS[chance.below(STARTS.len())], ENDS[chance.below(ENDS.len())]);
    let kind = ["House", "Lodge", "Court", "Manor", "Grange", "Care Home", "Home Care", "Nursing Home"];
    let kind = kind[chance.below(kind.len())];
    match chance.below(12) {
        0 => format!("The {place} {kind}"),
        1 => format!("{place} {kind}, {}", ["Lincoln", "Leeds", "Kent", "Devon"][chance.below(4)]),
        2 => format!("St Mary’s {kind}"),
        3 => format!("The \"{place}\" {kind}"),
        _ => format!("{place} {kind}"),
    }
}

fn location_id(site: usize) -> String {
    match site % 3 {
        0 => format!("1-{}", 100_000_000 + site),
        1 => format!("1-{}", 2_000_000_000 + site),
        _ => format!("1-{}", 11_000_000_000_u64 + site as u64),
    }
}

/// As all that were published: V, then L, M or N, then three that are never B I O S U Z.
fn ods_code(site: usize) -> String {
    const LAST: &[u8] = b"ACDEFGHJKLMNPQRTVWXY0123456789";
    let mut rest = site * 131 % (3 * LAST.len().pow(3));
    let mut code = String::from(["VL", "VM", "VN"][rest % 3]);
    rest /= 3;
    for _ in 0..3 {
        code.push(char::from(LAST[rest % LAST.len()]));
        rest /= LAST.len();
    }
    code
}

/// A postcode that no other site has.
fn postcode(site: usize) -> String {
    const AREAS: [&str; 40] = [
        "AL", "B", "BA", "BB", "BD", "BH", "BL", "BN", "BS", "CA", "CB", "CM", "CO", "CR", "CT", "CV", "DA",
        "DE", "DH", "DL", "DN", "DT", "E", "EN", "EX", "GL", "GU", "HU", "IP", "L", "LE", "LN", "LS", "M",
        "NE", "NG", "OX", "PE", "S", "YO",
    ];
    const LAST: &[u8] = b"ABDEFGHJLNPQRSTUWXYZ";
    let mut rest = site;
    let mut next = |count: usize| {
        let part = rest % count;
        rest /= count;
        part
    };
    let area = AREAS[next(AREAS.len())];
    let (one, other) = (char::from(LAST[next(LAST.len())]), char::from(LAST[next(LAST.len())]));
    let (sector, district) = (next(10), next(20) + 1);
    format!("{area}{district} {sector}{one}{other}")
}

/// Numbers that look like chance and are the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}
