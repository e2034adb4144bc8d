// Many sites at once: from one list or from many files, with a hostile one among them; by keyboard; and what is taken away.
import { expect, expectAccessible, expectScreen, download, running, test } from './site.js';
import { deadly, workbook } from './lists.js';
import { READY } from './applications.js';

const HEAD = ['Home', 'Location ID', 'Postcode', 'ODS code', 'First name', 'Last name', 'Email', 'Mobile', 'Shared mailbox'];

/** The people of one site, all in order, as rows below HEAD. */
function people(site, count = 3) {
  return Array.from({ length: count }, (_, index) => {
    const number = site * 10 + index;
    const first = ['Anna', 'Ben', 'Chloe', 'David'][index % 4];
    return [
      `Oak House ${site}`, `1-${200000000 + site}`, `LN${1 + (site % 8)} ${site % 10}AA`, `VL${letters(site)}`,
      first, 'Nowak', `${first.toLowerCase()}.nowak${number}@example.org`, `07300 ${100000 + number}`,
      index < 2 ? 'Owner' : 'Member',
    ];
  });
}

/** Three letters that no other number below 8,000 has. */
function letters(number) {
  const all = 'ACDEFGHJKLMNPQRTVWXY';
  return [number % 20, Math.floor(number / 20) % 20, Math.floor(number / 400)].map((at) => all[at]).join('');
}

