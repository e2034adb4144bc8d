// The people's screens: one change a person, owners chosen together, names put right, nothing lost.
import { READY, UNFILLED, kept, listing, open, person } from './applications.js';
import { reach } from './hands.js';
import { TITLES, sends, show } from './screens.js';
import { expect, expectAccessible, expectProblems, expectScreen, running, test } from './site.js';

const [ANNA, BEN, ZOE] = READY.people;
const roleless = ({ first_name, last_name, email, mobile }) => ({ first_name, last_name, email, mobile, role: null });
const focused = (page) => page.evaluate(() => {
  const { id, tagName } = document.activeElement;
  return id || tagName;
});

test('each person has one Change and one Remove, which say whose they are', async ({ site }) => {
  await open(site, '#/people', READY);
  const cards = site.locator('.app-person');
  await expect(cards.getByRole('link')).toHaveText(READY.people.map(({ first_name, last_name }) =>
    `Change ${first_name} ${last_name}: name, email address and mobile number`));
  await expect(cards.getByRole('button')).toHaveText(READY.people.map(({ first_name, last_name }) => `Remove ${first_name} ${last_name}`));
});

test('owners are chosen for all on one screen, by the keyboard, and everyone else is a member', async ({ site }) => {
  await open(site, '#/people', listing(...READY.people.map(roleless)));
  await expect(site.getByText('Nobody owns the shared mailbox yet.')).toBeVisible();
  await reach(site, site.getByRole('button', { name: 'Continue' }));
  await site.keyboard.press('Enter');
  await expectScreen(site, TITLES['#/people/owners']);
  await expectAccessible(site, 'owners');
  await expect(site.locator('.nhsuk-error-message')).toHaveCount(0);

  await reach(site, sends(site));
  await site.keyboard.press('Enter');
  await expectProblems(site, ['Tick at least one owner.']);
  await expectAccessible(site, 'nobody is ticked');
  await site.keyboard.press('Tab');
  await site.keyboard.press('Enter');
  await expect(site.getByRole('checkbox', { name: 'Anna Smith' })).toBeFocused();
  await site.keyboard.press('Space');
  await reach(site, site.getByRole('checkbox', { name: 'Zoë O\'Neill' }));
  await site.keyboard.press('Space');
  await reach(site, sends(site));
  await site.keyboard.press('Enter');
  await expectScreen(site, TITLES['#/tasks']);
  await expect.poll(async () => (await kept(site)).people.map(({ role }) => role)).toEqual(['owner', 'member', 'owner']);
  await show(site, '#/people');
  await expect(site.getByText('Anna Smith and Zoë O\'Neill own the shared mailbox.')).toBeVisible();
});

test('who owns the mailbox is chosen on the way on, or by the way and back', async ({ site }) => {
  await open(site, '#/people', READY);
  await site.getByRole('link', { name: 'Choose who owns the mailbox' }).click();
  await expectScreen(site, TITLES['#/people/owners']);
  await sends(site).click();
  await expectScreen(site, TITLES['#/people']);
});

