// Bringing in people from a spreadsheet: pasted, from a file of any kind, and from files that are none.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as XLSX from 'xlsx';
import { TODAY, expect, expectAccessible, expectScreen, running, test } from './site.js';
import { show } from './screens.js';
import { STAFF, deadly, text, workbook, workbookOf } from './lists.js';

const IMPORT = '#/people/import';

async function open(site) {
  await site.goto(`./${IMPORT}`);
  await running(site);
}

/** Chooses a file of these bytes. */
async function choose(site, name, buffer) {
  await site.getByLabel('Or choose a file, or drop it here').setInputFiles({ name, mimeType: '', buffer: Buffer.from(buffer) });
}

async function expectStaff(site) {
  await expect(site.getByText('4 people were found.').first()).toBeVisible();
  await expect(site.getByLabel('Surname')).toHaveValue('last-name');
  await expect(site.getByLabel('Forename')).toHaveValue('first-name');
  await expect(site.getByLabel('E-mail address')).toHaveValue('email');
  await expect(site.getByLabel('Mob no.')).toHaveValue('mobile');
  await expect(site.getByText('2 columns are left out')).toBeVisible();
  await expect(site.getByLabel('Row 4: Anna Smith')).toBeChecked();
  await expect(site.getByText('7700900123 → 07700 900123: the spreadsheet dropped the 0.')).toBeVisible();
  await expect(site.getByLabel('Row 8: Anna Smith')).not.toBeChecked();
  await expect(site.getByText('This person is in row 4 too.')).toBeVisible();
}

for (const ending of ['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods']) {
  test(`a staff list of the kind ${ending} is read, matched, and added`, async ({ site }) => {
    await open(site);
    await choose(site, 'staff', workbook(STAFF, ending));
    await expectStaff(site);
    await site.getByRole('button', { name: 'Add 3 people' }).click();
    await expectScreen(site, 'People who need accounts');
    await expect(site.getByText('3 people were added.').first()).toBeVisible();
    await expect(site.getByText('07700 900123')).toBeVisible();
    await expect(site.getByRole('heading', { name: "Łucja O'Brien" })).toBeVisible();
    await site.getByRole('button', { name: 'Undo' }).click();
    await expect(site.getByText('Nobody is listed yet.')).toBeVisible();
  });
}

for (const [name, bytes] of [
  ['commas', Buffer.from(text(STAFF))],
  ['semicolons and a byte order mark', Buffer.from(`\u{feff}${text(STAFF, ';')}`)],
  ['tabs in UTF-16', Buffer.from(`\u{feff}${text(STAFF, '\t')}`, 'utf16le')],
]) {
  test(`a text with ${name} is read`, async ({ site }) => {
    await open(site);
    await choose(site, 'staff.csv', bytes);
    await expectStaff(site);
  });
}

test('an empty box is told to be filled', async ({ site }) => {
  await open(site);
  await site.getByRole('button', { name: 'Read what I pasted' }).click();
  await expect(site.getByText('Paste the rows into the box first.')).toBeVisible();
  await expect(site.locator('#status')).toBeFocused();
});

test('a file dropped anywhere on the screen is read, and dropped elsewhere does not take the page away', async ({ site }) => {
  const drop = () => site.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'staff.csv'));
    for (const kind of ['dragover', 'drop']) {
      const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector('main').dispatchEvent(event);
      if (!event.defaultPrevented) throw new Error(`the browser would open the file: ${kind}`);
    }
  }, text(STAFF));
  await open(site);
  await drop();
  await expectStaff(site);
  await show(site, '#/tasks');
  await drop();
  await expectScreen(site, 'Prepare your application');
});

test('people who share an address are told so before anyone is added, each by the other’s name', async ({ site }) => {
  await open(site);
  await choose(site, 'staff.csv', 'Name,Email,Mobile\nAnna Smith,a@example.org,07700900123\nBen Jones,A@example.org,7700 900124');
  await expect(site.getByText('2 rows need checking')).toBeVisible();
  await expect(site.getByText('Give Anna Smith an email address of their own: Ben Jones has the same one.')).toBeVisible();
  await expect(site.getByText('Give Ben Jones an email address of their own: Anna Smith has the same one.')).toBeVisible();
});

test('a text from before Unicode keeps its accents', async ({ site }) => {
  await open(site);
  await choose(site, 'staff.csv', Buffer.from('Name,Email\r\nZo\xeb O\x92Brien,zoe@example.org\r\n', 'latin1'));
  await expect(site.getByLabel('Row 2: Zoë O\'Brien')).toBeVisible();
});

