/** Which entries of the journal a figure of the comparison has counted. */
import { Entry, type JournalEntry, MissReason } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import type { LedgerFigure } from './whyAnswer.ts';

const MISSES: Partial<Record<LedgerFigure, number>> = {
  deletes: MissReason.delete,
  collapsed: MissReason.collapsed,
  race: MissReason.race,
  noWatermark: MissReason.noWatermark,
  filtered: MissReason.filtered,
};

/** @param row of the comparison: mappings first, then pollers. */
export function countedBy(
  world: World,
  row: number,
  figure: LedgerFigure,
): (entry: JournalEntry) => boolean {
  const { consumers, mappings } = world.state;
  const poller = row - mappings.length;
  const isOwn = (consumer: number): boolean => consumers[consumer]!.mapping === row;
  if (figure === 'lost') {
    return ({ kind, a }) =>
      (kind === Entry.recordsDiscarded || kind === Entry.recordsExpired) && isOwn(a);
  }
  if (figure === 'repeated') {
    return poller >= 0
      ? ({ kind, a, d }) => kind === Entry.imageReturned && a === poller && d > 0
      : ({ kind, a, b }) =>
          kind === Entry.invocationStarted && isOwn(b) && world.invocations.attempt.get(a) > 1;
  }
  const reason = MISSES[figure];
  return ({ kind, a, d }) => kind === Entry.changeMissed && a === poller && d === reason;
}
