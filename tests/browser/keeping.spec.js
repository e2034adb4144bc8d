// What is kept where: nothing by default, on this device by choice, in a file; and two tabs at once.
import { readFileSync } from 'node:fs';
import { KEY, READY, held, kept, listing, open, person } from './applications.js';
import { FORMS, TITLES, show } from './screens.js';
import { NOTHING_STORED, download, expect, expectAllDone, expectScreen, running, stored, test } from './site.js';

const keepTick = (page) => page.getByRole('checkbox', { name: 'Keep my answers on this device' });
const siteName = (page) => page.getByLabel('Name of the home or branch');

/** Chooses a file to open. */
async function choose(page, content, name = 'nhsmail-application.json') {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
  await page.getByLabel('Choose the file').setInputFiles({ name, mimeType: 'application/json', buffer });
}

test('nothing is kept until something is entered, and then in this tab alone', async ({ site }) => {
  await open(site, '#/site');
  for (const screen of [...FORMS, ...Object.keys(TITLES)]) await show(site, screen);
  expect(await stored(site)).toEqual(NOTHING_STORED);
  await show(site, '#/site');
  await siteName(site).fill('Elm Court');
  for (const screen of [...FORMS, ...Object.keys(TITLES)]) await show(site, screen);
  const { session, ...elsewhere } = await stored(site);
  expect(Object.keys(session), 'one entry, of the name the privacy page gives').toEqual([KEY]);
  expect({ session: {}, ...elsewhere }).toEqual(NOTHING_STORED);
});

