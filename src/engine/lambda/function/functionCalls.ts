/**
 * Functions that come, change and go while the lab runs, the concurrency that is reserved for them, and
 * Invoke. Their code cannot be run yet: a function that a call creates only logs.
 *
 * Left out for now: versions, aliases, layers, function URLs, the seconds for which a function is Pending.
 * Rules: [F9] reserved concurrency, [F10] Invoke, [F12] created functions, [F13] changed and deleted ones.
 */
import type { FunctionDefinition } from '../../definition.ts';
import { optionalMembers, optionalText, optionalWhole, textMember } from '../../item/callInput.ts';
import { ItemError } from '../../item/itemError.ts';
import type { Call, CallInput, Calls } from '../../kernel/call.ts';
import { Entry } from '../../kernel/journal.ts';
import { UNRESERVED_LEAST } from '../../limits.ts';
import { RequestOrigin, type World } from '../../world.ts';
import { invalid } from '../mapping/mappingRanges.ts';
import { accountConcurrency } from './environment.ts';
import { addFunction } from './function.ts';
import { functionNamed, shortFunctionName } from './functionNames.ts';
import { requestNow, sendRequest } from './request.ts';
import { payloadOf } from './requestEvent.ts';
import { setFunctionCall } from './setFunction.ts';

/** How a function behaves of which nothing is said, as in a lab's file. */
const UNSAID = { durationMs: { p50: 40, p99: 120 }, coldStartMs: 300, effects: [] };

/** Members of AWS's configuration that are kept and given back, and change nothing. */
const DESCRIBED = [
  'Description',
  'Handler',
  'Role',
  'Runtime',
  'Environment',
  'Architectures',
  'PackageType',
  'EphemeralStorage',
  'TracingConfig',
  'CodeSha256',
  'CodeSize',
];

const described = (input: CallInput): Record<string, unknown> =>
  Object.fromEntries(
    DESCRIBED.flatMap((name) => (input[name] == null ? [] : [[name, input[name]]])),
  );

/** Answers the function's number. */
const createFunctionCall: Call = (world, input) => {
  const name = shortFunctionName(textMember(input, 'FunctionName'));
  if (world.state.functions.some((fn) => fn.name === name && !fn.isDeleted)) {
    throw new ItemError('ResourceConflictException', `Function already exist: ${name}`);
  }
  if ((optionalText(input, 'PackageType') ?? 'Zip') === 'Zip') {
    const isWhole = optionalText(input, 'Runtime') && optionalText(input, 'Handler');
    if (!isWhole) {
      throw invalid(
        'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
      );
    }
  }
  const queue = deadLetterTarget(world, input);
  const definition: FunctionDefinition = {
    ...UNSAID,
    id: idFor(world, name),
    name,
    timeoutMs: (optionalWhole(input, 'Timeout') ?? 3) * 1_000,
    memoryMb: optionalWhole(input, 'MemorySize') ?? 128,
    described: described(input),
    ...(queue && { deadLetterTarget: queue }),
  };
  return ({ entry }) => {
    const fn = addFunction(world, definition);
    world.journal.append(world.now, Entry.functionCreated, fn, 0, 0, 0, entry);
    return fn;
  };
};

/** Ids are never used again: what a deleted function did stays its own. */
function idFor(world: World, name: string): string {
  const taken = new Set(world.state.functions.map(({ id }) => id));
  let id = name;
  for (let n = 2; taken.has(id); n++) id = `${name}.${n}`;
  return id;
}

/** The id of the target that takes events which are given up; empty: none; null: not said. */
function deadLetterTarget(world: World, input: CallInput): string | null {
  const config = optionalMembers(input, 'DeadLetterConfig');
  const arn = config && optionalText(config, 'TargetArn');
  if (arn === null) return null;
  if (arn === '') return '';
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  const target = world.state.targets.find((one) => one.name === name || one.id === name);
  if (target && (target.kind === 'SQS' || target.kind === 'SNS')) return target.id;
  throw invalid(`The target ARN ${arn} is not a queue or a topic of this lab.`);
}

