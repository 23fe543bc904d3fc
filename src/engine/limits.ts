/**
 * AWS's quotas and defaults, and the numbers that AWS does not publish and we assume. Sources are
 * those of `SPEC.md`, as of 2026-11-21.
 */
import { hours, milliseconds, seconds } from './kernel/time.ts';

/** Write and read units per second that one partition serves [P2]. */
export const PARTITION_WRITE_UNITS = 1_000;
export const PARTITION_READ_UNITS = 3_000;
/** What a new on-demand table serves per second [P3]. */
export const ON_DEMAND_WRITE_UNITS = 4_000;
export const ON_DEMAND_READ_UNITS = 12_000;

/** A record of a DynamoDB stream lives this long [S6]. */
export const STREAM_RETENTION = hours(24);
/** Assumed: how long a shard stays open, least and most [S7]. */
export const SHARD_LIFE_LEAST = milliseconds(3.9 * 3_600_000);
export const SHARD_LIFE_MOST = milliseconds(4.1 * 3_600_000);
/** Assumed: from commit until a reader of the stream can see the record, µs [S8]. */
export const STREAM_DELAY_LEAST = 40_000;
export const STREAM_DELAY_MOST = 120_000;

/** Most records that one GetRecords returns [E31]. */
export const GET_RECORDS_LIMIT = 1_000;
/** Base polling interval of an event source mapping, per shard [E2]. */
export const POLL_INTERVAL_DYNAMODB = milliseconds(250);
export const POLL_INTERVAL_KINESIS = seconds(1);
/** Assumed: waiting time before the first retry of a batch, doubled each time up to the most [E6]. */
export const RETRY_BACKOFF_FIRST = seconds(1);
export const RETRY_BACKOFF_MOST = seconds(60);
/** Concurrent invocations of all functions of an account in a Region [F7]. */
export const ACCOUNT_CONCURRENCY = 1_000;
/** What a function can grow by, in new environments, and how often [F8]. */
export const SCALING_STEP = 1_000;
export const SCALING_INTERVAL = seconds(10);
/** An asynchronous event is tried so often again after a failure, a minute later, then two [F11]. */
export const ASYNC_RETRIES = 2;
export const ASYNC_RETRY_AFTER = seconds(60);
/** It lives this long in Lambda's queue; after a throttle it comes again, later each time [F11]. */
export const ASYNC_EVENT_LIFE = hours(6);
export const ASYNC_THROTTLE_FIRST = seconds(1);
export const ASYNC_THROTTLE_MOST = seconds(300);
/** Concurrency of an account that cannot be reserved [F9]. */
export const UNRESERVED_LEAST = 100;
/** What a function can be given at most, in bytes [E38]. */
export const INVOKE_PAYLOAD_BYTES = 6 * 1_048_576;
/** Assumed: bytes of a record in an event, beside its keys and images [E38]. */
export const EVENT_RECORD_BYTES = 700;
/** State of a tumbling window, at most [E40]. */
export const WINDOW_STATE_BYTES = 1_048_576;
/** Assumed: from the poll to the first instruction of the function, µs. */
export const INVOKE_TRANSIT_LEAST = 20_000;
export const INVOKE_TRANSIT_MOST = 50_000;
/** Assumed: a writer's call to the table, one way, µs. */
export const CALL_TRANSIT_LEAST = 15_000;
export const CALL_TRANSIT_MOST = 45_000;
/** Assumed: a function's call to a target, one way, µs. */
export const EFFECT_TRANSIT_LEAST = 15_000;
export const EFFECT_TRANSIT_MOST = 45_000;

/** Assumed: table to Kinesis data stream, in ms: median and 99th percentile [K3]. */
export const KINESIS_DELAY_P50_MS = 120;
export const KINESIS_DELAY_P99_MS = 600;
/** Assumed: one change in this many reaches the Kinesis stream twice [K4]. */
export const KINESIS_DUPLICATE_PROBABILITY = 0.004;
/** Assumed: one change in this many is held up for seconds, and so is overtaken [K5]. */
export const KINESIS_HELD_UP_PROBABILITY = 0.006;
export const KINESIS_HELD_UP_LEAST_MS = 1_500;
export const KINESIS_HELD_UP_MOST_MS = 6_000;

