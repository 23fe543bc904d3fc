/** Every term that a lesson marks with stars, in a sentence or two; a list to look them up in is made of it. */

export interface GlossaryEntry {
  /** What it is called where another language is spoken; lessons in English still mark it in English. */
  term?: string;
  means: string;
}

/** By the term, in the singular and in AWS's spelling. */
export const glossary: Record<string, GlossaryEntry> = {
  table: { means: 'A collection of items in DynamoDB, each under its own key.' },
  item: { means: 'A set of attributes that is stored under one key of a table.' },
  key: {
    means:
      'The attributes that name an item: a partition key, and in some tables a sort key too. No two items of a table have the same.',
  },
  stream: {
    means:
      'What DynamoDB writes down about a table: each change of an item, for 24 hours. AWS calls it DynamoDB Streams.',
  },
  record: { means: 'What a stream holds about one change of one item.' },
  'old image': { means: 'The item as it was before the change, in a record of the stream.' },
  'new image': { means: 'The item as it is after the change, in a record of the stream.' },
  change: {
    means:
      'One committed modification of one item: it was put new, modified or removed. A write that leaves everything as it was is no change.',
  },
  poll: { means: 'To ask again and again whether there is something new.' },
  watermark: {
    means:
      'An attribute that says when an item was last written, so that a scan can ask for what is newer than its last look.',
  },
  backfill: {
    means:
      'To read once, by an export or a scan, what was in a table before its stream was enabled.',
  },
  'view type': {
    means:
      'What each record of a stream carries of the item: KEYS_ONLY, NEW_IMAGE, OLD_IMAGE or NEW_AND_OLD_IMAGES. Chosen when the stream is enabled, and never changed.',
  },
  'sequence number': {
    means:
      'The digits by which the records of one item are in order. They rise with every change of the item.',
  },
  partition: {
    means:
      'A part of a table, on machines of its own. It takes 1,000 write units and 3,000 read units a second, and holds 10 GB.',
  },
  'on-demand': { means: 'Of a table: paid by the request, without capacity set beforehand.' },
  'partition key': {
    means: 'The attribute of the key whose hash decides in which partition an item lies.',
  },
  'sort key': {
    means: 'The attribute of the key by which items of one partition key are sorted.',
  },
  hash: {
    means: 'A number computed from a key. It looks like chance, and is the same each time.',
  },
  'write unit': {
    means:
      'What a write costs: one for each KB that is begun, of the larger of the item before and after.',
  },
  throttled: {
    means:
      'Refused for want of capacity, to be tried again: a write that its partition has no units for, or an invocation that finds no room to run and never begins.',
  },
  hot: { means: 'Of a key or a partition: near or above what a partition can take.' },
  split: { means: 'Two partitions, or two shards, take the place of one and share what it had.' },
  shard: {
    means:
      'A part of a stream: the changes of one partition, one after another. Each is read by itself.',
  },
  closed: {
    means: 'Of a shard: it takes no more records. What it holds can be read for 24 hours.',
  },
  child: { means: 'A shard that took the place of another, its parent, and is read after it.' },
  parent: {
    means: 'The shard in whose place another has come. It is read to its end before its children.',
  },
  'shard iterator': {
    means: 'A place in one shard, to read on from with GetRecords. It is good for 15 minutes.',
  },
  TRIM_HORIZON: { means: 'The oldest record that a shard still has, as a place to begin.' },
  LATEST: { means: 'After the newest record of a shard, as a place to begin.' },
  retention: { means: 'How long a record stays: in a DynamoDB stream 24 hours, read or not.' },
  'no-op': {
    means: 'A write that leaves the item as it was. It is paid for, and makes no record.',
  },
  transaction: {
    means: 'Several writes that are carried out together or not at all: TransactWriteItems.',
  },
  condition: { means: 'What must hold for a write to be carried out.' },
  'time to live': {
    means:
      'An attribute with the time, in seconds since 1970, after which DynamoDB may delete the item. AWS often says TTL.',
  },
  'event source mapping': {
    means:
      'The part of Lambda that polls a stream’s shards and invokes a function with what it finds. AWS often says ESM.',
  },
  invokes: { means: 'To call a function. One call is an invocation, and is paid for.' },
  batch: { means: 'The records that a mapping gives to a function in one invocation.' },
  'batching window': {
    means:
      'MaximumBatchingWindowInSeconds: how long a mapping that has found a record goes on gathering more.',
  },
  'starting position': {
    means:
      'Where a mapping begins to read: TRIM_HORIZON, the oldest record, or LATEST, after the newest.',
  },
  fails: {
    means:
      'A function fails when it throws, runs out of its time or crashes. The mapping then tries the batch again.',
  },
  retries: { means: 'Further attempts at the same records, each after a pause.' },
  'poison record': {
    means: 'A record at which a function fails however often it is tried; also poison pill.',
  },
  'iterator age': {
    means:
      'How late a mapping is: the age of the last record of a batch when it is sent. AWS has a metric of that name, IteratorAge.',
  },
  expires: { means: 'A record expires when it has been in a DynamoDB stream for 24 hours.' },
  bisect: {
    means:
      'To split a batch that failed in two halves, which are tried one after the other. A split is no attempt.',
  },
  'partial failure': {
    means:
      'An answer that names the records that failed, by sequence number. Reading goes on at the lowest of them.',
  },
  'on-failure destination': {
    means:
      'A queue, topic or bucket that a mapping tells of what it has given up. Queue and topic get where the records lie, a bucket gets the records too.',
  },
  redrive: {
    means:
      'To give a function once more what its mapping has given up, while it can still be read.',
  },
  lanes: {
    means:
      'The ways in which a mapping reads one shard at the same time, one to ten, set by ParallelizationFactor. Each item has its lane.',
  },
  filter: {
    means:
      'A pattern of a mapping: what does not match it is dropped before the function is invoked, and the position moves past it.',
  },
  'at least once': {
    means:
      'A record is given to a function once, or again until it succeeds; never skipped, sometimes repeated.',
  },
  idempotent: {
    means: 'Doing it again changes nothing more: the state after twice is the state after once.',
  },
  marker: {
    means:
      'A note that something has been done, kept by a key that a repeat has too, so that the repeat is recognised.',
  },
};

/** The entry of a term, which a text may have in the plural. */
export function glossaryEntry(term: string): GlossaryEntry | undefined {
  const known = (one: string) =>
    Object.hasOwn(glossary, one)
      ? glossary[one]
      : Object.values(glossary).find((entry) => entry.term === one);
  return known(term) ?? known(term.replace(/(?:s|en)$/u, ''));
}
