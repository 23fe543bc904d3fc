/** The lanes as the page holds them: which, in what weather, at what instant; and the last frame. */
import { create } from 'zustand';
import {
  changedLane,
  type Lane,
  MOST_LANES,
  nextOfKind,
  offeredLanes,
  parseLane,
} from '../../../lab/lanes/lane.ts';
import { CALM, type LaneWeather } from '../../../lab/lanes/laneDefinition.ts';
import type { CommandLog } from '../../../projections/commandLog.ts';
import type { LaneOutcome } from '../../../projections/lanes/lanePicture.ts';
import { listText } from '../../../projections/spanText.ts';
import type { WhyAnswer } from '../../../projections/why/whyAnswer.ts';
import { LaneHost } from '../../../runtime/lanes/laneHost.ts';
import type { LaneFrame, PriceChoice } from '../../../runtime/lanes/laneMessages.ts';
import { labActions, useLab } from '../../../runtime/page/useLab.ts';
import { beginPending, onFrame, requestFrame } from '../../frameLoop.ts';
import { laneWords as words } from '../../words/lanes.ts';
import { askCommandLog } from './askCommandLog.ts';
import type { LaneLink } from './laneLink.ts';

/** A moment worth coming back to. */
export interface Pin {
  /** µs. */
  at: number;
  change: number | null;
  note: string;
}

export interface LaneState {
  log: CommandLog | null;
  table: string;
  lanes: string[];
  /** One for each lane; it stays the same while the lane's settings change. */
  keys: number[];
  shared: boolean;
  weather: LaneWeather;
  windowUs: number;
  /** The lanes' playhead, µs. */
  at: number;
  furthest: number;
  playing: boolean;
  speed: number;
  frame: LaneFrame | null;
  /** 0 to 1 while a long way is gone. */
  progress: number | null;
  error: string | null;
  /** The change that is looked at, and what became of it in each lane. */
  chosen: number | null;
  outcomes: LaneOutcome[];
  /** Why it stands so in one lane; the answers are null while they are looked for. */
  why: { lane: string; answers: readonly WhyAnswer[] | null } | null;
  pins: Pin[];
  /** What is to be seen at the moment that is shown; a link's, or what is being typed. */
  note: string;
  prices: PriceChoice;
}

const MINUTE = 60e6;
const FIRST_LANES = [
  'stream',
  'pipe',
  'kinesis',
  'scan@30s',
  'scan@1m~keys',
  'incrementalExport@15m',
];
/** Late enough for the first scans to have looked. */
const FIRST_AT = 95e6;

export const useLanes = create<LaneState>(() => ({
  log: null,
  table: '',
  lanes: FIRST_LANES,
  keys: FIRST_LANES.map((_, key) => key),
  shared: false,
  weather: CALM,
  windowUs: MINUTE,
  at: 0,
  furthest: 0,
  playing: false,
  speed: 5,
  frame: null,
  progress: null,
  error: null,
  chosen: null,
  outcomes: [],
  why: null,
  pins: [],
  note: '',
  prices: { region: 'us-east-1', edited: {} },
}));

let lastKey = FIRST_LANES.length;
const newKey = (): number => lastKey++;

let host: LaneHost | null = null;
let endTicks: (() => void) | null = null;
let going = 0;

const get = useLanes.getState;
const set = useLanes.setState;

/** Sets the lanes up beside the lab as it stands. Ends with {@link stopLanes}. */
export async function startLanes(link: LaneLink | null): Promise<void> {
  host = new LaneHost({
    frame: (frame) => {
      set({ frame, furthest: Math.max(get().furthest, frame.now) });
      requestFrame();
    },
    progress: (progress) => set({ progress }),
    failed: (error) => set({ error: words.failed(error), playing: false }),
  });
  const own = host;
  endTicks = onFrame('clock', tick);
  if (link) takeLink(link); // what somebody wanted to be seen is read while the lab is still being opened
  set({ error: null, frame: null, log: null });
  const ended = beginPending();
  const log = await askCommandLog(useLab, labActions).finally(ended);
  if (own !== host) return;
  if (typeof log === 'string') return set({ error: words.failed(log) });
  const table = log.definition.tables.find(({ stream }) => stream) ?? log.definition.tables[0];
  const at = link?.at ?? Math.max(log.now, FIRST_AT);
  set({ log, table: table?.id ?? '', at, furthest: at });
  if (!table) return set({ error: words.noTable });
  leaveOutUnknown(log, table.id, link?.unknown ?? []);
  await reopen();
}

function takeLink({ lanes, shared, weather, at, change, note }: LaneLink): void {
  set({ lanes, keys: lanes.map(newKey), shared, weather, chosen: change });
  if (note !== '') pin({ at, change, note });
}

