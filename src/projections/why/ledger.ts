/** Which entries of the journal a figure of the comparison has counted. */
import { Entry, MissReason } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import type { Tells } from './toldOf.ts';
import type { LedgerFigure } from './whyAnswer.ts';

const MISSES: Partial<Record<LedgerFigure, number>> = {
  deletes: MissReason.delete,
  collapsed: MissReason.collapsed,
  race: MissReason.race,
  noWatermark: MissReason.noWatermark,
  filtered: MissReason.filtered,
};

/** @param row of the comparison: mappings first, then pollers. */
export function countedBy(world: World, row: number, figure: LedgerFigure): Tells {
  const { consumers, mappings } = world.state;
  const poller = row - mappings.length;
  const isOwn = (consumer: number): boolean => consumers[consumer]!.mapping === row;
  if (figure === 'lost') {
    return {
      kinds: [Entry.recordsDiscarded, Entry.recordsExpired],
      isIt: ({ a }) => isOwn(a),
    };
  }
  if (figure === 'repeated') {
    return poller >= 0
      ? { kinds: [Entry.imageReturned], isIt: ({ a, d }) => a === poller && d > 0 }
      : {
          kinds: [Entry.invocationStarted],
          isIt: ({ a, b }) => isOwn(b) && world.invocations.attempt.get(a) > 1,
        };
  }
  const reason = MISSES[figure];
  return { kinds: [Entry.changeMissed], isIt: ({ a, d }) => a === poller && d === reason };
}
