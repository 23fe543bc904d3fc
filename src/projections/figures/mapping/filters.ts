/** What a mapping's filters let through, and what they drop and why [E28]. */

import { filteredRecord } from '../../../engine/lambda/events/eventRecord.ts';
import { parsePattern } from '../../../engine/lambda/events/filter.ts';
import { isInLane } from '../../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../../engine/streams/shard.ts';
import type { ConsumerState, World } from '../../../engine/world.ts';
import { markOf } from '../../scene/marks.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';
import { whyNot } from './filterReason.ts';
import type { Filters } from './shapes.ts';

/** Latest records, of all shards together, that are shown to the patterns again. */
const MOST_RECORDS = 60;
const MOST_DROPPED = 5;

export function filters(world: World, mapping: number): Filters | null {
  const { filters: patterns, meters } = world.state.mappings[mapping]!;
  if (patterns.length === 0) return null;
  const records = latestRecords(world, mapping);
  const parsed = patterns.map((pattern) => ({ pattern, matches: parsePattern(pattern) }));
  const dropped = records.filter(({ event }) => !parsed.some(({ matches }) => matches(event)));
  return {
    kind: 'filters',
    title: words.filters,
    text: words.filtersText(meters.filtered),
    filters: parsed.map(({ pattern, matches }) => ({
      pattern,
      matched: records.filter(({ event }) => matches(event)).length,
    })),
    looked: records.length,
    dropped: meters.filtered,
    latest: dropped.slice(0, MOST_DROPPED).map(({ change, event }) => ({
      mark: markOf(world, change, 'read'),
      why: patterns.map((pattern) => whyNot(pattern, event).join('; ')),
    })),
  };
}

/** Records that the mapping has passed, the latest first. */
function latestRecords(world: World, mapping: number): { change: number; event: unknown }[] {
  const { consumers } = world.state.mappings[mapping]!;
  const each = Math.max(4, Math.floor(MOST_RECORDS / Math.max(1, consumers.length)));
  return consumers
    .flatMap((number) => passedBy(world, world.state.consumers[number]!, each))
    .sort((a, b) => b.change - a.change)
    .slice(0, MOST_RECORDS);
}

function passedBy(
  world: World,
  consumer: ConsumerState,
  most: number,
): { change: number; event: unknown }[] {
  const { shard, checkpoint, begins } = consumer;
  const { trimmed } = world.state.shards[shard]!;
  const found: { change: number; event: unknown }[] = [];
  const first = Math.max(begins, trimmed, checkpoint - most * consumer.lanes);
  for (let ordinal = checkpoint - 1; ordinal >= first && found.length < most; ordinal--) {
    if (!isInLane(world, consumer, ordinal)) continue;
    found.push({
      change: changeOf(world, shard, ordinal),
      event: filteredRecord(world, shard, ordinal),
    });
  }
  return found;
}
