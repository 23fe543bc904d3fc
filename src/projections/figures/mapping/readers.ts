/** Each reader of a mapping, as a row: cursor, batch in hand, attempts, age. */
import { itemIdentifierOf } from '../../../engine/lambda/events/eventRecord.ts';
import type { World } from '../../../engine/world.ts';
import { ownWaiting, slotOf } from '../../cards/batchSlots.ts';
import { retentionMsOf } from '../../cards/functionCard.ts';
import { ageTicks, ageToPart } from '../../geometry/ageAxis.ts';
import { slotText } from '../../scene/slotText.ts';
import { isBehind, isFailing, type Standing, standingOf } from '../../standing.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';
import type { Readers } from './shapes.ts';

const MOST_ROWS = 12;

export function readers(world: World, mapping: number): Readers {
  const { state, lastResult, batchSize, windowUs, consumers } = world.state.mappings[mapping]!;
  const retentionMs = retentionMsOf(world, mapping);
  const standings = consumers
    .filter((consumer) => world.state.consumers[consumer]!.phase !== 'drained')
    .map((consumer) => standingOf(world, consumer));
  const shown = [...standings]
    .sort((a, b) => urgency(b) - urgency(a) || a.consumer - b.consumer)
    .slice(0, MOST_ROWS)
    .sort((a, b) => a.shard - b.shard || a.consumer - b.consumer);
  return {
    kind: 'readers',
    title: words.readers,
    text: words.readersText(state, lastResult),
    mappingState: state,
    lastResult,
    batchSize,
    windowMs: windowUs / 1_000,
    retentionMs,
    rows: shown.map((standing) => rowOf(world, standing, retentionMs)),
    ticks: ticksOf(retentionMs),
    hidden: standings.length - shown.length,
  };
}

const urgency = (standing: Standing): number =>
  (isFailing(standing) ? 1e15 : 0) + standing.iteratorAgeMs;

function ticksOf(retentionMs: number): Readers['ticks'] {
  const dear = ageTicks.filter(({ label }) => ['1 s', '1 min', '1 h'].includes(label));
  const end = { at: 1, label: `${Math.round(retentionMs / 3_600_000)} h` };
  return [...dear.map(({ ageMs, label }) => ({ at: ageToPart(ageMs, retentionMs), label })), end];
}

function rowOf(world: World, standing: Standing, retentionMs: number): Readers['rows'][number] {
  const { checkpoint, fetched, phase, to } = world.state.consumers[standing.consumer]!;
  const { iteratorAgeMs, shard } = standing;
  const slot = slotOf(world, standing);
  const inHand = phase === 'invoking' || phase === 'backingOff' ? to : checkpoint;
  return {
    ...slot,
    waiting: ownWaiting(world, standing),
    cursor: checkpoint > 0 ? itemIdentifierOf(world, shard, checkpoint - 1) : '',
    buffered: Math.max(0, fetched - inHand),
    iteratorAgeMs,
    agePart: ageToPart(iteratorAgeMs, retentionMs),
    says: slotText(slot, world.state.mappings[standing.mapping]!.batchSize, world.now),
    tone: isFailing(standing) ? 'bad' : isBehind(world, standing) ? 'behind' : 'plain',
  };
}
