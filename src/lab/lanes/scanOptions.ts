/**
 * How a scan of one's own looks for changes, as a person chooses it, and as a part of a lane's word:
 * `~overlap.10s~keys~only.status.shipped`. Rule: [W26] in SPEC.md.
 */
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { durationText, parseDuration } from '../duration.ts';

export interface ScanOptions {
  /** The attribute with the writer's clock that the scan's filter compares. */
  watermark: string;
  overlapMs: number;
  consistentRead: boolean;
  /** Parts of the table that are read side by side. */
  segments: number;
  /** Only items with this value in this attribute are returned; '' for the attribute: all are. */
  filter: { attribute: string; value: string };
  /** The attribute that writers set instead of deleting; '': they delete. */
  softDelete: string;
  /** What is held against the scan's own copy. */
  compare: '' | 'Keys' | 'Items';
}

export const PLAIN_SCAN: ScanOptions = {
  watermark: 'updated_at',
  overlapMs: 0,
  consistentRead: false,
  segments: 1,
  filter: { attribute: '', value: '' },
  softDelete: '',
  compare: '',
};

export const MOST_SEGMENTS = 64;
const DAY_MS = 86_400_000;
const MOST_LETTERS = 60;

/** A name inside a word: nothing of it can be taken for a separator. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(
    /[.~]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** What differs from a plain scan, each with its `~`, always in the same order. */
export function optionWords(options: ScanOptions): string {
  const { watermark, overlapMs, consistentRead, segments, filter, softDelete, compare } = options;
  const parts = [
    ...(watermark === PLAIN_SCAN.watermark || compare === 'Items'
      ? []
      : [`by.${escaped(watermark)}`]),
    ...(overlapMs > 0 ? [`overlap.${durationText(overlapMs).replace('.', '%2E')}`] : []),
    ...(consistentRead ? ['strong'] : []),
    ...(segments > 1 ? [`segments.${segments}`] : []),
    ...(filter.attribute === ''
      ? []
      : [`only.${escaped(filter.attribute)}.${escaped(filter.value)}`]),
    ...(softDelete === '' ? [] : [`marks.${escaped(softDelete)}`]),
    ...(compare === '' ? [] : [compare.toLowerCase()]),
  ];
  return parts.map((part) => `~${part}`).join('');
}

/** What {@link optionWords} wrote; what it would not write is left out. */
export function readOptions(parts: readonly string[]): ScanOptions {
  return Object.assign({ ...PLAIN_SCAN }, ...parts.map(readOption));
}

function readOption(part: string): Partial<ScanOptions> {
  const [name, one = '', two = ''] = part.split('.').map(unescaped);
  switch (name) {
    case 'by':
      return one === '' ? {} : { watermark: one };
    case 'overlap':
      return { overlapMs: Math.min(DAY_MS, parseDuration(one) ?? 0) };
    case 'strong':
      return { consistentRead: true };
    case 'segments':
      return /^\d{1,3}$/u.test(one)
        ? { segments: Math.min(MOST_SEGMENTS, Math.max(1, Number(one))) }
        : {};
    case 'only':
      return { filter: { attribute: one, value: two } };
    case 'marks':
      return { softDelete: one };
    case 'keys':
      return { compare: 'Keys' };
    case 'items':
      return { compare: 'Items' };
    default:
      return {};
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text).slice(0, MOST_LETTERS);
  } catch {
    return '';
  }
}

/** The filter as the engine has it: a number where it looks like one. */
export function filterOf({ filter: { attribute, value } }: ScanOptions): AttributeMap | undefined {
  if (attribute === '') return undefined;
  const isNumber = /^-?\d{1,15}(\.\d{1,15})?$/u.test(value);
  return { [attribute]: isNumber ? { N: value } : { S: value } };
}
