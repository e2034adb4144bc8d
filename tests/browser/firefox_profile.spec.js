// What Firefox writes to the disk: a journey in a profile of its own, whose files are then searched for every name,
// address and number that was typed. Firefox keeps a tab's own storage in its session files, beside addresses, titles
// and what stands in boxes: there, it alone may hold what was typed.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firefox } from '@playwright/test';
import { TYPED, contents, go, holding, keepAndDelete, pasteRows, typeEverything, typePerson } from './profiles.js';
import { expect, test } from './site.js';

const texts = Object.values(TYPED);

/** The files that Firefox writes sessions into. */
const isSession = (path) => /sessionstore/.test(path);

test.describe('the files of Firefox', () => {
  test.setTimeout(180_000);

  let profile;
  test.beforeEach(() => { profile = mkdtempSync(join(tmpdir(), 'caremail-firefox-')); });
  test.afterEach(() => { rmSync(profile, { recursive: true, force: true, maxRetries: 5 }); });

  /** Firefox with the profile, which writes its session every second, and everything when it is closed. */
  async function launch() {
    const context = await firefox.launchPersistentContext(profile, {
      channel: 'moz-firefox',
      executablePath: new URL('firefox.js', import.meta.url).pathname,
      env: { ...process.env, CAREMAIL_FIREFOX_QUITS: '1' },
      firefoxUserPrefs: { 'browser.sessionstore.interval': 1000 },
    });
    const page = context.pages()[0] ?? await context.newPage();
    // Pasted rows are held by nothing, so that the browser asks.
    page.on('dialog', (dialog) => dialog.accept());
    return { context, page };
  }

  /** The session as it was last written while Firefox runs; empty before. */
  function session() {
    const path = join(profile, 'sessionstore-backups', 'recovery.jsonlz4');
    return existsSync(path) ? contents(path).toString('utf8') : '';
  }

  /** The session as it is once it holds `text`. */
  async function sessionWith(text) {
    await expect.poll(session, { timeout: 30_000 }).toContain(text);
    return session();
  }

  /** A session without what tabs' own storage holds. */
  const withoutStorage = (session) => JSON.stringify(JSON.parse(session, (name, value) => (name === 'storage' ? undefined : value)));

  const inText = (text) => texts.filter((typed) => text.includes(typed));

  test('hold nothing that was typed, but in the tab’s own storage', async ({ baseURL }) => {
    const { context, page } = await launch();
    await typeEverything(page, baseURL);
    const open = await sessionWith('#/people/import');
    expect(inText(withoutStorage(open)), 'in the session of the tab that is open').toEqual([]);
    await go(page, '#/check');
    await expect(page.getByText(TYPED.site).filter({ visible: true }).first()).toBeVisible();
    // What would be found if it were there: the tab's own storage is in it.
    expect(inText(await sessionWith(TYPED.site))).toContain(TYPED.first);
    await page.goto('about:blank');
    await context.close();
    expect(Object.keys(holding(profile, texts)).filter((path) => !isSession(path))).toEqual([]);
    expect(inText(withoutStorage(contents(join(profile, 'sessionstore.jsonlz4')).toString('utf8')))).toEqual([]);
    expect(Object.keys(holding(profile, ['#/people/import'])).some((path) => /^places\.sqlite/.test(path))).toBe(true);
  });

  test('hold nothing at all where the tab keeps nothing', async ({ baseURL }) => {
    const { context, page } = await launch();
    await page.goto(`${baseURL}#/saved`);
    await page.getByRole('checkbox', { name: 'Keep my answers while this tab is open' }).uncheck();
    await typePerson(page);
    await pasteRows(page);
    expect(inText(await sessionWith('#/people/import')), 'in the session of the tab that is open').toEqual([]);
    await page.goto('about:blank');
    await context.close();
    expect(holding(profile, texts)).toEqual({});
  });

  test('hold nothing at all after Delete everything', async ({ baseURL }) => {
    let { context, page } = await launch();
    await typeEverything(page, baseURL);
    await sessionWith(TYPED.site);
    await keepAndDelete(page, baseURL);
    // Firefox takes note of a tab's storage every few seconds.
    await expect.poll(() => inText(session()), { timeout: 30_000 }).toEqual([]);
    await page.goto('about:blank');
    await context.close();
    // Databases and old sessions are tidied at the next start.
    ({ context, page } = await launch());
    await page.goto(baseURL);
    await context.close();
    expect(holding(profile, texts)).toEqual({});
  });
});
