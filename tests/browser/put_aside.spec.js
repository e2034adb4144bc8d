// What browsers do with a tab that nobody looks at, or that takes too much: they freeze it, end it and load it anew, keep
// it for the way back. After each, the answers are whole, and what is typed next is kept.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { held, open } from './applications.js';
import { expect, running, test } from './site.js';

const siteName = (page) => page.getByLabel('Name of the home or branch');

/** Opens the screen of the site, and types its name; waits until the tab holds it. */
async function typeName(page, fragment = '#/site') {
  await open(page, fragment);
  await siteName(page).fill('Elm Court');
  await expect.poll(async () => (await held(page))?.site.name).toBe('Elm Court');
}

/** Expects the name as it was typed, and that the next one is kept. */
async function expectWhole(page) {
  await expect(siteName(page)).toHaveValue('Elm Court');
  await siteName(page).fill('Elm Lodge');
  await expect.poll(async () => (await held(page))?.site.name).toBe('Elm Lodge');
}

test('a tab that is frozen in the background goes on where it was', async ({ site, context }) => {
  await typeName(site);
  const devtools = await context.newCDPSession(site);
  for (const state of ['frozen', 'active']) await devtools.send('Page.setWebLifecycleState', { state });
  await expectWhole(site);
});

test('a computer that is short of memory costs no answer', async ({ site, context }) => {
  await typeName(site);
  const devtools = await context.newCDPSession(site);
  for (const level of ['moderate', 'critical']) await devtools.send('Memory.simulatePressureNotification', { level });
  await expectWhole(site);
});

test.describe('in a browser of its own', () => {
  test.setTimeout(90_000);

  let folder;
  let context;
  test.beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'caremail-tabs-')); });
  test.afterEach(async () => {
    await context?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function launch(options, args = []) {
    context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: process.env.CAREMAIL_CHROMIUM || undefined,
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking', '--no-first-run', ...args],
      ...options,
    });
    return context.pages()[0] ?? context.newPage();
  }

  /** The page as another Playwright sees it, which has not followed what became of it. */
  async function beside() {
    const [port] = readFileSync(join(folder, 'profile', 'DevToolsActivePort'), 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    return browser.contexts()[0].pages()[0];
  }

  /** Tells when the checker runs, as `preload.js` does in the other tests, and what the page is shown from. */
  async function watch(target, baseURL) {
    await target.addInitScript(() => {
      addEventListener('TrunkApplicationStarted', () => { window.checkerRuns = true; });
      addEventListener('pageshow', (event) => { window.isFromCache = event.persisted; });
    });
    return (fragment) => `${baseURL}${fragment}`;
  }

  /** As `typeName`, where there is no base address. */
  async function typeNameAt(page, address) {
    await page.goto(address);
    await running(page);
    await siteName(page).fill('Elm Court');
    await expect.poll(async () => (await held(page))?.site.name).toBe('Elm Court');
  }

  test('a tab that is discarded is loaded anew with every answer', async ({ baseURL }) => {
    // Only an extension may discard a tab, or a browser that is short of memory.
    const extension = join(folder, 'extension');
    mkdirSync(extension);
    writeFileSync(join(extension, 'manifest.json'), JSON.stringify({
      manifest_version: 3, name: 'Discards tabs', version: '1', permissions: ['tabs'], background: { service_worker: 'worker.js' },
    }));
    writeFileSync(join(extension, 'worker.js'), '');
    const page = await launch({ headless: false }, ['--headless=new', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`]);
    const at = await watch(context, baseURL);
    const worker = context.serviceWorkers()[0] ?? await context.waitForEvent('serviceworker');
    await typeNameAt(page, at('#/site'));
    const other = await context.newPage();
    await other.bringToFront();
    const closed = page.waitForEvent('close');
    const discarded = await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
      const { id, discarded } = await chrome.tabs.discard(tab.id);
      return { id, discarded };
    });
    expect(discarded.discarded).toBe(true);
    await closed;
    const [restored] = await Promise.all([
      context.waitForEvent('page'),
      worker.evaluate((id) => chrome.tabs.update(id, { active: true }), discarded.id),
    ]);
    await expect.poll(() => restored.evaluate(() => document.wasDiscarded)).toBe(true);
    await expectWhole(restored);
  });

  test('a tab whose program crashed is loaded anew with every answer', async ({ baseURL }) => {
    const page = await launch({}, ['--remote-debugging-port=0']);
    const at = await watch(context, baseURL);
    await typeNameAt(page, at('#/site'));
    const devtools = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    devtools.send('Page.crash').catch(() => {});
    await crashed;
    // Playwright gives such a page up: another one of its kind looks at it.
    devtools.send('Page.reload').catch(() => {});
    const again = await beside();
    await expect.poll(() => siteName(again).isVisible().catch(() => false)).toBe(true);
    await expectWhole(again);
  });

  test('the way back from another page shows the very same page, and it goes on', async ({ baseURL }) => {
    const page = await launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] }, ['--remote-debugging-port=0']);
    const at = await watch(page, baseURL);
    await typeNameAt(page, at('#/site'));
    await page.evaluate(() => { window.isTheSame = true; });
    await page.goto(at('empty'));
    await page.evaluate(() => { setTimeout(() => history.back()); });
    const back = await beside();
    await expect.poll(() => back.evaluate(() => [window.isTheSame, window.isFromCache]).catch(String)).toEqual([true, true]);
    await expectWhole(back);
  });
});
