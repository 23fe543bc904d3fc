/**
 * What random labs have beside mappings: a pipe with an enrichment, a rule that invokes a function,
 * calls of Invoke, reserved concurrency that comes and goes, transactions, batches and time to live.
 */
import type { Command, FaultDefinition, SimulationDefinition } from '../definition.ts';
import { aFunction, aMapping } from './definitions.ts';

type Roll = (sides: number) => number;
type Timed = SimulationDefinition['commands'][number];

/** The lab with some of these, by its own dice. */
export function someRequests(
  lab: SimulationDefinition,
  roll: Roll,
  chaosMs: number,
): SimulationDefinition {
  const withPipe = roll(2) === 0;
  const withReservations = roll(2) === 0;
  const commands = [
    ...(withReservations ? reservations(roll, chaosMs) : []),
    ...(roll(2) === 0 ? invocations(roll, chaosMs) : []),
    ...(roll(2) === 0 ? severalAtOnce(roll, chaosMs) : []),
  ];
  const piped = withPipe ? withPipeAndRule(lab, roll, chaosMs) : lab;
  return {
    ...piped,
    // Without reservations, which leave the account a hundred, it may have less.
    ...(!withReservations && roll(3) === 0 && { accountConcurrency: 2 + roll(10) }),
    timeToLiveDelayMs: { p50: 20_000, p99: 90_000 },
    commands: [...piped.commands, ...commands],
  };
}

const anyOf = <T>(roll: Roll, ...choices: T[]): T => choices[roll(choices.length)]!;
const some = (roll: Roll, most: number, make: (i: number) => Timed): Timed[] =>
  Array.from({ length: roll(most) }, (_, i) => make(i));
const timed = (atMs: number, call: string, input: Record<string, unknown>): Timed => ({
  atMs,
  command: { call, input } as Command,
});

function withPipeAndRule(
  lab: SimulationDefinition,
  roll: Roll,
  chaosMs: number,
): SimulationDefinition {
  const enrichment = anyOf(roll, undefined, 'Enricher');
  return {
    ...lab,
    functions: [
      ...lab.functions,
      aFunction({
        id: 'Pipe',
        name: 'pipe',
        effects: [{ do: 'PublishEvents', target: 'Bus', idempotency: 'None' }],
        pipe: {},
      }),
      aFunction({ id: 'Enricher', name: 'Enricher', coldStartMs: anyOf(roll, 0, 500) }),
      aFunction({
        id: 'Notifier',
        name: 'Notifier',
        effects: [{ do: 'Notify', target: 'Mail', idempotency: 'None' }],
        ...(roll(2) === 0 && { deadLetterTarget: 'Failures' }),
      }),
    ],
    eventSourceMappings: [
      ...lab.eventSourceMappings,
      aMapping({
        id: 'Pipe',
        function: 'Pipe',
        batchSize: anyOf(roll, 1, 5, 100),
        maximumBatchingWindowMs: anyOf(roll, 0, 2_000),
        maximumRetryAttempts: anyOf(roll, -1, 0, 2),
        parallelizationFactor: anyOf(roll, 1, 3),
        bisectBatchOnFunctionError: roll(2) === 0,
        pipe: enrichment === undefined ? { id: 'Pipe' } : { id: 'Pipe', enrichment },
        ...(roll(2) === 0 && { onFailureDestination: 'Failures' }),
      }),
    ],
    targets: [...lab.targets, { id: 'Bus', name: 'bus', kind: 'EventBridge' }],
    eventRules: [
      {
        id: 'All',
        name: 'all',
        bus: 'Bus',
        pattern: '{"source":[{"prefix":"Pipe"}]}',
        enabled: true,
        targets: ['Notifier'],
      },
    ],
    faults: [...lab.faults, ...someFaults(roll, chaosMs)],
  };
}

function someFaults(roll: Roll, chaosMs: number): FaultDefinition[] {
  return Array.from({ length: roll(4) }, (): FaultDefinition => {
    const atMs = roll(chaosMs);
    return {
      kind: anyOf(roll, 'Error', 'Throttle', 'CrashAfterEffect', 'Slow', 'PermissionLost'),
      target: anyOf(roll, 'Pipe', 'Enricher', 'Notifier'),
      atMs,
      forMs: Math.min(roll(90_000) + 1_000, chaosMs - atMs + 1),
      probability: 0.3,
      factor: 5,
    };
  });
}

/** Zero stops a function; when all is healed nothing is reserved any more. */
function reservations(roll: Roll, chaosMs: number): Timed[] {
  const FunctionName = 'Processor';
  const reserve = () =>
    timed(roll(chaosMs), 'lambda:PutFunctionConcurrency', {
      FunctionName,
      ReservedConcurrentExecutions: anyOf(roll, 0, 1, 2, 20),
    });
  const free = timed(chaosMs, 'lambda:DeleteFunctionConcurrency', { FunctionName });
  return [...some(roll, 4, reserve), free];
}

function invocations(roll: Roll, chaosMs: number): Timed[] {
  return some(roll, 12, (i) =>
    timed(roll(chaosMs), 'lambda:Invoke', {
      FunctionName: 'Processor',
      InvocationType: anyOf(roll, 'RequestResponse', 'Event', 'DryRun'),
      Payload: JSON.stringify({ i }),
    }),
  );
}

const keyOf = (roll: Roll) => ({ id: { S: `order#${roll(20)}` } });

/** Writes of several items: one item never twice in a call, as AWS wants it. */
function severalAtOnce(roll: Roll, chaosMs: number): Timed[] {
  const TableName = 'Orders';
  const transaction = () => {
    const [one, other] = [{ id: { S: 'together#1' } }, keyOf(roll)];
    return timed(roll(chaosMs), 'dynamodb:TransactWriteItems', {
      TransactItems: [
        { Put: { TableName, Item: { ...one, n: { N: String(roll(3)) } } } },
        { Delete: { TableName, Key: other } },
      ],
    });
  };
  const batch = () =>
    timed(roll(chaosMs), 'dynamodb:BatchWriteItem', {
      RequestItems: {
        Orders: [
          { PutRequest: { Item: { id: { S: 'batched' }, ttl: { N: '1767603600' } } } },
          { DeleteRequest: { Key: keyOf(roll) } },
        ],
      },
    });
  const ttl = timed(roll(10_000), 'dynamodb:UpdateTimeToLive', {
    TableName,
    TimeToLiveSpecification: { Enabled: true, AttributeName: 'ttl' },
  });
  return [ttl, ...some(roll, 5, transaction), ...some(roll, 5, batch)];
}
