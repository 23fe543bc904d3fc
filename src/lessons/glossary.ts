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
  'sequence number': {
    english:
      'The digits by which the records of one item are in order. They rise with every change of the item.',
  },
  partition: {
    english:
      'A part of a table, on machines of its own. It takes 1,000 write units and 3,000 read units a second, and holds 10 GB.',
  },
  'on-demand': { english: 'Of a table: paid by the request, without capacity set beforehand.' },
  'partition key': {
    english: 'The attribute of the key whose hash decides in which partition an item lies.',
  },
  'sort key': {
    english: 'The attribute of the key by which items of one partition key are sorted.',
  },
  hash: {
    english: 'A number computed from a key. It looks like chance, and is the same each time.',
  },
  'write unit': {
    english:
      'What a write costs: one for each KB that is begun, of the larger of the item before and after.',
  },
  throttled: {
    english:
      'Refused for want of capacity, to be tried again: a write that its partition has no units for, or an invocation that finds no room to run and never begins.',
  },
  hot: { english: 'Of a key or a partition: near or above what a partition can take.' },
  split: { english: 'Two partitions, or two shards, take the place of one and share what it had.' },
  shard: {
    english:
      'A part of a stream: the changes of one partition, one after another. Each is read by itself.',
  },
  closed: {
    english: 'Of a shard: it takes no more records. What it holds can be read for 24 hours.',
  },
  child: { english: 'A shard that took the place of another, its parent, and is read after it.' },
  parent: {
    english:
      'The shard in whose place another has come. It is read to its end before its children.',
  },
  'shard iterator': {
    english: 'A place in one shard, to read on from with GetRecords. It is good for 15 minutes.',
  },
  TRIM_HORIZON: { english: 'The oldest record that a shard still has, as a place to begin.' },
  LATEST: { english: 'After the newest record of a shard, as a place to begin.' },
  retention: { english: 'How long a record stays: in a DynamoDB stream 24 hours, read or not.' },
  'no-op': {
    english: 'A write that leaves the item as it was. It is paid for, and makes no record.',
  },
  transaction: {
    english: 'Several writes that are carried out together or not at all: TransactWriteItems.',
  },
  condition: { english: 'What must hold for a write to be carried out.' },
  'time to live': {
    english:
      'An attribute with the time, in seconds since 1970, after which DynamoDB may delete the item. AWS often says TTL.',
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
  fails: {
    english:
      'A function fails when it throws, runs out of its time or crashes. The mapping then tries the batch again.',
  },
  retries: { english: 'Further attempts at the same records, each after a pause.' },
  'poison record': {
    english: 'A record at which a function fails however often it is tried; also poison pill.',
  },
  'iterator age': {
    english:
      'How late a mapping is: the age of the last record of a batch when it is sent. AWS has a metric of that name, IteratorAge.',
  },
  expires: { english: 'A record expires when it has been in a DynamoDB stream for 24 hours.' },
  bisect: {
    english:
      'To split a batch that failed in two halves, which are tried one after the other. A split is no attempt.',
  },
  'partial failure': {
    english:
      'An answer that names the records that failed, by sequence number. Reading goes on at the lowest of them.',
  },
  'on-failure destination': {
    english:
      'A queue, topic or bucket that a mapping tells of what it has given up. Queue and topic get where the records lie, a bucket gets the records too.',
  },
  redrive: {
    english:
      'To give a function once more what its mapping has given up, while it can still be read.',
  },
  lanes: {
    english:
      'The ways in which a mapping reads one shard at the same time, one to ten, set by ParallelizationFactor. Each item has its lane.',
  },
  filter: {
    english:
      'A pattern of a mapping: what does not match it is dropped before the function is invoked, and the position moves past it.',
  },
  'at least once': {
    english:
      'A record is given to a function once, or again until it succeeds; never skipped, sometimes repeated.',
  },
  idempotent: {
    english: 'Doing it again changes nothing more: the state after twice is the state after once.',
  },
  marker: {
    english:
      'A note that something has been done, kept by a key that a repeat has too, so that the repeat is recognised.',
  },
};

/** The entry of a term, which a text may have in the plural. */
export function glossaryEntry(term: string): GlossaryEntry | undefined {
  const known = (one: string) => (Object.hasOwn(glossary, one) ? glossary[one] : undefined);
  return known(term) ?? known(term.replace(/s$/u, ''));
}
