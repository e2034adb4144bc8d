// Nothing leaves the page, and what was entered survives the checker's own failure.
import { READY, open } from './applications.js';
import { mouse } from './hands.js';
import {
  DOWNLOADS, OUTCOMES, READY_ANSWERS, READY_VERDICT, addPeople, answer, chooseOwners, fillSite, seeOutcome, seeResult,
} from './journeys.js';
import { TITLES, show } from './screens.js';
import { download, expect, expectScreen, running, test } from './site.js';

test('once loaded, the whole journey and every download ask for nothing but what reads lists', async ({ site, context, requests }) => {
  test.setTimeout(60_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // Both workers come when a screen that needs one is reached, and are there from then on.
  await open(site, '#/people/import');
  await Promise.all([
    site.waitForResponse(/writer-.*\.wasm/),
    show(site, '#/result'),
  ]);
  await site.waitForLoadState('networkidle');
  await show(site, '');
  const attempts = [];
  await context.setOffline(true);
  await site.route('**/*', (route) => {
    attempts.push(route.request().url());
    return route.abort();
  });
  requests.length = 0;

  const hand = mouse(site);
  await hand.press('Start now');
  await hand.follow('Can you apply?');
  await answer(site, hand, READY_ANSWERS);
  await seeOutcome(site, hand, OUTCOMES.canApply);
  await fillSite(site, hand);
  await addPeople(site, hand, READY.people);
  await chooseOwners(site, hand, READY.people);
  await seeResult(site, hand, READY_VERDICT);
  for (const button of Object.keys(DOWNLOADS)) await download(site, () => hand.press(button));
  await hand.press('See what to type into the portal');
  await hand.press('Copy CQC Location ID of Your site');
  await expect(site.getByRole('button', { name: 'Copied CQC Location ID of Your site' })).toBeVisible();
  for (const screen of Object.keys(TITLES)) await show(site, screen);
  await show(site, '#/saved');
  await download(site, () => hand.press('Save to a file'));
  await hand.tick('Keep my answers on this device');
  await hand.press('Delete everything');
  await hand.press('Yes, delete everything');
  await show(site, '');

  // The reader ends with each list, and comes anew; the part that checks many sites comes with its screen.
  const readsLists = (url) => /\/(reader|sites)(_loader)?-[0-9a-f]+\.(js|wasm)$/.test(url);
  expect(attempts.filter((url) => !readsLists(url))).toEqual([]);
  expect(requests.filter((url) => !/^(blob|data):/.test(url) && !readsLists(url))).toEqual([]);
});

test('nothing that was typed is ever in the address', async ({ site }) => {
  await open(site, '#/people/1/mobile', READY);
  await site.getByLabel('Mobile number').fill('07700 900999');
  await site.keyboard.press('Enter');
  await expectScreen(site, TITLES['#/people']);
  expect(site.url()).not.toContain('900999');
});

test('there is no box for the manager’s ID or the passcode, and neither is kept where it was put by mistake', async ({ site }) => {
  await open(site, '#/apply/managers-id-or-passcode');
  await expect(site.getByRole('textbox')).toHaveCount(0);
  await show(site, '#/site');
  await site.getByLabel('CQC Location ID').fill('CON1-1234567890');
  await site.getByRole('button', { name: 'Continue' }).click();
  await expect(site.locator('#error-summary')).toContainText('This is the CQC manager’s ID, which works as a password. Take it out');
});

test.describe('when the checker stops', () => {
  test.use({ expectedTrouble: [/unreachable|out of bounds|RuntimeError|memory access/] });

  /** Ways a WebAssembly module can stop: on an event, and in a promise. */
  const TRAPS = {
    'in an event': () => {
      addEventListener('step', () => window.trap());
      dispatchEvent(new Event('step'));
    },
    'in a promise': () => { Promise.resolve().then(() => window.trap()); },
  };

  /** Lets the page trap as a panicking module does: by the instruction `unreachable`. */
  async function setTrap(page) {
    await page.evaluate(async () => {
      const code = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
      const { instance } = await WebAssembly.instantiate(new Uint8Array(code));
      window.trap = instance.exports.f;
    });
  }

  for (const [way, trap] of Object.entries(TRAPS)) {
    test(`${way}, the page says so and offers what was entered`, async ({ site }) => {
      await open(site, '#/tasks', READY);
      await setTrap(site);
      await site.evaluate(() => { location.hash = '#/people/1/mobile'; });
      await site.getByLabel('Mobile number').fill('07700 900111');
      await site.evaluate(trap);
      await expect(site.getByRole('heading', { name: 'Something went wrong in the checker' })).toBeFocused();
      const { name, text } = await download(site, () => site.getByRole('link', { name: 'Save what you entered to a file' }).click());
      expect(name).toBe('nhsmail-application.json');
      const [anna, ...others] = READY.people;
      expect(JSON.parse(text)).toEqual({ ...READY, people: [{ ...anna, mobile: '07700 900111' }, ...others] });

      await site.getByRole('link', { name: 'Load this page again' }).click();
      await running(site);
      await expect(site.getByText('Something went wrong in the checker')).toBeHidden();
    });
  }

  test('what was entered in memory alone is offered too, and opens again', async ({ site }) => {
    await open(site, '#/site');
    await site.getByLabel('Name of the home or branch').fill('Elm Court');
    await setTrap(site);
    await site.evaluate(TRAPS['in an event']);
    const { text } = await download(site, () => site.getByRole('link', { name: 'Save what you entered to a file' }).click());
    expect(JSON.parse(text).site.name).toBe('Elm Court');
    site.on('dialog', (dialog) => dialog.accept());
    await site.goto('./?again#/saved');
    await running(site);
    await site.getByLabel('Choose the file').setInputFiles({ name: 'nhsmail-application.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(site.getByText('Your saved answers are open.')).toBeVisible();
    await show(site, '#/site');
    await expect(site.getByLabel('Name of the home or branch')).toHaveValue('Elm Court');
  });

  test('with nothing entered, there is nothing to offer', async ({ site }) => {
    await open(site, '#/tasks');
    await setTrap(site);
    await site.evaluate(TRAPS['in an event']);
    await expect(site.getByRole('heading', { name: 'Something went wrong in the checker' })).toBeFocused();
    await expect(site.getByRole('link', { name: 'Save what you entered to a file' })).toBeHidden();
  });

  test('a trap of its very own module is noticed', async ({ site }) => {
    await site.addInitScript(() => {
      addEventListener('TrunkApplicationStarted', ({ detail }) => {
        // Memory that was never given out cannot be given back.
        addEventListener('step', () => detail.wasm.__wbindgen_realloc(0xfffffff0, 16, 1 << 20, 1));
      });
    });
    await open(site, '#/tasks', READY);
    await site.evaluate(() => { dispatchEvent(new Event('step')); });
    await expect(site.getByRole('heading', { name: 'Something went wrong in the checker' })).toBeFocused();
    await expect(site.getByRole('link', { name: 'Save what you entered to a file' })).toBeVisible();
  });
});

test('another script’s error is no crash', async ({ site }) => {
  await open(site, '#/tasks', READY);
  await site.evaluate(() => dispatchEvent(new ErrorEvent('error', { error: new TypeError('of an extension') })));
  await site.evaluate(() => dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: new Error('of an extension') })));
  await expect(site.getByText('Something went wrong in the checker')).toBeHidden();
  await site.getByRole('link', { name: 'Can you apply?' }).click();
  await expectScreen(site, 'You can apply for NHSmail');
});
