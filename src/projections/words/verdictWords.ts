/** The sentences of the verdict. */
import type { MyTable } from '../money/myTable.ts';
import type { Needs } from '../money/verdict.ts';
import type { WayModel, WayNote } from '../money/wayModel.ts';
import { countText, listText, spanText } from '../spanText.ts';

/** `$0.41`, `$1,204`: money as people say it. */
export function moneyText(usd: number): string {
  if (usd === 0) return '$0';
  if (usd >= 100) return `$${countText(usd)}`;
  if (usd >= 0.01) return `$${usd.toFixed(2)}`;
  return 'less than a cent';
}

/** `500 GB`, `1.5 MB` */
export function bytesText(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1_024 && unit < units.length - 1) {
    value /= 1_024;
    unit++;
  }
  return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${units[unit]}`;
}

/** `1,000 changes an hour`, `20 changes a second`. */
export function rateText(perSecond: number): string {
  const [n, span] = perSecond >= 1 ? [perSecond, 'a second'] : [perSecond * 3_600, 'an hour'];
  return `${n >= 10 ? countText(n) : Number(n.toPrecision(2))} changes ${span}`;
}

const partText = (perMillion: number): string =>
  perMillion >= 1_000
    ? `${Number((perMillion / 10_000).toPrecision(2))} % of the changes`
    : `${perMillion >= 1 ? Math.round(perMillion) : Number(perMillion.toPrecision(1))} of a million changes`;

const LOSSES = {
  changes: 'with every change seen',
  states: 'with the last state of every item known, deletes included',
  any: 'whatever gets lost on the way',
} as const;

export const verdictWords = {
  title: 'How to learn of this table’s changes',
  columns: [
    ...['Way', 'Meets', 'Median delay (ms)', '99 % within (ms)', 'Deletes missed an hour'],
    ...['Overwritten an hour', 'Raced an hour', 'Lost of a million', 'USD a month'],
  ],
  asked: (table: MyTable, { delayMs, loss, lostPerMillion }: Needs): string =>
    `Asked: a table of ${bytesText(table.bytes)} in ${countText(table.items)} items with ${rateText(table.changesPerSecond)}; 99 of 100 changes within ${spanText(delayMs)}, ${LOSSES[loss]}${
      loss === 'any' || lostPerMillion === 0 ? '' : `, but for ${lostPerMillion} of a million`
    }.`,
  best: (name: string, usd: number, p99Ms: number): string =>
    `${name} does it for ${moneyText(usd)} a month: 99 of 100 changes are there within ${spanText(p99Ms)}, and none is lost beyond what you allow.`,
  noneMeets: 'None of the chosen ways does it. Allow more time, or more loss, or add a way.',
  nothingChosen: 'No way is chosen.',
  alsoMeets: (name: string, usd: number): string =>
    `${name} does it too, for ${moneyText(usd)} a month.`,
  doesNot: (name: string, reasons: readonly string[], usd: number): string =>
    `${name} does not: ${listText(reasons)}. It would cost ${moneyText(usd)} a month.`,
  tooLate: (p99Ms: number, wantedMs: number): string =>
    `99 of 100 changes take up to ${spanText(p99Ms)} instead of ${spanText(wantedMs)}`,
  loses: (perMillion: number, missed: WayModel['missed'], { loss }: Needs): string => {
    const parts = [
      ...(missed.deletes >= 0.5 ? [`${countText(missed.deletes)} deletes`] : []),
      ...(loss === 'changes' && missed.collapsed >= 0.5
        ? [`${countText(missed.collapsed)} overwritten updates`]
        : []),
      ...(missed.race >= 0.5 ? [`${countText(missed.race)} raced writes`] : []),
    ];
    return `it never sees ${partText(perMillion)}${parts.length > 0 ? ` (${listText(parts)} an hour)` : ''}`;
  },
  cannotKeepUp: (takesMs: number): string =>
    `one pass takes ${spanText(takesMs)}, longer than its interval`,
  note: (name: string, note: WayNote): string | null => {
    if (note.what === 'batchSize') {
      return `${name} needs batches of at least ${countText(note.least)} records to keep up.`;
    }
    if (note.what === 'shards') return `${name} needs ${countText(note.count)} Kinesis shards.`;
    if (note.what === 'manyReadUnits') {
      return `${name} reads ${countText(note.perSecond)} units a second, above the default quota of a table.`;
    }
    return null;
  },
  streamHours:
    'A DynamoDB stream has no price by the shard hour: enabling it is free, reading by Lambda and Pipes is free, and own readers pay for GetRecords calls after 2.5 million a month. Shard hours are what Kinesis asks for.',
  assumption:
    'By formula, not simulated: changes are Poisson and even over the active items, nothing fails, and clocks are right.',
} as const;
