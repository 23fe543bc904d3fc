import { describe, expect, it } from 'vitest';
import type { EventSourceMappingDefinition, TargetKind } from '../../../engine/definition.ts';
import { openSimulation } from '../../../engine/index.ts';
import { itemIdentifierOf } from '../../../engine/lambda/events/eventRecord.ts';
import { recordsOfInvocation } from '../../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../../engine/streams/shard.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  Entry,
  entriesOf,
  put,
  someTraffic,
  startFault,
} from '../../../engine/testing/definitions.ts';
import type { World } from '../../../engine/world.ts';
import { collectFlights } from '../../flights/flights.ts';
import { GIVEN_UP_US } from '../../flights/givenUp.ts';
import { GIVEN_UP_LANE } from '../../geometry/cardBox.ts';
import { cursorTexts } from '../../scene/cardParts.ts';
import { makeScene } from '../../scene/makeScene.ts';
import type { FunctionCard, StreamCard } from '../../scene/scene.ts';
import { whyNot } from './filterReason.ts';
import { filters } from './filters.ts';
import { lanes } from './lanes.ts';
import { onFailures } from './onFailures.ts';
import { partialFailure } from './partialFailure.ts';
import { readers } from './readers.ts';
import { splitTree } from './splitTree.ts';
import { windows } from './windows.ts';

const dead = (kind: TargetKind) => ({ id: 'Dead', name: 'dead', kind });
const poison = startFault({
  kind: 'Poison',
  target: 'Processor',
  match: { id: { S: 'order#3' } },
});

/** Twelve items, all written at once, one of them poisoned; run until an instant in seconds. */
async function run(
  mapping: Partial<EventSourceMappingDefinition>,
  until: number,
  kind: TargetKind = 'SQS',
): Promise<World> {
  const simulation = await openSimulation(
    aDefinition({
      functions: [aFunction()],
      targets: [dead(kind)],
      eventSourceMappings: [aMapping({ maximumBatchingWindowMs: 2_000, ...mapping })],
    }),
  );
  simulation.submit(poison);
  for (let i = 0; i < 40; i++) simulation.submit(put({ id: { S: `order#${i}` } }));
  simulation.runUntil(atSeconds(until));
  return simulation.world;
}

const cardOf = (world: World): FunctionCard =>
  makeScene(world).cards.find((card): card is FunctionCard => card.type === 'function')!;
const cursorsOf = (world: World) =>
  makeScene(world)
    .cards.filter((card): card is StreamCard => card.type === 'stream')
    .flatMap(({ shards }) => shards.flatMap(({ cursors }) => cursors));

describe('the split of a failing batch', () => {
  const bisecting = { bisectBatchOnFunctionError: true };

  it('[V40] goes down in halves that fill the batch, to the poisoned record alone', async () => {
    const world = await run(bisecting, 30);
    const tree = splitTree(world, 0)!;
    const [root] = tree.nodes;
    expect(root).toMatchObject({ depth: 0, from: 0, to: 1, state: 'split' });
    expect(root!.records).toBeGreaterThan(2);
    for (const node of tree.nodes.filter(({ state }) => state === 'split')) {
      const halves = tree.nodes.filter(
        (one) => one.depth === node.depth + 1 && one.from >= node.from && one.to <= node.to,
      );
      expect(halves).toHaveLength(2);
      expect(halves[0]!.records + halves[1]!.records).toBe(node.records);
      expect(halves[0]!.to).toBeCloseTo(halves[1]!.from, 12);
    }
    const alone = tree.nodes.filter((one) => one.alone !== null);
    expect(alone.map((node) => node.alone!.label)).toEqual(['order#3']);
    expect(alone[0]!.state).toMatch(/backingOff|running/);
    expect(tree.text).toContain('order#3 stands alone');
  });

  it('shows the parts that wait on the card', async () => {
    const world = await run(bisecting, 30);
    const slot = cardOf(world).slots.find(({ attempts }) => attempts > 0)!;
    const waiting = splitTree(world, 0)!.nodes.filter(({ state }) => state === 'waiting');
    expect(slot.halves.reduce((a, b) => a + b, 0)).toBe(
      waiting.reduce((sum, { records }) => sum + records, 0),
    );
    expect(slot.total).toBe(1);
  });

  it('is not there where nothing was split', async () => {
    expect(splitTree(await run({}, 10), 0)).toBeNull();
  });
});

