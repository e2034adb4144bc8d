//! What is being done, said as it is done: a line and a time for each step, and a table at the end.

use crate::Outcome;
use std::io::{self, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Says what is being done, does it, and says how long it took.
pub fn announced<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    print!("  {what} … ");
    let _ = io::stdout().flush();
    let start = Instant::now();
    let outcome = work();
    let seconds = seconds(start.elapsed());
    match &outcome {
        Ok(_) => println!("{seconds}"),
        Err(_) => println!("failed after {seconds}"),
    }
    outcome
}

/// Runs a program with its output kept aside, and returns the output.
///
/// The error holds the whole output, so that nothing need be run again to see what went wrong.
pub fn run(command: &mut Command) -> Outcome<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let (output, status) = ended(command).map_err(|error| format!("{name} did not start: {error}."))?;
    if status.success() {
        Ok(output)
    } else {
        Err(format!("{}\n{name} ended with {status}.", output.trim_end()))
    }
}

/// What the program printed, both ways in the order it did, and how it ended.
fn ended(command: &mut Command) -> io::Result<(String, ExitStatus)> {
    let (mut reader, writer) = io::pipe()?;
    command.stdin(Stdio::null());
    let mut child = command.stdout(writer.try_clone()?).stderr(writer).spawn()?;
    // The command holds the pipe's other end, and while it does the pipe does not end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut output = Vec::new();
    reader.read_to_end(&mut output)?;
    Ok((String::from_utf8_lossy(&output).into_owned(), child.wait()?))
}

/// What became of a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It did what it should.
    Passed,
    /// It did not.
    Failed,
    /// It was not run, because something it needs failed.
    Skipped,
    /// It was not run, because this machine has not what it needs and cannot install it.
    LeftOut,
}

/// The steps run so far.
#[derive(Default)]
pub struct Steps {
    rows: Vec<Row>,
}

struct Row {
    step: String,
    verdict: Verdict,
    time: Duration,
    note: String,
}

impl Steps {
    /// Runs one step and keeps its result; the step returns a note for the table, or nothing.
    /// A failure is printed at once. Returns what the step came to.
    pub fn step(&mut self, step: &str, work: impl FnOnce() -> Outcome<String>) -> Verdict {
        self.timed(step, || announced(step, work))
    }

    /// The same for a step that announces its own parts.
    pub fn group(&mut self, step: &str, work: impl FnOnce() -> Outcome<String>) -> Verdict {
        self.timed(step, work)
    }

    /// Keeps a step that was not run, and why.
    pub fn skip(&mut self, step: &str, why: &str) {
        println!("  {step} … skipped: {why}");
        self.keep(step, Verdict::Skipped, Duration::ZERO, why.to_owned());
    }

    /// Keeps a step that cannot be run on this machine, and what it lacks.
    pub fn leave_out(&mut self, step: &str, why: &str) {
        println!("  {step} … left out: {why}");
        self.keep(step, Verdict::LeftOut, Duration::ZERO, why.to_owned());
    }

    fn timed(&mut self, step: &str, work: impl FnOnce() -> Outcome<String>) -> Verdict {
        let start = Instant::now();
        let (verdict, note) = match work() {
            Ok(note) => (Verdict::Passed, note),
            Err(sentence) => {
                println!("\n{sentence}\n");
                (Verdict::Failed, String::new())
            }
        };
        self.keep(step, verdict, start.elapsed(), note);
        verdict
    }

    fn keep(&mut self, step: &str, verdict: Verdict, time: Duration, note: String) {
        self.rows.push(Row { step: step.to_owned(), verdict, time, note });
    }

    /// Whether no step failed or was skipped.
    pub fn all_passed(&self) -> bool {
        self.rows.iter().all(|row| matches!(row.verdict, Verdict::Passed | Verdict::LeftOut))
    }

    /// The table of what ran, and the totals on a line of their own.
    pub fn table(&self) -> String {
        let width = self.rows.iter().map(|row| row.step.chars().count()).max().unwrap_or(0);
        let mut table = String::new();
        for row in &self.rows {
            let verdict = match row.verdict {
                Verdict::Passed => "passed",
                Verdict::Failed => "FAILED",
                Verdict::Skipped => "skipped",
                Verdict::LeftOut => "left out",
            };
            let line = format!("  {:width$}  {verdict:8}  {:>8}  {}", row.step, seconds(row.time), row.note);
            table.push_str(line.trim_end());
            table.push('\n');
        }
        let count = |verdict| self.rows.iter().filter(|row| row.verdict == verdict).count();
        table.push_str(&format!("\n{} passed, {} failed", count(Verdict::Passed), count(Verdict::Failed)));
        let not_run = count(Verdict::Skipped) + count(Verdict::LeftOut);
        if not_run > 0 {
            table.push_str(&format!(", {not_run} skipped"));
        }
        table
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_ends_in_totals_on_a_line_of_their_own() {
        let mut steps = Steps::default();
        steps.keep("Rust tests", Verdict::Passed, Duration::from_millis(1250), "3 tests".into());
        steps.keep("release build", Verdict::Failed, Duration::from_secs(61), String::new());
        steps.keep("budgets", Verdict::Skipped, Duration::ZERO, "no release build".into());
        assert_eq!(
            steps.table(),
            "  Rust tests     passed       1.2 s  3 tests\n  \
               release build  FAILED      61.0 s\n  \
               budgets        skipped      0.0 s  no release build\n\
             \n1 passed, 1 failed, 1 skipped"
        );
        assert!(!steps.all_passed());
    }

    #[test]
    fn what_this_machine_cannot_run_is_said_and_is_no_failure() {
        let mut steps = Steps::default();
        steps.leave_out("Firefox", "there is none");
        assert_eq!(
            steps.table(),
            "  Firefox  left out     0.0 s  there is none\n\n0 passed, 0 failed, 1 skipped"
        );
        assert!(steps.all_passed());
    }

    #[test]
    fn a_program_that_is_not_there_is_a_sentence() {
        let missing = run(&mut Command::new("no-such-program"));
        assert!(missing.is_err_and(|sentence| sentence.starts_with("no-such-program did not start")));
    }
}
