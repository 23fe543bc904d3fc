/**
 * All state of a simulation, as plain data. Facts that only accumulate (items, versions, changes,
 * invocations, effects) are columns of logs and are referred to by their row number (`logs.ts`). What
 * moves (cursors, batches, meters) is a small tree of plain objects (`state.ts`), which is all that a
 * checkpoint has to copy. Floors above read this; only the engine writes it.
 */
import type { Command, SimulationDefinition } from './definition.ts';
import type { ImageLog } from './item/imageLog.ts';
import type { ItemIndex } from './itemIndex.ts';
import type { ItemOrder } from './itemOrder.ts';
import type { ItemRows } from './itemRows.ts';
import type { Int8State, Int32Log, Int32State, ValueLog } from './kernel/columns.ts';
import type { EventQueue } from './kernel/eventQueue.ts';
import type { Journal } from './kernel/journal.ts';
import type { Instant } from './kernel/time.ts';
import type { AnswerCall, CodeRunner, CodeService } from './lambda/codeService.ts';
import type { FunctionHandlers, HandlerResult } from './lambda/function/handler.ts';
import type {
  changeColumns,
  codeColumns,
  effectColumns,
  invocationColumns,
  itemColumns,
  kinesisRecordColumns,
  onFailureColumns,
  outcomeColumns,
  requestColumns,
  versionColumns,
  writeColumns,
} from './logs.ts';
import type { PresentKeys } from './presentKeys.ts';
import type { WorldState } from './state.ts';

export * from './lambdaState.ts';
export * from './logs.ts';
export * from './state.ts';
export * from './tableState.ts';

export interface World {
  /** Functions of a test's making; the others run their code or carry out their effects. */
  readonly handlers: FunctionHandlers;
  /** Runs functions' own code, where the simulation was given it; without it they only log. */
  codeService: { service: CodeService; runner: CodeRunner; answerCall: AnswerCall } | null;
  readonly definition: SimulationDefinition;
  readonly queue: EventQueue;
  readonly journal: Journal;
  now: Instant;
  state: WorldState;
  readonly images: ImageLog;
  readonly items: ReturnType<typeof itemColumns>;
  readonly versions: ReturnType<typeof versionColumns>;
  readonly changes: ReturnType<typeof changeColumns>;
  readonly writes: ReturnType<typeof writeColumns>;
  readonly kinesisRecords: ReturnType<typeof kinesisRecordColumns>;
  readonly invocations: ReturnType<typeof invocationColumns>;
  readonly requests: ReturnType<typeof requestColumns>;
  readonly effects: ReturnType<typeof effectColumns>;
  readonly onFailures: ReturnType<typeof onFailureColumns>;
  readonly outcomes: ReturnType<typeof outcomeColumns>;
  readonly code: ReturnType<typeof codeColumns>;
  /** Commands as they were given. */
  readonly commands: ValueLog<Command>;
  /** AWS error texts, `Name: message`. */
  readonly errors: ValueLog<string>;
  /** What functions with code of their own answered to requests. */
  readonly answers: ValueLog<HandlerResult>;
  /** By shard: for a DynamoDB stream the change's row, for Kinesis the Kinesis record's row. */
  readonly shardRecords: Int32Log[];
  /** By target: for an index, item → the effect that wrote the document, plus one; negative: that deleted it. */
  readonly documents: Int32State[];
  /** By target: change → the effect that last left something there, plus one. */
  readonly latestEffect: Int32State[];
  /** By Kinesis stream: change → copies that arrived. */
  readonly kinesisArrivals: Int32State[];
  /** By Kinesis stream: item → latest change that arrived, plus one. */
  readonly latestArrived: Int32State[];
  /** By effect step: change → completed effects, 127 for more. */
  readonly completedByStep: Int8State[];
  /** By effect step: change → the entry that marked it as done, plus one. */
  readonly markers: Int32State[];
  /** By poller: change → 0 undecided, 1 seen, 1 + MissReason missed. */
  readonly polled: Int32State[];
  /** By poller: item → the version in the poller's copy of the table, plus one; 0 for none. */
  readonly copies: Int32State[];
  /** By mapping: change → 8 × deliveries + how it was settled (see `Settled`). */
  readonly deliveries: Int32State[];
  /** By mapping: change → 4 × filter version + 1 passed or 2 failed; 0 not asked yet. */
  readonly filtered: Int32State[];
  /** By mapping: item → latest change delivered, plus one. */
  readonly latestDelivered: Int32State[];
  /** By traffic source: a list of key numbers; those gone for good are struck off in passing. */
  readonly trafficKeys: Int32State[];
  /** By traffic source: item → place of the status that its next write sets. */
  readonly trafficStatuses: Int32State[];
  /** By traffic source: key number → item, plus one. */
  readonly trafficItems: Int32State[];
  /** Finds items by table and key text; derived from the item log. */
  readonly itemIndex: ItemIndex;
  /** A table's items in the order of queries and scans; derived, too. */
  readonly itemOrder: ItemOrder;
  /** By traffic source: which of its keys are there; derived as well. */
  readonly presentKeys: PresentKeys[];
  /** What a write asks of its item, side by side; derived as well. */
  readonly itemRows: ItemRows;
}
