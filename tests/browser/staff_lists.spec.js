// Staff lists as people really have them: what is understood is said, what is not is asked, and nobody is added
// who is nobody.
import { expect, expectAccessible, expectScreen, running, test } from './site.js';
import { READY, open } from './applications.js';
import { text, workbook } from './lists.js';

const IMPORT = '#/people/import';

/** Fourteen people under a title, in two parts, with two addresses each, and numbers that are somebody else's. */
const MESSY = [
  ['Elm Court: staff and contacts, October 2026'],
  [],
  ['Name', 'Role', 'Work email', 'Personal email', 'Mobile', 'Next of kin', 'Next of kin tel'],
  ['DAYS'],
  ...people('ABCDEFG'),
  [],
  ['NIGHTS'],
  ...people('HIJKLMN'),
  ['Total: 14'],
];

function people(letters) {
  const FIRST = { A: 'Anna', B: 'Ben', C: 'Cleo', D: 'Dan', E: 'Eve', F: 'Flo', G: 'Gwen', H: 'Hana', I: 'Ivan', J: 'Jola', K: 'Karl', L: 'Lena', M: 'Marek', N: 'Nina' };
  return [...letters].map((letter) => {
    const number = letter.charCodeAt(0) - 64;
    const first = FIRST[letter];
    // Only some have an address at work; theirs at home is in every row.
    const work = number % 5 === 0 ? `${first.toLowerCase()}@elmcourt.example` : '';
    return [`${first} Kowalska`, 'Carer', work, `${first.toLowerCase()}.k@example.org`, 7700900100 + number, 'Maria', `07700 9002${String(number).padStart(2, '0')}`];
  });
}

async function choose(site, name, contents) {
  await site.getByLabel('Or choose a file, or drop it here').setInputFiles({ name, mimeType: '', buffer: Buffer.from(contents) });
}

async function read(site, rows, ending = 'csv') {
  await choose(site, `staff.${ending}`, ending === 'csv' ? text(rows) : workbook(rows, ending));
  await expect(site.getByRole('heading', { name: 'Who to add' })).toBeVisible();
}

async function openImport(site) {
  await site.goto(`./${IMPORT}`);
  await running(site);
}

for (const ending of ['csv', 'xlsx']) {
  test(`a messy ${ending} list of fourteen is in, clean and with owners, by the keyboard alone in at most twelve actions`, async ({ site }) => {
    await openImport(site);
    let actions = 0;
    /** One action: the keyboard goes to `target` by Tab, and presses `key`. */
    const act = async (target, key = 'Space') => {
      actions += 1;
      for (let presses = 0; presses < 150; presses += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) break;
        await site.keyboard.press('Tab');
      }
      await expect(target).toBeFocused();
      await site.keyboard.press(key);
    };
    actions += 1;
    await read(site, MESSY, ending);
    await expect(site.getByText('14 people were found')).toBeVisible();
    await act(site.getByRole('button', { name: 'Tick everyone' }));
    await act(site.getByRole('checkbox', { name: /^Owns the mailbox\s*: row \d+, Anna Kowalska$/ }));
    await act(site.getByRole('checkbox', { name: /^Owns the mailbox\s*: row \d+, Hana Kowalska$/ }));
    await act(site.getByRole('button', { name: 'Add 14 people' }), 'Enter');
    await expectScreenOfPeople(site, 14);
    expect(actions).toBeLessThanOrEqual(12);

    await site.evaluate(() => { location.hash = '#/check'; });
    const cards = site.locator('.app-person');
    await expect(cards).toHaveCount(14);
    const anna = cards.first();
    await expect(anna).toContainText('Anna');
    await expect(anna).toContainText('anna.k@example.org');
    await expect(anna).toContainText('07700 900101');
    await expect(anna).toContainText('Owner');
    await expect(cards.nth(1)).toContainText('Member');
    // Nobody's next of kin, and no row of the list that is nobody.
    const main = await site.getByRole('main').innerText();
    expect(main).not.toContain('07700 9002');
    expect(main).not.toMatch(/DAYS|NIGHTS|Total/);
  });
}

async function expectScreenOfPeople(site, count) {
  await expect(site).toHaveTitle('People who need accounts – Caremail checker');
  await expect(site.getByText(`${count} people were added.`).first()).toBeVisible();
}

