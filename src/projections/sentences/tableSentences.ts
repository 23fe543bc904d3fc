/** Sentences of what is done to tables, streams and mappings while the lab runs, and of reads. */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import type { LogLine, Selection } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { partsOf } from '../scene/transactions.ts';
import { tableWords } from '../words/tableWords.ts';

type Sentence = Pick<LogLine, 'text' | 'tone' | 'about'>;
type Tell = (world: World, entry: JournalEntry, number: number) => Sentence | null;

const say = (text: string, about: Selection | null, tone: LogLine['tone'] = 'plain'): Sentence => ({
  text,
  tone,
  about,
});

const aboutTable = (table: number): Selection => ({ kind: 'table', table });
const aboutMapping = (mapping: number): Selection => ({ kind: 'mapping', mapping });
const nameOf = (world: World, table: number): string => world.state.tables[table]!.name;

/** The function that a mapping invokes. */
function functionOf(world: World, mapping: number): string {
  const { functions, mappings } = world.state;
  return functions[mappings[mapping]!.function]!.name;
}

const ofTable =
  (words: (table: string) => string): Tell =>
  (world, { a: table }) =>
    say(words(nameOf(world, table)), aboutTable(table));

const ofStream =
  (words: (table: string, label: string) => string): Tell =>
  (world, { a: stream }) => {
    const { table, label } = world.state.streams[stream]!;
    return say(words(nameOf(world, table), label), aboutTable(table));
  };

const ofMapping =
  (words: (fn: string) => string): Tell =>
  (world, { a: mapping }) =>
    say(words(functionOf(world, mapping)), aboutMapping(mapping));

export const tableSentences: Partial<Record<number, Tell>> = {
  [Entry.tableCreated]: ofTable(tableWords.created),
  [Entry.tableDeleted]: ofTable(tableWords.deleted),
  [Entry.throughputChanged]: ofTable(tableWords.throughputChanged),
  [Entry.tableSettled]: (world, { a: table }) => {
    const { name, status } = world.state.tables[table]!;
    return say(tableWords.settled(name, status), aboutTable(table));
  },
  [Entry.streamEnabled]: ofStream(tableWords.streamEnabled),
  [Entry.streamDisabled]: ofStream(tableWords.streamDisabled),
  [Entry.itemsRead]: (world, { b: table, c: items, d: halfUnits }) =>
    say(tableWords.read(nameOf(world, table), items, halfUnits / 2), aboutTable(table)),
  [Entry.streamRead]: (world, { b: shard, c: from, d: to }) =>
    say(tableWords.streamRead(shardLabel(world, shard), to - from), { kind: 'shard', shard }),
  [Entry.shardIteratorIssued]: (world, { b: shard }) =>
    say(tableWords.iteratorIssued(shardLabel(world, shard)), { kind: 'shard', shard }),
  [Entry.writeThrottled]: (world, { b: item }) =>
    say(tableWords.writeThrottled(world.items.label.get(item)), { kind: 'item', item }, 'bad'),
  [Entry.readThrottled]: (world, { b: table }) =>
    say(tableWords.readThrottled(nameOf(world, table)), aboutTable(table), 'bad'),
  [Entry.transactionCommitted]: (world, { at, a: command, b: actions }) => {
    const [first] = partsOf(world, command, at);
    const about: Selection | null = first === undefined ? null : { kind: 'record', change: first };
    return say(tableWords.transactionCommitted(actions), about);
  },
  [Entry.transactionCancelled]: (_, { b: action }) =>
    say(tableWords.transactionCancelled(action + 1), null, 'bad'),
  [Entry.timeToLiveChanged]: (world, { a: table, b: on }) => {
    const attribute = world.state.tables[table]!.timeToLiveAttribute ?? '';
    const name = nameOf(world, table);
    const text = on ? tableWords.timeToLiveOn(name, attribute) : tableWords.timeToLiveOff(name);
    return say(text, aboutTable(table));
  },
  [Entry.expiryReached]: (world, { b: item }) =>
    say(tableWords.expiryReached(world.items.label.get(item)), { kind: 'item', item }),
  [Entry.itemExpired]: (world, { a: change, b: item }) =>
    say(tableWords.expired(world.items.label.get(item)), { kind: 'record', change }),
  [Entry.streamingDestinationChanged]: (world, { a: table, b: stream, c: on }) => {
    const { name } = world.state.kinesisStreams[stream]!;
    const words = on ? tableWords.destinationOn : tableWords.destinationOff;
    return say(words(nameOf(world, table), name), aboutTable(table));
  },
  [Entry.mappingCreated]: ofMapping(tableWords.mappingCreated),
  [Entry.mappingEnabled]: ofMapping(tableWords.mappingEnabled),
  [Entry.mappingDisabled]: ofMapping(tableWords.mappingDisabled),
  [Entry.mappingDeleted]: ofMapping(tableWords.mappingDeleted),
  [Entry.mappingUpdating]: ofMapping(tableWords.mappingUpdating),
  [Entry.recordsPassedOver]: (world, { a: mapping, b: shard, c: from, d: to }) => {
    const text = tableWords.passedOver(
      functionOf(world, mapping),
      to - from,
      shardLabel(world, shard),
    );
    return say(text, aboutMapping(mapping), 'behind');
  },
};
