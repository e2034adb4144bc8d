// Saved files that are locked with a password, checked with Node's own cryptography.
import { createCipheriv, createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { READY, open } from './applications.js';
import { show } from './screens.js';
import { download, expect, running, test } from './site.js';

const CASES = new URL('../cases/saves/', import.meta.url);
const vector = (name) => readFileSync(new URL(name, CASES), 'utf8');

/** What a sealed file holds, by another program than the one that sealed it. */
function unseal(text, password) {
  const { format, version, iterations, salt, iv, sealed, checksum } = JSON.parse(text);
  expect([format, version]).toEqual(['caremail-sealed', 1]);
  expect(createHash('sha256').update([iterations, salt, iv, sealed].join('\n')).digest('base64')).toBe(checksum);
  const key = pbkdf2Sync(password.normalize('NFC'), Buffer.from(salt, 'base64'), iterations, 32, 'sha256');
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
}

/** A sealed file made by that other program. */
function seal(text, password, { iterations = 1000, change = (file) => file } = {}) {
  const [salt, iv] = [Buffer.alloc(16, 7), Buffer.alloc(12, 9)];
  const cipher = createCipheriv('aes-256-gcm', pbkdf2Sync(password, salt, iterations, 32, 'sha256'), iv);
  const sealed = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64');
  const file = { format: 'caremail-sealed', version: 1, iterations, salt: salt.toString('base64'), iv: iv.toString('base64'), sealed };
  file.checksum = createHash('sha256').update([iterations, file.salt, file.iv, sealed].join('\n')).digest('base64');
  return JSON.stringify(change(file));
}

async function choose(page, text) {
  await page.getByLabel('Choose the file').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function unlock(page, password) {
  await page.getByLabel('Password of the file').fill(password);
  await page.keyboard.press('Enter');
}

test('a file locked here opens with its password, here and in another program', async ({ site }) => {
  await open(site, '#/saved', READY);
  await site.getByRole('checkbox', { name: 'Lock the file with a password' }).check();
  const save = () => site.getByRole('button', { name: 'Save to a file' }).click();
  await save();
  await expect(site.getByLabel('Password for the file')).toBeFocused();
  await expect(site.getByText('Enter a password of 8 characters or more')).toBeVisible();
  await site.getByLabel('Password for the file').fill('three brown hens');
  await site.getByLabel('The same password again').fill('three brown hen');
  await save();
  await expect(site.getByLabel('The same password again')).toBeFocused();
  await expect(site.getByText('The two passwords are not the same')).toBeVisible();
  await site.getByLabel('The same password again').fill('three brown hens');
  const { name, text } = await download(site, save);
  expect(name).toBe('nhsmail-application-oak-house-care-home.json');
  expect(text).not.toContain('Anna');
  expect(JSON.parse(unseal(text, 'three brown hens'))).toEqual(READY);
  expect(JSON.parse(text).iterations).toBe(600_000);
  await expect(site.getByLabel('Password for the file'), 'the password is not left standing').toHaveValue('');

  await site.getByRole('button', { name: 'Delete everything' }).click();
  await site.getByRole('button', { name: 'Yes, delete everything' }).click();
  await choose(site, text);
  await expect(site.getByLabel('Password of the file')).toBeFocused();
  await unlock(site, 'three brown hens');
  await expect(site.getByText('Your saved answers are open.')).toBeVisible();
  await show(site, '#/site');
  await expect(site.getByLabel('Name of the home or branch')).toHaveValue('Oak House Care Home');
});

test('two files of the same answers and password have nothing in common', async ({ site }) => {
  await open(site, '#/saved', READY);
  await site.getByRole('checkbox', { name: 'Lock the file with a password' }).check();
  const files = [];
  for (let n = 0; n < 2; n += 1) {
    await site.getByLabel('Password for the file').fill('three brown hens');
    await site.getByLabel('The same password again').fill('three brown hens');
    files.push(JSON.parse((await download(site, () => site.getByRole('button', { name: 'Save to a file' }).click())).text));
  }
  for (const name of ['salt', 'iv', 'sealed']) expect(files[0][name]).not.toBe(files[1][name]);
});

// The vectors: the password of each, and the file that is in it.
const VECTORS = {
  'sealed-version-1.json': ['three brown hens', 'version-1-ready.json', 'Oak House Care Home'],
  'sealed-version-1-accents.json': ['Zoë – café', 'version-2-three-sites.json', undefined],
};

for (const [file, [password, plain]] of Object.entries(VECTORS)) {
  test(`${file} holds ${plain}, for this checker and for another program`, async ({ site }) => {
    expect(unseal(vector(file), password)).toBe(vector(plain));
    await open(site, '#/saved');
    await choose(site, vector(file));
    // An accent typed as a character of its own is the same password.
    await unlock(site, password.normalize('NFD'));
    await expect(site.getByText('Your saved answers are open.')).toBeVisible();
    const { text } = await download(site, () => site.getByRole('button', { name: 'Save to a file' }).click());
    expect(JSON.parse(text)).toEqual(JSON.parse(vector(plain)));
  });
}

test('a wrong password, a file cut short and a changed byte are each told by their own sentence', async ({ site }) => {
  await open(site, '#/saved', READY);
  const text = vector('sealed-version-1.json');
  await choose(site, text);
  await unlock(site, 'three brown cows');
  await expect(site.getByText('That is not the password of this file.')).toBeVisible();
  await expect(site.getByLabel('Password of the file')).toBeFocused();
  await unlock(site, 'three brown hens');
  await expect(site.getByText('Your saved answers are open.')).toBeVisible();

  await choose(site, text.slice(0, text.length - 200));
  await expect(site.locator('#status')).toContainText('The end of that file is missing');

  const at = text.indexOf('"sealed": "') + 300;
  const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
  await choose(site, changed);
  await expect(site.locator('#status')).toContainText('Something in that file has changed since it was saved');
  await choose(site, seal('{}', 'x', { change: (file) => ({ ...file, iterations: 999 }) }));
  await expect(site.locator('#status')).toContainText('Something in that file has changed since it was saved');
});

test('a file that asks for hours of work is refused before a password is asked for', async ({ site }) => {
  await open(site, '#/saved', READY);
  await choose(site, seal('{}', 'x', { change: (file) => ({ ...file, iterations: 2 ** 31 }) }));
  await expect(site.locator('#status')).toContainText('far more work');
  await expect(site.getByLabel('Password of the file')).toBeHidden();
});

test('what is in a locked file is judged as any file is', async ({ site }) => {
  await open(site, '#/saved', READY);
  await choose(site, seal('{"people": []}', 'x'));
  await unlock(site, 'x');
  await expect(site.locator('#status')).toContainText('That file was not saved by this checker');
});

test('over http, without the browser’s cryptography, it says that https is needed', async ({ site }) => {
  await site.addInitScript(() => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
    Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });
  });
  await open(site, '#/saved', READY);
  await expect(site.getByText('only where this page’s address begins with https').first()).toBeVisible();
  await expect(site.getByRole('checkbox', { name: 'Lock the file with a password' })).toHaveCount(0);
  await choose(site, vector('sealed-version-1.json'));
  await expect(site.locator('#status')).toContainText('https');
  await download(site, () => site.getByRole('button', { name: 'Save to a file' }).click());
  await running(site);
});
