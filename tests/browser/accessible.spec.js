// axe finds nothing: on every screen, empty, with errors, and filled in.
import { FEEDBACK, HELPDESK, LOCKED_OUT, MESSY, PASSCODE, READY, THIRD_PARTY, UNFILLED, listing, open } from './applications.js';
import { SCREENS, sends, show } from './screens.js';
import { expect, expectAccessible, test } from './site.js';

test.setTimeout(120_000);

const STATES = { 'with nothing entered': undefined, 'filled in and ready': READY, 'filled in with every kind of finding': MESSY };

for (const [state, application] of Object.entries(STATES)) {
  test(`every screen is accessible, ${state}`, async ({ site }) => {
    await open(site, '', application);
    await expectAccessible(site, 'Start');
    for (const screen of SCREENS.slice(1)) {
      await show(site, screen);
      await expectAccessible(site, screen);
    }
  });
}

for (const [state, all] of Object.entries({
  'with nothing entered': UNFILLED,
  'with what will not do': [[MESSY, ['apply/passcode-issued', 'site', 'people/1', 'people/3', 'people/4', 'people/5']]],
})) {
  test(`every form is accessible after Continue, ${state}`, async ({ site }) => {
    for (const [application, forms] of all) {
      await open(site, '#/tasks', application);
      for (const form of forms) {
        await show(site, `#/${form}`);
        await sends(site).click();
        await expect(site.getByRole('alert').first()).toContainText(/There is a problem|Check before you go on/);
        await expectAccessible(site, `${form} after Continue`);
      }
    }
  });
}

test('the outcome and the result are accessible for every route', async ({ site }) => {
  for (const application of [HELPDESK, LOCKED_OUT, FEEDBACK, THIRD_PARTY, PASSCODE]) {
    await open(site, '#/tasks', application);
    for (const screen of ['#/apply/outcome', '#/result']) {
      await show(site, screen);
      await expectAccessible(site, `${screen} ${JSON.stringify(application.answers)}`);
    }
  }
});

test('what is told after saving, opening, asking to delete and removing is accessible', async ({ site }) => {
  await open(site, '#/saved', READY);
  await site.getByRole('button', { name: 'Delete everything' }).click();
  await expect(site.getByText('This cannot be undone.')).toBeVisible();
  await expectAccessible(site, 'asked whether to delete');
  await site.getByRole('button', { name: 'No, keep it' }).click();
  await site.getByLabel('Choose the file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(site.getByText('Your answers are as they were.')).toBeVisible();
  await expectAccessible(site, 'a file was not opened');
  await site.getByLabel('Choose the file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(READY)) });
  await expect(site.getByText('Your saved answers are open.')).toBeVisible();
  await expectAccessible(site, 'a file was opened');
  const renamed = { ...READY, site: { ...READY.site, name: 'Elm Court' } };
  await site.getByLabel('Choose the file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(renamed)) });
  await expect(site.locator('#open-asked')).toBeFocused();
  await expectAccessible(site, 'asked whether to open');
  await site.getByRole('button', { name: 'Keep what is here' }).click();
  await site.getByRole('checkbox', { name: 'Lock the file with a password' }).check();
  await expectAccessible(site, 'asked for a password');
  await show(site, '#/people');
  await site.getByRole('button', { name: 'Remove Ben Jones' }).click();
  await expect(site.getByText('Ben Jones was removed from the list.')).toBeVisible();
  await expectAccessible(site, 'undo');
});

test('what is told of the device’s storage is accessible', async ({ site }) => {
  await open(site, '#/tasks', READY);
  await site.evaluate((text) => {
    localStorage.setItem('caremail-application', text);
    dispatchEvent(new StorageEvent('storage', { key: 'caremail-application' }));
  }, JSON.stringify(MESSY));
  await expect(site.getByText('changed in another tab')).toBeVisible();
  await expectAccessible(site, 'two tabs');
  await open(site, '#/tasks', 'not an application');
  await expect(site.getByText('could not be opened')).toBeVisible();
  await expectAccessible(site, 'what is kept cannot be read');
  await site.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await site.getByRole('button', { name: 'Replace it with the answers in this tab' }).click();
  await expect(site.getByText('its storage is full or switched off')).toBeVisible();
  await expectAccessible(site, 'storage is full');
});

test('a person’s doubt that is settled, and one that is not, are accessible', async ({ site }) => {
  await open(site, '#/tasks', listing({ ...READY.people[0], first_name: 'Night', last_name: 'Staff' }, READY.people[1]));
  await show(site, '#/people/1');
  await expectAccessible(site, 'asked');
  await site.getByRole('checkbox', { name: /^I have checked, this is right \(Night Staff, first name\)$/ }).check();
  await expect(site.getByText('You said this is right')).toBeVisible();
  await expectAccessible(site, 'settled');
});

test.describe('when something went wrong', () => {
  test.use({ expectedTrouble: [/./] });
  test('the screens that say so are accessible', async ({ site }) => {
    await open(site, '#/tasks', READY);
    await site.evaluate(() => dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })));
    await expect(site.getByText('Something went wrong in the checker')).toBeVisible();
    await expectAccessible(site, 'crashed');
    await site.route('**/*.wasm', (route) => route.abort());
    await site.goto('./?again#/tasks');
    await expect(site.getByText('The checker did not load')).toBeVisible();
    await expectAccessible(site, 'failed');
  });
});
