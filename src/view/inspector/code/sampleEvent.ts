/** An event such as a function's own stream would give it, with one new item. */
import type { SimulationDefinition } from '../../../engine/definition.ts';

/** @param fn number of the function. */
export function sampleEvent(definition: SimulationDefinition, fn: number): unknown {
  const { tables, functions, eventSourceMappings, region } = definition;
  const source = eventSourceMappings.find((one) => one.function === functions[fn]?.id)?.source;
  const table = tables.find(({ id }) => id === source) ?? tables[0];
  if (!table) return {};
  const value = { S: 'test#1', N: '1', B: 'dGVzdA==' };
  const keys = [table.partitionKey, ...(table.sortKey ? [table.sortKey] : [])];
  const Keys = Object.fromEntries(keys.map(({ name, type }) => [name, { [type]: value[type] }]));
  const account = definition.accountId;
  return {
    Records: [
      {
        eventID: '00000000000000000000000000000001',
        eventName: 'INSERT',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: region,
        dynamodb: {
          ApproximateCreationDateTime: Math.floor(definition.startAtMs / 1_000),
          Keys,
          NewImage: { ...Keys, status: { S: 'new' } },
          SequenceNumber: '100000000000000000001',
          SizeBytes: 26,
          StreamViewType: table.stream?.viewType ?? 'NEW_AND_OLD_IMAGES',
        },
        eventSourceARN: `arn:aws:dynamodb:${region}:${account}:table/${table.name}/stream/2026-01-05T09:00:00.000`,
      },
    ],
  };
}
