// Changing one's mind: answers in any order, people added and removed, doubts settled, values copied.
import { READY, kept, listing, open, person } from './applications.js';
import { mouse } from './hands.js';
import { answer, fillPerson } from './journeys.js';
import { QUESTIONS, TITLES, sends, show } from './screens.js';
import { expect, expectAllDone, expectScreen, running, test } from './site.js';

const doubt = (page, about) => page.getByRole('checkbox', { name: new RegExp(`^I have checked, this is right \\(${about}\\)$`) });

test('changing an early answer keeps the later ones', async ({ site }) => {
  await open(site, '#/check', READY);
  const before = await site.getByRole('term').count();
  await site.getByRole('link', { name: `Change ${QUESTIONS['dspt-status']}` }).click();
  await site.getByRole('radio', { name: 'Standards Not Met' }).check();
  await show(site, '#/check');
  await expect(site.getByText(QUESTIONS['dspt-year'])).toHaveCount(0);
  await site.getByRole('link', { name: `Change ${QUESTIONS['dspt-status']}` }).click();
  await site.getByRole('radio', { name: 'Standards Exceeded' }).check();
  await sends(site).click();
  await expect(site).toHaveTitle(/^Check your answers/);
  await expect(site.getByRole('link', { name: `Change ${QUESTIONS['dspt-status']}` })).toBeFocused();
  await expect(site.getByRole('term')).toHaveCount(before);
  await expect.poll(async () => (await kept(site)).answers).toEqual({ ...READY.answers, 'dspt-status': 'standards-exceeded' });
});

test('going another way and back again loses nothing', async ({ site }) => {
  const hand = mouse(site);
  await open(site, '#/tasks', READY);
  await show(site, '#/apply/already-have-nhsmail');
  await hand.choose('Yes');
  await show(site, '#/check');
  await expect(site.getByRole('term').filter({ hasText: QUESTIONS['shared-mailbox'] })).toBeVisible();
  await expect(site.getByRole('term').filter({ hasText: QUESTIONS['dspt-status'] })).toHaveCount(0);
  await show(site, '#/apply/already-have-nhsmail');
  await hand.choose('No');
  await sends(site).click();
  await expectScreen(site, 'You can apply for NHSmail');
  await show(site, '#/tasks');
  await expectAllDone(site);
});

test('the parts can be done in any order', async ({ site }) => {
  const hand = mouse(site);
  await open(site, '#/people/1');
  await fillPerson(hand, READY.people[0]);
  await hand.press('Save and continue');
  await show(site, '#/apply/managers-id-or-passcode');
  await hand.choose('The CQC manager’s ID');
  await hand.press('Continue');
  await answer(site, hand, [['already-have-nhsmail', 'No'], ['kind-of-service', 'Home care']]);
  await show(site, '#/check');
  for (const words of ['Anna', 'Home care', 'The CQC manager’s ID']) {
    await expect(site.getByText(words, { exact: true }).first()).toBeVisible();
  }
});

