/** What would have had to be different for something not to have happened. */
import { EffectOutcome, Entry, FailureReason, MissReason } from '../../engine/kernel/journal.ts';
import { instant } from '../../engine/kernel/time.ts';
import type { World } from '../../engine/world.ts';
import { effectDefinition } from '../effectSteps.ts';
import { readerName } from '../sentences/consumerSentences.ts';
import { effectWords } from '../words/effectWords.ts';
import { whyWords as words } from '../words/whyWords.ts';
import { ENDS, overwriteOf } from './causes.ts';
import { isFurtherBack, lastBefore } from './lookBack.ts';
import type { WhyLink } from './whyAnswer.ts';

/** Whether an effect that came once more left everything as it was. */
export function isHarmless(world: World, effect: number, outcome: number): boolean {
  if (outcome === EffectOutcome.stale) return true;
  const { do: kind } = effectDefinition(world, effect);
  return outcome === EffectOutcome.repeated && !effectWords.repeatHurts(kind, outcome);
}

/**
 * For an effect that came more than once.
 * @param chain what led to it.
 */
export function unlessRepeated(
  world: World,
  effect: number,
  outcome: number,
  chain: readonly WhyLink[],
): string[] {
  const { do: kind } = effectDefinition(world, effect);
  const harm = isHarmless(world, effect, outcome)
    ? words.harmless
    : words.idempotent(effectWords.thing(kind));
  const invocation = world.effects.invocation.get(effect);
  if (invocation < 0) return [harm];
  const { attempt, from, to, consumer } = world.invocations;
  const n = attempt.get(invocation);
  const isAlone = to.get(invocation) - from.get(invocation) < 2;
  const isReported = mappingOf(world, consumer.get(invocation)).reportBatchItemFailures;
  const couldReport = !isAlone && !isReported && chain.some((link) => isOfRecord(world, link));
  return [
    ...(n > 1 ? [words.attemptSucceeded(n - 1)] : []),
    harm,
    ...(couldReport ? [words.partial] : []),
  ];
}

/** Whether a function that failed so could have named the record instead: it was not ended from outside. */
function isOfRecord({ journal }: World, { entry }: WhyLink): boolean {
  const { kind, c: reason } = journal.read(entry);
  const isNamed =
    reason === FailureReason.poison ||
    reason === FailureReason.error ||
    reason === FailureReason.effect;
  return kind === Entry.invocationFailed && isNamed;
}

/** For an effect that arrived: what its record waited for on the way, if anything. */
export function unlessSooner(world: World, invocation: number, change: number): string[] {
  const consumer = world.invocations.consumer.get(invocation);
  const mapping = mappingOf(world, consumer);
  const writtenAt = world.changes.at.get(change);
  const sentAt = world.invocations.sentAt.get(invocation);
  const sent = world.journal.firstAtOrAfter(instant(sentAt));
  const [busy] = lastBefore(world, sent, ENDS, ({ b }) => b === consumer, writtenAt);
  if (busy !== undefined) return unlessWaiting(world, consumer, false);
  if (mapping.windowUs > 0) return [words.smallerWindow(mapping.windowUs / 1_000)];
  return [sentAt - writtenAt < LONGEST_LOOK ? words.firstLook : words.notReading];
}

/** A record that is sent within this time came with the first look at its shard, microseconds. */
const LONGEST_LOOK = 1_500_000;

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
