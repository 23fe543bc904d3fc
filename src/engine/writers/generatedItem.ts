/**
 * What generated writes put: the key, a status that goes on from write to write, a revision, whatever
 * the source adds, the writer's clock under each watermark's name, and dots up to the wanted size.
 *
 * Rules: [L42] watermark attributes, [L44] attributes of the source; ours.
 */
import type { SimulationDefinition } from '../definition.ts';
import { itemNow } from '../dynamodb/items.ts';
import type { AttributeValue } from '../item/attributeValue.ts';
import { keyNames } from '../item/key.ts';
import { NumberedText } from '../item/numberedText.ts';
import { PreparedImage, type PreparedValue } from '../item/preparedImage.ts';
import { utf8Length, wholeSizeBytes } from '../item/size.ts';
import type { World } from '../world.ts';
import { clockOf, isThere, stampNames } from './writerClocks.ts';

const STATUSES = ['new', 'paid', 'packed', 'shipped', 'delivered'];

/** What a write puts at a place of the image; 0 where all items of the make have the same. */
const Part = { same: 0, key: 1, status: 2, revision: 3, clock: 4, note: 5 } as const;

/**
 * Items of one make, of which each write changes a few values. An item is packed as soon as it is
 * handed out, so that the same one can be made over for the next write.
 */
interface Draft {
  image: PreparedImage;
  /** By place in the image: a `Part`. */
  parts: number[];
}

/** Of one source: its drafts by the attributes that are added, each without and with a note. */
interface Drafts {
  /** Names of the attributes that hold the clock, and their bytes. */
  stamps: number;
  stampBytes: number;
  made: Draft[];
}

/** By source; derived from the definition, so not part of the state. */
const draftsOf = new WeakMap<SimulationDefinition, Drafts[]>();

/** The item that a write puts; it is good until the next one is asked for. */
export function generatedItem(
  world: World,
  source: number,
  item: number,
  write: number,
): PreparedImage {
  const { definition, items } = world;
  const { table, keyBytes, labelNumber } = itemNow(world, item);
  const drafts = draftsFor(world, source, table);
  const status = nextStatus(world, source, item);
  const revision = write + 1;
  let clock = 0;
  let bytes = keyBytes + 'status'.length + status.length;
  bytes += 'revision'.length + wholeSizeBytes(revision);
  if (drafts.stamps > 0) {
    clock = clockOf(world, source, write);
    bytes += drafts.stampBytes + drafts.stamps * wholeSizeBytes(clock);
  }
  const missing = definition.traffic[source]!.itemBytes - bytes - 'note'.length;
  const { image, parts } = draftFor(world, source, item, drafts, missing > 0);
  const { names, values } = image;
  for (let place = 0; place < parts.length; place++) {
    const part = parts[place];
    if (part === Part.status) values[place] = status;
    else if (part === Part.revision) values[place] = revision;
    else if (part === Part.clock) values[place] = clock;
    else if (part === Part.note) values[place] = filler(missing);
    else if (part === Part.key) {
      values[place] = items.keys.areLabels(table)
        ? new NumberedText(items.label.frontOf(item), labelNumber)
        : items.keys.attribute(item, names[place]!);
    }
  }
  return image;
}

function draftsFor(world: World, source: number, table: number): Drafts {
  const { definition } = world;
  const known = draftsOf.get(definition)?.[source];
  if (known) return known;
  const names = [...stampNames(world, source, table)];
  const stampBytes = names.reduce((bytes, name) => bytes + utf8Length(name), 0);
  const drafts = { stamps: names.length, stampBytes, made: [] };
  const ofAll = draftsOf.get(definition) ?? [];
  ofAll[source] = drafts;
  draftsOf.set(definition, ofAll);
  return drafts;
}

function draftFor(
  world: World,
  source: number,
  item: number,
  { made }: Drafts,
  hasNote: boolean,
): Draft {
  const { attributes } = world.definition.traffic[source]!;
  const make = attributes === undefined ? 0 : item % attributes.length;
  const place = make * 2 + (hasNote ? 1 : 0);
  made[place] ??= makeDraft(world, source, item, hasNote);
  return made[place];
}

/** Of parts with the same name the later one stands. */
function makeDraft(world: World, source: number, item: number, hasNote: boolean): Draft {
  const { attributes } = world.definition.traffic[source]!;
  const table = world.items.table.get(item);
  const parts = new Map<string, number | AttributeValue>();
  for (const name of keyNames(world.state.tables[table]!.schema)) parts.set(name, Part.key);
  parts.set('status', Part.status).set('revision', Part.revision);
  const added = attributes === undefined ? {} : attributes[item % attributes.length]!; // [L44]
  for (const [name, value] of Object.entries(added)) parts.set(name, value);
  for (const name of stampNames(world, source, table)) parts.set(name, Part.clock); // [L42]
  const isKey = parts.get('note') === Part.key && !world.items.keys.areLabels(table);
  if (hasNote && !isKey) parts.set('note', Part.note);
  const image = new PreparedImage(parts);
  const partOf = (value: PreparedValue) => (typeof value === 'number' ? value : Part.same);
  return { image, parts: image.values.map(partOf) };
}

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
