// What Chromium writes to the disk: a journey in a profile of its own, whose files are then searched for every
// name, address and number that was typed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { TYPED, go, holding, keepAndDelete, pasteRows, typeEverything, typePerson } from './profiles.js';
import { expect, test } from './site.js';

/** The folders of a profile in which a tab's own storage lies. */
const isTabStorage = (path) => /(^|[/\\])Session Storage[/\\]/.test(path);

test.describe('the files of a browser', () => {
  test.setTimeout(120_000);

  let profile;
  test.beforeEach(() => { profile = mkdtempSync(join(tmpdir(), 'caremail-profile-')); });
  test.afterEach(() => { rmSync(profile, { recursive: true, force: true }); });

  async function launch(...more) {
    return chromium.launchPersistentContext(profile, {
      executablePath: process.env.CAREMAIL_CHROMIUM || undefined,
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking', '--no-first-run', ...more],
    });
  }

  /** Types everything there is to type, loads the page again, and visits another, so that there is a history to write. */
  async function journey(page, url) {
    // Pasted rows are held by nothing, so that the browser asks.
    page.on('dialog', (dialog) => dialog.accept());
    await typeEverything(page, url);
    await page.reload();
    await go(page, '#/check');
    await expect(page.getByText(TYPED.site).filter({ visible: true }).first()).toBeVisible();
    await page.goto('about:blank');
    await page.goBack();
    await expect(page.getByText(TYPED.site).filter({ visible: true }).first()).toBeVisible();
  }

  const texts = Object.values(TYPED);

  test('hold nothing that was typed, but in the tab’s own storage', async ({ baseURL }) => {
    const context = await launch();
    const page = context.pages()[0] ?? await context.newPage();
    await journey(page, baseURL);
    await context.close();
    const found = holding(profile, texts);
    expect(Object.keys(found).filter((path) => !isTabStorage(path))).toEqual([]);
    // What would be found if it were there: the address of the screen is in the history.
    expect(Object.keys(holding(profile, ['#/people/import'])).some((path) => /History/.test(path))).toBe(true);
  });

  test('hold nothing at all where the tab keeps nothing', async ({ baseURL }) => {
    const context = await launch();
    const page = context.pages()[0] ?? await context.newPage();
    await page.goto(`${baseURL}#/saved`);
    await page.getByRole('checkbox', { name: 'Keep my answers while this tab is open' }).uncheck();
    page.on('dialog', (dialog) => dialog.accept());
    await typePerson(page);
    await pasteRows(page);
    await page.goto('about:blank');
    await context.close();
    expect(holding(profile, texts)).toEqual({});
  });

  test('hold nothing at all after Delete everything', async ({ baseURL }) => {
    let context = await launch();
    let page = context.pages()[0] ?? await context.newPage();
    await journey(page, baseURL);
    await keepAndDelete(page, baseURL);
    await context.close();
    // Databases are tidied at the next start.
    context = await launch();
    page = context.pages()[0] ?? await context.newPage();
    await page.goto(baseURL);
    await context.close();
    expect(holding(profile, texts)).toEqual({});
  });
});
