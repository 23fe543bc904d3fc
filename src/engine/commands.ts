/** What a person, a lab file or a client can ask for, and what is refused at the door. */
import type { Command, FaultDefinition } from './definition.ts';
import { batchCalls } from './dynamodb/batchCalls.ts';
import { destinationCalls } from './dynamodb/destinationCalls.ts';
import { queryCalls } from './dynamodb/queryCall.ts';
import { readCalls } from './dynamodb/readCall.ts';
import { tableCalls } from './dynamodb/tableCalls.ts';
import { timeToLiveCalls } from './dynamodb/timeToLive.ts';
import { transactionCalls } from './dynamodb/transactionCalls.ts';
import { transactionReads } from './dynamodb/transactionReads.ts';
import { writeCalls } from './dynamodb/writeCall.ts';
import { startFault, stopFault } from './faults.ts';
import type { AttributeMap } from './item/attributeValue.ts';
import { ItemError } from './item/itemError.ts';
import type { Call, Calls } from './kernel/call.ts';
import { Entry } from './kernel/journal.ts';
import { functionCalls } from './lambda/function/functionCalls.ts';
import { functionCodeCalls } from './lambda/function/functionCodeCalls.ts';
import { mappingCalls } from './lambda/mapping/mappingCalls.ts';
import { streamCalls } from './streams/streamCalls.ts';
import type { World } from './world.ts';
import { setTraffic } from './writers/traffic.ts';

const CALLS: Calls = {
  ...writeCalls,
  ...tableCalls,
  ...readCalls,
  ...queryCalls,
  ...batchCalls,
  ...transactionCalls,
  ...transactionReads,
  ...timeToLiveCalls,
  ...destinationCalls,
  ...streamCalls,
  ...mappingCalls,
  ...functionCalls,
  ...functionCodeCalls,
  'shardscope:SetTraffic': (world, input) => {
    const source = trafficOf(world, input);
    return ({ entry }) => setTraffic(world, source, Number(input.perSecond), entry);
  },
  'shardscope:StartFault': (world, input) => {
    const fault = faultOf(world, input);
    return ({ entry }) => startFault(world, fault, entry);
  },
  'shardscope:StopFault': (world, input) => {
    const match = (input.match as AttributeMap | undefined) ?? null;
    return ({ entry }) => stopFault(world, String(input.kind), String(input.target), match, entry);
  },
};

/** Every call that a lab may hold. */
export const callNames: readonly string[] = Object.keys(CALLS);

/** Reads a command: what it gives carries it out. @throws ItemError when it cannot be done as written. */
export function readCommand(world: World, command: Command): ReturnType<Call> {
  const call = Object.hasOwn(CALLS, command.call) ? CALLS[command.call] : undefined;
  if (call) return call(world, command.input);
  throw new ItemError(
    'UnknownOperationException',
    `${command.call} is not a call that this lab knows.`,
  );
}

/** What came of a command that was carried out at once. */
export type CommandOutcome = { ok: true; output: unknown } | { ok: false; error: ItemError };

/**
 * Carries out a command that is due. A refusal is an entry in the journal, and the outcome.
 * @param read what `readCommand` made of it just now, if it has been read.
 */
export function onCommandDue(
  world: World,
  number: number,
  read?: ReturnType<Call>,
): CommandOutcome {
  const entry = world.journal.append(world.now, Entry.commandGiven, number);
  try {
    const command = world.commands.get(number);
    const carryOut = read ?? readCommand(world, command);
    const immediate = command.immediate ?? false;
    return { ok: true, output: carryOut({ number, entry, immediate }) };
  } catch (error) {
    if (!(error instanceof ItemError)) throw error;
    const text = world.errors.push(`${error.awsName}: ${error.message}`);
    world.journal.append(world.now, Entry.callFailed, number, text, 1, 0, entry);
    return { ok: false, error };
  }
}

function trafficOf(world: World, input: Record<string, unknown>): number {
  const name = String(input.table ?? '');
  const rate = input.perSecond;
  if (typeof rate !== 'number' || !(rate >= 0 && rate <= 100_000)) {
    throw new ItemError('ValidationException', 'perSecond must be a number from 0 to 100000.');
  }
  const { state } = world;
  const number = state.traffic.findIndex((traffic) => {
    const table = state.tables[traffic.table]!;
    return table.id === name || table.name === name;
  });
  if (number < 0) {
    throw new ItemError('ResourceNotFoundException', `No traffic writes to a table ${name}.`);
  }
  return number;
}

const FUNCTION_FAULTS = [
  ...['Error', 'Poison', 'Throttle', 'Timeout', 'Slow'],
  ...['CrashBeforeEffect', 'CrashAfterEffect'],
];

function faultOf(world: World, input: Record<string, unknown>): Omit<FaultDefinition, 'atMs'> {
  const kind = String(input.kind ?? '');
  const target = String(input.target ?? '');
  const { functions, targets, tables, mappings } = world.state;
  let known: { id: string }[];
  if (FUNCTION_FAULTS.includes(kind)) known = functions;
  else if (kind === 'Unavailable') known = targets;
  else if (kind === 'SplitPartition') known = tables;
  else if (kind === 'PermissionLost') known = [...functions, ...mappings];
  else throw new ItemError('ValidationException', `There is no fault of the kind ${kind}.`);
  if (!known.some((one) => one.id === target)) {
    const names = known.map((one) => one.id).join(', ');
    throw new ItemError('ValidationException', `${kind} can strike ${names}, not ${target}.`);
  }
  const fault: Omit<FaultDefinition, 'atMs'> = {
    kind: kind as FaultDefinition['kind'],
    target,
    probability: numberOr(input.probability, 1),
    factor: numberOr(input.factor, 10),
  };
  if (input.match) fault.match = input.match as AttributeMap;
  if (input.forMs !== undefined) fault.forMs = numberOr(input.forMs, 0);
  return fault;
}

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
