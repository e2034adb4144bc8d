//! The worker that makes documents, but for the two that the page can make without it: the checklist as a
//! web page, and the saved file.

use caremail::documents::book::{self, Book};
use caremail::documents::checklist::{Checklist, checklist};
use caremail::documents::hand_over::hand_over;
use caremail::documents::slips::slips;
use caremail::documents::summary::actions;
use caremail::documents::{accounts, calendar, html, pdf, people_form, workbook};
use caremail::protocol::{Job, SheetForm, WriterRequest, WriterResponse, decode_table};
use caremail::rules::{Report, check};
use caremail::settings::Settings;
use caremail::worker::{Context, Reply, serve};

fn main() {
    serve(answer);
}

fn answer(request: WriterRequest, Context { settings, body, .. }: Context) -> Reply<WriterResponse> {
    let file = match request {
        WriterRequest::Unshown(job) => {
            let sentence = pdf::unshown(&checklist_of(&job, settings));
            return Ok((WriterResponse::Sentence(sentence), None));
        }
        WriterRequest::ChecklistPdf(job) => {
            Some(pdf::pdf(&checklist_of(&job, settings)).map_err(|why| why.to_string())?)
        }
        WriterRequest::AccountsWorkbook(job) => workbook::xlsx(&accounts_of(&job, settings)),
        WriterRequest::AccountsCsv(job) => Some(accounts::csv(&job.application, &report_of(&job, settings))),
        WriterRequest::Calendar(job) => {
            let report = report_of(&job, settings);
            Some(calendar::ics(&job.application, &report, settings, job.today))
        }
        WriterRequest::HandOver(job, form) => {
            Some(sheet(&hand_over(&job.application, settings, job.today), form)?)
        }
        WriterRequest::Slips(job, form) => Some(sheet(&slips(&job.application, settings, job.today), form)?),
        WriterRequest::PeopleForm => people_form::xlsx(settings),
        WriterRequest::AnnotatedWorkbook => {
            decode_table(&body).and_then(|rows| workbook::xlsx(&book::annotated(rows)))
        }
    };
    let file = file.ok_or("This file could not be made. Download the checklist as a web page instead.")?;
    Ok((WriterResponse::File, Some(file)))
}

fn sheet(sheet: &Checklist, form: SheetForm) -> Result<Vec<u8>, String> {
    match form {
        SheetForm::Pdf => pdf::pdf(sheet).map_err(|why| why.to_string()),
        SheetForm::WebPage => Ok(html::checklist_page(sheet).into_bytes()),
    }
}

fn report_of(Job { application, today }: &Job, settings: &Settings) -> Report {
    check(application, settings, *today)
}

fn checklist_of(job: &Job, settings: &Settings) -> Checklist {
    checklist(&job.application, &report_of(job, settings), settings, job.today)
}

fn accounts_of(job: &Job, settings: &Settings) -> Book {
    let report = report_of(job, settings);
    accounts::book(&job.application, &report, actions(&job.application, &report, settings))
}
