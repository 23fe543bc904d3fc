/** Small definitions for tests: a table with a stream, and whatever a test adds to it. */
import type {
  Command,
  EventSourceMappingDefinition,
  FunctionDefinition,
  SimulationDefinition,
  TableDefinition,
  TrafficDefinition,
} from '../definition.ts';
import type { AttributeMap } from '../item/attributeValue.ts';
import { Entry, type EntryKind, type JournalEntry } from '../kernel/journal.ts';
import { instant } from '../kernel/time.ts';
import type { World } from '../world.ts';

export const aTable = (more: Partial<TableDefinition> = {}): TableDefinition => ({
  id: 'Orders',
  name: 'Orders',
  partitionKey: { name: 'id', type: 'S' },
  billing: 'PAY_PER_REQUEST',
  stream: { viewType: 'NEW_AND_OLD_IMAGES' },
  items: [],
  ...more,
});

export const aFunction = (more: Partial<FunctionDefinition> = {}): FunctionDefinition => ({
  id: 'Processor',
  name: 'Processor',
  timeoutMs: 3_000,
  memoryMb: 128,
  durationMs: { p50: 40, p99: 120 },
  coldStartMs: 0,
  effects: [],
  ...more,
});

export const aMapping = (
  more: Partial<EventSourceMappingDefinition> = {},
): EventSourceMappingDefinition => ({
  id: 'Processor',
  function: 'Processor',
  source: 'Orders',
  sourceKind: 'DynamoDbStream',
  batchSize: 100,
  maximumBatchingWindowMs: 0,
  startingPosition: 'TRIM_HORIZON',
  maximumRetryAttempts: -1,
  maximumRecordAgeMs: -1,
  bisectBatchOnFunctionError: false,
  parallelizationFactor: 1,
  reportBatchItemFailures: false,
  filters: [],
  enabled: true,
  ...more,
});

export const someTraffic = (more: Partial<TrafficDefinition> = {}): TrafficDefinition => ({
  table: 'Orders',
  fromMs: 0,
  perSecond: 10,
  arrival: 'Steady',
  keys: { count: 50, distribution: 'Uniform', prefix: 'order#', skew: 1, share: 0.5, hotKeys: 1 },
  mix: { insert: 40, modify: 50, remove: 5, noOp: 5 },
  itemBytes: 100,
  ...more,
});

export const aDefinition = (more: Partial<SimulationDefinition> = {}): SimulationDefinition => ({
  title: 'A test',
  seed: 1,
  startAtMs: 1_767_603_600_000, // 2026-01-05T09:00:00Z
  untilMs: 600_000,
  region: 'us-east-1',
  accountId: '123456789012',
  tables: [aTable()],
  kinesisStreams: [],
  functions: [],
  eventSourceMappings: [],
  targets: [],
  pollers: [],
  traffic: [],
  faults: [],
  commands: [],
  goals: [],
  inert: [],
  ...more,
});

export const put = (Item: AttributeMap, more: Record<string, unknown> = {}): Command => ({
  call: 'dynamodb:PutItem',
  input: { TableName: 'Orders', Item, ...more },
});

export const remove = (Key: AttributeMap, more: Record<string, unknown> = {}): Command => ({
  call: 'dynamodb:DeleteItem',
  input: { TableName: 'Orders', Key, ...more },
});

export const startFault = (input: Record<string, unknown>): Command => ({
  call: 'shardscope:StartFault',
  input,
});

export const stopFault = (input: Record<string, unknown>): Command => ({
  call: 'shardscope:StopFault',
  input,
});

export const atSeconds = (s: number) => instant(Math.round(s * 1_000_000));

/** All entries of some kinds, in order. */
export function entriesOf(world: World, ...kinds: EntryKind[]): JournalEntry[] {
  const found: JournalEntry[] = [];
  for (let entry = 0; entry < world.journal.length; entry++) {
    if (kinds.includes(world.journal.kindOf(entry))) found.push(world.journal.read(entry));
  }
  return found;
}

export { Entry };