test('rows that are left out stand behind one line, each with its reason, and one can be put back', async ({ site }) => {
  await openImport(site);
  await read(site, MESSY);
  const line = site.getByText(/^\d+ rows are left out$/);
  await line.click();
  await expect(site.getByText('Row 4, section: DAYS')).toBeVisible();
  await expect(site.getByText(/^Row \d+, total: Total: 14/)).toBeVisible();
  await site.getByRole('button', { name: /^Add it anyway\s*: row 4$/ }).click();
  await expect(site.getByText('15 people were found')).toBeVisible();
  await expect(site.getByRole('checkbox', { name: /^Row 4:/ })).toBeFocused();
  await expect(site.getByRole('checkbox', { name: /^Row 4:/ })).toBeChecked();
});

test('a row is changed in place, is judged anew, and comes in as changed', async ({ site }) => {
  await openImport(site);
  await read(site, [['First name', 'Last name', 'Email', 'Mobile'], ['Anna', 'Smith', 'anna@example.org', '0770090012'], ['Ben', 'Jones', 'ben@example.org', '07700900124']]);
  const row = site.locator('.app-row').first();
  await expect(row).toContainText('To do:');
  await row.getByRole('button', { name: /^Change row \d+, Anna Smith$/ }).click();
  await expect(row.getByRole('textbox', { name: /^First name/ })).toBeFocused();
  await row.getByLabel('Mobile number').fill('07700 900123');
  await expect(row).not.toContainText('To do:');
  await row.getByLabel('Last name').fill('Smyth');
  await expect(site.getByRole('checkbox', { name: 'Row 2: Anna Smyth' })).toBeChecked();
  // Whoever owns the mailbox is added.
  await site.getByRole('checkbox', { name: 'Row 2: Anna Smyth' }).uncheck();
  await row.getByRole('checkbox', { name: /^Owns the mailbox/ }).check();
  await expect(site.getByRole('checkbox', { name: 'Row 2: Anna Smyth' })).toBeChecked();
  await site.getByRole('button', { name: 'Add 2 people' }).click();
  await expectScreenOfPeople(site, 2);
  const cards = site.locator('.app-person');
  await expect(cards.first()).toContainText('Smyth');
  await expect(cards.first()).toContainText('07700 900123');
  await expect(cards.first()).toContainText('Owner');
  await expect(cards.nth(1)).toContainText('Member');
});

test('someone who is on the list already is said to be, and not proposed again', async ({ site }) => {
  await open(site, IMPORT, READY);
  const [anna] = READY.people;
  await read(site, [['Name', 'Email', 'Mobile'], [`${anna.first_name} ${anna.last_name}`, anna.email, anna.mobile], ['Dora New', 'dora@example.org', '07700 900777']]);
  await expect(site.getByText('This person is on your list already.')).toHaveCount(1);
  await expect(site.getByRole('checkbox', { name: /^Row 2: Anna Smith/ })).not.toBeChecked();
  await expect(site.getByRole('checkbox', { name: 'Row 3: Dora New' })).toBeChecked();
});

test('where two columns have addresses, which is meant is asked once and answered once', async ({ site }) => {
  await openImport(site);
  await read(site, [['Name', 'Work email', 'Personal email', 'Mobile'],
    ['Anna Smith', 'anna@elm.example', 'anna.s@example.org', '07700900123'],
    ['Ben Jones', 'ben@elm.example', 'ben.j@example.org', '07700900124']]);
  const contacts = site.locator('.app-row__contact');
  const [taken, other] = await contacts.first().innerText() === 'anna@elm.example · 07700 900123' ? ['Work email', 'Personal email'] : ['Personal email', 'Work email'];
  await expect(site.getByText(`“${taken}” is the one used: check that it is the right one.`)).toBeVisible();
  await site.getByRole('button', { name: `Use “${other}” for everyone` }).click();
  await expect(contacts.first()).toHaveText(`${other === 'Work email' ? 'anna@elm.example' : 'anna.s@example.org'} · 07700 900123`);
});

test('the order of the names can be turned round for the whole list', async ({ site }) => {
  await openImport(site);
  await read(site, [['Name', 'Email'], ['Kumar Ravi', 'x1@example.org'], ['Thomas James', 'x2@example.org']]);
  await site.getByLabel('First and last names are the other way round').check();
  await site.getByRole('button', { name: 'Update' }).click();
  await expect(site.getByRole('checkbox', { name: 'Row 2: Ravi Kumar' })).toBeVisible();
  await expect(site.getByRole('checkbox', { name: 'Row 3: James Thomas' })).toBeVisible();
});