test('rows copied from a spreadsheet are pasted, by the keyboard alone', async ({ site }) => {
  await open(site);
  await site.getByLabel('Paste rows from a spreadsheet').focus();
  await site.keyboard.insertText(text(STAFF, '\t'));
  await site.keyboard.press('Tab');
  await site.keyboard.press('Enter');
  await expectStaff(site);
  // Other meanings for two columns, chosen by the keyboard: nothing changes before Update, and the keyboard stays.
  await site.getByText('2 columns are left out').click();
  const mobile = site.getByLabel('Mob no.');
  await mobile.focus();
  await site.keyboard.press('End');
  await expect(mobile).toHaveValue('ignored');
  await expect(mobile).toBeFocused();
  await expect(site.getByText('2 columns are left out')).toBeVisible();
  await expect(site.getByText('07700 900123').first()).toBeVisible();
  const update = site.getByRole('button', { name: 'Update' });
  await update.focus();
  await site.keyboard.press('Enter');
  await expect(site.getByText('3 columns are left out')).toBeVisible();
  await expect(update).toBeFocused();
  // The panel of columns that are left out is still open, with the new one in it.
  await expect(mobile).toBeVisible();
  await expect(site.locator('.app-row__contact').first()).toHaveText('anna.smith@example.org');
});

test('the list goes back with what there is to say about each row', async ({ site }) => {
  await open(site);
  await choose(site, 'staff.xlsx', workbook(STAFF));
  const [download] = await Promise.all([
    site.waitForEvent('download'),
    site.getByRole('button', { name: 'Download it as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('your-list-checked.csv');
  const back = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(back[2]).toContain('"Start date","Corrected first name","Corrected last name","Corrected email","Corrected mobile","Result","What to do"');
  expect(back[3]).toContain('"Anna","Smith","anna.smith@example.org","07700 900123","Ready","7700900123 → 07700 900123: the spreadsheet dropped the 0."');
  expect(back[6]).toContain('"To mend"');
  expect(back[7]).toContain('"Repeated","This person is in row 4 too.');

  const [book] = await Promise.all([
    site.waitForEvent('download'),
    site.getByRole('button', { name: 'Download the list with the results' }).click(),
  ]);
  expect(book.suggestedFilename()).toBe('your-list-checked.xlsx');
  const rows = XLSX.utils.sheet_to_json(XLSX.read(await readFile(await book.path())).Sheets.Checked, { header: 1 });
  expect(rows[2].slice(-2)).toEqual(['Result', 'What to do']);
  expect(rows[3].slice(4)).toEqual(['7700900123', '01/02/2020', 'Anna', 'Smith', 'anna.smith@example.org', '07700 900123', 'Ready', '7700900123 → 07700 900123: the spreadsheet dropped the 0.']);
});

test('of more people than a site can have, the person chooses', async ({ site }) => {
  await open(site);
  const rows = [['Name', 'Email', 'Mobile']];
  for (let n = 0; n < 60; n += 1) rows.push([`Anna Smith${'abcdefghij'[n % 10]}`, `a${n}@example.org`, `077009001${String(n).padStart(2, '0')}`]);
  await choose(site, 'many.csv', text(rows));
  await expect(site.getByText('60 people were found').first()).toBeVisible();
  await expect(site.getByText('A site can ask for up to 10 accounts now')).toBeVisible();
  await expect(site.getByRole('button', { name: 'Tick the people to add' })).toBeVisible();
  await site.getByLabel('Row 3:').check();
  await site.getByRole('button', { name: 'More rows' }).click();
  await site.getByLabel('Row 27:').check();
  await site.getByRole('button', { name: 'Rows before these' }).click();
  await expect(site.getByLabel('Row 3:')).toBeChecked();
  await site.getByRole('button', { name: 'Add 2 people' }).click();
  await expect(site.getByText('2 people were added.').first()).toBeVisible();
});

test('of several sheets, those that are taken are said with their people, and one can be left out', async ({ site }) => {
  await open(site);
  const nights = [STAFF[2], ['Poe', 'Dan', 'Carer', 'dan.poe@example.org', '07700 900127', '01/02/2020']];
  await choose(site, 'two.xlsx', workbookOf({ Days: STAFF, Nights: nights }));
  await expect(site.getByText('5 people were found.')).toBeVisible();
  await expect(site.getByText('These sheets are taken: Days, Nights.')).toBeVisible();
  await site.getByLabel('Nights (1 person)').uncheck();
  await expect(site.getByText('5 people were found.')).toBeVisible();
  await site.getByRole('button', { name: 'Update' }).click();
  await expectStaff(site);
  await expect(site.getByLabel('Nights (1 person)')).not.toBeChecked();
});

test('of two sheets with the same people one is taken, and the other asked about', async ({ site }) => {
  await open(site);
  await choose(site, 'two.xlsx', workbook(STAFF, 'xlsx', ['March', 'April']));
  await expectStaff(site);
  await expect(site.getByText('4 people are on other sheets: April. Choose the sheets to take.')).toBeVisible();
});

for (const [name, bytes, sentence] of [
  ['an empty file', '', 'There is nothing in this file.'],
  ['a PDF', '%PDF-1.7 and so on', 'This file is a PDF, and not a spreadsheet.'],
  ['half a workbook', workbook(STAFF).subarray(0, 900), 'This workbook is damaged, or only part of it arrived.'],
  ['a page to sign in on', '<html><form>Sign in</form></html>', 'This is a web page without a list in it'],
  ['the file that Excel keeps beside an open workbook', readFileSync(new URL('../cases/lists/114-owner-lock-file.xlsx', import.meta.url)), 'Choose the file whose name does not start with ~$.'],
]) {
  test(`${name} is refused in a sentence, and nothing is lost`, async ({ site }) => {
    await open(site);
    await choose(site, 'list.xlsx', bytes);
    await expect(site.getByText(sentence)).toBeVisible();
    await expect(site.locator('#status')).toBeFocused();
    // The page stays usable.
    await choose(site, 'staff.csv', text(STAFF));
    await expectStaff(site);
  });
}

test.describe('when the reader breaks', () => {
  test.use({ expectedTrouble: [/reader|404|Not Found|error: |worker/i] });

  test('a module that cannot be fetched says so, and another try works', async ({ site }) => {
    await site.route(/reader-.*\.wasm/, (route) => route.abort());
    await open(site);
    await choose(site, 'staff.csv', text(STAFF));
    await expect(site.getByText('The part of this page that opens lists did not load.')).toBeVisible();
    await site.unroute(/reader-.*\.wasm/);
    await choose(site, 'staff.csv', text(STAFF));
    await expectStaff(site);
  });

  test('a workbook that makes it trap is refused in a sentence, and the next one is read', async ({ site }) => {
    await open(site);
    await choose(site, 'deadly.xlsb', deadly(STAFF));
    await expect(site.getByText('This list could not be read.')).toBeVisible();
    await expect(site.locator('#status')).toBeFocused();
    await choose(site, 'staff.csv', text(STAFF));
    await expectStaff(site);
  });

  test('one that ends while it reads is started anew, and what was entered is there', async ({ site }) => {
    // A reader that breaks when it is first asked.
    await site.route(/reader_loader-.*\.js/, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: "onmessage = ({ data }) => { if (data[0].Request) throw new Error('broken worker'); }; postMessage(['Ready']);",
      }), { times: 1 });
    await open(site);
    await choose(site, 'staff.csv', text(STAFF));
    await expect(site.getByText('This list could not be read.')).toBeVisible();
    await choose(site, 'staff.csv', text(STAFF));
    await expectStaff(site);
  });
});

test('a list that takes longer than it may is given up, and the page goes on', async ({ site }) => {
  await site.route(/reader_loader-.*\.js/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "postMessage(['Ready']);" }), { times: 1 });
  await site.clock.install({ time: TODAY });
  await open(site);
  await choose(site, 'staff.csv', text(STAFF));
  await expect(site.locator('#reading')).toBeFocused();
  await site.clock.fastForward(29_000);
  await expect(site.locator('#reading')).toBeVisible();
  await site.clock.fastForward(2_000);
  await expect(site.getByText('This list could not be read.')).toBeVisible();
  await choose(site, 'staff.csv', text(STAFF));
  await expectStaff(site);
});

