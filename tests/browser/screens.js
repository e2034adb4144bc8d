// The screens and their addresses.

/** The readiness questions, by the name in their address. */
export const QUESTIONS = {
  'already-have-nhsmail': 'Does this site have NHSmail, or has it had it before?',
  'shared-mailbox': 'Can anyone at this site open its NHSmail shared mailbox?',
  'kind-of-service': 'What does this site provide?',
  'registered-with-cqc': 'Is this site registered with the Care Quality Commission (CQC)?',
  'publicly-funded-care': 'Does this site give any publicly funded care?',
  'dspt-status': 'What is this site’s Data Security and Protection Toolkit (DSPT) status?',
  'dspt-year': 'Which year is that DSPT status for?',
  'dspt-published-by': 'Who published the DSPT?',
  'managers-id-or-passcode': 'Do you have the CQC manager’s ID, or a one-time passcode?',
  'passcode-sent-by': 'How is the one-time passcode sent to you?',
  'passcode-issued': 'When was the one-time passcode issued?',
};

/** What each screen that is no form is called. */
export const TITLES = {
  '#/tasks': 'Prepare your application',
  '#/apply/outcome': undefined, // What the questions come to.
  '#/people': 'People who need accounts',
  '#/people/owners': 'Who owns the shared mailbox?',
  '#/people/import': 'Add people from a spreadsheet',
  '#/check': 'Check your answers',
  '#/result': undefined, // The verdict.
  '#/portal': 'What to type into the portal',
  '#/after': 'After you have applied',
  '#/after/days': 'The day you applied, and what came',
  '#/after/letters/new-account': 'Ask for a new account',
  '#/after/letters/joiner': 'Add somebody who has NHSmail from another job',
  '#/after/letters/leaver': 'Report somebody who leaves',
  '#/after/letters/new-owner': 'Ask for a new owner of the shared mailbox',
  '#/after/letters/long-leave': 'Disable an account for long leave',
  '#/after/letters/restore': 'Ask for a deleted account back',
  '#/sites': 'Check many sites',
  '#/saved': 'Save your answers, or open saved ones',
  '#/your-sites': 'Your sites',
  '#/form': 'A slip for each person who needs NHSmail',
  '#/rules': 'What this checker checks',
  '#/privacy': 'Privacy',
  '#/accessibility': 'Accessibility',
  '#/nothing-here': 'There is no page here',
};

/** The screens with a Continue button. */
export const FORMS = [...Object.keys(QUESTIONS).map((key) => `#/apply/${key}`), '#/site', '#/people/1'];

/** Every screen; the Start page has no fragment. */
export const SCREENS = ['', ...FORMS, ...Object.keys(TITLES)];

/** The button that sends a form. */
export function sends(page) {
  return page.getByRole('button', { name: /^(Save and continue|Continue)$/ });
}

/** Goes to another screen by its address, and waits until the keyboard is there. */
export async function show(page, fragment) {
  await page.evaluate((fragment) => {
    // Continue may have led there already.
    if (location.hash === fragment) return;
    document.activeElement.blur();
    location.hash = fragment;
  }, fragment);
  // Or on the answer that was being changed, where the screen before led back to it.
  await page.waitForFunction(() => document.activeElement.matches('h1, [id^=change-]'), undefined, { timeout: 5000 });
}
