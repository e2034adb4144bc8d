// The part of Playwright's page that journeys use, for WebKitGTK: Playwright drives only a WebKit that it builds
// itself. What a person does (clicks, keys, files) is done by WebDriver, as a browser does it for a person.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as playwrightExpect, test as playwrightTest } from '@playwright/test';
import { ELEMENT, Driver } from './webdriver.js';
import { find, tell } from './in_page.js';

const PATIENCE = 15_000;

/** What the keys' names are in the protocol: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS = {
  ArrowDown: '\uE015', ArrowUp: '\uE013', Backspace: '\uE003', Control: '\uE009', Delete: '\uE017', End: '\uE010',
  Enter: '\uE007', Escape: '\uE00C', Home: '\uE011', Shift: '\uE008', Space: ' ', Tab: '\uE004',
};

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

/** Has `look` tried until it returns something true, or patience ends; returns what it said last. */
async function until(look, timeout = PATIENCE) {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await look();
    if (seen || Date.now() > end) return seen;
    await pause(50);
  }
}

const sendable = (wanted) => (wanted instanceof RegExp ? { source: wanted.source, flags: wanted.flags } : wanted);

/** Whatever can be looked in: the page, or what a locator leads to. */
class Searchable {
  getByRole(role, { name, exact, level } = {}) { return this.step({ kind: 'role', role, name: sendable(name), exact, level }); }

  getByLabel(text, { exact } = {}) { return this.step({ kind: 'label', text: sendable(text), exact }); }

  getByText(text, { exact } = {}) { return this.step({ kind: 'text', text: sendable(text), exact }); }

  locator(css) { return this.step({ kind: 'css', css }); }
}

export class Locator extends Searchable {
  constructor(page, steps) {
    super();
    Object.assign(this, { page, steps });
  }

  step(step) { return new Locator(this.page, [...this.steps, step]); }

  filter({ hasText }) { return this.step({ kind: 'filter', hasText: sendable(hasText) }); }

  first() { return this.nth(0); }

  last() { return this.nth(-1); }

  nth(nth) { return this.step({ kind: 'nth', nth }); }

  all() { return this.page.run(find, [this.steps]); }

  async count() { return (await this.all()).length; }

  /** The one element there is, once it is there. */
  async one() {
    const found = await until(async () => {
      const found = await this.all();
      return found.length > 0 && found;
    });
    if (!found || found.length !== 1) throw new Error(`${JSON.stringify(this.steps)} leads to ${found?.length ?? 0} elements`);
    return found[0];
  }

  /** What is true of the one element; `undefined` while there is none, or more than one. */
  async told() {
    return this.page.run(`const found = (${find})(arguments[0]); return found.length === 1 ? (${tell})(found[0]) : undefined;`, [this.steps]);
  }

  async evaluate(act, argument) { return this.page.run(act, [await this.one(), argument]); }

  async isVisible() { return (await this.told())?.isVisible ?? false; }

  async isChecked() { return (await this.told())?.isChecked ?? false; }

  async innerText() { return this.evaluate((element) => element.innerText); }

  async textContent() { return this.evaluate((element) => element.textContent); }

  async getAttribute(name) { return this.evaluate((element, name) => element.getAttribute(name), name); }

  async focus() { await this.evaluate((element) => element.focus()); }

  async click() {
    await until(() => this.isVisible());
    let fault;
    // It may be drawn anew between being found and being clicked.
    await until(async () => {
      const element = await this.one();
      return this.page.command('POST', `/element/${element[ELEMENT]}/click`).then(() => true, (error) => { fault = error; });
    }, 5000) ?? fail(fault);
  }

  async check() {
    if (!await this.isChecked()) await this.click();
    if (!await until(() => this.isChecked())) throw new Error(`${JSON.stringify(this.steps)} was not ticked`);
  }

  async uncheck() {
    if (await this.isChecked()) await this.click();
  }

  async fill(text) {
    const element = await this.one();
    await this.page.run((box) => { box.focus(); box.select(); }, [element]);
    if (/[\t\r\n]/.test(text)) {
      // A key that leaves the box is not typed into it.
      await this.page.run((box, text) => {
        box.value = text;
        box.dispatchEvent(new Event('input', { bubbles: true }));
      }, [element, text]);
    } else {
      await this.page.command('POST', `/element/${element[ELEMENT]}/value`, { text: text === '' ? KEYS.Delete : text });
    }
    if (await this.evaluate((box) => box.value) !== text.replace(/\r\n/g, '\n')) throw new Error(`${JSON.stringify(this.steps)} does not hold ${text}`);
  }

  async setInputFiles({ name, buffer }) {
    const file = join(await mkdtemp(join(tmpdir(), 'caremail-file-')), name);
    await writeFile(file, buffer);
    const element = await this.one();
    await this.page.command('POST', `/element/${element[ELEMENT]}/value`, { text: file });
  }
}

function fail(error) {
  throw error;
}

