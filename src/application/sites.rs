//! Several sites, one person: an application a site, of which one is open.

use super::{AfterBox, Answer, Application, Question, SiteBox};

/// How many sites one person prepares at most, in one file.
pub const MOST_SITES: usize = 50;

/// Everything that one person prepares.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Workspace {
    /// The application that the screens show.
    pub open: Application,
    /// Those of the other sites.
    pub others: OtherSites,
}

/// The sites beside the one that is open. All of them have an order: that in which they were added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OtherSites {
    before: Vec<Application>,
    after: Vec<Application>,
}

/// The answers that may hold for each site of a provider: they are handed on to the next site, and said there.
const HANDED_ON: [Question; 3] = [Question::Service, Question::Registered, Question::Funding];

/// The answers about the toolkit, which are the provider's where its head office published it.
const TOOLKIT: [Question; 3] = [Question::DsptStatus, Question::DsptEdition, Question::DsptPublisher];

/// Who writes to the helpdesk for each site.
const CONTACT: [AfterBox; 3] = [AfterBox::YourName, AfterBox::YourEmail, AfterBox::YourTelephone];

impl Workspace {
    /// The workspace of `applications`, of which the one at `open` is open, counted from 0. `None` where there
    /// is none at that place.
    pub fn new(mut applications: Vec<Application>, open: usize) -> Option<Self> {
        if open >= applications.len() {
            return None;
        }
        let after = applications.split_off(open + 1);
        let open = applications.pop()?;
        Some(Workspace { open, others: OtherSites { before: applications, after } })
    }

    /// Whether nothing has been entered about any site.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty() && self.others.is_empty()
    }

    /// Each application, in the order of the sites.
    pub fn applications(&self) -> impl Iterator<Item = &Application> {
        self.others.with_open(&self.open)
    }

    /// The workspace without people about whom nothing is entered: their screen was opened, and no more.
    pub fn without_empty_people(mut self) -> Self {
        let OtherSites { before, after } = &mut self.others;
        for application in before.iter_mut().chain([&mut self.open]).chain(after) {
            application.people.retain(|person| !person.is_empty());
        }
        self
    }

    /// Opens the site at `index`, counted from 0; where there is none, nothing changes.
    pub fn go_to(self, index: usize) -> Self {
        let as_it_was = self.clone();
        Workspace::new(self.into_applications(), index).unwrap_or(as_it_was)
    }

    /// Adds a site behind the others, with the answers that the open one hands on, and opens it.
    pub fn add_site(self) -> Self {
        let next = self.open.for_next_site();
        let mut applications = self.into_applications();
        applications.push(next);
        let last = applications.len() - 1;
        Workspace::new(applications, last).unwrap_or_default()
    }

    /// The workspace without the site at `index`, and the application it had. Where that was the open one, the
    /// one before it is open; where it was the only one, one with nothing entered.
    pub fn without(self, index: usize) -> (Self, Option<Application>) {
        let open = self.others.position();
        let mut applications = self.into_applications();
        let removed = (index < applications.len()).then(|| applications.remove(index));
        let open = if removed.is_some() && index <= open { open.saturating_sub(1) } else { open };
        (Workspace::new(applications, open).unwrap_or_default(), removed)
    }

    /// Puts `application` back to where it was taken from. The site that is open stays so.
    pub fn put_back(self, index: usize, application: Application) -> Self {
        let open = self.others.position();
        let mut applications = self.into_applications();
        let index = index.min(applications.len());
        applications.insert(index, application);
        Workspace::new(applications, if index <= open { open + 1 } else { open }).unwrap_or_default()
    }

    fn into_applications(self) -> Vec<Application> {
        let Workspace { open, others: OtherSites { mut before, after } } = self;
        before.push(open);
        before.extend(after);
        before
    }
}

impl OtherSites {
    /// Whether there is only the one site that is open.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// How many sites there are, with the one that is open.
    pub fn count(&self) -> usize {
        self.before.len() + 1 + self.after.len()
    }

    /// The place of the open site among all, counted from 0.
    pub fn position(&self) -> usize {
        self.before.len()
    }

    /// Each application in the order of the sites, of which `open` is the one that is open.
    pub fn with_open<'a>(&'a self, open: &'a Application) -> impl Iterator<Item = &'a Application> {
        self.before.iter().chain([open]).chain(&self.after)
    }
}

impl Application {
    /// What to call the site at `index`, counted from 0: its name, or "Site 3".
    pub fn call_site(&self, index: usize) -> String {
        let name = self.site.value(SiteBox::Name);
        if name.is_empty() { format!("Site {}", index + 1) } else { name }
    }

    /// The questions whose answers here are handed on to the next site of the provider: those that may be the
    /// same there. Whether that site has NHSmail, and how one shows that one acts for it, is asked anew.
    pub fn handed_on(&self) -> impl Iterator<Item = Question> {
        let is_providers = self.answers.kept(Question::DsptPublisher) == Some(&Answer::HeadOffice);
        let toolkit = if is_providers { TOOLKIT.as_slice() } else { &[] };
        let all = HANDED_ON.iter().chain(toolkit).copied();
        all.filter(|question| self.answers.kept(*question).is_some())
    }

