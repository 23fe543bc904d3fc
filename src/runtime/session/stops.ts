/** Where time stops by itself: at breakpoints, where something happens, and at what a person looks for. */
import type { Hit } from '../../projections/timeline/watch.ts';
import type { History } from '../history/history.ts';
import type { Breakpoint, Found, Request, Response } from '../messages.ts';
import type { Pictures } from './pictures.ts';

/** How far ahead something is looked for, microseconds. */
const FURTHEST_LOOK_US = 48 * 3_600e6;
/** After something has happened, time goes on for so long before the next is worth slowing down for. */
const CALM_US = 2e6;

export class Stops {
  private breakpoints: readonly Breakpoint[] = [];
  private slowDown = false;
  private slowedAt = Number.NEGATIVE_INFINITY;
  private readonly pictures: Pictures;
  private readonly post: (response: Response) => void;

  constructor({ pictures, post }: { pictures: Pictures; post(response: Response): void }) {
    this.pictures = pictures;
    this.post = post;
  }

  set(breakpoints: readonly Breakpoint[], slowDown: boolean): void {
    this.breakpoints = breakpoints;
    this.slowDown = slowDown;
  }

  /**
   * Where the run since `from` has passed something to stop at, goes back to the first such instant
   * and tells of it. @param shown the furthest instant shown before the run.
   */
  stop(history: History, from: number, shown: number): boolean {
    const { world } = history.simulation;
    let first: { hit: Hit; id: number } | null = null;
    for (const { id, watch } of this.breakpoints) {
      const hit = this.pictures.nextHit(world, watch, from, first?.hit.at ?? history.now);
      if (hit !== null && (first === null || hit.at < first.hit.at)) first = { hit, id };
    }
    if (this.stopToSee(history, from, shown, first?.hit.at ?? history.now + 1)) return true;
    if (first === null) return false;
    history.retreat(first.hit.at, shown);
    const { at, lane } = first.hit;
    this.post({ re: -1, do: 'stopped', breakpoint: first.id, at, lane });
    return true;
  }

  private stopToSee(history: History, from: number, shown: number, before: number): boolean {
    if (!this.slowDown) return false;
    if (this.slowedAt > from) this.slowedAt = Number.NEGATIVE_INFINITY;
    const after = Math.max(from, this.slowedAt + CALM_US);
    const { world } = history.simulation;
    const hit = this.pictures.nextHit(world, { kind: 'notable' }, after, before - 1);
    if (hit === null) return false;
    this.slowedAt = hit.at;
    history.retreat(hit.at, shown);
    this.post({ re: -1, do: 'eventful', at: hit.at });
    return true;
  }
}

type FindRequest = Extract<Request, { do: 'find' }>;
/** Runs ahead to an instant; `looks` says after each slice whether to stop. */
type Run = (to: number, looks: () => boolean) => Promise<boolean>;

/** Goes to the next or the previous of something; where there is none, stays. */
export async function find(
  history: History,
  pictures: Pictures,
  { what, direction }: FindRequest,
  run: Run,
): Promise<Found> {
  const { world } = history.simulation;
  const from = history.now;
  const goTo = async (at: number): Promise<Found> => {
    history.jump(at);
    await run(at, () => false);
    return { at: history.now };
  };
  if (what.kind === 'event') {
    if (direction > 0) {
      history.step();
      return history.now > from ? { at: history.now } : null;
    }
    const before = pictures.previousEvent(world, from);
    return before === null ? null : goTo(before);
  }
  if (direction < 0) {
    const before = pictures.previousHit(world, what, from);
    return before === null ? null : goTo(before.at);
  }
  const known = pictures.nextHit(world, what, from, history.furthest);
  if (known !== null) return goTo(known.at);
  return findAhead(history, pictures, what, run);
}

async function findAhead(
  history: History,
  pictures: Pictures,
  what: Exclude<FindRequest['what'], { kind: 'event' }>,
  run: Run,
): Promise<Found> {
  const { now: from, furthest: shown } = history;
  let found: Found = null;
  const reached = await run(from + FURTHEST_LOOK_US, () => {
    const hit = pictures.nextHit(history.simulation.world, what, from, history.now);
    if (hit === null) return false;
    history.retreat(hit.at, shown);
    found = { at: hit.at };
    return true;
  });
  if (found === null && reached) {
    history.jump(from);
    await run(from, () => false);
  }
  return found;
}
