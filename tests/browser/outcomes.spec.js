// What the readiness questions come to: each answer by the keyboard alone, with axe, and with the way on.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FEEDBACK, LOCKED_OUT, MESSY, PASSCODE, READY, answering, listing, open, person } from './applications.js';
import { keyboard } from './hands.js';
import { OUTCOMES, READY_ANSWERS, READY_VERDICT, answer, start } from './journeys.js';
import { QUESTIONS, TITLES, sends, show } from './screens.js';
import { expect, expectAccessible, expectScreen, heading, running, test } from './site.js';

test.setTimeout(60_000);

/** Where what is printed is left: see tests/other_programs.py. */
const MADE = new URL('../../target/made/', import.meta.url);

const CQC = /^https:\/\/www\.cqc\.org\.uk\//;
const TOOLKIT = /^https:\/\/www\.dsptoolkit\.nhs\.uk\//;

/** What is answered in place of what a ready provider answers, up to the last question asked. */
const instead = (answers, end = undefined) => {
  const all = READY_ANSWERS.map(([question, option]) => [question, answers[question] ?? option]);
  return end === undefined ? all : all.slice(0, all.findIndex(([question]) => question === end) + 1);
};
const without = (...questions) => (all) => all.filter(([question]) => !questions.includes(question));

const JOURNEYS = {
  'who can apply': { answers: READY_ANSWERS, outcome: OUTCOMES.canApply },
  'whose DSPT is not published': {
    answers: without('dspt-year', 'dspt-published-by')(instead({ 'dspt-status': 'Not Published' })),
    outcome: OUTCOMES.notYet,
    leads: { 'Search the toolkit for your site': TOOLKIT, 'Read how to publish the toolkit': /^https:/, 'damon.habbin@nhs.net': /^mailto:damon/ },
  },
  'who is not sure about NHSmail': {
    answers: instead({ 'already-have-nhsmail': 'I’m not sure' }),
    outcome: OUTCOMES.cannotTell,
    leads: { 'damon.habbin@nhs.net': /^mailto:damon/ },
  },
  'who is not sure about CQC': {
    answers: instead({ 'registered-with-cqc': 'I’m not sure' }),
    outcome: OUTCOMES.cannotTell,
    leads: { 'Find your site on the CQC website': CQC },
  },
  'whose care is not publicly funded': {
    answers: instead({ 'publicly-funded-care': 'No' }),
    outcome: OUTCOMES.cannotTell,
    leads: { '0333 200 1133': /^tel:03332001133$/ },
  },
  'who has NHSmail': {
    answers: [['already-have-nhsmail', 'Yes'], ['shared-mailbox', 'Yes']],
    outcome: OUTCOMES.anotherRoute,
    leads: { '0333 200 1133': /^tel:/ },
  },
  'of a hospice': {
    answers: [['already-have-nhsmail', 'No'], ['kind-of-service', 'A hospice']],
    outcome: OUTCOMES.anotherRoute,
    leads: { 'feedback@nhs.net': /^mailto:/, '0333 200 1133': /^tel:/ },
  },
  'who is not registered with CQC': {
    answers: instead({ 'registered-with-cqc': 'No' }, 'registered-with-cqc'),
    outcome: OUTCOMES.anotherRoute,
    leads: { '0333 200 1133': /^tel:/ },
  },
};

for (const [who, { answers, outcome, leads = {} }] of Object.entries(JOURNEYS)) {
  test(`somebody ${who} has the answer after the last question, by keyboard`, async ({ site }) => {
    const hand = keyboard(site);
    await start(site, hand);
    await hand.follow('Can you apply?');
    await answer(site, hand, answers);
    await expectScreen(site, outcome);
    await expectAccessible(site, who);
    for (const [name, href] of Object.entries(leads)) {
      const link = site.getByRole('main').getByRole('link', { name }).first();
      await expect(link).toHaveAttribute('href', href);
      if (/^https/.test(await link.getAttribute('href'))) {
        await expect(link).toHaveAttribute('target', '_blank');
        await expect(link).toContainText('(opens in a new tab)');
      }
    }
    await hand.follow('Go to the task list');
    await expectScreen(site, TITLES['#/tasks']);
  });
}

test('nothing is told to whoever has answered nothing', async ({ site }) => {
  await open(site, '#/apply/outcome');
  await expect(heading(site)).toHaveText(OUTCOMES.cannotTell);
  await site.getByRole('button', { name: 'Answer the next question' }).click();
  await expectScreen(site, QUESTIONS['already-have-nhsmail']);
  await show(site, '#/result');
  await expectScreen(site, 'We cannot tell yet whether you can apply.');
  await expect(site.getByRole('main')).not.toContainText(/You can apply once|Missing:|Select yes/);
});

