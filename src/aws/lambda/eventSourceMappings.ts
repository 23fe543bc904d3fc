/** The five operations on event source mappings. Ranges: AWS's service model of October 2026. */

import type { Simulation } from '../../engine/index.ts';
import { functionNamed } from '../../engine/lambda/function/functionNames.ts';
import { mappingNamed } from '../../engine/lambda/mapping/mappingCalls.ts';
import { execute, type Operation } from '../operation.ts';
import { choice, flag, type Input, list, number, structure, text, whole } from '../shape.ts';
import { mappingDescription } from './mappingDescription.ts';

const functionName = text({ min: 1, max: 256 });
const arnPattern =
  'arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}(-gov)?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)';
const sourceArn = text({ pattern: arnPattern });
const destination = structure({
  Destination: text({
    max: 350,
    pattern: `$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|${arnPattern}`,
  }),
});

const settings = {
  FunctionName: functionName,
  Enabled: flag,
  BatchSize: whole({ min: 1, max: 10_000 }),
  FilterCriteria: structure({ Filters: list(structure({ Pattern: text({ max: 4_096 }) })) }),
  MaximumBatchingWindowInSeconds: whole({ min: 0, max: 300 }),
  ParallelizationFactor: whole({ min: 1, max: 10 }),
  DestinationConfig: structure({ OnSuccess: destination, OnFailure: destination }),
  MaximumRecordAgeInSeconds: whole({ min: -1, max: 604_800 }),
  BisectBatchOnFunctionError: flag,
  MaximumRetryAttempts: whole({ min: -1, max: 10_000 }),
  TumblingWindowInSeconds: whole({ min: 0, max: 900 }),
  FunctionResponseTypes: list(choice('ReportBatchItemFailures'), { min: 0, max: 1 }),
  // For queues and for Kafka: taken, to be refused in words.
  ScalingConfig: structure({ MaximumConcurrency: whole({ min: 2, max: 1_000 }) }),
  ProvisionedPollerConfig: structure({
    MinimumPollers: whole({ min: 1, max: 200 }),
    MaximumPollers: whole({ min: 1, max: 2_000 }),
  }),
};

const change =
  (call: string) =>
  (simulation: Simulation, input: Input): Record<string, unknown> =>
    mappingDescription(simulation.world, execute<number>(simulation, call, input));

export const createEventSourceMapping: Operation = {
  input: structure(
    {
      EventSourceArn: sourceArn,
      ...settings,
      StartingPosition: choice('LATEST', 'AT_TIMESTAMP', 'TRIM_HORIZON'),
      StartingPositionTimestamp: number,
    },
    'FunctionName',
  ),
  statusCode: 202,
  answer: change('lambda:CreateEventSourceMapping'),
};

export const updateEventSourceMapping: Operation = {
  input: structure({ UUID: text(), ...settings }, 'UUID'),
  statusCode: 202,
  answer: change('lambda:UpdateEventSourceMapping'),
};

export const deleteEventSourceMapping: Operation = {
  input: structure({ UUID: text() }, 'UUID'),
  statusCode: 202,
  answer: change('lambda:DeleteEventSourceMapping'),
};

export const getEventSourceMapping: Operation = {
  input: structure({ UUID: text() }, 'UUID'),
  answer: ({ world }, { UUID }) => mappingDescription(world, mappingNamed(world, String(UUID))),
};

export const listEventSourceMappings: Operation = {
  input: structure({
    EventSourceArn: sourceArn,
    FunctionName: functionName,
    Marker: text(),
    MaxItems: whole({ min: 1, max: 10_000 }),
  }),
  answer({ world }, input) {
    const { EventSourceArn, FunctionName } = input;
    const fn = FunctionName === undefined ? -1 : functionNamed(world, String(FunctionName));
    const all = world.state.mappings
      .map((mapping, number) => ({ mapping, number }))
      .filter(
        ({ mapping }) =>
          mapping.state !== 'Deleted' && !mapping.isPipe && (fn < 0 || mapping.function === fn),
      )
      .map(({ number }) => mappingDescription(world, number))
      .filter((m) => EventSourceArn === undefined || m.EventSourceArn === EventSourceArn);
    const from = Number((input.Marker as string | undefined) ?? 0) || 0;
    const limit = Math.min((input.MaxItems as number | undefined) ?? 100, 100);
    return {
      EventSourceMappings: all.slice(from, from + limit),
      ...(from + limit < all.length && { NextMarker: String(from + limit) }),
    };
  },
};
