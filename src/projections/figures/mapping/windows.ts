/** The tumbling windows of a mapping [E40]: those that are open, and those that ended last. */
import { isoText } from '../../../engine/kernel/isoText.ts';
import { Entry } from '../../../engine/kernel/journal.ts';
import type { World } from '../../../engine/world.ts';
import { laneLabel } from '../../cards/batchSlots.ts';
import { spanText } from '../../spanText.ts';
import { standingOf } from '../../standing.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';
import type { Windows } from './shapes.ts';

const MOST_ENTRIES = 40_000;
const MOST_ENDED = 5;

export function windows(world: World, mapping: number): Windows | null {
  const { tumblingUs, consumers } = world.state.mappings[mapping]!;
  if (tumblingUs === 0) return null;
  const rows = consumers.flatMap((consumer) => rowOf(world, consumer));
  const text = words.windowsText(spanText(tumblingUs / 1_000));
  return {
    kind: 'windows',
    title: words.windows,
    text: rows.length === 0 ? text + words.noWindow : text,
    rows,
    ended: endedOf(world, mapping),
  };
}

function rowOf(world: World, number: number): Windows['rows'] {
  const { tumbling } = world.state.consumers[number]!;
  if (!tumbling) return [];
  const { startMs, endMs, records, state, isFinal } = tumbling;
  const nowMs = world.definition.startAtMs + world.now / 1_000;
  return [
    {
      label: laneLabel(world, standingOf(world, number)),
      span: `${clockOf(startMs)} – ${clockOf(endMs)}`,
      part: Math.min(1, Math.max(0, (nowMs - startMs) / (endMs - startMs))),
      records,
      state,
      isFinal,
    },
  ];
}

const clockOf = (ms: number): string => isoText(ms).slice(11, 19);

function endedOf(world: World, mapping: number): Windows['ended'] {
  const { journal, state } = world;
  const ended: Windows['ended'] = [];
  const last = Math.max(0, journal.length - MOST_ENTRIES);
  for (let entry = journal.length - 1; entry >= last && ended.length < MOST_ENDED; entry--) {
    if (journal.kindOf(entry) !== Entry.windowClosed) continue;
    const { at, a: consumer, c: records, d: end } = journal.read(entry);
    if (state.consumers[consumer]!.mapping !== mapping) continue;
    const label = laneLabel(world, standingOf(world, consumer));
    ended.push({ at, text: words.windowEnded(label, records, words.windowEnds[end] ?? '') });
  }
  return ended;
}