test('after a refused file, what was pasted is still in its box', async ({ site }) => {
  await openImport(site);
  await site.getByLabel('Paste rows from a spreadsheet').fill('Anna Smith\tanna@example.org');
  await choose(site, 'letter.pdf', '%PDF-1.7');
  await expect(site.getByText('Nothing you entered is lost.')).toBeVisible();
  await expect(site.getByLabel('Paste rows from a spreadsheet')).toHaveValue('Anna Smith\tanna@example.org');
});

test('the list given back with its corrections comes in again as it was corrected', async ({ site }) => {
  await openImport(site);
  await read(site, MESSY);
  const [download] = await Promise.all([
    site.waitForEvent('download'),
    site.getByRole('button', { name: 'Download it as CSV' }).click(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  await site.getByRole('button', { name: 'Bring another list' }).click();
  await choose(site, 'back.csv', Buffer.concat(chunks));
  await expect(site.getByText('14 people were found')).toBeVisible();
  await expect(site.locator('.app-row__contact').first()).toHaveText('anna.k@example.org · 07700 900101');
});

test('what was changed in one list is nothing to the next', async ({ site }) => {
  await openImport(site);
  await read(site, [['Name', 'Email'], ['Anna Smith', 'anna@example.org'], ['Ben Jones', 'ben@example.org']]);
  const row = site.locator('.app-row').first();
  await row.getByRole('button', { name: /^Change row \d+, Anna Smith$/ }).click();
  await row.getByLabel('Last name').fill('Smyth');
  await row.getByRole('checkbox', { name: /^Owns the mailbox/ }).check();
  await site.getByRole('button', { name: 'Bring another list' }).click();
  await site.getByRole('button', { name: 'Yes, bring another list' }).click();
  await read(site, [['Name', 'Email'], ['Cleo Ward', 'cleo@example.org'], ['Dan Poe', 'dan@example.org']]);
  await expect(site.getByRole('checkbox', { name: 'Row 2: Cleo Ward' })).toBeChecked();
  await expect(site.locator('.app-row').first().getByRole('checkbox', { name: /^Owns the mailbox/ })).not.toBeChecked();
});

test('an owner who is ticked stays one when the names are turned round, and is named anew', async ({ site }) => {
  await openImport(site);
  await read(site, [['Name', 'Email'], ['Kumar Ravi', 'x1@example.org'], ['Thomas James', 'x2@example.org']]);
  await site.locator('.app-row').first().getByRole('checkbox', { name: /^Owns the mailbox/ }).check();
  await site.getByLabel('First and last names are the other way round').check();
  await site.getByRole('button', { name: 'Update' }).click();
  await expect(site.getByRole('checkbox', { name: 'Row 2: Ravi Kumar' })).toBeChecked();
  await expect(site.locator('.app-row').first().getByRole('checkbox', { name: /^Owns the mailbox/ })).toBeChecked();
});

test('ticks stay when a row that was left out is put back', async ({ site }) => {
  await openImport(site);
  await read(site, MESSY);
  await site.getByRole('checkbox', { name: 'Row 5: Anna Kowalska' }).check();
  await site.getByText(/rows are left out$/).click();
  await site.getByRole('button', { name: /^Add it anyway\s*: row 4$/ }).click();
  await expect(site.getByText('15 people were found')).toBeVisible();
  await expect(site.getByRole('checkbox', { name: 'Row 5: Anna Kowalska' })).toBeChecked();
});

test('what an import did is spoken, and Undo takes back just that', async ({ site }) => {
  await open(site, IMPORT, READY);
  await read(site, [['Name', 'Email', 'Mobile'], ['Dora New', 'dora@example.org', '07700 900777']]);
  await site.getByRole('button', { name: 'Add 1 person' }).click();
  await expectScreen(site, 'People who need accounts');
  await expect(site.getByText('1 person was added.')).toHaveCount(2); // On screen, and in the line that is spoken.
  await expect(site.locator('.app-person')).toHaveCount(READY.people.length + 1);
  await site.getByRole('button', { name: 'Undo' }).click();
  await expect(site.locator('.app-person')).toHaveCount(READY.people.length);
});

/** The one line that screen readers speak. */
function spoken(site) {
  return site.locator('p.nhsuk-u-visually-hidden[role=status]');
}

const TWO = [['Name', 'Email', 'Mobile'], ['Anna Smith', 'anna.smith@example.org', '07700900123'], ['Ben Jones', 'ben.jones@example.org', '07700900124']];

test('what a button does to the whole list is spoken', async ({ site }) => {
  await openImport(site);
  await read(site, [['Name', 'Email'], ['Kumar Ravi', 'x1@example.org'], ['Thomas James', 'x2@example.org']]);
  await site.getByRole('button', { name: 'Swap first and last names' }).click();
  await expect(spoken(site)).toHaveText(/^First and last names are swapped\. 2 people were found/);
  await site.getByRole('button', { name: 'Update' }).click();
  await expect(spoken(site)).toHaveText(/^Updated\. 2 people were found/);
  await site.getByRole('button', { name: 'Untick everyone' }).click();
  await expect(spoken(site)).toHaveText('Nobody is ticked.');
  await site.getByRole('button', { name: 'Tick everyone' }).click();
  await expect(spoken(site)).toHaveText('2 people are ticked.');
});

test('that an owner is ticked to be added too is spoken', async ({ site }) => {
  await openImport(site);
  await read(site, TWO);
  const owns = site.locator('.app-row').first().getByRole('checkbox', { name: /^Owns the mailbox/ });
  await owns.check();
  await expect(spoken(site)).toHaveText('Anna Smith is an owner.');
  await owns.uncheck();
  await expect(spoken(site)).toHaveText('Anna Smith is a member.');
  await site.getByRole('button', { name: 'Untick everyone' }).click();
  await owns.check();
  await expect(spoken(site)).toHaveText('Anna Smith is an owner, and is ticked to be added.');
});

test('with nobody ticked, what to do is said beside the button, and the keyboard stays on it', async ({ site }) => {
  await openImport(site);
  await read(site, TWO);
  await site.getByRole('button', { name: 'Untick everyone' }).click();
  const problem = site.locator('.nhsuk-error-message');
  await expect(problem).toHaveCount(0);
  const add = site.getByRole('button', { name: 'Tick the people to add' });
  await add.focus();
  await site.keyboard.press('Enter');
  await expect(problem).toHaveText('Error: Tick the people to add first.');
  await expect(spoken(site)).toHaveText('Tick the people to add first.');
  await expect(add).toBeFocused();
  await expect(problem).toBeInViewport();
  await expectAccessible(site, 'nobody ticked');
  await site.getByRole('checkbox', { name: 'Row 2: Anna Smith' }).check();
  await expect(problem).toHaveCount(0);
});

test('the boxes of a row close by Enter, by Escape and by a button behind them, keep what was typed, and give the keyboard back', async ({ site }) => {
  await openImport(site);
  await read(site, TWO);
  const row = site.locator('.app-row').first();
  const change = row.getByRole('button', { name: /^Change row 2/ });
  const boxes = row.getByRole('textbox');
  for (const [typed, close] of [['Ann', 'Enter'], ['Annie', 'Escape'], ['Annabel', 'Close']]) {
    await change.focus();
    await site.keyboard.press('Enter');
    await expect(change).toHaveAttribute('aria-expanded', 'true');
    await expect(boxes.first()).toBeFocused();
    await site.keyboard.press('ControlOrMeta+A');
    await site.keyboard.type(typed);
    if (close === 'Close') {
      for (let box = 0; box < 4; box += 1) await site.keyboard.press('Tab');
      await expect(row.getByRole('button', { name: /^Close row 2/ })).toBeFocused();
      await site.keyboard.press('Enter');
    } else {
      await site.keyboard.press(close);
    }
    await expect(boxes).toHaveCount(0);
    await expect(change).toBeFocused();
    await expect(change).toHaveAttribute('aria-expanded', 'false');
    await expect(site.getByRole('checkbox', { name: `Row 2: ${typed} Smith` })).toBeVisible();
  }
});

test('a workbook of which every sheet is unticked says so beside Update, and keeps the keyboard there', async ({ site }) => {
  await openImport(site);
  await choose(site, 'two.xlsx', workbook(TWO, 'xlsx', ['March', 'April']));
  await site.getByLabel('March (2 people)').uncheck();
  await site.getByLabel('April (2 people)').uncheck();
  const update = site.getByRole('button', { name: 'Update' });
  await update.focus();
  await site.keyboard.press('Enter');
  await expect(site.locator('.nhsuk-error-message')).toHaveText('Error: Choose at least one sheet.');
  await expect(update).toBeFocused();
});
