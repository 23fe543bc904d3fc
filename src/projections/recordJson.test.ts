import { describe, expect, it } from 'vitest';
import type { StreamViewType } from '../engine/definition.ts';
import { openSimulation } from '../engine/index.ts';
import { aDefinition, aTable, atSeconds, put } from '../engine/testing/definitions.ts';
import { kinesisRecordJson, recordJson } from './recordJson.ts';
import { kinesisDefinition } from './testing/labs.ts';

const todo = (Status: string) => ({
  TodoID: { S: 'T1001' },
  Task: { S: 'Task 1' },
  DueDate: { S: '2024-03-25' },
  Status: { S: Status },
});

async function todos(viewType: StreamViewType) {
  const partitionKey = { name: 'TodoID', type: 'S' } as const;
  const table = aTable({ partitionKey, stream: { viewType } });
  const simulation = await openSimulation(aDefinition({ tables: [table] }));
  simulation.submit(put(todo('In Progress')), atSeconds(1.5));
  simulation.submit(put(todo('completed')), atSeconds(2.5));
  simulation.runUntil(atSeconds(4));
  return simulation.world;
}

describe('recordJson', () => {
  it.each([
    ['KEYS_ONLY', ['Keys'], ['Keys']],
    ['NEW_IMAGE', ['Keys', 'NewImage'], ['Keys', 'NewImage']],
    ['OLD_IMAGE', ['Keys'], ['Keys', 'OldImage']],
    ['NEW_AND_OLD_IMAGES', ['Keys', 'NewImage'], ['Keys', 'NewImage', 'OldImage']],
  ] as const)('has under %s the images of that view', async (viewType, insert, modify) => {
    const world = await todos(viewType);
    const members = [0, 1].map((change) =>
      Object.keys(recordJson(world, change)!.dynamodb).filter((name) => /Keys|Image$/.test(name)),
    );
    expect(members).toEqual([insert, modify]);
  });

  it('is the record as Lambda hands it over', async () => {
    const world = await todos('NEW_AND_OLD_IMAGES');
    expect(recordJson(world, 1)).toEqual({
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventName: 'MODIFY',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      dynamodb: {
        ApproximateCreationDateTime: 1_767_603_602,
        Keys: { TodoID: { S: 'T1001' } },
        NewImage: todo('completed'),
        OldImage: todo('In Progress'),
        SequenceNumber: expect.stringMatching(/^\d{21,40}$/),
        SizeBytes: 11 + 53 + 55,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
      eventSourceARN: expect.stringMatching(
        /^arn:aws:dynamodb:us-east-1:123456789012:table\/Orders\/stream\/2026-01-05T09:00:00\.000$/,
      ),
    });
  });
});

describe('kinesisRecordJson', () => {
  it('[K1] carries both images, no sequence number, and microseconds where asked for', async () => {
    const simulation = await openSimulation(kinesisDefinition({ traffic: [] }));
    simulation.submit(put({ id: { S: 'a' }, n: { N: '1' } }));
    simulation.submit(put({ id: { S: 'a' }, n: { N: '2' } }), atSeconds(1));
    simulation.runUntil(atSeconds(3));
    const { world } = simulation;
    expect(kinesisRecordJson(world, 1)).toEqual({
      awsRegion: 'us-east-1',
      eventID: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      eventName: 'MODIFY',
      userIdentity: null,
      recordFormat: 'application/json',
      tableName: 'Orders',
      dynamodb: {
        ApproximateCreationDateTime: 1_767_603_600_000_000 + world.changes.at.get(1),
        Keys: { id: { S: 'a' } },
        NewImage: { id: { S: 'a' }, n: { N: '2' } },
        OldImage: { id: { S: 'a' }, n: { N: '1' } },
        SizeBytes: 3 + 6 + 6,
        ApproximateCreationDateTimePrecision: 'MICROSECOND',
      },
      eventSource: 'aws:dynamodb',
    });
  });
});
