/** The page's one lab: its store, what can be done with it, and what the frame loop reads. */
import { create } from 'zustand';
import type { PlacedCard } from '../../lab/layout.ts';
import type { BranchComparison } from '../history/branchComparison.ts';
import type { LabRead, LabWish } from '../labSource.ts';
import { sentenceOf } from '../session/voice.ts';
import type { ShelfValue, ShelfWish } from '../storage/shelf.ts';
import { words } from '../words.ts';
import { readAddress } from './address.ts';
import { Host, type HostLike, type HostListener } from './host.ts';
import { LabController } from './labController.ts';
import type { LabActions, LabState, LiveStage } from './labStore.ts';

/** Before a lab is open. */
export const initialState: LabState = {
  labId: '',
  title: '',
  seed: 0,
  startAtMs: 0,
  definition: null,
  layout: null,
  ready: false,
  playing: false,
  speed: 0.1,
  now: 0,
  furthest: 0,
  scene: null,
  log: [],
  selection: null,
  inspection: null,
  storage: { kind: 'durable' },
  notices: [],
  tree: null,
  progress: null,
  stopped: null,
};

export const useLab = create<LabState>(() => initialState);

let askForFrame = (): void => {};
let beginPending = (): (() => void) => () => {};
let controller: LabController | null = null;
/** Before there is a picture, no time passes: nothing is to happen unseen. */
let hasPicture = false;

/** Lab files are read where they are run: what reads them need not be on the page. */
async function readLab(wish: LabWish): Promise<LabRead> {
  try {
    return await lab().value<LabRead>({ do: 'read', wish });
  } catch (error) {
    return { ok: false, error: sentenceOf(error) };
  }
}

function lab(): LabController {
  controller ??= new LabController(useLab, readLab, () => askForFrame(), awaitedHost);
  return controller;
}

/** The page is not still while the worker owes an answer. */
function awaitedHost(listener: HostListener): HostLike {
  const host = new Host(listener);
  const ask: HostLike['ask'] = (asked) => host.ask(asked).finally(beginPending());
  return { ask };
}

/**
 * Tells how to ask the page's frame loop for a frame, and how to say that something is under way. Call
 * once, before {@link startLab}.
 */
export function connectFrames(requestFrame: () => void, begin: () => () => void): void {
  askForFrame = requestFrame;
  beginPending = begin;
}

/**
 * To be called at every frame, before anything is painted, with the frame's own time (milliseconds,
 * monotonic). @returns whether the next frame is wanted too: time is passing.
 */
export function tick(realMs: number): boolean {
  return hasPicture && lab().tick(realMs);
}

/**
 * Opens what the page's address names (by default the orders lab), and plays it. A lesson is opened by
 * whoever shows it.
 */
export async function startLab(location: { search: string; hash: string }): Promise<void> {
  const wishes = readAddress(location.search, location.hash);
  const actions = lab();
  for (const complaint of wishes.complaints) actions.notify('warning', 'address', complaint);
  if (wishes.speed !== undefined) actions.setSpeed(wishes.speed);
  const { lesson, practice, written } = wishes;
  if (lesson !== undefined || practice !== undefined || written !== undefined) return;
  const options = wishes.seed === undefined ? {} : { seed: wishes.seed };
  const wish = wishes.link === undefined ? { id: wishes.lab } : { link: wishes.link };
  let opened = await actions.open(wish, options);
  if (!opened.ok && !('id' in wish && wish.id === 'orders'))
    opened = await actions.open({ id: 'orders' }, options);
  if (!opened.ok) return;
  if (wishes.at !== undefined && !wasReloaded()) await actions.seek(wishes.at);
  if (wishes.autoplay && useLab.getState().storage.kind !== 'follower') actions.play();
}

/** After a reload the lab goes on where it was, whatever instant the address began with. */
function wasReloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
}

async function keepLabs(wish: ShelfWish): Promise<ShelfValue> {
  const { labId, layout } = useLab.getState();
  const isOpen = 'labId' in wish && wish.labId === labId;
  const isWritten = wish.act === 'export' || wish.act === 'keep';
  const asked = isWritten && isOpen && layout ? { ...wish, layout } : wish;
  const value = await lab().value({ do: 'shelf', wish: asked });
  if (wish.act === 'rename' && isOpen) useLab.setState({ title: wish.title.trim() });
  return value as ShelfValue;
}

/** Cards stand where the tab that owns the lab has put them. Where nothing can be stored, a notice says so already. */
function arrange(layout: readonly PlacedCard[], settled = true): void {
  const { labId, storage } = useLab.getState();
  if (storage.kind === 'follower') {
    lab().notify('info', 'follower', words.followerCards);
    return;
  }
  useLab.setState({ layout });
  if (settled) keepLabs({ act: 'arrange', labId, layout }).catch(() => {});
}

/** What a person can do with the lab. */
export const labActions: LabActions = {
  open: (wish, options) => lab().open(wish, options),
  play: () => lab().play(),
  pause: () => lab().pause(),
  find: (what, direction) => lab().find(what, direction),
  watch: (breakpoints, slowDown) => lab().watch(breakpoints, slowDown),
  timeline: (query) => lab().questions.timeline(query),
  logBetween: (from, to, count) => lab().questions.logBetween(from, to, count),
  seek: (to) => lab().seek(to),
  setSpeed: (speed) => lab().setSpeed(speed),
  restart: (seed) => lab().restart(seed),
  command: (command) => lab().command(command),
  call: (service, operation, input) => lab().call(service, operation, input),
  tree: (wish) => lab().tree(wish),
  shelf: (wish) => keepLabs(wish),
  compareBranches: async (branch) =>
    (await lab().value({ do: 'compareBranches', branch })) as BranchComparison,
  arrange,
  select: (selection) => lab().select(selection),
  items: (table, contains) => lab().questions.items(table, contains),
  search: (target, text) => lab().questions.search(target, text),
  code: (fn) => lab().questions.code(fn),
  given: () => lab().questions.given(),
  linkCommands: () => lab().questions.linkCommands(),
  report: () => lab().questions.report(),
  measures: () => lab().questions.measures(),
  why: (about, most) => lab().questions.why(about, most),
  life: (change, most) => lab().questions.life(change, most),
  story: (count) => lab().questions.story(count),
  commandLog: () => lab().questions.commandLog(),
  takeOver: () =>
    void lab()
      .value({ do: 'takeOver' })
      .catch(() => {}),
  cancel: () => lab().cancel(),
  dismiss: (notice) => lab().dismiss(notice),
  olderLog: (before, count) => lab().questions.olderLog(before, count),
};

/** What the canvas reads at every frame. */
export const live: LiveStage = {
  playhead: () => lab().playhead(),
  flights: () => lab().flights(),
  begin: () => {
    if (hasPicture) return;
    hasPicture = true;
    lab().tick(performance.now()); // from now on: the next frame is one in which something has moved
    askForFrame();
  },
};
