//! Pieces of screens, in the markup of nhsuk-frontend; one file a part.

mod buttons;
mod error_summary;
mod heading;
mod notes;
mod radios;
mod summary_list;
mod text_box;

pub use buttons::{button, continue_button, link_button};
pub use error_summary::{error_summary, form, problems};
pub use heading::{back_link, heading};
pub use notes::notes;
pub use radios::{RadioOption, Radios, radios};
pub use summary_list::{Row, summary_list};
pub use text_box::{TextBox, errors_at, text_box};