test.describe('while the tab is open', () => {
  test('answers outlive a reload, another page and the way Back', async ({ site, baseURL }) => {
    await open(site, '#/site');
    await siteName(site).fill('Elm Court');
    await site.reload();
    await running(site);
    await expect(siteName(site)).toHaveValue('Elm Court');
    await show(site, '#/people/1');
    await site.getByLabel('First name').fill('Zoë');
    await site.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await site.goto(`${baseURL}empty`);
    await site.goBack();
    await running(site);
    await expect(site.getByLabel('First name')).toHaveValue('Zoë');
    expect((await stored(site)).local, 'nothing is kept on the device').toEqual({});
  });

  test('another tab has none of them', async ({ site, context, baseURL }) => {
    await open(site, '#/site');
    await siteName(site).fill('Elm Court');
    await expect.poll(async () => (await held(site))?.site.name).toBe('Elm Court');
    const other = await context.newPage();
    await other.goto(`${baseURL}#/site`);
    await expect(siteName(other)).toHaveValue('');
  });

  test('a tab that is duplicated goes on by itself, and is asked when everything is deleted in the first', async ({ site, context }) => {
    await open(site, '#/site');
    await siteName(site).fill('Elm Court');
    await expect.poll(async () => (await held(site))?.site.name).toBe('Elm Court');
    // As browsers duplicate a tab: with a copy of its storage.
    const [other] = await Promise.all([context.waitForEvent('page'), site.evaluate(() => { window.open(location.href); })]);
    await expect(siteName(other)).toHaveValue('Elm Court');
    await siteName(other).fill('Ash Grange');
    await expect.poll(async () => (await held(other)).site.name).toBe('Ash Grange');
    expect((await held(site)).site.name).toBe('Elm Court');
    await expect(other.getByText('in another tab')).toBeHidden();

    await show(site, '#/saved');
    await site.getByRole('button', { name: 'Delete everything' }).click();
    await site.getByRole('button', { name: 'Yes, delete everything' }).click();
    await expect(other.getByText('Everything was deleted in another tab. This tab still has answers.')).toBeVisible();
    await other.getByRole('button', { name: 'Keep them in this tab' }).click();
    await expect(other.getByText('in another tab')).toBeHidden();
    await siteName(other).fill('Ash Lodge');
    await expect.poll(async () => (await held(other)).site.name).toBe('Ash Lodge');
    expect((await stored(other)).local, 'it is not kept on the device by that').toEqual({});

    await site.getByRole('button', { name: 'Delete everything' }).click();
    await site.getByRole('button', { name: 'Yes, delete everything' }).click();
    await other.getByRole('button', { name: 'Delete them here too' }).click();
    await expect(siteName(other)).toHaveValue('');
    expect(await stored(other)).toEqual(NOTHING_STORED);
    expect(await stored(site)).toEqual(NOTHING_STORED);
  });

  test('it can be switched off for a shared computer, and stays off', async ({ site }) => {
    await open(site, '#/privacy');
    await site.getByRole('link', { name: 'Switch this off' }).click();
    await site.getByRole('checkbox', { name: 'Keep my answers while this tab is open' }).uncheck();
    await show(site, '#/site');
    await siteName(site).fill('Elm Court');
    await show(site, '#/saved');
    await site.waitForTimeout(500); // Longer than the pause after which it would be written.
    expect(JSON.stringify(await stored(site))).not.toContain('Elm Court');
    site.on('dialog', (dialog) => dialog.accept());
    await site.reload();
    await running(site);
    await expect(site.getByRole('checkbox', { name: 'Keep my answers while this tab is open' })).not.toBeChecked();
    await show(site, '#/site');
    await expect(siteName(site)).toHaveValue('');
    await siteName(site).fill('Elm Lodge');
    await show(site, '#/saved');
    await site.waitForTimeout(500);
    expect(JSON.stringify(await stored(site))).not.toContain('Elm');
    await site.getByRole('checkbox', { name: 'Keep my answers while this tab is open' }).check();
    expect((await held(site)).site.name).toBe('Elm Lodge');
  });

  test('where the browser refuses, it says so, and what was typed can be saved', async ({ site }) => {
    await site.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
    });
    await open(site, '#/site');
    await siteName(site).fill('Elm Court');
    await expect(site.getByText('would not keep your answers while you are on another page')).toBeVisible();
    await site.getByRole('link', { name: 'Save to a file' }).click();
    const { text } = await download(site, () => site.getByRole('button', { name: 'Save to a file' }).click());
    expect(JSON.parse(text).site.name).toBe('Elm Court');
    await site.getByRole('checkbox', { name: 'Keep my answers on this device' }).check();
    await expect(site.getByText('would not keep your answers while')).toBeHidden();
  });

  test('what another visit keeps on this device and what this tab holds are told apart', async ({ site }) => {
    await open(site, '#/site');
    await siteName(site).fill('Elm Court');
    await expect.poll(async () => (await held(site))?.site.name).toBe('Elm Court');
    await site.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, JSON.stringify(READY)]);
    await site.reload();
    await running(site);
    await expect(siteName(site), 'what was on screen is on screen').toHaveValue('Elm Court');
    await expect(site.getByText('Choose which to use.')).toBeVisible();
    await expect(site.getByText('Name of the home or branch: Elm Court in this tab, Oak House Care Home in the other')).toBeVisible();
    await expect(site.getByText('Only in the other tab: Anna Smith')).toBeVisible();
    expect(await kept(site)).toEqual(READY);
    await site.getByRole('button', { name: 'Use the other tab’s' }).click();
    await expect(siteName(site)).toHaveValue(READY.site.name);
    expect(await held(site)).toEqual(READY);
  });
});

test('what is kept on this device survives a reload, and every later change with it', async ({ site }) => {
  await open(site, '#/site');
  await siteName(site).fill('Elm Court');
  await show(site, '#/saved');
  await expect(keepTick(site)).not.toBeChecked();
  await keepTick(site).check();
  await show(site, '#/people/1');
  await site.getByLabel('First name').fill('Zoë');
  await site.reload();
  await running(site);
  await expect(site.getByLabel('First name')).toHaveValue('Zoë');
  await show(site, '#/saved');
  await expect(keepTick(site)).toBeChecked();
  expect(Object.keys((await stored(site)).local), 'one entry, of the name the privacy page gives').toEqual([KEY]);

  await keepTick(site).uncheck();
  expect((await stored(site)).local).toEqual({});
  await show(site, '#/site');
  await expect(siteName(site)).toHaveValue('Elm Court');
});

