/**
 * A lab as an embed runs it: on the frame's own thread, in short slices, and kept nowhere. So it works
 * where workers and storage are refused, as in sandboxed frames of an opaque origin.
 */
import type { Command, SimulationDefinition } from '../../engine/definition.ts';
import type { CodeLanguage } from '../../engine/functionCode.ts';
import { openSimulation, type Simulation } from '../../engine/index.ts';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { keyNames } from '../../engine/item/key.ts';
import { collectFlights, flightsInMotion } from '../../projections/flights/flights.ts';
import { makeScene } from '../../projections/scene/makeScene.ts';
import type { Flight, LogLine, Scene } from '../../projections/scene/scene.ts';
import { logLines } from '../../projections/sentences/logLines.ts';
import { languagesOf } from '../../runtime/codeLanguages.ts';
import { History } from '../../runtime/history/history.ts';
import { LiveFlights } from '../../runtime/page/liveFlights.ts';
import { Playhead } from '../../runtime/page/playhead.ts';
import { createBreathe } from '../../runtime/session/breathe.ts';
import { type FramePictures, Frames } from '../../runtime/session/frames.ts';
import { runInSlices } from '../../runtime/session/slices.ts';

const pictures: FramePictures = {
  makeScene: ({ world }, _playhead, pace) => makeScene(world, pace),
  collectFlights,
  flightsInMotion,
  logLines,
};

/** Real time that a frame spends on running, milliseconds, and events between two looks at the clock. */
const FRAME_MS = 8;
const SLICE_EVENTS = 1_000;
/** While nothing is compiled yet, a few events take as long as thousands later. */
const COLD_SLICE_EVENTS = 50;

export interface EmbedLabListener {
  /** A new scene, or the playhead stands elsewhere. */
  changed(): void;
  happened(lines: readonly LogLine[], skipped: number): void;
  failed(error: string): void;
}

/** @throws Error with a sentence where it cannot. */
export type CodeHosting = (
  simulation: Simulation,
  languages: ReadonlySet<CodeLanguage>,
) => Promise<void>;

export class EmbedLab {
  scene: Scene | null = null;
  definition: SimulationDefinition | null = null;
  private history: History | null = null;
  private frames: Frames | null = null;
  private readonly playhead = new Playhead();
  private readonly live = new LiveFlights();
  private readonly breathe = createBreathe();
  /** Raised by each wish to be elsewhere, so that a slower earlier one ends. */
  private wish = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private moving = 0;
  private readonly listener: EmbedLabListener;
  private readonly host: CodeHosting;

  /** @param host lets a simulation run code in these languages; called for none, too. */
  constructor(listener: EmbedLabListener, host: CodeHosting) {
    this.listener = listener;
    this.host = host;
  }

  /** Microseconds. */
  get at(): number {
    return this.playhead.at;
  }

  get furthest(): number {
    return this.history?.furthest ?? 0;
  }

  get isPlaying(): boolean {
    return this.playhead.playing;
  }

  get speed(): number {
    return this.playhead.speed;
  }

  set speed(speed: number) {
    this.playhead.speed = speed;
    this.listener.changed();
  }

  get flights(): readonly Flight[] {
    return this.live.all;
  }

  /** @throws Error where the engine does not take the definition, or its code cannot be run. */
  open(definition: SimulationDefinition, atMs: number): Promise<void> {
    return this.inTurn(async (isOvertaken) => {
      await this.breathe();
      const simulation = await openSimulation(definition);
      await this.host(simulation, languagesOf(definition));
      await this.breathe();
      const history = new History(simulation);
      await this.breathe();
      if (isOvertaken()) return;
      this.definition = definition;
      this.history = history;
      this.frames = new Frames(history, pictures, () => performance.now());
      await this.goTo(atMs * 1_000, isOvertaken);
    });
  }

  play(): void {
    this.playhead.play();
    this.listener.changed();
  }

  pause(): void {
    this.playhead.pause();
    this.take(true);
  }

  /** @param to microseconds. */
  seek(to: number): Promise<void> {
    return this.inTurn((isOvertaken) => this.goTo(to, isOvertaken));
  }

  /** To the next instant at which something happens. */
  step(): Promise<void> {
    return this.inTurn(async () => {
      this.playhead.pause();
      this.history!.step();
      this.take(true);
    });
  }

  /** @throws Error with AWS's name and message. */
  command(command: Command): Promise<void> {
    return this.inTurn(async () => {
      await this.host(this.history!.simulation, languagesOf(null, [command]));
      this.history!.give(command);
      this.take(true);
    });
  }

  /** The key of the item that was written last and is still there; null where there is none. */
  latestKey(): AttributeMap | null {
    const { changes, definition, images, outcomes, versions } = this.history!.simulation.world;
    for (let change = changes.at.length - 1; change >= 0; change--) {
      const version = outcomes.currentVersion.get(changes.item.get(change)) - 1;
      const image = version < 0 ? -1 : versions.image.get(version);
      if (image < 0) continue;
      const item = images.read(image);
      const names = keyNames(definition.tables[changes.table.get(change)]!);
      return Object.fromEntries(names.map((name) => [name, item[name]!]));
    }
    return null;
  }

  /** Moves the playhead to a frame's own time. @returns whether time is passing. */
  tick(nowMs: number): boolean {
    const { history, playhead } = this;
    if (history === null || this.moving > 0) return playhead.playing;
    playhead.tick(nowMs);
    if (!playhead.playing) return false;
    try {
      const endMs = performance.now() + FRAME_MS;
      while (!history.advance(playhead.wanted, SLICE_EVENTS) && performance.now() < endMs);
      playhead.reached(history.now);
      this.take(false);
    } catch (error) {
      this.stop(error);
    }
    return playhead.playing;
  }

  private async goTo(to: number, isOvertaken: () => boolean): Promise<void> {
    const { history, frames, breathe } = this;
    history!.jump(to);
    await runInSlices(
      history!,
      to,
      { clock: () => performance.now(), breathe, events: COLD_SLICE_EVENTS },
      { isOvertaken, tell: () => {} },
    );
    await breathe();
    frames!.forget();
    this.take(true);
    await breathe();
    if (this.playhead.playing) this.playhead.play();
  }

  /** One after the other; a newer wish ends the one before it. */
  private inTurn(act: (isOvertaken: () => boolean) => Promise<void>): Promise<void> {
    const wish = ++this.wish;
    this.moving++;
    const done = this.queue
      .then(() => act(() => wish !== this.wish))
      .finally(() => {
        this.moving--;
        this.listener.changed();
      });
    this.queue = done.catch(() => {});
    return done;
  }

  /** Takes what is new from the simulation. */
  private take(asked: boolean): void {
    const { frames, playhead } = this;
    if (frames === null) return;
    const frame = frames.make(asked);
    if (frame.jumped || !playhead.playing || this.moving > 0) playhead.place(frame.now);
    this.live.add(frame.flights, frame.jumped, playhead.at);
    if (frame.scene !== null) this.scene = frame.scene;
    if (frame.log.length > 0) this.listener.happened(frame.log, frame.skippedLines);
    this.listener.changed();
  }

  private stop(error: unknown): void {
    this.playhead.pause();
    this.listener.failed((error as Error).message);
  }
}
