// The build on real web servers, from a folder of theirs: as they are, and with the host files that come with it; its
// settings changed by the guide to the letter.
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { STAFF, text } from './lists.js';
import { BROWSER, download, expect, running, test } from './site.js';
import { upload } from './hosts.js';

const GUIDE = await readFile(new URL('../../docs/hosting.md', import.meta.url), 'utf8');

/** What the server answers for `file` to a browser that takes `encodings`. */
function ask(address, file, encodings) {
  return new Promise((done, fail) => {
    request(new URL(file, address), { headers: { 'accept-encoding': encodings } }, (response) => {
      response.resume();
      response.on('end', () => done({ status: response.statusCode, headers: response.headers }));
    }).on('error', fail).end();
  });
}

/** The names of the files that the page names. */
async function filesOf(address) {
  const page = await (await fetch(address)).text();
  const file = (pattern) => pattern.exec(page)[0];
  return { module: file(/app-[0-9a-f]{16}\.wasm/), script: file(/app-[0-9a-f]{16}\.js/), style: file(/main-[0-9a-f]{16}\.css/) };
}

/** Uses the page at `address`: a list, and what each worker makes. */
async function use(site, address) {
  await site.goto(`${address}#/people/import`);
  await running(site);
  await site.getByLabel('Or choose a file, or drop it here').setInputFiles({ name: 'staff.csv', mimeType: '', buffer: Buffer.from(text(STAFF)) });
  await expect(site.getByText('4 people were found.')).toBeVisible();
  const { bytes } = await download(site, () => site.getByRole('button', { name: 'Download the list with the results' }).click());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
}

test.use({ expectedTrouble: [/asked another origin: http:\/\/127\.0\.0\.1:/] });

for (const withOurs of [false, true]) {
  test(`the site works from a folder, ${withOurs ? 'with its host files' : 'on the server as it is'}`, async ({ site }) => {
    const host = await upload(BROWSER, { withOurs });
    try {
      await use(site, host.address);
      const { module, script, style } = await filesOf(host.address);
      for (const [file, type] of [[module, 'application/wasm'], [script, 'javascript'], [style, 'text/css'], ['', 'text/html']]) {
        const { headers, status } = await ask(host.address, file, 'identity');
        expect(status).toBe(200);
        expect(headers['content-type'], file).toContain(type);
        expect(headers['content-encoding'], file).toBeUndefined();
        if (!withOurs) continue;
        expect(headers['cache-control'], file).toBe(file === '' ? 'no-cache' : 'public, max-age=31536000, immutable');
        expect(headers['content-security-policy'], file).toMatch(/^default-src 'none'; .*frame-ancestors 'self'$/);
        expect(headers['x-content-type-options'], file).toBe('nosniff');
        expect(headers['referrer-policy'], file).toBe('no-referrer');
      }
      if (withOurs) {
        for (const file of [module, script, style]) expect((await ask(host.address, file, 'gzip')).headers['content-encoding'], file).toBe('gzip');
      }
    } finally {
      await host.end();
    }
  });
}

/** The rows of the guide's table of changes: what stands there, and what is put in its place. */
function changes() {
  const rows = [...GUIDE.matchAll(/^\| `(".*)` \| `(".*)` \|$/gm)].map(([, before, after]) => [before, after]);
  expect(rows.length).toBeGreaterThan(4);
  return rows;
}

test('the settings are changed by the guide to the letter', async ({ site }) => {
  const host = await upload(BROWSER, {
    async change(folder) {
      const file = join(folder, 'index.html');
      let page = await readFile(file, 'utf8');
      for (const [before, after] of changes()) {
        expect(page.split(before).length - 1, `once in index.html: ${before}`).toBe(1);
        page = page.replace(before, after);
      }
      await writeFile(file, page);
    },
  });
  try {
    await site.goto(`${host.address}#/tasks`);
    await running(site);
    await expect(site.locator('#settings-notice')).toHaveCount(0);
    await expect(site.locator('.app-bar__host')).toHaveText('Surrey Care Association');
    expect(await site.locator('.app-bar').evaluate((bar) => getComputedStyle(bar).backgroundColor)).toBe('rgb(122, 31, 92)');
    await site.goto(`${host.address}#`);
    await expect(site.locator('section[id="/"]')).toContainText(/ask Ayesha Khan, Adviser, Surrey Care Association\b.*: ayesha\.khan@example\.org\./);
    await expect(site.locator('section[id="/"]')).not.toContainText('Damon');
  } finally {
    await host.end();
  }
});

test('after an upload the next load asks for the new page, and a page as it was costs no second fetch', async () => {
  const host = await upload(BROWSER, { withOurs: true });
  try {
    const { headers } = await ask(host.address, '', 'identity');
    const tag = headers.etag ?? headers['last-modified'];
    expect(tag).toBeDefined();
    expect(headers['cache-control']).toBe('no-cache');
  } finally {
    await host.end();
  }
});
