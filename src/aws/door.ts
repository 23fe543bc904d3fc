/**
 * AWS's front door over a simulation: a call by its AWS name, with AWS's own input, gives AWS's own
 * output or AWS's own error. Forms, traffic, console, handlers, SDK and HTTP all come through here.
 *
 * A call is answered at the simulation's present instant and takes no virtual time. What changes or
 * costs something becomes a command, so that the history replays without this floor; what only looks
 * (`Describe…`, `List…`) leaves no trace.
 */
import type { Simulation } from '../engine/index.ts';
import { callError } from './awsError.ts';
import { dynamodbOperations } from './dynamodb/operations.ts';
import { dynamodbStreamsOperations } from './dynamodbStreams/operations.ts';
import { lambdaOperations } from './lambda/operations.ts';
import type { Operation } from './operation.ts';
import { readInput } from './shape.ts';

/** AWS's endpoint prefixes, as in `dynamodb:PutItem`. */
export type ServiceName = 'dynamodb' | 'dynamodbstreams' | 'kinesis' | 'firehose' | 'lambda';

/** A refusal, as far as it does not depend on the wire. */
export interface CallError {
  /** AWS's name without a namespace: `ConditionalCheckFailedException`. */
  name: string;
  message: string;
  statusCode: number;
  /** Further members beside the message: `Item`, `CancellationReasons`, `Type` … */
  extra?: Record<string, unknown>;
}

/**
 * Values are those of AWS's JSON: numbers are text in attribute values, binary is base64 text, instants
 * are epoch seconds as a number.
 */
export type CallAnswer =
  | { ok: true; output: Record<string, unknown>; statusCode: number }
  | { ok: false; error: CallError };

export interface Door {
  /** Never throws for what a caller can do wrong; `input` is neither changed nor kept. */
  call(service: ServiceName, operation: string, input: unknown): CallAnswer;
  /** Names of the operations that a service answers, for `help` and completion. */
  operations(service: ServiceName): readonly string[];
}

const SERVICES: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  dynamodb: dynamodbOperations,
  dynamodbstreams: dynamodbStreamsOperations,
  lambda: lambdaOperations,
};

/** What the door needs of a simulation; the engine opens one from the inside for its handlers' calls. */
export type Behind = Pick<Simulation, 'world' | 'now' | 'execute'>;

export function createDoor(behind: Behind): Door {
  const simulation = behind as Simulation; // no operation runs or restores it
  return {
    call: (service, operation, input) => answer(simulation, service, operation, input),
    operations: (service) => Object.keys(SERVICES[service] ?? {}),
  };
}

function answer(
  simulation: Simulation,
  service: ServiceName,
  name: string,
  input: unknown,
): CallAnswer {
  const operations = SERVICES[service] ?? {};
  if (!Object.hasOwn(operations, name)) {
    const message = `Operation ${name} of ${service} is not there.`;
    return { ok: false, error: { name: 'UnknownOperationException', message, statusCode: 400 } };
  }
  const operation = operations[name]!;
  try {
    const output = operation.answer(simulation, readInput(operation.input, input));
    return { ok: true, output, statusCode: operation.statusCode ?? 200 };
  } catch (error) {
    const refusal = callError(service, error);
    if (!refusal) throw error;
    return { ok: false, error: refusal };
  }
}

/** The names of all operations, by service. */
export const operationsOf = (): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(SERVICES).map(([name, all]) => [name, Object.keys(all)]));
