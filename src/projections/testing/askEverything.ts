/** For tests: asks “why?” of a sample of everything in a world, and says what is wrong with the answers. */
import { Entry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import type { Selection } from '../scene/scene.ts';
import { describeEntry } from '../sentences/logLines.ts';
import type { WhyAbout, WhyAnswer } from '../why/whyAnswer.ts';
import { whyOf } from '../why/whyOf.ts';

/** Entries of a kind that are asked about, the newest. */
const MOST_OF_A_KIND = 3;
/** Links of a chain, at most. */
const LONGEST = 25;

/** @returns a sentence for each fault; none: everything has its causes, rules and what would have prevented it. */
export function askEverything(world: World): string[] {
  return [
    ...entriesToAsk(world).flatMap((entry) => faultsOf(world, { kind: 'entry', entry }, true)),
    ...thingsToAsk(world).flatMap((about) => faultsOf(world, about, hasHappened(world, about))),
  ];
}

function faultsOf(world: World, about: WhyAbout, isAnswered: boolean): string[] {
  const answers = whyOf(world, about);
  const name =
    about.kind === 'entry' ? nameOf(world.journal.kindOf(about.entry)) : JSON.stringify(about);
  if (answers.length === 0) return isAnswered ? [`${name}: no answer`] : [];
  return answers.flatMap((answer) => faultsIn(world, answer).map((fault) => `${name}: ${fault}`));
}

function faultsIn({ journal }: World, { question, chain, otherwise }: WhyAnswer): string[] {
  const texts = [question, ...otherwise, ...chain.flatMap(({ text, rule }) => [text, rule.text])];
  const isInOrder = chain.every(
    ({ entry, at }, i) => journal.atOf(entry) === at && (i === 0 || chain[i - 1]!.entry < entry),
  );
  return [
    ...(chain.length === 0 ? [`no causes: ${question}`] : []),
    ...(chain.length > LONGEST ? [`${chain.length} causes: ${question}`] : []),
    ...(otherwise.length === 0 ? [`nothing would have prevented it: ${question}`] : []),
    ...(isInOrder ? [] : [`its causes are not in their order: ${question}`]),
    ...texts.filter((text) => text === '' || /undefined|NaN|\[object/.test(text)),
  ];
}

/** The newest entries of each kind that has a sentence. */
function entriesToAsk(world: World): number[] {
  const found = new Map<number, number[]>();
  for (let entry = world.journal.length - 1; entry >= 0; entry--) {
    const kind = world.journal.kindOf(entry);
    const own = found.get(kind) ?? [];
    if (own.length === MOST_OF_A_KIND) continue;
    found.set(kind, [...own, entry]);
  }
  return [...found.values()].flat().filter((entry) => describeEntry(world, entry) !== null);
}

const nameOf = (kind: number): string =>
  Object.entries(Entry).find(([, number]) => number === kind)![0];

/** The first, the middle and the last of everything that can be selected. */
function thingsToAsk({ state, changes, items, invocations, effects }: World): Selection[] {
  const of = (count: number, select: (number: number) => Selection): Selection[] =>
    [...new Set([0, count >> 1, count - 1])].filter((n) => n >= 0 && n < count).map(select);
  return [
    ...of(changes.at.length, (change) => ({ kind: 'record', change })),
    ...of(items.table.length, (item) => ({ kind: 'item', item })),
    ...of(state.tables.length, (table) => ({ kind: 'table', table })),
    ...of(state.partitions.length, (partition) => ({ kind: 'partition', partition })),
    ...of(state.streams.length, (stream) => ({ kind: 'stream', stream })),
    ...of(state.shards.length, (shard) => ({ kind: 'shard', shard })),
    ...of(state.functions.length, (number) => ({ kind: 'function', function: number })),
    ...of(state.mappings.length, (mapping) => ({ kind: 'mapping', mapping })),
    ...of(invocations.from.length, (invocation) => ({ kind: 'batch', invocation })),
    ...of(state.targets.length, (target) => ({ kind: 'target', target })),
    ...of(effects.change.length, (effect) => ({ kind: 'effect', effect })),
    ...of(state.alarms.length, (alarm) => ({ kind: 'alarm', alarm })),
    ...of(state.pollers.length, (poller) => ({ kind: 'poller', poller })),
  ];
}

/** Whether the journal has anything to say of it: some things only stand there. */
function hasHappened(world: World, about: Selection): boolean {
  switch (about.kind) {
    case 'item':
      return (
        world.outcomes.currentVersion.get(about.item) > 0 &&
        world.versions.change.get(world.outcomes.currentVersion.get(about.item) - 1) >= 0
      );
    case 'partition':
      return world.state.partitions[about.partition]!.shard >= 0;
    case 'target':
      return world.state.targets[about.target]!.effects > 0;
    case 'function':
      return world.state.functions[about.function]!.mappings.length > 0;
    case 'table':
      return world.state.tables[about.table]!.stream >= 0;
    case 'alarm':
    case 'poller':
      return false;
    default:
      return true;
  }
}
