// The site starts: from a folder, under its own policy, with scripts and without.
import { mkdir, writeFile } from 'node:fs/promises';
import { expect, expectAccessible, test } from './site.js';

test('the first question works, within what it may ask for', async ({ site, baseURL, requests }) => {
  await site.goto('');
  await site.getByRole('button', { name: 'Pressed 0 times' }).click();
  await expect(site.getByRole('button', { name: 'Pressed 1 times' })).toBeVisible();
  await expect(site.getByRole('status')).toHaveText('');

  expect(new Set(requests).size, 'nothing is fetched twice').toBe(requests.length);
  // For the budgets, which weigh these very files.
  const folder = new URL('results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const paths = requests.filter((url) => url.startsWith(baseURL)).map((url) => `./${url.slice(baseURL.length)}`);
  await writeFile(new URL('requests.txt', folder), `${paths.join('\n')}\n`);
});

test('the first screen is accessible', async ({ site }) => {
  await site.goto('');
  await expect(site.getByRole('button')).toBeVisible();
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
  test.use({ expectedTrouble: [/./] });
  for (const end of ['js', 'wasm']) {
    test(`the page says so: .${end}`, async ({ site }) => {
      await site.route(`**/*.${end}`, (route) => route.abort());
      await site.goto('');
      await expect(site.getByRole('status')).toContainText('did not load');
    });
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the first screen can be read', async ({ page }) => {
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('This page makes no request to anyone.')).toBeVisible();
  });
});
