// When the checker's own files are fetched: never before there is something to read, and at once where nothing is.
import { expect, running, test } from './site.js';

const CHECKERS = /\/app-[0-9a-f]+\.(js|wasm)$/;

/** Holds the style sheet back, without which nothing is painted; the returned function lets it through. */
async function holdBackStyles(page) {
  let letThrough;
  const held = new Promise((resolve) => { letThrough = resolve; });
  await page.route('**/*.css', async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}

for (const screen of ['', '#/rules', '#/form']) {
  test(`the checker waits until the page is on screen: ${screen || 'Start'}`, async ({ site, requests }) => {
    const letThrough = await holdBackStyles(site);
    const styles = site.waitForRequest('**/*.css');
    await site.goto(`./${screen}`, { waitUntil: 'commit' });
    await styles;
    await site.waitForTimeout(500);
    expect(requests.filter((url) => CHECKERS.test(url))).toEqual([]);
    letThrough();
    await running(site);
    expect(requests.filter((url) => CHECKERS.test(url))).toHaveLength(2);
  });
}

test('a screen of the checker has it fetched at once', async ({ site }) => {
  const letThrough = await holdBackStyles(site);
  const files = ['js', 'wasm'].map((end) => site.waitForRequest(`**/app-*.${end}`));
  await site.goto('./#/tasks', { waitUntil: 'commit' });
  await Promise.all(files);
  letThrough();
  await running(site);
});

test('who goes on before the page is on screen does not wait for it', async ({ site }) => {
  const letThrough = await holdBackStyles(site);
  await site.goto('', { waitUntil: 'commit' });
  const files = ['js', 'wasm'].map((end) => site.waitForRequest(`**/app-*.${end}`));
  await site.evaluate(() => { location.hash = '#/tasks'; });
  await Promise.all(files);
  letThrough();
  await running(site);
});
