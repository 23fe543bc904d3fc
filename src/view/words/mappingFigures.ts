/** Words of the figures of mappings, functions, pipes, alarms and destinations. */
import type { FaultKind } from '../../engine/definition.ts';
import type { PartialState } from '../../projections/figures/mapping/shapes.ts';
import { countOf, countText } from '../../projections/spanText.ts';

const PARTIAL: Record<PartialState, string> = {
  done: 'done',
  lowest: 'lowest that was reported',
  reported: 'reported too, above the lowest',
  again: 'comes again',
};

export const mappingFigureWords = {
  cursor: 'cursor',
  start: 'at its beginning',
  buffered: 'buffered',
  waiting: 'to do',
  records: (n: number) => countText(n),
  more: (n: number) => `and ${countText(n)} more`,
  sizeBar: (n: number, of: number) => `${countText(n)} of BatchSize ${countText(of)}`,
  windowBar: (window: string) => `of the window of ${window}`,
  attempts: (attempt: number, most: number) =>
    most > 0 ? `attempt ${attempt} of ${countText(most)}` : `attempt ${attempt}, no limit`,
  backOffAssumed: 'back-off assumed',
  halves: (halves: readonly number[]) => `then parts of ${halves.join(', ')}`,
  iteratorAge: (age: string) => `iterator age ${age}`,

  level: (depth: number, says: string) =>
    `${depth === 0 ? 'The whole batch' : `After split ${depth}`}: ${says}`,
  standsAlone: (item: string) => `${item} stands alone`,
  splitLegend: [
    ['split', 'failed and split'],
    ['succeeded', 'succeeded'],
    ['backingOff', 'fails, or in flight'],
    ['waiting', 'waits'],
    ['discarded', 'given up'],
  ] as const,

  partialCell: (item: string, state: PartialState) => `${item}: ${PARTIAL[state]}`,
  partialDone: 'done',
  partialAgain: 'comes again',
  checkpoint: (sequenceNumber: string) => `checkpoint …${sequenceNumber.slice(-7)}`,

  lanesOf: (shard: string) => `Lanes of ${shard}`,
  lane: (n: number) => `lane ${n}`,

  filterCounts: (matched: number, dropped: number, of: number) =>
    `of the last ${countOf(of, 'record')}: ${countText(matched)} matched, ${countText(dropped)} did not`,
  droppedLast: 'Dropped last, and why',
  ofFilter: (n: number, why: string) => `filter ${n}: ${why}`,

  windowRecords: (n: number, isFinal: boolean) =>
    isFinal ? `${countOf(n, 'record')}; its last invocation is on its way` : countOf(n, 'record'),
  windowState: (state: string) => `state ${state}`,

  environmentKinds: { busy: 'busy', starting: 'cold start', idle: 'idle' },
  concurrency: (used: number, of: number) => `${countText(used)} of ${countText(of)}`,
  stages: {
    source: 'source',
    filter: 'filter',
    enrichment: 'enrichment',
    target: 'target',
    deadLetters: 'dead letters',
  },
  patterns: (n: number) => countOf(n, 'pattern'),
  read: (n: number) => `${countText(n)} read`,
  filteredOut: (n: number) => `${countText(n)} filtered out`,
  sent: (n: number) => `${countText(n)} sent`,
  givenUp: (n: number) => `${countText(n)} given up`,

  metric: 'Metric',
  datapoints: 'Datapoints of the last periods',
  threshold: (value: string) => `threshold ${value}`,
  noChanges: 'Its state has not changed yet.',

  faultNames: {
    Error: 'Error',
    Timeout: 'Time out',
    Throttle: 'Throttle',
    Slow: 'Slow ×10',
    CrashBeforeEffect: 'Crash before effects',
    CrashAfterEffect: 'Crash after effects',
    Poison: 'Poison',
    PermissionLost: 'Permission lost',
  } as Partial<Record<FaultKind, string>>,
  duration: 'lasts',
  quantiles: (p50: number, p99: number) =>
    `${countText(p50)} ms in the middle, ${countText(p99)} ms at the 99th percentile`,
  coldStart: 'cold start',
  milliseconds: (ms: number) => `${countText(ms)} ms`,
  effect: (kind: string, target: string) => `${kind} → ${target}`,
  compareGuards: 'Compare seven ways to guard it',
  guards: {
    None: 'without a guard: done again when it is told again',
    ConditionalWrite: 'ConditionalWrite: a repeat is refused',
    ExternalVersion: 'ExternalVersion: what is older is refused',
    Marker: 'Marker: marked as done, then done; a crash between the two loses it',
    MarkerAfter: 'MarkerAfter: done, then marked as done; a crash between the two repeats it',
    FifoDeduplication: 'FifoDeduplication: a repeat within five minutes is dropped',
    ExecutionName: 'ExecutionName: a repeat within 90 days is refused',
  },

  pointsAt: 'points at',
  holds: 'holds',
  redrive: 'Redrive: read them again and give them to the function',
  redriven: (n: number) =>
    n === 1
      ? 'Its record was read again from the shard and given to the function once more. The log says how that goes.'
      : `Its ${countText(n)} records were read again from the shard and given to the function once more. The log says how that goes.`,
  trimmed: 'What it points at has fallen off the stream.',
  document: 'The document',
  documentNumber: (n: number) => `Document ${n}`,

  matched: (n: number) => `${countText(n)} matched`,
  matchedLast: 'Matched last',
  ruleDisabled: 'disabled',
} as const;