test('a person is removed on their own screen too, and put back on the list', async ({ site }) => {
  await open(site, '#/check', READY);
  await site.getByRole('link', { name: 'Change Ben Jones: name, email address and mobile number' }).click();
  await reach(site, site.getByRole('button', { name: 'Remove this person from the list' }));
  await site.keyboard.press('Enter');
  await expectScreen(site, TITLES['#/people']);
  await expect(site.getByText('Ben Jones was removed from the list.').first()).toBeVisible();
  await expect(site.locator('.app-person h2')).toHaveText(['Anna Smith', 'Zoë O\'Neill']);
  await site.getByRole('button', { name: 'Undo' }).click();
  await expect(site.locator('.app-person h2')).toHaveText(['Anna Smith', 'Ben Jones', 'Zoë O\'Neill']);
  await show(site, '#/people/4');
  await expect(site.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
});

test('two people of one name are told apart wherever they are named', async ({ site }) => {
  const twins = listing(ANNA, { ...BEN, first_name: 'Anna', last_name: 'Smith' }, { ...ZOE, first_name: 'anna', last_name: 'smith', email: '' });
  await open(site, '#/people', twins);
  const called = [`Anna Smith (${ANNA.email})`, `Anna Smith (${BEN.email})`, 'anna smith (person 3)'];
  await expect(site.locator('.app-person h2')).toHaveText(called);
  await show(site, '#/portal');
  await expect(site.locator('h2').filter({ hasText: /anna smith/i })).toHaveText(called);
  await show(site, '#/after/letters/leaver');
  await site.getByText('Fill in somebody from your list').click();
  await expect(site.getByRole('button', { name: /^Use / })).toHaveText(called.map((name) => `Use ${name}`));
  await site.getByRole('button', { name: `Use ${called[1]}` }).click();
  await expect(site.getByLabel('Their first and last name')).toHaveValue('Anna Smith');
  await show(site, '#/result');
  await expect(site.getByText(`Check that this is another person: ${called[1]} and ${called[2]} have the same name.`)).toBeVisible();
});

test('whoever is sent to a box is told there what to put right', async ({ site }) => {
  await open(site, '#/result', listing(ANNA, { ...BEN, email: ANNA.email }, ZOE));
  await site.getByRole('link', { name: 'Ben Jones, email address' }).click();
  const box = site.getByLabel('Email address');
  await expect(box).toBeFocused();
  await expect(box).toHaveAccessibleDescription(/Give Ben Jones an email address of their own: Anna Smith has the same one\./);
  await expect(site.locator('.nhsuk-error-message')).toHaveCount(0);
  await expectAccessible(site, 'told beside the box');
  await sends(site).click();
  await expectProblems(site, [/^Give Ben Jones an email address of their own/]);
  await expect(site.getByText(/^(To do: |Error:\s+)?Give Ben Jones/)).toHaveCount(2);
  await box.fill('ben.jones@example.org');
  await sends(site).click();
  await expectScreen(site, 'You are ready to apply for NHSmail on the NHS Portal.');
});

test('a word that is taken back leaves the keyboard on its tick, wherever that stands then', async ({ site }) => {
  const asked = { rule: 'person_name', doubt: 'post-or-place', value: 'Night Staff' };
  await open(site, '#/result', { ...listing({ ...ANNA, first_name: 'Night', last_name: 'Staff' }, BEN, ZOE), confirmed: [asked] });
  const tick = site.getByRole('checkbox', { name: /^I have checked, this is right/ });
  await expect(tick).toBeChecked();
  await reach(site, tick);
  await site.keyboard.press('Space');
  await expect(tick).not.toBeChecked();
  await expect(tick).toBeFocused();
  await expect(site).toHaveTitle(/^You can apply once one thing is done/);
});

test('what is left to choose about the mailbox leads to where it is chosen', async ({ site }) => {
  await open(site, '#/result', listing(roleless(ANNA), BEN, ZOE));
  await site.getByRole('link', { name: 'Anna Smith, shared mailbox' }).click();
  await expectScreen(site, TITLES['#/people/owners']);
  await site.getByRole('checkbox', { name: 'Anna Smith' }).check();
  await sends(site).click();
  await expectScreen(site, 'You are ready to apply for NHSmail on the NHS Portal.');
});

test('names in capitals and in small letters are put right at once, and put back', async ({ site }) => {
  const priya = person({ first_name: 'priya', last_name: 'shah', email: 'p@example.org', mobile: '07700 900301' });
  const kelly = person({ first_name: 'KELLY', last_name: 'BROWN', email: 'k@example.org', mobile: '07700 900302' });
  await open(site, '#/people', listing(priya, kelly, BEN));
  const notice = site.getByRole('region', { name: '2 names are all in capitals or all in small letters.' });
  await expect(notice.getByRole('listitem')).toHaveText(['priya shah → Priya Shah', 'KELLY BROWN → Kelly Brown']);
  await expectAccessible(site, 'names to put right');
  await reach(site, site.getByRole('button', { name: 'Fix all 2 names' }));
  await site.keyboard.press('Enter');
  await expect(site.locator('#undo')).toBeFocused();
  await expect(site.getByText('2 names were changed.')).toBeVisible();
  await expect(notice).toHaveCount(0);
  const names = () => site.locator('.app-person h2');
  await expect(names()).toHaveText(['Priya Shah', 'Kelly Brown', 'Ben Jones']);
  await expect.poll(async () => (await kept(site)).people[0].last_name).toBe('Shah');
  await site.getByRole('button', { name: 'Undo' }).click();
  await expect(names()).toHaveText(['priya shah', 'KELLY BROWN', 'Ben Jones']);
});

test('the name of a site in small letters is put right by one press', async ({ site }) => {
  await open(site, '#/site', { ...READY, site: { ...READY.site, name: 'the willows care home' } });
  await site.getByRole('button', { name: 'Use The Willows Care Home' }).click();
  await expect(site.getByLabel('Name of the home or branch')).toHaveValue('The Willows Care Home');
  await expect(site.getByLabel('Name of the home or branch')).toBeFocused();
});

test('no box is filled in by the browser, and names begin with capitals on a telephone', async ({ site }) => {
  await open(site, '#/people', READY);
  for (const screen of ['#/people/1', '#/site', '#/people/import', '#/apply/passcode-issued']) {
    await show(site, screen);
    const boxes = site.locator('main :is(textarea, input:is([type=text], [type=email], [type=tel], :not([type])))');
    for (const box of await boxes.all()) await expect.soft(box, screen).toHaveAttribute('autocomplete', 'off');
  }
  await show(site, '#/people/1');
  for (const [label, capitals] of [['First name', 'words'], ['Last name', 'words'], ['Email address', 'none']]) {
    await expect(site.getByLabel(label)).toHaveAttribute('autocapitalize', capitals);
  }
  await show(site, '#/site');
  await expect(site.getByLabel('Name of the home or branch')).toHaveAttribute('autocapitalize', 'words');
});

test('the lines of a summary stand alone, and a question is no error', async ({ site }) => {
  await open(site, '#/people/2', listing(ANNA, { ...BEN, mobile: '07700 90012', email: 'ben@gmial.com' }));
  await sends(site).click();
  await expectProblems(site, [/^Ben Jones’s mobile number: /]);
  await expect(site.locator('#to-check').getByRole('link')).toHaveText([/^Ben Jones’s email address: /]);
  await expectAccessible(site, 'an error and a question');
  await site.getByLabel('Mobile number').fill('07700 900456');
  await sends(site).click();
  await expect(site.locator('#to-check')).toBeFocused();
  await expect(site.locator('#error-summary')).toHaveCount(0);
  await expect(site).not.toHaveTitle(/^Error/);
  await expectAccessible(site, 'a question alone');
});

test('a value that is put in by a press leaves the keyboard beside it, on every screen', async ({ site }) => {
  const typo = listing({ ...ANNA, email: 'anna.smith@gmial.com' }, BEN, ZOE);
  for (const screen of ['#/people', '#/check', '#/result']) {
    await open(site, screen, typo);
    const use = site.getByRole('button', { name: 'Use anna.smith@gmail.com' });
    await use.focus();
    const before = await use.evaluate((element) => element.getBoundingClientRect().top + scrollY);
    await site.keyboard.press('Enter');
    await expect(use).toHaveCount(0);
    await expect.poll(() => focused(site), screen).not.toMatch(/^(BODY|H1)$/);
    const after = await site.evaluate(() => document.activeElement.getBoundingClientRect().top + scrollY);
    expect.soft(Math.abs(after - before), screen).toBeLessThan(400);
  }
});

test('a year of two digits is told so at its box', async ({ site }) => {
  await open(site, '#/tasks', UNFILLED[1][0]);
  await show(site, '#/apply/passcode-issued');
  await site.getByLabel('Day').fill('20');
  await site.getByLabel('Month').fill('11');
  await site.getByLabel('Year').fill('26');
  await sends(site).click();
  await expectProblems(site, ['Enter the year with four digits, like 2026.']);
});

test.describe('a list that was brought', () => {
  const ROWS = 'Name\tEmail\tMobile\nAnna Smith\tanna@example.org\t07700900123\nBen Jones\tben@example.org\t07700900124';
  const pasted = (page) => page.getByLabel('Paste rows from a spreadsheet');
  const back = (page) => page.getByRole('link', { name: 'Go back to the list' });

  test('is kept with its choices while another screen is open', async ({ site }) => {
    await site.goto('./#/people/import');
    await running(site);
    await pasted(site).fill(ROWS);
    await site.getByRole('button', { name: 'Read what I pasted' }).click();
    await expect(site.getByText('2 people were found')).toBeVisible();
    await site.getByLabel('Row 3: Ben Jones').uncheck();
    await site.getByRole('checkbox', { name: /^Owns the mailbox\s*: row 2, Anna Smith$/ }).check();
    await site.getByRole('button', { name: 'Change row 2, Anna Smith' }).click();
    await site.getByLabel('Last name of row 2, Anna Smith').fill('Smythe');
    await site.getByLabel('Mobile', { exact: true }).selectOption({ value: 'ignored' });

    await site.getByRole('link', { name: 'Privacy' }).first().click();
    await expectScreen(site, 'Privacy');
    await show(site, '#/tasks');
    await expectAccessible(site, 'a list is waiting');
    await back(site).click();
    await expectScreen(site, TITLES['#/people/import']);
    await expect(site.getByLabel('Row 3: Ben Jones')).not.toBeChecked();
    await expect(site.getByLabel('Row 2: Anna Smythe')).toBeChecked();
    await expect(site.getByLabel('Mobile', { exact: true })).toHaveValue('ignored');
    await site.getByRole('button', { name: 'Add 1 person' }).click();
    await expectScreen(site, TITLES['#/people']);
    await expect(site.getByRole('heading', { name: 'Anna Smythe' })).toBeVisible();
    await expect(site.getByText('Anna Smythe owns the shared mailbox.')).toBeVisible();
    await expect(back(site)).toHaveCount(0);
    await show(site, '#/people/import');
    await expect(pasted(site)).toHaveValue('');
  });

  test('leaves what was pasted in its box, whatever comes of it', async ({ site }) => {
    await site.goto('./#/people/import');
    await running(site);
    await pasted(site).fill(ROWS);
    await site.getByRole('button', { name: 'Read what I pasted' }).click();
    await expect(site.getByText('2 people were found')).toBeVisible();
    await site.getByRole('button', { name: 'Bring another list' }).click();
    await expect(pasted(site)).toHaveValue(ROWS);
    await show(site, '#/tasks');
    await back(site).click();
    await expect(pasted(site)).toHaveValue(ROWS);

    // What was changed in the rows is not dropped without a question.
    await site.getByRole('button', { name: 'Read what I pasted' }).click();
    await site.getByRole('checkbox', { name: /^Owns the mailbox\s*: row 2, Anna Smith$/ }).check();
    await site.getByRole('button', { name: 'Bring another list' }).click();
    await expect(site.locator('#another-asked')).toBeFocused();
    await expectAccessible(site, 'asked whether to leave the list');
    await site.getByRole('button', { name: 'No, stay with this list' }).click();
    await expect(site.getByRole('button', { name: 'Bring another list', exact: true })).toBeFocused();
    await expect(site.locator('#another-asked')).toHaveCount(0);
    await expect(site.getByText('2 people were found')).toBeVisible();

    await show(site, '#/tasks');
    await site.getByRole('button', { name: 'Close the list' }).click();
    await expect(site.locator('h1:visible')).toBeFocused();
    await expect(back(site)).toHaveCount(0);
    await show(site, '#/people/import');
    await expect(pasted(site)).toHaveValue('');
  });

  test('is not left with the page without a question, even where it is only pasted', async ({ site }) => {
    await site.goto('./#/people/import');
    await running(site);
    await pasted(site).fill(ROWS);
    const asked = new Promise((resolve) => site.once('dialog', async (dialog) => {
      resolve(dialog.type());
      await dialog.dismiss();
    }));
    await site.evaluate(() => { setTimeout(() => location.reload(), 0); });
    expect(await asked).toBe('beforeunload');
    await expect(pasted(site)).toHaveValue(ROWS);
  });

  test('goes with everything else that is deleted', async ({ site }) => {
    await site.goto('./#/people/import');
    await running(site);
    await pasted(site).fill(ROWS);
    await show(site, '#/saved');
    await site.getByRole('button', { name: 'Delete everything' }).click();
    await site.getByRole('button', { name: 'Yes, delete everything' }).click();
    await expect(back(site)).toHaveCount(0);
    await show(site, '#/people/import');
    await expect(pasted(site)).toHaveValue('');
  });

  test('that cannot be read while another screen is open says so on return', async ({ site }) => {
    // The reader answers when it is told to, and not before the screen is left.
    await site.route(/reader_loader-.*\.js/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: `
        onmessage = ({ data }) => {
          if (!data[0].Request) return;
          const channel = new BroadcastChannel('reader');
          channel.onmessage = () =>
            postMessage([{ Failed: { id: data[0].Request.id, why: 'There is nothing in this file.' } }]);
          channel.postMessage('asked');
        };
        postMessage(['Ready']);` }), { times: 1 });
    await site.goto('./#/people/import');
    await running(site);
    await pasted(site).fill(ROWS);
    const channel = await site.evaluateHandle(() => {
      const opened = new BroadcastChannel('reader');
      return { opened, asked: new Promise((done) => { opened.onmessage = done; }) };
    });
    await site.getByRole('button', { name: 'Read what I pasted' }).click();
    await channel.evaluate(async ({ asked }) => { await asked; });
    await show(site, '#/tasks');
    await channel.evaluate(({ opened }) => opened.postMessage('answer'));
    await site.waitForTimeout(1_000);
    await expect(site.locator('h1:visible')).toBeFocused();
    await back(site).click();
    await expect(site.getByText('There is nothing in this file. Nothing you entered is lost.')).toBeVisible();
    await expect(pasted(site)).toHaveValue(ROWS);
  });
});

