// Faults of storage, of tabs and of the clock, put in on purpose: after each there is a sentence, the answers are
// whole, and the next action works.
import { KEY, READY, held, kept, open, person } from './applications.js';
import { TITLES, show } from './screens.js';
import { download, expect, expectScreen, running, stored, test } from './site.js';

const siteName = (page) => page.getByLabel('Name of the home or branch');
const keepTick = (page) => page.getByRole('checkbox', { name: 'Keep my answers on this device' });

async function deleteEverything(page) {
  await show(page, '#/saved');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Yes, delete everything' }).click();
}

test('a deletion that the browser refuses is not reported done', async ({ site }) => {
  await open(site, '#/site', READY);
  await site.evaluate(() => { Storage.prototype.removeItem = () => { throw new DOMException('no', 'SecurityError'); }; });
  await deleteEverything(site);
  await expect(site.locator('#status')).toContainText('Your browser would not delete what it keeps for this page.');
  await expect(site.locator('#status')).not.toContainText('was deleted');
  await expect(site.locator('#status')).toBeFocused();
});

test('a deletion that the browser passes over in silence is not reported done', async ({ site }) => {
  await open(site, '#/site', READY);
  await site.evaluate(() => { Storage.prototype.removeItem = () => {}; });
  await deleteEverything(site);
  await expect(site.locator('#status')).toContainText('Your browser would not delete what it keeps for this page.');
});

test('unticking Keep says so where the browser will not delete', async ({ site }) => {
  await open(site, '#/saved', READY);
  await site.evaluate(() => { Storage.prototype.removeItem = () => {}; });
  await keepTick(site).uncheck();
  await expect(site.locator('#status')).toContainText('Your browser would not delete what it keeps for this page.');
});

test('a file that the browser will not make is a sentence, which goes once one is made', async ({ site }) => {
  await open(site, '#/saved', READY);
  await site.evaluate(() => {
    window.createObjectURL = URL.createObjectURL;
    URL.createObjectURL = () => { throw new TypeError('no'); };
  });
  await site.getByRole('button', { name: 'Save to a file' }).click();
  await expect(site.locator('#status')).toContainText('Your browser would not make the file.');
  await show(site, '#/result');
  await site.getByRole('button', { name: 'Download the checklist as a web page' }).click();
  await expect(site.locator('#status')).toContainText('Your browser would not make the file.');
  await site.evaluate(() => { URL.createObjectURL = window.createObjectURL; });
  await download(site, () => site.getByRole('button', { name: 'Download the checklist as a web page' }).click());
  await expect(site.getByText('would not make the file')).toBeHidden();
  await show(site, '#/saved');
  const { text } = await download(site, () => site.getByRole('button', { name: 'Save to a file' }).click());
  expect(JSON.parse(text)).toEqual(READY);
  await expect(site.locator('#status')).toContainText('Downloaded nhsmail-application');
});

