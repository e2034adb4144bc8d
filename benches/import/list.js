// The staff list that both sides are given: 10,000 people, the same ones each time it is made.
import zlib from 'node:zlib';
import XLSX from 'xlsx';
import { text } from '../../tests/browser/lists.js';

// Of itself SheetJS packs a workbook less tightly than Excel does. It asks Node's zlib for it in a way
// that Node warns of.
process.noDeprecation = true;
XLSX.CFB.utils.use_zlib(zlib);

/** How many people the list has. */
export const PEOPLE = 10_000;

const FORENAMES = 'Anna Ben Chloe Daniel Ewa Farah Grace Hassan Isla Jack Kofi Łucja Maria Nikhil Olivia Priya Quentin Rosa Samuel Tomasz Uma Victor Wanda Xin Yusuf Zoë Aoife Blessing Callum Deepa Ellie Femi Gwen Harriet Ivan Joanne Kayleigh Liam Mohammed Niamh Oscar Patience Rhys Siân Thomas Ursula Violet William Yvonne Zainab Abigail Bogdan Catherine David Elena Freya George Hannah Imran Jessica Kelly Lewis Margaret Nathan Ope Peter Rebecca Stephen Tendai Vikram Amira Bronwyn Chidi Diana Emeka Fiona Gareth Helen Ines Julia Karolina Laura Marek Nadia Owen Paul Ruth Sarah Tariq Valentina Wendy Adam Beth Charles Dawn Edward Florence Gemma Henry Irene'.split(' ');
const SURNAMES = 'Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Khan Ahmed O’Brien Kowalski Nowak Okafor Adeyemi Mensah Singh Kaur Begum Ali Hussain Murphy Kelly Ryan Byrne Campbell Stewart Fraser MacDonald Morris Price Hughes Lewis Griffiths Morgan Bevan Popescu Ionescu Santos Silva Fernandes García Müller Novák Nguyen Chen Wong Lee Mills Barker Cooper Turner Parker Cook Bailey Bell Murray Palmer Rogers Webb Foster Gray Hunt Knight Butler Barnes Mason Dixon Moyo Ncube Dube Sithole Osei Boateng Das Roy Rahman Islam Chowdhury Lloyd-Jones Smith-Brown Fox Marsh Rowe Hayes Ford Reid'.split(' ');
const POSTS = ['Carer', 'Senior carer', 'Nurse', 'Cook', 'Deputy manager', 'Registered manager', 'Administrator', 'Activities lead'];

const DOMAINS = ['example.org', 'oakhouse.example.org', 'example.com', 'elm-court.example.org', 'thewillows.example.net'];

/** A name as it stands in an email address. */
function plain(name) {
  return name.toLowerCase().normalize('NFD').replace(/[^a-z-]/g, '') || 'l';
}

/** The mobile number of the person `n`, in the ways people write one; some lost a zero, a few a digit. */
function mobile(n) {
  // Ofcom keeps a thousand numbers for fiction, too few for this list. These are counted up from a range
  // that is in use, so that there is nothing to say about most.
  const digits = String(100_000 + n);
  if (n % 97 === 96) return `07700 ${digits.slice(0, -1)}`;
  switch (n % 5) {
    case 0: return Number(`7700${digits}`);
    case 1: return `07700${digits}`;
    case 2: return `+44 7700 ${digits}`;
    default: return `07700 ${digits}`;
  }
}

/** The day on which the person `n` began, as a spreadsheet counts days. */
function start(n) {
  return 38_718 + (n * 37) % 7_000;
}

/** A day that a spreadsheet counted, as it shows it. */
function shown(day) {
  const [year, month, date] = new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
}

const HEADINGS = ['Surname', 'Forename', 'Job title', 'E-mail address', 'Mob no.', 'Start date'];

/** The cells of one row, the day as `day` makes it. Every two people differ in one of their names. */
function row(n, day) {
  const [surname, forename] = [SURNAMES[Math.floor(n / 100)], FORENAMES[(n * 37) % 100]];
  const email = `${plain(forename)}.${plain(surname)}@${DOMAINS[n % DOMAINS.length]}`;
  return [surname, forename, POSTS[n % POSTS.length], n % 7 ? email : email.toUpperCase(), mobile(n), day(start(n))];
}

function rows(day) {
  return [HEADINGS, ...Array.from({ length: PEOPLE }, (_, n) => row(n, day))];
}

/** The list as text with commas. */
export function csv() {
  return text(rows(shown));
}

/** The list as Excel keeps one: packed, its words shared, its days as numbers. */
export function xlsx() {
  const book = XLSX.utils.book_new();
  const day = (number) => ({ t: 'n', v: number, z: 'dd/mm/yyyy' });
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows(day)), 'Staff');
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true });
}
