//! What files are called: what they are, and for which site.

/// A name holds no more bytes of the site's: with the rest it stays below the 255 that file systems allow.
const LONGEST: usize = 100;

/// `name`, such as `nhsmail-checklist.pdf`, with the site's own name in it: `nhsmail-checklist-oak-house.pdf`. It is
/// a name that Windows, macOS and Linux all take, whatever the site is called.
pub fn for_site(name: &str, site: &str) -> String {
    let site = in_a_name(site);
    match name.rsplit_once('.') {
        Some((stem, ending)) if !site.is_empty() => format!("{stem}-{site}.{ending}"),
        _ => name.to_owned(),
    }
}

/// The letters and digits of `site` in lower case, with a dash wherever anything else stands between them.
fn in_a_name(site: &str) -> String {
    let mut name = String::new();
    let mut parted = false;
    for c in site.chars().filter(|c| !matches!(c, '\'' | '’')).flat_map(char::to_lowercase) {
        // A mark that belongs to the letter before it is none by itself.
        let is_mark = !name.is_empty() && matches!(c, '\u{300}'..='\u{36f}' | '\u{94d}' | '\u{9cd}');
        if !c.is_alphanumeric() && !is_mark {
            parted = true;
            continue;
        }
        if name.len() + c.len_utf8() >= LONGEST {
            break;
        }
        if std::mem::take(&mut parted) && !name.is_empty() {
            name.push('-');
        }
        name.push(c);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn is_called(site: &str, name: &str) {
        assert_eq!(for_site("nhsmail-checklist.pdf", site), name);
    }

    #[test]
    fn it_says_what_it_is_and_for_which_site() {
        is_called("Oak House Care Home", "nhsmail-checklist-oak-house-care-home.pdf");
        is_called("St Mary’s (Lincoln) & Co.", "nhsmail-checklist-st-marys-lincoln-co.pdf");
        is_called("Дом «Ольха»", "nhsmail-checklist-дом-ольха.pdf");
        is_called("  ", "nhsmail-checklist.pdf");
    }

    #[test]
    fn nothing_in_it_is_a_path_a_device_or_an_ending() {
        is_called("../../etc/passwd", "nhsmail-checklist-etc-passwd.pdf");
        is_called("CON", "nhsmail-checklist-con.pdf");
        is_called("a:b*c?\"<>|\\d.exe. ", "nhsmail-checklist-a-b-c-d-exe.pdf");
    }

    proptest! {
        #[test]
        fn every_system_takes_it(site in any::<String>()) {
            let name = for_site("nhsmail-application.json", &site);
            prop_assert!(name.len() < 255 && name.ends_with(".json"), "{}", name);
            let barred = |c: char| c.is_control() || c.is_whitespace() || "<>:\"/\\|?*".contains(c);
            prop_assert!(!name.contains(barred), "{}", name);
        }
    }
}
