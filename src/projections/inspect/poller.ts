/** A polling scan: its settings, what it has read and paid, and what it could never see. */
import type { World } from '../../engine/world.ts';
import { pollerCard } from '../cards/pollerCard.ts';
import { ruleTexts } from '../ruleTexts.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { inspection, isoOf } from './inspection.ts';
import { pollerStory } from './pollerStory.ts';
import { recordLink } from './record.ts';

const MOST_RELATED = 8;

export function inspectPoller(
  world: World,
  selection: Extract<Selection, { kind: 'poller' }>,
): Inspection {
  const { poller } = selection;
  const state = world.state.pollers[poller]!;
  const { everyMs, watermark, consistentRead } = world.definition.pollers[poller]!;
  const { name } = world.state.tables[state.table]!;
  const { ghosts, counts } = pollerCard(world, poller);
  const missed = Object.values(ghosts).flat();
  missed.sort((a, b) => b.at - a.at);
  return inspection(selection, inspectWords.kinds.poller, state.id, {
    story: pollerStory(world, poller),
    json: {
      Scan: {
        TableName: name,
        ConsistentRead: consistentRead,
        FilterExpression: '#watermark > :last',
        ExpressionAttributeNames: { '#watermark': watermark },
        ExpressionAttributeValues: { ':last': { N: String(state.watermarkMs) } },
      },
      EverySeconds: everyMs / 1_000,
      Polls: state.polls,
      LastBeganAt: state.polls > 0 || state.running ? isoOf(world, state.startedAt) : null,
      NextAt: isoOf(world, state.nextAt),
      ItemsEvaluated: state.itemsEvaluated,
      ConsumedReadUnits: state.readUnits,
      Changes: counts,
    },
    rules: ruleTexts('W1', 'W2', 'W3', 'W4'),
    related: [
      {
        text: inspectWords.theTable(name),
        selection: { kind: 'table', table: state.table },
      },
      ...missed.slice(0, MOST_RELATED).map(({ change }) => recordLink(world, change)),
    ],
  });
}
