/**
 * What generated writes put: the key, a status that goes on from write to write, a revision, whatever
 * the source adds, the writer's clock under each watermark's name, and dots up to the wanted size.
 *
 * Rules: [L42] watermark attributes, [L44] attributes of the source; ours.
 */
import type { SimulationDefinition } from '../definition.ts';
import { itemNow } from '../dynamodb/items.ts';
import { byCodeUnits } from '../item/attributeMap.ts';
import type { AttributeMap } from '../item/attributeValue.ts';
import { keyNames } from '../item/key.ts';
import { numberSizeBytes, utf8Length } from '../item/size.ts';
import type { World } from '../world.ts';
import { clockOf, isThere, stampNames } from './writerClocks.ts';

const STATUSES = ['new', 'paid', 'packed', 'shipped', 'delivered'];

/**
 * Items of one make, of which each write changes a few values. An item is packed as soon as it is
 * handed out, so that the same one can be made over for the next write.
 */
interface Draft {
  status: { S: string };
  revision: { N: string };
  clock: { N: string };
  note: { S: string };
  /** The key where that is the item's label, or null. */
  label: { S: string } | null;
  /** Other key attributes that nothing else of the same name stands over. */
  keyNames: readonly string[];
  /** Names of the attributes that hold the clock, and their bytes. */
  stamps: number;
  stampBytes: number;
  /** Without and with the note; names in the order in which images are packed. */
  plain: AttributeMap;
  noted: AttributeMap;
}

/** By source, then by the attributes that are added; derived from the definition, so not part of the state. */
const draftsOf = new WeakMap<SimulationDefinition, Draft[][]>();

/** The item that a write puts; it is good until the next one is asked for. */
export function generatedItem(
  world: World,
  source: number,
  item: number,
  write: number,
): AttributeMap {
  const { definition, items } = world;
  const draft = draftFor(world, source, item);
  const { status, revision, clock } = draft;
  status.S = nextStatus(world, source, item);
  revision.N = String(write + 1);
  let bytes = itemNow(world, item).keyBytes + 'status'.length + status.S.length;
  bytes += 'revision'.length + numberSizeBytes(revision.N);
  if (draft.stamps > 0) {
    clock.N = clockOf(world, source, write);
    bytes += draft.stampBytes + draft.stamps * numberSizeBytes(clock.N);
  }
  const missing = definition.traffic[source]!.itemBytes - bytes - 'note'.length;
  if (missing > 0) draft.note.S = filler(missing);
  const image = missing > 0 ? draft.noted : draft.plain;
  if (draft.label !== null) draft.label.S = items.label.get(item);
  for (const name of draft.keyNames) image[name] = items.keys.attribute(item, name);
  return image;
}

function draftFor(world: World, source: number, item: number): Draft {
  const { definition } = world;
  const drafts = draftsOf.get(definition) ?? definition.traffic.map(() => []);
  draftsOf.set(definition, drafts);
  const count = definition.traffic[source]!.attributes?.length ?? 1;
  const draft = drafts[source]![item % count] ?? makeDraft(world, source, item);
  drafts[source]![item % count] = draft;
  return draft;
}

function makeDraft(world: World, source: number, item: number): Draft {
  const { attributes } = world.definition.traffic[source]!;
  const table = world.items.table.get(item);
  const stamps = [...stampNames(world, source, table)];
  const [status, revision, clock, note] = [{ S: '' }, { N: '' }, { N: '' }, { S: '' }];
  const { keys, label: labels } = world.items;
  const label = keys.areLabels(table) ? { S: labels.get(item) } : null;
  const { schema } = world.state.tables[table]!;
  const key = label === null ? keys.get(item) : { [schema.partitionKey.name]: label };
  const plain: AttributeMap = { ...key, status, revision };
  if (attributes !== undefined) Object.assign(plain, attributes[item % attributes.length]); // [L44]
  for (const name of stamps) plain[name] = clock; // [L42]
  return {
    status,
    revision,
    clock,
    note,
    label,
    keyNames: label ? [] : keyNames(schema).filter((name) => plain[name] === key[name]),
    stamps: stamps.length,
    stampBytes: stamps.reduce((bytes, name) => bytes + utf8Length(name), 0),
    plain: inOrder(plain),
    noted: inOrder({ ...plain, note }),
  };
}

const inOrder = (image: AttributeMap): AttributeMap =>
  Object.fromEntries(Object.entries(image).sort(([a], [b]) => byCodeUnits(a, b)));

const fillers = new Map<number, string>();

/** So many dots: the same text each time, which the image log keeps once. */
function filler(length: number): string {
  let text = fillers.get(length);
  if (text === undefined) {
    text = '.'.repeat(length);
    if (fillers.size > 1_000) fillers.clear();
    fillers.set(length, text);
  }
  return text;
}

/** An order goes on from status to status; a new one begins at the first. */
function nextStatus(world: World, source: number, item: number): string {
  const statuses = world.trafficStatuses[source]!;
  const next = isThere(world, source, item) ? statuses.get(item) % STATUSES.length : 0;
  statuses.set(item, next + 1);
  return STATUSES[next]!;
}
