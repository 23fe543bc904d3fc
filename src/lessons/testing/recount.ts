/** For tests: answers once more, by another way than the question's own measures. */
import { Entry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import type { Question } from '../lesson.ts';

/** What the lab's own commands make of the orders, one after another. */
interface Past {
  atMs: number;
  id: string;
  isChange: boolean;
  isDelete: boolean;
}

export type Attributes = Record<string, { S?: string; N?: string }>;

function pastOf({ definition }: World): Past[] {
  const held = new Map<string, string>();
  return definition.commands.map(({ atMs, command }) => {
    const { Item, Key, ExpressionAttributeNames, ExpressionAttributeValues } = command.input as {
      Item?: Attributes;
      Key?: Attributes;
      ExpressionAttributeNames?: Record<string, string>;
      ExpressionAttributeValues?: Attributes;
    };
    const id = (Item ?? Key)!.id!.S!;
    const isDelete = command.call === 'dynamodb:DeleteItem';
    const before = held.get(id);
    const stored = before === undefined ? { id: { S: id } } : (JSON.parse(before) as Attributes);
    const names = Object.entries(ExpressionAttributeNames ?? {});
    const values = ExpressionAttributeValues ?? {};
    const changes = names.map(([name, attribute]) => [attribute, values[name.replace('#', ':')]!]);
    if (values[':at'] !== undefined) changes.push(['updated_at', values[':at']]);
    const after = Item ?? { ...stored, ...Object.fromEntries(changes) };
    const text = sorted(after);
    const isChange = isDelete ? before !== undefined : before !== text;
    if (isDelete) held.delete(id);
    else held.set(id, text);
    return { atMs, id, isChange, isDelete };
  });
}

const sorted = (item: Attributes): string =>
  JSON.stringify(Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))));

const journal = (world: World, kind: number): { a: number; b: number; c: number; at: number }[] =>
  Array.from({ length: world.journal.length }, (_, n) => world.journal.read(n)).filter(
    (entry) => entry.kind === kind,
  );

/** A number; or the right ids, in their order, with commas between. */
export type Recount = (world: World, question: Question) => number | string;

/** By generator. */
export const recounts: Readonly<Record<string, Recount>> = {
  records: (world) => pastOf(world).filter(({ isChange }) => isChange).length,
  images: (world) => {
    const [table] = world.definition.tables;
    const type = table!.stream!.viewType;
    const isDelete = pastOf(world).at(-1)!.isDelete;
    const isNew = type.startsWith('NEW') && !isDelete;
    const isOld = type.includes('OLD');
    return isNew && isOld ? 'both' : isNew ? 'new' : isOld ? 'old' : 'keys';
  },
  'write-units': (world) => {
    const bytes = new Map<string, number>();
    let units = 0;
    for (const { command } of world.definition.commands) {
      const { Item, Key } = command.input as { Item?: Attributes; Key?: Attributes };
      const id = (Item ?? Key)!.id!.S!;
      const size = 'id'.length + id.length + 'note'.length + (Item?.note?.S?.length ?? 1);
      units += Math.ceil(Math.max(size, bytes.get(id) ?? 0) / 1_024);
      bytes.set(id, size);
    }
    return units;
  },
  // A look returns what is there when it comes and was not there, or not so, at the look before.
  'scan-misses': (world) => {
    const past = pastOf(world).filter(({ isChange }) => isChange);
    const looks = journal(world, Entry.pollStarted).map(({ at }) => at / 1_000);
    let seen = 0;
    looks.forEach((look, n) => {
      const since = past.filter(({ atMs }) => atMs < look && atMs >= (looks[n - 1] ?? 0));
      const latest = new Map(since.map((one) => [one.id, one]));
      seen += [...latest.values()].filter(({ isDelete }) => !isDelete).length;
    });
    return seen;
  },
  attempts: ({ definition }) => {
    const [mapping] = definition.eventSourceMappings;
    return definition.commands.length + mapping!.maximumRetryAttempts;
  },
  bisect: ({ definition }) =>
    definition.eventSourceMappings[0]!.bisectBatchOnFunctionError ? 1 : definition.commands.length,
  'iterator-age': (world) =>
    world.definition.commands.length - journal(world, Entry.invocationSucceeded).length,
  trimmed: ({ definition }) =>
    definition.commands.filter(({ atMs }) => atMs > 6 * 3_600_000).length,
  'dead-letters': ({ definition }) => definition.faults.length,
  // The shard in which the item's first record lies.
  'which-shard': (world) => {
    const last = world.definition.commands.at(-1)!.command.input as { Key: Attributes };
    const item = Array.from({ length: world.items.table.length }, (_, n) => n).find(
      (n) => world.items.label.get(n) === last.Key.id!.S,
    )!;
    const first = journal(world, Entry.itemPut).find(({ b }) => b === item)!.a;
    const shard = journal(world, Entry.streamRecordAppended).find(({ a }) => a === first)!.b;
    return `shard${shard + 1}`;
  },
};
