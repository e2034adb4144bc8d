// The other side: the preview as a page would draw it that reads the list with PapaParse and SheetJS.
// It says how many people there are and shows the first of them. It checks nothing.
/* global Papa, XLSX */

/** How many people are shown: as many as the checker shows at a time. */
const ROWS = 25;

/** What stands above a column, in small letters without anything else: what it is. */
const NAMES = {
  surname: 'last', lastname: 'last', forename: 'first', firstname: 'first', emailaddress: 'email', email: 'email',
  mobno: 'mobile', mobile: 'mobile',
};

const preview = document.getElementById('preview');

/**
 * The rows of the file, each a list of its cells. Of what the libraries offer, this was the quickest:
 * PapaParse over the whole text, where its worker takes twice as long and its stream some more; SheetJS
 * with `dense` and nothing else set. Both keep the page busy until they are done.
 */
async function read(file) {
  if (file.name.endsWith('.csv')) {
    return Papa.parse(await file.text(), { skipEmptyLines: true }).data;
  }
  const book = XLSX.read(await file.arrayBuffer(), { dense: true });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
}

/** The people in the rows below the headings. */
function people([headings, ...rows]) {
  const names = headings.map((heading) => NAMES[heading.toLowerCase().replace(/[^a-z]/g, '')]);
  return rows.map((row) => {
    const person = {};
    names.forEach((name, column) => { if (name) person[name] = row[column]; });
    return person;
  });
}

function element(tag, words = '') {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}

function draw(people) {
  const list = element('ul');
  list.className = 'app-rows';
  for (const { first, last, email, mobile } of people.slice(0, ROWS)) {
    const row = element('li');
    row.append(element('strong', `${first} ${last}`), element('p', `${email} · ${mobile}`));
    list.append(row);
  }
  preview.append(element('p', `${people.length} people were found.`), list);
}

document.getElementById('list-file').addEventListener('change', async ({ target }) => {
  const [file] = target.files;
  target.value = ''; // The same file can be chosen again, after it was mended.
  preview.replaceChildren();
  draw(people(await read(file)));
});
