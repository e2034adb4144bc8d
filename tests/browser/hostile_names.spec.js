// Values are shown as text, whatever they hold: names made to run, hide or break something, through every screen and
// every document.
import { person, READY, listing, open } from './applications.js';
import { readCsv } from './csv.js';
import { mouse } from './hands.js';
import { text } from './lists.js';
import { SCREENS, show } from './screens.js';
import { download, expect, test } from './site.js';

/** Each with what must still be read of it. */
const NAMES = [
  ['<script>window.intruder = 1</script>', 'script'],
  ['"><img src=x onerror="window.intruder=1">', 'onerror'],
  ['<svg/onload=window.intruder=1>', 'svg'],
  ["'-window.intruder=1-'", 'intruder'],
  ['{{constructor.constructor("window.intruder=1")()}}', 'constructor'],
  ['</script><script>window.intruder=1//', 'intruder'],
  ['javascript:window.intruder=1', 'javascript'],
  ['Anna\u202Egnp.htimS', 'Anna'],
  ['\u2066Anna\u2069 \u200FSmith', 'Anna'],
  ['An\u200Bna\u200D\uFEFF', 'An'],
  ['A\u0000nna', 'nna'],
  ['Anna\u0007\u001B[31m', 'Anna'],
  ['👩🏽‍🦰 Anna', 'Anna'],
  ['Z̸̡͓̮̦̈́a̷l̵g̶o̷', 'Z'],
  ['A'.repeat(5000), 'AAAA'],
  ['=1+1', '1+1'],
  ['@SUM(A1)', 'SUM'],
  ['%s%n%x', '%s'],
  ['../../etc/passwd', 'etc'],
  ['null', 'null'],
];

const PEOPLE = NAMES.map(([name], n) => person({
  first_name: name, last_name: `Of row ${n}`, email: `a${n}@example.org`, mobile: `07700 9002${String(n).padStart(2, '0')}`,
}));
const SITE = { ...READY.site, name: `<img src=x onerror="window.intruder=1"> ${'\u202E'}Home` };

/** Nothing ran, nothing was made of the names, and nothing is wider than the window. */
async function expectHarmless(site, where) {
  const found = await site.evaluate(() => ({
    ran: window.intruder === undefined ? [] : ['ran'],
    made: [...document.querySelectorAll('main script, main img, main svg[onload], main iframe, main [onerror]')].map((e) => e.outerHTML),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  expect(found.ran, where).toEqual([]);
  expect(found.made, where).toEqual([]);
  expect(found.wide, where).toBeLessThanOrEqual(0);
}

test('on every screen they are words', async ({ site }) => {
  test.slow();
  await open(site, '#/tasks', { ...listing(...PEOPLE), site: SITE });
  for (const width of [1280, 320]) {
    await site.setViewportSize({ width, height: 900 });
    for (const screen of SCREENS) {
      await show(site, screen === '' ? '#' : screen);
      await expectHarmless(site, `${screen} at ${width}`);
    }
    for (let n = 1; n <= PEOPLE.length; n += 1) {
      await show(site, `#/people/${n}`);
      await expectHarmless(site, `#/people/${n} at ${width}`);
    }
  }
  await show(site, '#/people');
  const shown = await site.locator('main').textContent();
  for (const [name, words] of NAMES) expect(shown, name).toContain(words);
});

test('in every document they are words', async ({ site, page }) => {
  test.slow();
  await open(site, '#/result', { ...listing(...PEOPLE), site: SITE });
  const hand = mouse(site);
  const html = await download(site, () => hand.press('Download the checklist as a web page'));
  // Opened as a page by itself, with nothing to hold scripts back but itself.
  const opened = await page.context().newPage();
  await opened.setContent(html.text);
  expect(await opened.evaluate(() => window.intruder)).toBeUndefined();
  expect(await opened.locator('body script, body img, body iframe, body [onerror]').count()).toBe(0);
  const words = await opened.locator('body').textContent();
  for (const [name, part] of NAMES) expect(words, name).toContain(part);
  await opened.close();

  const csv = await download(site, () => hand.press('Download the account list as CSV'));
  const rows = readCsv(csv.text.replace(/^\u{feff}/u, ''));
  expect(rows.length).toBeGreaterThanOrEqual(NAMES.length);
  for (const cell of rows.flat()) expect(cell, 'a cell that a spreadsheet would reckon').not.toMatch(/^[\0-\x20]*[=+\-@](?!\d)/);
  const calendar = await download(site, () => hand.press('Download reminders for your calendar'));
  for (const line of calendar.text.split('\r\n')) expect(line.length).toBeLessThan(100);
  const book = await download(site, () => hand.press('Download the account list for Excel'));
  expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
  // A letter that the PDF's type has not is no box: it is said, with the way that shows it.
  await hand.press('Download the checklist as a PDF');
  await expect(site.getByText(/^The PDF cannot show .*Download it as a web page: it shows every name\.$/)).toBeVisible();
});

test('in a list that is brought in they are words', async ({ site }) => {
  test.slow();
  await open(site, '#/people/import');
  const rows = [['First name', 'Last name', 'Email', 'Mobile'], ...PEOPLE.map((p) => [p.first_name, p.last_name, p.email, p.mobile])];
  await site.getByLabel('Or choose a file, or drop it here').setInputFiles({ name: `<img src=x onerror=window.intruder=1>.csv`.replace('/', ''), mimeType: '', buffer: Buffer.from(text(rows)) });
  await expect(site.getByText(/people were found/).first()).toBeVisible();
  await expectHarmless(site, 'the preview');
  await site.setViewportSize({ width: 320, height: 900 });
  await expectHarmless(site, 'the preview at 320');
});
