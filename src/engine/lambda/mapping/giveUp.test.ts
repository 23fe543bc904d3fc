/** Giving up, by each of its reasons and sizes: what the documents say, and what comes of the rest. */
import { describe, expect, it } from 'vitest';
import type { EventSourceMappingDefinition, TargetKind } from '../../definition.ts';
import { openSimulation } from '../../index.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  Entry,
  entriesOf,
  put,
  startFault,
} from '../../testing/definitions.ts';
import type { World } from '../../world.ts';
import { eventOf } from '../events/event.ts';
import type { DynamoDbEventRecord } from '../events/eventRecord.ts';
import type { FunctionHandler } from '../function/handler.ts';
import { onFailureDocument } from './onFailureDocument.ts';

// biome-ignore lint/suspicious/noExplicitAny: documents have several shapes
type Document = Record<string, any>;

const documentsOf = (world: World): Document[] =>
  Array.from({ length: world.onFailures.at.length }, (_, row) => onFailureDocument(world, row));

const numberOf = (record: unknown): number =>
  Number((record as { dynamodb: { Keys: { n: { N: string } } } }).dynamodb.Keys.n.N);

/** Sort key 0, 1, 2 …: all items of one partition key, so that they stay in one shard, in order. */
const table = aTable({
  partitionKey: { name: 'id', type: 'S' },
  sortKey: { name: 'n', type: 'N' },
});

async function play(
  mapping: Partial<EventSourceMappingDefinition>,
  handler: FunctionHandler,
  { count = 1, until = 600, kind = 'SQS' as TargetKind } = {},
) {
  const simulation = await openSimulation(
    aDefinition({
      tables: [table],
      functions: [aFunction()],
      eventSourceMappings: [
        aMapping({ maximumBatchingWindowMs: 2_000, onFailureDestination: 'Failures', ...mapping }),
      ],
      targets: [{ id: 'Failures', name: 'failures', kind }],
    }),
    { Processor: handler },
  );
  for (let n = 0; n < count; n++) {
    simulation.submit(put({ id: { S: 'a' }, n: { N: String(n) } }), atSeconds(1 + n / 10));
  }
  simulation.runUntil(atSeconds(until));
  const { world } = simulation;
  const batches = entriesOf(world, Entry.invocationStarted).map(({ a }) =>
    eventOf(world, a).Records.map(numberOf),
  );
  return { world, simulation, batches, documents: documentsOf(world) };
}

const THROWS: FunctionHandler = () => ({ kind: 'error', errorType: 'E', errorMessage: 'no' });
/** Throws where a record is in the batch. */
const throwsAt =
  (...poisoned: number[]): FunctionHandler =>
  (event) =>
    event.Records.some((record) => poisoned.includes(numberOf(record)))
      ? { kind: 'error', errorType: 'E', errorMessage: 'no' }
      : { kind: 'response', payload: null };
/** Reports records as failed. */
const reports =
  (...failed: number[]): FunctionHandler =>
  (event) => ({
    kind: 'response',
    payload: {
      batchItemFailures: event.Records.filter((r) => failed.includes(numberOf(r)))
        .map((r) => ({ itemIdentifier: (r as DynamoDbEventRecord).dynamodb.SequenceNumber }))
        .reverse(),
    },
  });

describe('[E7] [E26] a batch that fails', () => {
  it.each([0, 1, 2, 5])(
    '%i retries: one invocation more, and the document counts them',
    async (n) => {
      const { batches, documents } = await play({ batchSize: 3, maximumRetryAttempts: n }, THROWS, {
        count: 3,
      });
      expect(batches).toEqual(Array(n + 1).fill([0, 1, 2]));
      expect(documents).toHaveLength(1);
      expect(documents[0]).toMatchObject({
        requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: n + 1 },
        responseContext: {
          statusCode: 200,
          executedVersion: '$LATEST',
          functionError: 'Unhandled',
        },
        DDBStreamBatchInfo: { batchSize: 3 },
      });
    },
  );

  it.each([
    ['S3', true],
    ['SQS', false],
    ['SNS', false],
  ] as const)('a destination in %s has the records: %s', async (kind, has) => {
    const { documents } = await play({ batchSize: 2, maximumRetryAttempts: 0 }, THROWS, {
      count: 2,
      kind,
    });
    expect(documents[0]!.payload?.Records.map(numberOf)).toEqual(has ? [0, 1] : undefined);
  });
});

