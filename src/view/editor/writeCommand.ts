/** The command that a form stands for, in AWS's words. */
import type { Command, TableDefinition } from '../../engine/definition.ts';
import type { AttributeMap, AttributeValue } from '../../engine/item/attributeValue.ts';
import { keyNames } from '../../engine/item/key.ts';
import { writingWords } from '../words/writing.ts';
import type { Condition } from './draft.ts';

/** Names and values of placeholders, given out as they are needed. */
class Placeholders {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, AttributeValue> = {};

  name(attribute: string): string {
    const known = Object.keys(this.names).find((one) => this.names[one] === attribute);
    if (known !== undefined) return known;
    const placeholder = `#n${Object.keys(this.names).length}`;
    this.names[placeholder] = attribute;
    return placeholder;
  }

  value(value: AttributeValue): string {
    const placeholder = `:v${Object.keys(this.values).length}`;
    this.values[placeholder] = value;
    return placeholder;
  }
}

function withCondition(condition: Condition, used: Placeholders): Record<string, unknown> {
  if (condition.kind === 'none' || condition.attribute === '') return {};
  const call = condition.kind === 'exists' ? 'attribute_exists' : 'attribute_not_exists';
  return { ConditionExpression: `${call}(${used.name(condition.attribute)})` };
}

function withPlaceholders({ names, values }: Placeholders): Record<string, unknown> {
  return {
    ...(Object.keys(names).length === 0 ? {} : { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
  };
}

export function putCommand(
  table: TableDefinition,
  item: AttributeMap,
  condition: Condition,
): Command {
  const used = new Placeholders();
  const conditions = withCondition(condition, used);
  const input = { TableName: table.id, Item: item, ...conditions, ...withPlaceholders(used) };
  return { call: writingWords.callNames.put, input };
}

export function deleteCommand(
  table: TableDefinition,
  key: AttributeMap,
  condition: Condition,
): Command {
  const used = new Placeholders();
  const conditions = withCondition(condition, used);
  const input = { TableName: table.id, Key: key, ...conditions, ...withPlaceholders(used) };
  return { call: writingWords.callNames.delete, input };
}

/**
 * What turns one item into another: SET for attributes that are new or differ, REMOVE for those that
 * are gone. Without a difference the update only makes the item, where it is not there.
 */
export function updateCommand(
  table: TableDefinition,
  before: AttributeMap,
  after: AttributeMap,
  key: AttributeMap,
  condition: Condition,
): Command {
  const used = new Placeholders();
  const { set, remove } = editsBetween(table, before, after);
  const sets = set.map((name) => `${used.name(name)} = ${used.value(after[name]!)}`);
  const removes = remove.map((name) => used.name(name));
  const parts = [
    ...(sets.length === 0 ? [] : [`SET ${sets.join(', ')}`]),
    ...(removes.length === 0 ? [] : [`REMOVE ${removes.join(', ')}`]),
  ];
  const conditions = withCondition(condition, used);
  const input = {
    TableName: table.id,
    Key: key,
    ...(parts.length === 0 ? {} : { UpdateExpression: parts.join(' ') }),
    ...conditions,
    ...withPlaceholders(used),
  };
  return { call: writingWords.callNames.update, input };
}

/** Names of top-level attributes to set and to remove; key attributes are in neither. */
export function editsBetween(
  table: TableDefinition,
  before: AttributeMap,
  after: AttributeMap,
): { set: string[]; remove: string[] } {
  const keys = keyNames(table);
  const isOther = (name: string): boolean => !keys.includes(name);
  const differs = (name: string): boolean =>
    !Object.hasOwn(before, name) || JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  return {
    set: Object.keys(after).filter((name) => isOther(name) && differs(name)),
    remove: Object.keys(before).filter((name) => isOther(name) && !Object.hasOwn(after, name)),
  };
}
