// Nothing leaves: what the page asks for from a cold start to the last screen, and that it asks for nothing where
// nothing can be had.
import { readdirSync } from 'node:fs';
import { READY, keepBefore, open } from './applications.js';
import { mouse } from './hands.js';
import { STAFF, text, workbook } from './lists.js';
import { SCREENS, TITLES, show } from './screens.js';
import { FOLDER } from './server.js';
import { download, expect, test } from './site.js';

const FILES = readdirSync(new URL('../../dist/', import.meta.url));

/** Through every screen, every kind of list and every download. */
async function everything(site) {
  const hand = mouse(site);
  for (const screen of SCREENS.filter(Boolean)) await show(site, screen);
  for (const [name, bytes] of [['staff.csv', text(STAFF)], ['staff.xlsx', workbook(STAFF)], ['staff.ods', workbook(STAFF, 'ods')]]) {
    await show(site, '#/tasks');
    await show(site, '#/people/import');
    await site.getByLabel('Or choose a file, or drop it here').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
    await expect(site.getByText('4 people were found.')).toBeVisible();
    await download(site, () => hand.press('Download it as CSV'));
    await download(site, () => hand.press('Download the list with the results'));
    await hand.press('Bring another list');
    await download(site, () => hand.press('Download a blank form for Excel'));
  }
  await show(site, '#/result');
  for (const button of [
    'Download the checklist as a PDF', 'Download the checklist as a web page', 'Download the account list for Excel',
    'Download the account list as CSV',
  ]) await download(site, () => hand.press(button));
  await show(site, '#/saved');
  await download(site, () => hand.press('Save to a file'));
}

test('from a cold start to the last download, only files of the site are asked for, of its own host', async ({ site, requests, baseURL }) => {
  test.slow();
  await keepBefore(site, READY);
  requests.length = 0;
  await open(site);
  await everything(site);
  const { origin } = new URL(baseURL);
  const strange = requests.filter((url) => {
    const { protocol, origin: asked, pathname, search } = new URL(url);
    if (protocol === 'data:' || protocol === 'blob:') return false;
    const name = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length) : '?';
    return asked !== origin || search !== '' || (name !== '' && !FILES.includes(name));
  });
  expect(strange).toEqual([]);
});

test('with all network refused once it is loaded, every screen, list and download works', async ({ site, context }) => {
  test.slow();
  await keepBefore(site, READY);
  await open(site, '#/people/import');
  await Promise.all([site.waitForResponse(/writer-.*\.wasm/), show(site, '#/result')]);
  await site.waitForLoadState('networkidle');
  // What the browser has of the site's own files it may give again; nothing else answers, and nothing else is asked.
  const others = [];
  const had = new Map();
  for (const file of FILES.filter((name) => /^(reader|sites|writer).*\.(js|wasm)$/.test(name))) {
    const response = await context.request.get(new URL(file, site.url().replace(/#.*/, '')).href);
    had.set(file, { body: await response.body(), headers: response.headers() });
  }
  await site.route('**/*', (route) => {
    const file = new URL(route.request().url()).pathname.slice(FOLDER.length);
    if (had.has(file)) return route.fulfill(had.get(file));
    others.push(route.request().url());
    return route.abort();
  });
  await everything(site);
  expect(others).toEqual([]);
});

test('the way to see for oneself is on the privacy screen, and is true', async ({ site, context, requests }) => {
  await open(site);
  await show(site, '#/privacy');
  await expect(site.getByText('Switch on aeroplane mode, or take out the network cable.')).toBeVisible();
  await expect(site.getByText(/security policy does not let it/)).toHaveCount(0);
  await show(site, '#');
  const hand = mouse(site);
  await hand.press('Start now');
  await context.setOffline(true);
  requests.length = 0;
  await hand.follow('Can you apply?');
  await hand.choose('No');
  await hand.press('Continue');
  await show(site, '#/people/1');
  await hand.type('First name', 'Anna');
  await show(site, '#/check');
  await expect(site.getByText(TITLES['#/check']).first()).toBeVisible();
  expect(requests).toEqual([]);
});
