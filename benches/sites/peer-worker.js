// Many sites, as a JavaScript developer would check them: PapaParse or SheetJS reads the rows in a worker,
// libphonenumber-js/max judges the mobiles, validator the addresses and postcodes, Maps find what is shared.
importScripts('papaparse.min.js', 'libphonenumber-max.js', 'validator.min.js');

const POSTS = /\b(night|day|care|office|staff|manager|team|reception|nurses?|home|kitchen)\b/i;
const SHARED = /^(info|admin|office|manager|reception|enquiries|care|staff|team|nurses?)/;
const TYPOS = { 'gmial.com': 'gmail.com', 'gmai.com': 'gmail.com', 'hotmial.com': 'hotmail.com', 'outlok.com': 'outlook.com' };

const found = {};
const count = (id, site) => {
  found[id] = (found[id] ?? 0) + 1;
  site.wrong = true;
};

const sites = new Map();
const people = [];
let last;

function row(cells) {
  const key = `${cells['Site name'].toLowerCase()}|${cells.Postcode}`;
  let site = last?.key === key ? last : sites.get(key);
  if (!site) {
    site = {
      key,
      name: cells['Site name'],
      ods: cells['ODS code'].trim().toUpperCase(),
      location: cells['CQC Location ID'].trim(),
      postcode: cells.Postcode.trim(),
      people: 0,
      owners: 0,
      wrong: false,
    };
    sites.set(key, site);
  }
  last = site;
  site.people += 1;
  if (/^owner/i.test(cells['Shared mailbox'])) site.owners += 1;
  const first = cells['First name'].trim();
  const surname = cells['Last name'].trim();
  if (!first || !surname || (POSTS.test(first) && POSTS.test(surname))) count('person_name', site);
  const email = cells.Email.trim().toLowerCase();
  const [local, domain] = email.split('@');
  let emailKey = '';
  if (!validator.isEmail(email) || domain === 'nhs.net' || TYPOS[domain] || SHARED.test(local)) count('email_address', site);
  if (validator.isEmail(email) && domain !== 'nhs.net') emailKey = email.replace('@googlemail.com', '@gmail.com');
  let mobile = cells.Mobile.trim();
  if (/^7\d{9}$/.test(mobile)) mobile = `0${mobile}`;
  const number = mobile && libphonenumber.parsePhoneNumberFromString(mobile, 'GB');
  const type = number && number.isValid() && number.getType();
  let mobileKey = '';
  if (type === 'MOBILE' && number.countryCallingCode === '44') mobileKey = number.number;
  else count('mobile_number', site);
  people.push({ site, name: `${first} ${surname}`.toLowerCase(), email: emailKey, mobile: mobileKey });
}

function shared(kind, within, across) {
  const holders = new Map();
  for (const person of people) {
    if (!person[kind]) continue;
    const others = holders.get(person[kind]);
    if (others) others.push(person);
    else holders.set(person[kind], [person]);
  }
  for (const same of holders.values()) {
    if (same.length < 2) continue;
    for (const person of same) {
      const others = same.filter((other) => other !== person);
      if (others.some((other) => other.site === person.site && other.name !== person.name)) count(within, person.site);
      const elsewhere = others.filter((other) => other.site !== person.site);
      const twin = elsewhere.find((other) => other.name === person.name);
      if (twin && !person.told) {
        person.told = true;
        if (same.find((other) => other.name === person.name) !== person) count('person_at_several_sites', person.site);
      } else if (!twin && elsewhere.length) count(across, person.site);
    }
  }
}

function finish() {
  shared('email', 'same_email', 'same_email_at_two_sites');
  shared('mobile', 'same_mobile', 'same_mobile_at_two_sites');
  const codes = new Map();
  const locations = new Map();
  for (const site of sites.values()) {
    if (site.people < 2 || site.people > 10) count('number_of_people', site);
    if (site.owners === 0) count('mailbox_owner', site);
    if (!validator.isPostalCode(site.postcode, 'GB')) count('postcode', site);
    if (!/^V[A-Z0-9]{4}$/.test(site.ods)) count('ods_code', site);
    if (!/^1-\d{9,11}$/.test(site.location)) count('location_id', site);
    if (/^[A-Z0-9]{3,9}$/.test(site.ods)) codes.set(site.ods, [...(codes.get(site.ods) ?? []), site]);
    locations.set(site.location, [...(locations.get(site.location) ?? []), site]);
  }
  for (const [code, same] of codes) {
    if (same.length < 2) continue;
    const id = same.length > 2 || /^[AC]...$/.test(code) ? 'head_office_code' : 'same_ods_code';
    for (const site of same) count(id, site);
  }
  for (const same of locations.values()) {
    if (same.length > 1) for (const site of same) count('same_location_id', site);
  }
  const ready = [...sites.values()].filter((site) => !site.wrong).length;
  postMessage({ found, ready, sites: sites.size, people: people.length });
}

onmessage = async ({ data: file }) => {
  let rows = 0;
  const step = (cells) => {
    row(cells);
    rows += 1;
    if (rows % 10000 === 0) postMessage({ progress: rows });
  };
  if (file.name.endsWith('.xlsx')) {
    importScripts('xlsx.full.min.js');
    const book = XLSX.read(await file.arrayBuffer(), { dense: true });
    const sheet = book.Sheets[book.SheetNames[0]];
    XLSX.utils.sheet_to_json(sheet, { defval: '', raw: false }).forEach(step);
    finish();
  } else {
    Papa.parse(file, {
      header: true,
      skipEmptyLines: true,
      step: ({ data }) => step(data),
      complete: finish,
    });
  }
};
