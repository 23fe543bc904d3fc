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
  hotKey: (label: string, partition: string): string =>
    ` Most of what ${partition} serves goes to one key, ${label}: it is hot, and no other partition can help.`,
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

  transaction: 'One transaction, its parts apart',
  committed: (actions: number, parts: number, shards: number): string =>
    `${countOf(actions, 'action')} committed at one instant; ${countOf(parts, 'record')} in ${countOf(shards, 'shard')}, readable one by one.`,
  torn: (reader: string): string =>
    `Torn now: ${reader} has some of the parts and not yet the others.`,
  whole: 'No reader has a part of it without the rest at this instant.',

  iterators: 'Iterators',
  iteratorsText: (mappings: number, clients: number, expired: number): string =>
    `${
      clients === 0
        ? 'No client holds an iterator; a GetShardIterator from the console, an SDK or the CLI puts one here.'
        : `${countOf(clients, 'iterator')} of clients, each good for 15 minutes from the answer that gave it${expired > 0 ? `; ${countText(expired)} expired` : ''}.`
    }${mappings > 0 ? ' Lambda renews its own with each poll, four times a second, so that they never expire.' : ''}`,
  client: (command: number): string => `client, call ${command}`,
  startedAt: (position: string): string => `began at ${position}`,
  position: (ordinal: number, waiting: number): string =>
    waiting === 0
      ? `at the end, after ${countOf(ordinal, 'record')}`
      : `at record ${countText(ordinal + 1)}, ${countText(waiting)} to read`,
  renewed: 'renewed with each poll (assumed)',
  never: 'never',
  waitsForParent: 'It reads nothing before its parent has been read to its end.',
  tokenStates: {
    valid: '',
    expired: 'expired',
    trimmed: 'its place fell off',
    ended: 'at the end',
  },
  tokenWhy: {
    valid: '',
    expired:
      'GetRecords with it is an ExpiredIteratorException: it was issued more than 15 minutes ago. Ask for another, AFTER_SEQUENCE_NUMBER of the last record that was read.',
    trimmed:
      'GetRecords with it is a TrimmedDataAccessException: the record it points at is older than 24 hours. Ask for another at TRIM_HORIZON.',
    ended:
      'The shard is closed and read to its end, so there is no next iterator: go on with its children.',
  },

  beforeStream: 'There before the stream',
  beforeStreamText: (n: number): string =>
    `${countOf(n, 'item')} ${n === 1 ? 'is' : 'are'} as ${n === 1 ? 'it was' : 'they were'} when the stream was enabled. A stream holds only what is written after that: no record tells of ${n === 1 ? 'it' : 'them'} until ${n === 1 ? 'it changes' : 'they change'}, not even to a reader at TRIM_HORIZON.`,
  expired: 'Expired, and still there',
  expiredText: (n: number, attribute: string): string =>
    `${countOf(n, 'item')} whose ${attribute} has passed. Reads still find ${n === 1 ? 'it' : 'them'}; time to live comes within 48 hours, deletes without write units, and the record says that the service did it.`,
  expiredFor: (span: string): string => `for ${span}`,

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
