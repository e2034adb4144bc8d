// The screens and their addresses.

/** The readiness questions, by the name in their address. */
export const QUESTIONS = {
  'already-have-nhsmail': 'Does your organisation have NHSmail, or has it had it before?',
  'shared-mailbox': 'Can anyone at your site open its NHSmail shared mailbox?',
  'kind-of-service': 'What does your site provide?',
  'registered-with-cqc': 'Is your site registered with the Care Quality Commission (CQC)?',
  'publicly-funded-care': 'Does your site deliver any publicly funded care?',
  'dspt-status': 'What is your Data Security and Protection Toolkit (DSPT) status?',
  'dspt-year': 'Which year is that DSPT status for?',
  'dspt-published-by': 'Who published the DSPT?',
  'managers-id-or-passcode': 'What will you use to show that you act for your site?',
  'passcode-sent-by': 'How is the one-time passcode sent to you?',
  'passcode-issued': 'When was the one-time passcode issued?',
};

/** What each screen that is no form is called. */
export const TITLES = {
  '#/tasks': 'Prepare your application',
  '#/people': 'People who need accounts',
  '#/people/owners': 'Who owns the shared mailbox?',
  '#/people/import': 'Add people from a spreadsheet',
  '#/check': 'Check your answers',
  '#/result': undefined, // The verdict.
  '#/portal': 'What to type into the portal',
  '#/saved': 'Save your answers, or open saved ones',
  '#/form': 'People who need NHSmail accounts',
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

/** Goes to another screen by its address, and waits until the keyboard is on its heading. */
export async function show(page, fragment) {
  await page.evaluate((fragment) => {
    // Continue may have led there already.
    if (location.hash === fragment) return;
    document.activeElement.blur();
    location.hash = fragment;
  }, fragment);
  await page.waitForFunction(() => document.activeElement.matches('h1'), undefined, { timeout: 5000 });
}
