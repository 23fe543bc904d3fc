/**
 * The family of a stream's shards over the time of retention: who took over from whom and when, what
 * has fallen off, and where each reader stands.
 */
import { STREAM_RETENTION } from '../../engine/limits.ts';
import { recordAt } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';
import { readersOf, standingFlag } from '../cards/shardLanes.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { spanText } from '../spanText.ts';
import { type Standing, standingOf } from '../standing.ts';
import { figureWords } from '../words/figureWords.ts';
import type { FamilyNode, ShardFamily } from './figure.ts';

/** Of the time of retention: so much more is shown, for what has fallen off. */
const BEYOND = 1 / 6;
const MOST_NODES = 160;
const MOST_TICKS = 5;
const SECOND = 1_000_000;
const HOUR = 3_600 * SECOND;
/** Between two ticks, µs. */
const STEPS = [1, 5, 10, 30, 60, 300, 900, 1_800, 3_600, 7_200, 21_600, 86_400, 172_800].map(
  (seconds) => seconds * SECOND,
);

/**
 * @param stream a DynamoDB stream's number, or below zero a Kinesis stream's (-1 is the first).
 * @param selected a shard, or -1.
 */
export function shardFamily(world: World, stream: number, selected = -1): ShardFamily {
  const { state, now } = world;
  const kinesis = stream < 0 ? state.kinesisStreams[-1 - stream]! : null;
  const { shards, mappings } = kinesis ?? state.streams[stream]!;
  const retention = kinesis?.retentionUs ?? STREAM_RETENTION;
  const start = Math.max(0, Math.floor(now - retention * (1 + BEYOND)));
  const axis = { start, span: Math.max(SECOND, now - start) };
  const isShown = (shard: number) => {
    const { closedAt } = state.shards[shard]!;
    return closedAt < 0 || closedAt > start || shard === selected;
  };
  const shown = new Set(shards.filter(isShown).slice(-MOST_NODES));
  const rows = rowsOf(world, shards, shown);
  const nodes = [...shown].map((shard) =>
    nodeOf(world, shard, axis, rows.get(shard)!, mappings, shard === selected),
  );
  const open = nodes.filter((node) => node.open).length;
  const splits = splitCount(world, nodes);
  return {
    kind: 'shardFamily',
    title: figureWords.family,
    text:
      figureWords.familyText(open, nodes.length - open, retention / HOUR) +
      (splits > 0 ? figureWords.splitText(splits) : ''),
    rows: Math.max(0, ...rows.values()) + 1,
    nodes,
    joins: joinsOf(world, nodes),
    ticks: ticksOf(now, axis),
    horizon: now > retention ? partOf(now - retention, axis) : -1,
    hidden: shards.length - shown.size,
  };
}

interface Axis {
  start: number;
  span: number;
}

const partOf = (at: number, { start, span }: Axis): number =>
  Math.min(1, Math.max(0, (at - start) / span));

/** Each line of descent has a row; a shard that split stands between its children. */
function rowsOf(
  world: World,
  shards: readonly number[],
  shown: ReadonlySet<number>,
): Map<number, number> {
  const states = world.state.shards;
  const byHash = (list: number[]) =>
    list.sort((a, b) => states[a]!.fromHash - states[b]!.fromHash || a - b);
  const children = new Map<number, number[]>();
  for (const shard of shards) {
    if (!shown.has(shard)) continue;
    const { parent } = states[shard]!;
    const above = shown.has(parent) ? parent : -1;
    children.set(above, [...(children.get(above) ?? []), shard]);
  }
  const rows = new Map<number, number>();
  let next = 0;
  // Deep families are long lines: walked with a list of one's own, children before their parent.
  const walk: { shard: number; isDone: boolean }[] = [];
  const push = (list: number[]) => {
    for (const shard of byHash(list).reverse()) walk.push({ shard, isDone: false });
  };
  push(children.get(-1) ?? []);
  for (let step = walk.pop(); step; step = walk.pop()) {
    const { shard, isDone } = step;
    const own = children.get(shard) ?? [];
    if (own.length === 0) rows.set(shard, next++);
    else if (isDone) rows.set(shard, own.reduce((sum, c) => sum + rows.get(c)!, 0) / own.length);
    else {
      walk.push({ shard, isDone: true });
      push(own);
    }
  }
  return rows;
}

function nodeOf(
  world: World,
  shard: number,
  axis: Axis,
  row: number,
  mappings: readonly number[],
  selected: boolean,
): FamilyNode {
  const { openedAt, closedAt, count, trimmed } = world.state.shards[shard]!;
  const standings = readersOf(world, shard, mappings)
    .map((consumer) => standingOf(world, consumer))
    .filter(({ phase }) => phase !== 'drained');
  return {
    shard,
    label: shardLabel(world, shard),
    row,
    from: partOf(openedAt, axis),
    to: closedAt < 0 ? 1 : partOf(closedAt, axis),
    open: closedAt < 0,
    recordCount: count,
    trimmedCount: trimmed,
    selected,
    readers: standings.map((standing) => ({
      mapping: standing.mapping,
      at: partOf(readUntil(world, standing), axis),
      ...standingFlag(world, standing),
    })),
  };
}

/** Up to when a reader has read: the oldest record it has not, or else all there is. */
function readUntil(world: World, { consumer, shard, waiting, phase }: Standing): number {
  const { openedAt, closedAt, trimmed } = world.state.shards[shard]!;
  if (phase === 'waitingForParent') return openedAt;
  const { checkpoint } = world.state.consumers[consumer]!;
  if (waiting > 0) return recordAt(world, shard, Math.max(checkpoint, trimmed));
  return closedAt < 0 ? world.now : closedAt;
}

function joinsOf(world: World, nodes: readonly FamilyNode[]): ShardFamily['joins'] {
  const byShard = new Map(nodes.map((node) => [node.shard, node]));
  return nodes.flatMap((node) => {
    const parent = byShard.get(world.state.shards[node.shard]!.parent);
    if (!parent || parent.row === node.row) return [];
    return [{ at: node.from, fromRow: parent.row, toRow: node.row }];
  });
}

function splitCount(world: World, nodes: readonly FamilyNode[]): number {
  const counts = new Map<number, number>();
  for (const { shard } of nodes) {
    const { parent } = world.state.shards[shard]!;
    if (parent >= 0) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  return [...counts.values()].filter((n) => n > 1).length;
}

/** Round ages, oldest first, the last of them now. */
function ticksOf(now: number, axis: Axis): ShardFamily['ticks'] {
  const step = STEPS.find((each) => axis.span / each <= MOST_TICKS) ?? axis.span;
  const ticks: ShardFamily['ticks'] = [{ at: 1, label: figureWords.now }];
  for (let age = step; age <= axis.span; age += step) {
    ticks.unshift({ at: partOf(now - age, axis), label: spanText(age / 1_000) });
  }
  return ticks;
}
