// Bringing in 10,000 people, from choosing the file until the first are on screen, and until it says there
// how many of all have something to see to: the checker in dist/ against a page that does the same work with
// PapaParse (csv), SheetJS (xlsx), libphonenumber-js and validator.
//
//     cargo xtask dist && node benches/import.js
//
// Both pages are loaded and at rest before the file is chosen. The checker then fetches and starts its reader,
// the other page fetches its libraries, both over localhost and uncompressed: that is counted. Both check each
// name, address and mobile and compare everyone with everyone. Each measurement is made in a fresh browser
// context, the sides in turn, all in one browser; then a second list is brought in the same page. The checker
// has ended its reader by then, and starts another; the libraries are still there.
//
// CAREMAIL_CHROMIUM names a Chromium, as it does for the browser tests. It fails when there is nothing
// to measure, and never because a side is slow.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import config from '../tests/browser/playwright.config.js';
import { FOLDER, server as checker } from '../tests/browser/server.js';
import { PEOPLE, csv, xlsx } from './import/list.js';
import { watch } from './import/watch.js';

const WARM_UP = 1;
const ROUNDS = 7;

/** How many people each side is to show. */
const ROWS = 25;

/** The longest that a list may take, in milliseconds: then something is wrong. */
const LONGEST = 60_000;

/** How long a page is left alone before a file is chosen, in milliseconds: nobody is quicker. */
const REST = 500;

const at = (path) => new URL(path, import.meta.url);

/** The files of the other side. */
const PLAIN = {
  'plain.html': [at('import/plain.html'), 'text/html'],
  'plain.js': [at('import/plain.js'), 'text/javascript'],
  'papaparse.min.js': [at('../node_modules/papaparse/papaparse.min.js'), 'text/javascript'],
  'xlsx.full.min.js': [at('../node_modules/xlsx/dist/xlsx.full.min.js'), 'text/javascript'],
  'libphonenumber-mobile.js': [at('../node_modules/libphonenumber-js/bundle/libphonenumber-mobile.js'), 'text/javascript'],
  'validator.min.js': [at('../node_modules/validator/validator.min.js'), 'text/javascript'],
};

const plain = createServer(async (request, response) => {
  const known = PLAIN[request.url.slice(1)];
  if (!known) return response.writeHead(404).end();
  const body = await readFile(known[0]);
  return response.writeHead(200, { 'Content-Type': `${known[1]}; charset=utf-8` }).end(body);
});

/** Has `server` listen wherever there is room, and says where. */
async function listening(server) {
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return `http://127.0.0.1:${server.address().port}`;
}

function version(name) {
  return JSON.parse(readFileSync(at(`../node_modules/${name}/package.json`), 'utf8')).version;
}

/** Chooses the file at `path`, and waits until everyone in it is checked; what `watch` measured. */
async function chosen(page, path) {
  await page.waitForSelector('#list-file');
  await page.waitForTimeout(REST);
  await page.evaluate(() => { window.drawn = undefined; });
  await page.setInputFiles('#list-file', path);
  return page.evaluate((longest) => Promise.race([
    window.drawn ?? Promise.reject(new Error('the page did not hear of the file')),
    new Promise((_, failed) => { setTimeout(() => failed(new Error('the list was not checked in time')), longest); }),
  ]), LONGEST);
}

/** One measurement in a page of its own: of a first list, and of a second one after it. */
async function measured(browser, side, path) {
  const { locale, timezoneId } = config.use;
  const context = await browser.newContext({ locale, timezoneId });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch, PEOPLE);
    await page.goto(side.address);
    const first = await chosen(page, path);
    await side.check(page);
    await side.again(page);
    const second = await chosen(page, path);
    return { first, second };
  } finally {
    await context.close();
  }
}

/** Fails unless the preview has its rows, and the first of them says what it should. */
async function expectRows(page, words) {
  const rows = page.locator('.app-rows > li:visible');
  const said = await rows.allInnerTexts();
  if (said.length !== ROWS) throw new Error(`the preview has ${said.length} rows`);
  for (const word of words) if (!said[0].includes(word)) throw new Error(`the preview says ${JSON.stringify(said[0])}`);
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function main() {
  const sides = {
    // Each side has checked what it shows: the number that lost its zero is mended.
    ours: {
      address: `${await listening(checker)}${FOLDER}#/people/import`,
      check: (page) => expectRows(page, ['Anna Smith', 'the spreadsheet dropped the 0']),
      again: (page) => page.getByRole('button', { name: 'Bring another list' }).click(),
    },
    theirs: {
      address: `${await listening(plain)}/plain.html`,
      check: (page) => expectRows(page, ['Anna Smith', '07700 100000']),
      again: () => {},
    },
  };
  const browser = await chromium.launch(config.projects[0].use.launchOptions);
  const folder = await mkdtemp(join(tmpdir(), 'caremail-'));
  try {
    const files = { csv: csv(), xlsx: xlsx() };
    const [times, counts] = [{}, {}];
    for (const [ending, bytes] of Object.entries(files)) await writeFile(join(folder, `staff.${ending}`), bytes);
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      for (const ending of Object.keys(files)) {
        const names = Object.keys(sides);
        for (const name of round % 2 ? names : names.reverse()) {
          const { first, second } = await measured(browser, sides[name], join(folder, `staff.${ending}`));
          if (round < 0) continue;
          for (const [which, { shown, checked, toSeeTo }] of Object.entries({ first, second })) {
            ((times[`${ending}, ${which} list, shown`] ??= {})[name] ??= []).push(shown);
            ((times[`${ending}, ${which} list, checked`] ??= {})[name] ??= []).push(checked);
            counts[name] = toSeeTo;
          }
        }
      }
    }
    report(times, counts, browser.version(), files);
  } finally {
    await browser.close();
    checker.close();
    plain.close();
    await rm(folder, { recursive: true });
  }
}

function report(times, counts, chromiumVersion, files) {
  const ms = (numbers) => {
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)].map(Math.round);
    return `${Math.round(median(numbers))} ms (${least}–${most})`;
  };
  const kb = (bytes) => `${Math.round(Buffer.byteLength(bytes) / 1000)} KB`;
  const line = (...cells) => console.log(cells.map((cell, column) => cell.padEnd([28, 22, 22][column] ?? 0)).join(''));
  console.log(`${PEOPLE} people, from choosing the file: median of ${ROUNDS} (least–most)\n`);
  line('', 'the checker', 'the libraries', 'libraries ÷ checker');
  for (const what of Object.keys(times).sort((one, other) => one.includes('second') - other.includes('second'))) {
    const { ours, theirs } = times[what];
    line(what, ms(ours), ms(theirs), (median(theirs) / median(ours)).toFixed(2));
  }
  console.log(`
Above 1 the checker is quicker. Each side fetches what it needs in this time. The checker finds something to see
to in ${counts.ours} rows; the libraries (PapaParse ${version('papaparse')} for csv, SheetJS ${version('xlsx')} for xlsx, libphonenumber-js
${version('libphonenumber-js')}, validator ${version('validator')}) in ${counts.theirs}.
csv ${kb(files.csv)}, xlsx ${kb(files.xlsx)}; Chromium ${chromiumVersion}, ${cpus().length} × ${cpus()[0].model.trim()}.`);
}

await main();
