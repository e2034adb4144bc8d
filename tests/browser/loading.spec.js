// Before the checker runs, and when it cannot: scripts off, files that do not come, slow lines.
import { parse } from 'acorn';
import { READY, keepBefore, open } from './applications.js';
import { TITLES } from './screens.js';
import { expect, expectAccessible, expectScreen, running, test } from './site.js';

/** Holds back the files that `pattern` names; the returned function lets them through. */
async function holdBack(page, pattern) {
  let letThrough;
  const held = new Promise((resolve) => { letThrough = resolve; });
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}

const PARTS = ['What NHSmail is for', 'Who can apply on the NHS Portal', 'Before you start', 'What you will need', 'Help'];

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the Start page is complete, and says that the checker needs them', async ({ page }) => {
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1, name: 'Check you are ready for NHSmail' })).toBeVisible();
    for (const part of PARTS) await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible();
    await expect(page.locator('noscript p')).toHaveText(/The checker needs JavaScript, which is switched off/);
    await expect(page.locator('noscript p')).toBeVisible();
    for (const words of ['2 to 10 people', '5 to 7 days', 'the code lasts 28 days', '0333 200 1133', 'Damon Habbin']) {
      await expect(page.getByText(words).first()).toBeVisible();
    }
    await expect(page.getByText('An independent checker. Not part of, or endorsed by, the NHS or CQC.')).toBeVisible();
    await expect(page.getByText(/\{\{|\}\}/)).toHaveCount(0);
    await expect(page.getByText('The checker did not load')).toBeHidden();
    await expect(page.getByText('Something went wrong')).toBeHidden();
    await expect(page.getByText('Loading the checker')).toBeHidden();
  });
});

test('the Start page is on screen before the checker has come, and says when it is loading', async ({ site }) => {
  const letThrough = await holdBack(site, '**/*.wasm');
  await site.goto(''); // With its style sheet, and without the checker.
  await expect(site.getByRole('heading', { level: 1, name: 'Check you are ready for NHSmail' })).toBeVisible();
  for (const part of PARTS) await expect(site.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible();
  await expect(site.getByText('Loading the checker')).toBeHidden();
  await expectAccessible(site, 'Start, not loaded');
  await site.getByRole('button', { name: 'Start now' }).click();
  await expect(site.getByRole('status').filter({ hasText: 'Loading the checker' })).toBeVisible();
  await expectAccessible(site, 'loading');
  letThrough();
  await running(site);
  await expect(site).toHaveTitle(`${TITLES['#/tasks']} – Caremail checker`);
  await expect(site.getByRole('link', { name: 'Can you apply?' })).toBeVisible();
  await expect(site.getByText('Loading the checker')).toBeHidden();
});

test('the Start page does not jump when the checker takes over', async ({ site }) => {
  await site.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifts.push({ value: entry.value, at: entry.startTime });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const letThrough = await holdBack(site, '**/*.wasm');
  await site.goto(''); // With its style sheet, and without the checker.
  await expect(site.getByText('See every rule and its source')).toBeVisible();
  const places = () => site.evaluate(() => [...document.querySelectorAll('header, main, footer, #start *')].map((e) => {
    const { x, y, width, height } = e.getBoundingClientRect();
    return [e.tagName, x, y, width, height].join(' ');
  }));
  const before = await places();
  letThrough();
  await running(site);
  await site.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  expect(await places()).toEqual(before);
  expect(await site.evaluate(() => window.shifts)).toEqual([]);
});

test('a slow line is told that it takes long', async ({ page }) => {
  await page.clock.install();
  const letThrough = await holdBack(page, '**/*.wasm');
  await page.goto('./#/tasks', { waitUntil: 'commit' });
  await expect(page.getByRole('status').filter({ hasText: 'Loading the checker' })).toBeVisible();
  await page.waitForFunction(() => document.readyState !== 'loading');
  await page.clock.fastForward(9000);
  await expect(page.getByText('Still loading the checker. On a slow line this can take a minute.')).toBeVisible();
  letThrough();
  await expect(page.getByRole('link', { name: 'Can you apply?' })).toBeVisible();
});

test.describe('when a file does not come', () => {
  test.use({ expectedTrouble: [/./] });
  for (const end of ['js', 'wasm']) {
    test(`the page says so, and Start can still be read: .${end}`, async ({ site }) => {
      await site.route(`**/*.${end}`, (route) => route.abort());
      await site.goto('');
      await expect(site.getByRole('alert')).toContainText('The checker did not load');
      await expect(site.getByRole('heading', { level: 1, name: 'Check you are ready for NHSmail' })).toBeVisible();
      await expectAccessible(site, 'Start, not loaded');
      await site.unroute(`**/*.${end}`);
      await site.getByRole('link', { name: 'load this page again' }).click();
      await running(site);
      await expect(site.getByText('The checker did not load')).toBeHidden();
    });
  }

  test('another screen says so too, and loses nothing that was kept', async ({ site }) => {
    await keepBefore(site, READY);
    await site.route('**/*.wasm', (route) => route.fulfill({ status: 503, body: 'busy' }));
    await site.goto('./#/check');
    await expect(site.getByRole('alert')).toContainText('The checker did not load');
    await expect(site.getByText('Loading the checker')).toBeHidden();
    await site.unroute('**/*.wasm');
    await site.getByRole('link', { name: 'load this page again' }).click();
    await running(site);
    await expect(site.getByText('Oak House Care Home', { exact: true })).toBeVisible();
  });

  test('a file that is broken off is no file', async ({ site }) => {
    await site.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: '\0asm' }));
    await site.goto('');
    await expect(site.getByRole('alert')).toContainText('The checker did not load');
  });
});

