/** How a failing batch was split in halves [E29], read back from the journal. */
import { Entry } from '../../../engine/kernel/journal.ts';
import { membersOf } from '../../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../../engine/streams/shard.ts';
import type { World } from '../../../engine/world.ts';
import { markOf } from '../../scene/marks.ts';
import { shardLabel } from '../../scene/shardLabel.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';
import type { SplitNode, SplitState, SplitTree } from './shapes.ts';

/** Entries looked at, from the journal's end. */
const MOST_ENTRIES = 60_000;

interface Split {
  entry: number;
  from: number;
  middle: number;
  to: number;
}

interface Outcome {
  from: number;
  to: number;
  state: 'succeeded' | 'failed' | 'discarded';
}

interface History {
  consumer: number;
  /** Oldest first. */
  splits: Split[];
  /** Latest first. */
  outcomes: Outcome[];
}

/** The tree of the batch that was split last, or null where none was of late. */
export function splitTree(world: World, mapping: number): SplitTree | null {
  if (world.state.mappings[mapping]!.meters.bisects === 0) return null;
  const history = historyOf(world, mapping);
  const root = history && rootOf(history.splits);
  if (!history || !root) return null;
  const nodes: SplitNode[] = [];
  addNode(world, history, root, { from: root.from, to: root.to }, 0, nodes);
  const depth = Math.max(...nodes.map((node) => node.depth));
  const { records } = nodes[0]!;
  const label = shardLabel(world, world.state.consumers[history.consumer]!.shard);
  const alone = nodes.find((node) => node.alone !== null);
  const poisoned = alone ? words.alone(alone.alone!.label, words.splitStates[alone.state]) : '';
  return {
    kind: 'splitTree',
    title: words.split,
    text: words.splitText(label, records, depth) + poisoned,
    shardLabel: label,
    depth,
    records,
    nodes,
  };
}

/** The splits and outcomes of the reader of the mapping that split last. */
function historyOf(world: World, mapping: number): History | null {
  const { journal, invocations, state } = world;
  const last = Math.max(0, journal.length - MOST_ENTRIES);
  let history: History | null = null;
  for (let entry = journal.length - 1; entry >= last; entry--) {
    const kind = journal.kindOf(entry);
    if (!LOOKED_AT.has(kind)) continue;
    const { a, b, c, d } = journal.read(entry);
    const isInvocation = kind === Entry.invocationSucceeded || kind === Entry.invocationFailed;
    const consumer = isInvocation ? b : a;
    if (state.consumers[consumer]!.mapping !== mapping) continue;
    if (kind === Entry.batchBisected) {
      history ??= { consumer, splits: [], outcomes: outcomesSince(world, entry, consumer) };
      if (history.consumer === consumer)
        history.splits.unshift({ entry, from: b, middle: c, to: d });
    } else if (history?.consumer === consumer) {
      const range = isInvocation
        ? { from: invocations.from.get(a), to: invocations.to.get(a) }
        : { from: b, to: c };
      history.outcomes.push({ ...range, state: STATE[kind]! });
    }
  }
  return history;
}

const LOOKED_AT: ReadonlySet<number> = new Set([
  Entry.batchBisected,
  Entry.invocationSucceeded,
  Entry.invocationFailed,
  Entry.recordsDiscarded,
]);

const STATE: Record<number, Outcome['state']> = {
  [Entry.invocationSucceeded]: 'succeeded',
  [Entry.invocationFailed]: 'failed',
  [Entry.recordsDiscarded]: 'discarded',
};

/** What became of batches after an entry, latest first. */
function outcomesSince(world: World, since: number, consumer: number): Outcome[] {
  const { journal, invocations } = world;
  const outcomes: Outcome[] = [];
  for (let entry = journal.length - 1; entry > since; entry--) {
    const state = STATE[journal.kindOf(entry)];
    if (state === undefined) continue;
    const { a, b, c } = journal.read(entry);
    if (state === 'discarded') {
      if (a === consumer) outcomes.push({ from: b, to: c, state });
    } else if (b === consumer) {
      outcomes.push({ from: invocations.from.get(a), to: invocations.to.get(a), state });
    }
  }
  return outcomes;
}

/** Whether a split is of one of the halves of another. */
const isWithin = (inner: Split, { from, middle, to }: Split): boolean =>
  (inner.from >= from && inner.to === middle) || (inner.from >= middle && inner.to === to);

/** The split that the last one came of. */
function rootOf(splits: readonly Split[]): Split | null {
  let root = splits.at(-1) ?? null;
  for (const split of [...splits].reverse()) {
    if (root !== null && split !== root && isWithin(root, split)) root = split;
  }
  return root;
}

/** States of a record alone that may be to blame. */
const BLAMED: ReadonlySet<SplitState> = new Set(['failed', 'running', 'backingOff', 'discarded']);

function addNode(
  world: World,
  history: History,
  root: Split,
  range: { from: number; to: number },
  depth: number,
  nodes: SplitNode[],
): void {
  const { from, to } = range;
  const consumer = world.state.consumers[history.consumer]!;
  const members = membersOf(world, consumer, from, to);
  const split = history.splits.find(
    (one) => one.entry >= root.entry && one.from >= from && one.from < to && one.to === to,
  );
  const isSplit = split !== undefined && (depth > 0 || split === root) && split.middle < to;
  const state = isSplit ? 'split' : stateOf(world, history, from, to);
  const [only] = members;
  const isAlone = members.length === 1 && only !== undefined && BLAMED.has(state);
  nodes.push({
    first: from,
    depth,
    from: (from - root.from) / (root.to - root.from),
    to: (to - root.from) / (root.to - root.from),
    records: members.length,
    state,
    alone: isAlone
      ? markOf(
          world,
          changeOf(world, consumer.shard, only),
          state === 'succeeded' ? 'read' : 'failing',
        )
      : null,
    says: words.node(members.length, words.splitStates[state]),
  });
  if (!isSplit) return;
  addNode(world, history, root, { from, to: split.middle }, depth + 1, nodes);
  addNode(world, history, root, { from: split.middle, to }, depth + 1, nodes);
}

/** How a part stands that was not split further. */
function stateOf(world: World, history: History, from: number, to: number): SplitState {
  const consumer = world.state.consumers[history.consumer]!;
  const isInHand = consumer.to === to && consumer.checkpoint >= from && consumer.checkpoint < to;
  if (isInHand && consumer.phase === 'invoking') return 'running';
  if (isInHand && consumer.phase === 'backingOff') return 'backingOff';
  const known = history.outcomes.find((one) => one.to === to && one.from >= from);
  if (known) return known.state;
  return consumer.checkpoint >= to ? 'succeeded' : 'waiting';
}
