//! Documents on A4, such as `nhsmail-checklist.pdf`: tagged as PDF/UA-1 has it, so that a screen reader goes
//! through it as an eye does.

mod compose;
mod face;
mod piece;
mod render;

use std::fmt::{self, Display};

use self::compose::compose;
use self::face::Faces;
use self::render::render;
use super::checklist::Checklist;

/// Why there is no PDF. [`Display`] is the sentence to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPdf {
    /// It has words with letters that its type does not have: these.
    Unshown(Vec<String>),
    /// What was made would not keep to the standard.
    NotToStandard,
}

impl Display for NoPdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoPdf::Unshown(words) => {
                let first: Vec<String> = words.iter().take(5).map(|word| format!("“{word}”")).collect();
                let more = if words.len() > 5 { " and others" } else { "" };
                write!(
                    f,
                    "The PDF cannot show {}{more}. Download it as a web page: it shows every name.",
                    first.join(", ")
                )
            }
            NoPdf::NotToStandard => {
                f.write_str("The PDF could not be made. Download it as a web page: it says the same.")
            }
        }
    }
}

/// The file.
///
/// # Errors
/// Says which words it cannot show: a name with a letter left out is not that name.
pub fn pdf(checklist: &Checklist) -> Result<Vec<u8>, NoPdf> {
    let faces = Faces::read().ok_or(NoPdf::NotToStandard)?;
    let composed = compose(checklist, &faces);
    if !composed.unshown.is_empty() {
        return Err(NoPdf::Unshown(composed.unshown));
    }
    render(composed, &checklist.title, checklist.brand, &faces).ok_or(NoPdf::NotToStandard)
}

/// What to say before anyone asks for the PDF: which words it cannot show, if there are any.
pub fn unshown(checklist: &Checklist) -> String {
    let words = Faces::read().map(|faces| compose(checklist, &faces).unshown).unwrap_or_default();
    if words.is_empty() { String::new() } else { NoPdf::Unshown(words).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::Application;
    use crate::documents::checklist::checklist;
    use crate::documents::hand_over::hand_over;
    use crate::documents::slips::slips;
    use crate::rules::check;
    use crate::rules::fixtures::{ready, today};
    use crate::settings::Settings;

    fn list_of(application: &Application) -> Checklist {
        let settings = Settings::default();
        let report = check(application, &settings, today());
        checklist(application, &report, &settings, today())
    }

    fn pdf_of(application: &Application) -> Result<Vec<u8>, NoPdf> {
        pdf(&list_of(application))
    }

    #[test]
    fn it_keeps_to_the_standard_whatever_is_outstanding() {
        let mut application = ready();
        assert!(pdf_of(&application).is_ok());
        assert!(pdf_of(&Application::default()).is_ok());
        application.people[0].mobile = "012".into();
        application.people[1].first_name = "Ọlọ́run \t \n Đặng".into();
        application.site.name = "long name ".repeat(400);
        assert!(pdf_of(&application).is_ok());
        application.people = vec![application.people[1].clone(); 60];
        assert!(pdf_of(&application).is_ok());
    }

    #[test]
    fn the_hand_over_sheet_and_the_slips_keep_to_it_too() {
        let settings = Settings::default();
        for application in [ready(), Application::default()] {
            assert!(pdf(&hand_over(&application, &settings, today())).is_ok());
            assert!(pdf(&slips(&application, &settings, today())).is_ok());
        }
    }

    #[test]
    fn it_has_the_hosts_own_colour() {
        let list = list_of(&ready());
        let other = Checklist { brand: [0x7a, 0x1f, 0x5c], ..list.clone() };
        assert_ne!(pdf(&list), pdf(&other));
        assert_eq!(pdf(&list), pdf(&list));
    }

    #[test]
    fn a_name_it_cannot_show_is_named() {
        let mut application = ready();
        application.people[0].first_name = "محمد".into();
        application.people[1].last_name = "王".into();
        let refused = pdf_of(&application).unwrap_err();
        assert_eq!(refused, NoPdf::Unshown(vec!["محمد".into(), "王".into()]));
        let list = list_of(&application);
        assert_eq!(unshown(&list), refused.to_string());
        assert!(refused.to_string().starts_with("The PDF cannot show “محمد”, “王”. "), "{refused}");
    }
}
