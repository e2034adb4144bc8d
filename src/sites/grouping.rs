//! Which site each row of a list is of.
//!
//! Two rows are of one site where they name it alike and give the same postcode: homes in two towns share a name, and
//! an ODS code or a Location ID may be given for the wrong one, which is to be found out. Where both of these differ, the
//! sites do. Where there is no postcode,
//! the Location ID tells, or else the ODS code; where there is no name, these alone. A row that says nothing of a site
//! is of the one above it, as in a sheet whose cells are merged downwards.

use std::collections::HashMap;

use super::kept::{KeptSite, squeezed};
use crate::intake::fast_hash::FastHash;
use crate::intake::site_list::{ListedRow, SiteList};

/// The sites of one file, as its rows name them.
pub(super) struct Grouping {
    file: u32,
    /// What a site is called where no row names it.
    title: String,
    sheets: Vec<Option<String>>,
    known: HashMap<String, usize, FastHash>,
    /// What the row before said of its site, one behind the other, and where each ends; and the site.
    last: Option<(String, [usize; 4], usize)>,
}

impl Grouping {
    pub fn new(list: &SiteList, name: &str, file: u32) -> Self {
        let from_title = list.title().map(site_of_title).filter(|title| !title.is_empty());
        let title =
            if list.has_sites() { String::new() } else { from_title.unwrap_or_else(|| name_of_file(name)) };
        let sheets = (0..).map_while(|sheet| list.sheet_name(sheet)).map(|name| Some(name.to_owned()));
        let sheets = if list.has_sites() { Vec::new() } else { sheets.collect() };
        Grouping { file, title, sheets, known: HashMap::default(), last: None }
    }

    /// The place of the row's site among `sites`, to which it is added where it is new; `None` where there are too
    /// many.
    pub fn site_of(&mut self, row: &ListedRow, sites: &mut Vec<KeptSite>) -> Option<usize> {
        let says_nothing = row.site.iter().all(|text| text.is_empty());
        let title;
        let values = match (&self.last, says_nothing) {
            (Some((_, _, site)), true) if self.sheets.is_empty() => return Some(*site),
            (_, true) => {
                let sheet = self.sheets.get(row.sheet).and_then(Option::as_deref);
                title = sheet.unwrap_or(&self.title).to_owned();
                [&title, "", "", ""]
            }
            (Some((text, ends, site)), false) if is_as_before(text, *ends, row.site) => return Some(*site),
            _ => row.site,
        };
        let index = self.look_up(values, sites);
        let mut text = String::new();
        let ends = values.map(|value| {
            text.push_str(value);
            text.len()
        });
        self.last = Some((text, ends, index));
        Some(index)
    }

    fn look_up(&mut self, values: [&str; 4], sites: &mut Vec<KeptSite>) -> usize {
        let [name, location, postcode, ods] = values.map(squeezed);
        let second = [&postcode, &location, &ods].into_iter().find(|value| !value.is_empty());
        // The rows below the first of a site may only name it.
        if second.is_none()
            && let Some((text, [end, ..], site)) = &self.last
            && text.get(..*end).is_some_and(|before| squeezed(before) == name)
        {
            return *site;
        }
        let mut key = format!("{name}\n{}", second.map_or("", String::as_str));
        let other = self.known.get(&key).and_then(|index| sites.get(*index));
        if other.is_some_and(|other| is_another(other, &location, &ods)) {
            key = format!("{key}\n{location}");
        }
        let file = self.file;
        let index = *self.known.entry(key).or_insert_with(|| {
            sites.push(KeptSite::new(file, values));
            sites.len() - 1
        });
        if let Some(site) = sites.get_mut(index) {
            site.add(values);
        }
        index
    }
}

/// Whether a site of the same name and postcode is another one: neither its Location ID nor its ODS code is these.
fn is_another(site: &KeptSite, location: &str, ods: &str) -> bool {
    let differs = |before: &str, value: &str| {
        let before = squeezed(before);
        !before.is_empty() && !value.is_empty() && before != value
    };
    differs(&site.site.location_id, location) && differs(&site.site.ods_code, ods)
}

/// Whether the row before said the very same.
fn is_as_before(text: &str, ends: [usize; 4], values: [&str; 4]) -> bool {
    let mut start = 0;
    ends.into_iter().zip(values).all(|(end, value)| {
        let before = text.get(start..end);
        start = end;
        before == Some(value)
    })
}

/// A site's name, from the name of its file: without its ending, and without what says that it is a list.
pub(super) fn name_of_file(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    site_of_title(&stem.replace(['_', '-'], " "))
}

/// A site's name, from the title of its list: "Oak House staff list March 2026" is of Oak House.
fn site_of_title(title: &str) -> String {
    const OF_LISTS: &str = "staff list lists nhsmail nhs mail accounts account application applications form for the of people \
        copy final new names emails email january february march april may june july august september october november \
        december jan feb mar apr jun jul aug sep sept oct nov dec 2024 2025 2026 2027 2028 csv xlsx";
    let words: Vec<&str> = title.split_whitespace().collect();
    let is_of_list = |word: &&str| {
        let word = squeezed(word);
        word.is_empty()
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || OF_LISTS.split_ascii_whitespace().any(|listed| listed == word)
    };
    let before = words.iter().take_while(|word| is_of_list(word)).count();
    let behind = words.iter().rev().take_while(|word| is_of_list(word)).count();
    let kept = words.get(before..words.len().saturating_sub(behind)).unwrap_or_default();
    if kept.is_empty() { title.trim().to_owned() } else { kept.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sites_name_is_what_is_left_of_the_name_of_its_file() {
        for (file, name) in [
            ("Oak House staff list.xlsx", "Oak House"),
            ("elm_court-2026-03.csv", "elm court"),
            ("NHSmail accounts for The Laurels.xlsx", "Laurels"),
            ("nhsmail-application.json", "nhsmail application"),
            ("Ash Lodge", "Ash Lodge"),
        ] {
            assert_eq!(name_of_file(file), name, "{file}");
        }
    }
}
