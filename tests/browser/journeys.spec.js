// The journeys of five providers, each by mouse and by the keyboard alone.
import { READY, answering, kept, open, person } from './applications.js';
import { HANDS } from './hands.js';
import {
  DOWNLOADS, OUTCOMES, READY_ANSWERS, READY_VERDICT, addPeople, answer, chooseOwners, fillSite, forReadySite, seeOutcome,
  seeResult, start, typeDay,
} from './journeys.js';
import { QUESTIONS, TITLES } from './screens.js';
import { BROWSER, download, expect, expectAllDone, expectProblems, expectScreen, test } from './site.js';

const [ANNA, BEN] = READY.people;

for (const way of HANDS) {
  test.describe(`by ${way.name}`, () => {
    test('a ready provider walks away with the list', async ({ site }) => {
      test.slow();
      const hand = way(site);
      await start(site, hand);
      await hand.follow('Can you apply?');
      await answer(site, hand, READY_ANSWERS);
      await seeOutcome(site, hand, OUTCOMES.canApply);
      await fillSite(site, hand);
      await addPeople(site, hand, READY.people);
      await chooseOwners(site, hand, READY.people);
      await expectAllDone(site);
      await seeResult(site, hand, READY_VERDICT);
      for (const [button, file] of Object.entries(DOWNLOADS)) {
        const { name, text } = await download(site, () => hand.press(button));
        expect(name).toBe(forReadySite(file));
        await expect(site.locator('#status')).toContainText(`Downloaded ${name}`);
        expect(text).toContain(file.endsWith('.ics') ? 'Oak House Care Home' : 'Zoë');
        expect(text).not.toContain('Not ready yet');
      }
      await hand.press('See what to type into the portal');
      await expectScreen(site, TITLES['#/portal']);
      for (const value of ['1-2624556588', 'LN1 1AA', 'VLLWV', 'O\'Neill', '07700 900789']) {
        await expect(site.getByText(value, { exact: true })).toBeVisible();
      }
      await hand.follow('Save or open');
      const { name, text } = await download(site, () => hand.press('Save to a file'));
      expect(name).toBe('nhsmail-application-oak-house-care-home.json');
      expect(JSON.parse(text)).toEqual(READY);
    });

    test('one nearly ready mends what is left and becomes ready', async ({ site }) => {
      test.slow();
      const hand = way(site);
      await start(site, hand);
      await hand.follow('Can you apply?');
      const notPublished = READY_ANSWERS
        .filter(([question]) => !['dspt-year', 'dspt-published-by'].includes(question))
        .map(([question, option]) => [question, question === 'dspt-status' ? 'Not Published' : option]);
      await answer(site, hand, notPublished);
      await seeOutcome(site, hand, OUTCOMES.notYet);
      await fillSite(site, hand);
      await addPeople(site, hand, [ANNA]);

      await hand.press('Add another person');
      await hand.type('First name', BEN.first_name);
      await hand.type('Last name', BEN.last_name);
      await hand.type('Email address', BEN.email);
      await hand.type('Mobile number', '+44 (0)7700-900-123');
      await hand.press('Save and continue');
      await expectProblems(site, ['Give Ben Jones a mobile number of their own: Anna Smith has the same one.']);
      await hand.follow('Leave this for later');
      await expectScreen(site, TITLES['#/people']);
      await expect(site.getByText('Give Ben Jones a mobile number of their own: Anna Smith has')).toBeVisible();
      await expect(site.getByText('Give Anna Smith a mobile number of their own: Ben Jones has')).toBeVisible();

      await chooseOwners(site, hand, [ANNA, BEN]);
      await expect(site.getByRole('listitem').filter({ hasText: 'Can you apply?' })).toContainText('1 thing to do');
      await expect(site.getByRole('listitem').filter({ hasText: 'People who' })).toContainText('2 things to do');
      await seeResult(site, hand, 'You can apply once 3 things are done.');
      await expect(site.getByText(/^Ask Damon Habbin, /)).toBeVisible();

      await hand.follow('Ben Jones, mobile number');
      await expect(site.getByLabel('Mobile number')).toBeFocused();
      await hand.type('Mobile number', BEN.mobile);
      await hand.press('Save and continue');
      await expectScreen(site, 'You can apply once one thing is done.');

      await hand.follow(QUESTIONS['dspt-status']);
      await answer(site, hand, READY_ANSWERS.filter(([question]) => question.startsWith('dspt')));
      await expectScreen(site, READY_VERDICT);
    });

    test('one who already has NHSmail gets the email to the helpdesk', async ({ site, context }) => {
      test.slow();
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const hand = way(site);
      await start(site, hand);
      await hand.follow('Can you apply?');
      await answer(site, hand, [['already-have-nhsmail', 'Yes'], ['shared-mailbox', 'Yes']]);
      const verdict = 'Ask the NHS helpdesk for your accounts: the NHS Portal is for sites new to NHSmail.';
      await seeOutcome(site, hand, OUTCOMES.anotherRoute);
      await fillSite(site, hand);
      const people = [ANNA, person({ ...BEN, role: 'member' })];
      await addPeople(site, hand, people);
      await chooseOwners(site, hand, people);
      await expect(site.getByText('Another route', { exact: true })).toHaveCount(2);
      await seeResult(site, hand, verdict);
      await expect(site.getByText('New NHSmail accounts for Oak House Care Home')).toBeVisible();
      await hand.press('Copy the email');
      await expect(site.getByRole('button', { name: 'Copied' })).toBeVisible();
      if (BROWSER !== 'chromium') return; // Others let nobody read back what was copied.
      const copied = await site.evaluate(() => navigator.clipboard.readText());
      expect(copied.startsWith('New NHSmail accounts for Oak House Care Home\n\nHello,\n'), copied).toBe(true);
      for (const words of ['ODS code: VLLWV', 'Last name: Smith', 'Mobile number: 07700 900456', 'Shared mailbox: Member']) {
        expect(copied).toContain(words);
      }
    });

    test('one not registered with CQC is sent on the third-party route', async ({ site }) => {
      const hand = way(site);
      await start(site, hand);
      await hand.follow('Can you apply?');
      await answer(site, hand, [
        ['already-have-nhsmail', 'No'],
        ['kind-of-service', 'Another kind of care'],
        ['registered-with-cqc', 'No'],
      ]);
      await expectScreen(site, OUTCOMES.anotherRoute);
      await hand.press('See what to keep for your files');
      await expectScreen(site, 'Sites that are not registered with CQC take another route to NHSmail.');
      await expect(site.getByText('Phone the NHS helpdesk on 0333 200 1133. Ask how a service that is not')).toBeVisible();
      await expect(site.getByRole('button', { name: /account list|calendar/ })).toHaveCount(0);
      await expect(site.getByRole('link', { name: 'Read about routes to secure email' })).toHaveAttribute('href', /^https:/);
      const { text } = await download(site, () => hand.press('Download the checklist as a web page'));
      expect(text).toContain('third-party route');
    });

    test('one with a passcode is told of its end, and gets the days of a fresh one', async ({ site }) => {
      test.slow();
      const hand = way(site);
      const { 'managers-id-or-passcode': _, ...answers } = READY.answers;
      await open(site, '#/tasks', { ...READY, answers });
      await hand.follow('Can you apply?');
      await answer(site, hand, [
        ['managers-id-or-passcode', 'A one-time passcode we have asked for'],
        ['passcode-sent-by', 'By post'],
      ]);
      await expectScreen(site, QUESTIONS['passcode-issued']);
      await typeDay(hand, '1', 'oct', '2026');
      await hand.press('Continue');
      await seeOutcome(site, hand, OUTCOMES.notYet);
      await seeResult(site, hand, 'You can apply once one thing is done.');
      await expect(site.getByText('Ask for a new passcode, by post: this one ended on 29 October 2026.')).toBeVisible();

      await hand.follow(QUESTIONS['passcode-issued']);
      await expectScreen(site, QUESTIONS['passcode-issued']);
      await typeDay(hand, '20', '11', '2026');
      await hand.press('Continue');
      await expectScreen(site, READY_VERDICT);
      await expect(site.getByText('Your passcode ends on 18 December 2026: apply by then.')).toBeVisible();
      const { text } = await download(site, () => hand.press('Download reminders for your calendar'));
      for (const day of ['20261127', '20261216', '20261218', '20270630']) {
        expect(text).toContain(`DTSTART;TZID=Europe/London:${day}T090000`);
      }
      await expect.poll(async () => (await kept(site)).answers['passcode-issued']).toBe('20/11/2026');
    });
  });
}

