// The steps that journeys share, for any hand.
import { READY } from './applications.js';
import { QUESTIONS, TITLES } from './screens.js';
import { expect, expectScreen, running } from './site.js';

/** What a ready provider answers, by the question's name. */
export const READY_ANSWERS = [
  ['already-have-nhsmail', 'No'],
  ['kind-of-service', 'A care home, with or without nursing'],
  ['registered-with-cqc', 'Yes'],
  ['publicly-funded-care', 'Yes'],
  ['dspt-status', 'Standards Met'],
  ['dspt-year', '2025-26'],
  ['dspt-published-by', 'This site'],
  ['managers-id-or-passcode', 'The CQC manager’s ID'],
];

/** From the Start page to the task list. */
export async function start(page, hand) {
  await page.goto('./');
  await running(page);
  await hand.press('Start now');
  await expectScreen(page, TITLES['#/tasks']);
}

/** Answers the questions one after another: each leads to the next. */
export async function answer(page, hand, answers) {
  for (const [question, option] of answers) {
    await expectScreen(page, QUESTIONS[question]);
    await hand.choose(option);
    await hand.press('Continue');
  }
}

/** Types a day into the three boxes of a question. */
export async function typeDay(hand, day, month, year) {
  await hand.type('Day', day);
  await hand.type('Month', month);
  await hand.type('Year', year);
}

/** Fills in the site's screen, from the task list to the people. */
export async function fillSite(page, hand, site = READY.site) {
  await expectScreen(page, TITLES['#/tasks']);
  await hand.follow('Your site');
  await expectScreen(page, 'Your site');
  await hand.type('Name of the home or branch', site.name);
  await hand.type('CQC Location ID', site.location_id);
  await hand.type('Postcode registered with CQC', site.postcode);
  await hand.type('ODS code', site.ods_code);
  await hand.press('Continue');
  await expectScreen(page, TITLES['#/people']);
}

/** Fills in the screen of a person. */
export async function fillPerson(hand, { first_name, last_name, email, mobile }) {
  await hand.type('First name', first_name);
  await hand.type('Last name', last_name);
  await hand.type('Email address', email);
  await hand.type('Mobile number', mobile);
}

/** From the list of people, over who owns the mailbox, to the task list. */
export async function chooseOwners(page, hand, people) {
  await hand.press('Continue');
  await expectScreen(page, TITLES['#/people/owners']);
  for (const { first_name, last_name, role } of people) {
    if (role === 'owner') await hand.tick(`${first_name} ${last_name}`);
  }
  await hand.press('Continue');
  await expectScreen(page, TITLES['#/tasks']);
}

/** Adds people, and comes back to the list. */
export async function addPeople(page, hand, people) {
  for (const person of people) {
    const none = await page.getByText('Nobody is listed yet.').isVisible();
    await hand.press(none ? 'Add a person' : 'Add another person');
    await expectScreen(page, 'Add a person');
    await fillPerson(hand, person);
    await hand.press('Save and continue');
    await expectScreen(page, TITLES['#/people']);
    await expect(page.getByRole('heading', { name: `${person.first_name} ${person.last_name}` })).toBeVisible();
  }
}

/** What the questions come to, by the answer that each is. */
export const OUTCOMES = {
  canApply: 'You can apply for NHSmail',
  notYet: 'You cannot apply yet',
  anotherRoute: 'Use a different route to NHSmail',
  cannotTell: 'We cannot tell yet if you can apply',
};

/** From what the questions come to, to the task list. */
export async function seeOutcome(page, hand, outcome) {
  await expectScreen(page, outcome);
  await hand.follow('Go to the task list');
  await expectScreen(page, TITLES['#/tasks']);
}

/** From the task list over "Check your answers" to the verdict. */
export async function seeResult(page, hand, verdict) {
  await hand.follow('Check and download');
  await expectScreen(page, TITLES['#/check']);
  await hand.press('See what to do next');
  await expectScreen(page, verdict);
}

/** The verdict on a ready application. */
export const READY_VERDICT = 'You are ready to apply for NHSmail on the NHS Portal.';

/** The buttons that hand out files, and what the files are called where the site has no name yet. */
export const DOWNLOADS = {
  'Download the checklist as a web page': 'nhsmail-checklist.html',
  'Download the account list as CSV': 'nhsmail-accounts.csv',
  'Download reminders for your calendar': 'nhsmail-reminders.ics',
};

/** What the file `name` is called for the ready site. */
export function forReadySite(name) {
  return name.replace(/(?=\.\w+$)/, '-oak-house-care-home');
}