test('Delete everything asks first, then leaves nothing in any storage', async ({ site }) => {
  await open(site, '#/saved', READY);
  const ask = site.getByRole('button', { name: 'Delete everything', exact: true });
  await ask.focus();
  // Whether the keyboard is ever without a place, from here on.
  await site.evaluate(() => {
    window.lost = 0;
    new MutationObserver(() => { if (document.activeElement === document.body) window.lost += 1; })
      .observe(document.body, { childList: true, subtree: true });
  });
  await site.keyboard.press('Enter');
  await expect(site.locator('#delete-asked')).toBeFocused();
  await expect(site.getByText('This cannot be undone.')).toBeVisible();
  await site.keyboard.press('Tab');
  await site.keyboard.press('Tab');
  await expect(site.getByRole('button', { name: 'No, keep it' })).toBeFocused();
  await site.keyboard.press('Enter');
  await expect(site.locator('#delete-asked')).toHaveCount(0);
  await expect(ask).toBeFocused();
  expect(await kept(site)).toEqual(READY);
  await site.keyboard.press('Enter');
  await site.keyboard.press('Tab');
  await site.keyboard.press('Enter');
  await expect(site.locator('#status')).toBeFocused();
  await expect(site.locator('#delete-asked')).toHaveCount(0);
  expect(await site.evaluate(() => window.lost)).toBe(0);
  await expect(site.locator('#status')).toContainText('Everything you entered was deleted');
  expect(await stored(site)).toEqual(NOTHING_STORED);
  expect(await site.evaluate(() => window.caremailLastSave)).toBeFalsy();
  await expect(keepTick(site)).not.toBeChecked();
  await show(site, '#/people');
  await expect(site.getByText('Nobody is listed yet.')).toBeVisible();
  await site.reload();
  await running(site);
  await expect(site.getByText('Nobody is listed yet.')).toBeVisible();
  expect(await stored(site)).toEqual(NOTHING_STORED);
});

for (const [how, break_] of Object.entries({
  full: () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  'switched off': () => { Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }); },
})) {
  test(`storage that is ${how} says so and loses nothing`, async ({ site }) => {
    await site.addInitScript(break_);
    await open(site, '#/site');
    await siteName(site).fill('Elm Court');
    await show(site, '#/saved');
    await keepTick(site).check();
    await expect(site.getByText('This browser would not keep your answers')).toBeVisible();
    await show(site, '#/site');
    await expect(siteName(site)).toHaveValue('Elm Court');
    await siteName(site).fill('Elm Lodge');
    await site.getByRole('link', { name: 'Save to a file' }).click();
    const { text } = await download(site, () => site.getByRole('button', { name: 'Save to a file' }).click());
    expect(JSON.parse(text).site.name).toBe('Elm Lodge');
  });
}

