/** `Metadata.Shardscope.Traffic`: writes that nobody gives one by one. */
import type { TrafficDefinition } from '../../engine/definition.ts';
import { readAttributeMap } from '../attributeMap.ts';
import type { Lab } from '../lab.ts';
import type { Members } from '../members.ts';
import { refuseOthers, tableNamed } from './sectionKeys.ts';

const KEYS = [
  ...['Table', 'From', 'For', 'PerSecond', 'Count', 'Arrival', 'Keys', 'Mix', 'ItemBytes'],
  ...['Attributes', 'Stamps', 'ClockSkew', 'SlowCommits'],
];
const COUNT = { minimum: 1, maximum: 10_000_000 };
const MOST_SKEW_MS = 3_600_000;
const FRACTION = { minimum: 0, maximum: 1, fraction: true };

/** One write a second: what a template without `Metadata.Shardscope` gets. */
export function defaultTraffic(table: string): TrafficDefinition {
  return {
    table,
    fromMs: 0,
    perSecond: 1,
    arrival: 'Steady',
    keys: { count: 100, distribution: 'Uniform', prefix: 'item#', skew: 1, share: 0.8, hotKeys: 1 },
    mix: { insert: 40, modify: 50, remove: 5, noOp: 5 },
    itemBytes: 400,
  };
}

export function readTraffic(from: Members, lab: Lab): TrafficDefinition | undefined {
  refuseOthers(from, KEYS);
  const table = tableNamed(from, 'Table', lab);
  const traffic = defaultTraffic(table ?? '');
  traffic.fromMs = from.duration('From', 0);
  const forMs = from.duration('For');
  if (forMs !== undefined) traffic.forMs = forMs;
  traffic.perSecond = readRate(from, forMs);
  traffic.arrival = from.choice('Arrival', ['Steady', 'Poisson'], 'Steady');
  readKeys(from.mapping('Keys'), traffic.keys);
  if (from.has('Mix')) traffic.mix = readMix(from.mapping('Mix'));
  traffic.itemBytes = from.number('ItemBytes', { minimum: 1, maximum: 409_600 }, 400);
  const attributes = from.values('Attributes').flatMap(({ value, path }) => {
    const read = readAttributeMap(value, path, lab.findings);
    return read === undefined ? [] : [read];
  });
  if (attributes.length > 0) traffic.attributes = attributes;
  readClocks(from, traffic);
  return table === undefined ? undefined : traffic;
}

/** What makes a watermark lie: clocks that differ, and writes that commit late. */
function readClocks(from: Members, traffic: TrafficDefinition): void {
  const stamps = from.values('Stamps').map(({ value }) => String(value));
  if (stamps.length > 0) traffic.stamps = stamps;
  const clockSkewMs = from.duration('ClockSkew', 0);
  if (clockSkewMs > MOST_SKEW_MS) {
    from.error('ClockSkew', `${clockSkewMs}ms is above the maximum 1h`);
  }
  if (clockSkewMs > 0) traffic.clockSkewMs = clockSkewMs;
  if (!from.has('SlowCommits')) return;
  const slow = from.mapping('SlowCommits');
  refuseOthers(slow, ['Share', 'By']);
  const share = slow.number('Share', FRACTION, 0.01);
  traffic.slowCommits = { share, byMs: slow.duration('By', 5_000) };
}

/** Writes a second, said as such or as a count over a span. */
function readRate(from: Members, forMs: number | undefined): number {
  const range = { minimum: 0, maximum: 40_000, fraction: true };
  if (!from.has('Count')) return from.number('PerSecond', range, 1);
  const count = from.number('Count', { minimum: 0, maximum: 100_000_000 }, 0);
  if (from.has('PerSecond')) from.error('Count', 'Count and PerSecond exclude each other.');
  if (forMs === undefined || forMs === 0) {
    from.error('Count', 'For is missing; Count is spread over it.');
    return 0;
  }
  return (count * 1_000) / forMs;
}

function readKeys(from: Members, keys: TrafficDefinition['keys']): void {
  refuseOthers(from, ['Count', 'Distribution', 'Prefix', 'Skew', 'Share', 'HotKeys']);
  keys.count = from.number('Count', COUNT, keys.count);
  keys.distribution = from.choice('Distribution', ['Uniform', 'Zipf', 'Hot'], 'Uniform');
  keys.prefix = from.text('Prefix', keys.prefix);
  keys.skew = from.number('Skew', { minimum: 0, maximum: 10, fraction: true }, keys.skew);
  keys.share = from.number('Share', FRACTION, keys.share);
  keys.hotKeys = from.number('HotKeys', COUNT, keys.hotKeys);
}

/** Weights; a kind that is not named has none. */
function readMix(from: Members): TrafficDefinition['mix'] {
  refuseOthers(from, ['Insert', 'Modify', 'Remove', 'NoOp']);
  const weight = (name: string) =>
    from.number(name, { minimum: 0, maximum: 1_000_000, fraction: true }, 0);
  const mix = {
    insert: weight('Insert'),
    modify: weight('Modify'),
    remove: weight('Remove'),
    noOp: weight('NoOp'),
  };
  if (mix.insert + mix.modify + mix.remove + mix.noOp > 0) return mix;
  from.findings.error(from.path, 'the weights are all zero; at least one has to be above it.');
  return mix;
}
