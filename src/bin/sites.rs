//! The worker that checks many sites. It opens what strangers made, as the reader does, and can be ended at any time.

use caremail::browser_json::BrowserJson;
use caremail::protocol::{Progress, SitesRequest, SitesResponse, encode_table};
use caremail::sites::SitesCheck;
use caremail::worker::{Context, Reply, serve};

fn main() {
    let mut sites: Option<SitesCheck> = None;
    serve(move |request, context| answer(&mut sites, request, context));
}

fn answer(
    sites: &mut Option<SitesCheck>,
    request: SitesRequest,
    Context { settings, body, progress }: Context,
) -> Reply<SitesResponse> {
    if let SitesRequest::Start(today, columns) = &request {
        let sites = sites.insert(SitesCheck::new(settings.clone(), *today));
        sites.choose_columns(columns.clone());
    }
    let sites = sites.as_mut().ok_or("Choose the files once more.")?;
    let progress = &mut |done, total| progress(Progress { done, total });
    Ok(match request {
        SitesRequest::Start(..) => (SitesResponse::Added, None),
        SitesRequest::Add(piece) => {
            sites.add_piece::<BrowserJson>(&piece, body, progress);
            (SitesResponse::Added, None)
        }
        SitesRequest::AddUnread(file) => {
            sites.add_unread(&file.name, &file.why);
            (SitesResponse::Added, None)
        }
        SitesRequest::Finish => (SitesResponse::Summary(Box::new(sites.finish())), None),
        SitesRequest::Page(query) => (SitesResponse::Page(sites.page(&query)), None),
        SitesRequest::Detail(site) => (SitesResponse::Detail(sites.detail(site).map(Box::new)), None),
        SitesRequest::ReportCsv(has_details) => {
            (SitesResponse::Bytes, Some(sites.report_csv(has_details, progress)))
        }
        SitesRequest::ReportTable(has_details) => {
            let table = encode_table(&sites.report_table(has_details, progress));
            (SitesResponse::Bytes, Some(table.ok_or("This report is too long. Download it as a CSV file.")?))
        }
        SitesRequest::Returned => (SitesResponse::Bytes, Some(sites.returned_csv(progress))),
        SitesRequest::SiteFiles => {
            let zip = sites.site_files(progress);
            (
                SitesResponse::Bytes,
                Some(zip.ok_or("There is no room for so many files. Close other pages first.")?),
            )
        }
    })
}
