/** What a thing under the pointer is, in words. */
import { spanText } from '../../projections/spanText.ts';
import { clockLine } from '../parts/clockText.ts';
import { timelineWords as words } from '../words/timeline.ts';
import type { TimelineHit } from './hitTimeline.ts';

export interface TipText {
  title: string;
  detail: string;
}

export function tipOf(hit: TimelineHit, startAtMs: number): TipText {
  const at = clockLine(startAtMs, hit.at);
  if (hit.event === 'batch' || hit.event === 'poll' || hit.event === 'fault') {
    const title =
      hit.event === 'batch'
        ? words.batch(Math.floor(hit.note / 64), hit.note % 64)
        : hit.event === 'poll'
          ? words.poll(hit.ref + 1)
          : words.fault;
    const lasted = Number.isNaN(hit.to) ? '' : `, ${words.lasted((hit.to - hit.at) / 1_000)}`;
    const outcome = hit.event === 'batch' ? `${words.outcomes[hit.outcome]} · ` : '';
    return { title, detail: `${outcome}${at}${lasted}` };
  }
  const isLoss = hit.event === 'expired' || hit.event === 'givenUp';
  const title = isLoss
    ? `${words.countOf(hit.event, hit.count)}: ${words.recordsLost(hit.ref)}`
    : hit.kind > 0
      ? `${words.changeKinds[hit.kind]} ${words.countOf(hit.event, 1).slice(2)}`
      : words.countOf(hit.event, hit.count);
  return { title, detail: at };
}

/** `3.2 s`, and below a second to the fraction that shows: `12.5 ms`. */
export function widthText(us: number): string {
  const ms = us / 1_000;
  if (ms < 100) return `${Number(ms.toPrecision(2))} ms`;
  return spanText(ms);
}
