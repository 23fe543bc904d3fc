import { describe, expect, it } from 'vitest';
import { createDoor } from '../../aws/door.ts';
import type { SimulationDefinition } from '../../engine/definition.ts';
import type { Simulation } from '../../engine/index.ts';
import { aTable, atSeconds, put } from '../../engine/testing/definitions.ts';
import { captionOf } from '../caption/caption.ts';
import { tableCard } from '../cards/tableCard.ts';
import { ANSWER_DRAWN_US } from '../flights/answers.ts';
import { CALL_DRAWN_US, flightsInMotion } from '../flights/flights.ts';
import { transactionThreads } from '../geometry/threads.ts';
import { inspect } from '../inspect/inspect.ts';
import { makeScene } from '../scene/makeScene.ts';
import { recentWrites } from '../scene/recentWrites.ts';
import type { Card } from '../scene/scene.ts';
import { partsOf, tornReaders } from '../scene/transactions.ts';
import { logLines } from '../sentences/logLines.ts';
import { openBuiltIn, openOrders } from '../testing/labs.ts';
import { whyOf } from '../why/whyOf.ts';
import { itemLists } from './itemLists.ts';
import { iteratorList } from './iterators.ts';
import { transactionParts } from './transaction.ts';

const quiet: Partial<SimulationDefinition> = { traffic: [], pollers: [] };
const cardOf = <T extends Card['type']>({ world }: Simulation, type: T) =>
  makeScene(world).cards.find((card): card is Extract<Card, { type: T }> => card.type === type)!;
const told = ({ world }: Simulation): string[] =>
  logLines(world, 0, world.journal.length).map(({ text }) => text);

describe('iterators', () => {
  async function reading() {
    const simulation = await openOrders(quiet);
    const { call } = createDoor(simulation);
    const ask = (operation: string, input: object): Record<string, string> => {
      const answer = call('dynamodbstreams', operation, input);
      if (!answer.ok) throw new Error(answer.error.name);
      return answer.output as Record<string, string>;
    };
    const { arn: StreamArn, shards } = simulation.world.state.streams[0]!;
    const ShardId = simulation.world.state.shards[shards[0]!]!.id;
    const take = (ShardIteratorType: string) =>
      ask('GetShardIterator', { StreamArn, ShardId, ShardIteratorType }).ShardIterator!;
    const read = (ShardIterator: string) => ask('GetRecords', { ShardIterator });
    const rows = () => iteratorList(simulation.world, shards).rows.filter((row) => row.byClient);
    return { simulation, shards, take, read, rows };
  }

  it('[S25] [V34] are tokens that move on with each read, grow old, and say when and why they are over', async () => {
    const { simulation, shards, take, read, rows } = await reading();
    expect(rows()).toEqual([]);
    const token = take('TRIM_HORIZON');
    simulation.runUntil(atSeconds(60));
    expect(rows()).toMatchObject([{ iteratorType: 'TRIM_HORIZON', age: '1 min', state: 'valid' }]);
    expect(rows()[0]!.leftPart).toBeCloseTo(14 / 15);
    read(token);
    expect(rows()).toMatchObject([{ age: '0 ms', left: '15 min' }]);
    simulation.runUntil(atSeconds(60 + 901));
    const [expired] = rows();
    expect(expired).toMatchObject({ state: 'expired', leftPart: 0 });
    expect(expired!.why).toContain('ExpiredIteratorException');
    const lane = cardOf(simulation, 'stream').shards.find(({ shard }) => shard === shards[0]);
    expect(lane!.tokens).toMatchObject([{ state: 'expired', reads: 1 }]);
    simulation.runUntil(atSeconds(60 + 1_801));
    expect(rows()).toEqual([]);
  });

  it('[S25] are noted eight to a shard, and only the latest two stand on its lane', async () => {
    const { simulation, take, rows } = await reading();
    for (let i = 0; i < 10; i++) take('LATEST');
    expect(rows()).toHaveLength(8);
    const lanes = cardOf(simulation, 'stream').shards.map(({ tokens }) => tokens.length);
    expect(lanes.toSorted()).toEqual([0, 0, 0, 2]);
  });

  it('[V34] of Lambda are listed as renewed, and never expire', async () => {
    const { simulation, shards } = await reading();
    simulation.runUntil(atSeconds(3_000));
    const { rows, text } = iteratorList(simulation.world, shards);
    expect(rows).toHaveLength(4);
    expect(rows.every(({ byClient, left }) => !byClient && left === 'never')).toBe(true);
    expect(text).toContain('Lambda renews its own');
  });
});

