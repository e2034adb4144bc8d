// Serves the release build from a folder of a plain static host, to show that it runs from any folder.
// It sends the headers of the build's own _headers, as a host that knows that file would.
//
// Below `/faults/<fault>/<any name>/` the same folder is served with one thing wrong: see FAULTS. With CAREMAIL_DAY the
// page is watched by `preload.js` and believes that it is that day.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { watch } from './preload.js';

export const FOLDER = '/a/folder/of/a/host/';
const DIST = new URL('../../dist/', import.meta.url).pathname;

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The rules of a _headers file: a path, and below it, indented, its headers. */
function rules() {
  const rules = [];
  for (const line of readFileSync(join(DIST, '_headers'), 'utf8').split('\n')) {
    if (/^\S/.test(line)) rules.push({ path: line.trim(), headers: [] });
    else if (line.trim()) rules.at(-1).headers.push(line.trim().split(/:\s*(.*)/s, 2));
  }
  return rules;
}

const RULES = rules();

/** Has a worker say that it is ready, and then do `act` when it is asked. */
const worker = (act) => ({ type: 'text/javascript', text: `onmessage = ({ data }) => { if (data[0].Request) ${act} }; postMessage(['Ready']);` });
const MISSING = { status: 404, text: 'Not found' };

/**
 * What can be wrong with a host: for which files, how often, and what is sent in their place. `cut` ends the line
 * half-way, and `silent` never answers.
 */
const FAULTS = {
  'app-missing': { files: /^app-.*\.wasm$/, times: 1, sent: MISSING },
  'script-missing': { files: /^app-.*\.js$/, times: 1, sent: MISSING },
  'app-cut': { files: /^app-.*\.wasm$/, times: 1, sent: 'cut' },
  'script-silent': { files: /^app-.*\.js$/, times: 1, sent: 'silent' },
  'app-silent': { files: /^app-.*\.wasm$/, times: 1, sent: 'silent' },
  'styles-silent': { files: /\.css$/, times: Infinity, sent: 'silent' },
  'reader-cut': { files: /^reader-.*\.wasm$/, times: Infinity, sent: 'cut' },
  'reader-missing': { files: /^reader-.*\.wasm$/, times: Infinity, sent: MISSING },
  'reader-killed': { files: /^reader_loader-.*\.js$/, times: Infinity, sent: worker("throw new Error('killed');") },
  'reader-stalled': { files: /^reader-.*\.wasm$/, times: Infinity, sent: 'silent' },
  'reader-silent': { files: /^reader_loader-.*\.js$/, times: Infinity, sent: worker('{}') },
  'writer-missing': { files: /^writer-.*\.wasm$/, times: Infinity, sent: MISSING },
  // A new version lies there: the workers of the old one are gone for good.
  'new-version': { files: /^(reader|sites|writer).*\.(js|wasm)$/, times: Infinity, sent: MISSING },
};

/** How often each faulty file was asked for. */
const asked = new Map();

/** The folders whose fault is mended: somebody asked for their file `mend`. */
const mended = new Set();

/** The file that a path is of, and what is wrong with it, if anything. */
function found(path) {
  const [, prefix, fault] = /^(\/faults\/([a-z-]+)\/[^/]+\/)/.exec(path) ?? [];
  const folder = prefix ?? FOLDER;
  const name = path.startsWith(folder) ? normalize(path.slice(folder.length)) : '..';
  if (name.startsWith('..')) throw new Error('outside the folder');
  const file = name === '.' ? 'index.html' : name;
  const wrong = fault && !mended.has(folder) && FAULTS[fault];
  if (!wrong || !wrong.files.test(file)) return { file };
  const times = (asked.get(path) ?? 0) + 1;
  asked.set(path, times);
  return { file, sent: times <= wrong.times ? wrong.sent : undefined };
}

/** The page with the script that watches it, where a day is given. */
function watched(page) {
  return page.toString().replace('<meta name="viewport"', '<script src="./preload.js"></script>\n  $&');
}

export const server = createServer(async (request, response) => {
  try {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const { file, sent } = found(path);
    const day = process.env.CAREMAIL_DAY;
    if (day && file === 'preload.js') {
      response.setHeader('Content-Type', 'text/javascript');
      return response.end(`(${watch})(${JSON.stringify(day)});`);
    }
    // From here on nothing is wrong any more.
    if (file === 'mend') mended.add(path.replace(/mend$/, ''));
    if (file === 'empty' || file === 'mend') return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><link rel="icon" href="data:,">');
    let body = await readFile(join(DIST, file));
    if (day && file === 'index.html') body = watched(body);
    if (sent === 'silent') return undefined;
    if (sent?.text) {
      return response.writeHead(sent.status ?? 200, { 'Content-Type': sent.type ?? 'text/plain' }).end(sent.text);
    }
    for (const { path: rule, headers } of RULES) {
      if (rule === '/*' || rule === `/${file}`) for (const [header, value] of headers) response.setHeader(header, value);
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    if (sent === 'cut') {
      response.setHeader('Content-Length', body.length);
      response.write(body.subarray(0, body.length >> 1));
      return setTimeout(() => response.destroy(), 50);
    }
    return response.end(body);
  } catch {
    return response.writeHead(404).end('Not found');
  }
});

if (process.argv[1] === new URL(import.meta.url).pathname) {
  server.listen(Number(process.env.PORT), '127.0.0.1');
}
