/** Why a reader has not processed a change: no filter matches it, or its shard waits. */
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import { Settled, type World } from '../../engine/world.ts';
import { labelOfChange } from '../scene/marks.ts';
import { readerName } from '../sentences/consumerSentences.ts';
import { isFailing, standingOf } from '../standing.ts';
import { whyWords as words } from '../words/whyWords.ts';
import { arrivalOf, failedBefore } from './causes.ts';
import { chainTo, joined } from './chain.ts';
import { unlessWaiting } from './otherwise.ts';
import type { WhyAnswer } from './whyAnswer.ts';

/** For each mapping whose filters let the change drop: nothing of it stands in the journal after its arrival. */
export function filteredAnswers(world: World, change: number): WhyAnswer[] {
  const { mappings, functions } = world.state;
  const [arrival] = arrivalOf(world, world.journal.length, change);
  if (arrival === undefined) return [];
  return mappings.flatMap((mapping, number) => {
    const settled = (world.deliveries[number]?.get(change) ?? 0) & 7;
    if (settled !== Settled.filtered) return [];
    const { name } = functions[mapping.function]!;
    return [
      {
        question: words.filtered(labelOfChange(world, change), name),
        ...chainTo(world, arrival, change),
        otherwise: [words.filterMatched],
      },
    ];
  });
}

/** For each reader that has not come to the change yet: what its shard waits for. */
export function waitingAnswers(world: World, change: number): WhyAnswer[] {
  const shard = world.changes.shard.get(change);
  if (shard < 0) return [];
  const ordinal = world.changes.ordinal.get(change);
  return world.state.consumers.flatMap((consumer, number) => {
    if (consumer.shard !== shard || !isInLane(world, consumer, ordinal)) return [];
    const settled = (world.deliveries[consumer.mapping]?.get(change) ?? 0) & 7;
    const isFailingNow = isFailing(standingOf(world, number));
    if (settled !== Settled.pending || ordinal < consumer.checkpoint || !isFailingNow) return [];
    const failure = failedBefore(world, world.journal.length, number);
    const leading = [...arrivalOf(world, world.journal.length, change), ...failure];
    return [
      {
        question: words.waiting(labelOfChange(world, change), readerName(world, number)),
        ...joined(leading.map((entry) => chainTo(world, entry, change))),
        otherwise: unlessWaiting(world, number, true),
      },
    ];
  });
}
