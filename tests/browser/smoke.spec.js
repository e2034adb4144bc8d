// The site starts: from a folder, under its own policy, with scripts and without.
import { mkdir, writeFile } from 'node:fs/promises';
import { expect, expectAccessible, test } from './site.js';

const start = 'Check you are ready for NHSmail';

/** From the Start page to the first question. */
async function openFirstQuestion(page) {
  await page.goto('');
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByRole('link', { name: 'Can you apply?' }).click();
}

test('the first question works, within what it may ask for', async ({ site, baseURL, requests }) => {
  await openFirstQuestion(site);
  await site.getByRole('radio').first().check();
  await expect(site.getByRole('radio').first()).toBeChecked();

  expect(new Set(requests).size, 'nothing is fetched twice').toBe(requests.length);
  // For the budgets, which weigh these very files.
  const folder = new URL('results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const paths = requests
    .filter((url) => url.startsWith(baseURL))
    .map((url) => `./${url.slice(baseURL.length).replace(/#.*/, '')}`);
  await writeFile(new URL('requests.txt', folder), `${paths.join('\n')}\n`);
});

test('the Start page is accessible', async ({ site }) => {
  await site.goto('');
  await expectAccessible(site);
});

test('the first question is accessible', async ({ site }) => {
  await openFirstQuestion(site);
  await expect(site.getByRole('radio').first()).toBeVisible();
  await expectAccessible(site);
});

test('the policy trusts no inline script but the page’s own', async ({ page }) => {
  await page.goto('');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.body.append(script);
    return window.intruder === true;
  });
  expect(ran).toBe(false);
});

test.describe('when a file does not come', () => {
  test.use({ expectedTrouble: [/Failed to load resource|Failed to fetch/] });
  for (const end of ['js', 'wasm']) {
    test(`the page says that the checker did not load: .${end}`, async ({ site }) => {
      await site.route(`**/*.${end}`, (route) => route.abort());
      await site.goto('');
      await expect(site.getByRole('alert')).toContainText('did not load');
      await expect(site.getByRole('heading', { level: 1, name: start })).toBeVisible();
    });
  }

  test('the checker runs without its styles', async ({ site }) => {
    await site.route('**/*.css', (route) => route.abort());
    await openFirstQuestion(site);
    await expect(site.getByRole('radio').first()).toBeVisible();
    await expect(site.getByText('The checker did not load')).toBeHidden();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the Start page can be read, and says what needs scripts', async ({ page }) => {
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1, name: start })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What to gather' })).toBeVisible();
    // Its text, not its look: scripts turned off this way, Chromium still hides a <noscript>.
    expect(await page.locator('noscript').textContent()).toContain('The checker needs JavaScript');
    await expect(page.getByText('The checker did not load')).toBeHidden();
    await expect(page.locator('body')).not.toContainText('{{');
  });
});
