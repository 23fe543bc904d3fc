/**
 * AWS's front door over a simulation: a call by its AWS name, with AWS's own input, gives AWS's own
 * output or AWS's own error. Forms, traffic, console, handlers, SDK and HTTP all come through here.
 *
 * A call is answered at the simulation's present instant and takes no virtual time. What changes or
 * costs something becomes a command, so that the history replays without this floor; what only looks
 * (`Describe…`, `List…`) leaves no trace.
 */
import type { Simulation } from '../engine/index.ts';

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

export function createDoor(_simulation: Simulation): Door {
  return {
    call: (_service, operation) => ({
      ok: false,
      error: {
        name: 'UnknownOperationException',
        message: `Operation ${operation} does not exist`,
        statusCode: 400,
      },
    }),
    operations: () => [],
  };
}
