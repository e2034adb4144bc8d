// Many sites, from choosing the file until the report is on screen: the checker in dist/ against a page that does the
// same work with PapaParse (csv) or SheetJS (xlsx), libphonenumber-js/max and validator in a worker. Of CSV, against the
// floor too: benches/floor, the least that WebAssembly does with the same bytes.
//
//     cargo xtask dist && cargo xtask bench
//
// Each measurement is made in a browser of its own that was just started: both sides are cold, fetch and start their
// worker once the file is chosen, and are measured by one clock. Peak memory is that of the page's whole process
// (VmHWM), less what it was before the file was chosen; the longest task, that of the page's main thread.
//
// `cargo xtask bench csv`, `book` and `curve` measure one part. CAREMAIL_CHROMIUM names a Chromium. It fails where
// there is nothing to measure or a planted defect is not found by the checker, and never because a side is slow.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import Papa from 'papaparse';
import * as XLSX from 'xlsx';
import config from '../tests/browser/playwright.config.js';
import { FOLDER, server as checker } from '../tests/browser/server.js';

const ENGLAND = 31_738;
const CURVE = [100, 1_000, 10_000, 31_738, 100_000];
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const BOOK_SITES = Number(process.env.BOOK_SITES ?? 10_000);
const LONGEST = 300_000;
const REST = 500;

const at = (path) => new URL(path, import.meta.url);

/** The folder of the floor, which `cargo xtask bench` builds. */
const FLOOR = process.env.CAREMAIL_FLOOR;

const PEER = {
  'peer.html': [at('sites/peer.html'), 'text/html'],
  'peer-worker.js': [at('sites/peer-worker.js'), 'text/javascript'],
  'papaparse.min.js': [at('../node_modules/papaparse/papaparse.min.js'), 'text/javascript'],
  'xlsx.full.min.js': [at('../node_modules/xlsx/dist/xlsx.full.min.js'), 'text/javascript'],
  'libphonenumber-max.js': [at('../node_modules/libphonenumber-js/bundle/libphonenumber-max.js'), 'text/javascript'],
  'validator.min.js': [at('../node_modules/validator/validator.min.js'), 'text/javascript'],
  'floor.html': [at('sites/floor.html'), 'text/html'],
  'floor-worker.js': [at('sites/floor-worker.js'), 'text/javascript'],
  'floor.js': [join(FLOOR ?? '', 'floor.js'), 'text/javascript'],
  'floor_bg.wasm': [join(FLOOR ?? '', 'floor_bg.wasm'), 'application/wasm'],
};

const peer = createServer(async (request, response) => {
  const known = PEER[request.url.slice(1)];
  if (!known) return response.writeHead(404).end();
  const type = known[1].startsWith('text/') ? `${known[1]}; charset=utf-8` : known[1];
  return response.writeHead(200, { 'Content-Type': type }).end(await readFile(known[0]));
});

async function listening(server) {
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return `http://127.0.0.1:${server.address().port}`;
}

/** Runs in the page: times from the file's arrival to the report, and notes the longest task of the main thread. */
function watch() {
  window.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.longestTask = Math.max(window.longestTask, task.duration);
  }).observe({ type: 'longtask', buffered: false });
  window.reported = new Promise((done) => {
    addEventListener('change', (event) => {
      if (event.target.id !== 'sites-files') return;
      const start = performance.now();
      window.longestTask = 0;
      const look = () => {
        if (document.getElementById('sites-ready')) done(performance.now() - start);
        else requestAnimationFrame(look);
      };
      look();
    }, true);
  });
}

/** The peak memory of the browser's pages, in bytes. */
async function peak(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = await Promise.all(processInfo.filter(({ type }) => type === 'renderer').map(async ({ id }) => {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  }));
  return peaks.reduce((sum, bytes) => sum + bytes, 0);
}

async function measured(side, path) {
  const { locale, timezoneId } = config.use;
  const browser = await chromium.launch(config.projects[0].use.launchOptions);
  try {
    const session = await browser.newBrowserCDPSession();
    const page = await (await browser.newContext({ locale, timezoneId })).newPage();
    await page.addInitScript(watch);
    await page.goto(side.address);
    await page.waitForSelector('#sites-files');
    await page.waitForTimeout(REST);
    const before = await peak(session);
    await page.setInputFiles('#sites-files', path);
    const time = await page.evaluate((longest) => Promise.race([
      window.reported,
      new Promise((_, failed) => { setTimeout(() => failed(new Error('no report in time')), longest); }),
    ]), LONGEST);
    const memory = await peak(session) - before;
    await page.waitForTimeout(200);
    const longest = await page.evaluate(() => window.longestTask);
    return { time, memory, longest, report: await side.report(page) };
  } finally {
    await browser.close();
  }
}

const PROBLEM_IDS = 'option[value]:not([value=""])';

