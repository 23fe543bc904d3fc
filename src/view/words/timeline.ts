/** The timeline's words. */

import { countOf, countText, spanText } from '../../projections/spanText.ts';
import type { LaneEvent } from '../../projections/timeline/lane.ts';

const EVENTS: Readonly<Record<LaneEvent, readonly [string, string]>> = {
  command: ['command', 'commands'],
  fault: ['fault', 'faults'],
  throttled: ['throttle', 'throttles'],
  refused: ['refusal', 'refusals'],
  alarm: ['alarm change', 'alarm changes'],
  record: ['record', 'records'],
  expired: ['expiry', 'expiries'],
  closed: ['closing', 'closings'],
  batch: ['batch', 'batches'],
  failed: ['failure', 'failures'],
  givenUp: ['given up', 'given up'],
  arrived: ['effect', 'effects'],
  duplicate: ['duplicate', 'duplicates'],
  stale: ['refused as older', 'refused as older'],
  poll: ['scan', 'scans'],
  returned: ['image returned', 'images returned'],
  missed: ['missed change', 'missed changes'],
};

export const timelineWords = {
  /** Where the scrubber begins. */
  start: 'start',
  region: 'Timeline',
  canvas: (from: string, span: string) =>
    `Timeline from ${from}, ${span} wide. Left and right move, with shift they choose a stretch, plus and minus zoom, up and down choose a lane, Enter goes to its next event, R shows or hides the readers of a mapping, U unfolds the folded stretch nearest to the present, L lists what is shown.`,
  lanes: 'Lanes',
  lanesTitle: 'Show or hide the lanes',
  plots: 'Plots',
  plotsTitle: 'Show or hide the plots on the same axis',
  list: 'List',
  listTitle: 'What is shown, as a list',
  follow: 'Follow',
  followTitle: 'Keep the present in view',
  fold: 'Fold idle time',
  foldTitle: 'Make stretches narrow in which nothing is written or delivered',
  unfold: (span: string) => `${span} in which nothing is written or delivered. Click to unfold.`,
  pastTitle: 'Show or hide a lane for each of them',
  pastSaid: (isHidden: boolean) =>
    isHidden ? 'One row for all past shards' : 'A lane for each past shard',
  readers: (mapping: string) => `Readers of ${mapping}`,
  readersTitle: 'Show or hide a lane for each reader: what it does with its shard (r)',
  readersSaid: (mapping: string, shown: boolean) =>
    shown ? `A lane for each reader of ${mapping}` : `One lane for all readers of ${mapping}`,
  fit: 'Fit',
  fitTitle: 'Show everything that has been run',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wide: (span: string) => `${span} wide`,
  zoomTo: 'Zoom to it',
  facts: 'What happened there',
  clear: 'Clear',
  brush: (from: string, span: string) => `${from}, ${span}`,
  ahead: 'a history ahead',
  unknown: 'not run yet',
  listTitleOf: (from: string, to: string) => `From ${from} to ${to}`,
  nothing: 'Nothing',
  nothingAfter: (lane: string) => `${lane}: nothing more in what is shown.`,
  countOf: (event: LaneEvent, n: number) => countOf(n, EVENTS[event][0], EVENTS[event][1]),
  counted: (event: LaneEvent, n: number) => `${countText(n)} ${EVENTS[event][n === 1 ? 0 : 1]}`,
  changeKinds: ['', 'INSERT', 'MODIFY', 'REMOVE'],
  outcomes: ['under way', 'succeeded', 'failed', 'failed in part', 'timed out'],
  batch: (records: number, attempt: number) =>
    `Batch of ${countOf(records, 'record')}${attempt > 1 ? `, attempt ${attempt}` : ''}`,
  poll: (n: number) => `Scan ${n}`,
  fault: 'Fault',
  lasted: (ms: number) => `took ${ms < 10 ? `${ms.toFixed(1)} ms` : spanText(ms)}`,
  recordsLost: (n: number) => countOf(n, 'record'),
  linesOf: 'What the log says of it',
  moreLines: 'There is more: zoom in to see the rest.',
  lane: 'Lane',
  happened: 'What happened',
} as const;
