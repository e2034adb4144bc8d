// Small files that say large things: a list or a sentence comes of each, and what the page has to draw for it is bounded.
import { readFileSync } from 'node:fs';
import { open } from './applications.js';
import { expect, test } from './site.js';

/** What comes of each. */
const FILES = {
  '20-repeat-cells-1000-chars.ods': /Nobody is named in this file/,
  '22-tables-65000.ods': /1 person was found/,
  '22-tables-300000.ods': /more than 500 sheets/,
  '80-far-cell-4-sheets.xls': /holds more than this page can open/,
  '81-nul-before-formula.xlsx': /1 person was found/,
};

/** The most elements and characters of a page that is drawn without a pause. */
const MOST = { elements: 8_000, characters: 600_000 };

for (const [name, words] of Object.entries(FILES)) {
  test(`${name} leaves the page quick`, async ({ site }) => {
    await open(site, '#/people/import');
    await site.getByLabel('Or choose a file, or drop it here').setInputFiles({
      name, mimeType: '', buffer: readFileSync(new URL(`../cases/hostile/${name}`, import.meta.url)),
    });
    await expect(site.getByText(words).first()).toBeVisible({ timeout: 20_000 });
    const drawn = await site.evaluate(() => ({
      elements: document.querySelectorAll('*').length,
      characters: document.body.textContent.length,
    }));
    expect(drawn.elements).toBeLessThan(MOST.elements);
    expect(drawn.characters).toBeLessThan(MOST.characters);
  });
}
