// A text of megabytes that is pasted or typed into a box: it is left out whole, which is said beside the box; what stood
// there stays, and the page answers at once.
import { READY, held, keepBefore, open } from './applications.js';
import { STAFF, text } from './lists.js';
import { show } from './screens.js';
import { expect, expectAccessible, test } from './site.js';

const MEGABYTES = 5_000_000;
const LINE = 1_000;
const ROWS = 100_000;
const SAID = /That was left out\. It is too long for this box, which takes [\d,]+ characters\./;

/** The screens with boxes, and the application they are shown for. */
const SCREENS = {
  '#/site': READY,
  '#/people/1': READY,
  '#/apply/passcode-issued': { ...READY, answers: { ...READY.answers, 'managers-id-or-passcode': 'passcode' } },
  '#/after/days': READY,
  '#/after/letters/new-account': READY,
  '#/after/letters/leaver': READY,
  '#/saved': READY,
  '#/people/import': READY,
};

/** Has the clipboard hold `length` characters of `line`, repeated. */
async function copy(page, length, line) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(([line, length]) => (
    navigator.clipboard.writeText(line.repeat(Math.ceil(length / line.length)).slice(0, length))
  ), [line, length]);
}

/** Does `act`, and expects that nothing holds the page up for longer than 200 ms; a machine that was busy with something
 * else is asked again. */
async function quickly(page, what, act) {
  await page.evaluate(() => {
    window.observer ??= new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.held.push(Math.round(entry.duration));
    });
    window.observer.observe({ type: 'longtask' });
  });
  let longest;
  for (let tries = 0; tries < 3 && !(longest <= 200); tries += 1) {
    await page.evaluate(() => { window.held = [0]; });
    await act();
    // Until what was begun is drawn, written and told of.
    await page.evaluate(() => new Promise((done) => { setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 400); }));
    longest = await page.evaluate(() => Math.max(...window.held));
  }
  expect.soft(longest, what).toBeLessThanOrEqual(200);
}

const boxes = (page) => page.locator('#app :is(input[type="text"], input[type="password"], textarea):visible:not([readonly])');

for (const [screen, application] of Object.entries(SCREENS)) {
  test(`megabytes pasted into any box of ${screen} are left out, which is said, and what stood there stays`, async ({ site }) => {
    await keepBefore(site, application);
    await copy(site, MEGABYTES, 'lorem ipsum 07700 900123 ');
    await open(site, screen);
    for (const box of screen === '#/saved' ? ['Lock the file with a password'] : []) await site.getByLabel(box).check();
    const before = await held(site);
    const count = await boxes(site).count();
    expect(count).toBeGreaterThan(0);
    for (let at = 0; at < count; at += 1) {
      const box = boxes(site).nth(at);
      const stood = await box.inputValue();
      await box.focus();
      await quickly(site, `box ${at + 1} of ${screen}`, async () => {
        await site.keyboard.press('End');
        await site.keyboard.press('Control+V');
      });
      await expect(site.getByText(SAID).filter({ visible: true })).toHaveCount(2); // Beside the box, and spoken.
      await expect(box).toHaveValue(stood);
      await expect(box).toBeFocused();
      // The three boxes of a day are described together.
      const day = box.locator('xpath=ancestor::fieldset');
      await expect(await day.count() > 0 ? day : box).toHaveAccessibleDescription(SAID);
    }
    await expectAccessible(site, `${screen}, a text left out`);
    expect(await held(site)).toEqual(before);
    // The next thing that is typed is taken.
    await boxes(site).first().focus();
    await site.keyboard.press('End');
    await site.keyboard.type('1');
    await expect(boxes(site).first()).toHaveValue(/1$/);
    await expect(site.locator('.nhsuk-error-message').getByText(SAID)).toHaveCount(0);
  });
}