test('a tab’s storage that is full says so, loses nothing, and keeps again once there is room', async ({ site }) => {
  await open(site, '#/site');
  await site.evaluate(() => {
    window.setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await siteName(site).fill('Elm Court');
  await expect(site.getByText('This browser would not keep your answers while you are on another page')).toBeVisible();
  await site.evaluate(() => { Storage.prototype.setItem = window.setItem; });
  await siteName(site).fill('Elm Lodge');
  await expect(site.getByText('would not keep your answers')).toBeHidden();
  expect((await held(site)).site.name).toBe('Elm Lodge');
});

test('storage that is emptied for the whole site loses nothing of the tab that is open', async ({ site, context, baseURL }) => {
  await open(site, '#/site', READY);
  const other = await context.newPage();
  await other.goto(baseURL);
  await other.evaluate(() => localStorage.clear());
  await expect(site.getByText('Everything was deleted in another tab. This tab still has answers.')).toBeVisible();
  await expect(siteName(site)).toHaveValue(READY.site.name);
  await site.reload();
  await running(site);
  await expect(siteName(site)).toHaveValue(READY.site.name);
  await expect(site.getByText('Everything was deleted in another tab. This tab still has answers.')).toBeVisible();
  await site.getByRole('button', { name: 'Keep them in this tab' }).click();
  await expect(site.getByText('in another tab')).toBeHidden();
  await show(site, '#/saved');
  await expect(keepTick(site)).not.toBeChecked();
  await keepTick(site).check();
  expect(await kept(site)).toEqual(READY);
});

test.describe('what this tab holds and cannot be read', () => {
  const TEXT = '{"format": "caremail-application", "version": 99}';
  const ofTab = (page) => page.getByText('What this tab kept could not be opened, and was left as it is.');
  const ofDevice = (page) => page.getByText('What this device kept could not be opened, and was left as it is.');
  const deleteInTab = (page) => page.getByRole('button', { name: 'Delete it, and keep the answers shown here in this tab' });

  /** A tab that holds such a text, on a device that keeps `onDevice`, or nothing. */
  async function openUnreadable(site, onDevice) {
    await site.goto('./empty');
    await site.evaluate(([key, text, onDevice]) => {
      sessionStorage.setItem(key, text);
      if (onDevice !== null) localStorage.setItem(key, onDevice);
    }, [KEY, TEXT, onDevice]);
    await open(site, '#/site');
    await expect(ofTab(site)).toBeVisible();
  }

  test('is left alone until somebody decides, and what this device keeps is shown and kept', async ({ site }) => {
    await openUnreadable(site, JSON.stringify(READY));
    await expect(siteName(site)).toHaveValue(READY.site.name);
    await expect(ofDevice(site)).toBeHidden();
    await expect(site.getByRole('button', { name: 'Replace it with the answers in this tab' })).toBeHidden();
    expect(await kept(site)).toEqual(READY);
    const renamed = { ...READY, site: { ...READY.site, name: 'Elm Court' } };
    await siteName(site).fill('Elm Court');
    await expect.poll(() => kept(site)).toEqual(renamed);
    expect((await stored(site)).session[KEY]).toBe(TEXT);
    await site.reload();
    await running(site);
    await expect(siteName(site)).toHaveValue('Elm Court');
    await deleteInTab(site).click();
    await expect(ofTab(site)).toBeHidden();
    await expect(siteName(site)).toHaveValue('Elm Court');
    expect(await kept(site), 'the device’s copy is whole').toEqual(renamed);
    expect(await held(site)).toEqual(renamed);
  });

  test('is left alone where this device keeps nothing, and what is typed is kept once it is deleted', async ({ site }) => {
    await openUnreadable(site, null);
    await siteName(site).fill('Elm Court');
    await site.waitForTimeout(500); // Longer than the pause after which it would be written.
    const { session, local } = await stored(site);
    expect(session[KEY]).toBe(TEXT);
    expect(local).toEqual({});
    await deleteInTab(site).click();
    await expect(ofTab(site)).toBeHidden();
    expect((await held(site)).site.name).toBe('Elm Court');
    expect((await stored(site)).local, 'nothing is kept on the device by that').toEqual({});
  });

  test('and what this device keeps and cannot be read are told of and deleted each by itself', async ({ site }) => {
    await openUnreadable(site, 'x');
    await expect(ofDevice(site)).toBeVisible();
    await siteName(site).fill('Elm Court');
    await site.getByRole('button', { name: 'Delete it from this device' }).click();
    await expect(ofDevice(site)).toBeHidden();
    await expect(ofTab(site)).toBeVisible();
    await expect(siteName(site)).toHaveValue('Elm Court');
    const { session, local } = await stored(site);
    expect(session[KEY]).toBe(TEXT);
    expect(local).toEqual({});
    await deleteInTab(site).click();
    await expect(ofTab(site)).toBeHidden();
    expect((await held(site)).site.name).toBe('Elm Court');
  });
});

test('more people than a file may hold cannot be listed', async ({ site }) => {
  test.setTimeout(90_000); // The screen draws a card for each.
  await open(site, '#/tasks', { ...READY, people: Array.from({ length: 500 }, (_, index) => person({ last_name: `Beck ${index}` })) });
  await site.evaluate(() => { location.hash = '#/people/501'; });
  await expectScreen(site, TITLES['#/people']);
  await expect(site.getByText('One application lists up to 500 people.')).toBeVisible();
  await expect(site.getByRole('button', { name: 'Add another person' })).toBeHidden();
  await show(site, '#/saved');
  const { text } = await download(site, () => site.getByRole('button', { name: 'Save to a file' }).click());
  expect(JSON.parse(text).people).toHaveLength(500);
});

test('typing among 500 people takes no task of the page as long as a fifth of a second', async ({ site }) => {
  await open(site, '#/people/250', { ...READY, people: Array.from({ length: 500 }, (_, index) => person({ first_name: 'Zoë', last_name: `Beck ${index}`, email: `z${index}@example.org`, mobile: `07700 9${String(index).padStart(5, '0')}` })) });
  await site.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  });
  await site.getByLabel('First name').pressSequentially('abcdefgh', { delay: 60 });
  await site.waitForTimeout(600);
  const tasks = await site.evaluate(() => window.tasks);
  console.log('tasks over 50 ms while typing among 500:', tasks);
  expect(Math.max(0, ...tasks)).toBeLessThan(200);
});

test.describe('the clock', () => {
  test('of a day before this was made is said to be wrong, on every screen', async ({ site }) => {
    await site.clock.setFixedTime('1970-01-01T10:00:00');
    await open(site, '#/result', READY);
    await expect(site.getByText('The date of this computer is wrong. It says 1 January 1970.')).toBeVisible();
    await show(site, '#/tasks');
    await expect(site.getByText('The date of this computer is wrong.')).toBeVisible();
  });

  test('that is right says nothing', async ({ site }) => {
    await open(site, '#/result', READY);
    await expect(site.getByText('The date of this computer')).toBeHidden();
  });

  test('that passes midnight while a screen is open changes what it says', async ({ site }) => {
    await site.clock.install({ time: '2026-11-23T23:59:00' });
    const passcode = { ...READY.answers, 'managers-id-or-passcode': 'passcode', 'passcode-sent-by': 'post', 'passcode-issued': '26/10/2026' };
    await open(site, '#/result', { ...READY, answers: passcode });
    const before = await site.locator('#app h1').textContent();
    await site.clock.runFor(3 * 60_000);
    await expect(site.locator('#app')).toContainText('this one ended on 23 November 2026');
    expect(await site.locator('#app h1').textContent()).not.toBe(before);
  });
});
