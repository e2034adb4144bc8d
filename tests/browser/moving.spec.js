// Moving between screens: titles, the keyboard, Back and Forward, addresses, errors.
import { MESSY, READY, UNFILLED, answering, listing, open, person } from './applications.js';
import { reach } from './hands.js';
import { FORMS, QUESTIONS, TITLES, sends, show } from './screens.js';
import { expect, expectAllDone, expectProblems, expectScreen, heading, test } from './site.js';

test('every screen names the window and takes the keyboard to its heading', async ({ site }) => {
  await open(site, '', READY);
  const names = {
    ...Object.fromEntries(Object.entries(QUESTIONS).map(([key, asks]) => [`#/apply/${key}`, asks])),
    '#/site': 'Your site',
    '#/people/1': 'Person 1',
    '#/people/4': 'Add a person',
    ...TITLES,
    '#/apply/outcome': 'You can apply for NHSmail',
    '#/result': 'You are ready to apply for NHSmail on the NHS Portal.',
  };
  for (const [screen, name] of Object.entries(names)) {
    await show(site, screen);
    await expectScreen(site, name);
    await expect(heading(site)).toHaveCount(1);
  }
  await show(site, '');
  await expect(site).toHaveTitle('Check you are ready for NHSmail – Caremail checker');
  await expect(site.getByRole('heading', { name: 'Check you are ready for NHSmail' })).toBeFocused();
});

test('Back and Forward lead over the screens that were open', async ({ site }) => {
  await open(site);
  await site.getByRole('button', { name: 'Start now' }).click();
  await expectScreen(site, TITLES['#/tasks']);
  await site.getByRole('link', { name: 'Your site' }).click();
  await expectScreen(site, 'Your site');
  await site.getByLabel('Name of the home or branch').fill('Elm Court');
  await site.goBack();
  await expectScreen(site, TITLES['#/tasks']);
  await site.goBack();
  await expect(site.getByRole('button', { name: 'Start now' })).toBeVisible();
  await expect(site).toHaveTitle('Check you are ready for NHSmail – Caremail checker');
  await site.goForward();
  await expectScreen(site, TITLES['#/tasks']);
  await site.goForward();
  await expectScreen(site, 'Your site');
  await expect(site.getByLabel('Name of the home or branch')).toHaveValue('Elm Court');
});

test('the window and the heading say the same, whatever was typed', async ({ site }) => {
  await open(site, '#/people/1');
  await site.getByLabel('First name').fill('Anna');
  await sends(site).click();
  const [, named] = /^Error: (.*) – Caremail checker$/.exec(await site.title());
  await expect(heading(site)).toContainText(named);
});

test('a refresh stays on the screen', async ({ site }) => {
  await open(site, '#/people/2', READY);
  await site.reload();
  await expect(site).toHaveTitle('Person 2 – Caremail checker');
  await expect(site.getByLabel('Email address')).toHaveValue('ben.jones@example.org');
});

test('an address can name the very box', async ({ site }) => {
  await open(site, '#/people/2/mobile', READY);
  await expect(site.getByLabel('Mobile number')).toBeFocused();
  await expect(site.getByLabel('Mobile number')).toHaveValue('07700 900456');
  for (const [address, label] of [
    ['#/site/postcode', 'Postcode registered with CQC'],
    ['#/people/1/first-name', 'First name'],
    ['#/people/3/email', 'Email address'],
  ]) {
    await site.evaluate((address) => { location.hash = address; }, address);
    await expect(site.getByLabel(label)).toBeFocused();
  }
  await site.evaluate(() => { location.hash = '#/people/1/mailbox-role'; });
  await expectScreen(site, TITLES['#/people/owners']);
});