    /// Whether somebody is named here who writes to the helpdesk: they are handed on too.
    pub fn hands_on_contact(&self) -> bool {
        CONTACT.into_iter().any(|after_box| !self.afterwards.typed(after_box).is_empty())
    }

    /// A new application for the next site of the same provider.
    fn for_next_site(&self) -> Application {
        let mut next = Application::default();
        for question in self.handed_on() {
            if let Some(answer) = self.answers.kept(question) {
                next.answers.set(question, answer.clone());
            }
        }
        for after_box in CONTACT {
            next.afterwards.set(after_box, self.afterwards.typed(after_box).to_owned());
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixtures::ready;

    fn named(name: &str) -> Application {
        let mut application = Application::default();
        application.site.name = name.into();
        application
    }

    fn workspace(names: &[&str], open: usize) -> Workspace {
        Workspace::new(names.iter().map(|name| named(name)).collect(), open).unwrap()
    }

    fn names(workspace: &Workspace) -> Vec<String> {
        let open = workspace.others.position();
        let mark = |index| if index == open { "*" } else { "" };
        let all = workspace.applications().enumerate();
        all.map(|(index, application)| format!("{}{}", mark(index), application.call_site(index))).collect()
    }

    #[test]
    fn sites_keep_their_order_whichever_is_open() {
        let sites = workspace(&["Ash", "", "Elm"], 1);
        assert_eq!(names(&sites), ["Ash", "*Site 2", "Elm"]);
        assert_eq!(names(&sites.clone().go_to(2)), ["Ash", "Site 2", "*Elm"]);
        assert_eq!(names(&sites.clone().go_to(3)), ["Ash", "*Site 2", "Elm"]);
        assert_eq!(names(&sites.clone().add_site()), ["Ash", "Site 2", "Elm", "*Site 4"]);
        assert_eq!((sites.others.count(), sites.others.position()), (3, 1));
        assert_eq!(Workspace::new(Vec::new(), 0), None);
    }

    #[test]
    fn whoever_asks_for_one_site_asks_for_the_next_and_nothing_else_of_the_day_after_is_handed_on() {
        let mut sites = workspace(&["Ash"], 0);
        for (after_box, text) in [(AfterBox::YourName, "Ruth Okoro"), (AfterBox::Applied, "1/2/2026")] {
            sites.open.afterwards.set(after_box, text.into());
        }
        let next = sites.add_site().open.afterwards;
        assert_eq!((next.typed(AfterBox::YourName), next.typed(AfterBox::Applied)), ("Ruth Okoro", ""));
    }

    #[test]
    fn a_site_that_is_taken_away_can_be_put_back() {
        for (open, index, left) in [
            (0, 0, ["*Oak", "Elm"]),
            (1, 1, ["*Ash", "Elm"]),
            (2, 2, ["Ash", "*Oak"]),
            (0, 2, ["*Ash", "Oak"]),
            (2, 0, ["Oak", "*Elm"]),
        ] {
            let sites = workspace(&["Ash", "Oak", "Elm"], open);
            let (after, removed) = sites.without(index);
            assert_eq!(names(&after), left, "{open} {index}");
            let again = after.put_back(index, removed.unwrap());
            let plain: Vec<_> = names(&again).iter().map(|name| name.replace('*', "")).collect();
            assert_eq!(plain, ["Ash", "Oak", "Elm"]);
        }
        let (after, removed) = workspace(&["Ash"], 0).without(0);
        assert_eq!((after, removed), (Workspace::default(), Some(named("Ash"))));
    }

    #[test]
    fn the_next_site_has_the_providers_answers_and_nobody_elses() {
        let mut first = ready();
        let next = Workspace { open: first.clone(), ..Workspace::default() }.add_site().open;
        assert_eq!(next.answers.kept(Question::Service), Some(&Answer::CareHome));
        for question in [Question::AlreadyHas, Question::Proof, Question::DsptStatus] {
            assert_eq!(next.answers.kept(question), None, "{question:?}");
        }
        assert!(next.people.is_empty() && next.site == Default::default() && next.confirmed.is_empty());
        first.answers.set(Question::DsptPublisher, Answer::HeadOffice);
        first.afterwards.set(AfterBox::YourName, "Pat Lee".into());
        first.afterwards.set(AfterBox::Applied, "3/11/2026".into());
        let next = first.for_next_site();
        assert_eq!(next.answers.kept(Question::DsptStatus), Some(&Answer::Met));
        assert_eq!(next.answers.kept(Question::DsptPublisher), Some(&Answer::HeadOffice));
        assert!(first.hands_on_contact() && !ready().hands_on_contact());
        assert_eq!(next.afterwards.typed(AfterBox::YourName), "Pat Lee");
        assert_eq!(next.afterwards.typed(AfterBox::Applied), "");
    }
}
