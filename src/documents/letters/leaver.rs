//! What a leaver's letter says of the shared mailbox, where the leaver owns it: a mailbox whose only owner has left
//! locks its site out.

use crate::application::{AfterBox, Application, Letter, LetterBox, MailboxRole, Person};
use crate::text::{lowercase, with_and};

/// Who else owns the mailbox; `None` where the letter is about nobody who is known to own it. Of two people with the
/// leaver's name, both have to.
pub(super) fn other_owners(letter: Letter, application: &Application) -> Option<Vec<String>> {
    let name = lowercase(application.afterwards.value(AfterBox::Of(letter, LetterBox::Name)).trim());
    if letter != Letter::Leaver || name.is_empty() {
        return None;
    }
    let owns = |person: &Person| person.role == Some(MailboxRole::Owner);
    let people = application.people.iter();
    let (named, others): (Vec<_>, Vec<_>) = people.partition(|person| lowercase(&person.full_name()) == name);
    let is_owner = !named.is_empty() && named.iter().all(|person| owns(person));
    let others = others.into_iter().filter(|person| owns(person)).map(Person::full_name);
    is_owner.then(|| others.filter(|name| !name.is_empty()).collect())
}

/// That the leaver owns the mailbox, and who owns it besides, as it stands in the letter.
pub(super) fn owned(letter: Letter, application: &Application) -> Option<String> {
    let others = other_owners(letter, application)?;
    Some(match others.len() {
        0 => "They are the only owner of our shared mailbox, so it needs another one.".to_owned(),
        1 => format!("They are an owner of our shared mailbox. {} stays its owner.", with_and(&others)),
        _ => format!("They are an owner of our shared mailbox. {} stay its owners.", with_and(&others)),
    })
}

#[cfg(test)]
mod tests {
    use super::super::{LetterDraft, MARK, draft};
    use super::*;
    use crate::rules::fixtures::ready;

    fn leaving(name: &str, owners: &[usize]) -> Application {
        let mut application = ready();
        for (index, person) in application.people.iter_mut().enumerate() {
            let is_owner = owners.contains(&index);
            person.role = Some(if is_owner { MailboxRole::Owner } else { MailboxRole::Member });
        }
        application.afterwards.set(AfterBox::Of(Letter::Leaver, LetterBox::Name), name.into());
        application
    }

    fn next_owner_is_asked(draft: &LetterDraft) -> bool {
        draft.to_do.iter().any(|to_do| to_do.label == "Who is to own the shared mailbox after them")
    }

    #[test]
    fn the_only_owner_who_leaves_is_said_to_be_one_and_the_next_is_asked_for() {
        let mut application = leaving("anna SMITH", &[0]);
        let asking = draft(Letter::Leaver, &application);
        assert!(asking.text.contains("They are the only owner of our shared mailbox"), "{}", asking.text);
        assert!(
            asking.text.contains(&format!("To own our shared mailbox after them: {MARK}")),
            "{}",
            asking.text
        );
        assert!(next_owner_is_asked(&asking));

        application.afterwards.set(AfterBox::Of(Letter::Leaver, LetterBox::NextOwner), "Ben Jones".into());
        let whole = draft(Letter::Leaver, &application);
        assert!(whole.text.contains("To own our shared mailbox after them: Ben Jones\n"), "{}", whole.text);
        assert!(!next_owner_is_asked(&whole));
    }

    #[test]
    fn whoever_owns_it_besides_is_named_and_nobody_else_is_asked_for() {
        let two = draft(Letter::Leaver, &leaving("Anna Smith", &[0, 1]));
        assert!(two.text.contains("They are an owner of our shared mailbox. Ben Jones stays its owner."));
        assert!(!next_owner_is_asked(&two));
        let three = draft(Letter::Leaver, &leaving("Anna Smith", &[0, 1, 2])).text;
        assert!(three.contains("Ben Jones and ") && three.contains(" stay its owners."), "{three}");
    }

    #[test]
    fn nothing_is_said_of_a_member_of_a_stranger_and_of_one_of_two_who_share_a_name() {
        for application in [leaving("Ben Jones", &[0]), leaving("Somebody Else", &[0]), leaving("", &[0])] {
            assert!(!draft(Letter::Leaver, &application).text.contains("owner"));
        }
        let mut application = leaving("Anna Smith", &[0]);
        application.people[1].first_name = "Anna".into();
        application.people[1].last_name = "Smith".into();
        assert!(!draft(Letter::Leaver, &application).text.contains("owner"));
        application.people[1].role = Some(MailboxRole::Owner);
        assert!(draft(Letter::Leaver, &application).text.contains("the only owner"));
    }
}
