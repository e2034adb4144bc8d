//! What the columns of many lists are, by what stands above them: what is chosen for one holds in every file that has it.

use serde::{Deserialize, Serialize};

use super::columns::{self, Matching};
use super::meaning::Meaning;
use super::site_columns::SiteColumns;
use super::table::Row;
use crate::application::SiteBox;

/// What a column of a list of many sites is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnMeaning {
    /// It says this of the site.
    OfSite(SiteBox),
    /// It says this of the person, or nothing.
    OfPerson(Meaning),
}

/// A column, by its heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedColumn {
    /// Its heading, or as much of a long one as is shown.
    pub heading: String,
    /// What it is taken for.
    pub meaning: ColumnMeaning,
}

/// How many characters of a heading are shown.
const LONGEST_HEADING: usize = 80;

impl ColumnMeaning {
    /// Every meaning, in the order they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        let of_site = SiteBox::ALL.into_iter().map(ColumnMeaning::OfSite);
        of_site.chain(Meaning::ALL.into_iter().map(ColumnMeaning::OfPerson))
    }

    /// A name for it that stays the same.
    pub fn key(self) -> &'static str {
        match self {
            ColumnMeaning::OfSite(SiteBox::Name) => "site-name",
            ColumnMeaning::OfSite(SiteBox::LocationId) => "location-id",
            ColumnMeaning::OfSite(SiteBox::Postcode) => "postcode",
            ColumnMeaning::OfSite(SiteBox::OdsCode) => "ods-code",
            ColumnMeaning::OfPerson(meaning) => meaning.key(),
        }
    }

    /// The meaning called `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        ColumnMeaning::all().find(|meaning| meaning.key() == key)
    }

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            ColumnMeaning::OfSite(site_box) => site_box.label(),
            ColumnMeaning::OfPerson(meaning) => meaning.label(),
        }
    }
}

/// What the columns under `headings` are taken for, in their order; those without a heading are left out.
pub(super) fn named(headings: &Row, matching: &Matching, sites: &SiteColumns) -> Vec<NamedColumn> {
    let column = |(column, meaning): (usize, &Meaning)| {
        let heading = heading(headings, column);
        let meaning = of_site(sites, column).unwrap_or(ColumnMeaning::OfPerson(*meaning));
        (!heading.is_empty()).then_some(NamedColumn { heading, meaning })
    };
    matching.columns.iter().enumerate().filter_map(column).collect()
}

/// Takes the columns under `headings` for what was `chosen`; of two with one heading, the first.
pub(super) fn choose(
    headings: &Row,
    matching: &mut Matching,
    sites: &mut SiteColumns,
    chosen: &[NamedColumn],
) {
    let mut meanings = matching.columns.clone();
    for NamedColumn { heading: wanted, meaning: chosen } in chosen {
        let of_heading = |column: &usize| heading(headings, *column) == *wanted;
        let Some(column) = (0..meanings.len()).find(of_heading) else { continue };
        for site_column in sites.iter_mut().filter(|site_column| **site_column == Some(column)) {
            *site_column = None;
        }
        let (of_person, site_box) = match *chosen {
            ColumnMeaning::OfPerson(meaning) => (meaning, None),
            ColumnMeaning::OfSite(site_box) => (Meaning::Ignored, Some(site_box)),
        };
        if let Some(meaning) = meanings.get_mut(column) {
            *meaning = of_person;
        }
        if let Some(site_column) = site_box.and_then(|site_box| sites.get_mut(site_box as usize)) {
            *site_column = Some(column);
        }
    }
    *matching = columns::changed(matching, &meanings);
}

fn heading(headings: &Row, column: usize) -> String {
    headings.text(column).trim().chars().take(LONGEST_HEADING).collect()
}

fn of_site(sites: &SiteColumns, column: usize) -> Option<ColumnMeaning> {
    let is_its = |site_box: &SiteBox| sites.get(*site_box as usize) == Some(&Some(column));
    SiteBox::ALL.into_iter().find(is_its).map(ColumnMeaning::OfSite)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_has_a_key_of_its_own() {
        for meaning in ColumnMeaning::all() {
            assert_eq!(ColumnMeaning::from_key(meaning.key()), Some(meaning), "{}", meaning.key());
        }
    }
}
