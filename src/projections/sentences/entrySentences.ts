/** One sentence for each kind of journal entry. */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import { shardAsked } from '../../engine/streams/streamCalls.ts';
import { changeKindName, type World } from '../../engine/world.ts';
import { differencesOf, watermarksOf } from '../differences.ts';
import { effectDefinition, effectStep } from '../effectSteps.ts';
import { matchText } from '../faultText.ts';
import { labelOfChange } from '../scene/marks.ts';
import type { LogLine, Selection } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { effectWords } from '../words/effectWords.ts';
import { logWords } from '../words/logWords.ts';
import { consumerSentences } from './consumerSentences.ts';
import { pollSentences } from './pollSentences.ts';
import { requestSentences } from './requestSentences.ts';
import { tableSentences } from './tableSentences.ts';

export type Sentence = Pick<LogLine, 'text' | 'tone' | 'about'>;
export type Tell = (world: World, entry: JournalEntry, number: number) => Sentence | null;

export const say = (
  text: string,
  about: Selection | null,
  tone: LogLine['tone'] = 'plain',
): Sentence => ({ text, tone, about });

const MOST_DIFFERENCES = 3;

export const sentences: Partial<Record<number, Tell>> = {
  [Entry.itemPut]: (world, { a: change }) => {
    const item = labelOfChange(world, change);
    const isNew = world.changes.kind.get(change) === 1;
    const text = isNew
      ? logWords.itemInserted(item)
      : logWords.itemReplaced(item, differenceText(world, change));
    return say(text, { kind: 'record', change });
  },
  [Entry.itemUpdated]: (world, { a: change }) => {
    const item = labelOfChange(world, change);
    const isNew = world.changes.kind.get(change) === 1;
    const text = isNew
      ? logWords.itemInserted(item)
      : logWords.itemUpdated(item, differenceText(world, change));
    return say(text, { kind: 'record', change });
  },
  [Entry.itemDeleted]: (world, { a: change }) =>
    say(logWords.itemDeleted(labelOfChange(world, change)), { kind: 'record', change }),
  [Entry.noOpWritten]: (world, { a: write, b: item, c: version }) => {
    const label = world.items.label.get(item);
    const text = version < 0 ? logWords.noOpDelete(label) : logWords.noOp(label);
    return say(text, { kind: 'write', write });
  },
  [Entry.conditionFailed]: (world, { b: item }) =>
    say(logWords.conditionFailed(world.items.label.get(item)), { kind: 'item', item }, 'bad'),
  [Entry.callFailed]: (world, { a, b, c }) => {
    const command = c === 1 ? a : world.writes.source.get(a);
    const error = world.errors.get(b);
    if (command < 0) return say(logWords.callFailed('A write', error), null, 'bad');
    const given = world.commands.get(command);
    const shard = shardAsked(world, given);
    if (shard < 0) return say(logWords.callFailed(given.call, error), null, 'bad');
    return say(
      logWords.readRefused(shardLabel(world, shard), error),
      { kind: 'shard', shard },
      'bad',
    );
  },
  [Entry.streamRecordAppended]: (world, { a: change, b: shard }) => {
    const name = changeKindName(world.changes.kind.get(change));
    const text = logWords.recordAppended(
      labelOfChange(world, change),
      name,
      shardLabel(world, shard),
    );
    return say(text, { kind: 'record', change });
  },
  [Entry.recordsTrimmed]: (world, { a: shard, b: from, c: to }) => {
    const { kind, stream } = world.state.shards[shard]!;
    const hours =
      kind === 'DynamoDbStream' ? 24 : world.state.kinesisStreams[stream]!.retentionUs / 3.6e9;
    const text = logWords.recordsTrimmed(to - from, shardLabel(world, shard), hours);
    return say(text, { kind: 'shard', shard });
  },
  [Entry.shardOpened]: (world, { a: shard, b: parent }) => {
    const label = shardLabel(world, shard);
    const text =
      parent < 0
        ? logWords.shardOpened(label)
        : logWords.shardOpenedAfter(label, shardLabel(world, parent));
    return say(text, { kind: 'shard', shard });
  },
  [Entry.shardClosed]: (world, { a: shard }) =>
    say(logWords.shardClosed(shardLabel(world, shard)), { kind: 'shard', shard }),
  [Entry.changeSentToKinesis]: tellSentToKinesis,
  [Entry.kinesisRecordAppended]: tellKinesisRecord,
  [Entry.effectCompleted]: tellEffect,
  [Entry.effectFailed]: (world, { a: effect, b: target, c: change }) => {
    const thing = effectWords.thing(effectDefinition(world, effect).do);
    const { name } = world.state.targets[target]!;
    const text = logWords.effectRefused(labelOfChange(world, change), thing, name);
    return say(text, { kind: 'effect', effect }, 'bad');
  },
  [Entry.markerWritten]: (world, entry) => tellMarker(world, entry, logWords.markerWritten),
  [Entry.markerFound]: (world, entry) => tellMarker(world, entry, logWords.markerFound),
  [Entry.faultStarted]: (world, { a: fault }) => tellFault(world, fault, true),
  [Entry.faultEnded]: (world, { a: fault }) => tellFault(world, fault, false),
  [Entry.trafficChanged]: (world, { a: source, b: thousandths }) => {
    const { table } = world.state.traffic[source]!;
    const { name } = world.state.tables[table]!;
    return say(logWords.trafficChanged(name, thousandths / 1_000), { kind: 'table', table });
  },
  ...consumerSentences,
  ...requestSentences,
  ...tableSentences,
  ...pollSentences,
};

