/** What the cards of functions, pipes and alarms are made of. Part of {@link Scene}. */
import type { AlarmStateName } from '../../engine/definition.ts';
import type { CardBase, Mark } from '../scene/scene.ts';

/** One reader: a mapping at one shard, or at one lane of it. */
export interface BatchSlot {
  consumer: number;
  shardLabel: string;
  marks: Mark[];
  total: number;
  state: 'empty' | 'buffering' | 'invoking' | 'backingOff' | 'waitingForParent';
  /** Attempts that failed at the batch in hand. */
  attempts: number;
  /** The attempt under way or next, from 1; and how many there may be, 0 for no end of them. */
  attempt: number;
  attemptsMost: number;
  /** It waits for concurrency; nothing has failed. */
  throttled: boolean;
  /** Buffering: when the batching window ends. Backing off: when the next attempt comes. */
  nextAttemptAt: number;
  backoffMs: number;
  /** Of its own records, those that are not done with. */
  waiting: number;
  /** Buffering: how much of the batch size, and of the batching window, is used up; 0 to 1. */
  sizePart: number;
  windowPart: number;
  /** Records of each part of a split batch that still waits, the next one first. */
  halves: number[];
}

/** A pipe's way, by the names of what stands on it; empty where there is none. */
export interface PipeStages {
  source: string;
  filters: number;
  enrichment: string;
  target: string;
  deadLetters: string;
}

export interface FunctionCard extends CardBase {
  type: 'function';
  function: number;
  /** -1: there is none yet; nothing below but its name, faults and environments means anything then. */
  mapping: number;
  /** Of the mapping. */
  uuid: string;
  /** AWS's word: Creating, Enabled, Updating, Disabled … */
  mappingState: string;
  /** AWS's `LastProcessingResult`. */
  lastResult: string;
  batchSize: number;
  windowMs: number;
  slots: BatchSlot[];
  faults: { kind: string; detail: string }[];
  invocations: number;
  failed: number;
  throttled: number;
  timeoutMs: number;
  waiting: number;
  filtered: number;
  discarded: number;
  expired: number;
  /** Of the oldest record that waits at any of its shards; and when records fall off. */
  iteratorAgeMs: number;
  retentionMs: number;
  /** Execution environments by what they do now. */
  environments: { busy: number; starting: number; idle: number };
  /** Invocations at the same time: how many count, and how many may. */
  concurrency: { used: number; of: number; isReserved: boolean };
  /** Its ways, where it is an EventBridge pipe. */
  pipe: PipeStages | null;
  /** One line on how it stands, and its tone. */
  status: string;
  tone: 'good' | 'behind' | 'bad' | 'plain';
}

export interface AlarmCard extends CardBase {
  type: 'alarm';
  alarm: number;
  state: AlarmStateName;
  /** `IteratorAge ≥ 60,000 ms` */
  condition: string;
  /** `2 of 3 periods of 1 min` */
  evaluation: string;
  /** The last periods, the latest last; null where the metric had no datapoint. */
  points: { value: number | null; breaches: boolean }[];
}
