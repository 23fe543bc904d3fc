/** The lab's tables as the forms need them. */
import type { TableDefinition } from '../../engine/definition.ts';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { keyNames } from '../../engine/item/key.ts';
import type { Mark, Scene } from '../../projections/scene/scene.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';

/** Kinds of marks. */
const MODIFY = 2;
const REMOVE = 3;

/** An item of a table, as the lab has it now. */
export interface StoredItem {
  item: number;
  /** The key as text. */
  label: string;
  json: AttributeMap;
}

export interface LabTable {
  /** Its place among the lab's tables. */
  number: number;
  definition: TableDefinition;
}

export function tableOf(logicalId: string): LabTable | null {
  const tables = useLab.getState().definition?.tables ?? [];
  const number = tables.findIndex(({ id }) => id === logicalId);
  return number < 0 ? null : { number, definition: tables[number]! };
}

/** The table whose changes a function is given. */
export function tableBehind(functionId: string): LabTable | null {
  const { definition } = useLab.getState();
  const mapping = definition?.eventSourceMappings.find((one) => one.function === functionId);
  if (!definition || !mapping) return null;
  const table =
    mapping.sourceKind === 'DynamoDbStream'
      ? mapping.source
      : definition.tables.find((one) => one.kinesisDestination?.stream === mapping.source)?.id;
  return table === undefined ? null : tableOf(table);
}

export async function itemsOf(table: LabTable, contains: string): Promise<StoredItem[]> {
  return (await labActions.items(table.number, contains)) as StoredItem[];
}

/** The item with exactly this key, or null. */
export async function itemLabelled(table: LabTable, label: string): Promise<StoredItem | null> {
  const found = await itemsOf(table, label);
  return found.find((one) => one.label === label) ?? null;
}

export function keyAttributes(table: LabTable, item: AttributeMap): AttributeMap {
  const names = keyNames(table.definition);
  return Object.fromEntries(names.map((name) => [name, item[name]!]));
}

/**
 * The label of an item that was written just now and is still there, as far as the stage shows it; rather
 * one that was changed before, for it will be changed again.
 */
export function lastWritten(scene: Scene | null): string | null {
  const latestOf = new Map<number, Mark>();
  for (const card of scene?.cards ?? []) {
    if (card.type !== 'stream') continue;
    for (const mark of card.shards.flatMap(({ marks }) => marks)) {
      const known = latestOf.get(mark.item);
      if (known === undefined || mark.at > known.at) latestOf.set(mark.item, mark);
    }
  }
  const present = [...latestOf.values()].filter(({ kind }) => kind !== REMOVE);
  const changed = present.filter(({ kind }) => kind === MODIFY);
  const likely = changed.length > 0 ? changed : present;
  return likely.toSorted((a, b) => b.at - a.at)[0]?.label ?? null;
}

/** What each poller's filter compares, set as a writer's clock would set it now. */
export function watermarks(table: LabTable): AttributeMap {
  const { definition, startAtMs, now } = useLab.getState();
  const marks: AttributeMap = {};
  for (const { table: polled, watermark } of definition?.pollers ?? []) {
    if (polled === table.definition.id) {
      marks[watermark] = { N: String(startAtMs + Math.floor(now / 1_000)) };
    }
  }
  return marks;
}