test('what to do is said when the checker has not come after half a minute, and it may still come', async ({ page }) => {
  await page.clock.install();
  const letThrough = await holdBack(page, '**/*.wasm');
  await page.goto('./#/tasks', { waitUntil: 'commit' });
  await page.waitForFunction(() => document.readyState !== 'loading');
  await page.clock.fastForward(29_000);
  const help = page.locator('#loading-help');
  await expect(help).toBeHidden();
  await page.clock.fastForward(2000);
  await expect(help).toContainText('Check your internet connection, then load this page again.');
  await expectAccessible(page, 'not loaded after half a minute');
  letThrough();
  await expect(page.getByRole('link', { name: 'Can you apply?' })).toBeVisible();
  await expect(help).toBeHidden();
});

test.describe('a style sheet that does not come', () => {
  /** When something was first on screen, in milliseconds after the page was asked for; 0 where nothing is. */
  const firstPaint = (page) => page.evaluate(() => window.firstPaint ?? 0);
  const shown = (page) => page.locator('.app-screen').evaluateAll((screens) => (
    screens.filter((screen) => screen.getBoundingClientRect().height > 0).map((screen) => screen.id)
  ));
  const bodyMargin = (page) => page.evaluate(() => getComputedStyle(document.body).marginLeft);

  test('holds the Start page up for seconds only, and is put on when it comes', async ({ site }) => {
    const letThrough = await holdBack(site, '**/*.css');
    await site.addInitScript(() => {
      new PerformanceObserver((paints) => {
        for (const paint of paints.getEntriesByName('first-contentful-paint')) window.firstPaint = paint.startTime;
      }).observe({ type: 'paint', buffered: true });
    });
    await site.goto('', { waitUntil: 'commit' });
    await expect.poll(() => firstPaint(site), { timeout: 8000 }).toBeGreaterThan(0);
    expect(await firstPaint(site)).toBeLessThan(5000);
    expect(await shown(site)).toEqual(['/']);
    for (const part of PARTS) await expect(site.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible();
    await expectAccessible(site, 'Start, without its style sheet');
    for (const width of [320, 1280]) {
      await site.setViewportSize({ width, height: 800 });
      expect(await site.evaluate(() => document.documentElement.scrollWidth), `${width} wide`).toBeLessThanOrEqual(width);
    }
    await running(site);
    await site.getByRole('button', { name: 'Start now' }).click();
    await expectScreen(site, TITLES['#/tasks']);
    expect(await shown(site)).toEqual(['app']);
    letThrough();
    await expect(site.locator('html')).not.toHaveAttribute('data-stalled', '');
    await expect.poll(() => bodyMargin(site)).toBe('0px');
    expect(await site.evaluate(() => [...document.styleSheets].filter((sheet) => sheet.href && sheet.cssRules.length > 100).length)).toBe(1);
  });

  test('is put on where it comes in time, and nothing else is', async ({ site }) => {
    await site.goto('');
    await running(site);
    await site.waitForTimeout(3500);
    await expect(site.locator('html')).not.toHaveAttribute('data-stalled', '');
    expect(await site.locator('link[rel="stylesheet"]').count()).toBe(1);
  });

  test.describe('at all', () => {
    test.use({ expectedTrouble: [/./] });

    test('leaves one screen at a time to read', async ({ site }) => {
      await site.route('**/*.css', (route) => route.abort());
      await site.goto('');
      await running(site);
      expect(await shown(site)).toEqual(['/']);
      await site.getByRole('link', { name: 'Privacy', exact: true }).click();
      expect(await shown(site)).toEqual(['/privacy']);
    });
  });
});

test.describe('in an older browser', () => {
  test.use({ expectedTrouble: [/./] });

  test('a sentence says what to do, and the Start page is whole', async ({ site }) => {
    await site.addInitScript(() => { delete window.WebAssembly; });
    await site.goto('');
    await expect(site.getByRole('alert')).toContainText('open the page in another browser that is up to date');
    for (const part of PARTS) await expect(site.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible();
  });

  test('the script that says so is one that it understands', async ({ site, baseURL }) => {
    const page = await (await fetch(baseURL)).text();
    const [boot] = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => script);
    expect(boot).toContain('TrunkApplicationStarted');
    parse(boot, { ecmaVersion: 2015 });
    await site.goto('');
  });
});

test('once it runs, the Start page is the same page: going there and back keeps what was entered', async ({ site }) => {
  await open(site, '#/site');
  await site.getByLabel('Name of the home or branch').fill('Elm Court');
  await site.getByRole('link', { name: 'Caremail checker' }).click();
  await expect(site.getByRole('heading', { level: 1, name: 'Check you are ready for NHSmail' })).toBeFocused();
  await site.getByRole('button', { name: 'Start now' }).click();
  await expectScreen(site, TITLES['#/tasks']);
  await site.getByRole('link', { name: 'Your site' }).click();
  await expect(site.getByLabel('Name of the home or branch')).toHaveValue('Elm Court');
});