describe('a transaction', () => {
  it('[V35] is torn while a reader has one part and not the other, and whole before and after', async () => {
    const simulation = await openBuiltIn('stream-tells');
    const { world } = simulation;
    simulation.runUntil(atSeconds(12));
    const change = world.changes.at.length - 1;
    const parts = partsOf(world, world.writes.source.get(world.changes.write.get(change)), 12e6);
    expect(parts).toHaveLength(2);
    expect(new Set(parts.map((part) => world.changes.shard.get(part))).size).toBe(2);
    const torn: boolean[] = [];
    for (let ms = 12_000; ms < 14_000; ms += 10) {
      simulation.runUntil(atSeconds(ms / 1_000));
      torn.push(tornReaders(world, parts).length > 0);
      const figure = transactionParts(world, change)!;
      expect(figure.torn).toBe(torn.at(-1));
      if (figure.torn) expect(captionOf(world).title).toContain('is torn: Ledger has a part');
      const [answer] = whyOf(world, { kind: 'record', change });
      expect(answer?.figure).toEqual(figure.torn ? figure : undefined);
      const told = inspect(world, { kind: 'record', change }).story[1]!;
      expect(told.text).toBe('part 2 of 2 of one transaction');
      expect(/^Ledger has \S+, and not yet \S+\.$/.test(told.detail)).toBe(figure.torn);
    }
    expect([torn[0], torn.includes(true), torn.at(-1)]).toEqual([false, true, false]);
    expect(told(simulation)).toContainEqual(
      expect.stringMatching(/savings#1.*part 1 of 2 of a tr/),
    );
    expect(transactionParts(world, 0)).toBeNull();
  });

  it('[V35] is held together by one thread, until every part has been read', () => {
    const mark = (change: number, transaction?: number) => ({
      mark: { change, transaction, item: change } as never,
      x: change,
      y: change,
      pale: false,
    });
    const marks = [mark(1, 7), mark(2), mark(3, 7), mark(4, 8)];
    expect(transactionThreads(marks)).toEqual([
      {
        transaction: 7,
        points: [
          { x: 1, y: 1 },
          { x: 3, y: 3 },
        ],
      },
    ]);
    expect(transactionThreads(marks.map((each) => ({ ...each, pale: true })))).toEqual([]);
  });
});

describe('items', () => {
  it('[T14] [V36] that have expired are counted and named until they change or go', async () => {
    const simulation = await openOrders({
      ...quiet,
      tables: [aTable({ timeToLiveAttribute: 'ttl' })],
      timeToLiveDelayMs: { p50: 20_000, p99: 30_000 },
    });
    const { world } = simulation;
    const now = world.definition.startAtMs / 1_000;
    const due = (id: string, at: number) => put({ id: { S: id }, ttl: { N: String(now + at) } });
    for (const id of ['goes', 'stays']) simulation.submit(due(id, 10));
    const counts: number[] = [];
    const count = (at: number) => {
      simulation.runUntil(atSeconds(at));
      counts.push(cardOf(simulation, 'table').expired);
    };
    count(9);
    count(10.5);
    simulation.submit(due('stays', 100_000));
    count(11);
    const lists = itemLists(world, 0);
    expect(lists.map(({ list }) => list)).toEqual(['expired']);
    expect(lists[0]!.items).toMatchObject([{ label: 'goes', note: 'for 1 s' }]);
    expect(captionOf(world).title).not.toContain('has passed');
    count(120);
    expect(counts).toEqual([0, 2, 1, 0]);
    const last = world.changes.at.length - 1;
    expect(inspect(world, { kind: 'record', change: last }).rules.map(({ id }) => id)).toContain(
      'T15',
    );
    expect(told(simulation).filter((text) => text.includes('has expired'))).toHaveLength(2);
  });

  it('[V36] that time to live deletes leave with a mark of their own', async () => {
    const simulation = await openBuiltIn('stream-tells');
    simulation.runUntil(atSeconds(985.45));
    const marks = flightsInMotion(simulation.world, simulation.now).flatMap((f) => f.marks);
    expect(marks).toMatchObject([{ label: 'session#4', kind: 3, byTimeToLive: true }]);
    expect(captionOf(simulation.world).title).toMatch(/^Time to live deleted session#4, 15 min/);
  });

  it('[V37] from before the stream are counted until each has changed, also where it came later', async () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id: { S: id } }));
    const table = aTable({ items });
    delete table.stream;
    const simulation = await openOrders({ ...quiet, tables: [table], eventSourceMappings: [] });
    simulation.submit(put({ id: { S: 'd' } }));
    simulation.runUntil(atSeconds(1));
    expect(cardOf(simulation, 'table').beforeStream).toBe(0);
    const StreamSpecification = { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' };
    simulation.submit({
      call: 'dynamodb:UpdateTable',
      input: { TableName: 'Orders', StreamSpecification },
    });
    simulation.runUntil(atSeconds(10));
    expect(cardOf(simulation, 'table').beforeStream).toBe(4);
    simulation.submit(put({ id: { S: 'a' }, n: { N: '1' } }));
    simulation.submit(put({ id: { S: 'e' } }));
    simulation.submit({
      call: 'dynamodb:DeleteItem',
      input: { TableName: 'Orders', Key: { id: { S: 'd' } } },
    });
    simulation.runUntil(atSeconds(11));
    expect(cardOf(simulation, 'table').beforeStream).toBe(2);
    const [list] = itemLists(simulation.world, 0);
    expect(list!.items.map(({ label }) => label)).toEqual(['b', 'c']);
    expect(list!.text).toContain('not even to a reader at TRIM_HORIZON');
  });
});

