/** A record of a CSV file and the 1-based line it begins in. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads comma-separated text as RFC 4180 describes it: fields in double quotes may hold commas, line ends and doubled
 * quotes. Empty lines are skipped. One pass; an unfinished quote ends with the text.
 */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let index = 0;
  while (index < text.length) {
    const first = line;
    const fields: string[] = [];
    let next = index - 1;
    do {
      const field = fieldAt(text, next + 1);
      fields.push(field.value);
      line += field.lines;
      next = field.end;
    } while (text[next] === ',');
    if (text[next] === '\n') line += 1;
    if (fields.length > 1 || fields[0] !== '') records.push({ line: first, fields });
    index = next + 1;
  }
  return records;
}

interface Field {
  readonly value: string;
  /** Where the comma or line end behind it stands. */
  readonly end: number;
  /** Line ends inside it. */
  readonly lines: number;
}

function fieldAt(text: string, start: number): Field {
  if (text[start] === '"') return quotedAt(text, start);
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') end += 1;
  return { value: text.slice(start, end).trim(), end, lines: 0 };
}

function quotedAt(text: string, start: number): Field {
  let value = '';
  let index = start + 1;
  while (index < text.length) {
    const quote = text.indexOf('"', index);
    const until = quote < 0 ? text.length : quote;
    value += text.slice(index, until);
    index = until + 1;
    if (text[index] !== '"') break;
    value += '"';
    index += 1;
  }
  while (index < text.length && text[index] !== ',' && text[index] !== '\n') index += 1;
  return { value: value.trim(), end: index, lines: value.split('\n').length - 1 };
}
