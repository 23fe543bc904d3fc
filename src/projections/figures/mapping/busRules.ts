/** The rules of an event bus [D20], and the events that matched them last. */
import { Entry } from '../../../engine/kernel/journal.ts';
import type { World } from '../../../engine/world.ts';
import { markOf } from '../../scene/marks.ts';
import { listText } from '../../spanText.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';
import type { BusRules } from './shapes.ts';

const MOST_ENTRIES = 40_000;
const MOST_LATEST = 6;

/** Null for a bus without rules. */
export function busRules(world: World, target: number): BusRules | null {
  const { state, definition } = world;
  const { id } = state.targets[target]!;
  const numbers = [...(definition.eventRules ?? []).keys()].filter(
    (number) => definition.eventRules![number]!.bus === id,
  );
  if (numbers.length === 0) return null;
  const things = [...state.targets, ...state.functions];
  const rules = numbers.map((number) => {
    const { name, pattern, targets, enabled } = definition.eventRules![number]!;
    const names = targets.map((one) => things.find((thing) => thing.id === one)?.name ?? one);
    const { matched } = state.eventRules[number]!;
    return { name, pattern, matched, targets: listText(names), enabled };
  });
  return {
    kind: 'busRules',
    title: words.rules,
    text: words.rulesText(rules.reduce((sum, { matched }) => sum + matched, 0)),
    rules,
    latest: latestOf(world, new Set(numbers)),
  };
}

function latestOf(world: World, rules: ReadonlySet<number>): BusRules['latest'] {
  const { journal, definition, effects } = world;
  const latest: BusRules['latest'] = [];
  const last = Math.max(0, journal.length - MOST_ENTRIES);
  for (let entry = journal.length - 1; entry >= last && latest.length < MOST_LATEST; entry--) {
    if (journal.kindOf(entry) !== Entry.eventRouted) continue;
    const { at, a: rule, b: effect } = journal.read(entry);
    if (!rules.has(rule)) continue;
    const mark = markOf(world, effects.change.get(effect), 'read');
    latest.push({ mark, rule: definition.eventRules![rule]!.name, at });
  }
  return latest;
}
