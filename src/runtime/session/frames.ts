/** Makes the frames that a session posts: what is new since the last one, thinned to what can be drawn. */
import { instant } from '../../engine/kernel/time.ts';
import { countedFlights } from '../../projections/flights/counted.ts';
import type { Flight, LogLine, Scene } from '../../projections/scene/scene.ts';
import type { History } from '../history/history.ts';
import type { Frame } from '../messages.ts';
import type { Pictures } from './pictures.ts';

const SCENE_EVERY_MS = 100;
const MOST_LINES = 200;
/** They fill the log of any screen: older ones can be asked for as somebody scrolls back, or looks for something. */
export const LINES_OF_JUMP = 80;
/** Beyond so many new entries what has arrived already is worth no flight: it would be seen for no time. */
const MOST_ENTRIES_SEEN = 800;
/** Beyond so many, they are not even read for it. */
const MOST_ENTRIES_FOLLOWED = 8_000;
const ENTRIES_A_LOOK = 200;
/** Entries looked at for the newest log lines. */
const ENTRIES_FOR_LINES = 1_000;

/** What frames are made of. */
export type FramePictures = Pick<
  Pictures,
  'makeScene' | 'collectFlights' | 'flightsInMotion' | 'logLines'
>;

export class Frames {
  /** Journal entries below this have been told. */
  private told = 0;
  /** Those below this have been told as lines of the log. */
  private read = 0;
  private sceneMadeAtMs = Number.NEGATIVE_INFINITY;
  private sceneAt = -1;
  private sceneEntries = -1;
  private jumped = true;

  private readonly history: History;
  private readonly pictures: FramePictures;
  private readonly clock: () => number;
  private readonly linesOfJump: number;

  /**
   * @param clock real milliseconds, monotonic.
   * @param linesOfJump so many of the last lines of the log come with a jump: who asks for no others needs all.
   */
  constructor(
    history: History,
    pictures: FramePictures,
    clock: () => number,
    linesOfJump = MOST_LINES,
  ) {
    this.history = history;
    this.pictures = pictures;
    this.clock = clock;
    this.linesOfJump = linesOfJump;
  }

  /** Whether the last scene shows the present. */
  get isFresh(): boolean {
    const { world, now } = this.history.simulation;
    return this.sceneAt === now && this.sceneEntries === world.journal.length;
  }

  /** The next frame must make the page forget what it was told. */
  forget(): void {
    this.jumped = true;
  }

  /** @param asked include a scene whatever the time since the last one. */
  make(asked: boolean): Frame {
    const { history, pictures, jumped } = this;
    const { simulation } = history;
    const { world, now } = simulation;
    const end = world.journal.length;
    const from = jumped ? end : Math.min(this.told, end);
    const tooMany = end - from > MOST_ENTRIES_FOLLOWED;
    const flights =
      jumped || tooMany
        ? pictures.flightsInMotion(world, now)
        : worthSeeing(pictures.collectFlights(world, from, end), end - from, now);
    const scene = this.scene(asked);
    const lines = this.lines(end, scene !== null);
    const frame = {
      now,
      furthest: history.furthest,
      flights: countedFlights(flights),
      jumped,
      scene,
      log: lines.log,
      skippedLines: lines.skipped,
    };
    this.told = end;
    this.jumped = false;
    return frame;
  }

  /** Log lines before an entry, newest last. */
  olderLines(before: number, count: number): LogLine[] {
    const { world } = this.history.simulation;
    return this.lastLines(0, Math.min(before, world.journal.length), count);
  }

  /** The first log lines between two instants that are not after the present. */
  linesBetween(from: number, to: number, count: number): { lines: LogLine[]; more: boolean } {
    const { world } = this.history.simulation;
    const first = world.journal.firstAtOrAfter(instant(Math.max(0, from)));
    const end = world.journal.firstAtOrAfter(instant(Math.max(0, to)));
    const lines: LogLine[] = [];
    let entry = first;
    for (; entry < end && lines.length < count; entry += ENTRIES_A_LOOK) {
      const until = Math.min(end, entry + ENTRIES_A_LOOK);
      lines.push(...this.pictures.logLines(world, entry, until));
    }
    return { lines: lines.slice(0, count), more: entry < end || lines.length > count };
  }

  /** Where there are many, they come as often as scenes do: nobody reads faster. */
  private lines(end: number, withScene: boolean): { log: LogLine[]; skipped: number } {
    const from = this.jumped ? Math.max(0, end - ENTRIES_FOR_LINES) : Math.min(this.read, end);
    if (!withScene && !this.jumped && end - from > MOST_LINES) return { log: [], skipped: 0 };
    this.read = end;
    return this.newestLines(from, end);
  }

  private newestLines(from: number, end: number): { log: LogLine[]; skipped: number } {
    if (this.jumped) return { log: this.lastLines(from, end, this.linesOfJump), skipped: 0 };
    const start = Math.max(from, end - MOST_ENTRIES_FOLLOWED);
    const lines = this.pictures.logLines(this.history.simulation.world, start, end);
    const log = lines.slice(-MOST_LINES);
    // Entries that were not even read count as lines: at so many, nobody can follow them anyway.
    return { log, skipped: lines.length - log.length + (start - from) };
  }

  /** The last lines between two entries; no more entries are read than it takes. */
  private lastLines(first: number, end: number, count: number): LogLine[] {
    const { world } = this.history.simulation;
    let lines: LogLine[] = [];
    for (let from = end; from > first && lines.length < count; ) {
      const to = from;
      from = Math.max(first, from - ENTRIES_A_LOOK);
      lines = [...this.pictures.logLines(world, from, to), ...lines];
    }
    return lines.slice(-count);
  }

  /** Virtual seconds per real second since the last scene; 0 where there is nothing to compare. */
  private pace(nowMs: number): number {
    const virtualMs = (this.history.simulation.now - this.sceneAt) / 1_000;
    const realMs = nowMs - this.sceneMadeAtMs;
    return this.sceneAt < 0 || realMs <= 0 ? 0 : Math.max(0, virtualMs / realMs);
  }

  private scene(asked: boolean): Scene | null {
    const nowMs = this.clock();
    if (!asked && nowMs - this.sceneMadeAtMs < SCENE_EVERY_MS) return null;
    const { simulation } = this.history;
    const scene = this.pictures.makeScene(simulation, simulation.now, this.pace(nowMs));
    this.sceneMadeAtMs = nowMs;
    this.sceneAt = simulation.now;
    this.sceneEntries = simulation.world.journal.length;
    return scene;
  }
}

function worthSeeing(flights: readonly Flight[], entries: number, now: number): readonly Flight[] {
  return entries > MOST_ENTRIES_SEEN ? flights.filter(({ arriveAt }) => arriveAt >= now) : flights;
}
