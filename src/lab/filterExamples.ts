/**
 * Attributes that let an item through a filter. A template's filters ask for attributes that generated
 * items would not have; with these, every path from a table to a target has traffic [L7].
 */
import type { AttributeMap, AttributeValue } from '../engine/item/attributeValue.ts';
import { isMapping } from './intrinsics.ts';

/** One map of attributes for each filter that asks for some in the new or the old image. */
export function filterExamples(filters: readonly string[]): AttributeMap[] {
  return filters.flatMap((pattern) => {
    const attributes = exampleOf(JSON.parse(pattern));
    return Object.keys(attributes).length > 0 ? [attributes] : [];
  });
}

function exampleOf(pattern: unknown): AttributeMap {
  if (!isMapping(pattern)) return {};
  const record = isMapping(pattern.data) ? pattern.data : pattern;
  const images = isMapping(record.dynamodb) ? record.dynamodb : {};
  const attributes: AttributeMap = {};
  for (const image of [images.OldImage, images.NewImage]) {
    if (!isMapping(image)) continue;
    for (const [name, asked] of Object.entries(image)) {
      const value = isMapping(asked) ? valueFor(asked) : undefined;
      if (value) attributes[name] = value;
    }
  }
  return attributes;
}

/** `{ S: [ … ] }`, `{ N: [ … ] }` or `{ BOOL: [ … ] }`, by its first alternative. */
function valueFor(asked: Record<string, unknown>): AttributeValue | undefined {
  const [type] = Object.keys(asked);
  const alternatives = asked[type!];
  const [first] = Array.isArray(alternatives) ? alternatives : [];
  if (type === 'BOOL') return typeof first === 'boolean' ? { BOOL: first } : undefined;
  const text = textFor(first);
  if (text === undefined) return undefined;
  if (type === 'S') return { S: text };
  return type === 'N' && text !== '' && Number.isFinite(Number(text)) ? { N: text } : undefined;
}

function textFor(alternative: unknown): string | undefined {
  if (typeof alternative === 'string') return alternative;
  if (!isMapping(alternative)) return undefined;
  for (const name of ['prefix', 'suffix', 'equals-ignore-case']) {
    const operand = alternative[name];
    if (typeof operand === 'string') return operand;
  }
  if (typeof alternative.wildcard === 'string') return alternative.wildcard.replaceAll('*', '');
  return alternative.exists === true || 'anything-but' in alternative ? '1' : undefined;
}
