//! The screens, and the fragment of the address that each stands at.
//!
//! Every screen is a fragment of one page, so that any static host serves them all, and refresh,
//! Back, Forward and bookmarks work. Our own, because leptos_router has no routing by fragment.

use crate::application::{Letter, PersonBox, Question, SiteBox};
use crate::rules::finding::Place;

/// One screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// The Start page, which is part of `index.html`.
    Start,
    /// The task list.
    Tasks,
    /// A readiness question.
    Apply(Question),
    /// The answer that the readiness questions come to.
    Outcome,
    /// The site, at the very box where one is named.
    Site(Option<SiteBox>),
    /// The people who need accounts.
    People,
    /// One person, counted from 0, at the very box where one is named.
    Person(usize, Option<PersonBox>),
    /// Who owns the shared mailbox.
    Owners,
    /// Bringing in people from a spreadsheet.
    Import,
    /// Check your answers.
    Check,
    /// The verdict, what to do, downloads.
    Result,
    /// The portal's boxes, for the day of applying.
    Portal,
    /// The day after: its dates, letters and papers.
    After,
    /// The days that are known once the application is sent.
    AfterDays,
    /// A letter to the helpdesk.
    Letter(Letter),
    /// Many sites at once.
    Sites,
    /// Saving, opening, keeping, deleting.
    Saved,
    /// The sites that one person prepares.
    YourSites,
    /// The blank form to print.
    Form,
    /// Every rule with its sources.
    Rules,
    /// What is kept where.
    Privacy,
    /// Conformance.
    Accessibility,
    /// No screen stands at this address.
    Missing,
}

/// A screen, and where it was opened from to change one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Route {
    /// The screen.
    pub page: Page,
    /// The screen that Continue leads back to, if it is not the next in order.
    pub from: Option<Origin>,
}

/// A screen with links that lead to one answer, and back when it is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Check your answers.
    Check,
    /// The verdict.
    Result,
    /// The people who need accounts.
    People,
}

impl Origin {
    const ALL: [Origin; 3] = [Origin::Check, Origin::Result, Origin::People];

    /// The screen itself.
    pub fn page(self) -> Page {
        match self {
            Origin::Check => Page::Check,
            Origin::Result => Page::Result,
            Origin::People => Page::People,
        }
    }

    /// How an address ends that leads back to it.
    fn ending(self) -> &'static str {
        match self {
            Origin::Check => "?from=check",
            Origin::Result => "?from=result",
            Origin::People => "?from=people",
        }
    }
}

impl Route {
    /// The route that `fragment` names, with or without its `#`. `None` when it names a place within
    /// the screen, as the link that skips to the content does.
    pub fn parse(fragment: &str) -> Option<Self> {
        let fragment = fragment.trim_start_matches('#');
        if fragment.is_empty() || fragment == "/" {
            return Some(Page::Start.into());
        }
        let path = fragment.strip_prefix('/')?;
        let from = Origin::ALL.into_iter().find(|origin| path.ends_with(origin.ending()));
        let path = path.split('?').next().unwrap_or_default();
        Some(Route { page: Page::parse(path), from })
    }

    /// The address of the route: `#/site/postcode?from=check`.
    pub fn href(self) -> String {
        format!("{}{}", self.page.href(), self.from.map_or("", Origin::ending))
    }
}

impl From<Page> for Route {
    fn from(page: Page) -> Self {
        Route { page, from: None }
    }
}

impl Page {
    fn parse(path: &str) -> Self {
        let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
        let page = match parts.as_slice() {
            ["tasks"] => Some(Page::Tasks),
            ["apply", "outcome"] => Some(Page::Outcome),
            ["apply", key] => Question::from_key(key).map(Page::Apply),
            ["site"] => Some(Page::Site(None)),
            ["site", id] => {
                SiteBox::ALL.into_iter().find(|b| box_id(Place::Site(*b)) == *id).map(|b| Page::Site(Some(b)))
            }
            ["people"] => Some(Page::People),
            ["people", "owners"] => Some(Page::Owners),
            ["people", "import"] => Some(Page::Import),
            ["people", number] => nth(number).map(|index| Page::Person(index, None)),
            ["people", number, id] => nth(number).and_then(|index| {
                let named = PersonBox::ALL.into_iter().find(|b| box_id(Place::Person(index, *b)) == *id);
                named.map(|person_box| Page::of(Place::Person(index, person_box)))
            }),
            ["check"] => Some(Page::Check),
            ["result"] => Some(Page::Result),
            ["portal"] => Some(Page::Portal),
            ["after"] => Some(Page::After),
            ["after", "days"] => Some(Page::AfterDays),
            ["after", "letters", key] => Letter::from_key(key).map(Page::Letter),
            ["sites"] => Some(Page::Sites),
            ["saved"] => Some(Page::Saved),
            ["your-sites"] => Some(Page::YourSites),
            ["form"] => Some(Page::Form),
            ["rules"] => Some(Page::Rules),
            ["privacy"] => Some(Page::Privacy),
            ["accessibility"] => Some(Page::Accessibility),
            _ => None,
        };
        page.unwrap_or(Page::Missing)
    }

