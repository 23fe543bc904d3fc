/** Sentences of what a polling scan did. */
import { Entry, type JournalEntry, MissReason } from '../../engine/kernel/journal.ts';
import { changeKindName, type World } from '../../engine/world.ts';
import { visitBackwards } from '../journal/journalTail.ts';
import { labelOfChange } from '../scene/marks.ts';
import type { LogLine } from '../scene/scene.ts';
import { logWords } from '../words/logWords.ts';

type Sentence = Pick<LogLine, 'text' | 'tone' | 'about'>;
type Tell = (world: World, entry: JournalEntry, number: number) => Sentence | null;

/** Entries of one poll that are counted, at most. */
const MOST_ENTRIES = 50_000;

const missName = (reason: number): string =>
  Object.entries(MissReason).find(([, value]) => value === reason)?.[0] ?? 'delete';

export interface PollCount {
  evaluated: number;
  returned: number;
  /** By `MissReason`. */
  missed: number[];
}

/** What one poll did, read back from the entry of its end. */
export function countPoll(world: World, end: JournalEntry, number: number): PollCount {
  const { a: poller } = end;
  const count: PollCount = { evaluated: 0, returned: end.c, missed: [0, 0, 0, 0, 0, 0] };
  visitBackwards(world, Math.max(0, number - MOST_ENTRIES), number, ({ kind, a, d }) => {
    if (a !== poller) return false;
    if (kind === Entry.pageScanned) count.evaluated += d;
    else if (kind === Entry.changeMissed) count.missed[d]!++;
    return kind === Entry.pollStarted;
  });
  return count;
}

/** `3 deletes`, `4 overwritten updates`: what a poll missed, in words. */
export function missedParts(missed: readonly number[]): string[] {
  const parts: [number, (n: number) => string][] = [
    [MissReason.delete, logWords.missedDeletes],
    [MissReason.collapsed, logWords.missedCollapsed],
    [MissReason.race, logWords.missedRace],
    [MissReason.noWatermark, logWords.missedNoWatermark],
    [MissReason.filtered, logWords.missedFiltered],
  ];
  return parts
    .filter(([reason]) => missed[reason]! > 0)
    .map(([reason, say]) => say(missed[reason]!));
}

const isExport = (world: World, poller: number): boolean =>
  world.definition.pollers[poller]!.export !== undefined;
const watcherName = (world: World, poller: number): string =>
  isExport(world, poller) ? 'export' : 'scan';

export const pollSentences: Partial<Record<number, Tell>> = {
  [Entry.pollStarted]: (world, { a: poller }) => ({
    text: isExport(world, poller)
      ? logWords.exportStarted(world.state.pollers[poller]!.id)
      : logWords.pollStarted(world.state.pollers[poller]!.id),
    tone: 'plain',
    about: { kind: 'poller', poller },
  }),
  [Entry.imageReturned]: (world, { a: poller, c: change, d: again }) => ({
    text: logWords.imageReturned(
      watcherName(world, poller),
      labelOfChange(world, change),
      again > 0,
    ),
    tone: 'plain',
    about: { kind: 'poller', poller },
  }),
  [Entry.changeMissed]: (world, { a: poller, c: change, d: reason }) => ({
    text: logWords.changeMissed(
      watcherName(world, poller),
      labelOfChange(world, change),
      changeKindName(world.changes.kind.get(change)),
      logWords.missReasons[missName(reason)]!,
    ),
    tone: 'bad',
    about: { kind: 'record', change },
  }),
  [Entry.pageThrottled]: (world, { a: poller, c: page }) => ({
    text: logWords.pageThrottled(world.state.pollers[poller]!.id, page + 1),
    tone: 'bad',
    about: { kind: 'poller', poller },
  }),
  [Entry.pollEnded]: (world, entry, number) => {
    const { evaluated, returned, missed } = countPoll(world, entry, number);
    const parts = missedParts(missed);
    return {
      text: isExport(world, entry.a)
        ? logWords.exportEnded(returned, parts)
        : logWords.pollEnded(returned, evaluated, parts),
      tone: parts.length > 0 ? 'bad' : 'plain',
      about: { kind: 'poller', poller: entry.a },
    };
  },
};
