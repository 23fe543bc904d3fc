/**
 * Items from a text that somebody brings: DynamoDB JSON, as it is, as put-item takes it or as an export
 * to S3 holds it; plain JSON; or CSV with a header. Read a little at a time, so that a page can go on
 * meanwhile; what is wrong with a row is said with its line and costs no other row.
 *
 * Rules: [L50] forms, [L51] bad rows, [L52] types of CSV.
 */
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { ItemError } from '../../engine/item/itemError.ts';
import { type KeySchema, keyOf } from '../../engine/item/key.ts';
import { parseItem } from '../../engine/item/parseItem.ts';
import { itemFromJson, looksTyped } from '../../engine/item/plainJson.ts';
import { csvRows } from './csvRows.ts';
import { itemFileWords as words } from './itemFileWords.ts';
import { splitJson } from './splitJson.ts';

export type ItemForm = 'dynamoDbJson' | 'putItem' | 'export' | 'plainJson' | 'csv';

export interface ItemProblem {
  /** In the text, from 1. */
  line: number;
  /** A sentence. */
  text: string;
}

export interface ItemFile {
  /** That of the first item; null where there is none. */
  form: ItemForm | null;
  items: AttributeMap[];
  /** The first of them, in the order of the text. */
  problems: ItemProblem[];
  problemCount: number;
}

export interface ItemFileOptions {
  /** CSV: cells that read as numbers become numbers; without it only key attributes may. */
  csvNumbers?: boolean;
}

/** Rows between two breaths. */
const ROWS_AT_ONCE = 25;
const MOST_PROBLEMS = 100;

interface Row {
  line: number;
  form: ItemForm;
  /** Makes the item. @throws ItemError or SyntaxError */
  item: () => AttributeMap;
  end: number;
}

/** Reads all at once. */
export function readItemFile(
  text: string,
  schema: KeySchema,
  options: ItemFileOptions = {},
): ItemFile {
  const reading = itemFileReading(text, schema, options);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** Reads some rows at each step, and yields how much of the text (0 to 1) has been read. */
export function* itemFileReading(
  text: string,
  schema: KeySchema,
  options: ItemFileOptions = {},
): Generator<number, ItemFile> {
  const file: ItemFile = { form: null, items: [], problems: [], problemCount: 0 };
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text;
  let rows = 0;
  for (const row of rowsOf(whole, schema, options)) {
    takeRow(file, row, schema);
    if (++rows % ROWS_AT_ONCE === 0) yield row.end / Math.max(1, whole.length);
  }
  return file;
}

const isJsonText = (text: string): boolean => /^\s*[[{]/.test(text);

function* rowsOf(text: string, schema: KeySchema, options: ItemFileOptions): Generator<Row> {
  if (!isJsonText(text)) {
    for (const row of csvRows(text, schema, options.csvNumbers ?? false)) {
      yield { ...row, form: 'csv' };
    }
    return;
  }
  for (const { line, text: piece, end } of splitJson(text)) {
    let json: unknown;
    try {
      json = parseExactly(piece);
    } catch {
      const why = piece.startsWith('{') ? words.brokenJson(piece) : words.notAnObject(piece);
      yield { line, form: 'plainJson', end, item: () => refuse(why) };
      continue;
    }
    const { form, item } = unwrapped(json);
    yield {
      line,
      form,
      end,
      item: () => (form === 'plainJson' ? itemFromJson(item) : parseItem(item)),
    };
  }
}

function takeRow(file: ItemFile, { line, form, item }: Row, schema: KeySchema): void {
  try {
    const read = item();
    keyOf(schema, read);
    file.items.push(read);
    file.form ??= form;
  } catch (error) {
    if (!(error instanceof ItemError)) throw error;
    file.problemCount++;
    if (file.problems.length < MOST_PROBLEMS) file.problems.push({ line, text: error.message });
  }
}

const refuse = (why: string): never => {
  throw new ItemError('ValidationException', why);
};

type Json = Record<string, unknown>;
const isObject = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** The item inside what a call or an export wraps it in. */
function unwrapped(json: unknown): { form: ItemForm; item: unknown } {
  if (!isObject(json)) return { form: 'plainJson', item: json };
  const put = isObject(json.PutRequest) ? json.PutRequest : json;
  if (isObject(put.Item) && looksTyped(put.Item) && !looksTyped(put)) {
    const isExport = put === json && Object.keys(json).length === 1;
    return { form: isExport ? 'export' : 'putItem', item: put.Item };
  }
  return { form: looksTyped(json) ? 'dynamoDbJson' : 'plainJson', item: json };
}

const LONG_NUMBER = /\d{16}/;
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const BIG = '\u0000integer ';

/** Parses JSON without rounding long whole numbers, which DynamoDB keeps to 38 digits. */
function parseExactly(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  JSON.parse(text); // Refuses what is no JSON before anything is put in its place.
  const marked = text.replace(TOKENS, (token) =>
    /^-?\d{16,}$/.test(token) ? JSON.stringify(BIG + token) : token,
  );
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(BIG) ? BigInt(value.slice(BIG.length)) : value,
  );
}
