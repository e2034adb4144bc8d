// The checker in a frame of another site's page, by the snippet of the guide.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { STAFF, text } from './lists.js';
import { FOLDER } from './server.js';
import { download, expect, running, test } from './site.js';

const GUIDE = await readFile(new URL('../../docs/hosting.md', import.meta.url), 'utf8');
const SNIPPET = /```html\n([^]*?)```/.exec(GUIDE)[1];

/** A site of its own that shows `html`. */
async function otherSite(html) {
  const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html));
  await new Promise((done) => { server.listen(0, 'localhost', done); });
  return { address: `http://localhost:${server.address().port}`, end: () => server.close() };
}

/** Serves the checker as its host would who named `parent`, without the headers that forbid frames. */
async function embedIn(page, parent) {
  await page.route(({ pathname }) => pathname === FOLDER, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace('"embedded_in": ""', `"embedded_in": "${parent}"`);
    expect(html).toContain(parent);
    await route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
  });
}

// A browser warns of a message that it does not deliver.
test.use({ expectedTrouble: [/asked another origin: http:\/\/localhost|postMessage/] });

/** The guide's snippet with the checker's own address. */
const snippet = (baseURL) => `<!doctype html><title>Our page</title><h1>Our page</h1>${
  SNIPPET.replace('https://checker.example/nhsmail/', baseURL).replace("'https://checker.example'", `'${new URL(baseURL).origin}'`)}`;

test('the frame grows and shrinks with the checker, which works in it as it does alone', async ({ site, baseURL }) => {
  const parent = await otherSite(snippet(baseURL));
  await embedIn(site, parent.address);
  await site.addInitScript(() => {
    if (window.parent === window) addEventListener('message', ({ data }) => { (window.told ??= []).push(data); });
  });
  await site.goto(parent.address);
  const frame = site.frameLocator('#caremail');
  const height = () => site.locator('#caremail').evaluate((frame) => frame.offsetHeight);
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Check you are ready for NHSmail');
  await expect.poll(height).toBeGreaterThan(1200);
  const start = await height();
  await frame.getByRole('button', { name: 'Start now' }).click();
  await expect(frame.getByRole('heading', { level: 1 })).toBeFocused();
  await expect.poll(height).toBeLessThan(start);
  // Nothing in it scrolls.
  await expect.poll(() => frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight)).toBeLessThanOrEqual(1);
  await expect(site).toHaveTitle('Our page');
  const inside = site.frames()[1];
  await inside.evaluate(() => { location.hash = '#/people/import'; });
  await frame.getByLabel('Or choose a file, or drop it here').setInputFiles({ name: 'staff.csv', mimeType: '', buffer: Buffer.from(text(STAFF)) });
  await expect(frame.getByText('4 people were found.')).toBeVisible();
  const { text: csv } = await download(site, () => frame.getByRole('button', { name: 'Download it as CSV' }).click());
  expect(csv).toContain('Anna');
  // Heights, and nothing else.
  const told = await site.evaluate(() => window.told);
  expect(told.length).toBeGreaterThan(1);
  for (const data of told) expect(Object.entries(data)).toEqual([['caremailHeight', expect.any(Number)]]);
  parent.end();
});

test('another site than the one that is named is told nothing', async ({ site, baseURL }) => {
  const parent = await otherSite(snippet(baseURL));
  await embedIn(site, 'https://www.example.org');
  await site.addInitScript(() => {
    if (window.parent === window) addEventListener('message', ({ data }) => { (window.told ??= []).push(data); });
  });
  await site.goto(parent.address);
  await expect(site.frameLocator('#caremail').getByRole('heading', { level: 1 })).toBeVisible();
  await site.waitForTimeout(500);
  expect(await site.evaluate(() => window.told)).toBeUndefined();
  parent.end();
});

test('alone, it tells nobody', async ({ site }) => {
  await site.goto('./');
  await running(site);
  expect(await site.evaluate(() => document.documentElement.dataset.embedded)).toBeUndefined();
});