test('someone who is not sure of anything comes to the end all the same, with what to find out', async ({ site }) => {
  const hand = HANDS[0](site);
  await open(site, '#/tasks', { ...READY, answers: {} });
  await hand.follow('Can you apply?');
  const notSure = ['already-have-nhsmail', 'registered-with-cqc', 'publicly-funded-care', 'dspt-status', 'managers-id-or-passcode'];
  const questions = [...notSure.slice(0, 1), 'kind-of-service', ...notSure.slice(1)];
  await answer(site, hand, questions.map((question) => [
    question, question === 'kind-of-service' ? 'Home care' : 'I’m not sure',
  ]));
  await seeOutcome(site, hand, OUTCOMES.cannotTell);
  await seeResult(site, hand, 'We cannot tell yet whether you can apply.');
  for (const question of notSure) await expect(site.getByRole('link', { name: QUESTIONS[question] })).toBeVisible();
});

test('an answer that sends the provider elsewhere is no mistake to mend', async ({ site }) => {
  await open(site, '#/apply/kind-of-service', answering({ 'kind-of-service': 'care-home' }));
  await site.getByRole('radio', { name: 'A hospice' }).check();
  await site.getByRole('button', { name: 'Continue' }).click();
  await expectScreen(site, OUTCOMES.anotherRoute);
  await expect(site.getByRole('alert')).toHaveCount(0);
});