/** Lanes of another lab's own watchers: from a link, or from the lab that was open before. */
function leaveOutUnknown(log: CommandLog, table: string, others: readonly string[]): void {
  const { lanes, keys } = get();
  const offered = offeredLanes(log.definition, table).map(({ own }) => own);
  const isKnown = lanes.map((word) => offered.includes(parseLane(word)?.own ?? ''));
  if (isKnown.every(Boolean) && others.length === 0) return;
  const own = lanes.filter((_, i) => !isKnown[i]).map((word) => parseLane(word)?.own ?? word);
  const unknown = [...own, ...others];
  set({
    lanes: lanes.filter((_, i) => isKnown[i]),
    keys: keys.filter((_, i) => isKnown[i]),
    error: words.leftOut(listText(unknown)),
  });
}

export function stopLanes(): void {
  endTicks?.();
  host?.close();
  host = null;
  set({ playing: false, progress: null });
}

/** The lanes anew, at the present instant: others, or in other weather. */
async function reopen(): Promise<void> {
  const { log, table, lanes, shared, weather, prices, at, windowUs } = get();
  if (!log || !host) return;
  const setup = { log, table, lanes, shared, weather, prices };
  await ask({ do: 'open', setup, at, windowUs });
  const { chosen } = get();
  if (chosen !== null) await chooseChange(chosen);
}

async function ask(request: Parameters<LaneHost['ask']>[0]): Promise<void> {
  if (!host) return;
  const ended = beginPending();
  going++;
  await host.ask(request);
  going--;
  ended();
  if (going === 0) set({ progress: null });
}

function tick(_: number, elapsedMs: number): boolean {
  const { playing, at, speed, windowUs } = get();
  if (!playing) return false;
  const next = at + elapsedMs * 1_000 * speed;
  set({ at: next });
  if (going === 0) void ask({ do: 'goTo', at: Math.round(next), windowUs });
  return true;
}

export function goTo(at: number): void {
  const to = Math.max(0, Math.round(at));
  set({ at: to });
  void ask({ do: 'goTo', at: to, windowUs: get().windowUs }).then(() => {
    const { chosen } = get();
    if (chosen !== null) void chooseChange(chosen);
  });
}

export function setPlaying(playing: boolean): void {
  const { frame } = get();
  set({ playing, ...(!playing && frame && { at: frame.now }) });
  requestFrame();
}

/** Stops a long way where it is. */
export function stopGoing(): void {
  void ask({ do: 'stop' });
}

export const setSpeed = (speed: number): void => set({ speed });

export function setWindow(windowUs: number): void {
  set({ windowUs });
  goTo(get().at);
}

export function setShared(shared: boolean): void {
  set({ shared });
  void reopen();
}

export function setWeather(weather: Partial<LaneWeather>): void {
  set({ weather: { ...get().weather, ...weather } });
  void reopen();
}

/** A lane more; the same one again is numbered. */
export function addLane(word: string): void {
  const { lanes, keys } = get();
  const wanted = parseLane(word);
  const added = wanted && nextOfKind(wanted, lanes).word;
  if (added === undefined || lanes.includes(added) || lanes.length >= MOST_LANES) return;
  set({ lanes: [...lanes, added], keys: [...keys, newKey()] });
  void reopen();
}

export function removeLane(word: string): void {
  const { lanes, keys } = get();
  const place = lanes.indexOf(word);
  set({ lanes: lanes.filter((_, i) => i !== place), keys: keys.filter((_, i) => i !== place) });
  void reopen();
}

/** Another way in a lane's place, or the same with other settings. */
export function swapLane(word: string, other: Lane): void {
  const { lanes } = get();
  const rest = lanes.filter((each) => each !== word);
  const changed = nextOfKind(changedLane(other, { ordinal: 1 }), rest).word;
  set({ lanes: lanes.map((each) => (each === word ? changed : each)) });
  void reopen();
}

export async function chooseChange(change: number | null): Promise<void> {
  set({ chosen: change, why: null });
  if (change === null || !host) {
    set({ outcomes: [] });
    return;
  }
  const ended = beginPending();
  const response = await host.ask({ do: 'outcomes', change });
  ended();
  if (response.do === 'outcomes') set({ outcomes: response.outcomes });
}

/** Asks why the chosen change stands in a lane as it does. */
export async function askWhyInLane(lane: string): Promise<void> {
  const { chosen } = get();
  if (chosen === null || !host) return;
  const asked = { lane, answers: null };
  set({ why: asked });
  const ended = beginPending();
  const response = await host.ask({ do: 'why', lane, change: chosen });
  ended();
  if (get().why === asked && response.do === 'why') {
    set({ why: { lane, answers: response.answers } });
  }
}

/** Keeps a moment, once. */
export function pin(pinned: Pin): void {
  const others = get().pins.filter(({ at, note }) => at !== pinned.at || note !== pinned.note);
  set({ pins: [...others, pinned], note: '' });
}

export function setPrices(prices: PriceChoice): void {
  set({ prices });
  void ask({ do: 'prices', prices, windowUs: get().windowUs });
}