test('what is found out is changed on the spot, and the answer with it', async ({ site }) => {
  await open(site, '#/apply/outcome', answering({ 'registered-with-cqc': 'not-sure' }));
  await expect(heading(site)).toHaveText(OUTCOMES.cannotTell);
  await site.getByRole('link', { name: QUESTIONS['registered-with-cqc'] }).click();
  await site.getByRole('radio', { name: 'Yes' }).check();
  await sends(site).click();
  await expectScreen(site, OUTCOMES.canApply);
  // A doubt that is settled here gives the answer too, and the keyboard is on it.
  await show(site, '#/apply/publicly-funded-care');
  await site.getByRole('radio', { name: 'No', exact: true }).check();
  await sends(site).click();
  await expectScreen(site, OUTCOMES.cannotTell);
  // It goes with what it settles.
  await site.getByRole('checkbox', { name: /^I have checked this/ }).click();
  await expect(heading(site)).toHaveText(OUTCOMES.canApply);
  await expect.poll(() => site.evaluate(() => document.activeElement === document.body), 'the keyboard is lost').toBe(false);
});

test('a ready result leads to the portal, with what to type', async ({ site }) => {
  await open(site, '#/result', READY);
  await expect(heading(site)).toHaveText(READY_VERDICT);
  const portal = site.getByRole('button', { name: 'Go to the NHS Portal (opens in a new tab)' });
  await expect(portal).toHaveAttribute('href', /^https:/);
  await expect(portal).toHaveAttribute('target', '_blank');
  await site.getByRole('button', { name: 'See what to type into the portal' }).click();
  await expectScreen(site, TITLES['#/portal']);
});

test('a deadline stands below the verdict, and above it when it is near', async ({ site }) => {
  await open(site, '#/result', PASSCODE);
  await expect(site.getByText('Your passcode ends on 18 December 2026: apply by then.')).toBeVisible();
  await expect(heading(site)).toHaveText(READY_VERDICT);
  await open(site, '#/tasks', answering({ ...PASSCODE.answers, 'passcode-issued': '31/10/2026' }));
  await show(site, '#/result');
  await expect(heading(site)).toHaveText(`Your passcode ends on 28 November 2026: apply by then. ${READY_VERDICT}`);
  await expectAccessible(site, 'a near deadline');
});

test('a site that is locked out of its mailbox gets a script for the telephone, and a letter', async ({ site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(site, '#/result', LOCKED_OUT);
  const script = site.getByRole('main');
  for (const words of [
    'Phone the NHS helpdesk on 0333 200 1133, from the telephone that is registered with CQC.',
    'Nobody here can open our shared mailbox (it is probably care.vllwv@nhs.net).',
    'The last person who could open it was [their name].',
    'The new owners should be Anna Smith and Ben Jones.',
    'To: NHS helpdesk (ask for the address on 0333 200 1133)',
  ]) await expect(script).toContainText(words);
  await site.getByRole('button', { name: 'Copy the letter' }).click();
  const copied = await site.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Nobody can open the shared mailbox of Oak House Care Home\n\nHello,\n/);
  expect(copied).toContain('ODS code: VLLWV');
  await expectAccessible(site, 'locked out');
  await expect(site.getByRole('button', { name: 'Copy the email' })).toHaveCount(0);
});