describe('a partial failure', () => {
  it('[V41] has all before the lowest reported record done, and the checkpoint at it', async () => {
    const world = await run({ reportBatchItemFailures: true }, 4);
    const { cells, checkpoint, text } = partialFailure(world, 0)!;
    const reported = cells.findIndex(({ state }) => state === 'lowest');
    expect(cells[reported]!.mark.label).toBe('order#3');
    expect(cells.slice(0, reported).every(({ state }) => state === 'done')).toBe(true);
    expect(cells.slice(reported + 1).every(({ state }) => state === 'again')).toBe(true);
    const blocked = world.state.consumers.find(({ phase }) => phase === 'backingOff')!;
    expect(world.changes.ordinal.get(cells[reported]!.mark.change)).toBe(blocked.checkpoint);
    expect(text).toContain(`…${checkpoint.slice(-7)}`);
  });

  it('[V41] shows every record that the function’s own code reported, not the lowest alone', async () => {
    const world = await run({ reportBatchItemFailures: true }, 4);
    const failed = entriesOf(world, Entry.invocationFailed).at(-1)!;
    const { shard } = world.state.consumers[failed.b]!;
    const batch = recordsOfInvocation(world, failed.a);
    const ids = [batch.at(-1)!, batch[0]!].map((ordinal) => ({
      itemIdentifier: itemIdentifierOf(world, shard, ordinal),
    }));
    const payload = JSON.stringify({ batchItemFailures: ids });
    const at = world.now;
    const row = world.code.results.push({ invocation: failed.a, at, isError: false, payload });
    world.journal.append(at, Entry.handlerEnded, failed.a, row);
    const lowest = changeOf(world, shard, batch[0]!);
    world.journal.append(at, Entry.invocationFailed, failed.a, failed.b, failed.c, lowest);
    const { cells, text } = partialFailure(world, 0)!;
    const states = cells.map(({ state }) => state);
    expect([states[0], states.at(-1)]).toEqual(['lowest', 'reported']);
    expect(states.slice(1, -1).every((state) => state === 'again')).toBe(true);
    expect(text).toContain('reported 2 failures');
  });
});

describe('records that are given up', () => {
  const aged = { maximumRecordAgeMs: 60_000, onFailureDestination: 'Dead' };

  it('[V42] fall out with the reason, and what tells of them follows to the destination', async () => {
    const world = await run(aged, 130);
    const given = entriesOf(world, Entry.recordsDiscarded);
    expect(given.length).toBeGreaterThan(0);
    const flights = collectFlights(world, 0, world.journal.length).filter(({ note }) => note);
    const [fall] = flights.filter(({ to }) => 'lane' in to && to.lane === GIVEN_UP_LANE);
    expect(fall!.note).toBe('too old: discarded');
    expect(fall!.from.card).toBe('stream:0');
    const [pointer] = flights.filter(({ to }) => to.card === 'target:0');
    expect(pointer!.departAt).toBe(fall!.departAt + GIVEN_UP_US);
    expect(pointer!.note).toMatch(/^pointer to \d+ record/);
  });

  it('[V43] are pointed at by a queue, and can be read while they live; a bucket holds them', async () => {
    const mapping = { maximumRetryAttempts: 1, onFailureDestination: 'Dead' };
    const queue = onFailures(await run(mapping, 60), 0)!;
    const [document] = queue.documents;
    expect(document).toMatchObject({ condition: 'RetryAttemptsExhausted', isAlive: true });
    expect(document!.json).not.toHaveProperty('payload');
    const later = onFailures(await run(mapping, 100_000), 0)!;
    expect(later.documents[0]!.isAlive).toBe(false);
    const bucket = onFailures(await run(mapping, 60, 'S3'), 0)!;
    expect(bucket.holdsRecords).toBe(true);
    const { payload } = bucket.documents[0]!.json as { payload: { Records: unknown[] } };
    expect(payload.Records).toHaveLength(bucket.documents[0]!.total);
  });
});

