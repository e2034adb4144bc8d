// What a browser writes to the disk: a journey in a profile of its own, whose files are then searched for every
// name, address and number that was typed.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { chromium } from '@playwright/test';
import { expect, test } from './site.js';

/** What is typed, in words that stand nowhere else. */
const TYPED = {
  site: 'Quillfeather Lodge',
  first: 'Xanthippe',
  last: 'Vanderquist',
  email: 'xanthippe.v@quillfeather.example',
  mobile: '07700 900731',
  pasted: 'Zebulon Quackenbush',
  pastedEmail: 'zebulon@quackenbush.example',
};

/** The files of a profile that hold any of these texts, in either of the encodings that browsers write. */
function holding(profile, texts) {
  const found = {};
  const needles = texts.flatMap((text) => [[text, Buffer.from(text, 'utf8')], [text, Buffer.from(text, 'utf16le')]]);
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) {
        const bytes = readFileSync(path);
        const texts = [...new Set(needles.filter(([, needle]) => bytes.includes(needle)).map(([text]) => text))];
        if (texts.length > 0) found[relative(profile, path)] = texts;
      }
    }
  };
  walk(profile);
  return found;
}

/** The folders of a profile in which a tab's own storage lies. */
const isTabStorage = (path) => /(^|[/\\])Session Storage[/\\]/.test(path);

test.describe('the files of a browser', () => {
  test.setTimeout(120_000);

  let profile;
  test.beforeEach(() => { profile = mkdtempSync(join(tmpdir(), 'caremail-profile-')); });
  test.afterEach(() => { rmSync(profile, { recursive: true, force: true }); });

  async function launch(...more) {
    return chromium.launchPersistentContext(profile, {
      executablePath: process.env.CAREMAIL_CHROMIUM || undefined,
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking', '--no-first-run', ...more],
    });
  }

  /** Types everything there is to type, on several screens, and sends a form. */
  async function journey(page, url) {
    // Pasted rows are held by nothing, so that the browser asks.
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto(`${url}#/site`);
    await page.getByLabel('Name of the home or branch').fill(TYPED.site);
    await page.getByRole('button', { name: 'Save and continue' }).or(page.getByRole('button', { name: 'Continue' })).click();
    await page.evaluate(() => { location.hash = '#/people/1'; });
    await page.getByLabel('First name').fill(TYPED.first);
    await page.getByLabel('Last name').fill(TYPED.last);
    await page.getByLabel('Email address').fill(TYPED.email);
    await page.getByLabel('Mobile number').fill(TYPED.mobile);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.evaluate(() => { location.hash = '#/people/1'; });
    await expect(page.getByLabel('First name')).toHaveValue(TYPED.first);
    await page.evaluate(() => { location.hash = '#/people/import'; });
    await page.getByLabel('Paste rows from a spreadsheet').fill(`Name\tEmail\n${TYPED.pasted}\t${TYPED.pastedEmail}`);
    await page.reload();
    await page.evaluate(() => { location.hash = '#/check'; });
    await expect(page.getByText(TYPED.site).filter({ visible: true }).first()).toBeVisible();
    // A visit elsewhere, so that there is a history to write.
    await page.goto('about:blank');
    await page.goBack();
    await expect(page.getByText(TYPED.site).filter({ visible: true }).first()).toBeVisible();
  }

  const texts = Object.values(TYPED);

  test('hold nothing that was typed, but in the tab’s own storage', async ({ baseURL }) => {
    const context = await launch();
    const page = context.pages()[0] ?? await context.newPage();
    await journey(page, baseURL);
    await context.close();
    const found = holding(profile, texts);
    expect(Object.keys(found).filter((path) => !isTabStorage(path))).toEqual([]);
    // What would be found if it were there: the address of the screen is in the history.
    expect(Object.keys(holding(profile, ['#/people/import'])).some((path) => /History/.test(path))).toBe(true);
  });

  test('hold nothing at all where the tab keeps nothing', async ({ baseURL }) => {
    const context = await launch();
    const page = context.pages()[0] ?? await context.newPage();
    await page.goto(`${baseURL}#/saved`);
    await page.getByRole('checkbox', { name: 'Keep my answers while this tab is open' }).uncheck();
    page.on('dialog', (dialog) => dialog.accept());
    await page.evaluate(() => { location.hash = '#/people/1'; });
    await page.getByLabel('First name').fill(TYPED.first);
    await page.getByLabel('Last name').fill(TYPED.last);
    await page.getByLabel('Email address').fill(TYPED.email);
    await page.getByLabel('Mobile number').fill(TYPED.mobile);
    await page.evaluate(() => { location.hash = '#/people/import'; });
    await page.getByLabel('Paste rows from a spreadsheet').fill(`Name\tEmail\n${TYPED.pasted}\t${TYPED.pastedEmail}`);
    await page.goto('about:blank');
    await context.close();
    expect(holding(profile, texts)).toEqual({});
  });

  test('hold nothing at all after Delete everything', async ({ baseURL }) => {
    let context = await launch();
    let page = context.pages()[0] ?? await context.newPage();
    await journey(page, baseURL);
    await page.goto(`${baseURL}#/saved`);
    await page.getByRole('checkbox', { name: 'Keep my answers on this device' }).check();
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByRole('button', { name: 'Yes, delete everything' }).click();
    await expect(page.getByText('Everything you entered was deleted')).toBeVisible();
    await context.close();
    const left = holding(profile, texts);
    console.log('left after deleting and closing:', JSON.stringify(left));
    context = await launch();
    page = context.pages()[0] ?? await context.newPage();
    await page.goto(baseURL);
    await context.close();
    const later = holding(profile, texts);
    console.log('left after the next start:', JSON.stringify(later));
    expect(later).toEqual({});
  });
});
