/**
 * Cuts a text into the JSON objects that it holds, one after another: lines of JSON, objects set out
 * over several lines, an array of them, or an array inside the answer of a call (`Items`).
 */

/** A piece of the text that should be one object. */
export interface JsonPiece {
  /** Of its first letter, from 1. */
  line: number;
  text: string;
  /** How much of the whole text has been gone through. */
  end: number;
}

const MOST_LINES_TRIED = 5;
const WRAPPER = /^\s*\{\s*"(?:Items|[\w.-]+)"\s*:\s*\[\s*(?=\{)/;

/** Pieces in the order of the text; each is to be parsed by itself, so that one bad one costs no other. */
export function* splitJson(text: string): Generator<JsonPiece> {
  if (isLines(text)) yield* linesOf(text);
  else yield* objectsOf(text);
}

/** Whether one of the first lines is an object by itself. */
function isLines(text: string): boolean {
  let from = 0;
  for (let tried = 0; tried < MOST_LINES_TRIED && from < text.length; ) {
    const to = lineEnd(text, from);
    const line = text.slice(from, to).trim();
    from = to + 1;
    if (line === '') continue;
    if (line.startsWith('{') && isJson(line)) return !WRAPPER.test(line);
    tried++;
    if (!line.startsWith('{')) return false;
  }
  return false;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

function* linesOf(text: string): Generator<JsonPiece> {
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = lineEnd(text, from);
    line++;
    const piece = text.slice(from, end).trim();
    from = end + 1;
    if (piece !== '') yield { line, text: piece, end };
  }
}

/** Objects by their brackets; commas and the array's own brackets between them are passed over. */
function* objectsOf(text: string): Generator<JsonPiece> {
  const wrapper = WRAPPER.exec(text);
  let at = wrapper ? wrapper[0].length : 0;
  const lines = new LineCount(text);
  while (at < text.length) {
    const letter = text[at]!;
    // The array is at its end: what follows it belongs to the answer around it.
    if (wrapper && letter === ']') return;
    if (/[\s,[\]]/.test(letter)) {
      at++;
      continue;
    }
    const end = letter === '{' ? objectEnd(text, at) : lineEnd(text, at);
    yield { line: lines.at(at), text: text.slice(at, end), end };
    at = end;
  }
}

/** The place after the bracket that closes the object; the text's end where none does. */
function objectEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') at = stringEnd(text, at);
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

/** The place of the quote that closes a string. */
function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}

/** Counts lines as it goes forward. */
class LineCount {
  private readonly text: string;
  private line = 1;
  /** Where the present line ends. */
  private end: number;

  constructor(text: string) {
    this.text = text;
    this.end = lineEnd(text, 0);
  }

  at(place: number): number {
    while (this.end < place) {
      this.line++;
      this.end = lineEnd(this.text, this.end + 1);
    }
    return this.line;
  }
}
