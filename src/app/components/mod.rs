//! Pieces of screens, in the markup of nhsuk-frontend; one file a component.

mod actions;
mod after_boxes;
mod buttons;
mod checkbox;
mod details;
mod form;
mod heading;
mod links;
mod notes;
mod notice;
mod person_card;
mod radios;
mod storage_notice;
mod summary_list;
mod text_input;
mod work_status;

pub use actions::Actions;
pub use after_boxes::{AfterDay, AfterText, after_box_id};
pub use buttons::{Button, ContinueButton, LinkButton, PrimaryButton, TextButton};
pub use checkbox::Checkbox;
pub use details::Details;
pub use form::{ErrorMessages, Form, form_group_class, input_class, problems};
pub use heading::{BackLink, Heading, PrintedFor};
pub use links::{ExternalLink, Linked};
pub use notes::{EachFinding, NoteItem, Notes};
pub use notice::Notice;
pub use person_card::PersonCards;
pub use radios::{RadioOption, Radios};
pub use storage_notice::{ClockNotice, SettingsNotice, StorageNotice};
pub use summary_list::SummaryRow;
pub use text_input::TextInput;
pub use work_status::{StatusNotice, WorkStatus};
