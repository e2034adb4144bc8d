//! `nhsmail-people-form.xlsx`: a blank list to send round, which the import reads without asking.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Format, FormatBorder, Formula, Worksheet, XlsxError,
};

use super::workbook::{heading_format, set_up_printing, text_format, workbook};
use crate::application::{MailboxRole, PersonBox};
use crate::settings::Settings;

/// The file: a row for each account a site may ask for. `None` only for more than a sheet has rows.
pub fn xlsx(settings: &Settings) -> Option<Vec<u8>> {
    write(settings).ok()
}

fn write(settings: &Settings) -> Result<Vec<u8>, XlsxError> {
    const TITLE: &str = "People who need NHSmail accounts";
    let mut file = workbook(TITLE)?;
    let sheet = file.add_worksheet();
    sheet.set_name("People")?;
    let title = Format::new().set_bold().set_font_size(16);
    sheet.write_string_with_format(0, 0, TITLE, &title)?;
    let says = [
        format!(
            "Fill in one row for each person, {} to {} people. Use the name as it should stand in NHSmail.",
            settings.fewest_accounts,
            settings.most_accounts
        ),
        "Each person needs an email address and a UK mobile number that nobody else here has. Personal ones will do."
            .to_owned(),
        "Shared mailbox: an owner also decides who else may use it. Two owners are better than one.".to_owned(),
        "Do not pass this list round: people would see each other’s mobile numbers. Send each person a copy with nobody in it, or give them a slip of paper."
            .to_owned(),
    ];
    let headings = u32::try_from(says.len()).unwrap_or(0) + 2;
    for (row, line) in (1..).zip(&says) {
        sheet.write_string(row, 0, line)?;
    }
    let widths = [20.0, 24.0, 38.0, 18.0, 16.0];
    for ((column, person_box), width) in (0..).zip(PersonBox::ALL).zip(widths) {
        sheet.write_string_with_format(headings, column, person_box.label(), &heading_format())?;
        sheet.set_column_width(column, width)?;
    }
    let last = headings + u32::try_from(settings.most_accounts).unwrap_or(0);
    let cell = text_format().set_border(FormatBorder::Thin).set_unlocked();
    for row in headings + 1..=last {
        sheet.set_row_height(row, 24)?;
        for (column, _) in (0..).zip(PersonBox::ALL) {
            sheet.write_blank(row, column, &cell)?;
        }
    }
    check_cells(sheet, headings + 1, last)?;
    sheet.set_freeze_panes(headings + 1, 0)?.set_selection(headings + 1, 0, headings + 1, 0)?;
    set_up_printing(sheet, headings)?;
    sheet.set_print_fit_to_pages(1, 1);
    file.save_to_buffer()
}

/// Checks what is typed, as it is typed. Nothing that only looks odd is kept out: what is unlikely is
/// asked about, and what the portal does not take is said.
fn check_cells(sheet: &mut Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
    // Rows of a spreadsheet are counted from 1.
    let (top, bottom) = (first + 1, last + 1);
    let once = |column: char| format!("COUNTIF(${column}${top}:${column}${bottom},{column}{top})=1");
    let email = format!("=AND(ISNUMBER(FIND(\"@\",C{top})),ISERROR(FIND(\" \",TRIM(C{top}))),{})", once('C'));
    sheet.add_data_validation(
        first,
        2,
        last,
        2,
        &asked(
            Formula::new(email),
            "Their own email address, such as anna@example.org. Not one that is shared, such as office@.",
            "Check this email address. It has one @ and no spaces, and nobody else on this list has it.",
        )?,
    )?;
    let digits = format!("SUBSTITUTE(D{top},\" \",\"\")");
    let mobile = format!(
        "=AND(OR(AND(LEFT({digits},2)=\"07\",LEN({digits})=11),AND(LEFT({digits},4)=\"+447\",LEN({digits})=13)),{})",
        once('D')
    );
    sheet.add_data_validation(
        first,
        3,
        last,
        3,
        &asked(
            Formula::new(mobile),
            "Their own UK mobile number, such as 07700 900123. The temporary password is sent to it.",
            "Check this mobile number. It has 11 digits and starts with 07, and nobody else on this list has it.",
        )?,
    )?;
    let roles = DataValidation::new()
        .allow_list_strings(&MailboxRole::ALL.map(MailboxRole::name))?
        .set_input_message("Choose Owner or Member.")?
        .set_error_title("Shared mailbox")?
        .set_error_message("Choose Owner or Member from the list.")?;
    sheet.add_data_validation(first, 4, last, 4, &roles)?;
    Ok(())
}

fn asked(rule: Formula, before: &str, after: &str) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_custom(rule)
        .set_input_message(before)?
        .set_error_title("Check this")?
        .set_error_message(after)
        .map(|check| check.set_error_style(DataValidationErrorStyle::Warning))
}
