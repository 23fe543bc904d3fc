/**
 * What is often said wrongly of change data capture, and what is true. The numbers are those of the list
 * of exam traps (11) and of public misstatements (12). A claim concerns what the simulator has, or says what
 * it would need; each that does has at least one practice question.
 */

export interface Claim {
  /** As it is said. */
  said: string;
  /** As it is. */
  truth: string;
  /** What is not simulated, where it cannot be asked with a world behind it. */
  needs?: string;
}

const claim = (said: string, truth: string, needs?: string): Claim => ({
  said,
  truth,
  ...(needs !== undefined && { needs }),
});

const traps = {
  '11.1': claim('A stream can be read for 7 days.', '24 hours, and no setting changes it.'),
  '11.2': claim(
    'The view type can be edited later.',
    'The stream is disabled and enabled again: a new ARN, and mappings to be made anew.',
  ),
  '11.3': claim(
    'A mapping of a stream can start at a timestamp.',
    'Only one of Kinesis can: AT_TIMESTAMP is refused for DynamoDB.',
  ),
  '11.4': claim(
    'Any number of consumers may read a stream.',
    'Two for each shard; more are throttled.',
  ),
  '11.5': claim(
    'Kinesis Data Streams for DynamoDB keeps order.',
    'Records may be out of order, and twice.',
  ),
  '11.6': claim('A stream can feed SNS directly.', 'A function or a pipe stands between.'),
  '11.7': claim('Reading a stream uses the table’s read units.', 'It uses none.'),
  '11.8': claim(
    'Lambda’s polling of a stream is charged.',
    'It is free; other readers pay for their calls.',
  ),
  '11.9': claim(
    'A poison record is skipped after three attempts.',
    'It is tried until it expires after 24 hours, unless the mapping says otherwise.',
  ),
  '11.10': claim(
    'The on-failure queue holds the records.',
    'It holds where they are; only a bucket gets the records themselves.',
  ),
  '11.11': claim(
    'A function’s dead-letter queue takes what a stream’s batch fails on.',
    'It is for asynchronous calls; a mapping has its own on-failure destination.',
  ),
  '11.12': claim('Splitting a batch uses up retries.', 'Splitting does not count.'),
  '11.13': claim(
    'After a partial failure only the failed records come again.',
    'All from the lowest failed one on come again.',
  ),
  '11.14': claim(
    'A stream’s function reports message ids.',
    'It reports sequence numbers.',
    'functions’ own code in lessons',
  ),
  '11.15': claim(
    'A higher parallelization factor mends a hot key.',
    'One item’s changes stay one behind another.',
  ),
  '11.16': claim(
    'Shards can be added to a DynamoDB stream.',
    'AWS alone manages them; a mapping can read a shard in up to ten lanes.',
  ),
  '11.17': claim(
    'If the iterator age rises, raise the timeout.',
    'Raise parallelism or batch size, or make the function quicker.',
  ),
  '11.18': claim(
    'Time to live deletes at the very moment.',
    'Some time later, up to two days; readers leave out what has expired.',
  ),
  '11.19': claim(
    'Deletes by time to live look like any other.',
    'Their records name DynamoDB as the one who did it.',
  ),
  '11.20': claim(
    'To archive expired items, scan for them.',
    'Take the old image from the stream, filtered by who deleted it.',
  ),
  '11.21': claim('Writing the same once more invokes Lambda.', 'No change, no record.'),
  '11.22': claim('A batch or a transaction is one record.', 'One for each item that changed.'),
  '11.23': claim(
    'A transaction is seen at once in the stream.',
    'Its records are separate, and can be read apart.',
  ),
  '11.24': claim(
    'A filter compares numbers as numbers.',
    'In a record numbers are text, and a numeric filter matches none.',
  ),
  '11.25': claim(
    'LATEST is safest for a new mapping.',
    'It can miss what is written while it starts; TRIM_HORIZON does not.',
  ),
  '11.26': claim(
    'Enhanced fan-out shares 2 MB/s.',
    'Each consumer has its own.',
    'enhanced fan-out',
  ),
  '11.27': claim(
    'Each Kinesis consumer may call GetRecords five times a second.',
    'All of a shard share these five.',
    'the API of Kinesis',
  ),
  '11.28': claim(
    'If one shard is full, add shards.',
    'A single hot key stays in one.',
    'splits of Kinesis shards',
  ),
  '11.29': claim('Any two shards can be merged.', 'Only neighbours.', 'merges of Kinesis shards'),
  '11.30': claim('Firehose is real time.', 'It buffers.', 'Firehose'),
  '11.31': claim('Firehose makes Parquet of CSV.', 'Of JSON only.', 'Firehose'),
  '11.32': claim('DMS needs SCT within one engine.', 'Only between engines.', 'DMS'),
  '11.33': claim('DMS reads PostgreSQL as it is.', 'Logical replication has to be on.', 'DMS'),
  '11.34': claim('DMS reads a MIXED binlog.', 'ROW, with full images.', 'DMS'),
  '11.35': claim('DMS files keep transactions.', 'Only when they are told to.', 'DMS'),
  '11.36': claim('DMS fails on a large LOB.', 'It is cut off.', 'DMS'),
  '11.37': claim('DMS reads from DynamoDB.', 'It only writes there.', 'DMS'),
  '11.38': claim('A FIFO queue drops repeats for ever.', 'For five minutes.'),
  '11.39': claim('Global tables merge attributes.', 'The last writer wins.', 'global tables'),
  '11.40': claim('Parts of a split shard are read in any order.', 'The parent first.'),
  '11.41': claim(
    'Zero-ETL to OpenSearch needs only a stream.',
    'Point-in-time recovery too, for what is there already.',
    'OpenSearch Ingestion',
  ),
  '11.42': claim(
    'A Kinesis destination loses changes silently.',
    'A metric shows how old the oldest is.',
    'keys and permissions of destinations',
  ),
} satisfies Record<string, Claim>;