describe('a hot key', () => {
  it('[V38] heats its partition, is refused there, and is named', async () => {
    const simulation = await openBuiltIn('hot-key');
    simulation.runUntil(atSeconds(5.9));
    const { world } = simulation;
    const { partitions } = tableCard(world, 0, recentWrites(world), new Map());
    const hot = partitions.filter(({ hottest }) => hottest === 'player#0');
    expect(hot).toHaveLength(1);
    expect(hot[0]).toMatchObject({ throttling: true });
    expect(hot[0]!.utilisationPercent).toBeGreaterThan(90);
    const refused = partitions.map(({ throttled }) => throttled);
    expect(refused.filter((n) => n > 0)).toEqual([world.state.tables[0]!.writes.throttled]);
    expect(captionOf(world).title).toMatch(/^Partition \d is hot: most of it is player#0/);
  });
});

describe('a GetRecords that is refused', () => {
  it('[V39] [S19] [S18] has a line in the log, a caption, and its error’s name on its way back', async () => {
    const simulation = await openOrders(quiet);
    const { world } = simulation;
    const { arn: StreamArn, shards } = world.state.streams[0]!;
    const ShardId = world.state.shards[shards[0]!]!.id;
    const ask = (operation: string, input: object) =>
      createDoor(simulation).call('dynamodbstreams', operation, input);
    const taken = ask('GetShardIterator', { StreamArn, ShardId, ShardIteratorType: 'LATEST' });
    const { ShardIterator } = (taken as { output: Record<string, string> }).output;
    const seen = () => [
      told(simulation).at(-1)!.split('. ')[0],
      captionOf(world).title,
      flightsInMotion(world, simulation.now).map(({ from, to, marks }) => [
        from,
        to,
        marks[0]!.label,
      ]),
    ];
    const way = (error: string) => [
      { card: 'stream:0', lane: shards[0]! },
      { card: 'writers:0' },
      error,
    ];

    expect(ask('GetRecords', { ShardIterator, Limit: 1_001 }).ok).toBe(false);
    const limit = 'LimitExceededException';
    expect(seen()).toEqual([
      `GetRecords of shard 1 was refused: ${limit}: Limit 1001 is above the 1000 records that one GetRecords returns at most`,
      `A client’s read of shard 1 was refused: ${limit}.`,
      [way(limit)],
    ]);

    simulation.runUntil(atSeconds(901));
    expect(ask('GetRecords', { ShardIterator })).toMatchObject({
      error: { name: 'ExpiredIteratorException' },
    });
    const expired = 'ExpiredIteratorException';
    expect(seen()).toEqual([
      `GetRecords of shard 1 was refused: ${expired}: Iterator expired`,
      `A client’s read of shard 1 was refused: ${expired}.`,
      [way(expired)],
    ]);
  });

  it('[V39] is no entry when it is no iterator at all', async () => {
    const simulation = await openOrders(quiet);
    const { length } = simulation.world.journal;
    createDoor(simulation).call('dynamodbstreams', 'GetRecords', { ShardIterator: 'x' });
    expect(simulation.world.journal.length).toBe(length);
  });
});

describe('a call that is answered at once', () => {
  it('[V39] is seen on its way to the table, and the answer to a read on its way back', async () => {
    const simulation = await openOrders(quiet);
    const { call } = createDoor(simulation);
    const Key = { id: { S: 'archive#1' } };
    call('dynamodb', 'PutItem', { TableName: 'Orders', Item: { id: { S: 'x' } } });
    call('dynamodb', 'GetItem', { TableName: 'Orders', Key });
    call('dynamodb', 'Scan', { TableName: 'Orders' });
    const flights = flightsInMotion(simulation.world, simulation.now);
    const ways = flights.map(({ from, to, marks, departAt, arriveAt }) => [
      `${from.card} > ${to.card}`,
      marks[0]!.label,
      arriveAt - departAt,
    ]);
    const [, toStream] = ways;
    expect(ways).toEqual([
      ['writers:0 > table:0', 'x', CALL_DRAWN_US],
      toStream,
      ['table:0 > writers:0', 'archive#1', ANSWER_DRAWN_US],
      ['table:0 > writers:0', '2 items', ANSWER_DRAWN_US],
    ]);
  });
});