export class Page extends Searchable {
  constructor(session, driver, baseURL) {
    super();
    Object.assign(this, { ...session, driver, baseURL, trouble: [] });
    this.keyboard = {
      press: (keys) => this.#keys(keys.split('+').map((key) => KEYS[key] ?? key.toLowerCase())),
      type: async (text) => { for (const letter of text) await this.#keys([letter]); },
      insertText: async (text) => this.evaluate((text) => { document.execCommand('insertText', false, text); }, text),
    };
    // The day is the server's to say: see `preload.js`.
    this.clock = { setFixedTime: () => {} };
  }

  step(step) { return new Locator(this, [step]); }

  /** Runs `act` in the page: a function, or the text of one's body. */
  async run(act, argumentsOf = []) {
    const body = typeof act === 'string' ? `(function () { ${act} })` : `(${act})`;
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => ${body}.apply(null, [...arguments].slice(0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error && error.stack || error) }));`;
    const answer = await this.command('POST', '/execute/async', { script, args: argumentsOf.map((value) => value ?? null) });
    if (answer?.error) throw new Error(answer.error);
    return answer?.value ?? undefined;
  }

  evaluate(act, argument) { return this.run(act, [argument]); }

  async waitForFunction(act, argument, { timeout } = {}) {
    const seen = await until(() => this.evaluate(act, argument), timeout);
    if (!seen) throw new Error(`never came true: ${act}`);
  }

  waitForTimeout(milliseconds) { return pause(milliseconds); }

  async goto(address, { waitUntil } = {}) {
    await this.#collectTrouble();
    const { href } = new URL(address, this.baseURL);
    // The driver waits until a page has loaded whole.
    if (waitUntil === 'commit') await this.evaluate((href) => { location.href = href; }, href);
    else await this.command('POST', '/url', { url: href });
  }

  async reload() {
    await this.#collectTrouble();
    await this.command('POST', '/refresh');
  }

  async goBack() { await this.command('POST', '/back'); }

  title() { return this.command('GET', '/title'); }

  async address() { return this.command('GET', '/url'); }

  context() { return { grantPermissions: () => {}, cookies: () => this.command('GET', '/cookie') }; }

  /** What went wrong in the page, and in those it showed before. */
  async allTrouble() {
    await this.#collectTrouble();
    return this.trouble;
  }

  async #collectTrouble() {
    this.trouble.push(...await this.evaluate(() => window.trouble?.splice(0) ?? []).catch(() => []));
  }

  async #keys(keys) {
    const actions = [...keys.map((value) => ({ type: 'keyDown', value })), ...keys.reverse().map((value) => ({ type: 'keyUp', value }))];
    await this.command('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  get downloads() { return join(this.driver.home, 'Downloads'); }
}

export const test = playwrightTest.extend({
  driver: [async ({}, use) => {
    const driver = await Driver.start(process.env.CAREMAIL_WEBKIT);
    await use(driver);
    await driver.stop();
  }, { scope: 'worker' }],

  context: async ({}, use) => use({ grantPermissions: () => {} }),

  page: async ({ driver, baseURL }, use) => {
    const session = await driver.session();
    await use(new Page(session, driver, baseURL));
    await session.command('DELETE', '');
  },
});

/** A matcher that looks at a locator until it is as wanted. */
const looking = (holds, words) => async function matcher(locator, wanted, more) {
  const options = [wanted, more].findLast((option) => option?.timeout !== undefined);
  let seen;
  const passed = await until(async () => {
    seen = locator instanceof Page ? { title: await locator.title(), url: await locator.address() } : await locator.told();
    if (!(locator instanceof Page)) seen = { ...seen, locator };
    return Boolean(await holds(seen, wanted, more)) !== this.isNot;
  }, options?.timeout);
  const { locator: _, ...shown } = seen;
  const message = () => `expected ${JSON.stringify(locator.steps ?? 'the page')} ${this.isNot ? 'not ' : ''}${words} ${wanted ?? ''}; it is ${JSON.stringify(shown)}`;
  return { pass: passed !== this.isNot, message };
};

const fits = (text, wanted) => (wanted instanceof RegExp ? wanted.test(text) : text === wanted.replace(/\s+/g, ' ').trim());

/** Playwright's `expect`, which knows the locators above. */
export const expect = playwrightExpect.extend({
  toBeVisible: looking(({ isVisible }) => isVisible, 'to be visible'),
  toBeHidden: looking(async ({ isVisible, locator }) => !isVisible && await locator.count() < 2, 'to be hidden'),
  toBeFocused: looking(({ isFocused }) => isFocused, 'to have the focus'),
  toBeChecked: looking(({ isChecked }) => isChecked, 'to be ticked'),
  toHaveValue: looking(({ value }, wanted) => value === wanted, 'to hold'),
  toHaveCount: looking(async ({ locator }, wanted) => await locator.count() === wanted, 'to be as many as'),
  toContainText: looking(({ text }, wanted) => text !== undefined && (wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted)), 'to hold the words'),
  toHaveAttribute: looking(async ({ locator }, name, wanted) => fits(await locator.getAttribute(name) ?? '', wanted), 'to have the attribute'),
  toHaveTitle: looking(({ title }, wanted) => fits(title, wanted), 'to be called'),
  toHaveText: looking(async ({ text, locator }, wanted) => {
    if (!Array.isArray(wanted)) return text !== undefined && fits(text, wanted);
    const texts = await locator.page.run(`return (${find})(arguments[0]).map((element) => element.textContent.replace(/\\s+/g, ' ').trim())`, [locator.steps]);
    return texts.length === wanted.length && texts.every((text, at) => fits(text, wanted[at]));
  }, 'to have the text'),
});
