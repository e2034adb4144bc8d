//! The worker that makes what is too much for the page to make: the PDF, and workbooks.

use caremail::documents::checklist::checklist;
use caremail::documents::summary::actions;
use caremail::documents::{accounts, book, pdf, people_form, workbook};
use caremail::protocol::{Job, WriterRequest, WriterResponse, decode_table};
use caremail::rules::check;
use caremail::settings::Settings;
use caremail::worker::{Answer, Context, serve};

fn main() {
    serve(answer);
}

fn answer(request: WriterRequest, Context { settings, body, .. }: Context) -> Answer<WriterResponse> {
    let file = match request {
        WriterRequest::Unshown(job) => {
            let sentence = pdf::unshown(&checklist_of(&job, settings));
            return Ok((WriterResponse::Sentence(sentence), None));
        }
        WriterRequest::ChecklistPdf(job) => {
            Some(pdf::pdf(&checklist_of(&job, settings)).map_err(|why| why.to_string())?)
        }
        WriterRequest::AccountsWorkbook(job) => workbook::xlsx(&accounts_of(&job, settings)),
        WriterRequest::PeopleForm => people_form::xlsx(settings),
        WriterRequest::AnnotatedWorkbook => {
            decode_table(&body).and_then(|rows| workbook::xlsx(&book::annotated(rows)))
        }
    };
    let file = file.ok_or("This file could not be made. Download the web page or the CSV file instead.")?;
    Ok((WriterResponse::File, Some(file)))
}

fn checklist_of(
    Job { application, today }: &Job,
    settings: &Settings,
) -> caremail::documents::checklist::Checklist {
    let report = check(application, settings, *today);
    checklist(application, &report, settings, *today)
}

fn accounts_of(Job { application, today }: &Job, settings: &Settings) -> book::Book {
    let report = check(application, settings, *today);
    accounts::book(application, &report, actions(application, &report, settings))
}