test('a person can be changed, removed, and put back where they stood', async ({ site }) => {
  await open(site, '#/people', READY);
  const names = () => site.getByRole('main').getByRole('heading', { level: 2 });
  await expect(names()).toHaveText(['Anna Smith', 'Ben Jones', 'Zoë O\'Neill']);
  await site.getByRole('link', { name: 'Change Ben Jones: name, email address and mobile number' }).click();
  await expectScreen(site, 'Person 2');
  await site.getByLabel('Last name').fill('James');
  await sends(site).click();
  await expectScreen(site, TITLES['#/people']);

  await site.getByRole('button', { name: 'Remove Ben James' }).click();
  await expect(site.locator('#undo')).toBeFocused();
  await expect(site.getByText('Ben James was removed from the list.')).toBeVisible();
  await expect(names()).toHaveText(['Anna Smith', 'Zoë O\'Neill']);
  await site.getByRole('button', { name: 'Undo' }).click();
  await expect(names()).toHaveText(['Anna Smith', 'Ben James', 'Zoë O\'Neill']);
  await expect(site.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(site.getByRole('button', { name: 'Undo' })).toBeHidden();
  await expect.poll(async () => (await kept(site)).people[1]).toEqual({ ...READY.people[1], last_name: 'James' });
});

test('people can be removed by the keyboard alone, and put back', async ({ site }) => {
  await open(site, '#/people', READY);
  await site.getByRole('button', { name: 'Remove Anna Smith' }).focus();
  await site.keyboard.press('Enter');
  await expect(site.locator('#undo')).toBeFocused();
  await site.keyboard.press('Tab');
  await expect(site.getByRole('button', { name: 'Undo' })).toBeFocused();
  await site.keyboard.press('Space');
  await expect(site.getByRole('heading', { name: 'Anna Smith' })).toBeVisible();
});

test('what looks odd is asked about once, remembered, and asked again when it changes', async ({ site }) => {
  await open(site, '#/people/1', listing(person({ first_name: 'Night', last_name: 'Porter' }), ...READY.people.slice(1)));
  await site.getByLabel('Last name').fill('Staff');
  await sends(site).click();
  // It is a question, and no mistake.
  await expect(site.locator('#to-check').getByRole('link')).toHaveText([/“Night Staff” is a person’s name/]);
  await expect(site.locator('#to-check')).toBeFocused();
  await expect(site.locator('#error-summary')).toHaveCount(0);
  await expect(site).not.toHaveTitle(/^Error/);
  await doubt(site, 'Night Staff, first name').check();
  await expect(doubt(site, 'Night Staff, first name')).toBeFocused();
  await sends(site).click();
  await expectScreen(site, TITLES['#/people']);
  await expect(doubt(site, 'Night Staff, first name')).toBeChecked();

  await site.reload();
  await running(site);
  await expect(doubt(site, 'Night Staff, first name')).toBeChecked();
  await show(site, '#/result');
  await expectScreen(site, 'You are ready to apply for NHSmail on the NHS Portal.');

  await show(site, '#/people/1');
  await site.getByLabel('Last name').fill('Staff Team');
  await sends(site).click();
  await expect(site.locator('#to-check')).toContainText('looks like a post');
  await expect(doubt(site, 'Night Staff Team, last name')).not.toBeChecked();
  await site.getByLabel('Last name', { exact: true }).fill('Staff');
  await sends(site).click();
  // The word given about the first value still holds.
  await expectScreen(site, TITLES['#/people']);
});

test('surnames that look like words pass without a word', async ({ site }) => {
  const hand = mouse(site);
  await open(site, '#/people');
  const names = [['Anna', 'House'], ['Joy', 'Nurse'], ['Grace', 'Lead'], ['Sam', 'Null'], ['Mary', 'Holmes']];
  for (const [index, [first_name, last_name]] of names.entries()) {
    await show(site, `#/people/${index + 1}`);
    await fillPerson(hand, person({ first_name, last_name, email: `${first_name}.${last_name}@example.org`, mobile: `07700 90010${index}` }));
    await hand.press('Save and continue');
    await expectScreen(site, TITLES['#/people']);
  }
  await expect(site.getByText('5 people are listed.')).toBeVisible();
  await expect(site.locator('.app-note')).toHaveCount(0);
  await show(site, '#/check');
  await expect(site.locator('.app-person .app-note')).toHaveCount(0);
});

test('a better value is offered and put in by one press', async ({ site }) => {
  await open(site, '#/people/1', listing(person({ email: 'anna.smith@gmial.com' }), ...READY.people.slice(1)));
  await site.getByRole('button', { name: 'Use anna.smith@gmail.com' }).click();
  await expect(site.getByLabel('Email address')).toHaveValue('anna.smith@gmail.com');
  await expect(site.getByLabel('Email address')).toBeFocused();
  await expect(site.getByRole('button', { name: /^Use / })).toHaveCount(0);
});

test('an ODS code that is not known holds nobody up', async ({ site }) => {
  await open(site, '#/site', { ...READY, site: { ...READY.site, ods_code: '' } });
  await expect(site.getByText('Your shared mailbox will probably be')).toBeHidden();
  await site.getByRole('checkbox', { name: 'I don’t know the ODS code' }).check();
  await sends(site).click();
  await expectScreen(site, TITLES['#/people']);
  await show(site, '#/site');
  await site.getByRole('checkbox', { name: 'I don’t know the ODS code' }).uncheck();
  await site.getByLabel('ODS code', { exact: true }).fill('vllwv');
  await expect(site.getByText('care.vllwv@nhs.net')).toBeVisible();
});

test('each value of the portal page is copied as it stands there', async ({ site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(site, '#/portal', listing(person({ mobile: '+44 7700 900123' }), READY.people[1], READY.people[2]));
  const copied = {
    'CQC Location ID of Your site': '1-2624556588',
    'Postcode registered with CQC of Your site': 'LN1 1AA',
    'ODS code of Your site': 'VLLWV',
    'Mobile number of Anna Smith': '07700 900123',
    'First name of Zoë O\'Neill': 'Zoë',
    'Last name of Zoë O\'Neill': 'O\'Neill',
    'Email address of Ben Jones': 'ben.jones@example.org',
  };
  for (const [name, value] of Object.entries(copied)) {
    await site.getByRole('button', { name: `Copy ${name}` }).click();
    await expect(site.getByRole('button', { name: `Copied ${name}` })).toBeVisible();
    await expect(site.getByRole('status').filter({ hasText: name })).toContainText('Copied');
    expect(await site.evaluate(() => navigator.clipboard.readText())).toBe(value);
  }
  await expect(site.getByText('This checker does not hold it.')).toBeVisible();
});

test('a browser that will not copy says so', async ({ site }) => {
  await site.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('no')) });
    document.execCommand = () => false;
  });
  await open(site, '#/portal', READY);
  await site.getByRole('button', { name: 'Copy CQC Location ID of Your site' }).click();
  await expect(site.getByRole('button', { name: 'Select and copy it yourself CQC Location ID of Your site' })).toBeVisible();
});

test('a confirmation is about one value: another value is asked about anew', async ({ site }) => {
  const [anna, ...others] = READY.people;
  await open(site, '#/people/1', { ...READY, people: [{ ...anna, first_name: 'Night', last_name: 'Staff' }, ...others] });
  const tick = site.getByRole('checkbox', { name: /^I have checked, this is right/ });
  await tick.first().check();
  await expect(tick.first()).toBeChecked();
  await site.getByRole('textbox', { name: 'First name' }).fill('Day');
  await expect(tick.first()).not.toBeChecked();
});
