//! Many sites at once: planted defects, files of many kinds, one hostile file among good ones.

mod england;

use std::collections::BTreeMap;

use caremail::settings::Settings;
use caremail::sites::SitesCheck;
use caremail::sites::view::{SiteOutcome, SitesQuery, SitesSummary};
use england::england;
use time::{Date, Month};

fn empty() -> SitesCheck {
    SitesCheck::new(Settings::default(), Date::from_calendar_date(2026, Month::November, 23).unwrap())
}

fn checked(files: &[(&str, &str)]) -> (SitesCheck, SitesSummary) {
    let mut sites = empty();
    for (name, text) in files {
        sites.add_list(name, text.as_bytes().to_vec(), &mut |_, _| ());
    }
    let summary = sites.finish();
    (sites, summary)
}

fn problems(summary: &SitesSummary) -> BTreeMap<&'static str, usize> {
    summary.problems.iter().map(|count| (count.problem.id(), count.found)).collect()
}

#[track_caller]
fn finds_what_was_planted(sites: usize, seed: u64) {
    let list = england(sites, seed);
    let (check, summary) = checked(&[("england.csv", &list.csv)]);
    assert_eq!(problems(&summary), list.planted.iter().copied().collect(), "{sites} sites");
    assert_eq!((summary.sites, summary.people, summary.ready), (sites, list.rows, list.ready));
    assert_eq!(summary.left_out, [], "no row was left out");
    // What is said of each site is what was counted.
    let mut told: BTreeMap<&'static str, usize> = BTreeMap::new();
    for site in 0..u32::try_from(sites).unwrap() {
        let detail = check.detail(site).unwrap();
        let outstanding = detail.findings.iter().filter(|finding| {
            use caremail::rules::finding::Mark;
            matches!(finding.mark, Mark::ToDo | Mark::Missing | Mark::ToCheck)
        });
        for finding in outstanding {
            *told.entry(finding.problem.id()).or_default() += 1;
        }
    }
    assert_eq!(told, problems(&summary), "{sites} sites, one by one");
}

#[test]
fn what_was_planted_is_found_and_nothing_else() {
    // The one is opened whole, the other is read as a stream.
    finds_what_was_planted(700, 7);
    finds_what_was_planted(2_000, 8);
}

#[test]
fn two_sites_of_one_name_and_postcode_are_two_where_all_their_codes_differ() {
    let head = "Home,Postcode,ODS code,Location ID,First name,Last name,Email,Mobile\n";
    let row = |ods: &str, location: &str, first: &str, number: usize| {
        format!(
            "Oak House,LN1 1AA,{ods},{location},{first},Nowak,{first}.nowak@example.org,0730012345{number}\n"
        )
    };
    let two = [row("VLLWV", "1-125856395", "anna", 1), row("VLLWW", "1-125856396", "ben", 2)].concat();
    let (_, summary) = checked(&[("homes.csv", &format!("{head}{two}"))]);
    assert_eq!((summary.sites, problems(&summary).get("rows_disagree")), (2, None));
    let one = [row("VLLWV", "1-125856395", "anna", 1), row("VLLWW", "1-125856395", "ben", 2)].concat();
    let (_, summary) = checked(&[("homes.csv", &format!("{head}{one}"))]);
    assert_eq!((summary.sites, problems(&summary).get("rows_disagree")), (1, Some(&1)));
}

#[test]
fn the_files_of_many_sites_are_each_a_site_and_a_damaged_one_spoils_only_itself() {
    let list = |first: &str, number: usize| {
        format!(
            "First name,Last name,Email,Mobile\n{first},Nowak,{first}.nowak@example.org,0730012345{number}\n\
             Ben,{first}son,ben.{first}@example.org,0730022345{number}\n"
        )
    };
    let titled = format!("Elm Court staff list\n\n{}", list("cleo", 3));
    let mut sites = empty();
    sites.add_list("Oak House.csv", list("anna", 1).into_bytes(), &mut |_, _| ());
    sites.add_list("harm.xlsx", b"PK\x03\x04 and no more".to_vec(), &mut |_, _| ());
    sites.add_list("list.csv", titled.into_bytes(), &mut |_, _| ());
    sites.add_list("empty.csv", Vec::new(), &mut |_, _| ());
    let summary = sites.finish();
    let names: Vec<String> =
        sites.page(&SitesQuery::default()).sites.into_iter().map(|site| site.name).collect();
    assert_eq!(names, ["Oak House", "Elm Court"]);
    assert_eq!((summary.people, summary.unread.len()), (4, 2));
}

#[test]
fn a_person_listed_twice_at_a_site_is_left_out_once_and_a_site_of_many_people_takes_no_longer() {
    let mut list = "Home,First name,Last name,Email,Mobile\n".to_owned();
    for _ in 0..2 {
        list += "Oak,Anna,Nowak,anna.nowak@example.org,07300123451\n";
    }
    list += "Oak,Ben,Jones,ben.jones@example.org,07300123452\n";
    let (_, summary) = checked(&[("homes.csv", &list)]);
    assert_eq!((summary.people, summary.repeated), (2, 1));
    // Thousands at one site who share a number, and thousands of sites that do.
    for column in ["Oak", "Oak {n}"] {
        let mut list = "Home,First name,Last name,Email,Mobile\n".to_owned();
        for n in 0..6_000 {
            let home = column.replace("{n}", &n.to_string());
            list += &format!("{home},Anna,Nowak{n},anna.nowak{n}@example.org,07300123451\n");
        }
        let (_, summary) = checked(&[("homes.csv", &list)]);
        assert_eq!(summary.people, 6_000);
    }
}

