// Several sites, one person: listed, opened, removed and put back, saved in one file.
import { READY, answering, held, open } from './applications.js';
import { QUESTIONS, TITLES, show } from './screens.js';
import { download, expect, expectScreen, running, stored, test } from './site.js';

const siteName = (page) => page.getByLabel('Name of the home or branch');
const sites = (page) => page.locator('#app .nhsuk-task-list__item');

/** The provider's own, and the answers that its head office gave. */
const FIRST = answering({ 'dspt-published-by': 'head-office' });

/** Adds a site called `name` from the list of sites. */
async function addSite(page, name) {
  await show(page, '#/your-sites');
  await page.getByRole('button', { name: 'Prepare another site' }).click();
  await expectScreen(page, 'Your site');
  await expect(siteName(page)).toHaveValue('');
  await siteName(page).fill(name);
}

test('one site has one link to a second, and nothing more', async ({ site }) => {
  await open(site, '#/tasks', READY);
  await expect(site.locator('#app a[href="#/your-sites"]')).toHaveCount(1);
  await expect(site.locator('#app')).not.toContainText('site 1 of');
});

test('the next site has the answers of the provider, which are said, and none of the first site', async ({ site }) => {
  await open(site, '#/tasks', FIRST);
  await site.getByRole('link', { name: 'Prepare another site as well' }).click();
  await expectScreen(site, TITLES['#/your-sites']);
  await expect(site.locator('#app').getByText(QUESTIONS['dspt-status'])).toBeVisible();
  await expect(site.locator('#app').getByText(QUESTIONS['already-have-nhsmail'])).toBeHidden();
  await site.getByRole('button', { name: 'Prepare another site' }).click();
  await expectScreen(site, 'Your site');
  await siteName(site).fill('Elm Court');
  await show(site, '#/apply/dspt-status');
  await expect(site.getByRole('radio', { name: 'Standards Met' })).toBeChecked();
  await show(site, '#/apply/already-have-nhsmail');
  for (const radio of await site.getByRole('radio').all()) await expect(radio).not.toBeChecked();
  await show(site, '#/people');
  await expect(site.getByText('Nobody is listed yet.')).toBeVisible();
  await show(site, '#/tasks');
  await expect(site.getByText('Elm Court: site 2 of 2')).toBeVisible();
  await site.getByRole('link', { name: 'See all your sites' }).click();
  await expect(sites(site)).toHaveText([/Oak House Care Home.*(Ready|to do)/, /Elm Court \(open now\).*Not ready yet/]);
});

test('each site keeps what was entered, through a reload, and has its own documents', async ({ site }) => {
  await open(site, '#/tasks', READY);
  await addSite(site, 'Elm Court');
  await site.reload();
  await running(site);
  await expect(siteName(site)).toHaveValue('Elm Court');
  await show(site, '#/your-sites');
  await site.getByRole('button', { name: 'Open Oak House Care Home' }).click();
  await expectScreen(site, TITLES['#/tasks']);
  await show(site, '#/people/1');
  await expect(site.getByLabel('First name')).toHaveValue('Anna');
  await show(site, '#/result');
  const page = () => download(site, () => site.getByRole('button', { name: 'Download the checklist as a web page' }).click());
  const first = await page();
  expect(first.text).toContain('Oak House Care Home');
  expect(first.text).not.toContain('Elm Court');
  await show(site, '#/your-sites');
  await site.getByRole('button', { name: 'Open Elm Court' }).click();
  await show(site, '#/result');
  const second = await page();
  expect(second.text).toContain('Elm Court');
  expect(second.text).not.toContain('Anna');
});

test('a site that is removed can be put back, whole and where it was', async ({ site }) => {
  await open(site, '#/tasks', READY);
  await addSite(site, 'Elm Court');
  await show(site, '#/your-sites');
  await site.getByRole('button', { name: 'Remove Oak House Care Home' }).click();
  await expect(site.locator('#undo-site')).toBeFocused();
  await expect(site.locator('#undo-site')).toContainText('Oak House Care Home was removed');
  await expect(sites(site)).toHaveText([/Elm Court/]);
  await site.getByRole('button', { name: 'Undo' }).click();
  await expect(sites(site)).toHaveText([/Oak House Care Home/, /Elm Court/]);
  await site.getByRole('button', { name: 'Open Oak House Care Home' }).click();
  await show(site, '#/people/1');
  await expect(site.getByLabel('Email address')).toHaveValue(READY.people[0].email);
});

test('the only site can be put back too', async ({ site }) => {
  await open(site, '#/your-sites', READY);
  await site.getByRole('button', { name: 'Remove Oak House Care Home' }).click();
  await site.getByRole('button', { name: 'Undo' }).click();
  await expect(sites(site)).toHaveText([/Oak House Care Home/]);
  await expect.poll(() => held(site)).toEqual(READY);
});

test('all sites are saved in one file, and open from it together', async ({ site }) => {
  await open(site, '#/tasks', READY);
  await addSite(site, 'Elm Court');
  await addSite(site, 'Ash Grange');
  await show(site, '#/saved');
  const { text } = await download(site, () => site.getByRole('button', { name: 'Save to a file' }).click());
  expect(JSON.parse(text)).toMatchObject({ format: 'caremail-application', version: 2, open: 2 });
  expect(JSON.parse(text).sites.map(({ site: { name } }) => name)).toEqual(['Oak House Care Home', 'Elm Court', 'Ash Grange']);
  await site.getByRole('button', { name: 'Delete everything' }).click();
  await site.getByRole('button', { name: 'Yes, delete everything' }).click();
  expect((await stored(site)).session).toEqual({});
  await site.getByLabel('Choose the file').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(site.getByText('Your saved answers are open.')).toBeVisible();
  await show(site, '#/your-sites');
  await expect(sites(site)).toHaveText([/Oak House Care Home/, /Elm Court/, /Ash Grange \(open now\)/]);
});
