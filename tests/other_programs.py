"""What other programs make of the documents that the browser tests have left in target/made."""

import csv
import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import icalendar
import openpyxl
import page
import pypdf
from dateutil.rrule import rrulestr

MADE = Path(__file__).parent.parent / "target" / "made"
passed = 0


def expect(holds, sentence, found=None):
    global passed
    if not holds:
        sys.exit(f"not so: {sentence}" + (f"\nfound: {found!r}" if found is not None else ""))
    passed += 1


def in_order(text, words):
    """Whether the words stand in the text, each behind the one before it."""
    at = 0
    for word in words:
        at = text.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


for name in ["nhsmail-checklist.pdf", "nhsmail-hand-over.pdf", "nhsmail-slips.pdf"]:
    report = page.validate_pdf(MADE / name, profile="PDF/UA-1")
    broken = [(failure.rule_id, failure.message) for failure in report.failures]
    expect(report.rules.total > 100 and report.is_compliant, f"{name} keeps to PDF/UA-1", broken)

pdf = pypdf.PdfReader(MADE / "nhsmail-checklist.pdf")
text = " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())
told = ["NHSmail checklist: Oak House Care Home", "For your files", "Evidence to attach", "Your answers", "Your site", "1-2624556588", "Anna Smith",
        "07700 900123", "Zoë", "O'Neill", "Ọlọ́run", "Đặng", "What comes next", "Who can help", "An independent checker."]
expect(in_order(text, told), "the text of the PDF reads in the order of the page", text)
expect(pdf.trailer["/Root"]["/Lang"] == "en-GB", "the PDF says its language")
expect(pdf.metadata.title == "NHSmail checklist: Oak House Care Home", "the PDF says its title")
marks = [mark.title for mark in pdf.outline if not isinstance(mark, list)]
expect("People who need accounts" in marks, "the PDF has bookmarks", marks)
kinds = set()


def walk(element):
    element = element.get_object()
    if isinstance(element, pypdf.generic.DictionaryObject):
        if "/S" in element:
            kinds.add(str(element["/S"]))
        within = element.get("/K")
        if within is not None:
            for child in within if isinstance(within.get_object(), pypdf.generic.ArrayObject) else [within]:
                walk(child)


walk(pdf.trailer["/Root"]["/StructTreeRoot"])
wanted = {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD"}
expect(wanted <= kinds, "the PDF is tagged with headings, lists and tables with header cells", kinds)

printed = sorted(MADE.glob("printed-*.pdf"))
expect(len(printed) == 6, "the answers, the result and the portal's page were printed", printed)
for sheet in printed:
    text = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(sheet).pages).split())
    expect("23 November 2026" in text, f"{sheet.name} says its day", text)
    left = [words for words in ["(Link:", "#/", "https://", "opens in a new tab", "Download", "Change ", "Copy "] if words in text]
    expect(not left, f"{sheet.name} is a document, with nothing to press", left)

def words(sheet):
    return " ".join(sheet.extract_text().split())


hand_over = " ".join(words(sheet) for sheet in pypdf.PdfReader(MADE / "nhsmail-hand-over.pdf").pages)
told = ["NHSmail hand-over sheet: Oak House Care Home", "care.vllwv@nhs.net", "Its owners", "Anna Smith", "Ben Jones",
        "Its members", "Zoë O'Neill", "Dates", "21 December 2026", "When an owner leaves", "0333 200 1133", "Who can help"]
expect(in_order(hand_over, told), "the hand-over sheet reads in the order of the page", hand_over)
expect("07700" not in hand_over and "example.org" not in hand_over, "it has nobody's own number or address")
slips = [words(sheet) for sheet in pypdf.PdfReader(MADE / "nhsmail-slips.pdf").pages]
theirs = [("Anna Smith", "07700 900123"), ("Ben Jones", "07700 900456"), ("Zoë O'Neill", "07700 900789"),
          ("Ọlọ́run Đặng", "07700 900555")]
expect(len(slips) == 5, "each person has one page", len(slips))
for number, (name, mobile) in enumerate(theirs):
    has = [mobile in slip for slip in slips]
    expect(has == [at == number + 1 for at in range(5)], f"the mobile of {name} is on one page alone", has)
    expect(f"NHSmail for {name}" in slips[number + 1] and "by 23 December 2026" in slips[number + 1],
           f"the page of {name} is whole", slips[number + 1])