describe('the readers of a mapping', () => {
  it('[V44] say what they have in hand, which attempt comes next, and when', async () => {
    const world = await run({ maximumRetryAttempts: 4 }, 5);
    const { rows, text } = readers(world, 0);
    const failing = rows.find(({ tone }) => tone === 'bad')!;
    expect(failing.says).toMatch(/^attempt [23] of 5 in /);
    expect(failing.agePart).toBeGreaterThan(0);
    expect(text).toContain('LastProcessingResult: ');
    expect(cardOf(world).iteratorAgeMs).toBe(Math.max(...rows.map((row) => row.iteratorAgeMs)));
  });

  it('fill a batch by size and by window', async () => {
    const { rows } = readers(await run({ maximumBatchingWindowMs: 20_000 }, 10), 0);
    const filling = rows.filter(({ state }) => state === 'buffering');
    expect(filling.length).toBeGreaterThan(0);
    for (const row of filling) {
      expect(row.sizePart).toBeCloseTo(row.total / 100, 9);
      expect(row.windowPart).toBeGreaterThan(0.4);
      expect(row.windowPart).toBeLessThan(0.6);
    }
  });

  it('[V45] are called up to date only when nothing is unread or in flight', async () => {
    const simulation = await openSimulation(
      aDefinition({
        functions: [aFunction()],
        eventSourceMappings: [aMapping({ batchSize: 5 })],
        traffic: [someTraffic()],
      }),
    );
    let said = 0;
    for (let at = 1; at < 40; at++) {
      simulation.runUntil(atSeconds(at * 0.37));
      const card = cardOf(simulation.world);
      for (const cursor of cursorsOf(simulation.world)) {
        expect(cursorTexts(cursor).text === 'up to date').toBe(cursor.waiting === 0);
      }
      if (card.status !== 'up to date') continue;
      said++;
      expect(card.waiting).toBe(0);
      expect(card.slots.every(({ state, waiting }) => state === 'empty' && waiting === 0)).toBe(
        true,
      );
    }
    expect(said).toBeLessThan(40);
  });
});

describe('parallel lanes', () => {
  it('[V46] have each item in one lane of its shard', async () => {
    const figure = lanes(await run({ parallelizationFactor: 4 }, 30), 0)!;
    for (const { lanes: of } of figure.shards) {
      expect(of).toHaveLength(4);
      const items = of.flatMap(({ items: shown }) => shown.map(({ item }) => item));
      expect(new Set(items).size).toBe(items.length);
    }
  });
});

describe('filters', () => {
  const event = { eventName: 'INSERT', dynamodb: { NewImage: { total: { N: '5' } } } };

  it('[V47] say which key of a pattern a record does not match', () => {
    const why = (pattern: unknown) => whyNot(JSON.stringify(pattern), event);
    expect(why({ eventName: ['INSERT'] })).toEqual([]);
    expect(why({ eventName: ['MODIFY'] })).toEqual(['eventName is "INSERT"; wanted ["MODIFY"]']);
    expect(
      why({ eventName: ['INSERT'], dynamodb: { NewImage: { status: { S: ['paid'] } } } }),
    ).toEqual(['dynamodb.NewImage.status.S is not there; wanted ["paid"]']);
    expect(why({ $or: [{ eventName: ['MODIFY'] }, { eventName: ['REMOVE'] }] })).toEqual([
      'no alternative of $or matches',
    ]);
  });

  it('count what they drop, with the reason for the latest', async () => {
    const pattern = JSON.stringify({ dynamodb: { Keys: { id: { S: [{ suffix: '7' }] } } } });
    const world = await run({ filters: [pattern] }, 30);
    const figure = filters(world, 0)!;
    expect(figure.dropped).toBe(world.state.mappings[0]!.meters.filtered);
    expect(figure.dropped).toBe(36);
    expect(figure.filters[0]!.matched).toBe(4);
    expect(figure.latest[0]!.why[0]).toMatch(/^dynamodb\.Keys\.id\.S is "order#\d+"; wanted /);
  });
});

describe('tumbling windows', () => {
  it('[V48] show the state that is carried, and how they ended', async () => {
    const world = await run({ tumblingWindowMs: 20_000 }, 10);
    const open = windows(world, 0)!;
    expect(open.rows.length).toBeGreaterThan(0);
    for (const row of open.rows) {
      expect(row.span).toMatch(/^09:00:00 – 09:00:20$/);
      expect(JSON.parse(row.state)).toEqual(row.records === 0 ? {} : { count: row.records });
    }
    const later = windows(await run({ tumblingWindowMs: 20_000 }, 40), 0)!;
    expect(later.ended[0]!.text).toContain('its time was over');
  });
});