describe('[E29] a poisoned record', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'at place %i stands alone in the end, all others pass',
    async (at) => {
      const { world, documents, batches } = await play(
        { batchSize: 8, maximumRetryAttempts: 2, bisectBatchOnFunctionError: true },
        throwsAt(at),
        { count: 8 },
      );
      expect(world.state.mappings[0]!.meters).toMatchObject({
        succeeded: 7,
        discarded: 1,
        bisects: 3,
      });
      expect(documents).toHaveLength(1);
      expect(documents[0]!.DDBStreamBatchInfo.batchSize).toBe(1);
      expect(documents[0]!.requestContext.approximateInvokeCount).toBe(3);
      expect(batches.filter((batch) => batch.length === 1 && batch[0] === at)).toHaveLength(3);
    },
  );

  it('beside another one: each has attempts and a document of its own', async () => {
    const { documents } = await play(
      { batchSize: 6, maximumRetryAttempts: 0, bisectBatchOnFunctionError: true },
      throwsAt(1, 4),
      { count: 6 },
    );
    expect(documents.map((d) => d.DDBStreamBatchInfo.batchSize)).toEqual([1, 1]);
  });

  it('with reports of items: a report cuts, an exception halves', async () => {
    const both = { batchSize: 4, reportBatchItemFailures: true, bisectBatchOnFunctionError: true };
    const cut = await play({ ...both, maximumRetryAttempts: 0 }, reports(2), { count: 4 });
    expect(cut.batches).toEqual([
      [0, 1, 2, 3],
      [2, 3],
    ]);
    expect(cut.world.state.mappings[0]!.meters.bisects).toBe(0);
    const halved = await play({ ...both, maximumRetryAttempts: 0 }, throwsAt(2), { count: 4 });
    expect(halved.batches).toEqual([[0, 1, 2, 3], [0, 1], [2, 3], [2], [3]]);
  });
});

