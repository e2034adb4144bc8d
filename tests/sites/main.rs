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
        sites.add_list(name, text.as_bytes(), &mut |_, _| ());
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
        let start = Instant::now();
        check.add_list("england.csv", list.csv.as_bytes(), &mut |_, _| ());
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
