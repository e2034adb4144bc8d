// Staff lists as people have them, written by other programs.
import XLSX from 'xlsx';

/** A staff list with a title row, a gap, a dropped zero, a repeated row and columns nobody needs. */
export const STAFF = [
  ['Oak House staff, March 2026'],
  [],
  ['Surname', 'Forename', 'Job title', 'E-mail address', 'Mob no.', 'Start date'],
  ['Smith', 'Anna', 'Manager', 'Anna.Smith@example.org', 7700900123, '01/02/2020'],
  ['O’Brien', 'Łucja', 'Carer', 'lucja@example.org', '07700 900124', '03/04/2021'],
  [],
  ['Jones', 'Ben', 'Cook', 'ben@example.org', '0770090012', '05/06/2022'],
  ['Smith', 'Anna', 'Manager', 'anna.smith@example.org', '07700 900123', '01/02/2020'],
];

/** The rows as a workbook of the kind that `ending` names. */
export function workbook(rows, ending = 'xlsx', names = ['Staff']) {
  const book = XLSX.utils.book_new();
  for (const name of names) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  return XLSX.write(book, { type: 'buffer', bookType: ending });
}

/** The sheets, rows by name, as a workbook. */
export function workbookOf(sheets) {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** A workbook whose cells point at texts that are not there: what opens it stops, and does not run any more. */
export function deadly(rows) {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Staff');
  const parts = XLSX.CFB.read(XLSX.write(book, { type: 'buffer', bookType: 'xlsb', bookSST: true }), { type: 'buffer' });
  XLSX.CFB.utils.cfb_del(parts, '/xl/sharedStrings.bin');
  return XLSX.CFB.write(parts, { fileType: 'zip', type: 'buffer' });
}

/** The rows as text, with `separator` between cells. */
export function text(rows, separator = ',') {
  const width = Math.max(...rows.map((row) => row.length));
  const cell = (value) => (/["\n,;\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return rows.map((row) => Array.from({ length: width }, (_, at) => cell(String(row[at] ?? ''))).join(separator)).join('\r\n');
}
