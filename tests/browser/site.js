// What every journey has in common: `site` is the page, and at the end of each test nothing may have
// gone wrong in it unnoticed.
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as playwright from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { TODAY } from './day.js';
import { DOWNLOADS } from './downloads.js';
import { watch } from './preload.js';

/** What this run is in: a browser, or Chromium and a web server. */
export const BROWSER = process.env.CAREMAIL_BROWSER ?? 'chromium';

const { test: base, expect } = BROWSER === 'webkit' ? await import('./webkit.js') : playwright;

export { TODAY, expect };

export const test = base.extend({
  /** What a test expects to go wrong: patterns of messages that are then no failure. */
  expectedTrouble: [[], { option: true }],

  /** What the page asked for so far, as addresses. */
  requests: async ({}, use) => use([]),

  /** The page, watched: no breach of the content policy, no error, no other origin. */
  site: async ({ page, baseURL, requests, expectedTrouble }, use) => {
    const trouble = [];
    const note = (words) => {
      if (!expectedTrouble.some((pattern) => pattern.test(words))) trouble.push(words);
    };
    if (BROWSER === 'webkit') {
      // It is watched from within: see `preload.js`.
      await use(page);
      (await page.allTrouble()).forEach(note);
      expect(trouble, 'trouble in the page').toEqual([]);
      return;
    }
    page.on('request', (request) => {
      requests.push(request.url());
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && origin !== new URL(baseURL).origin) {
        note(`asked another origin: ${request.url()}`);
      }
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) note(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => note(`error: ${error.message}`));
    await page.exposeFunction('noteTrouble', note);
    await page.addInitScript(watch);
    await page.clock.setFixedTime(TODAY);

    await use(page);
    expect(trouble, 'trouble in the page').toEqual([]);
  },
});

/** Waits until the checker has taken over from the Start page. */
export async function running(page) {
  await page.waitForFunction(() => window.checkerRuns);
}

/** The heading of the screen that is shown. */
export function heading(page) {
  return page.getByRole('heading', { level: 1 });
}

/** Expects the screen called `title`, with the keyboard on its heading. */
export async function expectScreen(page, title) {
  await expect(page).toHaveTitle(`${title} – Caremail checker`);
  await expect(heading(page)).toContainText(title);
  await expect(heading(page)).toBeFocused();
}

/** What there is to mend on a form, at its top, with the keyboard on it. */
export async function expectProblems(page, messages) {
  const summary = page.locator('#error-summary');
  await expect(summary.getByRole('link')).toHaveText(messages);
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
}

/** Expects axe to find nothing, at WCAG 2.2 AA and its best practices; `where` names the state. */
export async function expectAccessible(page, where = 'the page') {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode() // There are no frames, so it needs no second page to put results together on.
    .analyze();
  expect.soft(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]), where).toEqual([]);
}

/** The name, the bytes and the text of the file that `act` has the page hand out. */
export async function download(page, act) {
  const { name, bytes } = await (['firefox', 'webkit'].includes(BROWSER) ? downloadFound(page, act) : downloadTold(page, act));
  return { name, bytes, text: bytes.toString('utf8') };
}

async function downloadTold(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const bytes = [];
  for await (const part of await download.createReadStream()) bytes.push(part);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(bytes) };
}

/** Where a browser does not tell of downloads, the file appears in its folder. */
async function downloadFound(page, act) {
  const folder = page.downloads ?? DOWNLOADS;
  const files = async () => (await readdir(folder).catch(() => [])).filter((file) => !/\.(part|wkdownload)$/.test(file));
  for (const file of await files()) await rm(join(folder, file));
  await act();
  let name;
  let bytes;
  await expect.poll(async () => {
    [name] = await files();
    bytes = name && await readFile(join(folder, name));
    return bytes?.length ?? 0;
  }, { timeout: 20_000 }).toBeGreaterThan(0);
  return { name, bytes };
}

/** All that the browser keeps for the site. */
export async function stored(page) {
  return {
    ...await page.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
    })),
    cookies: await page.context().cookies(),
  };
}

/** What `stored` says where nothing is kept. */
export const NOTHING_STORED = { local: {}, session: {}, databases: [], caches: [], cookies: [] };

/** Expects the task list to say of every task that it is done. */
export async function expectAllDone(page, what = 'the task list') {
  const status = (words) => page.locator('.nhsuk-task-list__status').getByText(words, { exact: true });
  await expect(status('You can apply'), what).toHaveCount(1);
  await expect(status('Completed'), what).toHaveCount(2);
  await expect(status('Ready'), what).toHaveCount(1);
}
