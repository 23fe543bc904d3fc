/**
 * Changing how a function behaves in the lab while it runs: how long it takes, how long it takes to start,
 * and how its effects guard against being done twice. AWS has no such call: there it is a new version of
 * the code.
 *
 * Rules: [F14] from the next invocation on, effects from the next arrival on.
 */
import type { EffectDefinition, FunctionDefinition, Idempotency } from '../../definition.ts';
import { ItemError } from '../../item/itemError.ts';
import type { Call } from '../../kernel/call.ts';
import { Entry } from '../../kernel/journal.ts';
import type { World } from '../../world.ts';

const MEMBERS = ['function', 'durationMs', 'coldStartMs', 'effects'];
/** As long as an invocation can last at all. */
const MOST_MS = 900_000;

/** Every guard that the engine has. */
export const IDEMPOTENCIES: readonly Idempotency[] = [
  ...(['None', 'ConditionalWrite', 'ExternalVersion'] as const),
  ...(['Marker', 'MarkerAfter', 'FifoDeduplication', 'ExecutionName'] as const),
];

const refused = (text: string): ItemError => new ItemError('ValidationException', text);

/** See `shardscope:SetFunction` of {@link Command}. Answers the function's number. */
export const setFunctionCall: Call = (world, input) => {
  const unknown = Object.keys(input).find((name) => !MEMBERS.includes(name));
  if (unknown) throw refused(`${unknown} is unknown; ${MEMBERS.join(', ')} are expected.`);
  const fn = numberOf(world, input.function);
  const before = world.state.functions[fn]!.settings;
  const settings: FunctionDefinition = {
    ...before,
    durationMs: durationOf(input.durationMs, before.durationMs),
    coldStartMs: msOf('coldStartMs', input.coldStartMs, before.coldStartMs),
    effects: effectsOf(input.effects, before.effects),
  };
  return ({ entry }) => {
    const state = world.state.functions[fn]!;
    const { durationMs, coldStartMs, effects } = settings;
    state.settings = { ...state.settings, durationMs, coldStartMs, effects };
    world.journal.append(world.now, Entry.functionUpdated, fn, 0, 0, 0, entry);
    return fn;
  };
};

function numberOf({ state }: World, name: unknown): number {
  const isIt = (one: { id: string; name: string }) => one.id === name || one.name === name;
  const fn = state.functions.findIndex((one) => isIt(one) && !one.isDeleted);
  if (fn >= 0 && !state.functions[fn]!.settings.pipe) return fn;
  throw new ItemError('ResourceNotFoundException', `There is no function ${String(name ?? '')}.`);
}

function msOf(member: string, given: unknown, before: number): number {
  if (given === undefined) return before;
  if (typeof given === 'number' && given >= 0 && given <= MOST_MS) return given;
  throw refused(`${member} must be a number of milliseconds from 0 to ${MOST_MS}.`);
}

function durationOf(
  given: unknown,
  before: FunctionDefinition['durationMs'],
): FunctionDefinition['durationMs'] {
  if (given === undefined) return before;
  const { p50: median, p99: tail } = Object(given) as Record<string, unknown>;
  const p50 = msOf('durationMs.p50', median, before.p50);
  const p99 = msOf('durationMs.p99', tail, Math.max(p50, before.p99));
  if (p99 < p50) throw refused(`durationMs.p99 is ${p99}, below p50, which is ${p50}.`);
  return { p50, p99 };
}

/** The same effects in the same order: a record's past effects keep their meaning. */
function effectsOf(given: unknown, before: readonly EffectDefinition[]): EffectDefinition[] {
  if (given === undefined) return [...before];
  const asked = Array.isArray(given) ? (given as Partial<EffectDefinition>[]) : [];
  const isSame = before.every(
    (effect, i) => asked[i]?.do === effect.do && asked[i]?.target === effect.target,
  );
  if (asked.length !== before.length || !isSame) {
    const list = before.map((effect) => `${effect.do} ${effect.target}`).join(', ');
    throw refused(
      `effects must be those that the function has, in their order: ${list || 'none'}.`,
    );
  }
  return before.map((effect, i) => {
    const idempotency = asked[i]!.idempotency ?? effect.idempotency;
    if (!IDEMPOTENCIES.includes(idempotency)) {
      throw refused(`idempotency must be one of ${IDEMPOTENCIES.join(', ')}.`);
    }
    return { ...effect, idempotency };
  });
}
