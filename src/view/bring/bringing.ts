/** What is being brought, kept outside of the sheet: closing it loses nothing. */
import { create } from 'zustand';
import { say } from '../notices/toasts.ts';
import { openSheet } from '../panels.ts';
import { bringingWords as words } from '../words/bringing.ts';

export interface BroughtText {
  name: string;
  text: string;
}

interface Bringing {
  /** Logical id; empty: the lab's first. */
  table: string;
  /** Typed or pasted into the field; a file, or a long paste, stands beside it. */
  typed: string;
  file: BroughtText | null;
  csvNumbers: boolean;
  how: 'write' | 'before';
}

const MOST_BYTES = 100 * 1024 * 1024;
/** A longer paste is not put into the field, which would be slow. */
export const LONG_PASTE = 100_000;

export const useBringing = create<Bringing>(() => ({
  table: '',
  typed: '',
  file: null,
  csvNumbers: false,
  how: 'write',
}));

/** Whether a file's name says that it holds items and no lab. */
export const isItemFile = (name: string): boolean =>
  /\.(?:csv|tsv|jsonl|ndjson)(?:\.gz)?$|\.json\.gz$/i.test(name);

/** Takes a file that was chosen or dropped, and shows it in the sheet. */
export async function bringFile(file: File): Promise<void> {
  if (file.size > MOST_BYTES) return say({ text: words.tooLarge(file.name), tone: 'bad' });
  try {
    const text = await textOf(file);
    useBringing.setState({ file: { name: file.name, text } });
    openSheet('bring');
  } catch {
    say({ text: words.unreadable(file.name), tone: 'bad' });
  }
}

/** What an export to S3 holds is compressed. */
function textOf(file: File): Promise<string> {
  if (!/\.gz$/i.test(file.name)) return file.text();
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
