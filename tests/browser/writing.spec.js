// What the worker makes: the PDF, the workbooks, the blank form; and what is said when it does not come.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as XLSX from 'xlsx';
import { READY, listing, open, person } from './applications.js';
import { expect, expectAccessible, expectScreen, running, test } from './site.js';
import { forReadySite } from './journeys.js';
import { show } from './screens.js';

/** Where the files are left for other programs to read: see tests/other_programs.py. */
const MADE = new URL('../../target/made/', import.meta.url);

/** The bytes of the file that pressing the button brings. */
async function made(site, button, name, named = forReadySite(name)) {
  const [download] = await Promise.all([
    site.waitForEvent('download'),
    site.getByRole('button', { name: button }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(named);
  const bytes = await readFile(await download.path());
  await mkdir(MADE, { recursive: true });
  await writeFile(new URL(name, MADE), bytes);
  return bytes;
}

function rowsOf(bytes, sheet) {
  return XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets[sheet], { header: 1 });
}

test('the checklist comes as a PDF, and the worker is there before anyone asks', async ({ site, requests }) => {
  await open(site, '#/tasks', listing(...READY.people, person({ first_name: 'Ọlọ́run', last_name: 'Đặng', email: 'o@example.org', mobile: '07700 900555' })));
  expect(requests.some((address) => address.includes('writer'))).toBe(false);
  const fetched = site.waitForResponse(/writer-[0-9a-f]+\.wasm$/);
  await show(site, '#/result');
  await fetched;
  const bytes = await made(site, 'Download the checklist as a PDF', 'nhsmail-checklist.pdf');
  expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
  await expect(site.getByText(/^Making nhsmail-checklist/)).toBeHidden();
});

test('the account list comes as a workbook, with what is to do beside it', async ({ site }) => {
  await open(site, '#/result', listing(...READY.people.slice(0, 2), person({ first_name: '=1+1', last_name: 'Ng', email: '+a@example.org', mobile: '012' })));
  const bytes = await made(site, 'Download the account list for Excel', 'nhsmail-accounts.xlsx');
  const accounts = rowsOf(bytes, 'Accounts');
  expect(accounts[0][0]).toMatch(/^Not ready yet: /);
  expect(accounts[1]).toEqual(['NHSmail accounts for Oak House Care Home, ODS code VLLWV']);
  expect(accounts[2]).toEqual(['First name', 'Last name', 'Email address', 'Mobile number', 'Shared mailbox']);
  expect(accounts[3]).toEqual(['Anna', 'Smith', 'anna.smith@example.org', '07700 900123', 'Owner']);
  expect(accounts[5].slice(0, 4)).toEqual(['=1+1', 'Ng', '+a@example.org', '012']);
  expect(rowsOf(bytes, 'To do')[2]).toEqual(['About', 'What to do', 'Ask']);
});

test('a name the PDF cannot show is said before anyone downloads, and the page has it', async ({ site }) => {
  await open(site, '#/result', listing(person({ first_name: 'محمد', last_name: 'Smith' }), ...READY.people.slice(1)));
  await expect(site.getByText('The PDF cannot show “محمد”.')).toBeVisible();
  await expectAccessible(site, 'a name that the PDF cannot show');
  await site.getByRole('button', { name: 'Download the checklist as a PDF' }).click();
  await expect(site.locator('#status')).toBeFocused();
});

test.describe('when the part that makes documents does not come', () => {
  test.use({ expectedTrouble: [/writer_loader|Failed to load resource/] });

  test('that is said, and the page is there', async ({ site }) => {
    await site.route(/writer_loader-.*\.js/, (route) => route.abort());
    await open(site, '#/result', READY);
    await expect(site.getByText('that makes files did not load')).toBeVisible();
    await expectAccessible(site, 'the writer did not come');
    const [page] = await Promise.all([
      site.waitForEvent('download'),
      site.getByRole('button', { name: 'Download the checklist as a web page' }).click(),
    ]);
    expect(page.suggestedFilename()).toBe(forReadySite('nhsmail-checklist.html'));
    await site.unroute(/writer_loader-.*\.js/);
    const [pdf] = await Promise.all([
      site.waitForEvent('download'),
      site.getByRole('button', { name: 'Download the checklist as a PDF' }).click(),
    ]);
    expect(pdf.suggestedFilename()).toBe(forReadySite('nhsmail-checklist.pdf'));
  });
});

test('a document that takes longer than a second says so', async ({ site }) => {
  await site.route(/writer_loader-.*\.js/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "postMessage(['Ready']);" }));
  await open(site, '#/result', READY);
  await site.getByRole('button', { name: 'Download the checklist as a PDF' }).click();
  const making = site.getByText(/^Making nhsmail-checklist/);
  await expect(making).toBeAttached();
  await expect(making).toBeHidden();
  await expect(making).toBeVisible();
  await expectAccessible(site, 'a document is being made');
});

test('the blank form goes out, and comes back filled in without any matching', async ({ site }) => {
  await site.goto('./#/people/import');
  await running(site);
  const bytes = await made(site, 'Download a blank form for Excel', 'nhsmail-people-form.xlsx', 'nhsmail-people-form.xlsx');
  const book = XLSX.read(bytes);
  const sheet = book.Sheets.People;
  const rows = XLSX.utils.sheet_to_json(sheet, { header: 1 });
  const headings = rows.findIndex((row) => row[0] === 'First name');
  XLSX.utils.sheet_add_aoa(sheet, [
    ['Anna', 'Smith', 'anna@example.org', '07700 900123', 'Owner'],
    ['Łucja', 'O’Brien', 'lucja@example.org', 7700900124, 'Member'],
  ], { origin: { r: headings + 1, c: 0 } });
  await site.getByLabel('Or choose a file, or drop it here').setInputFiles({
    name: 'form.xlsx', mimeType: '', buffer: XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }),
  });
  await expect(site.getByText('2 people were found')).toBeVisible();
  for (const [label, meaning] of [['First name', 'first-name'], ['Last name', 'last-name'], ['Email address', 'email'], ['Mobile number', 'mobile'], ['Shared mailbox', 'role']]) {
    await expect(site.getByLabel(label, { exact: true })).toHaveValue(meaning);
  }
  await site.getByRole('button', { name: 'Add 2 people' }).click();
  await expectScreen(site, 'People who need accounts');
  await expect(site.getByText('07700 900124')).toBeVisible();
  await expect(site.getByText('Owner').first()).toBeVisible();
});

test('the form to print has a slip for each who may be asked for, two on a page, and no page cuts one', async ({ site }) => {
  await site.goto('./#/form');
  await running(site);
  await expect(site.locator('.app-form > li')).toHaveCount(10);
  const pdf = await site.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g).length;
  expect(pages).toBe(5);
  const cut = await site.locator('.app-form > li').evaluateAll((all) => all.filter((e) => getComputedStyle(e).breakInside !== 'avoid'));
  expect(cut).toEqual([]);
});
