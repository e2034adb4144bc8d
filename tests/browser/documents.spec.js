// The documents as they come out of the browser, read by other programs.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ICAL from 'ical.js';
import { FEEDBACK, HELPDESK, MESSY, PASSCODE, READY, THIRD_PARTY, listing, open, person } from './applications.js';
import { readCsv } from './csv.js';
import { DOWNLOADS } from './journeys.js';
import { show } from './screens.js';
import { download, expect, expectAccessible, test } from './site.js';

const [CHECKLIST, ACCOUNTS, REMINDERS] = Object.keys(DOWNLOADS);

/** The text of the file behind `button`, for `application`. */
async function made(page, application, button) {
  await open(page, '#/tasks', application);
  await show(page, '#/result');
  const { name, text } = await download(page, () => page.getByRole('button', { name: button }).click());
  const [stem, ending] = DOWNLOADS[button].split('.');
  expect(name.startsWith(stem) && name.endsWith(`.${ending}`), name).toBe(true);
  return text;
}

const EMPTY_PEOPLE = { ...READY, people: [] };
const HEADINGS = ['First name', 'Last name', 'Email address', 'Mobile number', 'Shared mailbox'];

test('the account list opens cell for cell, with its accents and leading zeros', async ({ site }) => {
  const text = await made(site, READY, ACCOUNTS);
  expect(text.startsWith('\u{feff}'), 'Excel knows UTF-8 by its mark').toBe(true);
  expect(readCsv(text.slice(1))).toEqual([
    HEADINGS,
    ['Anna', 'Smith', 'anna.smith@example.org', '07700 900123', 'Owner'],
    ['Ben', 'Jones', 'ben.jones@example.org', '07700 900456', 'Owner'],
    ['Zoë', 'O\'Neill', 'zoe@example.org', '07700 900789', 'Member'],
  ]);
});

test('no cell of the account list can be run, and each reads back as it was', async ({ site }) => {
  const names = ['=HYPERLINK("https://x.invalid","Anna")', '+1', '-2', '@SUM(A1)', 'de "la" Torre, Jr', 'محمد', '\'=1'];
  const people = names.map((last_name, index) => person({ last_name, email: `p${index}@example.org`, mobile: `07700 90010${index}` }));
  const text = await made(site, listing(...people), ACCOUNTS);
  const rows = readCsv(text.slice(1));
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  const cells = rows.slice(-names.length).map((row) => row[1]);
  const asItWas = (cell) => (/^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell);
  expect(cells.map(asItWas)).toEqual(names);
});

/** The events of a calendar file, each with its day and its words; the strict reader throws at any fault. */
function events(text) {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.name).toBe('vcalendar');
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy();
  const all = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event, { strictExceptions: true }));
  expect(new Set(all.map((event) => event.uid)).size, 'each has a name of its own').toBe(all.length);
  return all.map((event) => {
    expect([event.startDate.hour, event.startDate.minute, event.startDate.zone.tzid]).toEqual([9, 0, 'Europe/London']);
    expect(event.duration.toSeconds()).toBe(30 * 60);
    expect(event.component.getFirstPropertyValue('dtstamp').toString()).toBe('2026-11-23T00:00:00Z');
    expect(event.component.getFirstSubcomponent('valarm').getFirstPropertyValue('action')).toBe('DISPLAY');
    return [event.startDate.toString().slice(0, 10), event.summary, event.description];
  });
}

