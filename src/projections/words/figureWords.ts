/** The words of the inspector's figures. */
import { countOf, countText } from '../spanText.ts';

export const figureWords = {
  ring: 'Hash → partition → shard',
  partition: (n: number): string => `Partition ${n}`,
  ringText: (partitions: number, items: number, hottest: string, percent: number): string =>
    `The hash of its partition key sends each of ${countOf(items, 'item')} to one of ${countOf(partitions, 'partition')}. ${
      percent >= 1
        ? `The busiest is ${hottest}, at ${Math.round(percent)} % of 1,000 write units a second.`
        : 'None is busy.'
    }`,
  itemAt: (label: string, partition: string): string =>
    ` The hash of ${label} falls into ${partition}.`,
  throttled: (n: number): string => ` ${countOf(n, 'write')} refused for want of capacity.`,

  family: 'Shard family',
  familyText: (open: number, closed: number, hours: number): string =>
    `${countOf(open, 'open shard')} and ${countOf(closed, 'closed one')}: each takes over from its parent, at the left of it, and is read after it. Records fall off after ${hours} hours.`,
  splitText: (n: number): string => ` ${countOf(n, 'shard')} split in two.`,
  ago: (span: string): string => `${span} ago`,
  now: 'now',

  views: 'The same change under each view type',
  viewsText: (own: string | null): string =>
    own === null
      ? 'No stream has taken this change in; this is what its record would have been.'
      : `This stream’s view type is ${own}; a record never shows more than the view type lets through.`,

  difference: 'Before and after',
  inserted: 'There was no such item before.',
  removed: 'The item is gone; only an old image can still tell of it.',
  changed: (changed: number, of: number): string =>
    `${countText(changed)} of ${countOf(of, 'attribute')} changed.`,
  unchanged: (of: number): string =>
    `${of === 1 ? 'The one attribute is' : `All ${countText(of)} attributes are`} as before: nothing to record.`,
  neverThere: 'There was no such item, so there was nothing to delete.',

  cut: (text: string, letters: number): string =>
    `${text.slice(0, letters - 15)}… (${countOf(text.length, 'letter')})`,

  write: 'A WRITE WITHOUT A CHANGE',
  sent: 'sent to the table',
  noRecord: 'no record made',
  noRecordPut: 'What it would store equals what is stored already.',
  noRecordDelete: 'There was nothing to delete.',
  charged: 'charged all the same',
  chargedDetail: 'Write units are consumed whether or not something changes.',
  thereBefore:
    'No record tells of it: a stream holds only what is written after it was enabled, so a reader that starts at TRIM_HORIZON does not see it either.',
};
