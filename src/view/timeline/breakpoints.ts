/** Where a person wants time to stop, and whether it slows down to show what happens. Remembered per lab. */
import { create } from 'zustand';
import type { Watch } from '../../projections/timeline/watch.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { say } from '../notices/toasts.ts';
import { clockLine } from '../parts/clockText.ts';
import { remember, remembered } from '../remembered.ts';
import { stopWords as words } from '../words/stops.ts';

export interface OwnBreakpoint {
  id: number;
  watch: Watch;
  on: boolean;
}

interface Stops {
  breakpoints: OwnBreakpoint[];
  slowDown: boolean;
}

const MOST = 50;

export const useStops = create<Stops>(() => ({
  breakpoints: [],
  slowDown: remembered('slowDown') === 'on',
}));

export function addBreakpoint(watch: Watch): void {
  const { breakpoints } = useStops.getState();
  const known = breakpoints.find((one) => JSON.stringify(one.watch) === JSON.stringify(watch));
  if (known !== undefined) {
    change(known.id, { on: true });
    return;
  }
  const id = Math.max(0, ...breakpoints.map((one) => one.id)) + 1;
  set([...breakpoints, { id, watch, on: true }].slice(-MOST));
}

export function removeBreakpoint(id: number): void {
  set(useStops.getState().breakpoints.filter((one) => one.id !== id));
}

export function change(id: number, how: Partial<OwnBreakpoint>): void {
  const { breakpoints } = useStops.getState();
  set(breakpoints.map((one) => (one.id === id ? { ...one, ...how } : one)));
}

export function setSlowDown(slowDown: boolean): void {
  useStops.setState({ slowDown });
  remember('slowDown', slowDown ? 'on' : 'off');
  tell();
}

/** Goes to the next or the previous of something, and says so where there is none. */
export async function goTo(what: Watch | { kind: 'event' }, direction: 1 | -1): Promise<void> {
  const found = await labActions.find(what, direction);
  if (found === null && useLab.getState().storage.kind !== 'follower') {
    say({ text: direction < 0 ? words.noneBefore(what) : words.noneAfter(what) });
  }
}

function set(breakpoints: OwnBreakpoint[]): void {
  useStops.setState({ breakpoints });
  remember(`stops.${useLab.getState().labId}`, JSON.stringify(breakpoints));
  tell();
}

function tell(): void {
  const { breakpoints, slowDown } = useStops.getState();
  if (!useLab.getState().ready) return;
  labActions.watch(
    breakpoints.filter(({ on }) => on).map(({ id, watch }) => ({ id, watch })),
    slowDown,
  );
}

/** What was remembered of a lab, if it can still be read. */
function rememberedFor(labId: string): OwnBreakpoint[] {
  try {
    const read: unknown = JSON.parse(remembered(`stops.${labId}`) ?? '[]');
    if (!Array.isArray(read)) return [];
    return read.filter(
      ({ id, watch, on }) =>
        Number.isInteger(id) && typeof on === 'boolean' && words.canTell(watch),
    );
  } catch {
    return [];
  }
}

/** Brings the breakpoints of the lab that is open. */
function bring(): void {
  useStops.setState({ breakpoints: rememberedFor(useLab.getState().labId) });
  tell();
}

/**
 * Brings a lab's breakpoints when it opens, or at once if it is open already, and says why time has
 * stopped. @returns ends it.
 */
export function followStops(): () => void {
  if (useLab.getState().ready) bring();
  return useLab.subscribe((lab, before) => {
    if (lab.ready && (!before.ready || lab.labId !== before.labId)) bring();
    if (lab.stopped !== null && lab.stopped !== before.stopped) {
      const { breakpoint, at, lane } = lab.stopped;
      const own = useStops.getState().breakpoints.find(({ id }) => id === breakpoint);
      if (own !== undefined) {
        say({ text: words.stopped(clockLine(lab.startAtMs, at), own.watch, lane) });
      }
    }
  });
}
