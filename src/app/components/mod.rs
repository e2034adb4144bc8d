//! Pieces of screens, in the markup of nhsuk-frontend; one file a component.

mod buttons;
mod checkbox;
mod copy_button;
mod details;
mod fix_names;
mod form;
mod heading;
mod links;
mod list_notice;
mod notes;
mod notice;
mod person_card;
mod radios;
mod storage_notice;
mod summary_list;
mod text_input;
mod work_status;

pub use buttons::{Button, ContinueButton, LinkButton, PrimaryButton, TextButton};
pub use checkbox::Checkbox;
pub use copy_button::CopyButton;
pub use details::Details;
pub use fix_names::FixNames;
pub use form::{ErrorMessages, Form, form_group_class, input_class, is_error, problems};
pub use heading::{BackLink, Heading};
pub use links::ExternalLink;
pub use list_notice::ListNotice;
pub use notes::{EachFinding, NoteItem, Notes};
pub use notice::Notice;
pub use person_card::PersonCards;
pub use radios::{RadioOption, Radios};
pub use storage_notice::{SettingsNotice, StorageNotice};
pub use summary_list::SummaryRow;
pub use text_input::TextInput;
pub use work_status::{StatusNotice, WorkStatus};
