// The day after: the days it gives, the letters it writes, and the papers it hands out.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { EMPTY, HELPDESK, READY, kept, listing, open, person } from './applications.js';
import { keyboard, reach } from './hands.js';
import { forReadySite } from './journeys.js';
import { TITLES, show } from './screens.js';
import { FOLDER } from './server.js';
import { expect, expectAccessible, expectProblems, expectScreen, test } from './site.js';

/** Where the files are left for other programs to read: see tests/other_programs.py. */
const MADE = new URL('../../target/made/', import.meta.url);

/** Sent on a Thursday, answered on the Monday after. */
const AFTER = {
  ...READY,
  afterwards: { applied: '19/11/2026', 'accounts-came': '23/11/2026', mailbox: 'care.vllwv@nhs.net', 'toolkit-published': '12/3/2026' },
};
const LETTERS = {
  'new-account': ['New NHSmail account'],
  joiner: ['Joiner'],
  leaver: ['Leaver'],
  'new-owner': ['New owner of our shared mailbox'],
  'long-leave': ['Account to be disabled for long leave'],
  restore: ['Deleted account to be restored'],
};

/** The bytes of the file behind the button, which are left for other programs too. */
async function made(site, button, name, keepAs = name) {
  const [download] = await Promise.all([
    site.waitForEvent('download'),
    site.getByRole('button', { name: button, exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(forReadySite(name));
  const bytes = await readFile(await download.path());
  await mkdir(MADE, { recursive: true });
  await writeFile(new URL(keepAs, MADE), bytes);
  return bytes;
}

/** Types a day into the three boxes of `id`, by keyboard. */
async function typeDay(page, id, ...parts) {
  for (const [index, text] of parts.entries()) {
    await reach(page, page.locator(index === 0 ? `#${id}` : `#${id}-${index + 1}`));
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    if (text) await page.keyboard.type(text);
  }
}

/** The button that makes a letter. */
const makes = (site) => site.getByRole('button', { name: 'Make the letter' });
const dates = (site) => site.locator('h2:has-text("What comes when") + dl dt');

test('by keyboard: the day of applying is taken once it can be right, and gives the days that follow', async ({ site }) => {
  const hand = keyboard(site);
  await open(site, '#/tasks', READY);
  await hand.follow('After you have applied');
  await expectScreen(site, TITLES['#/after']);
  await expect(dates(site)).toHaveText(['30 June 2027']);
  await hand.press('Enter the day you applied');
  await expectScreen(site, TITLES['#/after/days']);

  await typeDay(site, 'applied', '24', '11', '2026');
  await typeDay(site, 'accounts-came', '2', '', '2026');
  await hand.type('Shared mailbox', 'care.vllwv@example.org');
  await typeDay(site, 'toolkit-published', '12', '3', '26');
  await expect(site.locator('.nhsuk-error-message')).toHaveCount(0);
  await hand.press('Save and continue');
  await expectProblems(site, [
    'The day you applied: Enter a date that is not in the future.',
    'The day the accounts came: Enter the day, the month and the year.',
    'Shared mailbox: Enter an address that ends in @nhs.net, like care.v1234@nhs.net.',
    'The day the toolkit was published: Enter the year with four digits, like 2026.',
  ]);
  await expectAccessible(site, 'the days after Continue');
  await hand.follow('The day you applied: Enter a date that is not in the future.');
  await expect(site.locator('#applied')).toBeFocused();
  await typeDay(site, 'applied', '19', 'Nov', '2026');
  await hand.press('Save and continue');
  await expect(site.locator('#error-summary').getByRole('link')).toHaveCount(3);
  await expect(site.locator('#error-summary')).toBeFocused();
  await typeDay(site, 'accounts-came', '', '', '');
  await hand.type('Shared mailbox', 'care.vllwv@nhs.net');
  await typeDay(site, 'toolkit-published', '12', '3', '2026');
  await hand.press('Save and continue');
  await expectScreen(site, TITLES['#/after']);
  await expect(dates(site)).toHaveText(['23 November 2026', '18 December 2026', '21 December 2026', '12 March 2027']);
  await expect(site.getByText('19 November 2026')).toBeVisible();

  await hand.follow('Change these');
  await expect(site.locator('#applied-2')).toHaveValue('Nov');
  await typeDay(site, 'accounts-came', '23', '11', '2026');
  await hand.press('Save and continue');
  await expect(dates(site)).toHaveText(['21 December 2026', '23 December 2026', '12 March 2027']);
  await hand.follow('Back');
  await expectScreen(site, TITLES['#/tasks']);
});

test('what was typed about the day after is kept on the device and in the file, and opens again', async ({ site }) => {
  await open(site, '#/after/days', READY);
  await site.locator('#applied').fill('19');
  await site.locator('#applied-2').fill('11');
  await site.locator('#applied-3').fill('2026');
  await expect.poll(() => site.evaluate(() => localStorage.getItem('caremail-application'))).toContain('19/11/2026');
  await site.reload();
  await expect(site.locator('#applied-3')).toHaveValue('2026');
});

test('the calendar has days of working weeks at nine, and a sign-in that comes round', async ({ site }) => {
  await open(site, '#/after', AFTER);
  const bytes = await made(site, 'Download these days for your calendar', 'nhsmail-reminders.ics', 'after-reminders.ics');
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone'));
  const told = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(false);
    expect([event.startDate.hour, event.startDate.minute]).toEqual([9, 0]);
    expect(event.startDate.zone.tzid).toBe('Europe/London');
    expect(event.description.length).toBeGreaterThan(20);
    const alarm = component.getFirstSubcomponent('valarm').getFirstPropertyValue('trigger');
    const rings = event.startDate.clone();
    rings.addDuration(alarm);
    // From Monday, 2, to Friday, 6.
    expect([2, 3, 4, 5, 6]).toContain(rings.dayOfWeek());
    return [event.startDate.toString().slice(0, 10), event.summary];
  });
  expect(zone.tzid).toBe('Europe/London');
  expect(told).toEqual([
    ['2026-12-21', 'Oak House Care Home: Sign in to NHSmail'],
    ['2026-12-23', 'Oak House Care Home: Last day to accept the NHSmail policy'],
    ['2027-03-12', 'Oak House Care Home: Publish the toolkit (DSPT) again'],
  ]);
});

test('each letter marks and lists what is missing, and is whole once that is filled in', async ({ site }) => {
  await open(site, '#/after', EMPTY);
  for (const [key, [subject]] of Object.entries(LETTERS)) {
    await show(site, `#/after/letters/${key}`);
    const text = site.locator('pre');
    await expect(text).toHaveCount(0);
    await makes(site).click();
    await expect(site.locator('#letter')).toBeFocused();
    const marks = async () => (await text.innerText()).split('[').length - 1;
    await expect(text).toContainText('[fill this in]');
    await expect(site.locator('#to-do > li')).toHaveCount(await marks());
    await expect(site.locator('.app-letter')).toContainText(`Subject: ${subject}`);
  }
  await open(site, '#/after', AFTER);
  for (const [key, [subject]] of Object.entries(LETTERS)) {
    await show(site, `#/after/letters/${key}`);
    for (const box of await site.locator('#app input').all()) {
      if (await box.inputValue()) continue;
      const id = await box.getAttribute('id');
      const day = /(?:from|until)(-\d)?$/.exec(id);
      const text = day ? { '-2': 'November', '-3': '2026' }[day[1]] ?? '20'
        : /nhs-email/.test(id) ? 'anna.smith@nhs.net' : /email/.test(id) ? 'anna@example.org'
          : /mobile|telephone/.test(id) ? '07700 900123' : /next-owner/.test(id) ? 'Ben Jones' : 'Anna Smith';
      await box.fill(text);
    }
    await makes(site).click();
    await expect(site.locator('pre')).not.toContainText('[');
    await expect(site.locator('#to-do')).toHaveCount(0);
    await expect(site.locator('.app-letter')).toContainText(`Subject: ${subject}: Oak House Care Home`);
    for (const words of ['Name: Anna Smith', 'ODS code: VLLWV', 'Shared mailbox: care.vllwv@nhs.net', 'Telephone number: 07700 900123']) {
      await expect(site.locator('pre')).toContainText(words);
    }
  }
});

test('nothing about one person is left in a letter about another', async ({ site }) => {
  await open(site, '#/after/letters/leaver', READY);
  await site.getByText('Fill in somebody from your list').click();
  await site.getByRole('button', { name: 'Use Anna Smith' }).click();
  await site.getByLabel('Their NHSmail address').fill('anna.smith@nhs.net');
  await site.getByRole('button', { name: 'Use Ben Jones' }).click();
  await expect(site.getByLabel('Their first and last name')).toHaveValue('Ben Jones');
  await expect(site.getByLabel('Their NHSmail address')).toHaveValue('');
});

test('by keyboard: what cannot be right in a letter is told when it is made, at the top and at its box', async ({ site }) => {
  const hand = keyboard(site);
  await open(site, '#/after/letters/leaver', AFTER);
  const box = site.getByLabel('Their NHSmail address');
  await hand.type('Their first and last name', 'Anna Smith');
  await hand.type('Their NHSmail address', 'anna@example.org');
  await typeDay(site, 'leaver-from', '31', '9', '2026');
  await expect(site.locator('.nhsuk-error-message, [aria-invalid]')).toHaveCount(0);
  await hand.press('Make the letter');
  await expectProblems(site, [
    'Their NHSmail address: Enter an address that ends in @nhs.net, like anna.smith@nhs.net.',
    'Their last day at your site: Enter a real date, like 27 3 2026.',
  ]);
  await expect(site.locator('pre')).toHaveCount(0);
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expect(box).toHaveAccessibleDescription(/Error:\s+Enter an address that ends in @nhs.net/);
  for (const part of ['', '-2', '-3']) await expect(site.locator(`#leaver-from${part}`)).toHaveAttribute('aria-invalid', 'true');
  await expect(site.getByRole('group', { name: 'Their last day at your site' })).toHaveAccessibleDescription(/Enter a real date/);
  await expectAccessible(site, 'a letter with mistakes');

  await hand.follow('Their last day at your site: Enter a real date, like 27 3 2026.');
  await expect(site.locator('#leaver-from')).toBeFocused();
  await typeDay(site, 'leaver-from', '30', '9', '2027');
  await hand.type('Their NHSmail address', 'anna.smith@nhs.net');
  await hand.press('Make the letter');
  await expect(site.locator('#letter')).toBeFocused();
  await expect(site).not.toHaveTitle(/^Error/);
  await expect(site.locator('.nhsuk-error-message, [aria-invalid]')).toHaveCount(0);
  await expect(site.locator('pre')).toContainText('Last day at our site: 30 September 2027');
  await expectAccessible(site, 'a letter');
});

test('a letter says that the leaver owns the mailbox, and asks for the next owner where nobody else does', async ({ site }) => {
  const [anna, ...others] = READY.people;
  const alone = [{ ...anna, role: 'owner' }, ...others.map((other) => ({ ...other, role: 'member' }))];
  await open(site, '#/after/letters/leaver', { ...AFTER, people: alone });
  await site.getByText('Fill in somebody from your list').click();
  await site.getByRole('button', { name: 'Use Anna Smith' }).click();
  await makes(site).click();
  await expect(site.locator('pre')).toContainText('They are the only owner of our shared mailbox');
  await site.getByRole('button', { name: 'Who is to own the shared mailbox after them: fill in' }).click();
  await expect(site.getByLabel('Who is to own the shared mailbox after them')).toBeFocused();
  await site.keyboard.type('Ben Jones');
  await expect(site.locator('pre')).toContainText('To own our shared mailbox after them: Ben Jones');
  await expect.poll(async () => (await kept(site)).sites[0].afterwards['leaver/next-owner']).toBe('Ben Jones');

  await site.getByLabel('Their first and last name').fill('Ben Jones');
  await expect(site.locator('pre')).not.toContainText('owner of our shared mailbox');
});

test('by keyboard: a letter is filled in from the list, copied, and begun again', async ({ site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const hand = keyboard(site);
  await open(site, '#/after', AFTER);
  await hand.follow('Ask for a new account');
  await expectScreen(site, 'Ask for a new account');
  await reach(site, site.locator('summary', { hasText: 'Fill in somebody from your list' }));
  await site.keyboard.press('Enter');
  await hand.press('Use Zoë O\'Neill');
  await expect(site.getByLabel('Their own email address')).toHaveValue('zoe@example.org');
  await expect(site.getByLabel('Their own UK mobile number')).toHaveValue('07700 900789');
  await hand.press('Make the letter');
  await hand.press('Your telephone number: fill in');
  await expect(site.getByLabel('Your telephone number')).toBeFocused();
  await site.keyboard.type('01522 900123');
  await hand.press('Copy the letter');
  await expect(site.getByText('Copied').first()).toBeVisible();
  const copied = await site.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').slice(0, 3)).toEqual(['New NHSmail account: Oak House Care Home', '', 'Hello,']);
  expect(copied).toContain('Their own mobile number, for the temporary password: 07700 900789');
  await show(site, '#/after/letters/leaver');
  await expect(site.getByLabel('Their first and last name')).toHaveValue('');
  await expect(site.getByLabel('Your telephone number')).toHaveValue('01522 900123');
  await show(site, '#/after/letters/new-account');
  await hand.press('Write it for somebody else: empty the boxes about this person');
  await expect(site.getByLabel('Their own email address')).toHaveValue('');
  await expect(site.getByLabel('Their first and last name')).toBeFocused();
});

test('where the host gives the helpdesk’s address, the letter opens in a mail program, addressed', async ({ site }) => {
  await open(site, '#/after/letters/leaver', AFTER);
  await makes(site).click();
  await expect(site.getByText('Phone the NHS helpdesk on 0333 200 1133 and ask which address')).toBeVisible();
  await expect(site.locator('a[href^="mailto:help"]')).toHaveCount(0);

  await site.route(({ pathname }) => pathname === FOLDER, async (route) => {
    const response = await route.fetch();
    const built = /("helpdesk_email":\s*)""/;
    const html = await response.text();
    expect(html).toMatch(built);
    await route.fulfill({ response, body: html.replace(built, '$1"helpdesk@example.org"') });
  });
  await open(site, '#/after/letters/leaver', AFTER);
  await site.getByLabel('Their first and last name').fill('Anna & Co');
  await makes(site).click();
  const href = new URL(await site.getByRole('button', { name: 'Open it in your mail program' }).getAttribute('href'));
  expect(href.pathname).toBe('helpdesk@example.org');
  expect(href.searchParams.get('subject')).toBe('Leaver: Oak House Care Home');
  expect(href.searchParams.get('body')).toContain('Name: Anna & Co\r\n');
});

test('the hand-over sheet and a page for each person come as PDFs and as web pages', async ({ site, browser }) => {
  const people = [...READY.people, person({ first_name: 'Ọlọ́run', last_name: 'Đặng', email: 'o@example.org', mobile: '07700 900555' })];
  await open(site, '#/after', { ...AFTER, people });
  await made(site, 'Download the hand-over sheet as a PDF', 'nhsmail-hand-over.pdf');
  await made(site, 'Download the pages as a PDF', 'nhsmail-slips.pdf');
  const sheet = await made(site, 'Download the hand-over sheet as a web page', 'nhsmail-hand-over.html');
  expect(sheet.toString()).not.toMatch(/07700|example\.org/);
  const slips = await made(site, 'Download the pages as a web page', 'nhsmail-slips.html');
  for (const html of [sheet, slips]) {
    const context = await browser.newContext({ viewport: { width: 320, height: 568 } });
    const page = await context.newPage();
    await page.setContent(html.toString());
    await expectAccessible(page, 'the page');
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    await context.close();
  }
});

test('a name that no PDF can show is said, and stands in the web page', async ({ site }) => {
  await open(site, '#/after', listing(person({ first_name: 'محمد', last_name: 'Smith' }), ...READY.people.slice(1)));
  await site.getByRole('button', { name: 'Download the pages as a PDF' }).click();
  await expect(site.locator('#status')).toContainText('The PDF cannot show “محمد”.');
  await expect(site.locator('#status')).toBeFocused();
  expect((await made(site, 'Download the pages as a web page', 'nhsmail-slips.html', 'slips-of-any-name.html')).toString()).toContain('محمد');
});

test('where nobody is listed, blank slips are offered, and nothing that would be empty', async ({ site }) => {
  await open(site, '#/after', EMPTY);
  await expect(site.getByRole('button', { name: /Download the pages/ })).toHaveCount(0);
  await site.getByRole('link', { name: 'Print blank slips for people to fill in' }).click();
  await expectScreen(site, TITLES['#/form']);
  const slips = site.getByRole('heading', { name: 'Your NHSmail account' });
  await expect(slips).toHaveCount(1);
  await site.emulateMedia({ media: 'print' });
  await expect(slips).toHaveCount(10);
});

test('a letter prints as a letter', async ({ site }) => {
  await open(site, '#/after/letters/leaver', HELPDESK);
  await makes(site).click();
  await site.emulateMedia({ media: 'print' });
  await expect(site.locator('pre')).toBeVisible();
  const pressed = await site.locator('button, input, li, .nhsuk-button, .nhsuk-back-link').evaluateAll((all) => all
    .filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 100)));
  expect(pressed).toEqual([]);
});
