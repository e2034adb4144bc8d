// Faults that only Chromium is asked about, because they need its clock or take long: parts that stall, and a page that
// is pelted with files.
import { READY, keepBefore } from './applications.js';
import { STAFF, text, workbook } from './lists.js';
import { TITLES, show } from './screens.js';
import { TODAY, expect, expectScreen, running, test } from './site.js';

const withFault = (fault) => `/faults/${fault}/${Math.random().toString(36).slice(2)}/`;

async function choose(site) {
  await site.getByLabel('Or choose a file, or drop it here').setInputFiles({ name: 'staff.csv', mimeType: '', buffer: Buffer.from(text(STAFF)) });
}

test.describe('what stalls', () => {
  test.use({ expectedTrouble: [/./] });

  for (const [fault, sentence] of [
    ['reader-stalled', 'The part of this page that opens lists did not load.'],
    ['reader-silent', 'This list could not be read.'],
  ]) {
    test(`a reader speaks within half a minute, and the next try works: ${fault}`, async ({ site }) => {
      await site.clock.install({ time: TODAY });
      await site.goto(`${withFault(fault)}#/people/import`);
      await running(site);
      await choose(site);
      await expect(site.locator('#reading')).toBeVisible();
      await site.clock.fastForward(28_000);
      await expect(site.locator('#reading')).toBeVisible();
      await site.clock.fastForward(3000);
      await expect(site.getByText(sentence)).toBeVisible();
      await site.evaluate(() => fetch('./mend'));
      await choose(site);
      await expect(site.getByText('4 people were found.')).toBeVisible();
    });
  }
});

test('four hundred files dropped in a row leave the last one read, and every answer where it was', async ({ site }) => {
  test.slow();
  await keepBefore(site, { ...READY, people: [] });
  await site.goto('./#/people/import');
  await running(site);
  await site.evaluate(([csv, book]) => {
    const drop = (bytes, name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    };
    for (let n = 0; n < 399; n += 1) {
      if (n % 3 === 0) drop(Uint8Array.from(book), `${n}.xlsx`);
      else drop(n % 3 === 1 ? '%PDF-1.7' : `Name\nPerson of ${n}\n`, `${n}.csv`);
    }
    drop(csv, 'last.csv');
  }, [text(STAFF), [...workbook(STAFF)]]);
  await expect(site.getByText('4 people were found.')).toBeVisible({ timeout: 60_000 });
  await expect(site.getByLabel('Row 4: Anna Smith')).toBeChecked();
  await site.getByRole('button', { name: 'Add 3 people' }).click();
  await expectScreen(site, TITLES['#/people']);
  await show(site, '#/site');
  await expect(site.getByLabel('Name of the home or branch')).toHaveValue(READY.site.name);
});
