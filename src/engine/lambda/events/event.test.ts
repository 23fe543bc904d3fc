import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../index.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  put,
} from '../../testing/definitions.ts';
import { utf8Base64 } from './base64.ts';
import { eventOf } from './event.ts';
import type { KinesisEventRecord } from './eventRecord.ts';

it('[E34] [K1] a Kinesis record carries both images as base64, and no view type', async () => {
  const simulation = await openSimulation(
    aDefinition({
      tables: [
        aTable({
          stream: { viewType: 'KEYS_ONLY' },
          kinesisDestination: { stream: 'Changes', precision: 'MICROSECOND' },
        }),
      ],
      kinesisStreams: [{ id: 'Changes', name: 'changes', shardCount: 1, retentionHours: 24 }],
      functions: [aFunction()],
      eventSourceMappings: [aMapping({ source: 'Changes', sourceKind: 'KinesisStream' })],
    }),
  );
  simulation.submit(put({ id: { S: 'é' }, n: { N: '1' } }), atSeconds(1));
  simulation.submit(put({ id: { S: 'é' }, n: { N: '2' } }), atSeconds(20));
  simulation.runUntil(atSeconds(60));
  const last = simulation.world.invocations.consumer.length - 1;
  const { kinesis, eventSource } = eventOf(simulation.world, last).Records[0] as KinesisEventRecord;
  const data = JSON.parse(Buffer.from(kinesis.data, 'base64').toString('utf8'));
  expect(eventSource).toBe('aws:kinesis');
  expect(Object.keys(data).sort()).toEqual(
    'awsRegion dynamodb eventID eventName eventSource recordFormat tableName userIdentity'.split(
      ' ',
    ),
  );
  expect(data).toMatchObject({ eventName: 'MODIFY', userIdentity: null, tableName: 'Orders' });
  expect(data.dynamodb).toMatchObject({
    OldImage: { n: { N: '1' } },
    NewImage: { n: { N: '2' } },
    ApproximateCreationDateTimePrecision: 'MICROSECOND',
  });
  expect(data.eventID).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('[E34] base64 is that of UTF-8', () => {
  for (const text of ['', 'a', 'ab', 'abc', 'é€😀', 'x'.repeat(100)]) {
    expect(utf8Base64(text)).toBe(Buffer.from(text, 'utf8').toString('base64'));
  }
});

describe('filters', () => {
  it('[E47] see the data of a Kinesis record decoded, and its other members beside it', async () => {
    const filtered = async (pattern: object) => {
      const simulation = await openSimulation(
        aDefinition({
          tables: [aTable({ kinesisDestination: { stream: 'Changes', precision: 'MILLISECOND' } })],
          kinesisStreams: [{ id: 'Changes', name: 'changes', shardCount: 1, retentionHours: 24 }],
          functions: [aFunction()],
          eventSourceMappings: [
            aMapping({
              source: 'Changes',
              sourceKind: 'KinesisStream',
              filters: [JSON.stringify(pattern)],
            }),
          ],
        }),
      );
      simulation.submit(put({ id: { S: 'a' }, status: { S: 'paid' } }), atSeconds(1));
      simulation.runUntil(atSeconds(20));
      return simulation.world.state.mappings[0]!.meters.filtered;
    };
    expect(await filtered({ data: { eventName: ['INSERT'] } })).toBe(0);
    expect(await filtered({ data: { dynamodb: { NewImage: { status: { S: ['new'] } } } } })).toBe(
      1,
    );
    expect(await filtered({ partitionKey: ['a'], eventSource: ['aws:kinesis'] })).toBe(0);
    expect(await filtered({ eventName: ['INSERT'] })).toBe(1);
  });
});