test('storage that fills up later says so, and keeps again once there is room', async ({ site }) => {
  await open(site, '#/site', READY);
  await site.evaluate(() => {
    window.setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await siteName(site).fill('Elm Court');
  await expect(site.getByText('This browser would not keep your answers')).toBeVisible();
  expect((await kept(site)).site.name).toBe('Oak House Care Home');
  await site.evaluate(() => { Storage.prototype.setItem = window.setItem; });
  await siteName(site).fill('Elm Lodge');
  await expect(site.getByText('This browser would not keep your answers')).toBeHidden();
  await expect.poll(async () => (await kept(site)).site.name).toBe('Elm Lodge');
});

test.describe('two tabs at once', () => {
  /** Two tabs on the same application; the first then changes the site's name. */
  async function twoTabs(site, context, baseURL) {
    await open(site, '#/site', READY);
    const other = await context.newPage();
    await other.goto(`${baseURL}#/site`);
    await expect(siteName(other)).toHaveValue('Oak House Care Home');
    await siteName(site).fill('Elm Court');
    await expect(other.getByText('Your answers were changed in another tab. Choose which to use.')).toBeVisible();
    await expect(other.getByText('Name of the home or branch: Oak House Care Home in this tab, Elm Court in the other')).toBeVisible();
    return other;
  }

  test('nothing is overwritten until one says which to use', async ({ site, context, baseURL }) => {
    const other = await twoTabs(site, context, baseURL);
    await siteName(other).fill('Ash Grange');
    await other.evaluate(() => { location.hash = '#/people'; });
    expect((await kept(site)).site.name).toBe('Elm Court');
    await expect(siteName(site)).toHaveValue('Elm Court');
    await expect(other.getByText('Choose which to use.')).toBeVisible();
  });

  test('the other tab’s answers can be taken', async ({ site, context, baseURL }) => {
    const other = await twoTabs(site, context, baseURL);
    await other.getByRole('button', { name: 'Use the other tab’s' }).click();
    await expect(other.getByText('Choose which to use.')).toBeHidden();
    await expect(siteName(other)).toHaveValue('Elm Court');
    await siteName(other).fill('Elm Court, Lincoln');
    await expect.poll(async () => (await kept(other)).site.name).toBe('Elm Court, Lincoln');
  });

  test('what is taken from the other tab shows on any screen', async ({ site, context, baseURL }) => {
    await open(site, '#/site', READY);
    let other = await context.newPage();
    const screens = {
      '#/apply/kind-of-service': () => other.getByRole('radio', { name: 'A hospice' }),
      '#/people/owners': () => other.getByRole('checkbox', { name: 'Zoë O\'Neill' }),
    };
    for (const [screen, option] of Object.entries(screens)) {
      // A tab that holds nothing of its own.
      await other.goto('about:blank');
      await other.close();
      other = await context.newPage();
      await other.goto(`${baseURL}${screen}`);
      await expect(option()).not.toBeChecked();
      const [anna, ben, zoe] = READY.people;
      const changed = {
        ...READY,
        answers: { ...READY.answers, 'kind-of-service': 'hospice' },
        people: [anna, ben, { ...zoe, role: 'owner' }],
      };
      await site.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, JSON.stringify(changed)]);
      await other.getByRole('button', { name: 'Use the other tab’s' }).click();
      await expect.soft(option(), screen).toBeChecked();
      await site.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, JSON.stringify(READY)]);
    }
  });

  test('this tab’s answers can be kept, and then the other tab is asked', async ({ site, context, baseURL }) => {
    const other = await twoTabs(site, context, baseURL);
    await siteName(other).fill('Ash Grange');
    await other.getByRole('button', { name: 'Use the answers in this tab' }).click();
    await expect(other.getByText('Choose which to use.')).toBeHidden();
    expect((await kept(other)).site.name).toBe('Ash Grange');
    await expect(site.getByText('Choose which to use.')).toBeVisible();
    await expect(siteName(site)).toHaveValue('Elm Court');
  });

  test('what one tab deletes, the other is asked about', async ({ site, context, baseURL }) => {
    await open(site, '#/saved', READY);
    const other = await context.newPage();
    await other.goto(`${baseURL}#/site`);
    await expect(siteName(other)).toHaveValue('Oak House Care Home');
    await site.getByRole('button', { name: 'Delete everything' }).click();
    await site.getByRole('button', { name: 'Yes, delete everything' }).click();
    await expect(other.getByText('Everything was deleted in another tab')).toBeVisible();
    await siteName(other).fill('Elm Court');
    expect(await stored(site)).toEqual(NOTHING_STORED);
    await other.getByRole('button', { name: 'Delete them here too' }).click();
    await expect(siteName(other)).toHaveValue('');
    expect(await stored(site)).toEqual(NOTHING_STORED);
  });

  test('what the other tab changes later is what the notice tells of', async ({ site, context, baseURL }) => {
    const other = await twoTabs(site, context, baseURL);
    await siteName(site).fill('Elm Lodge');
    await expect(other.getByText('Name of the home or branch: Oak House Care Home in this tab, Elm Lodge in the other')).toBeVisible();
    await expect(other.getByText('Elm Court in the other')).toBeHidden();
  });

  test('what is typed here during a conflict is what the notice tells of', async ({ site, context, baseURL }) => {
    const other = await twoTabs(site, context, baseURL);
    await siteName(other).fill('Ash Grange');
    await expect(other.getByText('Name of the home or branch: Ash Grange in this tab, Elm Court in the other')).toBeVisible();
    await expect(siteName(other)).toBeFocused();
  });

  test('what another tab writes and this release cannot read is left alone, and said to be that', async ({ site, context, baseURL }) => {
    const other = await twoTabs(site, context, baseURL);
    await other.getByRole('button', { name: 'Use the other tab’s' }).click();
    await site.evaluate((key) => localStorage.setItem(key, '{"format": "caremail-application", "version": 99}'), KEY);
    await expect(other.getByText('What this device kept could not be opened, and was left as it is.')).toBeVisible();
    await expect(other.getByText('Choose which to use.')).toBeHidden();
    await siteName(other).fill('Ash Grange');
    await show(other, '#/tasks');
    expect((await stored(site)).local[KEY]).toContain('99');
  });

  test('where the other tab deletes everything after a change, nothing here goes unless one says so', async ({ site, context, baseURL }) => {
    const other = await twoTabs(site, context, baseURL);
    await siteName(other).fill('Ash Grange');
    await show(site, '#/saved');
    await site.getByRole('button', { name: 'Delete everything' }).click();
    await site.getByRole('button', { name: 'Yes, delete everything' }).click();
    await expect(other.getByText('Everything was deleted in another tab. This tab still has answers.')).toBeVisible();
    await expect(other.getByRole('button', { name: 'Use the other tab’s' })).toBeHidden();
    await expect(siteName(other)).toHaveValue('Ash Grange');
    await other.getByRole('button', { name: 'Keep them in this tab' }).click();
    await expect(other.getByText('in another tab')).toBeHidden();
    await expect(siteName(other)).toHaveValue('Ash Grange');
    expect((await held(other)).site.name).toBe('Ash Grange');
    expect((await stored(other)).local, 'what was deleted on the device stays so').toEqual({});
  });

  test('a deletion that this tab has not heard of yet deletes nothing here', async ({ site, context, baseURL }) => {
    const other = await twoTabs(site, context, baseURL);
    await siteName(other).fill('Ash Grange');
    // The notice is drawn anew for what was typed, and then stays as it is.
    await expect(other.getByText('Ash Grange in this tab, Elm Court in the other')).toBeVisible();
    // A tab is not told of what it does to the storage itself.
    await other.evaluate((key) => localStorage.removeItem(key), KEY);
    await other.getByRole('button', { name: 'Use the other tab’s' }).click();
    await expect(other.getByText('Everything was deleted in another tab. This tab still has answers.')).toBeVisible();
    await expect(siteName(other)).toHaveValue('Ash Grange');
    await other.getByRole('button', { name: 'Delete them here too' }).click();
    await expect(siteName(other)).toHaveValue('');
    expect(await held(other)).toBeNull();
  });

  test('a tab that keeps nothing yet does not overwrite what another keeps', async ({ site, context, baseURL }) => {
    await open(site, '#/site');
    const other = await context.newPage();
    await other.goto(`${baseURL}#/site`);
    await siteName(other).fill('Ash Grange');
    await siteName(site).fill('Elm Court');
    await show(site, '#/saved');
    await keepTick(site).check();
    await show(other, '#/saved');
    await keepTick(other).check();
    await expect(other.getByText('Choose which to use.')).toBeVisible();
    expect((await kept(site)).site.name).toBe('Elm Court');
  });
});

