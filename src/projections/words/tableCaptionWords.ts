/** Captions of what a table and its stream do of their own accord. */
import { countOf, countText, listText, spanText } from '../spanText.ts';

export const tableCaptionWords = {
  split: (parent: string, children: readonly string[]): string =>
    `A partition split: ${parent} closed, and ${listText(children)} opened.`,
  splitDetail:
    'Each child has its part of the hash range. A reader goes on with the children when it has read the parent to its end.',
  hot: (partition: number, key: string, throttled: number): string =>
    `Partition ${partition} is ${key === '' ? 'at its limit' : `hot: most of it is ${key}`}; ${countOf(throttled, 'call')} refused so far.`,
  hotFor: (seconds: number, most: number): string =>
    `It serves 1,000 write units a second and no more. Hot for ${countText(seconds)} of the ${countText(most)} seconds after which it splits (assumed).`,
  oneKey: 'It holds this one key alone: splitting cannot help it any more, only more keys can.',
  torn: (reader: string, parts: number): string =>
    `A transaction of ${countOf(parts, 'record')} is torn: ${reader} has a part of it, and not yet the rest.`,
  tornDetail:
    'It was committed at one instant, but its records become readable one by one, in shards of their own.',
  expired: (item: string, attribute: string): string =>
    `The ${attribute} of ${item} has passed, and the item is still there.`,
  expiredDetail: 'Reads still find it. Time to live comes to it in its own time, within 48 hours.',
  left: (item: string, lateMs: number): string =>
    `Time to live deleted ${item}, ${spanText(lateMs)} after it had expired.`,
  leftDetail:
    'Its record is a REMOVE that says the service did it: principalId dynamodb.amazonaws.com.',
  clientTook: (shard: string): string => `A client took an iterator of ${shard}.`,
  clientRead: (shard: string, records: number): string =>
    records === 0
      ? `A client read ${shard}, and there was nothing to read.`
      : `A client read ${countOf(records, 'record')} of ${shard}.`,
  clientRefused: (shard: string, error: string): string =>
    `A client’s read of ${shard} was refused: ${error}.`,
  clientDetail:
    'An iterator is good for 15 minutes; its token stands under the shard until it has expired.',
  before: (n: number, table: string): string =>
    `${countOf(n, 'item')} of ${table} ${n === 1 ? 'was' : 'were'} there before its stream, and no record tells of ${n === 1 ? 'it' : 'them'}.`,
};
