/** Which stretch of time the timeline shows, and how: what a person zooms, drags and folds. */
import { create } from 'zustand';
import type { Span } from '../../projections/timeline/axis.ts';
import { remember, remembered } from '../remembered.ts';

/** From a millisecond to a little more than a day; longer when the lab has run longer. */
export const SPAN_LEAST = 1_000;
const DAY = 86_400e6;
/** Where the playhead stands while the view follows it, as a part of the width. */
const HEAD_PLACE = 0.8;
/** A view that follows shows as much as passes in so many real seconds. */
const SECONDS_SHOWN = 40;

export interface TimelineView {
  from: number;
  /** Microseconds shown. */
  span: number;
  /** The view moves with the playhead. */
  follows: boolean;
  /** A person has chosen the span: it does not change with the speed. */
  isOwnSpan: boolean;
  folds: boolean;
  unfolded: number[];
  /** Each past shard has a lane, not only one row all of them. */
  eachPast: boolean;
  /** Mappings below whose lane each of their readers has one. */
  readersOf: number[];
  /** One of them that is to be brought into sight. */
  opened: number | null;
  /** Id of a lane that is to be chosen and brought into sight. */
  wanted: string | null;
  /** Chosen with the brush. */
  brush: Span | null;
  /** Lanes and plots are shown. */
  lanes: boolean;
  plots: boolean;
}

const isShown = (name: string, usually: boolean): boolean =>
  (remembered(`timeline.${name}`) ?? (usually ? 'open' : 'closed')) === 'open';

export const useTimeline = create<TimelineView>(() => ({
  from: 0,
  span: 4e6,
  follows: true,
  isOwnSpan: false,
  folds: false,
  unfolded: [],
  eachPast: false,
  readersOf: [],
  opened: null,
  wanted: null,
  brush: null,
  lanes: isShown('lanes', true),
  plots: isShown('plots', false),
}));

export function togglePart(part: 'lanes' | 'plots'): void {
  const open = !useTimeline.getState()[part];
  useTimeline.setState({ [part]: open });
  remember(`timeline.${part}`, open ? 'open' : 'closed');
}

/** Gives each past shard its lane, or one row to all of them. */
export const togglePast = (): void =>
  useTimeline.setState(({ eachPast }) => ({ eachPast: !eachPast }));

/** Gives each reader of a mapping a lane below the mapping's, or none. @returns whether they have one now. */
export function toggleReaders(mapping: number): boolean {
  const { readersOf } = useTimeline.getState();
  const isOpen = !readersOf.includes(mapping);
  const others = readersOf.filter((other) => other !== mapping);
  useTimeline.setState({
    readersOf: isOpen ? [...others, mapping] : others,
    opened: isOpen ? mapping : null,
  });
  return isOpen;
}

export const mostSpan = (furthest: number): number => Math.max(1.04 * DAY, 1.04 * furthest);

export const clampedSpan = (span: number, furthest: number): number =>
  Math.min(mostSpan(furthest), Math.max(SPAN_LEAST, span));

/** The stretch shown when the playhead is at an instant and time goes at a speed. */
export function shownSpan(view: TimelineView, playhead: number, speed: number): Span {
  if (!view.follows) return { from: view.from, to: view.from + view.span };
  const usual = Math.min(DAY, Math.max(2e6, speed * SECONDS_SHOWN * 1e6));
  const span = view.isOwnSpan ? view.span : usual;
  const from = Math.max(-0.02 * span, playhead - HEAD_PLACE * span);
  return { from, to: from + span };
}

/** Zooms so that the instant under a place (0 to 1) stays there. @param factor above 1: shows more. */
export function zoomed(shown: Span, factor: number, place: number, furthest: number): Span {
  const before = shown.to - shown.from;
  const span = clampedSpan(before * factor, furthest);
  const from = shown.from + (before - span) * place;
  return moved({ from, to: from + span }, 0, furthest);
}

/** Moves by so many microseconds, within what there can be. */
export function moved({ from, to }: Span, by: number, furthest: number): Span {
  const span = to - from;
  const last = Math.max(DAY, furthest) * 1.02 - span * 0.2;
  const start = Math.min(Math.max(-0.02 * span, from + by), Math.max(-0.02 * span, last));
  return { from: start, to: start + span };
}

/** The stretch as wide as it is, with an instant in its middle; null where that is in view already. */
export function withInView(shown: Span, at: number, furthest: number): Span | null {
  if (at >= shown.from && at <= shown.to) return null;
  return moved(shown, at - (shown.from + shown.to) / 2, furthest);
}

/** Shows a stretch and stays there. */
export function showSpan({ from, to }: Span, follows = false): void {
  useTimeline.setState({ from, span: to - from, follows, isOwnSpan: true });
}
