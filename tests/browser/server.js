// Serves the release build from a folder of a plain static host, to show that it runs from any folder.
// It sends the headers of the build's own _headers, as a host that knows that file would.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

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

export const server = createServer(async (request, response) => {
  try {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const name = path.startsWith(FOLDER) ? normalize(path.slice(FOLDER.length)) : '..';
    if (name.startsWith('..')) throw new Error('outside the folder');
    const file = name === '.' ? 'index.html' : name;
    const body = await readFile(join(DIST, file));
    for (const { path: rule, headers } of RULES) {
      if (rule === '/*' || rule === `/${file}`) for (const [header, value] of headers) response.setHeader(header, value);
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(body);
  } catch {
    response.statusCode = 404;
    response.end('Not found');
  }
});

if (process.argv[1] === new URL(import.meta.url).pathname) {
  server.listen(Number(process.env.PORT), '127.0.0.1');
}
