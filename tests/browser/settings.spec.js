// What a host changes in the settings of index.html shows everywhere, and a slip in them is told.
import { EMPTY, HELPDESK, answering, open } from './applications.js';
import { show } from './screens.js';
import { FOLDER } from './server.js';
import { download, expect, expectAccessible, heading, running, test } from './site.js';

/** Another host's settings: what it leaves out is as built in. */
const SETTINGS = {
  association: {
    name: 'Surrey Care & <Support>',
    page: 'https://surrey-care.example/nhsmail',
    contact_name: 'Ayesha Khan',
    contact_post: 'Adviser',
    contact_email: 'ayesha.khan@surrey-care.example',
  },
  colours: { brand: '#7a1f5c' },
  helpdesk_telephone: '01632 960001',
  helpdesk_email: 'desk@surrey-care.example',
  most_accounts: 12,
  passcode_days: 21,
  passcode_warning_days: 19,
  letter_days: [2, 3],
};
const BRAND = 'rgb(122, 31, 92)';
const BUILT_IN = /Lincolnshire Care Association(?!, “NHSmail”)|Damon Habbin|damon\.habbin|0333 200 1133|careadmin/;

/** Serves index.html with `block` as its settings, as if a host had changed the uploaded file. */
async function host(page, block) {
  const text = typeof block === 'string' ? block : JSON.stringify(block, null, 2).replaceAll('<', '\\u003c');
  const isPage = ({ pathname }) => pathname === FOLDER || pathname === `${FOLDER}index.html`;
  await page.route(isPage, async (route) => {
    const response = await route.fetch();
    const built = /(<script type="application\/json" id="settings">)[^]*?(<\/script>)/;
    const html = await response.text();
    expect(html).toMatch(built);
    await route.fulfill({ response, body: html.replace(built, (_, start, end) => start + text + end) });
  });
}

/** The colour that the top bar is in. */
const barColour = (page) => page.locator('.app-bar').evaluate((bar) => getComputedStyle(bar).backgroundColor);

test('the screens that stand in the page show the host’s settings, before the checker has come', async ({ site }) => {
  await host(site, SETTINGS);
  // The module never comes: only what stands in the page is there.
  await site.route('**/*.wasm', () => {});
  await site.goto('./', { waitUntil: 'domcontentloaded' });
  await expect(site.locator('.app-bar__host')).toHaveText(SETTINGS.association.name);
  // Scripts do not wait for the style sheet.
  await expect.poll(() => barColour(site)).toBe(BRAND);
  await expect(site.locator('meta[name="theme-color"]')).toHaveAttribute('content', SETTINGS.colours.brand);

  const start = site.locator('section[id="/"]');
  for (const words of [
    'ask Ayesha Khan, Adviser, Surrey Care & <Support>',
    ': ayesha.khan@surrey-care.example.',
    'phone the NHS helpdesk on 01632 960001.',
    'Ask for 2 to 12 accounts for each site.',
    'The letter takes 2 to 3 days. The code lasts 21 days from the day it is issued.',
  ]) await expect(start).toContainText(words);
  const link = (name) => start.getByRole('link', { name, exact: true });
  await expect(link(`${SETTINGS.association.name} (opens in a new tab)`)).toHaveAttribute('href', SETTINGS.association.page);
  await expect(link(SETTINGS.helpdesk_telephone)).toHaveAttribute('href', 'tel:01632960001');
  await expect(link(SETTINGS.association.contact_email)).toHaveAttribute('href', 'mailto:ayesha.khan@surrey-care.example');
  expect(await start.innerText()).not.toMatch(BUILT_IN);

  await expect(site.locator('.app-form > li')).toHaveCount(12);
  await expect(site.locator('#rule-number_of_people h3')).toHaveText('2 to 12 people are listed for a site.');
  await expect(site.locator('#rule-passcode_in_time h3')).toHaveText('A one-time passcode is used within 21 days of its issue.');
  for (const screen of ['/form', '/privacy', '/accessibility']) {
    expect(await site.locator(`section[id="${screen}"]`).textContent(), screen).not.toMatch(BUILT_IN);
  }
});

test('the checker goes by the host’s settings', async ({ site }) => {
  await host(site, SETTINGS);
  await open(site, '#/tasks', { ...EMPTY, answers: answering({ 'already-have-nhsmail': 'not-sure' }).answers });
  await expect(site.locator('#settings-notice')).toHaveCount(0);
  await show(site, '#/people');
  await expect(site.getByText('List 2 to 12 people.')).toBeVisible();
  await show(site, '#/result');
  await expect(site.getByText('Ask Ayesha Khan, Adviser, Surrey Care & <Support>').first()).toBeVisible();
  expect(await site.getByRole('main').innerText()).not.toMatch(BUILT_IN);
  const link = site.getByRole('main').getByRole('link').last();
  expect(await link.evaluate((element) => getComputedStyle(element).color)).toBe(BRAND);
  await expectAccessible(site, 'the result, in another colour');
});

test('documents and the helpdesk’s route have the host’s settings', async ({ site }) => {
  await host(site, SETTINGS);
  await open(site, '#/tasks', HELPDESK);
  await show(site, '#/result');
  await expect(site.getByText(/If nobody can open that mailbox, phone 01632 960001/)).toBeVisible();
  expect(await site.locator('.app-letter').innerText()).not.toMatch(BUILT_IN);
  await expect(site.locator('.app-letter').getByRole('link')).toHaveAttribute('href', 'mailto:desk@surrey-care.example');
  const { text } = await download(site, () => site.getByRole('button', { name: 'Download the checklist as a web page' }).click());
  for (const words of ['Surrey Care &amp; &lt;Support&gt;', 'Ayesha Khan, Adviser', '01632 960001', SETTINGS.colours.brand]) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(BUILT_IN);
});

for (const [slip, block, words] of [
  ['a comma too many', '{ "most_accounts": 12, }', 'not JSON'],
  ['a misspelt name', { ...SETTINGS, most_acounts: 12 }, 'most_acounts'],
  ['a misspelt name within', { association: { nmae: 'Surrey Care' } }, 'nmae'],
  ['a number that makes no sense', { fewest_accounts: 11 }, 'fewest_accounts'],
  ['a colour too light to read', { colours: { brand: '#ffd700' } }, 'colours.brand'],
]) {
  test(`a block with ${slip} is told to the host, and the checker goes on with the built-in settings`, async ({ site }) => {
    await host(site, block);
    await site.goto('./#/tasks');
    await running(site);
    const notice = site.locator('#settings-notice');
    await expect(notice).toBeVisible();
    await expect(notice).toContainText(words);
    // Not even for the moment before the checker has come.
    if (words === 'colours.brand') expect(await barColour(site)).toBe('rgb(15, 82, 87)');
    await expectAccessible(site, 'the notice');
    await show(site, '#/people');
    await expect(heading(site)).toBeVisible();
    await expect(site.getByText('List 2 to 10 people.')).toBeVisible();
  });
}
