// Applications to start from, in the format they are saved in.
import { readFileSync } from 'node:fs';
import { running } from './site.js';

/** The one key the checker keeps anything under. */
export const KEY = 'caremail-application';

/** With nothing left to do. */
export const READY = JSON.parse(readFileSync(new URL('../cases/ready.json', import.meta.url), 'utf8'));

/** A ready application with `answers` in place of its own. */
export function answering(answers) {
  return { ...READY, answers: { ...READY.answers, ...answers } };
}

/** A ready application with these people in it. */
export function listing(...people) {
  return { ...READY, people };
}

/** A ready person, with `boxes` in place of theirs. */
export function person(boxes) {
  return { ...READY.people[0], ...boxes };
}

/** For those who have NHSmail. */
export const HELPDESK = {
  ...answering({ 'already-have-nhsmail': 'yes', 'shared-mailbox': 'yes' }),
  confirmed: [{ rule: 'works_at_site', doubt: 'head-office-staff', value: '' }],
};
/** For those who have NHSmail, and nobody who can open the shared mailbox. */
export const LOCKED_OUT = answering({ 'already-have-nhsmail': 'yes', 'shared-mailbox': 'no' });
/** For a hospice. */
export const FEEDBACK = answering({ 'kind-of-service': 'hospice' });
/** For a site that CQC does not know. */
export const THIRD_PARTY = answering({ 'registered-with-cqc': 'no' });
/** With a passcode that came three days ago. */
export const PASSCODE = answering({
  'managers-id-or-passcode': 'passcode',
  'passcode-sent-by': 'post',
  'passcode-issued': '20/11/2026',
});

/** With nothing entered. */
export const EMPTY = {
  ...READY,
  answers: {},
  site: { name: '', location_id: '', postcode: '', ods_code: '', ods_unknown: false },
  people: [],
};

/** Applications in which these forms are asked, and have nothing in them. */
export const UNFILLED = [
  [EMPTY, [
    'apply/already-have-nhsmail', 'apply/kind-of-service', 'apply/registered-with-cqc', 'apply/publicly-funded-care',
    'apply/dspt-status', 'apply/managers-id-or-passcode', 'site', 'people/1',
  ]],
  [{ ...EMPTY, answers: { 'dspt-status': 'standards-met', 'managers-id-or-passcode': 'passcode' } }, [
    'apply/dspt-year', 'apply/dspt-published-by', 'apply/passcode-sent-by', 'apply/passcode-issued',
  ]],
  [{ ...EMPTY, answers: { 'already-have-nhsmail': 'yes' } }, ['apply/shared-mailbox']],
];

/** A finding of every kind, people who share what they must not, and long words without a space. */
export const MESSY = {
  ...READY,
  answers: {
    'already-have-nhsmail': 'not-sure',
    'shared-mailbox': 'not-sure',
    'kind-of-service': 'other-service',
    'registered-with-cqc': 'not-sure',
    'publicly-funded-care': 'no',
    'dspt-status': 'approaching-standards',
    'dspt-year': '2023-24',
    'dspt-published-by': 'head-office',
    'managers-id-or-passcode': 'passcode',
    'passcode-sent-by': 'email',
    'passcode-issued': '31/2/2026',
  },
  site: {
    name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Residential Home',
    location_id: 'https://www.cqc.org.uk/location/1-125856395/reports',
    postcode: 'CF10 1AA',
    ods_code: 'G7HOJ',
    ods_unknown: false,
  },
  people: [
    person({ email: 'anna.smith@gmial.com', mobile: '7700900123' }),
    person({ last_name: 'SMITH', mobile: '+44 7700 900123', email: 'Anna.Smith@gmial.com', role: 'member' }),
    person({ first_name: 'Night', last_name: 'Staff', email: 'office@example.org', mobile: '07624 400123', role: null }),
    person({ first_name: 'محمد', last_name: 'عبد الله', email: 'm.abdullah@nhs.net', mobile: '01522 900123' }),
    person({
      first_name: '',
      last_name: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft',
      email: `${'a-very-long-part-before-the-sign'.repeat(2)}@${'a-long-domain-of-a-group'.repeat(2)}.example.org`,
      mobile: '',
    }),
    ...Array.from({ length: 6 }, (_, index) => person({
      first_name: 'Zoë', last_name: `${'ABCDEF'[index]}beck`, email: `z${index}@example.org`, mobile: `07700 90020${index}`,
    })),
  ],
  confirmed: [{ rule: 'person_name', doubt: 'post-or-place', value: 'Night Staff' }],
};

/** Opens the site at `fragment`; `kept` is what this device keeps from before: an application or a text. */
export async function open(page, fragment = '', kept = undefined) {
  if (kept !== undefined) await keepBefore(page, kept);
  await page.goto(fragment === '' ? './' : `./${fragment}`);
  await running(page);
}

/** Has the device keep `kept`, as if from an earlier visit. */
export async function keepBefore(page, kept) {
  const text = typeof kept === 'string' ? kept : JSON.stringify(kept);
  await page.goto('./empty'); // Of the same origin, and runs nothing.
  await page.evaluate(([key, text]) => {
    // A tab of its own: what an earlier one held is not in it.
    sessionStorage.clear();
    localStorage.setItem(key, text);
  }, [KEY, text]);
}

/** What this tab holds while it is open: an application; `null` where it holds nothing. */
export async function held(page) {
  return JSON.parse(await page.evaluate((key) => sessionStorage.getItem(key), KEY));
}

/** What this device keeps: an application. */
export async function kept(page) {
  return JSON.parse(await page.evaluate((key) => localStorage.getItem(key), KEY));
}
