/** Every term that a lesson marks with stars, in a sentence or two; a list to look them up in is made of it. */

export interface GlossaryEntry {
  english: string;
}

/** By the term, in the singular and in AWS's spelling. */
export const glossary: Readonly<Record<string, GlossaryEntry>> = {
  table: { english: 'A collection of items in DynamoDB, each under its own key.' },
  item: { english: 'A set of attributes that is stored under one key of a table.' },
  key: {
    english:
      'The attributes that name an item: a partition key, and in some tables a sort key too. No two items of a table have the same.',
  },
  stream: {
    english:
      'What DynamoDB writes down about a table: each change of an item, for 24 hours. AWS calls it DynamoDB Streams.',
  },
  record: { english: 'What a stream holds about one change of one item.' },
  'old image': { english: 'The item as it was before the change, in a record of the stream.' },
  'new image': { english: 'The item as it is after the change, in a record of the stream.' },
  change: {
    english:
      'One committed modification of one item: it was put new, modified or removed. A write that leaves everything as it was is no change.',
  },
  poll: { english: 'To ask again and again whether there is something new.' },
  watermark: {
    english:
      'An attribute that says when an item was last written, so that a scan can ask for what is newer than its last look.',
  },
  backfill: {
    english:
      'To read once, by an export or a scan, what was in a table before its stream was enabled.',
  },
  'view type': {
    english:
      'What each record of a stream carries of the item: KEYS_ONLY, NEW_IMAGE, OLD_IMAGE or NEW_AND_OLD_IMAGES. Chosen when the stream is enabled, and never changed.',
  },
  'event source mapping': {
    english:
      'The part of Lambda that polls a stream’s shards and invokes a function with what it finds. AWS often says ESM.',
  },
  invokes: { english: 'To call a function. One call is an invocation, and is paid for.' },
  batch: { english: 'The records that a mapping gives to a function in one invocation.' },
  'batching window': {
    english:
      'MaximumBatchingWindowInSeconds: how long a mapping that has found a record goes on gathering more.',
  },
  'starting position': {
    english:
      'Where a mapping begins to read: TRIM_HORIZON, the oldest record, or LATEST, after the newest.',
  },
};

/** The entry of a term, which a text may have in the plural. */
export function glossaryEntry(term: string): GlossaryEntry | undefined {
  const known = (one: string) => (Object.hasOwn(glossary, one) ? glossary[one] : undefined);
  return known(term) ?? known(term.replace(/s$/u, ''));
}
