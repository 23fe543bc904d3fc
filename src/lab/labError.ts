/** What is wrong with a lab file, and where. */

/** Steps from the top of the file: keys of mappings and places in lists. */
export type Path = readonly (string | number)[];

export interface LabError {
  /** `Resources.OrderProcessor.Properties.BatchSize`; empty when it is about the whole file. */
  path: string;
  /** A sentence that goes with the path: what is there, and what would be accepted. */
  message: string;
  /** From 1. Of the nearest thing that the text has. */
  line: number;
  column: number;
}

/** `Metadata.Shardscope.Traffic[0].Table`. */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

/** One line for a person: `12:9 Resources.Table: …`. */
export function labErrorLine(error: LabError): string {
  const subject = error.path === '' ? '' : `${error.path}: `;
  return `${error.line}:${error.column} ${subject}${error.message}`;
}

/** A value as it may stand in a sentence: short, on one line, quoted only when it is not a word. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'an empty text' : clipped(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : 'a mapping';
}

function clipped(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
