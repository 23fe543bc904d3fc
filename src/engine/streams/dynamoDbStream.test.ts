import { describe, expect, it } from 'vitest';
import type { StreamViewType } from '../definition.ts';
import { openSimulation, type Simulation } from '../index.ts';
import { Entry } from '../kernel/journal.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  entriesOf,
  put,
  remove,
  someTraffic,
} from '../testing/definitions.ts';
import { disableStream, enableStream } from './dynamoDbStream.ts';
import { sequenceNumberOf, streamRecord } from './record.ts';

const T1001 = { TodoID: { S: 'T1001' }, Status: { S: 'In Progress' } };
const DONE = { ...T1001, Status: { S: 'completed' } };
const KEYS = { TodoID: { S: 'T1001' } };

async function todoRecords(viewType: StreamViewType) {
  const partitionKey = { name: 'TodoID', type: 'S' } as const;
  const tables = [aTable({ partitionKey, stream: { viewType } })];
  const simulation = await openSimulation(aDefinition({ tables }));
  simulation.submit(put(T1001), atSeconds(1));
  simulation.submit(put(DONE), atSeconds(2));
  simulation.submit(remove(KEYS), atSeconds(3));
  simulation.runUntil(atSeconds(4));
  return [0, 1, 2].map((change) => streamRecord(simulation.world, change));
}