test('what was saved opens as it was', async ({ site }) => {
  await open(site, '#/saved', READY);
  const { name, text } = await download(site, () => site.getByRole('button', { name: 'Save to a file' }).click());
  expect(name).toBe('nhsmail-application-oak-house-care-home.json');
  expect(JSON.parse(text)).toMatchObject({ format: 'caremail-application', version: 1 });
  await site.getByRole('button', { name: 'Delete everything' }).click();
  await site.getByRole('button', { name: 'Yes, delete everything' }).click();
  await choose(site, text);
  await expect(site.locator('#status')).toBeFocused();
  await expect(site.locator('#status')).toContainText('Your saved answers are open.');
  const again = await download(site, () => site.getByRole('button', { name: 'Save to a file' }).click());
  expect(again.text).toBe(text);
  expect((await stored(site)).local, 'opening a file keeps nothing on the device').toEqual({});
});

const ready = readFileSync(new URL('../cases/ready.json', import.meta.url), 'utf8');
const REFUSED = {
  'a damaged file': [ready.slice(0, ready.length / 2), 'That file is damaged'],
  'a file of something else': ['{"people": []}', 'That file was not saved by this checker'],
  'a picture': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0]), 'That file was not saved by this checker'],
  'a file of a newer version': [ready.replace('"version": 1', '"version": 99'), 'saved by a newer version'],
  'an empty file': ['', 'That file was not saved by this checker'],
  'a file that is far too large': [Buffer.alloc(27_000_000, ' '), 'That file is too large'],
  'a file with an answer that no question has': [ready.replace('"care-home"', '"castle"'), 'That file is damaged'],
};