const csv = (rows) => Buffer.from(rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'));

async function open(site) {
  await site.goto('./#/sites');
  await running(site);
}

async function choose(site, files) {
  await site.getByLabel('Choose the files, or drop them here').setInputFiles(files.map(([name, buffer]) => ({ name, mimeType: '', buffer })));
}

const ready = (site) => site.locator('#sites-ready');

/** The number in the row of the commonest problems that is headed so. */
const found = (site, problem) => site.getByRole('row').filter({ has: site.getByRole('rowheader', { name: problem, exact: true }) }).getByRole('cell').first();

/** Thirty sites with known defects. */
function planted() {
  const rows = Array.from({ length: 30 }, (_, site) => people(site)).flat();
  const at = (site, person) => rows[site * 3 + person];
  at(1, 1)[7] = '01522 546321';
  at(2, 1)[6] = 'ben@nhs.net';
  // Of another name: else they were one person at two sites.
  Object.assign(at(3, 2), { 5: 'Silva', 7: at(4, 2)[7] });
  Object.assign(at(5, 2), { 4: at(6, 2)[4], 5: 'Silva', 6: 'one@example.org', 7: at(5, 2)[7] });
  Object.assign(at(6, 2), { 5: 'Silva', 6: 'one@example.org' });
  for (const person of [0, 1, 2]) at(8, person)[3] = at(7, person)[3];
  for (const person of [0, 1, 2]) at(9, person)[1] = at(10, person)[1];
  at(11, 1)[7] = `7${at(11, 1)[7].replace(' ', '').slice(2)}`;
  for (const person of [0, 1, 2]) at(12, person)[8] = 'Member';
  return [HEAD, ...rows];
}

test('the sites of one list are counted, and every planted defect is found', async ({ site }) => {
  await open(site);
  await choose(site, [['homes.csv', csv(planted())]]);
  await expect(ready(site)).toHaveText('20 of 30 sites are ready.');
  await expect(ready(site)).toBeFocused();
  for (const [problem, count] of [
    ['Mobile number', 1],
    ['Email address', 1],
    ['Same mobile number at two sites', 2],
    ['Same person at several sites', 1],
    ['Same ODS code for two sites', 2],
    ['Same Location ID for two sites', 2],
    ['No owner of the shared mailbox', 1],
  ]) {
    await expect(found(site, problem), problem).toHaveText(String(count));
  }
  await expectAccessible(site, 'the sites');
  await site.getByText('How the columns were read').click();
  await expect(site.getByLabel('Home', { exact: true })).toHaveValue('site-name');
  await expectAccessible(site, 'how the columns were read');
});

test('a column that was taken for the wrong thing is changed, in every file that has it, by keyboard alone', async ({ site }) => {
  const head = [...HEAD];
  head[head.indexOf('Home')] = 'Cluster';
  const named = (number) => csv([head, ...people(number)]);
  await open(site);
  await choose(site, [['north.csv', named(1)], ['south.csv', named(2)]]);
  await expect(ready(site)).toHaveText('0 of 2 sites are ready.');
  await expect(found(site, 'Site name missing')).toHaveText('2');
  await site.locator('summary').filter({ hasText: 'How the columns were read' }).focus();
  await site.keyboard.press('Enter');
  const again = site.getByRole('button', { name: 'Check again with these columns' });
  await again.press('Enter');
  await expect(site.locator('.nhsuk-error-message').filter({ hasText: 'Change what a column is first.' })).toBeVisible();
  await expect(again).toBeFocused();
  await expect(site.getByLabel('Cluster')).toHaveValue('ignored');
  await site.getByLabel('Cluster').selectOption('site-name');
  await again.press('Enter');
  await expect(ready(site)).toHaveText('All 2 sites are ready.');
  await expect(ready(site)).toBeFocused();
  await expect(site.getByRole('button', { name: 'Oak House 1' })).toBeVisible();
  await expect(site.getByRole('button', { name: 'Oak House 2' })).toBeVisible();
  await site.getByText('How the columns were read').click();
  await expect(site.getByLabel('Cluster')).toHaveValue('site-name');
});

test('a workbook with a row a site and its people beside each other is read', async ({ site }) => {
  const side = (number) => ['name', 'email', 'mobile'].map((what) => `Person ${number} ${what}`);
  const row = (number) => {
    const [one, two] = people(number, 2);
    return [...one.slice(0, 4), ...[one, two].flatMap((cells) => [`${cells[4]} ${cells[5]}`, cells[6], cells[7]])];
  };
  await open(site);
  await choose(site, [['group.xlsx', workbook([[...HEAD.slice(0, 4), ...side(1), ...side(2)], row(1), row(2), row(3)])]]);
  await expect(ready(site)).toHaveText('All 3 sites are ready.');
  await expect(site.getByText('6 people are listed.')).toBeVisible();
  await expect(site.getByText('who owns the shared mailbox of each site')).toBeVisible();
});

test.describe('with a file that is made to do harm', () => {
  test.use({ expectedTrouble: [/./] });

  test('200 files are checked, and it spoils only itself', async ({ site }) => {
    test.setTimeout(120_000);
    const own = ['First name', 'Last name', 'Email', 'Mobile', 'Shared mailbox'];
    const list = (number) => csv([own, ...people(number).map((row) => row.slice(4))]);
    const files = Array.from({ length: 197 }, (_, number) => [`Home ${String(number).padStart(3, '0')}.csv`, list(number)]);
    files[40][1] = Buffer.from(deadly([own, ...people(40).map((row) => row.slice(4))]));
    files.push(['Elm Court.xlsx', workbook([own, ...people(300).map((row) => row.slice(4))])]);
    files.push(['Saved.json', Buffer.from(JSON.stringify(READY))]);
    files.push(['Notes.json', Buffer.from('{"not": "ours"}')]);
    await open(site);
    await choose(site, files);
    await expect(site.getByText('597 people are listed.').or(site.getByText(/^59\d people are listed/))).toBeVisible({ timeout: 60_000 });
    await expect(ready(site)).toContainText('198 sites');
    await expect(site.locator('#unread li')).toHaveCount(2);
    await expect(site.locator('#unread')).toContainText('Home 040.csv');
    await site.getByLabel('Name, code, postcode or file').fill('home 041');
    await site.getByRole('button', { name: 'Show these sites' }).click();
    await expect(site.locator('#sites-found')).toHaveText('Sites 1 to 1 of 1, worst first');
  });
});

test('a site is found, opened and written to, by keyboard alone', async ({ site }) => {
  await open(site);
  await choose(site, [['homes.csv', csv(planted())]]);
  await expect(ready(site)).toBeFocused();
  const tabTo = async (name) => {
    for (let step = 0; step < 60; step += 1) {
      await site.keyboard.press('Tab');
      const label = await site.evaluate(() => document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent);
      if (label.trim() === name) return;
    }
    throw new Error(`${name} was not reached`);
  };
  await tabTo('Name, code, postcode or file');
  await site.keyboard.type('Oak House 1');
  await site.keyboard.press('Enter');
  await expect(site.locator('#sites-found')).toHaveText('Sites 1 to 11 of 11, worst first');
  await expect(site.locator('#sites-found')).toBeFocused();
  await tabTo('Oak House 1');
  await site.keyboard.press('Enter');
  await expect(site.getByRole('heading', { name: 'Oak House 1' })).toBeFocused();
  await expect(site.getByText(/Row 6 · Ben Nowak/)).toBeVisible();
  await expect(site.getByLabel(/own email program/)).toHaveValue(/Row 6: .*landline/s);
  await expectAccessible(site, 'a site opened');
  await tabTo('Back to all sites');
  await site.keyboard.press('Enter');
  await expect(site.locator('#sites-found')).toBeFocused();
});

test('sites are filtered by outcome and by problem, and shown page by page', async ({ site }) => {
  await open(site);
  await choose(site, [['homes.csv', csv(planted())]]);
  await expect(site.locator('#sites-found')).toHaveText('Sites 1 to 25 of 30, worst first');
  await site.getByRole('button', { name: 'More sites' }).click();
  await expect(site.locator('#sites-found')).toHaveText('Sites 26 to 30 of 30, worst first');
  await site.getByLabel('Outcome').selectOption('Ready');
  await site.getByRole('button', { name: 'Show these sites' }).click();
  await expect(site.locator('#sites-found')).toHaveText('Sites 1 to 20 of 20, worst first');
  await site.getByLabel('Outcome').selectOption('All');
  await site.getByLabel('Problem', { exact: true }).selectOption('Same ODS code for two sites (2 sites)');
  await site.getByRole('button', { name: 'Show these sites' }).click();
  await expect(site.locator('#sites-found')).toHaveText('Sites 1 to 2 of 2, worst first');
  await site.getByRole('button', { name: 'Show all sites' }).click();
  await expect(site.locator('#sites-found')).toHaveText('Sites 1 to 25 of 30, worst first');
});

test('what is taken away says what was found, and leaves personal details out where that is wished', async ({ site }) => {
  await open(site);
  await choose(site, [['homes.csv', csv(planted())]]);
  await expect(ready(site)).toBeVisible();
  const report = await download(site, () => site.getByRole('button', { name: 'Download the report (CSV)' }).click());
  expect(report.name).toBe('sites-report.csv');
  expect(report.text).toContain('"Oak House 1"');
  expect(report.text).toContain('01522 546321');
  expect(report.text).toContain('Ben Nowak');
  await site.getByLabel('Leave out personal details: only site, row and rule').check();
  const bare = await download(site, () => site.getByRole('button', { name: 'Download the report (CSV)' }).click());
  expect(bare.text).toContain('"mobile_number"');
  expect(bare.text).not.toContain('01522 546321');
  expect(bare.text).not.toContain('Nowak');
  expect(bare.text.split('\r\n').length).toBe(report.text.split('\r\n').length);
  const lists = await download(site, () => site.getByRole('button', { name: 'Download the lists with results' }).click());
  expect(lists.text.split('\r\n').length).toBe(92);
  expect(lists.text).toContain('"Corrected mobile"');
  expect(lists.text).toContain('07300 100111');
  const book = await download(site, () => site.getByRole('button', { name: 'Download the report for Excel' }).click());
  expect(book.name).toBe('sites-report.xlsx');
  expect(book.text.startsWith('PK')).toBe(true);
  const zip = await download(site, () => site.getByRole('button', { name: 'Download a list and a checklist for each site' }).click());
  expect(zip.text.match(/Oak House \d+\/nhsmail-accounts\.csv/g).length).toBe(60);
});

test('reading is stopped, and other files are checked instead', async ({ site }) => {
  await open(site);
  const many = Array.from({ length: 40_000 }, (_, number) => people(number)).flat();
  await choose(site, [['england.csv', csv([HEAD, ...many])]]);
  await site.getByRole('button', { name: 'Stop reading' }).click();
  await choose(site, [['homes.csv', csv(planted())]]);
  await expect(ready(site)).toHaveText('20 of 30 sites are ready.');
});

test('nothing is kept when the screen is left', async ({ site }) => {
  await open(site);
  await choose(site, [['homes.csv', csv(planted())]]);
  await expect(ready(site)).toBeVisible();
  await site.getByRole('link', { name: 'Start page' }).click();
  await site.getByRole('link', { name: 'Check many sites' }).click();
  await expectScreen(site, 'Check many sites');
  await expect(ready(site)).toHaveCount(0);
});
