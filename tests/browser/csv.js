// A strict reader of comma-separated values (RFC 4180): what is not to the letter is an error.

/** The rows of `text`, cell by cell. */
export function readCsv(text) {
  const rows = [];
  let row = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, at);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    if (!text.startsWith('\r\n', at)) throw new Error(`a row must end with CR LF, at ${at}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error('the last row does not end');
  return rows;
}

function quoted(text, start) {
  let value = '';
  let at = start + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) throw new Error(`a quoted cell does not end, from ${start}`);
    value += text.slice(at, end);
    if (text[end + 1] !== '"') return { value, end: end + 1 };
    value += '"';
    at = end + 2;
  }
}

function plain(text, start) {
  const [value] = /^[^,"\r\n]*/.exec(text.slice(start));
  if (text[start + value.length] === '"') throw new Error(`a quote within a plain cell, at ${start + value.length}`);
  return { value, end: start + value.length };
}