/** What our page says was found, by problem; its table has the ten commonest, its filter the sites of each. */
async function ours(page) {
  return page.evaluate((selector) => {
    const sentence = document.getElementById('sites-ready').textContent;
    const [ready, sites] = sentence.match(/\d+/g).map(Number);
    const found = {};
    const options = [...document.querySelectorAll(`#filter-problem ${selector}`)];
    for (const option of options) {
      found[option.value] = Number(option.dataset.found);
    }
    return { ready, sites, found };
  }, PROBLEM_IDS);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const mega = (bytes) => `${Math.round(bytes / 1024 / 1024)} MB`;

function england(sites, path) {
  const root = fileURLToPath(at('..'));
  const output = execFileSync('cargo', ['xtask', 'england', String(sites), path], { cwd: root, maxBuffer: 1e8 });
  return JSON.parse(output.toString());
}

function differences(planted, found) {
  const ids = new Set([...Object.keys(planted), ...Object.keys(found)]);
  return [...ids].filter((id) => (planted[id] ?? 0) !== (found[id] ?? 0))
    .map((id) => `${id}: planted ${planted[id] ?? 0}, found ${found[id] ?? 0}`);
}

const NAMES = { ours: 'checker', theirs: 'libraries', floor: 'floor' };

async function compare(name, sides, path, planted) {
  const rounds = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [who, side] of Object.entries(sides)) (rounds[who] ??= []).push(await measured(side, path));
  }
  const of = (who, what) => median(rounds[who].map((one) => one[what]));
  const { size } = await stat(path);
  console.log(`\n${name}: ${planted.sites} sites, ${planted.rows} rows, ${mega(size)}; medians of ${ROUNDS}`);
  const row = (label, cells) => console.log(`${label.padEnd(23)}${cells.map((cell) => cell.padEnd(13)).join('')}`.trimEnd());
  const others = Object.keys(sides).filter((who) => who !== 'ours');
  row('', [...Object.keys(sides).map((who) => NAMES[who]), ...others.map((who) => `${NAMES[who]} ÷`)]);
  const line = (label, what, show) => row(label, [
    ...Object.keys(sides).map((who) => show(of(who, what))),
    ...others.map((who) => (of(who, what) / Math.max(of('ours', what), 1e-9)).toFixed(2)),
  ]);
  line('from file to report', 'time', seconds);
  line('peak memory', 'memory', mega);
  row('longest task', Object.keys(sides).map((who) => `${Math.round(of(who, 'longest'))} ms`));
  console.log('(a longest task of 0: none over 50 ms)');
  if (sides.floor) {
    const { report } = rounds.floor[0];
    console.log(`The floor saw ${report.rows} rows and ${report.sites} sites, in ${seconds(median(rounds.floor.map((one) => one.report.took)))} without the reading of the file.`);
    if (report.rows !== planted.rows) throw new Error('The floor did not read every row.');
  }
  for (const who of ['ours', 'theirs']) {
    const { report } = rounds[who][0];
    const wrong = differences(planted.planted, report.found);
    if (report.ready !== planted.ready) wrong.push(`ready: ${planted.ready}, said ${report.ready}`);
    console.log(`The ${NAMES[who]} found ${wrong.length ? `otherwise than planted: ${wrong.join('; ')}` : 'what was planted, and nothing else'}.`);
    if (who === 'ours' && wrong.length) throw new Error('The checker did not find what was planted.');
  }
}

const report = (page) => page.evaluate(() => window.report);

async function main() {
  const part = process.argv[2] ?? 'all';
  const sides = {
    ours: { address: `${await listening(checker)}${FOLDER}#/sites`, report: ours },
    theirs: { address: `${await listening(peer)}/peer.html`, report },
  };
  const floor = { address: sides.theirs.address.replace('peer.html', 'floor.html'), report };
  const folder = await mkdtemp(join(tmpdir(), 'caremail-bench-'));
  try {
    console.log(`${cpus()[0].model}, ${cpus().length} cores`);
    if (part === 'all' || part === 'csv') {
      const path = join(folder, 'england.csv');
      const planted = england(ENGLAND, path);
      await compare('CSV', FLOOR ? { ...sides, floor } : sides, path, planted);
    }
    if (part === 'all' || part === 'book') {
      const csv = join(folder, 'book.csv');
      const planted = england(BOOK_SITES, csv);
      const path = join(folder, 'england.xlsx');
      const rows = Papa.parse(await readFile(csv, 'utf8'), { skipEmptyLines: true }).data;
      const sheet = XLSX.utils.aoa_to_sheet(rows, { dense: true });
      const book = XLSX.utils.book_new();
      XLSX.utils.book_append_sheet(book, sheet, 'Staff');
      await writeFile(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }));
      await compare('Workbook', sides, path, planted);
    }
    if (part === 'all' || part === 'curve') {
      console.log('\nrows        seconds    microseconds a row   peak memory');
      for (const sites of CURVE) {
        const path = join(folder, `curve-${sites}.csv`);
        const planted = england(sites, path);
        const rounds = [];
        for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measured(sides.ours, path));
        const time = median(rounds.map((one) => one.time));
        const memory = median(rounds.map((one) => one.memory));
        console.log(`${String(planted.rows).padEnd(11)} ${(time / 1000).toFixed(2).padEnd(10)} ${(time * 1000 / planted.rows).toFixed(2).padEnd(20)} ${mega(memory)}`);
        await rm(path);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
    checker.close();
    peer.close();
  }
}

await main();
