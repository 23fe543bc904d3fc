/** Cases recorded from AWS, run again here; skipped with a word where the recordings are not at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EventSourceMappingDefinition, StreamViewType } from '../definition.ts';
import { openSimulation } from '../index.ts';
import type { AttributeMap } from '../item/attributeValue.ts';
import { ItemError } from '../item/itemError.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  Entry,
  entriesOf,
  put,
} from '../testing/definitions.ts';
import type { LambdaEvent } from './events/event.ts';
import { eventOf } from './events/event.ts';
import type { DynamoDbEventRecord } from './events/eventRecord.ts';
import { parsePattern } from './events/filter.ts';
import type { FunctionHandler, HandlerResult } from './function/handler.ts';
import { onFailureDocument } from './mapping/onFailureDocument.ts';

const FILE = `${process.env.SHARED_DIR ?? '../shared'}/recorded/lambda-event-source-mapping-dynamodb.json`;
const recorded = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : null;
if (!recorded) console.log(`skipped: there are no recordings at ${FILE}`);

const ECHO: FunctionHandler = (event) => ({ kind: 'response', payload: event });
const RAISE: FunctionHandler = () => ({ kind: 'error', errorType: 'Error', errorMessage: 'no' });
const answers =
  (payload: unknown): FunctionHandler =>
  () => ({ kind: 'response', payload });
const reportsFlagged: FunctionHandler = (event): HandlerResult => ({
  kind: 'response',
  payload: {
    batchItemFailures: (event.Records as DynamoDbEventRecord[])
      .filter(({ dynamodb }) => {
        const flag = dynamodb.NewImage?.should_fail;
        return flag !== undefined && 'BOOL' in flag && flag.BOOL;
      })
      .map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })),
  },
});

interface Case {
  key: string;
  view?: StreamViewType;
  mapping: Partial<EventSourceMappingDefinition>;
  puts: AttributeMap[];
  handler: FunctionHandler;
  until?: number;
}

async function play({ key, view = 'NEW_AND_OLD_IMAGES', mapping, puts, handler, until }: Case) {
  const definition = aDefinition({
    accountId: '111111111111',
    tables: [aTable({ partitionKey: { name: key, type: 'S' }, stream: { viewType: view } })],
    functions: [aFunction()],
    eventSourceMappings: [aMapping({ maximumBatchingWindowMs: 1_000, ...mapping })],
    targets: [{ id: 'Failures', name: 'failures', kind: 'SQS' }],
  });
  const simulation = await openSimulation(definition, { Processor: handler });
  puts.forEach((Item, i) => {
    simulation.submit(put(Item), atSeconds(1 + i / 10));
  });
  simulation.runUntil(atSeconds(until ?? 120));
  const { world } = simulation;
  const started = entriesOf(world, Entry.invocationStarted);
  const events: LambdaEvent[] = started.map(({ a }) => eventOf(world, a));
  const documents = Array.from({ length: world.onFailures.at.length }, (_, row) => ({
    Body: onFailureDocument(world, row),
  }));
  return { events, documents };
}

/** The recording with its volatile values as wild cards. */
function pattern(value: unknown): unknown {
  if (typeof value === 'string') {
    if (/^<approximate-creation-datetime/.test(value)) return expect.any(Number);
    if (!/<[^>]+>/.test(value)) return value;
    const parts = value.split(/<[^>]+>/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return expect.stringMatching(new RegExp(`^${parts.join('.+')}$`));
  }
  if (Array.isArray(value)) return value.map(pattern);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, pattern(inner)]));
}

const contentOf = (name: string) => recorded[name]['recorded-content'];
const bodies = (name: string) =>
  contentOf(name).destination_queue_messages.Messages.map(({ Body }: { Body: unknown }) => ({
    Body: pattern(Body),
  }));

const HW = { my_partition_key: { S: 'hello world' } };
const HWB = { ...HW, binary_key: { B: 'Zm9vYmFy' } };
const byPattern = (json: unknown) => ({
  filters: [JSON.stringify(json)],
  batchSize: 1,
  maximumRetryAttempts: 1,
});

