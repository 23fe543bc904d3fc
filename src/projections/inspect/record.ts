/** A record: its story, its JSON as its readers get it, the rules that acted on it. */
import { isInLane } from '../../engine/lambda/mapping/batch.ts';
import { changeKindName, type World } from '../../engine/world.ts';
import { mappingsInto } from '../effectSteps.ts';
import { changeDifference } from '../figures/imageDifference.ts';
import { recordViews } from '../figures/recordViews.ts';
import { transactionParts } from '../figures/transaction.ts';
import { kinesisRecordJson, recordJson } from '../recordJson.ts';
import { type RuleId, ruleTexts } from '../ruleTexts.ts';
import { labelOfChange, markOf } from '../scene/marks.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { isFailing, standingOf } from '../standing.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { inspection } from './inspection.ts';
import { recordStory } from './recordStory.ts';
import { mappingSuggestions } from './suggestions.ts';

export function inspectRecord(
  world: World,
  selection: Extract<Selection, { kind: 'record' }>,
): Inspection {
  const { change } = selection;
  const label = labelOfChange(world, change);
  const story = recordStory(world, change);
  const kinds = inspectWords.kinds.record;
  const failing = failingReaders(world, change);
  const transaction = transactionParts(world, change);
  return inspection(selection, kinds, label, {
    mark: markOf(world, change, failing.length > 0 ? 'failing' : 'read'),
    story,
    figures: [
      ...(transaction === null ? [] : [transaction]),
      changeDifference(world, change),
      recordViews(world, change),
    ],
    json: jsonOf(world, change),
    rules: ruleTexts(...rulesOf(world, change, failing.length > 0)),
    suggestions: failing.flatMap((mapping) => mappingSuggestions(world, mapping)),
    related: relatedOf(world, change),
  });
}

/** The stream's record, or what Kinesis carries; both, named, where the table feeds both. */
function jsonOf(world: World, change: number): unknown {
  const record = recordJson(world, change);
  const table = world.changes.table.get(change);
  if (world.state.tables[table]!.kinesisStream < 0) return record;
  const kinesis = kinesisRecordJson(world, change);
  return record ? { dynamoDbStream: record, kinesisDataStream: kinesis } : kinesis;
}

/** Mappings that fail at a batch that holds the change. */
function failingReaders(world: World, change: number): number[] {
  const shard = world.changes.shard.get(change);
  const ordinal = world.changes.ordinal.get(change);
  return world.state.consumers.flatMap((consumer, number) => {
    if (consumer.shard !== shard || shard < 0 || ordinal < consumer.checkpoint) return [];
    if (!isInLane(world, consumer, ordinal)) return [];
    return isFailing(standingOf(world, number)) ? [consumer.mapping] : [];
  });
}

function rulesOf(world: World, change: number, failing: boolean): RuleId[] {
  const rules: RuleId[] = ['T2', 'P1'];
  const { transaction, byTimeToLive } = markOf(world, change, 'read');
  if (transaction !== undefined) rules.push('T12');
  if (byTimeToLive) rules.push('T14', 'T15');
  const table = world.changes.table.get(change);
  if (world.changes.shard.get(change) >= 0) rules.push('S1', 'S5', 'S8', 'S11', 'S13', 'S6', 'E2');
  if (failing) rules.push('E5', 'E6', 'F4', 'E7', 'E8');
  if (world.state.tables[table]!.kinesisStream >= 0) rules.push('K1', 'K3', 'K4', 'K5');
  world.state.targets.forEach(({ kind }, target) => {
    if (mappingsInto(world, target).length === 0) return;
    if (kind === 'OpenSearch') rules.push('D1', 'D2');
    if (kind === 'S3') rules.push('D3');
    if (kind === 'SES' || kind === 'SNS') rules.push('D5');
  });
  if (world.state.pollers.some((poller) => poller.table === table)) rules.push('W3', 'W4');
  return [...new Set(rules)];
}

function relatedOf(world: World, change: number): Inspection['related'] {
  const { changes, versions } = world;
  const item = changes.item.get(change);
  const related: Inspection['related'] = [
    { text: inspectWords.theItem(world.items.label.get(item)), selection: { kind: 'item', item } },
  ];
  const shard = changes.shard.get(change);
  if (shard >= 0) {
    const text = inspectWords.theShard(shardLabel(world, shard));
    related.push({ text, selection: { kind: 'shard', shard } });
  }
  const old = changes.oldVersion.get(change);
  const before = old < 0 ? -1 : versions.change.get(old);
  if (before >= 0) related.push(recordLink(world, before));
  return related;
}

/** A link to a record. */
export function recordLink(world: World, change: number): Inspection['related'][number] {
  const kind = changeKindName(world.changes.kind.get(change));
  const text = inspectWords.theRecord(kind, labelOfChange(world, change));
  return { text, selection: { kind: 'record', change } };
}
