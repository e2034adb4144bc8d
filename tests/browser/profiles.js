// A browser's profile on disk: what is typed in a journey, and which of its files hold any of it.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from './site.js';

/** What is typed, in words that stand nowhere else. */
export const TYPED = {
  site: 'Quillfeather Lodge',
  first: 'Xanthippe',
  last: 'Vanderquist',
  email: 'xanthippe.v@quillfeather.example',
  mobile: '07700 900731',
  pasted: 'Zebulon Quackenbush',
  pastedEmail: 'zebulon@quackenbush.example',
};

/** The files of a profile that hold any of these texts, in either of the encodings that browsers write. */
export function holding(profile, texts) {
  const found = {};
  const needles = texts.flatMap((text) => [[text, Buffer.from(text, 'utf8')], [text, Buffer.from(text, 'utf16le')]]);
  for (const path of files(profile)) {
    const bytes = contents(path);
    const texts = [...new Set(needles.filter(([, needle]) => bytes.includes(needle)).map(([text]) => text))];
    if (texts.length > 0) found[relative(profile, path)] = texts;
  }
  return found;
}

/** Every file below a folder. */
function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return entry.isFile() ? [path] : [];
  });
}

/** What a file holds; what Firefox has packed, unpacked. */
export function contents(path) {
  const bytes = readFileSync(path);
  return bytes.subarray(0, 8).toString('latin1') === 'mozLz40\0' ? unpacked(bytes.subarray(12), bytes.readUInt32LE(8)) : bytes;
}

/** A block of LZ4 (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md) that holds `size` bytes. */
function unpacked(block, size) {
  const out = Buffer.alloc(size);
  let [from, to] = [0, 0];
  const long = (length) => {
    let all = length;
    for (let byte = length === 15 ? 255 : 0; byte === 255; all += byte) byte = block[from++];
    return all;
  };
  while (from < block.length) {
    const token = block[from++];
    const literals = long(token >> 4);
    block.copy(out, to, from, from + literals);
    [from, to] = [from + literals, to + literals];
    if (from >= block.length) break;
    const back = block.readUInt16LE(from);
    from += 2;
    for (let left = long(token & 15) + 4; left > 0; left -= 1, to += 1) out[to] = out[to - back];
  }
  return out.subarray(0, to);
}

/** Types everything there is to type, on several screens, and sends a form; ends with pasted rows in their box. */
export async function typeEverything(page, url) {
  await page.goto(`${url}#/site`);
  await page.getByLabel('Name of the home or branch').fill(TYPED.site);
  await page.getByRole('button', { name: /^(Save and continue|Continue)$/ }).click();
  await typePerson(page);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await go(page, '#/people/1');
  await expect(page.getByLabel('First name')).toHaveValue(TYPED.first);
  await pasteRows(page);
}

/** Types about a person. */
export async function typePerson(page) {
  await go(page, '#/people/1');
  await page.getByLabel('First name').fill(TYPED.first);
  await page.getByLabel('Last name').fill(TYPED.last);
  await page.getByLabel('Email address').fill(TYPED.email);
  await page.getByLabel('Mobile number').fill(TYPED.mobile);
}

/** Pastes rows of a list, and leaves them in their box. */
export async function pasteRows(page) {
  await go(page, '#/people/import');
  await page.getByLabel('Paste rows from a spreadsheet').fill(`Name\tEmail\n${TYPED.pasted}\t${TYPED.pastedEmail}`);
}

/** Goes to the screen at this address. */
export async function go(page, fragment) {
  await page.evaluate((fragment) => { location.hash = fragment; }, fragment);
}

/** Has this device keep the answers, and deletes everything. */
export async function keepAndDelete(page, url) {
  await page.goto(`${url}#/saved`);
  await page.getByRole('checkbox', { name: 'Keep my answers on this device' }).check();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(page.getByText('Everything you entered was deleted')).toBeVisible();
}
