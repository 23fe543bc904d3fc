/**
 * For tests: the answers of questions whose worlds are run, worked out from what is written in the lab's own
 * world alone, without running another.
 */
import type { World } from '../../engine/world.ts';
import type { Question } from '../lesson.ts';
import type { Attributes, Recount } from './recount.ts';

/** Of what is written in the lab, the parts that every one of these labs has. */
const partsOf = ({ definition }: World) => ({
  ...definition,
  mapping: definition.eventSourceMappings[0]!,
  fn: definition.functions[0]!,
});

const inputOf = ({ definition }: World, command: number) =>
  definition.commands[command]!.command.input as {
    Item?: Attributes;
    Key?: Attributes;
  };

/** What happens to a batch: orders that are indexed, invocations that fail, messages about what is given up. */
function* courseOf(
  batch: readonly number[],
  poison: number,
): Generator<number | 'failed' | 'told'> {
  const bad = batch.indexOf(poison);
  yield* bad < 0 ? batch : batch.slice(0, bad);
  if (bad < 0) return;
  yield 'failed';
  const half = Math.ceil(batch.length / 2);
  if (batch.length === 1) yield 'told';
  else for (const part of [batch.slice(0, half), batch.slice(half)]) yield* courseOf(part, poison);
}

/** Ids in the order of their instants. */
const sorted = (instants: Readonly<Record<string, number>>): string =>
  Object.entries(instants)
    .sort(([, one], [, other]) => one - other)
    .map(([id]) => id)
    .join();

/** Those of the ids for which something is true. */
const those = (all: readonly (string | number)[], isOne: (id: number) => boolean): string =>
  all.filter((id) => isOne(Number(id))).join();

const asksFor = (question: Question, member: string): boolean =>
  question.kind === 'setting' && question.goal.some(({ measure }) => measure.endsWith(member));

/** By generator. */
export const runRecounts: Readonly<Record<string, Recount>> = {
  'order-of-failure': (world) => {
    const { mapping, faults, commands } = partsOf(world);
    const bad = faults[0]!.match!.id as { S: string };
    const poison = commands.findIndex((_, n) => inputOf(world, n).Item!.id!.S === bad.S);
    const all = commands.map((_, n) => n);
    const batches = mapping.batchSize === 1 ? all.map((n) => [n]) : [all];
    const course = batches.flatMap((batch) => [...courseOf(batch, poison)]);
    const first = [...new Set(course)];
    const found = first.filter((what) => typeof what === 'number');
    return sorted({
      others: first.indexOf(found.at(-1)!),
      told: first.indexOf('told'),
      found: first.indexOf(found[0]!),
      failed: first.indexOf('failed'),
    });
  },
  'stream-or-scan': (world) => {
    const { mapping, pollers, commands } = partsOf(world);
    const [first, last] = [commands[0]!.atMs, commands.at(-1)!.atMs];
    const { everyMs } = pollers[0]!;
    return sorted({
      found: first + mapping.maximumBatchingWindowMs,
      put: last,
      seen: Math.ceil(last / everyMs) * everyMs,
    });
  },
  // Twice what is needed carries it, half of what is needed does not.
  'batch-size': (world) => {
    const { fn, traffic } = partsOf(world);
    const needed = (traffic[0]!.perSecond * fn.durationMs.p50) / 1_000;
    return those([1, 4, 16, 10_000], (size) => size >= needed);
  },
  'view-type': (world, question) => {
    const asked = world.definition.commands.at(-1)!.command;
    const goal = { old: asksFor(question, 'oldImage'), new: asksFor(question, 'newImage') };
    const has = {
      old: asked.call !== 'dynamodb:PutItem',
      new: asked.call !== 'dynamodb:DeleteItem',
    };
    const types = ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'];
    return types
      .filter((type) => !goal.old || (has.old && type.includes('OLD')))
      .filter((type) => !goal.new || (has.new && type.startsWith('NEW')))
      .join();
  },
  'record-age': (world, question) => {
    const { faults } = partsOf(world);
    const isLost = question.kind === 'setting' && question.goal[0]!.is === 0;
    const survives = (age: number): boolean => age < 0 || age * 1_000 > faults[0]!.forMs!;
    return those([-1, 60, 600, 6_000], (age) => survives(age) !== isLost);
  },
  'missing-orders': (world) => {
    const { mapping, fn } = partsOf(world);
    if (!mapping.enabled) return 'mapping';
    if (fn.durationMs.p50 > fn.timeoutMs) return 'timeout';
    return mapping.maximumBatchingWindowMs > 60_000 ? 'window' : 'filter';
  },
  'who-gave-up': (world) => {
    const { maximumRetryAttempts } = partsOf(world).mapping;
    return maximumRetryAttempts >= 0 && maximumRetryAttempts < 100 ? 'retries' : 'age';
  },
};
