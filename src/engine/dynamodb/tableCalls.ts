/**
 * Making, changing and deleting tables while the lab runs.
 *
 * Left out for now: global secondary indexes, replicas, encryption, backups, table classes.
 * Rules: [T6] a table settles after some seconds (assumed), [T7] its stream is switched on once and off
 * once, [P6] more throughput splits partitions.
 */
import type { TableDefinition } from '../definition.ts';
import { optionalMembers, optionalText, optionalWhole, textMember } from '../item/callInput.ts';
import { ItemError, validationError } from '../item/itemError.ts';
import type { Call, CallInput, Calls } from '../kernel/call.ts';
import { draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry } from '../kernel/journal.ts';
import { after, type Duration } from '../kernel/time.ts';
import {
  PARTITION_READ_UNITS,
  PARTITION_WRITE_UNITS,
  TABLE_SETTLES_LEAST,
  TABLE_SETTLES_MOST,
} from '../limits.ts';
import { disableStream, enableStream } from '../streams/dynamoDbStream.ts';
import type { TableState, WarmThroughput } from '../tableState.ts';
import type { World } from '../world.ts';
import { firstTokens } from './capacity.ts';
import { growPartitions, partitionCountOf, warmThroughputOf } from './partition.ts';
import { createTable, findTable } from './table.ts';
import {
  checkSettled,
  readStreamSpecification,
  readTableDefinition,
  readThroughput,
} from './tableInput.ts';

/** @throws ItemError */
export function existingTable(world: World, name: string): number {
  const table = findTable(world, name);
  if (table >= 0) return table;
  throw new ItemError(
    'ResourceNotFoundException',
    `Requested resource not found: Table: ${name} not found`,
  );
}

/** Answers the table's number. */
const createTableCall: Call = (world, input) => {
  const definition = readTableDefinition(input);
  if (findTable(world, definition.name) >= 0) {
    throw new ItemError('ResourceInUseException', `Table already exists: ${definition.name}`);
  }
  const warm = readWarmThroughput(input);
  return ({ entry }) => {
    const table = createTable(world, definition);
    world.journal.append(world.now, Entry.tableCreated, table, 0, 0, 0, entry);
    if (definition.stream) enableStream(world, table, definition.stream.viewType, entry);
    if (warm) warmUp(world, table, warm);
    settleLater(world, table, 'CREATING');
    return table;
  };
};

/** Answers the table's number. Its stream can be read for another 24 hours. */
const deleteTableCall: Call = (world, input) => {
  const table = existingTable(world, textMember(input, 'TableName'));
  checkSettled(world, table);
  const { stream, deletionProtection, name } = world.state.tables[table]!;
  if (deletionProtection) {
    throw validationError(
      `Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.`,
    );
  }
  if (name === '') throw validationError('The table has no name');
  return ({ entry }) => {
    world.journal.append(world.now, Entry.tableDeleted, table, 0, 0, 0, entry);
    if (stream >= 0 && world.state.streams[stream]!.enabled) disableStream(world, table, entry);
    settleLater(world, table, 'DELETING');
    return table;
  };
};

type TableChange = (world: World, table: number, entry: number) => void;

/** Answers the table's number. */
const updateTableCall: Call = (world, input) => {
  const table = existingTable(world, textMember(input, 'TableName'));
  checkSettled(world, table);
  for (const name of ['GlobalSecondaryIndexUpdates', 'ReplicaUpdates']) {
    if (input[name] != null) throw validationError(`${name} are not modelled yet.`);
  }
  const changes = [
    readStreamChange(world, table, input),
    readBillingChange(world, table, input),
    readWarmChange(input),
    readProtectionChange(input),
  ].filter((change) => change !== null);
  const ignored = ['SSESpecification', 'TableClass', 'OnDemandThroughput'];
  if (changes.length === 0 && !ignored.some((name) => input[name] != null)) {
    throw validationError(
      'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required',
    );
  }
  return ({ entry }) => {
    for (const change of changes) change(world, table, entry);
    settleLater(world, table, 'UPDATING');
    return table;
  };
};

/** [T7] */
function readStreamChange(world: World, table: number, input: CallInput): TableChange | null {
  const asked = readStreamSpecification(input);
  if (!asked) return null;
  const { stream, name } = world.state.tables[table]!;
  const isEnabled = stream >= 0 && world.state.streams[stream]!.enabled;
  if (asked.enabled) {
    if (isEnabled) throw validationError(`Table already has an enabled stream: TableName: ${name}`);
    return (_, number, entry) => enableStream(world, number, asked.viewType, entry);
  }
  if (!isEnabled)
    throw validationError(`Table doesn't have a stream to disable: TableName: ${name}`);
  return (_, number, entry) => disableStream(world, number, entry);
}