describe.skipIf(!recorded)('mappings recorded from AWS', () => {
  it('[E33] [S14] [S15] give a function the record that was recorded', async () => {
    const { events } = await play({
      key: 'my_partition_key',
      view: 'NEW_IMAGE',
      mapping: { batchSize: 1, maximumRetryAttempts: 1 },
      puts: [HWB],
      handler: ECHO,
    });
    const logged = contentOf('test_dynamodb_event_source_mapping').event_logs;
    expect(events).toEqual(pattern(logged));
  });

  it('[E26] write the on-failure document of a function that throws', async () => {
    const { events, documents } = await play({
      key: 'my_partition_key',
      view: 'NEW_IMAGE',
      mapping: { batchSize: 1, maximumRetryAttempts: 1, onFailureDestination: 'Failures' },
      puts: [HW],
      handler: RAISE,
    });
    expect(events).toHaveLength(2);
    const name = 'test_dynamodb_event_source_mapping_with_on_failure_destination_config';
    expect(documents).toEqual(bodies(name));
  });

  it.each([
    [
      'insert_same_entry_twice',
      { eventName: ['INSERT'] },
      [
        { id: { S: 'id_value' }, id2: { S: 'id2_value' } },
        { id: { S: 'id_value' }, id2: { S: 'id2_value' } },
      ],
    ],
    [
      'content_or_filter',
      { eventName: ['INSERT', 'MODIFY'] },
      [{ id: { S: 'id_value' } }, { id: { S: 'id_value' }, id2: { S: 'id2_new_value' } }],
    ],
    [
      'exists_filter_type',
      { dynamodb: { NewImage: { presentKey: { S: [{ exists: true }] } } } },
      [{ id: { S: 'id_value_1' }, presentKey: { S: 'presentValue' } }, { id: { S: 'id_value_2' } }],
    ],
    [
      'numeric_filter',
      {
        dynamodb: {
          NewImage: { numericFilter: { N: [{ numeric: ['>', 100] }, { 'anything-but': '101' }] } },
        },
      },
      [
        { id: { S: 'id_value_1' }, numericFilter: { N: '42' } },
        { id: { S: 'id_value_2' }, numericFilter: { N: '101' } },
      ],
    ],
    [
      'date_time_conversion',
      { dynamodb: { ApproximateCreationDateTime: [{ numeric: ['>', 0] }] } },
      [{ id: { S: 'id_value_1' } }, { id: { S: 'id_value_2' } }],
    ],
  ] as [string, unknown, AttributeMap[]][])(
    '[E28] [E24] [T1] filter as recorded: %s',
    async (name, filter, puts) => {
      const content = contentOf(`test_dynamodb_event_filter[${name}]`);
      const once = await play({
        key: 'id',
        mapping: byPattern(filter),
        puts: puts.slice(0, 1),
        handler: ECHO,
      });
      expect(once.events).toEqual(pattern(content['lambda-log-events']));
      const both = await play({ key: 'id', mapping: byPattern(filter), puts, handler: ECHO });
      const order = (events: LambdaEvent[]) =>
        events
          .map((e) =>
            JSON.stringify(e.Records.map((r) => (r as DynamoDbEventRecord).dynamodb.Keys)),
          )
          .sort();
      expect(order(both.events)).toEqual(order(content['lambda-multiple-log-events']));
      for (const event of content['lambda-multiple-log-events']) {
        expect(both.events).toContainEqual(pattern(event));
      }
    },
  );

  it('[E23] refuse a pattern that is no object', () => {
    const { Error: error } = contentOf(
      'test_dynamodb_invalid_event_filter[single-string]',
    ).exception_event_source_creation;
    expect(() => parsePattern('single-string')).toThrow(ItemError);
    expect(() => parsePattern('single-string')).toThrow(
      error?.Message ?? 'Invalid filter pattern definition.',
    );
  });

  it('[E30] give what follows a partial success attempts of its own', async () => {
    const puts = [0, 1, 2, 3, 4, 5].map((i) => ({
      id: { S: `testId${i}` },
      should_fail: { BOOL: i === 5 },
    }));
    const { events, documents } = await play({
      key: 'id',
      view: 'NEW_IMAGE',
      mapping: {
        batchSize: 3,
        maximumRetryAttempts: 3,
        reportBatchItemFailures: true,
        onFailureDestination: 'Failures',
      },
      puts,
      handler: reportsFlagged,
    });
    const ids = events.flatMap((e) =>
      e.Records.map((r) => Object.values((r as DynamoDbEventRecord).dynamodb.Keys.id!)[0]),
    );
    const times = (id: string) => ids.filter((one) => one === id).length;
    for (const i of [0, 1, 2, 3, 4]) expect(times(`testId${i}`)).toBe(1);
    // Alone in its shard's batch it is tried four times; behind others once more.
    expect([4, 5]).toContain(times('testId5'));
    expect(documents).toEqual(bodies('test_dynamodb_report_batch_item_failures'));
  });

  it.each([
    [
      'empty_string_item_identifier_failure',
      answers({ batchItemFailures: [{ itemIdentifier: '' }] }),
    ],
    ['invalid_key_foo_failure', answers({ batchItemFailures: [{ foo: 123 }] })],
    ['unhandled_exception_in_function', RAISE],
  ])('[E36] try all again as recorded: %s', async (name, handler) => {
    const { events, documents } = await play({
      key: 'my_partition_key',
      view: 'NEW_IMAGE',
      mapping: {
        batchSize: 3,
        maximumRetryAttempts: 3,
        reportBatchItemFailures: true,
        onFailureDestination: 'Failures',
      },
      puts: [HWB],
      handler,
    });
    const whole = `test_dynamodb_report_batch_item_failure_scenarios[${name}]`;
    expect(events).toEqual(pattern(contentOf(whole).dynamodb_events));
    expect(documents).toEqual(bodies(whole));
  });

  it.each([
    ['empty_list_success', answers([])],
    ['null_success', answers(null)],
  ])('[E35] take for success as recorded: %s', async (name, handler) => {
    const { events } = await play({
      key: 'my_partition_key',
      view: 'NEW_IMAGE',
      mapping: {
        batchSize: 1,
        maximumBatchingWindowMs: 0,
        maximumRetryAttempts: 2,
        reportBatchItemFailures: true,
      },
      puts: [HWB],
      handler,
    });
    const whole = `test_dynamodb_report_batch_item_success_scenarios[${name}]`;
    expect(events).toEqual(pattern(contentOf(whole).dynamodb_events));
  });
});
