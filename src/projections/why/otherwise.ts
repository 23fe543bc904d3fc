/** What would have had to be different for something not to have happened. */
import { MissReason } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { readerName } from '../consumerSentences.ts';
import { effectDefinition } from '../effectSteps.ts';
import { effectWords } from '../words/effectWords.ts';
import { whyWords as words } from '../words/whyWords.ts';
import { overwriteOf } from './causes.ts';
import { isFurtherBack } from './lookBack.ts';

/** For an effect that came more than once. */
export function unlessRepeated(world: World, effect: number): string[] {
  const { do: kind } = effectDefinition(world, effect);
  const invocation = world.effects.invocation.get(effect);
  if (invocation < 0) return [words.idempotent(effectWords.thing(kind))];
  const attempt = world.invocations.attempt.get(invocation);
  const mapping = mappingOf(world, world.invocations.consumer.get(invocation));
  return [
    ...(attempt > 1 ? [words.attemptSucceeded(attempt - 1)] : []),
    words.idempotent(effectWords.thing(kind)),
    ...(mapping.reportBatchItemFailures ? [] : [words.partial]),
  ];
}

/** For a record that waits, or waited long, behind others of its shard. */
export function unlessWaiting(world: World, consumer: number, isFailing: boolean): string[] {
  const mapping = mappingOf(world, consumer);
  const fn = readerName(world, consumer);
  if (isFailing) {
    return [
      words.healthy(fn),
      ...(mapping.bisect ? [] : [words.bisect]),
      ...(mapping.maximumRetryAttempts < 0 ? [words.mostAttempts] : []),
    ];
  }
  return [
    ...(mapping.windowUs > 0 ? [words.smallerWindow(mapping.windowUs / 1_000)] : []),
    words.faster(fn),
  ];
}

/** For a change that a scan can never see. */
export function unlessMissed(world: World, entry: number): string[] {
  const { c: change, d: reason } = world.journal.read(entry);
  const why: Record<number, string> = {
    [MissReason.delete]: words.softDelete,
    [MissReason.race]: words.overlap,
    [MissReason.noWatermark]: words.watermark,
    [MissReason.filtered]: words.filter,
  };
  const text = reason === MissReason.collapsed ? oftener(world, entry, change) : why[reason];
  return [...(text === undefined ? [] : [text]), words.stream];
}

function oftener(world: World, entry: number, change: number): string {
  const [next = entry] = overwriteOf(world, entry, change);
  const until = world.journal.atOf(isFurtherBack(next) ? entry : next);
  return words.oftener((until - world.changes.at.get(change)) / 1_000);
}

/** The mapping of a consumer. */
export const mappingOf = ({ state }: World, consumer: number) =>
  state.mappings[state.consumers[consumer]!.mapping]!;