test('a file that cannot be opened gets a sentence and changes nothing', async ({ site }) => {
  await open(site, '#/saved', READY);
  for (const [what, [content, words]] of Object.entries(REFUSED)) {
    await choose(site, content);
    await expect(site.locator('#status'), what).toContainText(words);
    await expect(site.locator('#status'), what).toContainText('Your answers are as they were.');
    await expect(site.locator('#status'), what).toBeFocused();
    expect(await kept(site), what).toEqual(READY);
    await show(site, '#/tasks');
    await expectAllDone(site, what);
    await show(site, '#/saved');
  }
});

test.describe('a large saved file', () => {
  /** The longest task of the page while `act` runs, in milliseconds; 0 where none is longer than 50 ms. */
  async function longestTask(page, act) {
    await page.evaluate(() => {
      window.tasks = [];
      window.observer = new PerformanceObserver((list) => window.tasks.push(...list.getEntries()));
      window.observer.observe({ type: 'longtask' });
    });
    await act();
    return page.evaluate(async () => {
      // A task is told of in one that comes after it.
      await new Promise((done) => { setTimeout(done, 100); });
      window.tasks.push(...window.observer.takeRecords());
      window.observer.disconnect();
      return Math.max(0, ...window.tasks.map((task) => task.duration));
    });
  }

  test('whose answers name no question is refused at once, and changes nothing', async ({ site }) => {
    const answers = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [index.toString(36), '']));
    // The names are as short as they can be, so that there is room for 100,000 below the limit.
    const text = JSON.stringify({ ...READY, answers });
    expect(text.length).toBeGreaterThan(900_000);
    expect(text.length).toBeLessThanOrEqual(1_000_000);
    await open(site, '#/saved', READY);
    const longest = await longestTask(site, async () => {
      await choose(site, text);
      await expect(site.locator('#status')).toContainText('That file is damaged');
    });
    expect(longest).toBeLessThan(1000);
    await expect(site.locator('#status')).toContainText('Your answers are as they were.');
    expect(await kept(site)).toEqual(READY);
    await show(site, '#/site');
    await expect(siteName(site)).toHaveValue(READY.site.name);
  });

  test('of 500 people opens at once, with everyone in it', async ({ site }) => {
    const people = Array.from({ length: 500 }, (_, index) => person({
      first_name: 'Zoë', last_name: `Beck ${index}`, email: `zoe.${index}@example.org`, mobile: `07700 900${index}`, role: 'member',
    }));
    await open(site, '#/saved', READY);
    const longest = await longestTask(site, async () => {
      await choose(site, JSON.stringify(listing(...people)));
      await site.getByRole('button', { name: 'Open the file' }).click();
      await expect(site.locator('#status')).toContainText('Your saved answers are open.');
    });
    expect(longest).toBeLessThan(1000);
    expect(await kept(site)).toEqual(listing(...people));
    await show(site, '#/people/500');
    await expect(site.getByLabel('Email')).toHaveValue('zoe.499@example.org');
  });
});

