/**
 * The ways to write one effect so that it survives being done again, and the lab of each: the same lab,
 * but that one function does one thing for each record, guarded in that way. Rules: [W40] the same history.
 */
import type {
  EffectDefinition,
  EffectKind,
  Idempotency,
  SimulationDefinition,
  TargetDefinition,
  TargetKind,
} from '../../engine/definition.ts';

export type Guard =
  | 'naive'
  | 'conditionalWrite'
  | 'externalVersion'
  | 'markerFirst'
  | 'markerLast'
  | 'fifo'
  | 'executionName';

/** What becomes of the work, where it goes, and how it is guarded. */
const WRITTEN: Readonly<Record<Guard, readonly [EffectKind, TargetKind, Idempotency]>> = {
  naive: ['Enqueue', 'SQS', 'None'],
  conditionalWrite: ['Replicate', 'Table', 'ConditionalWrite'],
  externalVersion: ['IndexDocuments', 'OpenSearch', 'ExternalVersion'],
  markerFirst: ['Enqueue', 'SQS', 'Marker'],
  markerLast: ['Enqueue', 'SQS', 'MarkerAfter'],
  fifo: ['Enqueue', 'SQS', 'FifoDeduplication'],
  executionName: ['StartExecution', 'StepFunctions', 'ExecutionName'],
};

export const GUARDS = Object.keys(WRITTEN) as readonly Guard[];

/** What at-least-once delivery does to an effect. */
export type Failure =
  /** An attempt fails after the effect; the next does it again. */
  | 'retry'
  /** The function dies between its two calls: the effect and the marker. */
  | 'between'
  /** Two environments have the same record at the same time. */
  | 'atOnce'
  /** It comes again after more than five minutes, an hour, 90 days. */
  | 'late'
  | 'hour'
  | 'days'
  /** It comes for the first time, but after a newer change of its item. */
  | 'older'
  /** The same, more than a minute after the item was deleted. */
  | 'revived';

export const FAILURES: readonly Failure[] = [
  ...(['retry', 'between', 'atOnce', 'late', 'hour', 'days', 'older', 'revived'] as const),
];

/** Which failures each way lets through; `guards.test.ts` has the engine prove every cell. [W41] */
export const LETS_THROUGH: Readonly<Record<Guard, readonly Failure[]>> = {
  naive: ['retry', 'atOnce', 'late', 'hour', 'days', 'older', 'revived'],
  conditionalWrite: ['older', 'revived'],
  externalVersion: ['revived'],
  markerFirst: ['between', 'hour', 'days', 'older', 'revived'],
  markerLast: ['between', 'atOnce', 'hour', 'days', 'older', 'revived'],
  fifo: ['late', 'hour', 'days', 'older', 'revived'],
  executionName: ['days', 'older', 'revived'],
};

/** Logical ids of the functions whose work can be written so: those that a mapping invokes. */
export function guardedFunctions({
  functions,
  eventSourceMappings,
}: SimulationDefinition): string[] {
  const invoked = new Set(eventSourceMappings.filter(({ pipe }) => !pipe).map((m) => m.function));
  return functions.filter(({ id, pipe }) => invoked.has(id) && !pipe).map(({ id }) => id);
}

const OWN_TARGET = 'Work';

/**
 * The lab with a function's work written in one way. Everything else stays: writes, faults, commands. The
 * target keeps its name, so that what strikes it strikes every way alike.
 */
export function guardedDefinition(
  definition: SimulationDefinition,
  id: string,
  guard: Guard,
): SimulationDefinition {
  const [kind, targetKind, idempotency] = WRITTEN[guard];
  const before = definition.functions.find((fn) => fn.id === id)?.effects[0];
  const target = before?.target ?? OWN_TARGET;
  const name = definition.targets.find((each) => each.id === target)?.name ?? target;
  const made: TargetDefinition = { id: target, name, kind: targetKind };
  const effects: EffectDefinition[] = [{ do: kind, target, idempotency }];
  const others = definition.targets.filter((each) => each.id !== target);
  return {
    ...definition,
    functions: definition.functions.map((fn) => (fn.id === id ? { ...fn, effects } : fn)),
    targets: [...others, made],
    goals: [],
  };
}
