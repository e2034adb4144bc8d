//! Typing errors in the domain of an address, and the domain that was probably meant.

/// A large mail provider of people in the UK, by the name before the first dot of its domains.
struct Provider {
    name: &'static str,
    /// What stands after the name, the commonest first.
    endings: &'static [&'static str],
    /// Its name's [`letters`].
    letters: u32,
    /// Whether any other ending is a slip. Not so where the provider has one domain a country.
    no_others: bool,
}

const fn only(name: &'static str, endings: &'static [&'static str]) -> Provider {
    Provider { name, endings, letters: letters(name), no_others: true }
}

const fn many(name: &'static str, endings: &'static [&'static str]) -> Provider {
    Provider { name, endings, letters: letters(name), no_others: false }
}

const PROVIDERS: &[Provider] = &[
    only("gmail", &["com"]),
    only("googlemail", &["com", "co.uk"]),
    many("hotmail", &["com", "co.uk"]),
    many("outlook", &["com", "co.uk"]),
    many("live", &["co.uk", "com"]),
    many("msn", &["com"]),
    many("yahoo", &["co.uk", "com"]),
    many("ymail", &["com"]),
    many("rocketmail", &["com"]),
    many("aol", &["com", "co.uk"]),
    only("icloud", &["com", "com.cn"]),
    many("sky", &["com", "uk"]),
    many("me", &["com"]),
    only("btinternet", &["com"]),
    many("btopenworld", &["com"]),
    many("btconnect", &["com"]),
    only("virginmedia", &["com", "co.uk"]),
    only("ntlworld", &["com"]),
    only("blueyonder", &["co.uk", "com"]),
    many("talktalk", &["net", "co.uk"]),
    many("tiscali", &["co.uk", "it"]),
    many("protonmail", &["com", "ch"]),
    many("nhs", &["net"]),
];

/// Real mail domains that lie so near a provider's that they would be taken for a slip.
const NEIGHBOURS: &[&str] = &[
    "cloud.com",
    "email.com",
    "fmail.com",
    "gmx.com",
    "grail.com",
    "hmail.com",
    "mail.com",
    "rogers.com",
    "wahoo.com",
];

/// Slips that are too short to be found by their distance, or too far: what was meant, and
/// the ways it is mistyped. What begins with a dot ends no real domain, and so is a slip behind any name.
const SLIPS: &[(&str, &[&str])] = &[
    (
        "nhs.net",
        &[
            "hns.net",
            "nhs.co.uk",
            "nhs.com",
            "nhs.con",
            "nhs.net.uk",
            "nhs.org",
            "nhsnet.com",
            "nhss.net",
            "nsh.net",
        ],
    ),
    ("gmail.com", &["gmailcom.com", "www.gmail.com"]),
    ("btinternet.com", &["btinternetcom.com"]),
    ("hotmail.co.uk", &["hotmail.co.uk.com"]),
    ("aol.com", &["aoll.com", "aool.com"]),
    ("sky.com", &["skyy.com"]),
    ("live.co.uk", &["livee.co.uk"]),
    ("msn.com", &["mns.com"]),
    ("proton.me", &["proton.con"]),
    (".com", &[".cmo", ".comm", ".con", ".coom", ".cpm", ".ocm", ".vom", ".xom"]),
    (".co.uk", &[".c.uk", ".co.ku", ".co.ukk", ".co.ul", ".couk"]),
    (".org.uk", &[".ogr.uk", ".org.ku", ".orguk"]),
    (".gov.uk", &[".gov.ukk", ".govuk"]),
];

/// The domain that was probably meant, unless this one is right as it is.
pub(super) fn meant_domain(domain: &str) -> Option<String> {
    if is_known(domain) {
        return None;
    }
    if let Some((name, ending)) = meant_provider(domain) {
        return Some(format!("{name}.{ending}"));
    }
    SLIPS.iter().find_map(|(meant, slips)| {
        slips.iter().find_map(|slip| {
            // Most end in another letter.
            domain.bytes().last().filter(|last| slip.bytes().last() == Some(*last))?;
            let name = domain.strip_suffix(slip)?;
            (name.is_empty() != slip.starts_with('.')).then(|| format!("{name}{meant}"))
        })
    })
}

/// Whether the domain is a provider's.
fn is_known(domain: &str) -> bool {
    domain.split_once('.').is_some_and(|(name, ending)| {
        PROVIDERS.iter().any(|provider| provider.name == name && provider.endings.contains(&ending))
    })
}

/// The provider's domain that was probably meant, as name and ending, unless this is one, or none.
fn meant_provider(domain: &str) -> Option<(&'static str, &'static str)> {
    let (name, ending) = domain.split_once('.')?;
    if NEIGHBOURS.contains(&domain) {
        return None;
    }
    if let Some(provider) = PROVIDERS.iter().find(|provider| provider.name == name) {
        let meant = meant_ending(provider, ending)
            .or_else(|| provider.endings.first().copied().filter(|_| provider.no_others))
            .or_else(|| (ending == "uk" && provider.endings.contains(&"co.uk")).then_some("co.uk"))?;
        return Some((provider.name, meant));
    }
    let (name_letters, domain_letters) = (letters(name), letters(domain));
    let by_name = PROVIDERS.iter().find_map(|provider| {
        if !is_near(name, name_letters, provider) {
            return None;
        }
        let meant = provider.endings.iter().copied().find(|known| *known == ending);
        Some((provider.name, meant.or_else(|| meant_ending(provider, ending))?))
    });
    // A dot lost or moved: `hotmailco.uk`, `gmailc.om`.
    let by_whole = || {
        PROVIDERS.iter().filter(|provider| provider.name.len() >= 5).find_map(|provider| {
            let is_near = |known: &&str| {
                let apart = domain.len().abs_diff(provider.name.len() + 1 + known.len());
                apart <= 1
                    && may_be_within(domain_letters, provider.letters | letters(known), 1)
                    && strsim::osa_distance(domain, &[provider.name, known].join(".")) == 1
            };
            provider.endings.iter().copied().find(is_near).map(|known| (provider.name, known))
        })
    };
    by_name.or_else(by_whole)
}

/// Whether `name` is the provider's with a slip or two in it: the longer the name, the more.
fn is_near(name: &str, name_letters: u32, provider: &Provider) -> bool {
    let known = provider.name;
    // The distance is slow to compute, and never less than the difference in length.
    if known.len() <= 4 || name.len().abs_diff(known.len()) > 2 {
        return false;
    }
    if !may_be_within(name_letters, provider.letters, if known.len() == 5 { 1 } else { 2 }) {
        return false;
    }
    let slips = strsim::osa_distance(name, known);
    match known.len() {
        5 => slips <= 1,
        6 | 7 => slips <= 1 || slips == 2 && has_same_letters(name, known),
        _ => slips <= 2,
    }
}

/// Which of the letters a to z, in either case, the text has: a bit each.
const fn letters(text: &str) -> u32 {
    let mut letters = 0;
    let mut rest = text.as_bytes();
    while let [byte, behind @ ..] = rest {
        if byte.is_ascii_alphabetic() {
            letters |= 1 << (*byte & 31);
        }
        rest = behind;
    }
    letters
}

/// Whether two texts with these letters may be no more than so many slips apart: a slip takes one letter away and
/// adds one at most. It rules out nearly all, where the distance itself is slow to compute.
fn may_be_within(one: u32, other: u32, slips: u32) -> bool {
    (one ^ other).count_ones() <= 2 * slips
}

/// Whether one is the other with its letters in another order: `icould` for `icloud`.
fn has_same_letters(one: &str, other: &str) -> bool {
    let count = |name: &str, letter: char| name.chars().filter(|c| *c == letter).count();
    one.len() == other.len() && one.chars().all(|c| count(one, c) == count(other, c))
}

/// The provider's ending that is one slip away. Two-letter endings are countries, where a
/// provider may well have a domain, but for those that are `com` or `co.uk` cut short.
fn meant_ending(provider: &Provider, ending: &str) -> Option<&'static str> {
    let is_near = |known: &&str| {
        may_be_within(letters(known), letters(ending), 1) && strsim::osa_distance(known, ending) == 1
    };
    let near = provider.endings.iter().copied().find(is_near);
    near.filter(|known| known.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_providers_own_domain_is_a_slip() {
        for provider in PROVIDERS {
            for ending in provider.endings {
                let domain = [provider.name, ending].join(".");
                assert!(SLIPS.iter().flat_map(|(_, slips)| *slips).all(|slip| !domain.ends_with(slip)));
            }
        }
    }

    #[track_caller]
    fn meant(domain: &str, expected: Option<&str>) {
        assert_eq!(meant_domain(domain).as_deref(), expected, "{domain:?}");
    }

    #[test]
    fn a_slip_in_a_providers_domain_is_a_doubt_with_the_likely_one() {
        for (typed, expected) in [
            ("gmial.com", "gmail.com"),
            ("gamil.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("gnail.com", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmail.cm", "gmail.com"),
            ("gmail.co.uk", "gmail.com"),
            ("gmail.uk", "gmail.com"),
            ("gmial.con", "gmail.com"),
            ("googlemail.con", "googlemail.com"),
            ("goglemail.com", "googlemail.com"),
            ("hotmail.con", "hotmail.com"),
            ("hotmail.co", "hotmail.com"),
            ("hotmial.com", "hotmail.com"),
            ("hotmal.co.uk", "hotmail.co.uk"),
            ("hotmail.couk", "hotmail.co.uk"),
            ("hotmail.co.u", "hotmail.co.uk"),
            ("hotmail.co.ul", "hotmail.co.uk"),
            ("hotmail.uk", "hotmail.co.uk"),
            ("hotmailco.uk", "hotmail.co.uk"),
            ("homtail.com", "hotmail.com"),
            ("outlok.com", "outlook.com"),
            ("outloook.com", "outlook.com"),
            ("yaho.com", "yahoo.com"),
            ("yahooo.co.uk", "yahoo.co.uk"),
            ("yahoo.con", "yahoo.com"),
            ("iclould.com", "icloud.com"),
            ("icould.com", "icloud.com"),
            ("icloud.co.uk", "icloud.com"),
            ("btinternet.co.uk", "btinternet.com"),
            ("btintenet.com", "btinternet.com"),
            ("virginmedia.con", "virginmedia.com"),
            ("virgimedia.com", "virginmedia.com"),
            ("aol.con", "aol.com"),
            ("live.con", "live.com"),
            ("talktalk.ne", "talktalk.net"),
            ("nhs.met", "nhs.net"),
        ] {
            meant(typed, Some(expected));
        }
    }

    #[test]
    fn a_slip_that_no_distance_finds_is_known_by_itself() {
        for (meant_domain, slips) in [
            (
                "nhs.net",
                "nsh.net hns.net nhss.net nhs.co.uk nhs.com nhs.org nhs.net.uk nhsnet.com nhs.con nhs.ent",
            ),
            ("gmail.com", "gmailcom.com www.gmail.com"),
            ("btinternet.com", "btinternetcom.com"),
            ("hotmail.co.uk", "hotmail.co.uk.com hotmail.c.uk hotmail.co.ku"),
            ("aol.com", "aool.com aoll.com"),
            ("sky.com", "skyy.com"),
            ("live.co.uk", "livee.co.uk"),
            ("msn.com", "mns.com"),
            ("proton.me", "proton.con"),
            ("mac.com", "mac.con"),
        ] {
            for slip in slips.split_ascii_whitespace() {
                meant(slip, Some(meant_domain));
            }
        }
    }

    #[test]
    fn an_ending_that_no_domain_has_is_a_doubt_on_any() {
        for (meant_ending, slips) in [
            ("com", "con cmo vom xom comm"),
            ("co.uk", "couk co.ul co.ku co.ukk c.uk"),
            ("org.uk", "ogr.uk org.ku"),
            ("gov.uk", "gov.ukk"),
        ] {
            for slip in slips.split_ascii_whitespace() {
                meant(&format!("oakview.{slip}"), Some(&format!("oakview.{meant_ending}")));
                meant(&format!("mail.oakview.{slip}"), Some(&format!("mail.oakview.{meant_ending}")));
            }
        }
        const REAL: &str = "\
            oakview.co oakview.cm oakview.om oakview.company oakview.community oakview.cz oakview.uk \
            oakview.org oakview.coop oakview.cam oakview.comsec oakview.net oakview.care oakview.com.co \
            ogr.uk c.uk falcon.com falcon.org beacon.co.uk oakview.me.uk oakview.ltd.uk oakview.nhs.uk \
            oakview.gov.uk oakview.cn oakview.contact";
        for domain in REAL.split_ascii_whitespace() {
            meant(domain, None);
        }
    }

    #[test]
    fn real_domains_are_left_alone() {
        const DOMAINS: &str = "\
            gmail.com googlemail.com hotmail.com hotmail.co.uk hotmail.fr hotmail.de \
            hotmail.it hotmail.es outlook.com outlook.fr outlook.ie live.co.uk live.com \
            live.ie live.fr msn.com yahoo.com yahoo.co.uk yahoo.fr yahoo.ie yahoo.ca \
            yahoo.com.au yahoo.co.in ymail.com rocketmail.com mail.com email.com gmx.com \
            gmx.co.uk gmx.de aol.com aol.co.uk icloud.com me.com mac.com sky.com sky.uk \
            sly.com btinternet.com btopenworld.com btconnect.com virginmedia.com \
            virginmedia.co.uk virgin.net ntlworld.com blueyonder.co.uk talktalk.net \
            talk21.com tiscali.co.uk o2.co.uk fsmail.net proton.me protonmail.com pm.me \
            fastmail.com hushmail.com zoho.com cloud.com grail.com ao.com all.com max.com \
            love.com nhs.uk nhs.scot trust.nhs.uk rhs.org.uk plus.com plusnet.com \
            supanet.com lineone.net freeserve.co.uk orange.net wanadoo.fr example.org \
            carehome.co.uk outdoor.com outdoor.co.uk lincolnshire.gov.uk jersey.je gov.je \
            web.de orange.fr nhs.uk trust.nhs.scot nhs.wales cvuhb.nhs.wales nhs.net.example.org \
            nhsbsa.nhs.uk mail.proton.me proton.com";
        for domain in DOMAINS.split_ascii_whitespace() {
            meant(domain, None);
        }
    }
}
