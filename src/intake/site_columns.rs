//! Which columns of a list say where somebody works, and lists with a site's people beside each other in one row.

use super::columns::{self, Matching};
use super::headings::{heading, words};
use super::meaning::Meaning;
use super::table::{Cell, Row, Sheet};
use super::words::lists;
use crate::application::SiteBox;

/// The column of each box of the site, where the list has one.
pub(super) type SiteColumns = [Option<usize>; 4];

/// The columns about sites, by what stands above them. What they hold is about no person: `matching` ignores them
/// from now on.
pub(super) fn site_columns(sheet: &Sheet, matching: &mut Matching) -> SiteColumns {
    let headings = matching.header.and_then(|header| sheet.rows.get(header));
    let Some(headings) = headings else { return SiteColumns::default() };
    let mut found = of_headings(headings, &matching.hidden);
    // What names a person, where nothing else does, names no site.
    let is_persons = |column: usize| matches!(matching.columns.get(column), Some(Meaning::FullName));
    if let [name, ..] = &mut found
        && name.is_some_and(is_persons)
        && !matching.columns.contains(&Meaning::FirstName)
    {
        *name = None;
    }
    for column in found.into_iter().flatten() {
        if let Some(meaning) = matching.columns.get_mut(column) {
            *meaning = Meaning::Ignored;
        }
    }
    found
}

fn of_headings(headings: &Row, hidden: &[usize]) -> SiteColumns {
    let mut found: [Option<(usize, usize)>; 4] = [None; 4];
    for (column, cell) in headings.cells.iter().enumerate().filter(|(column, _)| !hidden.contains(column)) {
        if let Some((site_box, surety)) = site_heading(&cell.text)
            && let Some(best) = found.get_mut(site_box as usize)
            && best.is_none_or(|(_, before)| surety < before)
        {
            *best = Some((column, surety));
        }
    }
    found.map(|best| best.map(|(column, _)| column))
}

/// What people call the columns of their sites, the surest list first; without spaces, punctuation and capitals.
const NAMES: [&str; 3] = [
    "sitename nameofsite carehomename nameofcarehome nameofhome homename nameofthehome careservicename locationname \
     nameofhomeorbranch nameofthehomeorbranch homeorbranch nameofservice servicename branchname cqclocationname \
     nameoflocation registeredlocation nameofcareservice carehome",
    "site home branch service location premises unitname careservice workplace placeofwork homelocation sitelocation",
    "organisationname organisation nameoforganisation company companyname unit",
];

/// Which box of the site a heading names, and how unsurely: 0 for the very name of it.
fn site_heading(text: &str) -> Option<(SiteBox, usize)> {
    if text.trim().is_empty() || text.len() > 80 {
        return None;
    }
    let words = words(text);
    let has = |list: &str| words.iter().any(|word| lists(list, word));
    if has("personal own private next kin emergency provider staff employee previous registered manager")
        && !has("site location")
    {
        return None;
    }
    let all = words.concat();
    let is_number = has("id ids number no ref reference code");
    match () {
        () if has("provider") => None,
        () if has("ods") => Some((SiteBox::OdsCode, 0)),
        () if lists("organisationcode sitecode orgcode", &all) => Some((SiteBox::OdsCode, 1)),
        () if has("postcode postcodes") || all.contains("postcode") || all.contains("postalcode") => {
            let is_of_site = has("site home location service branch cqc registered");
            Some((SiteBox::Postcode, usize::from(!is_of_site)))
        }
        () if (has("location") && is_number) || all == "locationid" => {
            Some((SiteBox::LocationId, usize::from(!has("cqc id"))))
        }
        () if has("cqc") && (is_number || words.len() == 1) => Some((SiteBox::LocationId, 1)),
        () => {
            let surety = NAMES.iter().position(|names| lists(names, &all))?;
            Some((SiteBox::Name, surety))
        }
    }
}