/** A page of a scan holds at most this much, before the filter [W1]. */
export const SCAN_PAGE_BYTES = 1_048_576;
/** Assumed: how long the table takes over a page, µs. */
export const SCAN_PAGE_LEAST = 15_000;
export const SCAN_PAGE_MOST = 45_000;
/** Assumed: how long a scan waits before it asks again for a page that was throttled, µs [W8]. */
export const PAGE_RETRY_LEAST = 50_000;
export const PAGE_RETRY_MOST = 200_000;
/** Assumed: an export takes so long, and so much more for each gibibyte, µs [W12]. */
export const EXPORT_LEAST = 300_000_000;
export const EXPORT_MOST = 420_000_000;
export const EXPORT_PER_GIBIBYTE = 10_000_000;
/** What an incremental export is charged for at least, bytes [W13]. */
export const INCREMENTAL_EXPORT_LEAST_BYTES = 10_485_760;
/** What storage is billed for beside an item's own bytes [W13]. */
export const ITEM_OVERHEAD_BYTES = 100;
/** Assumed: writers whose clocks may differ [W10]. */
export const WRITER_CLOCKS = 8;

/** Tombstones of externally versioned deletes are remembered this long (`index.gc_deletes`) [D4]. */
export const INDEX_TOMBSTONE_LIFE = seconds(60);
/** De-duplication interval of a FIFO queue or topic [D6]. */
export const FIFO_DEDUPLICATION_INTERVAL = seconds(300);
/** An execution's name cannot be used again for this long [D9]. */
export const EXECUTION_NAME_LIFE = seconds(90 * 86_400);
/** A marker counts for this long: what Powertools for AWS Lambda has by default [D12]. */
export const MARKER_LIFE = seconds(3_600);

/** Assumed: until a table that is being created, updated or deleted is ready, µs [T6]. */
export const TABLE_SETTLES_LEAST = 2_000_000;
export const TABLE_SETTLES_MOST = 6_000_000;
/** Assumed: until an event source mapping that is being created or changed is so, µs [E11]. */
export const MAPPING_SETTLES_LEAST = 3_000_000;
export const MAPPING_SETTLES_MOST = 8_000_000;
/** A shard iterator can be used this long [S19]. */
export const SHARD_ITERATOR_LIFE = seconds(900);
/** What one GetRecords answers at most [S18]. */
export const GET_RECORDS_COUNT = 1_000;
export const GET_RECORDS_BYTES = 1_048_576;
/** A page of a query or a scan: what is looked at, before the filter [T10]. */
export const READ_PAGE_BYTES = 1_048_576;
/** A batch or a transaction, all its items together [T11] [T12]. */
export const BATCH_BYTES = 16_777_216;
export const TRANSACTION_BYTES = 4_194_304;
/** A transaction's client token is remembered this long [T13]. */
export const TRANSACTION_TOKEN_LIFE = seconds(600);

/** Unused provisioned throughput is kept this long [P9]. */
export const BURST_SECONDS = 300;
/** Assumed: a second with this share of a partition's limit is a hot one; so many make it split [P10]. */
export const HEAT_SHARE = 0.9;
export const HOT_SECONDS = 300;
/** A partition's size at which it splits [P11]. */
export const PARTITION_BYTES = 10_737_418_240;

/** Assumed: how late the service deletes an expired item, ms; typically, at the worst but one, ever [T14]. */
export const EXPIRY_DELAY_P50_MS = 8 * 60_000;
export const EXPIRY_DELAY_P99_MS = 6 * 3_600_000;
export const EXPIRY_DELAY_MOST_MS = 48 * 3_600_000;
/** Assumed: until time to live is on or off, and can be changed again [T16]. */
export const TIME_TO_LIVE_SETTLES = seconds(600);
/** Documented: time to live can be changed once in this span [T16]. */
export const TIME_TO_LIVE_FIXED = seconds(3_600);
/** Assumed: the records of one transaction reach readers over this span more, µs [T12]. */
export const TRANSACTION_SPREAD = 160_000;
/** Assumed: until a Kinesis streaming destination is on or off, µs [K20]. */
export const DESTINATION_SETTLES_LEAST = 2_000_000;
export const DESTINATION_SETTLES_MOST = 6_000_000;
/** Processes that may read a shard of a DynamoDB stream at a time [S24]. */
export const MOST_READERS = 2;
/** Assumed: who has not read for this long reads no more [S24]. */
export const READER_SPAN = seconds(1);

/** Assumed: a handler's call to a service of AWS's in its Region, one way, µs [H4]. */
export const HANDLER_CALL_LEAST = 1_500;
export const HANDLER_CALL_MOST = 6_000;
/** Assumed: an environment is ended after so many invocations, however busy it is [H7]. */
export const ENVIRONMENT_INVOCATIONS = 500;