calendar = icalendar.Calendar.from_ical((MADE / "after-reminders.ics").read_bytes())
events = {str(event["UID"]).split("-1")[0].rsplit("-", 1)[0]: event for event in calendar.walk("VEVENT")}
expect(sorted(events) == ["policy", "sign-in", "toolkit"], "the calendar has its three days", sorted(events))
for name, event in events.items():
    start = event.decoded("DTSTART")
    expect(start.hour == 9 and start.utcoffset() == timedelta(0), f"{name} is at nine in England", start)
    [alarm] = event.walk("VALARM")
    rings = start + alarm.decoded("TRIGGER")
    expect(rings.weekday() < 5 and rings.hour == 9, f"{name} rings at nine on a working day", rings)
    expect(not event.errors and not alarm.errors, f"{name} has no faults", event.errors)
    for wanted in ["UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "SEQUENCE"]:
        expect(wanted in event, f"{name} has {wanted}")
rule = events["sign-in"]["RRULE"]
first = events["sign-in"].decoded("DTSTART").replace(tzinfo=None)
days = list(rrulestr(rule.to_ical().decode() + ";COUNT=4", dtstart=first))
expect([(day - first).days for day in days] == [0, 28, 56, 84], "the sign-in comes round every 28 days", days)
[zone] = calendar.walk("VTIMEZONE")
for day, hours in [(datetime(2027, 3, 27), 0), (datetime(2027, 3, 29), 1), (datetime(2027, 10, 30), 1), (datetime(2027, 11, 1), 0)]:
    expect(zone.to_tz(lookup_tzid=False).utcoffset(day) == timedelta(hours=hours), f"its clocks are England's on {day:%d %B}")

book = openpyxl.load_workbook(MADE / "nhsmail-accounts.xlsx")
accounts = book["Accounts"]
rows = [list(row) for row in accounts.iter_rows(values_only=True)]
expect(rows[0][0].startswith("Not ready yet: "), "the workbook says what is outstanding", rows[0])
expect(rows[3] == ["Anna", "Smith", "anna.smith@example.org", "07700 900123", "Owner"], "each cell is text", rows[3])
expect(accounts["A6"].value == "=1+1" and accounts["A6"].data_type != "f", "no cell is a formula")
expect(accounts.freeze_panes == "A4" and accounts.print_title_rows == "$3:$3", "its headings stay in view")
expect(accounts["D4"].number_format == "@", "a mobile keeps its zero when it is typed over")
expect([table.ref for table in accounts.tables.values()] == ["A3:E6"], "its table is named")
expect(accounts.page_setup.orientation == "landscape" and accounts.page_setup.paperSize == 9, "it prints on A4")
expect(book.sheetnames == ["Accounts", "To do"], "its sheets are named for what they hold", book.sheetnames)

form = openpyxl.load_workbook(MADE / "nhsmail-people-form.xlsx")["People"]
checks = {str(check.sqref): check for check in form.data_validations.dataValidation}
expect(sorted(checks) == ["C8:C17", "D8:D17", "E8:E17"], "the form checks ten rows", sorted(checks))
expect(checks["E8:E17"].formula1 == '"Owner,Member"', "a role is chosen from a list")
expect(all(check.prompt and check.error for check in checks.values()), "each check says what to enter")
expect([cell.value for cell in form[7]][:4] == ["First name", "Last name", "Email address", "Mobile number"],
       "its headings are those of the portal")

office = os.environ.get("CAREMAIL_OFFICE")
if office is None:
    print("LibreOffice is not on this machine: the workbooks were not opened in it.")
else:
    with tempfile.TemporaryDirectory() as folder:
        # CSV of every sheet: commas, quotation marks, UTF-8, cells as they are shown.
        every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        opened = subprocess.run(
            [office, "--headless", "--norestore", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
             "--convert-to", every_sheet, "--outdir", folder,
             MADE / "nhsmail-accounts.xlsx", MADE / "nhsmail-people-form.xlsx"],
            capture_output=True, text=True, timeout=300)
        expect(opened.returncode == 0 and "Error" not in opened.stderr, "LibreOffice opens the workbooks", opened.stderr)
        for sheet in book:
            with open(Path(folder, f"nhsmail-accounts-{sheet.title}.csv"), encoding="utf-8", newline="") as shown:
                seen = [[cell.replace("\r\n", "\n") for cell in row] for row in csv.reader(shown)]
            held = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
            expect(seen == held, f"LibreOffice shows {sheet.title} cell for cell", seen)
        expect(Path(folder, "nhsmail-people-form-People.csv").is_file(), "LibreOffice opens the form")

print(f"{passed} passed, 0 failed")
