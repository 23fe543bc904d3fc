/** The report on where effects arrive, and how far that is from what the table went through. */
import type { EffectDefinition } from '../../engine/definition.ts';
import { latestVersion } from '../../engine/dynamodb/items.ts';
import { Settled, type World } from '../../engine/world.ts';
import type { JournalOutcomes } from './outcomes.ts';

export interface TargetReport {
  kind: string;
  /** Documents, objects, e-mails or messages in it. */
  size: number;
  effects: number;
  repeatedEffects: number;
  lostEffects: number;
  /** Keys that are not what the changes make them; for targets of effects, changes not done once. */
  diverged: number;
}

/** One effect of one mapping's function on the target. */
interface Feed {
  mapping: number;
  step: number;
  table: number;
  effect: EffectDefinition;
}

export function targetReport(
  world: World,
  target: number,
  outcomes: JournalOutcomes,
): TargetReport {
  const { kind, size, effects, repeatedEffects } = world.state.targets[target]!;
  const feeds = feedsOf(world, target);
  const lostEffects = feeds.reduce((lost, feed) => lost + lostBy(world, feed, outcomes), 0);
  const diverged =
    kind === 'OpenSearch' ? divergedDocuments(world, target, feeds) : divergedChanges(world, feeds);
  return { kind, size, effects, repeatedEffects, lostEffects, diverged };
}

/** Everything that leads to a target. */
export function feedsOf(world: World, target: number): Feed[] {
  const { state } = world;
  const { id } = state.targets[target]!;
  return state.mappings.flatMap((mapping, number) => {
    const { firstStep } = state.functions[mapping.function]!;
    const { effects } = state.functions[mapping.function]!.settings;
    return effects.flatMap((effect, i) =>
      effect.target === id
        ? tablesOf(world, number).map((table) => ({
            mapping: number,
            step: firstStep + i,
            table,
            effect,
          }))
        : [],
    );
  });
}

/** Tables whose changes a mapping reads. */
function tablesOf({ state }: World, mapping: number): number[] {
  const { sourceKind, stream } = state.mappings[mapping]!;
  if (sourceKind === 'DynamoDbStream') return [state.streams[stream]!.table];
  return state.tables.flatMap((table, i) => (table.kinesisStream === stream ? [i] : []));
}

/** Changes that succeeded and whose effect never completed, one refused as older apart. */
export function lostBy(world: World, feed: Feed, outcomes: JournalOutcomes): number {
  const { mapping, step, table } = feed;
  let lost = 0;
  for (let change = 0; change < world.changes.at.length; change++) {
    if (world.changes.table.get(change) !== table) continue;
    const how = world.deliveries[mapping]!.get(change) & 7;
    if (how !== Settled.succeeded || world.completedByStep[step]!.get(change) > 0) continue;
    if (!outcomes.superseded[step]!.has(change)) lost++;
  }
  return lost;
}

/** Objects, mails and messages: one a change is right; an object written twice is still one. */
function divergedChanges(world: World, feeds: readonly Feed[]): number {
  const wrong = new Set<number>();
  for (const { step, table, effect } of feeds) {
    for (let change = 0; change < world.changes.at.length; change++) {
      if (world.changes.table.get(change) !== table) continue;
      const times = world.completedByStep[step]!.get(change);
      if (effect.do === 'AuditLog' ? times === 0 : times !== 1) wrong.add(change);
    }
  }
  return wrong.size;
}

/** Documents that are not what their item is, for items that changed. */
function divergedDocuments(world: World, target: number, feeds: readonly Feed[]): number {
  const { items, documents, effects } = world;
  const tables = new Set(feeds.map((feed) => feed.table));
  let diverged = 0;
  for (let item = 0; item < items.table.length; item++) {
    if (!tables.has(items.table.get(item))) continue;
    const current = latestVersion(world, item);
    if (current < 0 || world.versions.change.get(current) < 0) continue;
    const stored = documents[target]!.get(item); // effect + 1; negative when it deleted the document
    const shown = stored > 0 ? world.changes.newVersion.get(effects.change.get(stored - 1)) : -1;
    if (!isSameImage(world, current, shown)) diverged++;
  }
  return diverged;
}

/** Whether two versions show the same; -1 and deleted versions show nothing. */
function isSameImage({ versions, images }: World, one: number, other: number): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map((version) => (version < 0 ? -1 : versions.image.get(version)));
  if (a! < 0 || b! < 0) return a! < 0 && b! < 0;
  return a === b || JSON.stringify(images.read(a!)) === JSON.stringify(images.read(b!));
}
