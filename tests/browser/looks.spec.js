// The screens on small windows, at high zoom, in forced colours, without motion, and on paper.
import { HELPDESK, LOCKED_OUT, MESSY, READY, open } from './applications.js';
import { FORMS, SCREENS, sends, show } from './screens.js';
import { expect, test } from './site.js';

test.setTimeout(90_000);

/** What sticks out of the window, so that it would scroll sideways. */
function tooWide(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > clientWidth);
    return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(0, 5).map((e) => e.outerHTML.slice(0, 120))];
  });
}

const SIZES = { 'a small telephone': { width: 320, height: 568 }, 'a window at 400% zoom': { width: 320, height: 256 } };

for (const [name, viewport] of Object.entries(SIZES)) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });
    for (const [state, application] of Object.entries({ ready: READY, messy: MESSY, helpdesk: HELPDESK, 'locked out': LOCKED_OUT })) {
      test(`no screen scrolls sideways: ${state}`, async ({ site }) => {
        await open(site, '', application);
        expect.soft(await tooWide(site), 'Start').toEqual([]);
        for (const screen of SCREENS.slice(1)) {
          await show(site, screen);
          await site.locator('details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
          expect.soft(await tooWide(site), screen).toEqual([]);
          if (FORMS.includes(screen)) {
            await sends(site).click();
            expect.soft(await tooWide(site), `${screen} after Continue`).toEqual([]);
          }
        }
      });
    }

    test('no notice scrolls sideways', async ({ site }) => {
      await open(site, '#/saved', MESSY);
      await site.getByRole('button', { name: 'Delete everything' }).click();
      await expect(site.getByText('This cannot be undone.')).toBeVisible();
      expect.soft(await tooWide(site), 'asked whether to delete').toEqual([]);
      await show(site, '#/people');
      await site.getByRole('button', { name: /^Remove Wolfe/ }).click();
      await expect(site.getByRole('button', { name: 'Undo' })).toBeVisible();
      expect.soft(await tooWide(site), 'removed').toEqual([]);
      await site.evaluate((text) => {
        localStorage.setItem('caremail-application', text);
        dispatchEvent(new StorageEvent('storage', { key: 'caremail-application' }));
      }, JSON.stringify(READY));
      await expect(site.getByText('changed in another tab')).toBeVisible();
      expect.soft(await tooWide(site), 'two tabs').toEqual([]);
      await site.evaluate(() => { for (const id of ['crashed', 'failed', 'loading']) document.getElementById(id).hidden = false; });
      expect.soft(await tooWide(site), 'went wrong').toEqual([]);
    });

    test('the box that has the keyboard is in view', async ({ site }) => {
      await open(site, '#/tasks', READY);
      await site.evaluate(() => { location.hash = '#/people/3/mobile'; });
      await expect(site.getByLabel('Mobile number')).toBeFocused();
      await expect(site.getByLabel('Mobile number')).toBeInViewport({ ratio: 1 });
    });
  });
}

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });
  test('what has the keyboard shows it, and boxes and notices keep their borders', async ({ site }) => {
    await open(site, '#/tasks', MESSY);
    expect(await site.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    for (const screen of ['#/site', '#/people', '#/people/3', '#/apply/dspt-status', '#/apply/passcode-issued', '#/check', '#/portal', '#/saved']) {
      await show(site, screen);
      const unseen = await site.evaluate(() => {
        const seen = (width, style, colour) => parseFloat(width) > 0 && style !== 'none' && !/^rgba\(.*, 0\)$|transparent/.test(colour);
        const outlined = (e, pseudo) => {
          const s = getComputedStyle(e, pseudo);
          return seen(s.outlineWidth, s.outlineStyle, s.outlineColor) || seen(s.borderTopWidth, s.borderTopStyle, s.borderTopColor);
        };
        const focused = (e) => {
          e.focus();
          const s = getComputedStyle(e);
          // The boxes of radios and ticks are drawn on their labels.
          const label = e.matches('[type=radio], [type=checkbox]') ? e.labels[0] : null;
          return label ? outlined(label, '::before') : seen(s.outlineWidth, s.outlineStyle, s.outlineColor);
        };
        const all = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility() && !e.closest('[inert]'));
        return [
          ...all('a[href], button, input, summary').filter((e) => !focused(e)).map((e) => `focus of ${e.outerHTML.slice(0, 100)}`),
          ...all('.nhsuk-button, input[type=text], .app-notice, .nhsuk-card, .nhsuk-tag').filter((e) => !outlined(e, null)).map((e) => `border of ${e.outerHTML.slice(0, 100)}`),
          ...all('.app-note').filter((e) => !parseFloat(getComputedStyle(e).borderLeftWidth)).map((e) => `rule of ${e.outerHTML.slice(0, 100)}`),
        ];
      });
      expect.soft(unseen, screen).toEqual([]);
    }
  });
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('nothing moves', async ({ site }) => {
    await open(site, '#/tasks', MESSY);
    for (const screen of ['#/people', '#/people/1', '#/check']) {
      await show(site, screen);
      const moving = await site.evaluate(() => {
        const long = (times) => times.split(',').some((time) => parseFloat(time) > 0.01);
        return [...document.querySelectorAll('*')].filter((e) => {
          const s = getComputedStyle(e);
          return s.scrollBehavior === 'smooth' || (s.animationName !== 'none' && long(s.animationDuration));
        }).map((e) => e.outerHTML.slice(0, 100));
      });
      expect(moving, screen).toEqual([]);
    }
  });
});

test('on paper there is nothing to press, and every answer is there', async ({ site }) => {
  await open(site, '#/tasks', MESSY);
  await site.emulateMedia({ media: 'print' });
  for (const screen of ['#/check', '#/result', '#/portal', '#/people', '#/after', '#/after/letters/leaver']) {
    await show(site, screen).catch(() => site.waitForTimeout(200));
    const pressed = await site.locator('button, .nhsuk-button, .nhsuk-back-link, .nhsuk-skip-link, .app-footer__links a')
      .evaluateAll((all) => all.filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 100)));
    expect.soft(pressed, screen).toEqual([]);
    await expect(site.getByText('An independent checker. Not part of, or endorsed by, the NHS or CQC.')).toBeVisible();
  }
  await show(site, '#/check').catch(() => {});
  await expect(site.getByText('Anna', { exact: true }).first()).toBeVisible();
  const cut = await site.locator('.app-person, .nhsuk-summary-list__row')
    .evaluateAll((all) => all.filter((e) => getComputedStyle(e).breakInside !== 'avoid').length);
  expect(cut, 'cards and rows that a page may cut').toBe(0);
});
