/** The batch of which the function last reported item failures [E30]. */
import { Entry, FailureReason } from '../../../engine/kernel/journal.ts';
import { recordsOfInvocation } from '../../../engine/lambda/batch.ts';
import { itemIdentifierOf } from '../../../engine/lambda/eventRecord.ts';
import { changeOf } from '../../../engine/streams/shard.ts';
import type { World } from '../../../engine/world.ts';
import { markOf } from '../../marks.ts';
import { shardLabel } from '../../shardLabel.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';
import type { PartialFailure } from './shapes.ts';

const MOST_ENTRIES = 60_000;
const MOST_CELLS = 40;

export function partialFailure(world: World, mapping: number): PartialFailure | null {
  if (world.state.mappings[mapping]!.meters.partial === 0) return null;
  const failed = lastPartial(world, mapping);
  if (!failed) return null;
  const { invocation, consumer, blame } = failed;
  const { shard } = world.state.consumers[consumer]!;
  const ordinals = recordsOfInvocation(world, invocation);
  const changes = ordinals.map((ordinal) => changeOf(world, shard, ordinal));
  // Where the report was malformed nobody is to blame, and the whole batch comes again.
  const at = Math.max(0, changes.indexOf(blame));
  const label = shardLabel(world, shard);
  const checkpoint = itemIdentifierOf(world, shard, ordinals[at]!);
  const first = Math.max(0, Math.min(at - MOST_CELLS / 2, changes.length - MOST_CELLS));
  const shown = changes.slice(first, first + MOST_CELLS);
  return {
    kind: 'partialFailure',
    title: words.partial,
    text: words.partialText(at, changes.length - at, label, checkpoint),
    shardLabel: label,
    cells: shown.map((change, i) => {
      const state = first + i < at ? 'done' : first + i === at ? 'reported' : 'again';
      return { mark: markOf(world, change, state === 'reported' ? 'failing' : 'read'), state };
    }),
    more: changes.length - shown.length,
    checkpoint,
  };
}

function lastPartial(
  world: World,
  mapping: number,
): { invocation: number; consumer: number; blame: number } | null {
  const { journal, state } = world;
  const last = Math.max(0, journal.length - MOST_ENTRIES);
  for (let entry = journal.length - 1; entry >= last; entry--) {
    if (journal.kindOf(entry) !== Entry.invocationFailed) continue;
    const { a: invocation, b: consumer, c: reason, d: blame } = journal.read(entry);
    if (reason !== FailureReason.partial) continue;
    if (state.consumers[consumer]!.mapping === mapping) return { invocation, consumer, blame };
  }
  return null;
}
