/** Rows of CSV as items: the header names the attributes. */
import Papa from 'papaparse';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { ItemError } from '../../engine/item/itemError.ts';
import type { KeySchema } from '../../engine/item/key.ts';
import { parseItem } from '../../engine/item/parseItem.ts';
import { itemFileWords as words } from './itemFileWords.ts';

export interface CsvRow {
  line: number;
  /** @throws ItemError */
  item: () => AttributeMap;
  end: number;
}

const ROWS_AT_ONCE = 50;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads the header at once and the rows as they are asked for. Cells are text but for keys that are
 * numbers or binary; an empty cell is an attribute that is not there.
 */
export function* csvRows(text: string, schema: KeySchema, numbers: boolean): Generator<CsvRow> {
  const rows = cellsOf(text);
  const header = rows.next().value;
  if (!header) return;
  const names = header.cells.map((name) => name.trim());
  const keys = schema.sortKey ? [schema.partitionKey, schema.sortKey] : [schema.partitionKey];
  const missing = keys.find(({ name }) => !names.includes(name));
  const said = (line: number, end: number, why: string): CsvRow => ({
    line,
    end,
    item: refusing(why),
  });
  if (missing) {
    yield said(header.line, text.length, words.noKeyColumn(missing.name, names));
    return;
  }
  const types = names.map((name) => keys.find((key) => key.name === name)?.type ?? null);
  let count = 0;
  for (const { line, end, cells, isOpen } of rows) {
    count++;
    if (isOpen) yield said(line, end, words.openQuote);
    else if (cells.length !== names.length) {
      yield said(line, end, words.cells(cells.length, names.length));
    } else yield { line, end, item: () => itemOf(names, types, cells, numbers) };
  }
  if (count === 0) yield said(header.line, text.length, words.noRows);
}

function itemOf(
  names: readonly string[],
  types: readonly (string | null)[],
  cells: readonly string[],
  numbers: boolean,
): AttributeMap {
  const item: Record<string, unknown> = {};
  cells.forEach((cell, i) => {
    const type = types[i] ?? (numbers && NUMBER.test(cell.trim()) ? 'N' : 'S');
    if (cell === '') return;
    if (type === 'N' && !NUMBER.test(cell.trim())) refusing(words.notANumber(names[i]!, cell))();
    item[names[i]!] = { [type]: type === 'N' ? cell.trim() : cell };
  });
  return parseItem(item);
}

const refusing = (why: string) => (): never => {
  throw new ItemError('ValidationException', why);
};

interface Cells {
  line: number;
  cells: string[];
  end: number;
  /** A quote that is never closed swallows the rest. */
  isOpen: boolean;
}

/** Rows of cells with the line on which each begins, some at a time. */
function* cellsOf(text: string): Generator<Cells, undefined> {
  const start = text.slice(0, 8_192);
  const newline = start.includes('\r\n') ? '\r\n' : start.includes('\n') ? '\n' : '\r';
  const firstLine = start.slice(0, Math.max(0, start.indexOf(newline)) || undefined);
  const delimiter = delimiterOf(firstLine);
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const found: Cells[] = [];
    let cursor = text.length - at;
    const rest = text.slice(at);
    Papa.parse<string[]>(rest, {
      newline,
      delimiter,
      fastMode: false,
      step: ({ data, errors, meta }, parser) => {
        const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
        found.push({ line: 0, cells: data, end: at + meta.cursor, isOpen });
        if (found.length < ROWS_AT_ONCE) return;
        cursor = meta.cursor;
        parser.abort();
      },
    });
    let from = at;
    for (const row of found) {
      if (row.cells.length > 1 || row.cells[0] !== '') yield { ...row, line };
      line += newlinesIn(text, from, row.end, newline);
      from = row.end;
    }
    at += cursor;
  }
}

/** Tab or semicolon where the first line has more of them than commas. */
function delimiterOf(line: string): string {
  const count = (letter: string) => line.split(letter).length;
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best));
}

function newlinesIn(text: string, from: number, to: number, newline: string): number {
  let count = 0;
  for (let at = text.indexOf(newline, from); at >= 0 && at < to; ) {
    count++;
    at = text.indexOf(newline, at + newline.length);
  }
  return count;
}