const misstatements = {
  '12.1': claim('Streams cost per shard and hour.', 'Per read request beyond those of Lambda.'),
  '12.2': claim('A batch holds at most 1,000 records.', '10,000.'),
  '12.3': claim('A payload holds at most 1 MB.', 'An invocation of a batch may hold 6 MB.'),
  '12.4': claim(
    'Lambda gets each record exactly once.',
    'It is in the stream once, and delivered at least once.',
  ),
  '12.5': claim('Order holds for a partition key.', 'It is promised for an item.'),
  '12.6': claim('A shard lives until load splits it.', 'It is also closed after about four hours.'),
  '12.7': claim('GetRecords returns 2,000 records.', 'At most 1,000.'),
  '12.8': claim('604,800 retries can be set.', 'At most 10,000; 604,800 seconds is the age.'),
  '12.9': claim('Any maximum record age can be set.', '-1, or 60 to 604,800 seconds.'),
  '12.10': claim('10,000 retries unless told.', 'As many as it takes until the record expires.'),
  '12.11': claim('A throttled invocation uses up a retry.', 'It does not.'),
  '12.12': claim('SizeBytes is the item’s size.', 'Keys and the images in the record.'),
  '12.13': claim(
    'ApproximateCreationDateTime gives the order.',
    'It has whole seconds; the sequence number gives the order.',
  ),
  '12.14': claim(
    'Sequence numbers are ordinary numbers.',
    'They have more digits than those keep exactly.',
  ),
  '12.15': claim('A Kinesis record holds 1 MB.', 'Up to 10 MiB.', 'large Kinesis records'),
  '12.16': claim('Five consumers with enhanced fan-out.', '20 or 50.', 'enhanced fan-out'),
  '12.17': claim('A key decides the Kinesis shard.', 'Not always.', 'on-demand Kinesis streams'),
  '12.18': claim('A message has 256 KB.', 'Up to 1 MiB in SQS.', 'sizes of messages'),
  '12.19': claim('Lambda grows by 500 a minute.', 'By 1,000 in ten seconds for each function.'),
  '12.20': claim('A million writes on demand cost $1.25.', '$0.625 since November 2024.'),
  '12.21': claim('A transaction has at most 25 items.', '100.'),
  '12.22': claim('Firehose waits 60 seconds at least.', 'It need not wait.', 'Firehose'),
  '12.23': claim('A mapping follows a stream that is enabled again.', 'The new one has a new ARN.'),
  '12.24': claim('Enabling a stream twice is ResourceInUseException.', 'ValidationException.'),
  '12.25': claim('Partitions merge when load falls.', 'They never do.'),
  '12.26': claim(
    'A stream’s mapping can have provisioned pollers.',
    'Only SQS and Kafka have them.',
  ),
  '12.27': claim(
    'The guide’s example needs two shards.',
    'Its formula gives one.',
    'sizing of Kinesis',
  ),
  '12.28': claim('A failed condition costs nothing.', 'It costs write units, and makes no record.'),
  '12.29': claim('External versions make deletes safe.', 'A delete is remembered for 60 seconds.'),
  '12.30': claim('Firehose reads a DynamoDB stream.', 'It does not.', 'Firehose'),
  '12.31': claim(
    'Kinesis Data Streams is an adapter of DynamoDB Streams.',
    'They are two features; each has its uses.',
  ),
  '12.32': claim('The stream holds the table.', 'It holds changes since it was enabled.'),
  '12.33': claim(
    'A stream is an audit log that cannot be changed.',
    'That depends on where the changes are written.',
    'object locks',
  ),
} satisfies Record<string, Claim>;

export const claims = { ...traps, ...misstatements };

export type ClaimId = keyof typeof claims;

/** Those that can be asked with a world behind them. */
export const askable = (Object.keys(claims) as ClaimId[]).filter(
  (id) => (claims[id] as Claim).needs === undefined,
);
