//! What a site comes to as a whole, beyond what each of its rows says.
//!
//! The rules are those of one application. They are asked where something could be found: what can be seen to be in
//! order from a site's codes, its number of people and the hashes of their values is not read again.

use super::kept::{KeptPerson, KeptSite};
use crate::application::{MailboxRole, Person, SiteBox};
use crate::fields::{location_id, ods_code, postcode};
use crate::intake::site_list::{RowReader, SiteList};
use crate::rules;
use crate::rules::finding::Finding;
use crate::settings::Settings;

/// Marks whoever stands in an earlier row of the same site too. Returns how many.
pub(super) fn leave_out_repeated(sites: &[KeptSite], people: &mut [KeptPerson]) -> usize {
    let mut repeated = 0;
    for site in sites {
        let range = site.people.0 as usize..site.people.1 as usize;
        let Some(people) = people.get_mut(range) else { continue };
        // Of a site with hundreds of people, only rows beside each other are compared: it is told that it lists too
        // many, and nobody waits an hour to hear of each pair.
        let nearest = if people.len() > MOST_COMPARED { 8 } else { people.len() };
        for index in 1..people.len() {
            let (before, rest) = people.split_at_mut(index);
            let Some(person) = rest.first_mut() else { continue };
            let mut before = before.iter().rev().take(nearest);
            if before.any(|other| !other.facts.is_repeated && other.is_same_as(person)) {
                person.facts.is_repeated = true;
                repeated += 1;
            }
        }
    }
    repeated
}

/// Up to how many people of one site are compared each with each. A site with more is told that it lists too many.
const MOST_COMPARED: usize = 200;

/// What the rules find about a site of a list and its people together. What they find of each person alone is not
/// among it.
pub(super) fn of_list(
    list: &SiteList,
    reader: &RowReader,
    site: &KeptSite,
    people: &[KeptPerson],
    settings: &Settings,
) -> Vec<Finding> {
    let listed = || people.iter().filter(|person| !person.facts.is_repeated);
    let asked = list.asked();
    let is_compared = people.len() <= MOST_COMPARED;
    let of_role = |person: &KeptPerson| Person { role: person.facts.role, ..Person::default() };
    if is_compared && (shares(people) || listed().any(|person| person.facts.is_homes)) {
        // About whoever shares nothing, the rules say nothing but what hangs on their role.
        let is_read = |person: &&KeptPerson| person.facts.is_homes || shares_with_any(person, people);
        let read = |person: &KeptPerson| match Some(person).filter(is_read) {
            Some(person) => read(reader, person),
            None => Some(of_role(person)),
        };
        let people = listed().filter_map(read).collect();
        return rules::check_listed(&site.site, people, asked, settings);
    }
    let count = listed().count();
    let are_boxes_plain = SiteBox::ALL.into_iter().zip(asked.boxes).all(|(site_box, is_asked)| {
        let typed = site.site.typed(site_box);
        !is_asked
            || match site_box {
                SiteBox::Name => !typed.is_empty(),
                SiteBox::LocationId => location_id::is_plain(typed),
                SiteBox::Postcode => postcode::is_plain(typed),
                SiteBox::OdsCode => ods_code::is_plain(typed),
            }
    });
    let is_number_right = (settings.fewest_accounts..=settings.most_accounts).contains(&count);
    let are_roles_right = !asked.roles
        || listed().all(|person| person.facts.role.is_some())
            && listed().any(|person| person.facts.role == Some(MailboxRole::Owner));
    if are_boxes_plain && is_number_right && are_roles_right {
        return Vec::new();
    }
    // Of the people, these rules look at their number and their roles.
    rules::check_listed(&site.site, listed().map(of_role).collect(), asked, settings)
}

/// The person in the row, read in full.
fn read(reader: &RowReader, person: &KeptPerson) -> Option<Person> {
    let read = reader.person(person.place, person.number)?;
    Some(Person { role: person.facts.role, ..read.person })
}

/// Whether two who are listed have the same address, mobile or name.
fn shares(people: &[KeptPerson]) -> bool {
    let listed = || people.iter().filter(|person| !person.facts.is_repeated);
    listed().enumerate().any(|(index, person)| listed().take(index).any(|other| is_alike(person, other)))
}

/// Whether another who is listed has the same address, mobile or name as this person.
fn shares_with_any(person: &KeptPerson, people: &[KeptPerson]) -> bool {
    let mut others = people.iter().filter(|other| !other.facts.is_repeated && other.place != person.place);
    others.any(|other| is_alike(person, other))
}

fn is_alike(person: &KeptPerson, other: &KeptPerson) -> bool {
    let is_shared = |one: u64, other: u64| one != 0 && one == other;
    is_shared(person.name, other.name)
        || is_shared(person.email, other.email)
        || is_shared(person.mobile, other.mobile)
}