/// A list with a row a site, as one with a row a person: "Person 1 name", "Person 1 email", "Person 2 name", and so
/// on, or the same headings over and over. `None` where it is no such list.
pub(super) fn along(sheet: &Sheet) -> Option<Sheet> {
    let header = columns::header(sheet)?;
    let headings = sheet.rows.get(header)?;
    let sites = of_headings(headings, &[]);
    let shared: Vec<usize> = sites.into_iter().flatten().collect();
    if shared.is_empty() {
        return None;
    }
    let groups = groups(headings, &shared);
    let (first, others) = groups.split_first()?;
    let meanings =
        |group: &[OfPerson]| -> Vec<Meaning> { group.iter().map(|column| column.meaning).collect() };
    let wanted = meanings(first);
    let is_name =
        |meaning: &Meaning| matches!(meaning, Meaning::FullName | Meaning::FirstName | Meaning::LastName);
    let is_contact = |meaning: &Meaning| matches!(meaning, Meaning::Email | Meaning::Mobile);
    let has_name = |group: &Vec<OfPerson>| meanings(group).iter().any(is_name);
    if others.is_empty() || !groups.iter().all(has_name) || !wanted.iter().any(is_contact) {
        return None;
    }
    let text = |row: &Row, column: usize| row.cells.get(column).cloned().unwrap_or_default();
    let mut head: Vec<Cell> = shared.iter().map(|column| text(headings, *column)).collect();
    head.extend(first.iter().map(|column| Cell::text(&column.name)));
    let mut rows = vec![Row { cells: head, ..headings.clone() }];
    for row in sheet.rows.iter().skip(header + 1) {
        let before = rows.len();
        for group in &groups {
            let cells = wanted.iter().map(|meaning| {
                let column =
                    group.iter().find(|column| column.meaning == *meaning).map(|column| column.column);
                column.map_or_else(Cell::default, |column| text(row, column))
            });
            let cells: Vec<Cell> = cells.collect();
            if cells.iter().any(|cell| !cell.text.trim().is_empty()) {
                let cells = shared.iter().map(|column| text(row, *column)).chain(cells).collect();
                rows.push(Row { cells, ..row.clone() });
            }
        }
        if rows.len() == before {
            let cells = shared.iter().map(|column| text(row, *column)).collect();
            rows.push(Row { cells, ..row.clone() });
        }
    }
    Some(Sheet { rows, hidden_columns: Vec::new(), ..sheet.clone() })
}

/// A column about one of the people in a row.
struct OfPerson {
    column: usize,
    meaning: Meaning,
    /// What it is called without the person's number.
    name: String,
}