function readBillingChange(world: World, table: number, input: CallInput): TableChange | null {
  const mode = optionalText(input, 'BillingMode');
  const throughput = readThroughput(input);
  const { billing: now } = world.state.tables[table]!;
  if (mode === 'PAY_PER_REQUEST') {
    if (throughput) {
      throw validationError(
        'One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
      );
    }
    return now === mode ? null : (_, number, entry) => setBilling(world, number, mode, entry);
  }
  if (!throughput) {
    if (mode === 'PROVISIONED' && now === 'PAY_PER_REQUEST') {
      throw validationError(
        'One or more parameter values were invalid: ProvisionedThroughput must be specified when BillingMode is PROVISIONED',
      );
    }
    return null;
  }
  if (now === 'PAY_PER_REQUEST' && mode !== 'PROVISIONED') {
    throw validationError(
      'One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    );
  }
  if (now !== 'PAY_PER_REQUEST') checkThroughputChanges(now, throughput);
  return (_, number, entry) => setBilling(world, number, throughput, entry);
}

type Provisioned = Exclude<TableDefinition['billing'], 'PAY_PER_REQUEST'>;

function checkThroughputChanges(now: Provisioned, asked: Provisioned): void {
  if (
    now.readCapacityUnits !== asked.readCapacityUnits ||
    now.writeCapacityUnits !== asked.writeCapacityUnits
  ) {
    return;
  }
  throw validationError(
    'The provisioned throughput for the table will not change. The requested value equals the current value. ' +
      `Current ReadCapacityUnits provisioned for the table: ${now.readCapacityUnits}. Requested ReadCapacityUnits: ${asked.readCapacityUnits}. ` +
      `Current WriteCapacityUnits provisioned for the table: ${now.writeCapacityUnits}. Requested WriteCapacityUnits: ${asked.writeCapacityUnits}. ` +
      'Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.',
  );
}

/** [P6] More than ever before splits partitions; less leaves them as they are. */
function setBilling(
  world: World,
  number: number,
  billing: TableDefinition['billing'],
  entry: number,
): void {
  const table = world.state.tables[number]!;
  const before = warmThroughputOf(table.billing);
  const now = warmThroughputOf(billing);
  if (table.billing === 'PAY_PER_REQUEST') table.tokens = firstTokens(world, billing);
  table.billing = billing;
  if (billing === 'PAY_PER_REQUEST') table.onDemandSince = world.now;
  if (
    now.readUnitsPerSecond > before.readUnitsPerSecond ||
    now.writeUnitsPerSecond > before.writeUnitsPerSecond
  ) {
    table.throughputIncreasedAt = world.now;
  } else table.throughputDecreasedAt = world.now;
  raiseWarmth(world, table, now);
  world.journal.append(world.now, Entry.throughputChanged, number, 0, 0, 0, entry);
  growPartitions(world, number, partitionCountOf(billing));
}

function raiseWarmth(world: World, { warm }: TableState, to: WarmThroughput): void {
  const { readUnitsPerSecond: read, writeUnitsPerSecond: write } = to;
  if (read > warm.readUnitsPerSecond || write > warm.writeUnitsPerSecond) warm.raisedAt = world.now;
  warm.readUnitsPerSecond = Math.max(warm.readUnitsPerSecond, to.readUnitsPerSecond);
  warm.writeUnitsPerSecond = Math.max(warm.writeUnitsPerSecond, to.writeUnitsPerSecond);
}

function readWarmThroughput(input: CallInput): WarmThroughput | null {
  const warm = optionalMembers(input, 'WarmThroughput');
  if (!warm) return null;
  return {
    readUnitsPerSecond: optionalWhole(warm, 'ReadUnitsPerSecond') ?? 0,
    writeUnitsPerSecond: optionalWhole(warm, 'WriteUnitsPerSecond') ?? 0,
  };
}

function readWarmChange(input: CallInput): TableChange | null {
  const warm = readWarmThroughput(input);
  return warm && ((world, table) => warmUp(world, table, warm));
}

/** A table that is warmed up has the partitions for it. */
function warmUp(world: World, table: number, warm: WarmThroughput): void {
  raiseWarmth(world, world.state.tables[table]!, warm);
  const forWrites = Math.ceil(warm.writeUnitsPerSecond / PARTITION_WRITE_UNITS);
  const forReads = Math.ceil(warm.readUnitsPerSecond / PARTITION_READ_UNITS);
  growPartitions(world, table, Math.max(forWrites, forReads));
}

function readProtectionChange(input: CallInput): TableChange | null {
  const wanted = input.DeletionProtectionEnabled;
  if (typeof wanted !== 'boolean') return null;
  return (world, table) => {
    world.state.tables[table]!.deletionProtection = wanted;
  };
}

/** [T6] Assumed: ready, or gone, after some seconds. */
function settleLater(world: World, table: number, status: TableState['status']): void {
  world.state.tables[table]!.status = status;
  world.state.tables[table]!.changedAt = world.now;
  const drawn = draw(world.definition.seed, Purpose.settling, table, world.now);
  const span = within(drawn, TABLE_SETTLES_LEAST, TABLE_SETTLES_MOST) as Duration;
  world.queue.schedule(after(world.now, span), EventKind.tableSettles, table);
}

/** What was begun is done: the table is ready, or it is gone with everything in it. */
export function onTableSettles(world: World, number: number): void {
  const table = world.state.tables[number]!;
  table.status = table.status === 'DELETING' ? 'DELETED' : 'ACTIVE';
  if (table.status === 'DELETED') {
    for (const partition of table.partitions) {
      world.state.partitions[partition]!.open = false;
      world.state.partitions[partition]!.itemCount = 0;
    }
    table.itemCount = 0;
    table.sizeBytes = 0;
  }
  world.journal.append(world.now, Entry.tableSettled, number);
}

export const tableCalls: Calls = {
  'dynamodb:CreateTable': createTableCall,
  'dynamodb:DeleteTable': deleteTableCall,
  'dynamodb:UpdateTable': updateTableCall,
};