test('the values typed into the portal are ticked off, until they change', async ({ site }) => {
  await open(site, '#/portal', READY);
  await expect(site.getByText('care.vllwv@nhs.net')).toBeVisible();
  await expect(site.getByRole('main').getByRole('link', { name: '0333 200 1133' })).toHaveAttribute('href', 'tel:03332001133');
  const tick = (name) => site.getByRole('checkbox', { name: `Typed in (${name})` });
  await tick('Mobile number of Anna Smith').check();
  await tick('CQC manager’s ID of Your site').check();
  await expect(site.getByText('2 of 19 typed in.')).toBeVisible();
  await show(site, '#/people/1/mobile').catch(() => {});
  await site.getByLabel('Mobile number').fill('07700 900124');
  await show(site, '#/portal');
  await expect(tick('CQC manager’s ID of Your site')).toBeChecked();
  await expect(tick('Mobile number of Anna Smith')).not.toBeChecked();
  await expectAccessible(site, 'with ticks');

  // As long as the tab, and no longer than the answers.
  await site.waitForTimeout(500);
  await site.reload();
  await running(site);
  await expect(tick('CQC manager’s ID of Your site')).toBeChecked();
  await expect(site.getByText('1 of 19 typed in.')).toBeVisible();
  await show(site, '#/saved');
  await site.getByRole('button', { name: 'Delete everything' }).click();
  await site.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(site.locator('#status')).toBeFocused();
  expect(await site.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  await show(site, '#/portal');
  await expect(tick('CQC manager’s ID of Your site')).not.toBeChecked();
});

test('what is wrong with the answers stands above them, and is said once', async ({ site }) => {
  await open(site, '#/check', listing(person({ mobile: '+44 7700 900123' }), person({ first_name: 'Ben', last_name: 'Jones', email: 'anna.smith@example.org', mobile: '7700900456' })));
  const headings = site.getByRole('main').getByRole('heading', { level: 2 });
  await expect(headings.first()).toHaveText('What to put right');
  await expect(site.getByText(/Give Ben Jones an email address of their own/)).toHaveCount(1);
  // What was mended is shown where it was typed, and nowhere else.
  await expect(site.getByRole('main')).not.toContainText('→');
  for (const screen of ['#/result', '#/people']) {
    await show(site, screen);
    await expect(site.getByRole('main')).not.toContainText('→');
  }
  await show(site, '#/people/2/mobile').catch(() => {});
  await expect(site.getByText('7700900456 → 07700 900456')).toBeVisible();
});

test('the rules are in groups, with a way to each that stays on the screen', async ({ site }) => {
  await open(site, '#/rules');
  const links = site.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  await expect(links).toHaveCount(8);
  await links.filter({ hasText: 'People who share something' }).click();
  await expect(site.locator('#rules-alike')).toBeFocused();
  await expect(site.locator('#rules-alike')).toBeInViewport();
  await expect(site).toHaveURL(/#\/rules$/);
});

test('every link to another website opens in a new tab and says so, and every telephone can be called', async ({ site }) => {
  await open(site, '', MESSY);
  const { tooFew, wrong } = { tooFew: new Set(), wrong: [] };
  for (const screen of ['', '#/rules', '#/privacy', '#/accessibility', '#/site', '#/apply/dspt-status', '#/apply/outcome', '#/check', '#/result', '#/portal']) {
    if (screen !== '') await show(site, screen);
    wrong.push(...await site.locator('main a[href^="https:"]').evaluateAll((all) => all
      .filter((a) => a.checkVisibility() && !(a.target === '_blank' && a.rel.includes('noopener') && a.textContent.includes('(opens in a new tab)')))
      .map((a) => a.outerHTML)));
    const loose = await site.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      const loose = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (/0333 200 1133/.test(walker.currentNode.data) && parent.checkVisibility() && !parent.closest('a[href^="tel:"]')) loose.push(parent.outerHTML);
      }
      return loose;
    });
    if (loose.length) tooFew.add(`${screen}: ${loose}`);
  }
  expect(wrong).toEqual([]);
  expect([...tooFew]).toEqual([]);
});

test('on paper the answers, the result and the portal’s page are documents', async ({ site }) => {
  for (const application of [READY, MESSY, LOCKED_OUT, FEEDBACK]) {
    await open(site, '#/tasks', application);
    for (const screen of ['#/check', '#/result', '#/portal']) {
      await show(site, screen);
      await site.emulateMedia({ media: 'print' });
      await expect(site.getByText(`${application.site.name}, 23 November 2026`)).toBeVisible();
      const left = await site.evaluate(() => {
        const seen = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
        return {
          pressed: seen('button, input, [role="button"], summary, .nhsuk-back-link').map((e) => e.outerHTML.slice(0, 90)),
          addresses: seen('a').filter((a) => getComputedStyle(a, '::after').content !== 'none').map((a) => a.outerHTML.slice(0, 90)),
          underlined: seen('a').filter((a) => getComputedStyle(a).textDecorationLine !== 'none').map((a) => a.outerHTML.slice(0, 90)),
          leading: seen('main a').map((a) => a.textContent).filter((text) => /^(Change|Back|Add|See|Go|Read|Save)\b/.test(text)),
          empty: seen('main h2').filter((h2) => !h2.closest('section')).filter((h2) => {
            let next = h2.nextElementSibling;
            while (next && !next.matches('h2') && !(next.checkVisibility() && next.innerText.trim())) next = next.nextElementSibling;
            return !next || next.matches('h2');
          }).map((h2) => h2.textContent),
        };
      });
      expect.soft(left, screen).toEqual({ pressed: [], addresses: [], underlined: [], leading: [], empty: [] });
      await site.emulateMedia({ media: null });
    }
  }
});

test('what is printed is left for another program to read', async ({ site }) => {
  await mkdir(MADE, { recursive: true });
  for (const [name, application] of Object.entries({ ready: PASSCODE, messy: MESSY })) {
    await open(site, '#/tasks', application);
    for (const screen of ['check', 'result', 'portal']) {
      await show(site, `#/${screen}`);
      const pdf = await site.pdf({ path: fileURLToPath(new URL(`printed-${screen}-${name}.pdf`, MADE)) });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    }
  }
});
