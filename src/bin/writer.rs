//! The worker that makes what is too much for the page to make: the PDF, and workbooks.

use caremail::documents::checklist::{Checklist, actions, checklist};
use caremail::documents::{accounts, order, pdf, people_form, workbook};
use caremail::rules::check;
use caremail::settings::Settings;
use caremail::worker::{Parcel, serve};

fn main() {
    serve(|wanted, parcel| {
        let made = match parcel {
            Parcel::Text(order) => make(wanted, &order),
            Parcel::Bytes(_) => None,
        };
        made.unwrap_or_else(|| {
            Err("This file could not be made. Download the web page or the CSV file instead.".to_owned())
        })
    });
}

/// What is `wanted`, made as the order says; `None` for what cannot be made.
fn make(wanted: &str, order: &str) -> Option<Result<Parcel, String>> {
    Some(match wanted {
        "unshown" => Ok(Parcel::Text(pdf::unshown(&ordered_checklist(order)?))),
        "pdf" => match pdf::pdf(&ordered_checklist(order)?) {
            Ok(bytes) => Ok(Parcel::Bytes(bytes)),
            Err(why) => Err(why.to_string()),
        },
        "accounts" => Ok(Parcel::Bytes(ordered_accounts(order)?)),
        "book" => Ok(Parcel::Bytes(workbook::xlsx(&order::read_book(order)?)?)),
        "form" => Ok(Parcel::Bytes(people_form::xlsx(&Settings::default())?)),
        _ => return None,
    })
}

fn ordered_checklist(order: &str) -> Option<Checklist> {
    let (application, today) = order::read(order)?;
    let settings = Settings::default();
    let report = check(&application, &settings, today);
    Some(checklist(&application, &report, &settings, today))
}

fn ordered_accounts(order: &str) -> Option<Vec<u8>> {
    let (application, today) = order::read(order)?;
    let settings = Settings::default();
    let report = check(&application, &settings, today);
    let actions = actions(&application, &report, &settings);
    workbook::xlsx(&accounts::book(&application, &report, actions))
}