test('an address that numbers nobody opens the next person', async ({ site }) => {
  await open(site, '#/people/99', READY);
  await expect(site).toHaveTitle('Add a person – Caremail checker');
  await expect(site.getByText('Person 4')).toBeVisible();
  await expect(site).toHaveURL(/#\/people\/4$/);
});

test('an address of no screen says so, and loses nothing', async ({ site }) => {
  await open(site, '#/no/such/screen', READY);
  await expect(site).toHaveTitle('There is no page here – Caremail checker');
  await site.getByRole('link', { name: 'The task list' }).click();
  await expectScreen(site, TITLES['#/tasks']);
  await expectAllDone(site);
});

test('the skip link leads past the bar, and does not change the screen', async ({ site }) => {
  await open(site, '#/tasks', READY);
  await site.keyboard.press('Tab');
  await expect(site.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await expect(site.getByRole('link', { name: 'Skip to main content' })).toBeInViewport();
  await site.keyboard.press('Enter');
  await expect(site.getByRole('main')).toBeFocused();
  await expect(site).toHaveURL(/#\/tasks$/);
  await site.keyboard.press('Tab');
  await expect(site.getByRole('link', { name: 'Can you apply?' })).toBeFocused();
});

test('what looks like a button answers to Space as well', async ({ site }) => {
  await open(site);
  await reach(site, site.getByRole('button', { name: 'Start now' }));
  await site.keyboard.press('Space');
  await expectScreen(site, TITLES['#/tasks']);
});

test('no form shows an error before Continue, and each shows it after', async ({ site }) => {
  for (const [application, forms] of UNFILLED) {
    await open(site, '#/tasks', application);
    for (const form of forms) {
      await show(site, `#/${form}`);
      await expect(site.locator('.nhsuk-error-message, .nhsuk-error-summary')).toHaveCount(0);
      await expect(site).not.toHaveTitle(/^Error/);
      await sends(site).click();
      await expect(site.locator('#error-summary')).toBeFocused();
      await expect(site).toHaveTitle(/^Error: /);
      const links = await site.locator('#error-summary').getByRole('link').count();
      await expect(site.locator('.nhsuk-error-message')).toHaveCount(links);
    }
  }
  await show(site, '#/site');
  await expect(site.locator('.nhsuk-error-message, .nhsuk-error-summary')).toHaveCount(0);
});

test('typing in a box does not bring up errors in the others', async ({ site }) => {
  await open(site, '#/people/1');
  await site.getByLabel('First name').pressSequentially('An');
  await expect(site.locator('.nhsuk-error-message, .app-note')).toHaveCount(0);
  await expect(site.getByLabel('First name')).toBeFocused();
});

test('each line of the summary leads to its box', async ({ site }) => {
  await open(site, '#/people/1');
  await sends(site).click();
  await expectProblems(site, [
    'Enter a first name.',
    'Enter a last name.',
    'Enter an email address, like anna@example.org.',
    'Enter a mobile number, like 07700 900123.',
  ]);
  const boxes = ['First name', 'Last name', 'Email address', 'Mobile number'];
  for (const [index, label] of boxes.entries()) {
    await site.locator('#error-summary').getByRole('link').nth(index).click();
    await expect(site.getByLabel(label, { exact: true })).toBeFocused();
    await expect(site.getByLabel(label, { exact: true })).toBeInViewport();
  }
  await expect(site).toHaveURL(/#\/people\/1$/);

  await open(site, '#/tasks', UNFILLED[1][0]);
  await show(site, '#/apply/passcode-issued');
  await sends(site).click();
  await site.locator('#error-summary').getByRole('link').click();
  await expect(site.getByLabel('Day')).toBeFocused();
});

test('an error stays while it is mended, so that nothing moves under the pointer, until Continue', async ({ site }) => {
  await open(site, '#/site', { ...READY, site: { ...READY.site, postcode: 'LN1' } });
  await sends(site).click();
  await expectProblems(site, ['Postcode registered with CQC: Enter the whole postcode, like LN1 1AA.']);
  const postcode = site.getByLabel('Postcode registered with CQC');
  const place = () => postcode.evaluate((box) => box.getBoundingClientRect().top + scrollY);
  await expect(postcode).toHaveAccessibleDescription(/Error:\s+Enter the whole postcode/);
  await expect(postcode).toHaveAttribute('aria-invalid', 'true');
  await postcode.focus();
  const before = await place();
  await postcode.fill('LN1 1AA');
  await site.getByLabel('ODS code', { exact: true }).fill('VL');
  expect(await place()).toBe(before);
  await expect(site.locator('.nhsuk-error-message')).toHaveCount(1);

  await sends(site).click();
  await expectProblems(site, [/^ODS code: /]);
  await expect(postcode).not.toHaveAttribute('aria-invalid');
  await site.getByLabel('ODS code', { exact: true }).fill('VLLWV');
  await sends(site).click();
  await expectScreen(site, TITLES['#/people']);
});

test('pressing Continue again brings the keyboard back to the summary', async ({ site }) => {
  await open(site, '#/apply/kind-of-service');
  await sends(site).click();
  await expectProblems(site, ['Select what this site provides.']);
  await sends(site).focus();
  await site.keyboard.press('Enter');
  await expectProblems(site, ['Select what this site provides.']);
});

test('a Change link leads to the very box, and Continue back to that link', async ({ site }) => {
  await open(site, '#/check', READY);
  const change = (what) => site.getByRole('link', { name: `Change ${what}` });
  await site.getByRole('link', { name: 'Change Ben Jones: name, email address and mobile number' }).click();
  await expectScreen(site, 'Person 2');
  await site.getByLabel('Mobile number').fill('07700 900457');
  await sends(site).click();
  await expect(site).toHaveTitle(/^Check your answers/);
  await expect(change('Ben Jones: name, email address and mobile number')).toBeFocused();
  await expect(site.getByText('07700 900457')).toBeVisible();
  await site.getByRole('link', { name: 'Change Postcode registered with CQC' }).click();
  await expect(site.getByLabel('Postcode registered with CQC')).toBeFocused();
  await site.goBack();
  await expect(site).toHaveTitle(/^Check your answers/);
  await expect(change('Postcode registered with CQC')).toBeFocused();
  await expect(change('Postcode registered with CQC')).toBeInViewport();
  // Another way there leads to the heading.
  await show(site, '#/tasks');
  await show(site, '#/check');
  await expectScreen(site, TITLES['#/check']);
});

test('no link leads nowhere', async ({ site }) => {
  test.setTimeout(60_000);
  await open(site, '', MESSY);
  const seen = new Set();
  const look = async () => {
    for (const href of await site.locator('a[href]').evaluateAll((all) => all.filter((a) => a.checkVisibility()).map((a) => a.getAttribute('href')))) seen.add(href);
  };
  await look();
  for (const screen of [...FORMS, ...Object.keys(TITLES)]) {
    await show(site, screen);
    await look();
  }
  const fragments = [...seen].filter((href) => href.startsWith('#') && href !== '#' && href !== '#main');
  expect(fragments.length).toBeGreaterThan(20);
  for (const fragment of fragments) {
    await site.evaluate((fragment) => { location.hash = fragment; }, fragment);
    await expect(heading(site)).not.toContainText('There is no page here');
  }
  const elsewhere = [...seen].filter((href) => !href.startsWith('#'));
  expect(elsewhere.filter((href) => !/^(https:\/\/|mailto:|tel:)/.test(href))).toEqual([]);
});

test('an unfinished person who was left alone is not listed', async ({ site }) => {
  await open(site, '#/people', listing(READY.people[0], person({ first_name: 'Ben', email: 'b@example.org', mobile: '07700 900456' })));
  await site.getByRole('button', { name: 'Add another person' }).click();
  await sends(site).click();
  await expect(site.locator('#error-summary')).toBeFocused();
  await site.getByRole('link', { name: 'Leave this for later' }).click();
  await expectScreen(site, TITLES['#/people']);
  await expect(site.getByText('2 people are listed.')).toBeVisible();
});

test('no question says how many there are: that changes with the answers', async ({ site }) => {
  await open(site, '#/tasks', MESSY);
  for (const key of Object.keys(QUESTIONS)) {
    await show(site, `#/apply/${key}`);
    await expect(site.getByRole('main')).not.toContainText(/question \d+ of \d+/i);
  }
});

test('going back to the questions resumes at the first that has no answer, or at what they come to', async ({ site }) => {
  const { 'publicly-funded-care': _, ...answers } = READY.answers;
  await open(site, '#/tasks', { ...READY, answers });
  await site.getByRole('link', { name: 'Can you apply?' }).click();
  await expectScreen(site, QUESTIONS['publicly-funded-care']);
  await site.getByRole('radio', { name: 'Yes' }).check();
  await sends(site).click();
  await expectScreen(site, 'You can apply for NHSmail');
  await show(site, '#/tasks');
  await site.getByRole('link', { name: 'Can you apply?' }).click();
  await expectScreen(site, 'You can apply for NHSmail');
});