describe('records', () => {
  it.each([
    ['KEYS_ONLY', [{}, {}, {}]],
    ['NEW_IMAGE', [{ NewImage: T1001 }, { NewImage: DONE }, {}]],
    ['OLD_IMAGE', [{}, { OldImage: T1001 }, { OldImage: DONE }]],
    [
      'NEW_AND_OLD_IMAGES',
      [{ NewImage: T1001 }, { NewImage: DONE, OldImage: T1001 }, { OldImage: DONE }],
    ],
  ] as const)('[S11] %s holds just these images', async (viewType, images) => {
    const records = await todoRecords(viewType);
    expect(records.map((r) => r.eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    records.forEach(({ dynamodb }, i) => {
      const { NewImage, OldImage } = dynamodb;
      expect(dynamodb.Keys).toEqual(KEYS);
      expect({ ...(NewImage && { NewImage }), ...(OldImage && { OldImage }) }).toEqual(images[i]);
    });
  });

  it('[S13] tell whole seconds, [S15] version 1.1, and ids of 32 hexadecimal digits', async () => {
    for (const record of await todoRecords('NEW_IMAGE')) {
      expect(record.dynamodb.ApproximateCreationDateTime % 1).toBe(0);
      expect(record.eventVersion).toBe('1.1');
      expect(record.eventID).toMatch(/^[0-9a-f]{32}$/);
    }
  });

  it('[S14] count the bytes of keys and of the images that are there', async () => {
    const keys = 6 + 5;
    const open = keys + 6 + 11;
    const done = keys + 6 + 9;
    const sizes = async (view: StreamViewType) =>
      (await todoRecords(view)).map((r) => r.dynamodb.SizeBytes);
    expect(await sizes('KEYS_ONLY')).toEqual([keys, keys, keys]);
    expect(await sizes('NEW_IMAGE')).toEqual([keys + open, keys + done, keys]);
    const both = [keys + open, keys + open + done, keys + done];
    expect(await sizes('NEW_AND_OLD_IMAGES')).toEqual(both);
  });
});

describe('a stream', () => {
  const busy = aDefinition({
    traffic: [someTraffic({ perSecond: 0.2, keys: { ...someTraffic().keys, count: 20 } })],
    functions: [aFunction()],
    eventSourceMappings: [aMapping()],
  });
  let run: Promise<Simulation> | undefined;
  /** The busy lab after 25 hours, run once; who looks at it changes nothing. */
  const busyDay = () => {
    run ??= openSimulation(busy).then((simulation) => {
      simulation.runUntil(atSeconds(25 * 3_600));
      return simulation;
    });
    return run;
  };

  it('[S1] holds one record per change, in the commit that made it', async () => {
    const simulation = await openSimulation(busy);
    simulation.runUntil(atSeconds(600));
    const { world } = simulation;
    const appended = entriesOf(world, Entry.streamRecordAppended);
    expect(appended.map(({ a }) => a)).toEqual(appended.map((_, i) => i));
    expect(appended).toHaveLength(world.changes.at.length);
    for (const { at, a, cause } of appended) {
      expect(at).toBe(world.changes.at.get(a));
      expect(world.journal.read(cause).a).toBe(a);
    }
  });

  it('[S2] has an open shard per partition, [S7] rolls each about every four hours, [S4] parent to child', async () => {
    const { state } = (await busyDay()).world;
    const open = state.shards.filter((s) => s.closedAt < 0);
    expect(open.map((s) => s.partition).sort()).toEqual([0, 1, 2, 3]);
    for (const shard of state.shards) {
      if (shard.openedAt === 0 || shard.closedAt < 0) continue;
      const hours = (shard.closedAt - shard.openedAt) / 3.6e9;
      expect(hours).toBeGreaterThanOrEqual(3.9);
      expect(hours).toBeLessThanOrEqual(4.1);
      expect(state.shards[shard.parent]!.partition).toBe(shard.partition);
      expect(state.shards[shard.parent]!.closedAt).toBe(shard.openedAt);
    }
    expect(state.shards.length).toBeGreaterThan(24);
  });

  it('[S3] names shards as AWS does', async () => {
    const { world } = await openSimulation(busy);
    for (const { id } of world.state.shards) expect(id).toMatch(/^shardId-\d{20}-[0-9a-f]{8}$/);
    expect(world.state.streams[0]!.arn).toBe(
      'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2026-01-05T09:00:00.000',
    );
  });

  it('[S5] keeps the order of each item over all generations, [S12] sequence numbers rise', async () => {
    const { world } = await busyDay();
    const delivered = new Map<number, number>();
    for (const { a } of entriesOf(world, Entry.invocationStarted)) {
      const { shard } = world.state.consumers[world.invocations.consumer.get(a)]!;
      for (let o = world.invocations.from.get(a); o < world.invocations.to.get(a); o++) {
        const change = world.shardRecords[shard]!.get(o);
        const item = world.changes.item.get(change);
        expect(change).toBeGreaterThan(delivered.get(item) ?? -1);
        delivered.set(item, change);
      }
    }
    let before = '';
    for (let change = 0; change < world.changes.at.length; change++) {
      const number = sequenceNumberOf(world, change);
      expect(number).toMatch(/^\d{21,40}$/);
      expect(number > before).toBe(true);
      before = number;
    }
  });

  it('[S6] lets each record fall off 24 hours after it was written, not before', async () => {
    const { world } = await busyDay();
    const trimmed = entriesOf(world, Entry.recordsTrimmed);
    let count = 0;
    for (const { at, a, b, c } of trimmed) {
      for (let ordinal = b; ordinal < c; ordinal++) {
        expect(at - world.changes.at.get(world.shardRecords[a]!.get(ordinal))).toBe(24 * 3.6e9);
        count++;
      }
    }
    expect(count).toBe(world.state.streams[0]!.trimmed);
    expect(count).toBeGreaterThan(500);
  });

  it('[S8] shows a record to readers 40 to 120 ms later, in the order of the shard', async () => {
    const simulation = await openSimulation(
      aDefinition({ traffic: [someTraffic({ perSecond: 200 })] }),
    );
    simulation.runUntil(atSeconds(20));
    const { world } = simulation;
    const last = new Map<number, number>();
    for (let change = 0; change < world.changes.at.length; change++) {
      const shard = world.changes.shard.get(change);
      const visible = world.changes.readableAt.get(change);
      const delay = visible - world.changes.at.get(change);
      expect(delay).toBeGreaterThanOrEqual(40_000);
      expect(delay).toBeLessThanOrEqual(120_000);
      expect(visible).toBeGreaterThanOrEqual(last.get(shard) ?? 0);
      last.set(shard, visible);
    }
  });

  it('[S16] takes nothing more when it is disabled, and is another one when enabled again', async () => {
    const simulation = await openSimulation(busy);
    simulation.runUntil(atSeconds(600));
    const { world } = simulation;
    const { count } = world.state.shards[0]!;
    disableStream(world, 0);
    simulation.runUntil(atSeconds(1_200));
    expect(world.state.shards.every((shard) => shard.closedAt >= 0)).toBe(true);
    expect(world.state.shards[0]!.count).toBe(count);
    const before = world.changes.at.length;
    enableStream(world, 0, 'KEYS_ONLY');
    simulation.runUntil(atSeconds(1_800));
    expect(world.state.streams.map(({ label }) => label)).toEqual([
      '2026-01-05T09:00:00.000',
      '2026-01-05T09:20:00.000',
    ]);
    expect(world.changes.shard.get(before - 1)).toBe(-1);
    expect(world.changes.shard.get(before)).toBeGreaterThanOrEqual(4);
  });

  it('[S9] costs no events while nothing happens', async () => {
    const idle = aDefinition({ functions: [aFunction()], eventSourceMappings: [aMapping()] });
    const simulation = await openSimulation(idle);
    simulation.runUntil(atSeconds(24 * 3_600));
    expect(simulation.world.state.events).toBeLessThan(300);
  });
});