/** `: status packed → shipped`, without what a poller's watermark says. */
export function differenceText(world: World, change: number): string {
  const watermarks = watermarksOf(world, world.changes.table.get(change));
  const all = differencesOf(world, change, watermarks);
  const told = all.slice(0, MOST_DIFFERENCES);
  return logWords.differences(told, all.length - told.length);
}

const HELD_UP_US = 1_000_000;

function tellSentToKinesis(world: World, entry: JournalEntry): Sentence | null {
  const { a: change, b: stream, c: copy, d: transit } = entry;
  const { name } = world.state.kinesisStreams[stream]!;
  const label = labelOfChange(world, change);
  const about = { kind: 'record', change } as const;
  if (copy > 0) return say(logWords.changeSentAgain(label, name), about, 'behind');
  if (transit < HELD_UP_US) return null;
  return say(logWords.changeHeldUp(label, name, transit / 1_000), about, 'behind');
}

function tellKinesisRecord(world: World, entry: JournalEntry): Sentence {
  const { a: record, b: shard, d: change } = entry;
  const { name } = world.state.kinesisStreams[world.state.shards[shard]!.stream]!;
  const label = labelOfChange(world, change);
  const about = { kind: 'record', change } as const;
  const inShard = shardLabel(world, shard);
  return world.kinesisRecords.copy.get(record) > 0
    ? say(logWords.kinesisDuplicate(label, inShard, name), about, 'behind')
    : say(logWords.kinesisRecord(label, inShard, name), about);
}

function tellEffect(world: World, entry: JournalEntry): Sentence {
  const { a: effect, b: target, c: change, d: outcome } = entry;
  const { do: kind } = effectDefinition(world, effect);
  const { name } = world.state.targets[target]!;
  const done = effectWords.done(kind, outcome);
  const text = logWords.effectDone(
    labelOfChange(world, change),
    effectWords.thing(kind),
    done,
    name,
  );
  const tone = effectWords.repeatHurts(kind, outcome) ? 'bad' : 'plain';
  return say(text, { kind: 'effect', effect }, tone);
}

function tellFault(world: World, number: number, begins: boolean): Sentence {
  const { kind, target, factor, match } = world.state.faults[number]!;
  const { functions, targets, tables } = world.state;
  const fn = functions.findIndex((one) => one.id === target);
  const name =
    functions[fn]?.name ??
    targets.find((one) => one.id === target)?.name ??
    tables.find((one) => one.id === target)?.name ??
    target;
  const [table] = tables;
  const what = kind === 'Slow' ? `×${factor}` : matchText(table?.schema, match) || 'Every item';
  const about: Selection | null = fn < 0 ? null : { kind: 'function', function: fn };
  return begins
    ? say(logWords.faultStarted(kind, name, what), about, 'bad')
    : say(logWords.faultEnded(kind, name, what), about, 'good');
}

function tellMarker(
  world: World,
  { a: step, c: change }: JournalEntry,
  words: (item: string, thing: string) => string,
): Sentence {
  const thing = effectWords.thing(effectStep(world, step).do);
  return say(words(labelOfChange(world, change), thing), { kind: 'record', change });
}
