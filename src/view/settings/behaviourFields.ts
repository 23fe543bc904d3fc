/** How a function behaves in the lab as fields of the form, and the command that changes it. */
import type { Command, EffectKind, Idempotency } from '../../engine/definition.ts';
import type { Behaviour } from '../../projections/figures/mapping/shapes.ts';
import { settingsWords as words } from '../words/settings.ts';
import type { Field, Values } from './fields.ts';

type Now = Pick<Behaviour, 'settings'>;

const P50 = 'DurationMs P50';
const P99 = 'DurationMs P99';
const COLD_START = 'ColdStartMs';

const MARKERS = ['Marker', 'MarkerAfter'] as const;

/** The guards that make sense for an effect. */
const GUARDS: Partial<Record<EffectKind, readonly Idempotency[]>> = {
  IndexDocuments: ['None', 'ExternalVersion', ...MARKERS],
  Enqueue: ['None', 'FifoDeduplication', 'ConditionalWrite', ...MARKERS],
  Notify: ['None', 'FifoDeduplication', 'ConditionalWrite', ...MARKERS],
  StartExecution: ['None', 'ExecutionName', ...MARKERS],
};
const OTHERS: readonly Idempotency[] = ['None', 'ConditionalWrite', ...MARKERS];

/** As long as an invocation can last at all. */
const MOST_MS = 900_000;

const milliseconds = (name: string, about: string): Field => ({
  name,
  type: 'number',
  about,
  range: words.millisecondsRange,
  otherwise: '',
  isOurs: true,
});

const guardName = (effect: Now['settings']['effects'][number], i: number): string =>
  words.guard(i + 1, effect.do, effect.target);

export function behaviourFields({ settings: { effects } }: Now): Field[] {
  return [
    milliseconds(P50, words.median),
    milliseconds(P99, words.tail),
    milliseconds(COLD_START, words.coldStart),
    ...effects.map((effect, i): Field => {
      const usual = GUARDS[effect.do] ?? OTHERS;
      const { idempotency: now } = effect;
      const options = usual.includes(now) ? usual : [...usual, now];
      const name = guardName(effect, i);
      return { ...milliseconds(name, words.guardAbout), type: 'choice', range: '', options };
    }),
  ];
}

export function valuesOfBehaviour({ settings }: Now): Values {
  const { durationMs, coldStartMs, effects } = settings;
  return {
    [P50]: String(durationMs.p50),
    [P99]: String(durationMs.p99),
    [COLD_START]: String(coldStartMs),
    ...Object.fromEntries(effects.map((effect, i) => [guardName(effect, i), effect.idempotency])),
  };
}

/** The command that changes it, or null where nothing of it was changed. */
export function behaviourCommand(
  now: Now & Pick<Behaviour, 'logicalId'>,
  after: Values,
): Command | null {
  const before = valuesOfBehaviour(now);
  const isChanged = (name: string): boolean => after[name] !== before[name];
  const { effects } = now.settings;
  const input: Command['input'] = {};
  if (isChanged(P50) || isChanged(P99)) {
    input.durationMs = { p50: Number(after[P50]), p99: Number(after[P99]) };
  }
  if (isChanged(COLD_START)) input.coldStartMs = Number(after[COLD_START]);
  if (effects.some((effect, i) => isChanged(guardName(effect, i)))) {
    input.effects = effects.map((effect, i) => ({
      ...effect,
      idempotency: after[guardName(effect, i)],
    }));
  }
  if (Object.keys(input).length === 0) return null;
  return { call: 'shardscope:SetFunction', input: { function: now.logicalId, ...input } };
}

/** What stands against it, before anything is sent: nothing is applied by half. */
export function refusedBehaviour(after: Values): { field: string; text: string } | null {
  const wrong = [P50, P99, COLD_START].find((name) => !(Number(after[name]) <= MOST_MS));
  if (wrong !== undefined) return { field: wrong, text: words.tooLong(wrong) };
  if (Number(after[P99]) >= Number(after[P50])) return null;
  return { field: P99, text: words.tailBelow(Number(after[P50])) };
}