test('reading can be stopped', async ({ site }) => {
  await site.route(/reader_loader-.*\.js/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "postMessage(['Ready']);" }), { times: 1 });
  await open(site);
  await choose(site, 'staff.csv', text(STAFF));
  await expect(site.locator('#reading')).toBeFocused();
  await site.getByRole('button', { name: 'Stop reading' }).click();
  await choose(site, 'staff.csv', text(STAFF));
  await expectStaff(site);
});

test('every state of the screen is accessible', async ({ site }) => {
  await open(site);
  await expectAccessible(site, 'nothing brought');
  await choose(site, 'list.xlsx', '%PDF');
  await expect(site.locator('#status')).toBeVisible();
  await expectAccessible(site, 'refused');
  await choose(site, 'two.xlsx', workbook(STAFF, 'xlsx', ['March', 'April']));
  await site.getByText('2 columns are left out').click();
  await site.getByRole('button', { name: /^Change row \d+, Anna Smith$/ }).first().click();
  await expectAccessible(site, 'a list');
});

test('only the reader’s own files are asked for, and none before the screen is reached', async ({ site, requests }) => {
  await site.goto('./#/people');
  await running(site);
  const before = requests.length;
  expect(requests.some((address) => address.includes('reader'))).toBe(false);
  await show(site, IMPORT);
  await choose(site, 'staff.xlsx', workbook(STAFF));
  await expectStaff(site);
  const after = requests.slice(before).map((address) => address.split('/').pop());
  expect(after.every((file) => /^reader(_loader)?-[0-9a-f]+\.(js|wasm)$/.test(file)), after.join()).toBe(true);
});
