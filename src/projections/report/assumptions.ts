/**
 * Which of the assumed rules of SPEC.md a run leans on. A rule that is marked as assumed there, or
 * whose figures are, is in this table; the ids stay for ever.
 */
import type { World } from '../../engine/world.ts';

const USES: readonly (readonly [id: string, isUsed: (world: World) => boolean])[] = [
  ['D2', (world) => hasIdempotency(world, 'ExternalVersion')],
  ['D9', (world) => hasIdempotency(world, 'ExecutionName')],
  [
    'E6',
    (world) => world.state.mappings.some(({ meters }) => meters.retries + meters.throttled > 0),
  ],
  ['E11', ({ state }) => state.mappings.some(({ lastModifiedAt }) => lastModifiedAt > 0)],
  ['E39', ({ state }) => state.consumers.some(({ retired }) => retired)],
  ['E40', ({ state }) => state.mappings.some(({ tumblingUs }) => tumblingUs > 0)],
  ['K2', hasKinesisRecords],
  ['K3', hasKinesisRecords],
  ['K4', (world) => world.state.kinesisStreams.some(({ duplicates }) => duplicates > 0)],
  ['K5', (world) => world.state.kinesisStreams.some(({ outOfOrder }) => outOfOrder > 0)],
  ['P3', ({ state }) => state.tables.length > 0],
  ['P4', ({ state }) => state.partitions.some(({ open }) => !open)],
  ['S2', ({ state }) => state.streams.length > 0],
  ['S6', ({ state }) => state.streams.some(({ trimmed }) => trimmed > 0)],
  ['S7', ({ state }) => state.shards.some(isRolled)],
  ['S8', ({ state }) => state.streams.some(({ records: r }) => r.INSERT + r.MODIFY + r.REMOVE > 0)],
  ['T1', ({ state }) => state.tables.some(({ writes }) => writes.noOp > 0)],
  ['T4', ({ writes }) => writes.sentAt.length > 0],
  ['W8', ({ state }) => state.pollers.some(({ throttled }) => throttled > 0)],
  ['W12', ({ definition }) => definition.pollers.some((poller) => poller.export !== undefined)],
  ['W14', ({ state }) => state.mappings.some(({ meters }) => meters.readThrottles > 0)],
  ['X6', ({ items }) => items.hash.length > 0],
];

/** Ids in alphabetical order. */
export function assumptionsOf(world: World): string[] {
  return USES.filter(([, isUsed]) => isUsed(world)).map(([id]) => id);
}

export const knownAssumptions: readonly string[] = USES.map(([id]) => id);

function hasKinesisRecords({ state }: World): boolean {
  return state.kinesisStreams.some(({ records }) => records > 0);
}

function hasIdempotency({ definition }: World, idempotency: string): boolean {
  return definition.functions.some(({ effects }) =>
    effects.some((effect) => effect.idempotency === idempotency),
  );
}

const isRolled = ({ kind, parent }: World['state']['shards'][number]): boolean =>
  kind === 'DynamoDbStream' && parent >= 0;
