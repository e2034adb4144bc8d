//! What differs between two applications for the same site, for whoever has to choose one of them.

use std::collections::BTreeSet;

use super::{Application, Person, PersonBox, Question, SiteBox, Workspace};

/// What differs between `here`, what this tab holds, and `there`, what another does: a line each, those first by
/// which one is best told from the other. Empty where they hold the same.
pub fn differences(here: &Workspace, there: &Workspace) -> Vec<String> {
    let (mut found, several) = (Vec::new(), here.others.count() > 1 || there.others.count() > 1);
    let (mut ours, mut theirs) = (here.applications(), there.applications());
    for index in 0.. {
        let (here, there) = (ours.next(), theirs.next());
        let (Some(here), Some(there)) = (here, there) else {
            found.extend(here.map(|site| format!("Only in this tab: {}", site.call_site(index))));
            found.extend(there.map(|site| format!("Only in the other tab: {}", site.call_site(index))));
            if here.is_none() && there.is_none() {
                return found;
            }
            continue;
        };
        let about = if several { format!("{}. ", here.call_site(index)) } else { String::new() };
        found.extend(of_one(here, there).into_iter().map(|line| format!("{about}{line}")));
    }
    found
}

fn of_one(here: &Application, there: &Application) -> Vec<String> {
    let mut found = Vec::new();
    for site_box in SiteBox::ALL {
        let (ours, theirs) = (here.site.value(site_box), there.site.value(site_box));
        if here.site.typed(site_box) != there.site.typed(site_box) || ours != theirs {
            let said = |value: String| if value.is_empty() { "nothing".to_owned() } else { value };
            let (ours, theirs) = (said(ours), said(theirs));
            found.push(format!("{}: {ours} in this tab, {theirs} in the other", site_box.label()));
        }
    }
    people(here, there, &mut found);
    for question in Question::all() {
        if here.answers.kept(question) != there.answers.kept(question) {
            found.push(format!("Answer to “{}”", question.entry().asks));
        }
    }
    if here.afterwards != there.afterwards {
        found.push("What is entered under “After you have applied”".to_owned());
    }
    if found.is_empty() && here != there {
        found.push("What you ticked as checked".to_owned());
    }
    found
}

fn people(here: &Application, there: &Application, found: &mut Vec<String>) {
    let mut theirs: Vec<(usize, &Person)> = there.people.iter().enumerate().collect();
    // Those who are alike in both are set aside first, then those of whom only a box differs.
    let mut ours: Vec<(usize, &Person)> = here.people.iter().enumerate().collect();
    ours.retain(|(_, person)| take(&mut theirs, |other| other == *person).is_none());
    ours.retain(|(index, person)| {
        let Some(other) = take(&mut theirs, |other| shares_a_box(person, other)) else { return true };
        let boxes: Vec<_> = PersonBox::ALL
            .into_iter()
            .filter(|person_box| person.typed(*person_box) != other.typed(*person_box))
            .map(|person_box| person_box.label().to_lowercase())
            .collect();
        found.push(format!("{}: {}", here.call_person(*index), boxes.join(", ")));
        false
    });
    found.extend(ours.iter().map(|(index, _)| format!("Only in this tab: {}", here.call_person(*index))));
    found.extend(
        theirs.iter().map(|(index, _)| format!("Only in the other tab: {}", there.call_person(*index))),
    );
    if found.is_empty() && here.people != there.people {
        found.push("The order of the people".to_owned());
    }
}

fn take<'a>(people: &mut Vec<(usize, &'a Person)>, is_it: impl Fn(&Person) -> bool) -> Option<&'a Person> {
    let at = people.iter().position(|(_, person)| is_it(person))?;
    Some(people.remove(at).1)
}

/// Whether two are one person of whom something was changed: they have a name, an address or a number in common.
fn shares_a_box(one: &Person, other: &Person) -> bool {
    let known = |person: &Person| -> BTreeSet<String> {
        let boxes = [person.full_name(), person.email.clone(), person.mobile.clone()];
        boxes.into_iter().filter(|text| !text.trim().is_empty()).collect()
    };
    !known(one).is_disjoint(&known(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{AfterBox, Answer};
    use crate::rules::fixtures::ready;

    fn alone(application: Application) -> Workspace {
        Workspace { open: application, ..Workspace::default() }
    }

    fn after(change: impl FnOnce(&mut Application)) -> Vec<String> {
        let mut there = ready();
        change(&mut there);
        differences(&alone(ready()), &alone(there))
    }

    #[test]
    fn each_thing_that_differs_is_named_and_nothing_else() {
        assert_eq!(after(|_| ()), [""; 0]);
        assert_eq!(
            after(|there| there.answers.set(Question::Service, Answer::Hospice)),
            ["Answer to “What does this site provide?”"]
        );
        assert_eq!(
            after(|there| there.site.name = "Elm Court".into()),
            ["Name of the home or branch: Oak House Care Home in this tab, Elm Court in the other"]
        );
        assert_eq!(
            after(|there| there.people[0].mobile = "07700 900999".into()),
            ["Anna Smith: mobile number"]
        );
        assert_eq!(after(|there| there.people[0].last_name = "Jones".into()), ["Anna Smith: last name"]);
        assert_eq!(after(|there| drop(there.people.remove(0))), ["Only in this tab: Anna Smith"]);
        assert_eq!(after(|there| there.people.swap(0, 1)), ["The order of the people"]);
        assert_eq!(
            after(|there| there.afterwards.set(AfterBox::Applied, "3/11/2026".into())),
            ["What is entered under “After you have applied”"]
        );
        let confirmed = |there: &mut Application| {
            there.confirm(super::super::Confirmation {
                rule: "person_name".into(),
                doubt: "post-or-place".into(),
                value: "Night Staff".into(),
            });
        };
        assert_eq!(after(confirmed), ["What you ticked as checked"]);
    }

    #[test]
    fn sites_are_named_where_there_are_several() {
        let mut elm = ready();
        elm.site.name = "Elm Court".into();
        let two = Workspace::new(vec![ready(), elm.clone()], 1).unwrap();
        assert_eq!(differences(&alone(ready()), &two), ["Only in the other tab: Elm Court"]);
        assert_eq!(differences(&two, &alone(ready())), ["Only in this tab: Elm Court"]);
        elm.people.clear();
        let changed = Workspace::new(vec![ready(), elm], 0).unwrap();
        let found = differences(&two, &changed);
        assert_eq!(found.len(), ready().people.len());
        assert_eq!(found[0], "Elm Court. Only in this tab: Anna Smith");
    }
}
