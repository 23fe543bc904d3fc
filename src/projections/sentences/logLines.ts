/**
 * The running log: what the journal says, in sentences. Entries that belong to another's sentence (a
 * departure, a page of a scan, a checkpoint) have none of their own in the log; `describeEntry` has
 * one for those too where somebody asks for it.
 */
import { Entry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import type { LogLine } from '../scene/scene.ts';
import { partsOf, transactionOfChange } from '../scene/transactions.ts';
import { tableWords } from '../words/tableWords.ts';
import { sentences } from './entrySentences.ts';

/** Told by the sentence of another entry. */
const UNTOLD: ReadonlySet<number> = new Set([
  Entry.imageReturned,
  Entry.changeMissed,
  Entry.streamRecordAppended,
]);

/** The sentence of one entry, or null when it has none of its own. */
export function describeEntry(world: World, entry: number): LogLine | null {
  const kind = world.journal.kindOf(entry);
  const read = world.journal.read(entry);
  const sentence = sentences[kind]?.(world, read, entry);
  if (!sentence) return null;
  const text = COMMITS.has(kind) ? withPart(world, read.a, sentence.text) : sentence.text;
  return { entry, at: read.at, text, tone: sentence.tone, about: sentence.about };
}

/** Where `a` is a change. */
const COMMITS: ReadonlySet<number> = new Set([Entry.itemPut, Entry.itemUpdated, Entry.itemDeleted]);

/** The sentence of a change that is part of a transaction says so. */
function withPart(world: World, change: number, text: string): string {
  const command = transactionOfChange(world, change);
  if (command < 0) return text;
  const parts = partsOf(world, command, world.changes.at.get(change));
  return tableWords.part(text, parts.indexOf(change) + 1, parts.length);
}

/** The log's lines of the entries from `fromEntry` up to, not including, `toEntry`. */
export function logLines(world: World, fromEntry: number, toEntry: number): LogLine[] {
  const { journal } = world;
  const lines: LogLine[] = [];
  const end = Math.min(toEntry, journal.length);
  for (let entry = Math.max(0, fromEntry); entry < end; entry++) {
    const kind = journal.kindOf(entry);
    if (UNTOLD.has(kind) || !sentences[kind]) continue;
    const line = describeEntry(world, entry);
    if (line) lines.push(line);
  }
  return lines;
}
