/** The batch of which the function last reported item failures [E30]. */
import { Entry, FailureReason } from '../../../engine/kernel/journal.ts';
import { itemIdentifierOf } from '../../../engine/lambda/events/eventRecord.ts';
import { recordsOfInvocation } from '../../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../../engine/streams/shard.ts';
import type { World } from '../../../engine/world.ts';
import { markOf } from '../../scene/marks.ts';
import { shardLabel } from '../../scene/shardLabel.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';
import type { PartialFailure, PartialState } from './shapes.ts';

const MOST_ENTRIES = 60_000;
const MOST_CELLS = 40;

export function partialFailure(world: World, mapping: number): PartialFailure | null {
  if (world.state.mappings[mapping]!.meters.partial === 0) return null;
  const failed = lastPartial(world, mapping);
  if (!failed) return null;
  const { entry, invocation, consumer, blame } = failed;
  const { shard } = world.state.consumers[consumer]!;
  const ordinals = recordsOfInvocation(world, invocation);
  const changes = ordinals.map((ordinal) => changeOf(world, shard, ordinal));
  // Where the report was malformed nobody is to blame, and the whole batch comes again.
  const at = Math.max(0, changes.indexOf(blame));
  const label = shardLabel(world, shard);
  const checkpoint = itemIdentifierOf(world, shard, ordinals[at]!);
  const first = Math.max(0, Math.min(at - MOST_CELLS / 2, changes.length - MOST_CELLS));
  const shown = changes.slice(first, first + MOST_CELLS);
  const ids = reportedIds(world, invocation, entry);
  const reported = ordinals.flatMap((ordinal, i) =>
    i === at || ids.includes(itemIdentifierOf(world, shard, ordinal)) ? [i] : [],
  );
  return {
    kind: 'partialFailure',
    title: words.partial,
    text: words.partialText(at, changes.length - at, label, checkpoint, reported.length),
    shardLabel: label,
    cells: shown.map((change, i) => {
      const state = stateOf(first + i, at, reported);
      const isReported = state === 'lowest' || state === 'reported';
      return { mark: markOf(world, change, isReported ? 'failing' : 'read'), state };
    }),
    more: changes.length - shown.length,
    checkpoint,
  };
}

function stateOf(place: number, lowest: number, reported: readonly number[]): PartialState {
  if (place < lowest) return 'done';
  if (place === lowest) return 'lowest';
  return reported.includes(place) ? 'reported' : 'again';
}

/** Every identifier in `batchItemFailures`, of functions that run code of their own. */
function reportedIds({ journal, code }: World, invocation: number, end: number): string[] {
  const last = Math.max(0, end - MOST_ENTRIES);
  for (let entry = end - 1; entry >= last; entry--) {
    if (journal.kindOf(entry) !== Entry.handlerEnded) continue;
    const { a, b: row } = journal.read(entry);
    if (a !== invocation) continue;
    const { batchItemFailures } = JSON.parse(code.results.get(row).payload) as {
      batchItemFailures?: { itemIdentifier?: string }[];
    };
    return (batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier ?? '');
  }
  return [];
}

type Found = { entry: number; invocation: number; consumer: number; blame: number };

function lastPartial(world: World, mapping: number): Found | null {
  const { journal, state } = world;
  const last = Math.max(0, journal.length - MOST_ENTRIES);
  for (let entry = journal.length - 1; entry >= last; entry--) {
    if (journal.kindOf(entry) !== Entry.invocationFailed) continue;
    const { a: invocation, b: consumer, c: reason, d: blame } = journal.read(entry);
    if (reason !== FailureReason.partial) continue;
    const found = { entry, invocation, consumer, blame };
    if (state.consumers[consumer]!.mapping === mapping) return found;
  }
  return null;
}