test('a text that fits to the last character is taken, and one more is left out', async ({ site }) => {
  await open(site, '#/people/1', READY);
  await copy(site, LINE, 'Abc ');
  const box = site.locator('#first-name');
  await box.fill('');
  await site.keyboard.press('Control+V');
  await expect(box).toHaveValue('Abc '.repeat(LINE / 4));
  await site.keyboard.type('x');
  await expect(site.getByText(SAID).first()).toBeVisible();
  await expect(box).toHaveValue('Abc '.repeat(LINE / 4));
  // What takes the place of something counts in its place.
  await site.keyboard.press('Shift+Home');
  await site.keyboard.press('Control+V');
  await expect(box).toHaveValue('Abc '.repeat(LINE / 4));
  await expect(site.locator('.nhsuk-error-message').getByText(SAID)).toHaveCount(0);
});

test('a text that a program puts into a box is held to the same', async ({ site }) => {
  await open(site, '#/people/1', READY);
  const box = site.locator('#last-name');
  const stood = await box.inputValue();
  await box.focus();
  await quickly(site, 'a program', () => box.evaluate((box, length) => {
    box.value = 'x'.repeat(length);
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, MEGABYTES));
  await expect(box).toHaveValue(stood);
  await expect(site.getByText(SAID).first()).toBeVisible();
  await expect.poll(async () => (await held(site)).people[0].last_name).toBe(stood);
});

test('a box of a row that is brought in is held to the same', async ({ site }) => {
  await keepBefore(site, READY);
  await copy(site, MEGABYTES, 'lorem ipsum ');
  await open(site, '#/people/import');
  await site.getByLabel('Or choose a file, or drop it here').setInputFiles({ name: 'staff.csv', mimeType: '', buffer: Buffer.from(text(STAFF)) });
  await site.getByRole('button', { name: /^Change / }).first().click();
  const box = site.locator('.app-row__boxes input').first();
  const stood = await box.inputValue();
  await box.focus();
  await quickly(site, 'a row', () => site.keyboard.press('Control+V'));
  await expect(site.getByText(SAID).first()).toBeVisible();
  await expect(box).toHaveValue(stood);
});

test('as many rows as the box takes are pasted at once, and read', async ({ site }) => {
  await keepBefore(site, READY);
  await copy(site, ROWS, 'Anna Smith\tanna@example.org\t07700 900123\n');
  await open(site, '#/people/import');
  const box = site.getByLabel('Paste rows from a spreadsheet');
  await quickly(site, 'rows that fit', async () => {
    await box.focus();
    await site.keyboard.press('Control+A');
    await site.keyboard.press('Control+V');
  });
  expect(await box.evaluate((box) => box.value.length)).toBe(ROWS);
  await site.getByRole('button', { name: 'Read what I pasted' }).click();
  await expect(site.getByText(/people were found|person was found/).first()).toBeVisible({ timeout: 30_000 });
});

/** An application whose texts have `length` characters. */
const withTexts = (length) => {
  const text = 'Ann-Marie O’Brien MCDONALD 07700 900123 anna@example.org '.repeat(length / 40).slice(0, length);
  const people = READY.people.map((person) => ({ ...person, first_name: text, email: text }));
  return { ...READY, site: { ...READY.site, name: text }, people };
};

async function openFile(site, application) {
  await site.getByLabel('Choose the file whose name begins with nhsmail-application').setInputFiles({
    name: 'nhsmail-application.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(application)),
  });
}

test('a saved file with a text that no box takes is refused, and leaves the page as it was', async ({ site }) => {
  await open(site, '#/saved', READY);
  await quickly(site, 'a file', () => openFile(site, withTexts(100_000)));
  await expect(site.locator('#status')).toContainText('far too long for its box');
  await show(site, '#/site');
  await expect(site.getByLabel('Name of the home or branch')).toHaveValue(READY.site.name);
});

test('the longest texts that a saved file may hold leave every screen quick', async ({ site }) => {
  test.slow();
  await open(site, '#/saved');
  await openFile(site, withTexts(19_000));
  await expect(site.locator('#status')).toBeVisible();
  for (const screen of ['#/tasks', '#/site', '#/people', '#/people/1', '#/check', '#/result', '#/portal', '#/after']) {
    await quickly(site, screen, async () => {
      await show(site, '#/privacy');
      await show(site, screen);
    });
  }
  // What is too long can be shortened.
  await show(site, '#/people/1');
  const box = site.locator('#first-name');
  await box.focus();
  await site.keyboard.press('End');
  await site.keyboard.press('Backspace');
  expect((await box.inputValue()).length).toBe(18_999);
});