test.describe('typing with answers kept on this device', () => {
  const LETTERS = 'abcdefghijklmnopqrst';

  /** Opens the site's form with nothing in its name, and from then on counts what is written. */
  async function openCounted(site) {
    await open(site, '#/site', { ...READY, site: { ...READY.site, name: '' } });
    await site.evaluate(() => {
      window.writes = [];
      const setItem = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, text) {
        window.writes.push(text);
        setItem.call(this, key, text);
      };
    });
  }

  test('writes once the hand rests, and not at every key', async ({ site }) => {
    await openCounted(site);
    await siteName(site).pressSequentially(LETTERS, { delay: 20 });
    await expect.poll(async () => (await kept(site)).site.name).toBe(LETTERS);
    const writes = await site.evaluate(() => window.writes);
    // To the tab and to the device, each.
    expect(writes.length).toBeLessThanOrEqual(6);
    expect(JSON.parse(writes.at(-1))).toEqual({ ...READY, site: { ...READY.site, name: LETTERS } });
  });

  test('loses nothing in a reload right after the last key', async ({ site }) => {
    await openCounted(site);
    await siteName(site).pressSequentially(LETTERS);
    // In one task of the page, so that no pause lies between the two.
    const written = await site.evaluate((key) => {
      document.execCommand('insertText', false, 'z');
      const { site: { name } } = JSON.parse(localStorage.getItem(key));
      location.reload();
      return name;
    }, KEY);
    expect(written, 'the last key is not written before the page is left').not.toBe(`${LETTERS}z`);
    await site.waitForFunction(() => !window.writes && window.checkerRuns);
    await expect(siteName(site)).toHaveValue(`${LETTERS}z`);
    expect((await kept(site)).site.name).toBe(`${LETTERS}z`);
  });
});

test('what this device keeps and cannot be read is left alone, and said', async ({ site }) => {
  for (const text of ['{"format": "caremail-application", "ver', ready.replace('"version": 1', '"version": 99')]) {
    await open(site, '#/site', text);
    await expect(site.getByText('What this device kept could not be opened, and was left as it is.')).toBeVisible();
    await siteName(site).fill('Elm Court');
    expect((await stored(site)).local[KEY]).toBe(text);
    await show(site, '#/tasks');
    expect((await stored(site)).local[KEY]).toBe(text);
    await site.reload();
    await running(site);
    await show(site, '#/site');
    await expect(siteName(site), 'the tab has what was typed').toHaveValue('Elm Court');
    expect((await stored(site)).local[KEY]).toBe(text);
  }
  await open(site, '#/site', 'x');
  await siteName(site).fill('Elm Court');
  await site.getByRole('button', { name: 'Replace it with the answers in this tab' }).click();
  await expect(site.getByText('could not be opened')).toBeHidden();
  expect((await kept(site)).site.name).toBe('Elm Court');

  await open(site, '#/site', 'x');
  await siteName(site).fill('Ash Grange');
  await site.getByRole('button', { name: 'Delete it from this device' }).click();
  await expect(site.getByText('could not be opened')).toBeHidden();
  await expect(siteName(site), 'what was typed here is not what could not be opened').toHaveValue('Ash Grange');
  expect((await held(site)).site.name).toBe('Ash Grange');
  expect((await stored(site)).local).toEqual({});
});

