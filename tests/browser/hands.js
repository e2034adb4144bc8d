// A person's hands: each can take the same steps, so that a journey is written once.
import { expect } from './site.js';

/** The hands to make a journey with. */
export const HANDS = [mouse, keyboard];

const things = (page) => ({
  link: (name) => page.getByRole('link', { name, exact: true }),
  button: (name) => page.getByRole('button', { name, exact: true }),
  option: (name) => page.getByRole('radio', { name, exact: true }),
  box: (label) => page.getByLabel(label, { exact: true }),
  tick: (name) => page.getByRole('checkbox', { name, exact: true }),
});

/** Points and clicks. */
export function mouse(page) {
  const { link, button, option, box, tick } = things(page);
  return {
    follow: (name) => link(name).click(),
    press: (name) => button(name).click(),
    choose: (name) => option(name).check(),
    type: (label, text) => box(label).fill(text),
    tick: (name) => tick(name).check(),
  };
}

/** Tab, arrows, Space, Enter and letters; nothing else. */
export function keyboard(page) {
  const { link, button, option, box, tick } = things(page);
  const key = (name) => page.keyboard.press(name);
  return {
    async follow(name) {
      await reach(page, link(name));
      await key('Enter');
    },
    async press(name) {
      await reach(page, button(name));
      // Links that look like buttons and buttons answer to the same key here.
      await key('Enter');
    },
    async choose(name) {
      await reachGroup(page, option(name));
      for (let presses = 0; !await hasFocus(option(name)) && presses < 10; presses += 1) await key('ArrowDown');
      await expect(option(name)).toBeFocused();
      if (!await option(name).isChecked()) await key('Space');
      await expect(option(name)).toBeChecked();
    },
    async type(label, text) {
      await reach(page, box(label));
      await key('Control+A');
      await key('Delete');
      await page.keyboard.type(text);
    },
    async tick(name) {
      await reach(page, tick(name));
      await key('Space');
      await expect(tick(name)).toBeChecked();
    },
  };
}

const hasFocus = (target) => target.evaluate((element) => element === document.activeElement);

/** Presses Tab until `target` has the focus. */
export async function reach(page, target) {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150 && !await hasFocus(target); presses += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}

/** Presses Tab until one of the radios that `option` is among has the focus. */
async function reachGroup(page, option) {
  await expect(option).toBeVisible();
  const isNear = () => option.evaluate((radio) => document.activeElement.name === radio.name);
  for (let presses = 0; presses < 150 && !await isNear(); presses += 1) await page.keyboard.press('Tab');
}
