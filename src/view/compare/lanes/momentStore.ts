/** Moments of the lanes: shown, pinned, and gone through write by write. */
import { chooseChange, goTo, type Pin, pin, setPlaying, useLanes } from './laneStore.ts';

const get = useLanes.getState;
const set = useLanes.setState;

export const setNote = (note: string): void => set({ note });

/** Keeps the moment that is shown, with what was said of it. */
export function pinMoment(): void {
  const { at, chosen: change, note } = get();
  pin({ at: Math.round(at), change, note });
}

export const unpin = (pinned: Pin): void =>
  set({ pins: get().pins.filter((each) => each !== pinned) });

/** Stands still at a moment, with its change in view. */
export function showMoment({ at, change, note }: Pin): void {
  setPlaying(false);
  set({ note });
  goTo(at);
  void chooseChange(change);
}

/** The next or the last write that is drawn, in every lane. */
export function stepChange(step: 1 | -1): void {
  const { frame, chosen } = get();
  const marks = frame?.lanes[0]?.marks ?? [];
  const place = marks.findIndex(({ change }) => change === chosen);
  const next = place < 0 ? marks.at(step > 0 ? 0 : -1) : marks[place + step];
  if (next) void chooseChange(next.change);
}