describe('[E30] [E36] a report of items', () => {
  it.each([
    ['the lowest counts, whatever the order', reports(3, 1, 4), [1, 2, 3, 4]],
    ['the last alone', reports(4), [4]],
    ['the first: nothing has passed', reports(0), [0, 1, 2, 3, 4]],
  ])('%s', async (_, handler, again) => {
    const { batches } = await play(
      { batchSize: 5, maximumRetryAttempts: 1, reportBatchItemFailures: true },
      handler,
      { count: 5 },
    );
    expect(batches[1]).toEqual(again);
  });

  const failure =
    (...identifiers: unknown[]): FunctionHandler =>
    () => ({
      kind: 'response',
      payload: { batchItemFailures: identifiers },
    });
  const first = (event: Parameters<FunctionHandler>[0]) =>
    (event.Records[0] as DynamoDbEventRecord).dynamodb.SequenceNumber;

  it.each<[string, FunctionHandler]>([
    ['an empty identifier', failure({ itemIdentifier: '' })],
    ['a null one', failure({ itemIdentifier: null })],
    ['another name', failure({ foo: 123 })],
    ['another name and null', failure({ foo: null })],
    ['one that is not of the batch', failure({ itemIdentifier: 'foo' })],
    ['a number', failure({ itemIdentifier: 5 })],
    ['no object', failure('x')],
    ['null in the list', failure(null)],
    ['no list', () => ({ kind: 'response', payload: { batchItemFailures: 'x' } })],
    [
      'one of the batch and one that is not',
      (event) => ({
        kind: 'response',
        payload: { batchItemFailures: [{ itemIdentifier: first(event) }, { itemIdentifier: 'x' }] },
      }),
    ],
    [
      'the same one twice',
      (event) => ({
        kind: 'response',
        payload: {
          batchItemFailures: [{ itemIdentifier: first(event) }, { itemIdentifier: first(event) }],
        },
      }),
    ],
  ])('with %s: all are tried again, and given up without a function error', async (_, handler) => {
    const { batches, documents } = await play(
      { batchSize: 2, maximumRetryAttempts: 3, reportBatchItemFailures: true },
      handler,
      { count: 2 },
    );
    expect(batches).toEqual(Array(4).fill([0, 1]));
    expect(documents[0]).toMatchObject({
      requestContext: { approximateInvokeCount: 4 },
      responseContext: { functionError: null },
      DDBStreamBatchInfo: { batchSize: 2 },
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['an empty list', []],
    ['an empty object', {}],
    ['an empty list of failures', { batchItemFailures: [] }],
    ['null for a list', { batchItemFailures: null }],
  ])('[E35] with %s: all have succeeded', async (_, payload) => {
    const answer: FunctionHandler = () => ({ kind: 'response', payload });
    const { batches, world } = await play(
      { batchSize: 2, maximumRetryAttempts: 2, reportBatchItemFailures: true },
      answer,
      { count: 2 },
    );
    expect(batches).toEqual([[0, 1]]);
    expect(world.state.mappings[0]!.meters.succeeded).toBe(2);
  });

  it('is not looked at where the mapping does not ask for it', async () => {
    const { world } = await play({ batchSize: 2, maximumRetryAttempts: 1 }, reports(0), {
      count: 2,
    });
    expect(world.state.mappings[0]!.meters.succeeded).toBe(2);
  });
});

describe('[E7] [E53] records that are too old', () => {
  it('while they are tried: the document counts the invocations and keeps the error', async () => {
    const { documents } = await play({ batchSize: 2, maximumRecordAgeMs: 60_000 }, THROWS, {
      count: 2,
    });
    const [document] = documents;
    expect(document).toMatchObject({
      requestContext: { condition: 'RecordAgeExceeded' },
      responseContext: { functionError: 'Unhandled' },
      DDBStreamBatchInfo: { batchSize: 2 },
    });
    expect(document!.requestContext.approximateInvokeCount).toBeGreaterThan(3);
  });

  it('in lanes: each lane tells of its own, and of nothing where none was', async () => {
    const lanes = { batchSize: 1, parallelizationFactor: 2, maximumRecordAgeMs: 60_000 };
    const { simulation } = await play(lanes, THROWS, { until: 0.5 });
    simulation.submit(startFault({ kind: 'Throttle', target: 'Processor' }));
    for (const id of 'bcdefg') {
      simulation.submit(put({ id: { S: id }, n: { N: '0' } }), atSeconds(2));
    }
    simulation.runUntil(atSeconds(200));
    const sizes = documentsOf(simulation.world).map((d) => d.DDBStreamBatchInfo.batchSize);
    expect(sizes).toEqual(Array(7).fill(1));
  });

  it('and that no invocation ever had: no response, no invocations, a document for each batch', async () => {
    const { simulation } = await play({ batchSize: 4, maximumRecordAgeMs: 60_000 }, THROWS, {
      until: 0.5,
    });
    simulation.submit(startFault({ kind: 'Throttle', target: 'Processor' }));
    for (let n = 10; n < 20; n++) {
      simulation.submit(put({ id: { S: 'a' }, n: { N: String(n) } }), atSeconds(2));
    }
    simulation.runUntil(atSeconds(200));
    const documents = documentsOf(simulation.world);
    const sizes = documents.map((d) => d.DDBStreamBatchInfo.batchSize as number);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(11);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
    for (const { requestContext, responseContext } of documents) {
      expect(requestContext).toMatchObject({
        condition: 'RecordAgeExceeded',
        approximateInvokeCount: 0,
      });
      expect(responseContext).toBeUndefined();
    }
  });

  it('and none of them the lane’s own, or none that passes the filter: no document', async () => {
    const { simulation } = await play(
      {
        maximumRecordAgeMs: 60_000,
        parallelizationFactor: 10,
        filters: ['{"eventName":["MODIFY"]}'],
      },
      THROWS,
      { count: 5, until: 2 },
    );
    simulation.submit(startFault({ kind: 'Throttle', target: 'Processor' }));
    simulation.submit(put({ id: { S: 'a' }, n: { N: '0' }, x: { S: 'y' } }), atSeconds(3));
    simulation.runUntil(atSeconds(200));
    const documents = documentsOf(simulation.world);
    expect(documents.map((d) => d.DDBStreamBatchInfo.batchSize)).toEqual([1]);
    expect(documents[0]!.DDBStreamBatchInfo.startSequenceNumber).toMatch(/^\d+$/);
  });
});