test('the reminders are accepted by a strict reader, on the right days', async ({ site }) => {
  const all = events(await made(site, PASSCODE, REMINDERS));
  expect(all).toEqual([
    ['2026-11-27', expect.stringContaining('Has the passcode letter come?'), expect.stringContaining('it takes 5 to 7 days.')],
    ['2026-12-16', expect.stringContaining('Apply for NHSmail now'), expect.stringContaining('the one-time passcode is about to end')],
    ['2026-12-18', expect.stringContaining('The one-time passcode ends'), expect.stringContaining('ask for a new one')],
    ['2027-06-30', expect.stringContaining('Publish the toolkit'), expect.stringContaining('Publish the Data Security and Protection Toolkit again by this day')],
  ]);
  for (const [, summary] of all) expect(summary.startsWith('Oak House Care Home: ')).toBe(true);

  const named = { ...READY, site: { ...READY.site, name: 'Дом «Ольха»; the \\ oak, and 橡树 '.repeat(4) } };
  for (const [, summary] of events(await made(site, named, REMINDERS))) {
    expect(summary.startsWith(named.site.name.trim())).toBe(true);
  }
});

/** Opens `html` as a file on a disk, in a page that runs no scripts, and gives what that page asked for. */
async function opened(browser, html) {
  const file = join(mkdtempSync(join(tmpdir(), 'checklist-')), 'nhsmail-checklist.html');
  writeFileSync(file, html);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, asked, address: pathToFileURL(file).href };
}

test('the checklist stands alone: it needs no script and asks nothing of anyone', async ({ site, browser }) => {
  const html = await made(site, PASSCODE, CHECKLIST);
  const { page, asked, address } = await opened(browser, html);
  expect(asked).toEqual([address]);
  await expect(page).toHaveTitle('NHSmail checklist: Oak House Care Home');
  await expect(page.getByText('Made on 23 November 2026')).toBeVisible();
  await expect(page.getByText('You are ready to apply for NHSmail on the NHS Portal.')).toBeVisible();
  await expect(page.getByText('Your passcode ends on 18 December 2026: apply by then.')).toBeVisible();
  for (const part of ['For your files', 'Evidence to attach', 'Your answers', 'Your site', 'People who need accounts', 'Dates', 'What comes next', 'Who can help']) {
    await expect(page.getByRole('heading', { level: 2, name: part })).toBeVisible();
  }
  for (const words of ['Zoë O\'Neill', '07700 900789', '20 November 2026', '18 December 2026', 'care.vllwv@nhs.net (certain']) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await expect(page.getByText('An independent checker. Not part of, or endorsed by, the NHS or CQC.')).toBeVisible();
  await page.context().close();
});

test('the checklist is accessible and fits a telephone, ready and with every kind of finding', async ({ site, browser }) => {
  for (const application of [READY, MESSY, HELPDESK, EMPTY_PEOPLE]) {
    const html = await made(site, application, CHECKLIST);
    const context = await browser.newContext({ viewport: { width: 320, height: 568 } });
    const page = await context.newPage();
    await page.setContent(html);
    await expectAccessible(page, 'the checklist');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wide, 'scrolls sideways').toBe(false);
    await context.close();
  }
});

test('the checklist says every name and each thing to do, with whom to ask', async ({ site, browser }) => {
  const { page } = await opened(browser, await made(site, MESSY, CHECKLIST));
  await expect(page.getByText(/^Not ready yet: \d+ things are still to do\./)).toBeVisible();
  for (const words of ['محمد', 'عبد الله', 'Zoë', MESSY.people[4].last_name, MESSY.people[4].email]) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
  const actions = page.locator('section').filter({ hasText: 'To do before you apply' }).getByRole('listitem');
  expect(await actions.count()).toBeGreaterThan(15);
  // Somebody who is listed twice is one thing to do.
  await expect(actions.filter({ hasText: 'person 1 and person 2' })).toHaveCount(1);
  await expect(actions.filter({ hasText: 'Ask: Damon Habbin' }).first()).toBeVisible();
  await page.context().close();
});

test('whatever was typed stands in the checklist as text', async ({ site, browser }) => {
  const name = '<script>alert(1)</script><img src=https://x.invalid/a.png>&amp;';
  const html = await made(site, { ...READY, site: { ...READY.site, name } }, CHECKLIST);
  const { page, asked } = await opened(browser, html);
  expect(asked).toHaveLength(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`NHSmail checklist: ${name}`);
  await page.context().close();
});