/// The columns of each person, in order.
fn groups(headings: &Row, shared: &[usize]) -> Vec<Vec<OfPerson>> {
    let mut groups: Vec<(usize, Vec<OfPerson>)> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for (column, cell) in headings.cells.iter().enumerate().filter(|(column, _)| !shared.contains(column)) {
        let (number, name) = numbered(&cell.text);
        let Some(meaning) = heading(&name).meaning else { continue };
        let number = number.unwrap_or_else(|| {
            seen.push(name.clone());
            seen.iter().filter(|other| **other == name).count()
        });
        let of_person = OfPerson { column, meaning, name };
        match groups.iter_mut().find(|(other, _)| *other == number) {
            Some((_, group)) if group.iter().any(|other| other.meaning == meaning) => {}
            Some((_, group)) => group.push(of_person),
            None => groups.push((number, vec![of_person])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The number in a heading, and the heading without it and without whom it counts: "Person 2 email" is 2 and "email".
fn numbered(text: &str) -> (Option<usize>, String) {
    const COUNTED: &str = "person people staff user member employee applicant contact account colleague nominee no number \
                           st nd rd th";
    let words = words(text);
    let mut number = None;
    let mut rest = Vec::new();
    for word in &words {
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = word.strip_prefix(letters).unwrap_or_default();
        let ordinal = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let is_ordinal = !ordinal.is_empty() && ordinal.len() < word.len();
        let digits = if is_ordinal { ordinal } else { digits };
        let found = digits.parse::<usize>().ok().filter(|number| (1..=100).contains(number));
        if number.is_none() && found.is_some() {
            number = found;
            if !is_ordinal && !letters.is_empty() {
                rest.push(letters);
            }
        } else {
            rest.push(word);
        }
    }
    if number.is_some() {
        rest.retain(|word| !lists(COUNTED, word));
    }
    let name = rest.join(" ");
    (number, if name.is_empty() && number.is_some() { "name".to_owned() } else { name })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::delimited;

    #[test]
    fn the_names_people_give_the_columns_of_their_sites_are_known() {
        for (text, site_box) in [
            ("Site name", SiteBox::Name),
            ("Care home", SiteBox::Name),
            ("Location Name", SiteBox::Name),
            ("Name of the home or branch", SiteBox::Name),
            ("ODS code", SiteBox::OdsCode),
            ("Site ODS", SiteBox::OdsCode),
            ("Location ODS Code", SiteBox::OdsCode),
            ("CQC Location ID", SiteBox::LocationId),
            ("Location ID", SiteBox::LocationId),
            ("CQC ID", SiteBox::LocationId),
            ("Postcode", SiteBox::Postcode),
            ("Location Postal Code", SiteBox::Postcode),
        ] {
            assert_eq!(site_heading(text).map(|(found, _)| found), Some(site_box), "{text}");
        }
        for text in
            ["CQC Provider ID", "First name", "Email", "Home phone", "Personal postcode", "Job title", ""]
        {
            assert_eq!(site_heading(text), None, "{text}");
        }
    }

    #[test]
    fn the_people_of_a_site_in_one_row_are_given_a_row_each() {
        let text = "Home,Postcode,Person 1 name,Person 1 email,Person 2 name,Person 2 email\n\
                    Oak House,LN1 1AA,Anna Smith,a@example.org,Ben Jones,b@example.org\n\
                    Elm Court,LN2 2AA,Cleo Ward,c@example.org,,\nAsh Lodge,LN3 3AA,,,,\n";
        let sheet = along(&delimited::read(text)).unwrap();
        let rows: Vec<(u32, String)> = sheet
            .rows
            .iter()
            .map(|row| {
                let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
                (row.number, cells.join("|"))
            })
            .collect();
        assert_eq!(
            rows,
            [
                (1, "Home|Postcode|name|email".to_owned()),
                (2, "Oak House|LN1 1AA|Anna Smith|a@example.org".to_owned()),
                (2, "Oak House|LN1 1AA|Ben Jones|b@example.org".to_owned()),
                (3, "Elm Court|LN2 2AA|Cleo Ward|c@example.org".to_owned()),
                (4, "Ash Lodge|LN3 3AA".to_owned()),
            ]
        );
    }

    #[test]
    fn people_along_a_row_are_known_by_their_numbers_however_they_are_written_and_by_headings_that_repeat() {
        for headings in [
            "Site,Name 1,Email 1,Mobile 1,Name 2,Email 2,Mobile 2",
            "Site,1st person,1st person email,1st person mobile,2nd person,2nd person email,2nd person mobile",
            "Site,Name,Email,Mobile,Name,Email,Mobile",
            "Site,Person1,Email1,Mobile1,Person2,Email2,Mobile2",
        ] {
            let text =
                format!("{headings}\nOak,Anna Smith,a@b.org,07700900123,Ben Jones,b@b.org,07700900124\n");
            let sheet = along(&delimited::read(&text));
            assert_eq!(sheet.map(|sheet| sheet.rows.len()), Some(3), "{headings}");
        }
        for headings in ["Site,Name,Email 1,Email 2,Mobile 1,Mobile 2", "Name,Email,Name,Email"] {
            let text = format!("{headings}\nOak,a@b.org,Anna Smith,b@b.org,07700900123,07700900124\n");
            assert_eq!(along(&delimited::read(&text)), None, "{headings}");
        }
    }
}
