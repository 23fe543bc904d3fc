/** Asks the session for the stretch that is shown, one question at a time, and keeps the last answer. */
import { Axis, leastFolded, type Span } from '../../projections/timeline/axis.ts';
import type { TimelineAnswer, TimelineQuery } from '../../projections/timeline/timelineAnswer.ts';
import { labActions } from '../../runtime/page/useLab.ts';
import { beginPending, requestFrame } from '../frameLoop.ts';

const ASK_EVERY_MS = 120;
/** A fold of which less is seen than this part of the least that is folded is not worth its band. */
const LEAST_SEEN = 0.8;
/** Asked beyond both edges, so that a moving view has something to show before the next answer. */
const MARGIN = 0.25;

/** How a stretch is to be told, whichever it is. */
type How = Pick<
  TimelineQuery,
  'fold' | 'unfolded' | 'eachPast' | 'readersOf' | 'present' | 'metrics'
>;

export class TimelineFeed {
  answer: TimelineAnswer | null = null;
  private asking = false;
  private askedAtMs = Number.NEGATIVE_INFINITY;
  private wanted = '';
  private readonly listeners = new Set<() => void>();

  onAnswer(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Sees to it that the answer fits what is shown.
   * @param key what the answer depends on besides the stretch.
   * @returns whether the question has still to be asked.
   */
  want(shown: Span, width: number, how: How & { key: string }, nowMs: number): boolean {
    if (width <= 0) return false;
    const wanted = `${shown.from} ${shown.to} ${width} ${how.fold} ${how.unfolded} ${how.eachPast} ${how.readersOf} ${how.metrics} ${how.key}`;
    if (wanted === this.wanted) return false;
    if (this.asking || nowMs - this.askedAtMs < ASK_EVERY_MS) return true;
    this.wanted = wanted;
    this.askedAtMs = nowMs;
    void this.ask(shown, width, how);
    return false;
  }

  /** The lab is another one: nothing is known. */
  forget(): void {
    this.answer = null;
    this.wanted = '';
  }

  private async ask(shown: Span, width: number, how: How): Promise<void> {
    this.asking = true;
    const ended = beginPending();
    const { fold, unfolded, eachPast, readersOf, present, metrics } = how;
    const margin = fold ? 0 : MARGIN;
    const span = shown.to - shown.from;
    const answer = await labActions.timeline({
      from: shown.from - margin * span,
      to: shown.to + margin * span,
      width: Math.ceil(width * (1 + 2 * margin)),
      ...{ fold, unfolded, eachPast, readersOf, present, metrics },
    });
    this.asking = false;
    ended();
    if (answer === null) return;
    this.answer = answer;
    for (const listener of this.listeners) listener();
    requestFrame();
  }
}

/** The axis on which an answer is drawn while a stretch is shown. */
export function axisFor(answer: TimelineAnswer | null, shown: Span, width: number): Axis {
  const least = (shown.to - shown.from) * leastFolded(width) * LEAST_SEEN;
  const gaps = (answer?.gaps ?? []).flatMap(({ from, to }) => {
    const within = { from: Math.max(from, shown.from), to: Math.min(to, shown.to) };
    return within.to - within.from > least ? [within] : [];
  });
  return new Axis(shown, width, gaps);
}

export const feed = new TimelineFeed();