test('the checklist prints on A4 without cutting a person, and needs no colour', async ({ site, browser }) => {
  const { page } = await opened(browser, await made(site, MESSY, CHECKLIST));
  await page.emulateMedia({ media: 'print' });
  const cut = await page.locator('article, dl > div, li').evaluateAll((all) => all
    .filter((e) => getComputedStyle(e).breakInside !== 'avoid').map((e) => e.tagName));
  expect(cut).toEqual([]);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
  expect(boxes.length).toBeGreaterThan(1);
  for (const [, width, height] of boxes) {
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  }
  const backgrounds = await page.locator('*').evaluateAll((all) => all
    .filter((e) => !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(getComputedStyle(e).backgroundColor)).length);
  expect(backgrounds, 'nothing is said by a background').toBe(0);
  await page.context().close();
});

test('while something is outstanding, each document says so at its top', async ({ site }) => {
  const lacking = { ...READY, people: READY.people.slice(0, 1) };
  const html = await made(site, lacking, CHECKLIST);
  expect(html.indexOf('Not ready yet: 1 thing')).toBeGreaterThan(0);
  expect(html.indexOf('Not ready yet: 1 thing')).toBeLessThan(html.indexOf('<h2>'));
  const rows = readCsv((await made(site, lacking, ACCOUNTS)).slice(1));
  expect(rows[0][0]).toMatch(/^Not ready yet: 1 thing/);
  expect(rows[1]).toEqual(HEADINGS);
  const [first] = events(await made(site, lacking, REMINDERS));
  expect(first.slice(0, 2)).toEqual(['2026-11-23', expect.stringContaining('Not ready yet: 1 thing')]);

  await open(site, '#/tasks', { ...HELPDESK, people: [person({ mobile: '' })] });
  await show(site, '#/result');
  await expect(site.getByRole('heading', { name: 'What to do before you ask' })).toBeVisible();
  await expect(site.locator('.app-actions')).toContainText('Enter a mobile number');
  await expect(site.locator('pre')).toHaveText(/^Hello,/);
});

test('those on another route get documents that send them there, and not to the portal', async ({ site }) => {
  for (const [application, words] of [
    [HELPDESK, 'Ask the NHS helpdesk for your accounts'],
    [FEEDBACK, 'Hospice NHSmail Application Query'],
    [THIRD_PARTY, 'third-party route'],
  ]) {
    const html = await made(site, application, CHECKLIST);
    expect(html.includes(words), words).toBe(true);
    expect(html.includes('Fill in the form on the NHS Portal'), words).toBe(false);
  }
});

test('where nobody applies, nothing is to do before applying', async ({ site }) => {
  for (const application of [HELPDESK, FEEDBACK, THIRD_PARTY]) {
    const html = await made(site, application, CHECKLIST);
    expect.soft(/Not ready yet|before you apply/.test(html), 'the checklist').toBe(false);
    if (application === HELPDESK) {
      expect.soft((await made(site, application, ACCOUNTS)).includes('Not ready yet'), 'the account list').toBe(false);
    } else {
      await expect.soft(site.getByRole('button', { name: /account list|calendar/ }), 'what helps nobody there').toHaveCount(0);
    }
  }
});

test('no document holds the manager’s ID, even where it was typed into a box', async ({ site }) => {
  const secret = 'CON1-1234567890';
  const leaky = { ...READY, site: { ...READY.site, location_id: secret } };
  for (const button of Object.keys(DOWNLOADS)) {
    expect.soft((await made(site, leaky, button)).includes('1234567890'), button).toBe(false);
  }
  await show(site, '#/portal');
  expect.soft(await site.getByRole('main').innerText(), 'the portal page').not.toContain('1234567890');
  await open(site, '#/tasks', { ...HELPDESK, site: leaky.site });
  await show(site, '#/result');
  expect.soft(await site.locator('pre').innerText(), 'the email').not.toContain('1234567890');
});
