// The other side: a page that brings in a list with the libraries one would take for it. PapaParse (csv) or
// SheetJS (xlsx) reads it, libphonenumber-js judges the mobiles and validator the addresses. Like the checker it
// fetches them once a file is chosen, shows the first people, checked, and then checks and compares everyone.
/* global Papa, XLSX, libphonenumber, validator */

/** How many people are shown: as many as the checker shows at a time. */
const ROWS = 25;

/** What stands above a column, in small letters without anything else: what it is. */
const NAMES = {
  surname: 'last', lastname: 'last', forename: 'first', firstname: 'first', emailaddress: 'email', email: 'email',
  mobno: 'mobile', mobile: 'mobile',
};

/** Where numbers with the code +44 are mobiles: the United Kingdom and the Crown Dependencies. */
const COUNTRIES = ['GB', 'GG', 'IM', 'JE'];

const preview = document.getElementById('preview');

/** The scripts that were fetched, by name. */
const fetched = {};

function script(name) {
  return fetched[name] ??= new Promise((done, failed) => {
    const element = document.createElement('script');
    element.src = name;
    element.onload = done;
    element.onerror = () => failed(new Error(`${name} did not come`));
    document.head.append(element);
  });
}

/**
 * The rows of the file, each a list of its cells. Of what the libraries offer, this was the quickest:
 * PapaParse over the whole text, where its worker takes twice as long and its stream some more; SheetJS
 * with `dense` and nothing else set. Both keep the page busy until they are done.
 */
async function read(file) {
  if (file.name.endsWith('.csv')) {
    const [text] = await Promise.all([file.text(), script('papaparse.min.js')]);
    return Papa.parse(text, { skipEmptyLines: true }).data;
  }
  const [bytes] = await Promise.all([file.arrayBuffer(), script('xlsx.full.min.js')]);
  const book = XLSX.read(bytes, { dense: true });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
}

/** The people in the rows below the headings. */
function people([headings, ...rows]) {
  const names = headings.map((heading) => NAMES[heading.toLowerCase().replace(/[^a-z]/g, '')]);
  return rows.map((row) => {
    const person = {};
    names.forEach((name, column) => { if (name) person[name] = String(row[column] ?? '').trim(); });
    return person;
  });
}

/** The person with each value as it is kept, and what there is to say about them. */
function checked({ first, last, email, mobile }) {
  const notes = [];
  if (!first || !last) notes.push('Enter a name.');
  if (!validator.isEmail(email)) notes.push('Check the email address.');
  // With its table of mobiles alone, no other number is valid.
  const number = libphonenumber.parsePhoneNumberFromString(mobile, 'GB');
  const isMobile = number?.isValid() && COUNTRIES.includes(number.country);
  if (!isMobile) notes.push('Check the mobile number.');
  return { first, last, email: email.toLowerCase(), mobile: isMobile ? number.formatNational() : mobile, notes };
}

/** Notes on whoever gives what somebody before them gave. */
function compare(people) {
  const seen = { email: new Set(), mobile: new Set() };
  for (const person of people) {
    for (const [what, values] of Object.entries(seen)) {
      if (values.has(person[what])) person.notes.push(`Somebody else has the same ${what}.`);
      values.add(person[what]);
    }
  }
}

function element(tag, words = '') {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}

function rows(people) {
  const list = element('ul');
  list.className = 'app-rows';
  for (const { first, last, email, mobile, notes } of people) {
    const row = element('li');
    row.append(element('strong', `${first} ${last}`), element('p', `${email} · ${mobile}`), ...notes.map((note) => element('p', note)));
    list.append(row);
  }
  return list;
}

/** Comes once what was drawn is on screen: a frame later. */
function onScreen() {
  return new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
}

document.getElementById('list-file').addEventListener('change', async ({ target }) => {
  const [file] = target.files;
  target.value = ''; // The same file can be chosen again, after it was mended.
  preview.replaceChildren();
  const [table] = await Promise.all([read(file), script('libphonenumber-mobile.js'), script('validator.min.js')]);
  const found = people(table);
  const summary = element('p', `${found.length} people were found.`);
  preview.append(summary, rows(found.slice(0, ROWS).map(checked)));
  await onScreen();
  const everyone = found.map(checked);
  compare(everyone);
  const withNotes = everyone.filter(({ notes }) => notes.length > 0).length;
  summary.textContent = `${found.length} people were found. ${withNotes} rows need checking.`;
  preview.replaceChildren(summary, rows(everyone.slice(0, ROWS)));
});
