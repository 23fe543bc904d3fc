/**
 * Captions of what a table and its stream do of their own accord: refuse for want of units, split, delete
 * what has expired, let a transaction be seen in part, answer who reads with an iterator.
 */

import { expiryOf } from '../../engine/dynamodb/expiry.ts';
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import { HOT_SECONDS } from '../../engine/limits.ts';
import { shardAsked } from '../../engine/streams/streamCalls.ts';
import type { World } from '../../engine/world.ts';
import { recentWrites } from '../scene/recentWrites.ts';
import type { Caption } from '../scene/scene.ts';
import { shardLabel, siblingsOf } from '../scene/shardLabel.ts';
import { partsOf, tornReaders } from '../scene/transactions.ts';
import { captionWords } from '../words/captionWords.ts';
import { tableCaptionWords as words } from '../words/tableCaptionWords.ts';
import type { Recent } from './recent.ts';

/** How long a split and a refusal stay worth a caption, µs. */
const SPLIT_US = 20_000_000;
const THROTTLED_US = 3_000_000;

/** A shard has split in two or more a moment ago. */
export function splitCaption(world: World): Caption | null {
  const { shards } = world.state;
  for (let shard = shards.length - 1; shard >= 0; shard--) {
    const { openedAt, parent, kind } = shards[shard]!;
    if (openedAt < 0 || world.now - openedAt > SPLIT_US) return null;
    if (parent < 0 || openedAt === 0 || kind !== 'DynamoDbStream') continue;
    const children = siblingsOf(world, shards[shard]!).filter((c) => shards[c]!.parent === parent);
    if (children.length < 2) continue;
    const labels = children.map((child) => shardLabel(world, child));
    return {
      title: words.split(shardLabel(world, parent), labels),
      detail: words.splitDetail,
      tone: 'behind',
      about: { kind: 'shard', shard: parent },
    };
  }
  return null;
}

/** A partition refuses calls: it has no units left in this second. */
export function hotCaption(world: World): Caption | null {
  const { tables, partitions } = world.state;
  const refusing = tables.flatMap((table) =>
    table.partitions.filter((number) => {
      const { throttledAt } = partitions[number]!;
      return throttledAt >= 0 && world.now - throttledAt < THROTTLED_US;
    }),
  );
  if (refusing.length === 0) return null;
  const throttledOf = (number: number): number =>
    partitions[number]!.throttledWrites + partitions[number]!.throttledReads;
  const worst = refusing.reduce((a, b) => (throttledOf(b) > throttledOf(a) ? b : a));
  const { table, hotSeconds, fromHash, toHash } = partitions[worst]!;
  const place = tables[table]!.partitions.indexOf(worst) + 1;
  const key = recentWrites(world).hottest[worst] ?? '';
  const isAlone = toHash - fromHash === 1;
  return {
    title: words.hot(place, key, throttledOf(worst)),
    detail: isAlone ? words.oneKey : words.hotFor(hotSeconds, HOT_SECONDS),
    tone: 'bad',
    about: { kind: 'partition', partition: worst },
  };
}

/** A transaction of the last seconds of which some reader has a part and not yet the rest. */
export function tornCaption(world: World, { transactions }: Recent): Caption | null {
  for (const { entry } of transactions) {
    const parts = partsOf(world, entry.a, entry.at);
    const [mapping] = tornReaders(world, parts);
    if (mapping === undefined) continue;
    const { functions, mappings } = world.state;
    return {
      title: words.torn(functions[mappings[mapping]!.function]!.name, parts.length),
      detail: words.tornDetail,
      tone: 'behind',
      about: { kind: 'record', change: parts[0]! },
    };
  }
  return null;
}

/** Time to live has come to an item, or its time has just passed. */
export function expiryCaption(world: World, { expiry }: Recent): Caption | null {
  if (!expiry) return null;
  const { kind, a, b: item, c: version } = expiry.entry;
  const label = world.items.label.get(item);
  if (kind === Entry.expiryReached) {
    if (world.outcomes.expiredVersion.get(item) !== a + 1) return null;
    const { timeToLiveAttribute } = world.state.tables[world.items.table.get(item)]!;
    const about = { kind: 'item', item } as const;
    const title = words.expired(label, timeToLiveAttribute ?? '');
    return { title, detail: words.expiredDetail, tone: 'behind', about };
  }
  const late = expiry.entry.at - (expiryOf(world, version) ?? expiry.entry.at);
  const about = { kind: 'record', change: a } as const;
  return { title: words.left(label, late / 1_000), detail: words.leftDetail, tone: 'plain', about };
}

/** A client took an iterator, read with one, or was refused. */
export function clientCaption(world: World, { client }: Recent): Caption | null {
  if (!client) return null;
  if (client.entry.kind === Entry.callFailed) return refusedCaption(world, client.entry);
  const { kind, b: shard, c: from, d: to } = client.entry;
  const label = shardLabel(world, shard);
  const about = { kind: 'shard', shard } as const;
  const title =
    kind === Entry.streamRead ? words.clientRead(label, to - from) : words.clientTook(label);
  return { title, detail: words.clientDetail, tone: 'plain', about };
}

/** [V39] A GetRecords was refused: AWS's name of it, and AWS's sentence. */
function refusedCaption(world: World, { a: command, b: error }: JournalEntry): Caption | null {
  const shard = shardAsked(world, world.commands.get(command));
  if (shard < 0) return null;
  const [name, ...sentence] = world.errors.get(error).split(': ');
  const title = words.clientRefused(shardLabel(world, shard), name!);
  return { title, detail: sentence.join(': '), tone: 'behind', about: { kind: 'shard', shard } };
}

/** Items that no record will ever tell of, said as long as nothing else has happened. */
export function beforeStreamCaption(world: World): Caption | null {
  if (world.changes.at.length > 0) return null;
  const table = world.state.tables.findIndex(({ stream }) => {
    return (world.state.streams[stream]?.itemsBefore ?? 0) > 0;
  });
  if (table < 0) return null;
  const { stream, name } = world.state.tables[table]!;
  const detail = words.before(world.state.streams[stream]!.itemsBefore, name);
  const { nothingWritten: title } = captionWords;
  return { title, detail, tone: 'plain', about: { kind: 'table', table } };
}