test.describe('leaving the page', () => {
  /** Whether the browser asks before the page is reloaded. */
  async function asks(page) {
    let asked = false;
    const answer = (dialog) => {
      asked = dialog.type() === 'beforeunload';
      return dialog.accept();
    };
    page.on('dialog', answer);
    await page.reload();
    page.off('dialog', answer);
    await running(page);
    return asked;
  }

  test('does not ask while the tab keeps the answers, and loses none', async ({ site }) => {
    await open(site, '#/site');
    await siteName(site).click();
    await siteName(site).fill('Elm Court');
    expect(await asks(site)).toBe(false);
    await expect(siteName(site)).toHaveValue('Elm Court');
  });

  /** Opens the site with nothing kept in the tab. */
  async function openUnkept(site, fragment) {
    await site.addInitScript(() => { sessionStorage.setItem('caremail-tab', 'off'); });
    await open(site, fragment);
  }

  test('with answers that are kept nowhere asks first', async ({ site }) => {
    await openUnkept(site, '#/site');
    await siteName(site).click();
    expect(await asks(site), 'nothing entered').toBe(false);
    await siteName(site).click();
    await siteName(site).fill('Elm Court');
    expect(await asks(site), 'entered').toBe(true);
  });

  test('asks after a file was offered too: no page can know that it reached the disk', async ({ site }) => {
    await openUnkept(site, '#/site');
    await siteName(site).fill('Elm Court');
    await show(site, '#/saved');
    await download(site, () => site.getByRole('button', { name: 'Save to a file' }).click());
    expect(await asks(site)).toBe(true);
  });

  test('to write a mail or to telephone is not leaving it', async ({ page: site, baseURL }) => {
    await site.addInitScript(() => {
      sessionStorage.setItem('caremail-tab', 'off');
      addEventListener('TrunkApplicationStarted', () => { window.checkerRuns = true; });
    });
    await site.goto(`${baseURL}#/site`);
    await running(site);
    await siteName(site).click();
    await siteName(site).fill('Elm Court');
    const asked = [];
    const note = (dialog) => { asked.push(dialog.type()); return dialog.dismiss(); };
    site.on('dialog', note);
    for (const href of ['mailto:someone@example.org', 'tel:03332001133']) {
      await site.evaluate((href) => {
        const link = document.createElement('a');
        Object.assign(link, { id: 'out', href, textContent: 'Out' });
        document.querySelector('main').append(link);
      }, href);
      await site.locator('#out').click();
      await site.waitForTimeout(300);
      await site.evaluate(() => document.getElementById('out').remove());
    }
    expect(asked).toEqual([]);
    site.off('dialog', note);
    await site.waitForTimeout(1000);
    await siteName(site).click();
    expect(await asks(site), 'a reload is').toBe(true);
  });

  test('while they are kept on this device does not ask', async ({ site }) => {
    await open(site, '#/site', READY);
    await siteName(site).click();
    await siteName(site).fill('Elm Court');
    expect(await asks(site)).toBe(false);
    await expect(siteName(site)).toHaveValue('Elm Court');
  });

  test('asks while rows are pasted and not read, which nothing holds', async ({ site }) => {
    await open(site, '#/people/import');
    await site.getByLabel('Paste rows from a spreadsheet').click();
    await site.getByLabel('Paste rows from a spreadsheet').fill('Anna Smith\tanna@example.org');
    expect(await asks(site)).toBe(true);
  });

  test('does not ask once everything was deleted', async ({ site }) => {
    await open(site, '#/site');
    await siteName(site).fill('Elm Court');
    await show(site, '#/saved');
    await site.getByRole('button', { name: 'Delete everything' }).click();
    await site.getByRole('button', { name: 'Yes, delete everything' }).click();
    expect(await asks(site)).toBe(false);
  });
});

test('Carry on from a saved file leads to where a file is opened', async ({ site }) => {
  await open(site);
  await site.getByRole('link', { name: 'Carry on from a saved file' }).click();
  await expectScreen(site, TITLES['#/saved']);
  await choose(site, ready);
  await site.getByRole('link', { name: 'Go to the task list' }).click();
  await expectScreen(site, TITLES['#/tasks']);
  await expectAllDone(site);
});
