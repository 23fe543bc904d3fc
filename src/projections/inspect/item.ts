/** An item: as it is stored now, and every state it was in, the last twenty of them. */

import { expiryOf } from '../../engine/dynamodb/expiry.ts';
import { currentVersion, latestVersion, storedItem } from '../../engine/dynamodb/items.ts';
import { partitionOfItem } from '../../engine/dynamodb/partition.ts';
import type { World } from '../../engine/world.ts';
import { hashRing } from '../figures/hashRing.ts';
import { changeDifference } from '../figures/imageDifference.ts';
import { ruleTexts } from '../ruleTexts.ts';
import { markOf } from '../scene/marks.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { differenceText } from '../sentences/entrySentences.ts';
import { figureWords } from '../words/figureWords.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { storyWords } from '../words/storyWords.ts';
import { inspection, type StoryStep } from './inspection.ts';

const MOST_VERSIONS = 20;

export function inspectItem(
  world: World,
  selection: Extract<Selection, { kind: 'item' }>,
): Inspection {
  const { item } = selection;
  const { items, state } = world;
  const table = items.table.get(item);
  const changes = changesOf(world, item);
  const stored = storedItem(world, item);
  const newest = changes[0];
  const partition = partitionOfItem(world, item);
  const ring = hashRing(world, table, { item });
  const home = ring.partitions.find((lane) => lane.partition === partition);
  return inspection(selection, inspectWords.kinds.item, items.label.get(item), {
    mark: newest === undefined ? null : markOf(world, newest, 'read'),
    story: [
      ...beginning(world, item, changes),
      ...changes.toReversed().map((c) => step(world, c)),
      ...waitingStep(world, item),
    ],
    figures: newest === undefined ? [ring] : [changeDifference(world, newest), ring],
    json: stored ? { Item: stored } : { Key: items.keys.get(item), Item: null },
    rules: ruleTexts('P1', 'T1', 'T2', ...(newest === undefined ? (['T5'] as const) : [])),
    related: [
      {
        text: inspectWords.theTable(state.tables[table]!.name),
        selection: { kind: 'table', table },
      },
      {
        text: home?.name ?? state.partitions[partition]!.id,
        selection: { kind: 'partition', partition },
      },
    ],
  });
}

/** Changes of an item, newest first. */
function changesOf(world: World, item: number): number[] {
  const { versions } = world;
  const found: number[] = [];
  let version = latestVersion(world, item);
  while (version >= 0 && found.length < MOST_VERSIONS) {
    const change = versions.change.get(version);
    if (change < 0) break;
    found.push(change);
    version = versions.previous.get(version);
  }
  return found;
}

/** Whether it was there before the lab began, as far as its history is told. */
function beginning(world: World, item: number, changes: readonly number[]): StoryStep[] {
  const { versions } = world;
  const oldest = changes.at(-1);
  const before =
    oldest === undefined ? currentVersion(world, item) : world.changes.oldVersion.get(oldest);
  if (before < 0 || versions.change.get(before) >= 0) return [];
  const detail = oldest === undefined ? figureWords.thereBefore : '';
  return [{ at: 0, text: storyWords.there, detail, tone: 'plain' }];
}

/** Its time to live has passed, and the service has not come yet. */
function waitingStep(world: World, item: number): StoryStep[] {
  const version = world.outcomes.expiredVersion.get(item) - 1;
  if (version < 0) return [];
  const at = expiryOf(world, version) ?? world.now;
  const { hasExpired, hasExpiredDetail } = storyWords;
  return [{ at, text: hasExpired, detail: hasExpiredDetail, tone: 'behind' }];
}

function step(world: World, change: number): StoryStep {
  const kind = world.changes.kind.get(change);
  const text = kind === 1 ? storyWords.put : kind === 2 ? storyWords.updated : storyWords.deleted;
  const detail =
    kind === 2
      ? differenceText(world, change).replace(/^: /, '')
      : markOf(world, change, 'read').byTimeToLive
        ? storyWords.byTimeToLive
        : '';
  const at = world.changes.at.get(change);
  return { at, text, detail, tone: 'plain', about: { kind: 'record', change } };
}