#[cfg(all(feature = "reader", feature = "writer"))]
#[test]
fn rows_of_one_number_on_two_sheets_are_each_told_their_own() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, first, mobile) in [("Days", "Anna", "07300123451"), ("Nights", "Ben", "01522 546321")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        let email = format!("{first}.nowak@example.org");
        let rows =
            [["Home", "First name", "Last name", "Email", "Mobile"], ["Oak", first, "Nowak", &email, mobile]];
        for (number, row) in (0..).zip(rows) {
            sheet.write_row(number, 0, row).unwrap();
        }
    }
    let mut sites = empty();
    sites.add_list("homes.xlsx", book.save_to_buffer().unwrap(), &mut |_, _| ());
    assert_eq!((sites.finish().people, sites.detail(0).unwrap().row.to_mend), (2, 1));
    let returned = String::from_utf8(sites.returned_csv(&mut |_, _| ())).unwrap();
    let row = |first: &str| returned.lines().find(|line| line.contains(first)).unwrap();
    assert!(row("Anna").contains("Ready"), "{returned}");
    assert!(row("Ben").contains("To mend"), "{returned}");
}

#[cfg(feature = "reader")]
#[test]
fn the_files_of_a_site_have_everybody_however_many_there_are() {
    use std::io::Read;
    let mut list = "Home,First name,Last name,Email,Mobile\n".to_owned();
    for n in 0..612 {
        let mobile = if n == 611 { "01522 546321".to_owned() } else { format!("07300{:06}", 123_000 + n) };
        list += &format!("Oak,Anna,Nowak,anna.nowak{n}@example.org,{mobile}\n");
    }
    let (check, summary) = checked(&[("homes.csv", &list)]);
    assert_eq!(summary.people, 612);
    let bytes = check.site_files(&mut |_, _| ()).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = |name: &str| {
        let mut text = String::new();
        zip.by_name(&format!("Oak/{name}")).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    assert_eq!(text("nhsmail-accounts.csv").matches("@example.org").count(), 612);
    assert!(text("nhsmail-checklist.html").contains("Only the first 500 of the 612 people"));
    // What is wrong with the last of them is told where all are, and the page says that it stops before.
    let returned = String::from_utf8(check.returned_csv(&mut |_, _| ())).unwrap();
    assert!(returned.lines().last().unwrap().contains("To mend"), "{:?}", returned.lines().last());
    let report = String::from_utf8(check.report_csv(true, &mut |_, _| ())).unwrap();
    assert!(report.contains("01522 546321") && report.contains("You have listed 612."));
    let detail = check.detail(0).unwrap();
    assert!(detail.findings.iter().any(|finding| finding.message.contains("first 500 of the 612 people")));
}

#[test]
fn the_worst_sites_come_first_and_are_found_by_outcome_problem_and_search() {
    let list = england(700, 7);
    let (check, summary) = checked(&[("england.csv", &list.csv)]);
    let all = check.page(&SitesQuery::default());
    assert_eq!((all.count, all.sites.len()), (700, 25));
    assert!(all.sites.is_sorted_by_key(|site| (site.outcome, std::cmp::Reverse(site.to_mend))));
    let ready = check.page(&SitesQuery { outcome: Some(SiteOutcome::Ready), ..SitesQuery::default() });
    assert_eq!(ready.count, summary.ready);
    let commonest = summary.problems[0];
    let with = check.page(&SitesQuery { problem: Some(commonest.problem), ..SitesQuery::default() });
    assert_eq!(with.count, commonest.sites);
    let code = all.sites[3].ods_code.to_lowercase();
    let found = check.page(&SitesQuery { search: code, ..SitesQuery::default() });
    assert!(found.sites.iter().any(|site| site.site == all.sites[3].site));
}

#[test]
fn what_is_wrong_in_a_row_that_repeats_another_is_not_to_be_mended() {
    let head = "Home,Location ID,Postcode,ODS code,First name,Last name,Email,Mobile,Shared mailbox\n";
    let site = "Oak House,1-123456789,LN1 1AA,VLLWV";
    let list = format!(
        "{head}{site},Anna,Nowak,anna@example.org,07300 100001,Owner\n\
         {site},Ben,Silva,ben@example.org,07300 100002,Owner\n\
         {site},Anna,Nowak,anna@example.org,01522 546321,Owner\n"
    );
    let (check, summary) = checked(&[("homes.csv", &list)]);
    let left = check.detail(0).unwrap();
    assert_eq!((summary.people, summary.repeated), (2, 1), "{:?}", left.findings);
    assert_eq!(problems(&summary), BTreeMap::new());
    assert_eq!((left.row.to_mend, left.row.to_check, summary.ready), (0, 0, 1), "{:?}", left.findings);
}

#[test]
fn what_a_column_is_said_to_be_holds_in_every_file_that_has_it_short_or_long() {
    use caremail::application::SiteBox;
    use caremail::intake::meaning::Meaning;
    use caremail::intake::named_columns::{ColumnMeaning, NamedColumn};
    let list = |from: usize, count: usize| {
        let mut csv = "Cluster,ODS code,First name,Last name,Bleep,Mobile\n".to_owned();
        for number in from..from + count {
            let letter = |power| char::from(b'a' + u8::try_from(number / 26_usize.pow(power) % 26).unwrap());
            let last: String = [3, 2, 1, 0].map(letter).iter().collect();
            let (site, mobile) = (number % 900 + 100, 100_000 + number);
            csv += &format!("Oak House {site},VL{site},Anna,N{last},{last}@example.org,07300 {mobile}\n");
        }
        csv
    };
    // The second is read as a stream.
    let (short, long) = (list(0, 2), list(2, 20_000));
    assert!(long.len() > caremail::intake::site_list::STREAMED_FROM);
    let chosen = |heading: &str, meaning| NamedColumn { heading: heading.to_owned(), meaning };
    let mut check = empty();
    check.choose_columns(vec![
        chosen("Cluster", ColumnMeaning::OfSite(SiteBox::Name)),
        chosen("Mobile", ColumnMeaning::OfPerson(Meaning::Ignored)),
        chosen("Nothing is called so", ColumnMeaning::OfPerson(Meaning::FullName)),
    ]);
    for text in [&short, &long] {
        check.add_list("", text.as_bytes().to_vec(), &mut |_, _| ());
    }
    let summary = check.finish();
    let page = check.page(&SitesQuery::default());
    assert!(page.sites.iter().all(|site| site.name.starts_with("Oak House ")), "{:?}", page.sites);
    let meaning = |heading| summary.columns.iter().find(|column| column.heading == heading).unwrap().meaning;
    assert_eq!(meaning("Cluster"), ColumnMeaning::OfSite(SiteBox::Name));
    assert_eq!(meaning("Mobile"), ColumnMeaning::OfPerson(Meaning::Ignored));
    assert_eq!(summary.columns.len(), 6, "each heading once: {:?}", summary.columns);
    // Without their numbers, nobody has one.
    let numbers = summary.problems.iter().find(|count| count.problem.label() == "Mobile number").unwrap();
    assert_eq!(numbers.found, summary.people);
}

#[cfg(feature = "reader")]
#[test]
fn what_works_as_a_password_is_in_nothing_that_is_taken_away() {
    let mut list = "Home,Location ID,Manager ID,First name,Last name,Email,Mobile\n".to_owned();
    for (n, home) in ["Oak CON1-1234567890", "Elm", "Ash"].into_iter().enumerate() {
        list += &format!(
            "{home},CON1-2345678901,1-3456789012,Anna,Nowak,anna.nowak{n}@example.org,0730012345{n}\n"
        );
    }
    let (check, _) = checked(&[("homes.csv", &list)]);
    let report = |has_details| String::from_utf8(check.report_csv(has_details, &mut |_, _| ())).unwrap();
    let returned = String::from_utf8(check.returned_csv(&mut |_, _| ())).unwrap();
    let shown = format!("{:?} {:?}", check.page(&SitesQuery::default()), check.detail(0));
    let zip = String::from_utf8_lossy(&check.site_files(&mut |_, _| ()).unwrap()).into_owned();
    for (what, text) in [
        ("report", report(true)),
        ("bare report", report(false)),
        ("list", returned),
        ("page", shown),
        ("zip", zip),
    ] {
        for secret in ["1234567890", "2345678901", "3456789012"] {
            assert!(!text.contains(secret), "{what}: {text}");
        }
    }
}

/// How long a list of all England takes here, without a browser: for profiling, by
/// `cargo test --profile sites --no-default-features --features sites --test sites -- --ignored --nocapture time`.
#[test]
#[ignore = "takes a while, and says how long"]
fn time_of_england() {
    use std::time::Instant;
    let sites = std::env::var("SITES").ok().and_then(|sites| sites.parse().ok()).unwrap_or(31_738);
    let list = england(sites, 1);
    for _ in 0..3 {
        let mut check = empty();
        let bytes = list.csv.clone().into_bytes();
        let start = Instant::now();
        check.add_list("england.csv", bytes, &mut |_, _| ());
        let read = start.elapsed();
        let summary = check.finish();
        let whole = start.elapsed();
        let _ = check.page(&SitesQuery::default());
        println!(
            "{} rows, {:.1} MB: read {read:?}, in all {whole:?}, {:.0} ns a row; kept {} KB",
            list.rows,
            list.csv.len() as f64 / 1e6,
            whole.as_nanos() as f64 / list.rows as f64,
            summary.memory / 1024
        );
        assert_eq!(problems(&summary), list.planted.iter().copied().collect());
        assert_eq!(summary.ready, list.ready);
    }
}
