/**
 * Random labs. A seed decides what there is, how it is set, what breaks and when; some things are
 * switched off altogether, so that what they would hide comes to light (swarm testing).
 */
import type {
  EventSourceMappingDefinition,
  FaultDefinition,
  FaultKind,
  SimulationDefinition,
} from '../definition.ts';
import { finish, mix } from '../kernel/hash.ts';
import { aDefinition, aFunction, aMapping, aTable, someTraffic } from './definitions.ts';
import { someRequests } from './swarmRequests.ts';

/** Uniform whole numbers in a sequence of their own. */
function dice(seed: number) {
  let hash = mix(0x5a5a, seed);
  return (sides: number): number => {
    hash = mix(hash, 1);
    return finish(hash) % sides;
  };
}

/** Everything breaks within the first `chaosMs`; the traffic ends then too. */
export function swarmLab(seed: number, chaosMs = 240_000): SimulationDefinition {
  return someRequests(consumersLab(seed, chaosMs), dice(mix(seed, 2)), chaosMs);
}

/** A table, and what reads its stream. */
function consumersLab(seed: number, chaosMs: number): SimulationDefinition {
  const roll = dice(seed);
  const pick = <T>(...choices: T[]): T => choices[roll(choices.length)]!;
  const withKinesis = roll(2) === 0;
  const withOnFailure = roll(2) === 0;
  const mapping = (): Partial<EventSourceMappingDefinition> => ({
    batchSize: pick(1, 3, 10, 100, 1_000),
    startingPosition: pick('TRIM_HORIZON', 'TRIM_HORIZON', 'LATEST'),
    maximumBatchingWindowMs: pick(0, 0, 1_000, 5_000),
    maximumRetryAttempts: pick(-1, -1, 0, 1, 3),
    maximumRecordAgeMs: pick(-1, -1, 60_000, 90_000),
    bisectBatchOnFunctionError: pick(false, true),
    parallelizationFactor: pick(1, 1, 2, 5),
    reportBatchItemFailures: pick(false, true),
    filters: pick([], [], [JSON.stringify({ eventName: ['INSERT', 'REMOVE'] })]),
    tumblingWindowMs: pick(0, 0, 0, 10_000, 60_000),
    ...(withOnFailure && { onFailureDestination: 'Failures' }),
  });
  const partitions = pick(1, 1, 3);
  return aDefinition({
    seed,
    tables: [
      aTable({
        billing: { readCapacityUnits: 5, writeCapacityUnits: partitions * 1_000 - 500 },
        stream: { viewType: pick('NEW_AND_OLD_IMAGES', 'KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE') },
        ...(withKinesis && { kinesisDestination: { stream: 'Changes', precision: 'MILLISECOND' } }),
      }),
    ],
    kinesisStreams: withKinesis
      ? [{ id: 'Changes', name: 'changes', shardCount: pick(1, 3), retentionHours: 24 }]
      : [],
    functions: [
      aFunction({
        durationMs: pick({ p50: 20, p99: 60 }, { p50: 300, p99: 2_000 }),
        coldStartMs: pick(0, 300),
        effects: [
          { do: 'IndexDocuments', target: 'Index', idempotency: pick('None', 'ExternalVersion') },
          { do: 'Notify', target: 'Mail', idempotency: 'None' },
        ],
      }),
      ...(withKinesis ? [aFunction({ id: 'Other', name: 'Other' })] : []),
    ],
    eventSourceMappings: [
      aMapping(mapping()),
      ...(withKinesis
        ? [
            aMapping({
              ...mapping(),
              id: 'Other',
              function: 'Other',
              source: 'Changes',
              sourceKind: 'KinesisStream',
            }),
          ]
        : []),
    ],
    targets: [
      { id: 'Index', name: 'products', kind: 'OpenSearch' },
      { id: 'Mail', name: 'mail', kind: 'SES' },
      { id: 'Failures', name: 'failures', kind: 'SQS' },
    ],
    pollers: [
      {
        id: 'Scan',
        table: 'Orders',
        everyMs: 13_000,
        watermark: 'updated_at',
        consistentRead: true,
      },
    ],
    traffic: [
      someTraffic({
        perSecond: pick(1, 5, 20),
        forMs: chaosMs,
        arrival: pick('Steady', 'Poisson'),
        keys: {
          ...someTraffic().keys,
          count: pick(5, 50, 500),
          distribution: pick('Uniform', 'Zipf', 'Hot'),
        },
      }),
    ],
    faults: someFaults(roll, chaosMs),
    commands: someUpdates(roll, chaosMs),
  });
}

const KINDS: readonly FaultKind[] = [
  'Error',
  'Poison',
  'Throttle',
  'CrashAfterEffect',
  'Slow',
  'Unavailable',
  'SplitPartition',
  'PermissionLost',
];

function someFaults(roll: (sides: number) => number, chaosMs: number): FaultDefinition[] {
  const allowed = KINDS.filter(() => roll(2) === 0);
  const faults: FaultDefinition[] = [];
  for (let i = roll(5); i > 0 && allowed.length > 0; i--) {
    const kind = allowed[roll(allowed.length)]!;
    const atMs = roll(chaosMs);
    const target =
      kind === 'Unavailable' ? 'Mail' : kind === 'SplitPartition' ? 'Orders' : 'Processor';
    faults.push({
      kind,
      target,
      atMs,
      forMs: Math.min(roll(90_000) + 1_000, chaosMs - atMs + 1),
      probability: 0.3,
      factor: 5,
      ...(kind === 'Poison' && { match: { id: { S: `order#${roll(5)}` } } }),
    });
  }
  return faults;
}

/** Settings change in the midst of it; whatever was disabled is enabled again when all is healed. */
function someUpdates(
  roll: (sides: number) => number,
  chaosMs: number,
): SimulationDefinition['commands'] {
  const update = (atMs: number, input: Record<string, unknown>) => ({
    atMs,
    command: {
      call: 'lambda:UpdateEventSourceMapping',
      input: { UUID: 'Processor', ...input },
    },
  });
  const changes = [
    () => ({ ParallelizationFactor: 1 + roll(4) }),
    () => ({ BatchSize: 1 + roll(200), BisectBatchOnFunctionError: roll(2) === 0 }),
    () => ({ TumblingWindowInSeconds: roll(2) * 20 }),
    () => ({ MaximumBatchingWindowInSeconds: roll(6) }),
    () => ({ MaximumRetryAttempts: roll(5) - 1, MaximumRecordAgeInSeconds: 60 + roll(60) }),
    () => ({ FilterCriteria: { Filters: [{ Pattern: '{"eventName":["MODIFY"]}' }] } }),
    () => ({ FilterCriteria: {}, FunctionResponseTypes: ['ReportBatchItemFailures'] }),
    () => ({ DestinationConfig: { OnFailure: {} }, FunctionResponseTypes: [] }),
    () => ({ Enabled: false }),
  ];
  const commands = Array.from({ length: roll(4) }, () => {
    const atMs = roll(chaosMs - 10_000);
    return update(atMs, changes[roll(changes.length)]!());
  });
  return [...commands, update(chaosMs, { Enabled: true })];
}