/** Answers the function's number. */
const updateConfigurationCall: Call = (world, input) => {
  const fn = functionNamed(world, textMember(input, 'FunctionName'));
  const [timeout, memoryMb] = [optionalWhole(input, 'Timeout'), optionalWhole(input, 'MemorySize')];
  const queue = deadLetterTarget(world, input);
  return ({ entry }) => {
    const settings = { ...world.state.functions[fn]!.settings };
    if (timeout !== null) settings.timeoutMs = timeout * 1_000;
    if (memoryMb !== null) settings.memoryMb = memoryMb;
    if (queue === '') delete settings.deadLetterTarget;
    else if (queue !== null) settings.deadLetterTarget = queue;
    settings.described = { ...settings.described, ...described(input) };
    change(world, fn, settings, entry);
    return fn;
  };
};

function change(world: World, fn: number, settings: FunctionDefinition, cause: number): void {
  const state = world.state.functions[fn]!;
  state.settings = settings;
  state.lastModifiedAt = world.now;
  world.journal.append(world.now, Entry.functionUpdated, fn, 0, 0, 0, cause);
}

/** Answers nothing. What runs runs on. */
const deleteFunctionCall: Call = (world, input) => {
  const fn = functionNamed(world, textMember(input, 'FunctionName'));
  return ({ entry }) => {
    world.state.functions[fn]!.isDeleted = true;
    world.journal.append(world.now, Entry.functionDeleted, fn, 0, 0, 0, entry);
  };
};

/** [F9] Answers the function's number. */
const putConcurrencyCall: Call = (world, input) => {
  const fn = functionNamed(world, textMember(input, 'FunctionName'));
  const reserved = optionalWhole(input, 'ReservedConcurrentExecutions') ?? 0;
  const others = world.state.functions.reduce(
    (sum, { settings, isDeleted }, number) =>
      sum + (isDeleted || number === fn ? 0 : (settings.reservedConcurrency ?? 0)),
    0,
  );
  // Nothing at all can always be reserved: it is how a function is stopped.
  if (reserved > 0 && accountConcurrency(world) - others - reserved < UNRESERVED_LEAST) {
    throw invalid(
      `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${UNRESERVED_LEAST}].`,
    );
  }
  return ({ entry }) => {
    const { settings } = world.state.functions[fn]!;
    change(world, fn, { ...settings, reservedConcurrency: reserved }, entry);
    return fn;
  };
};

const deleteConcurrencyCall: Call = (world, input) => {
  const fn = functionNamed(world, textMember(input, 'FunctionName'));
  return ({ entry }) => {
    const { reservedConcurrency: _, ...settings } = world.state.functions[fn]!.settings;
    change(world, fn, settings, entry);
    return fn;
  };
};

/** [F10] Answers `{ request, answer }`; the answer is null where the caller does not wait for it. */
const invokeCall: Call = (world, input) => {
  const fn = functionNamed(world, textMember(input, 'FunctionName'));
  try {
    payloadOf(input);
  } catch (error) {
    throw new ItemError(
      'InvalidRequestContentException',
      `Could not parse request body into json: Could not parse payload into json: ${(error as Error).message}`,
    );
  }
  const isEvent = optionalText(input, 'InvocationType') === 'Event';
  return ({ number, entry }) => {
    if (!isEvent) return requestNow(world, fn, RequestOrigin.invoke, number, entry);
    const request = sendRequest(world, fn, RequestOrigin.event, number, entry);
    return { request, answer: null };
  };
};

export const functionCalls: Calls = {
  'lambda:CreateFunction': createFunctionCall,
  'lambda:DeleteFunction': deleteFunctionCall,
  'lambda:DeleteFunctionConcurrency': deleteConcurrencyCall,
  'lambda:Invoke': invokeCall,
  'lambda:PutFunctionConcurrency': putConcurrencyCall,
  'lambda:UpdateFunctionConfiguration': updateConfigurationCall,
  'shardscope:SetFunction': setFunctionCall,
};
