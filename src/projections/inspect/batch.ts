/** A batch on its way through a function: its records, this attempt at it and those before. */

import { itemIdentifierOf } from '../../engine/lambda/events/eventRecord.ts';
import { recordsOfInvocation } from '../../engine/lambda/mapping/batch.ts';
import { changeOf } from '../../engine/streams/shard.ts';
import type { World } from '../../engine/world.ts';
import { ruleTexts } from '../ruleTexts.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { readerName } from '../sentences/consumerSentences.ts';
import { batchBar } from '../timeline/batchBar.ts';
import { BarOutcome } from '../timeline/lane.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { inspection, isoOf, type StoryStep } from './inspection.ts';
import { recordLink } from './record.ts';

const MOST_ATTEMPTS = 12;
const MOST_RELATED = 10;

export function inspectBatch(
  world: World,
  selection: Extract<Selection, { kind: 'batch' }>,
): Inspection {
  const { invocation } = selection;
  const { consumer, attempt, iteratorAgeMs, sentAt } = world.invocations;
  const reader = consumer.get(invocation);
  const { mapping, shard } = world.state.consumers[reader]!;
  const records = recordsOfInvocation(world, invocation);
  const name = readerName(world, reader);
  const identifier = (ordinal: number | undefined): string | null =>
    ordinal === undefined ? null : itemIdentifierOf(world, shard, ordinal);
  return inspection(
    selection,
    inspectWords.kinds.batch,
    inspectWords.batch(records.length, attempt.get(invocation)),
    {
      story: attemptsUntil(world, invocation).flatMap((each) => tellAttempt(world, each)),
      json: {
        FunctionName: name,
        ShardId: shardLabel(world, shard),
        Records: records.length,
        StartSequenceNumber: identifier(records[0]),
        EndSequenceNumber: identifier(records.at(-1)),
        Attempt: attempt.get(invocation),
        SentAt: isoOf(world, sentAt.get(invocation)),
        IteratorAgeMs: Math.round(iteratorAgeMs.get(invocation)),
      },
      rules: ruleTexts('E1', 'E3', 'E5', 'E6'),
      related: [
        { text: inspectWords.theMapping(name), selection: { kind: 'mapping', mapping } },
        ...records
          .slice(0, MOST_RELATED)
          .map((ordinal) => recordLink(world, changeOf(world, shard, ordinal))),
      ],
    },
  );
}

/** Attempts at the same batch, up to this one, oldest first. */
function attemptsUntil(world: World, invocation: number): number[] {
  const { consumer, from, attempt } = world.invocations;
  const found = [invocation];
  for (let before = invocation - 1; before >= 0 && found.length < MOST_ATTEMPTS; before--) {
    if (attempt.get(found[0]!) <= 1) break;
    if (consumer.get(before) !== consumer.get(invocation)) continue;
    if (from.get(before) > from.get(invocation)) break;
    found.unshift(before);
  }
  return found;
}

function tellAttempt(world: World, invocation: number): StoryStep[] {
  const { attempt, sentAt } = world.invocations;
  const at = sentAt.get(invocation);
  const sent = inspectWords.attemptSent(attempt.get(invocation));
  const begun: StoryStep = { at, text: sent, detail: '', tone: 'plain' };
  const bar = batchBar(world, invocation);
  if (bar === null || bar.outcome === BarOutcome.running) return [begun];
  const isGood = bar.outcome === BarOutcome.succeeded;
  const text = inspectWords.attemptEnded[bar.outcome]!;
  return [begun, { at: bar.to, text, detail: '', tone: isGood ? 'good' : 'bad' }];
}