    /// The page's address, as a link holds it.
    pub fn href(self) -> String {
        match self {
            Page::Start => "#".to_owned(),
            Page::Tasks => "#/tasks".to_owned(),
            Page::Apply(question) => format!("#/apply/{}", question.entry().key),
            Page::Outcome => "#/apply/outcome".to_owned(),
            Page::Site(None) => "#/site".to_owned(),
            Page::Site(Some(b)) => format!("#/site/{}", box_id(Place::Site(b))),
            Page::People => "#/people".to_owned(),
            Page::Person(index, None) => format!("#/people/{}", index + 1),
            Page::Person(index, Some(b)) => {
                format!("#/people/{}/{}", index + 1, box_id(Place::Person(index, b)))
            }
            Page::Owners => "#/people/owners".to_owned(),
            Page::Import => "#/people/import".to_owned(),
            Page::Check => "#/check".to_owned(),
            Page::Result => "#/result".to_owned(),
            Page::Portal => "#/portal".to_owned(),
            Page::After => "#/after".to_owned(),
            Page::AfterDays => "#/after/days".to_owned(),
            Page::Letter(letter) => format!("#/after/letters/{}", letter.key()),
            Page::Sites => "#/sites".to_owned(),
            Page::Saved => "#/saved".to_owned(),
            Page::YourSites => "#/your-sites".to_owned(),
            Page::Form => "#/form".to_owned(),
            Page::Rules => "#/rules".to_owned(),
            Page::Privacy => "#/privacy".to_owned(),
            Page::Accessibility => "#/accessibility".to_owned(),
            Page::Missing => "#/missing".to_owned(),
        }
    }

    /// The screen to mend `place` on.
    pub fn of(place: Place) -> Self {
        match place {
            Place::Question(question) => Page::Apply(question),
            Place::Site(site_box) => Page::Site(Some(site_box)),
            Place::People => Page::People,
            // It is chosen for all of them together.
            Place::Person(_, PersonBox::Role) => Page::Owners,
            Place::Person(index, person_box) => Page::Person(index, Some(person_box)),
        }
    }
}

/// The index that a number in an address stands for: people are numbered from 1.
fn nth(number: &str) -> Option<usize> {
    number.parse::<usize>().ok().filter(|number| (1..100_000).contains(number)).map(|number| number - 1)
}

/// The id of the box for `place` on its screen: the box itself, or the first of its radios.
pub fn box_id(place: Place) -> &'static str {
    match place {
        Place::Question(_) => "answer",
        Place::Site(SiteBox::Name) => "site-name",
        Place::Site(SiteBox::LocationId) => "location-id",
        Place::Site(SiteBox::Postcode) => "postcode",
        Place::Site(SiteBox::OdsCode) => "ods-code",
        Place::People => "people",
        Place::Person(_, PersonBox::FirstName) => "first-name",
        Place::Person(_, PersonBox::LastName) => "last-name",
        Place::Person(_, PersonBox::Email) => "email",
        Place::Person(_, PersonBox::Mobile) => "mobile",
        Place::Person(_, PersonBox::Role) => "mailbox-role",
    }
}

/// The id of the link on Check your answers that leads to `page`; `None` where there is none.
pub fn change_id(page: Page) -> Option<String> {
    match page {
        Page::Apply(question) => Some(format!("change-{}", place_id(Place::Question(question)))),
        Page::Site(Some(site_box)) => Some(format!("change-{}", place_id(Place::Site(site_box)))),
        Page::Person(index, _) => Some(format!("change-{}", index + 1)),
        _ => None,
    }
}

/// A name for `place` that no other place on any screen has.
pub fn place_id(place: Place) -> String {
    match place {
        Place::Person(index, _) => format!("{}-{}", index + 1, box_id(place)),
        Place::Question(question) => question.entry().key.to_owned(),
        Place::Site(_) | Place::People => box_id(place).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_screen() {
        let mut pages = vec![
            Page::Start,
            Page::Tasks,
            Page::Outcome,
            Page::Site(None),
            Page::People,
            Page::Person(0, None),
            Page::Person(11, Some(PersonBox::Mobile)),
            Page::Owners,
            Page::Import,
            Page::Check,
            Page::Result,
            Page::Portal,
            Page::After,
            Page::AfterDays,
            Page::Sites,
            Page::Saved,
            Page::YourSites,
            Page::Form,
            Page::Rules,
            Page::Privacy,
            Page::Accessibility,
        ];
        pages.extend(Letter::ALL.map(Page::Letter));
        pages.extend(Question::all().map(Page::Apply));
        pages.extend(SiteBox::ALL.map(|site_box| Page::Site(Some(site_box))));
        for page in pages {
            for from in [None, Some(Origin::Check), Some(Origin::Result), Some(Origin::People)] {
                if page == Page::Start && from.is_some() {
                    continue;
                }
                let route = Route { page, from };
                assert_eq!(Route::parse(&route.href()), Some(route), "{}", route.href());
            }
        }
    }

    #[test]
    fn an_address_of_no_screen_is_missing_and_a_place_within_a_screen_is_left_alone() {
        for fragment in ["#/nothing", "#/people/0", "#/people/x", "#/apply/", "#/site/mobile", "#//"] {
            assert_eq!(Route::parse(fragment), Some(Page::Missing.into()), "{fragment}");
        }
        assert_eq!(Route::parse("#main"), None);
        assert_eq!(Route::parse(""), Some(Page::Start.into()));
    }
}