test('what was probably meant is taken for one row, or for all alike, and changed back', async ({ site }) => {
  await site.goto('./#/people/import');
  await running(site);
  await site.getByLabel('Paste rows from a spreadsheet').fill([
    'Name\tEmail\tMobile',
    'ANNA SMITH\tanna@gmial.com\t07700 900401',
    'BEN JONES\tben@gmial.com\t07700 900402',
    'CLEO WARD\tcleo@gmial.com\t07700 900403',
  ].join('\n'));
  await site.getByRole('button', { name: 'Read what I pasted' }).click();
  await expect(site.getByText('3 people were found')).toBeVisible();
  await expectAccessible(site, 'suggestions');
  const contacts = site.locator('.app-row__contact');
  const use = site.getByRole('button', { name: /^Use anna@gmail.com\s+in row 2, ANNA SMITH$/ });
  await use.focus();
  await site.keyboard.press('Enter');
  await expect(contacts.first()).toHaveText('anna@gmail.com · 07700 900401');
  await expect.poll(() => focused(site)).toBe(await site.getByLabel('Row 2: ANNA SMITH').getAttribute('id'));

  await site.getByRole('button', { name: 'Use @gmail.com for all' }).click();
  await expect(site.locator('#alike-taken')).toBeFocused();
  await expect(site.getByText('Changed in 2 rows.')).toBeVisible();
  await expect(contacts).toHaveText([/^anna@gmail.com/, /^ben@gmail.com/, /^cleo@gmail.com/]);
  await site.getByRole('button', { name: 'Change them back' }).click();
  await expect(contacts).toHaveText([/^anna@gmail.com/, /^ben@gmial.com/, /^cleo@gmial.com/]);

  await site.getByRole('button', { name: 'Fix them all' }).click();
  await expect(site.getByText('Changed in 3 rows.')).toBeVisible();
  await expectAccessible(site, 'taken for all');
  await site.getByRole('button', { name: 'Add 3 people' }).click();
  await expectScreen(site, TITLES['#/people']);
  await expect(site.locator('.app-person h2')).toHaveText(['Anna Smith', 'Ben Jones', 'Cleo Ward']);
});

test('a file that is handed out is said on screen', async ({ site }) => {
  await site.goto('./#/people/import');
  await running(site);
  await site.getByRole('button', { name: 'Download a blank form for Excel' }).click();
  await expect(site.locator('#status')).toContainText('Downloaded nhsmail-people-form.xlsx');
  await expectAccessible(site, 'downloaded');
  await show(site, '#/tasks');
  await show(site, '#/people/import');
  await expect(site.locator('#status')).toHaveCount(0);
});
