/**
 * The worker's side of a lab: takes requests one by one and answers each. Long runs go in short
 * slices, between which newer requests are looked at, so that a run can be overtaken at any time.
 *
 * The simulation stands exactly at the instant last asked for. Nothing runs ahead of what is shown, so
 * a command enters where the person who gave it saw the world.
 */
import type { SimulationDefinition } from '../engine/definition.ts';
import type { Simulation } from '../engine/index.ts';
import { answerTo } from './answers.ts';
import { carryOut, isWish, type Wish } from './carryOut.ts';
import { Frames } from './frames.ts';
import type { History } from './history.ts';
import { type FoundLab, Keeper, type KeeperSurroundings } from './keeper.ts';
import type { LabOpened, ReplyBody, Request } from './messages.ts';
import type { OwnerNews } from './ownership.ts';
import type { Pictures } from './pictures.ts';
import { resumeHistory } from './resumeHistory.ts';
import { runInSlices } from './slices.ts';
import type { GivenCommand } from './storage.ts';
import { words } from './words.ts';

const MOST_COMMANDS_AT_ONCE = 200;
const FRAME_AFTER_COMMANDS_MS = 10;
/** Only the newest of several in a row counts. */
const OVERTAKING: ReadonlySet<string> = new Set(['advance', 'seek', 'follow']);
const MOVING: ReadonlySet<string> = new Set(['advance', 'seek', 'step']);

export interface SessionSurroundings extends KeeperSurroundings {
  /** Makes a simulation at instant 0; may have to load services first. */
  openSimulation(definition: SimulationDefinition): Promise<Simulation>;
  pictures: Pictures;
  /** Resolves when messages that wait have been received. */
  breathe(): Promise<void>;
}

/** What the session asks of itself, in the same queue: a follower has news of the owner, or is it. */
type OwnRequest =
  | { id: -1; do: 'follow'; news: OwnerNews }
  | { id: -1; do: 'takeOver' | 'refresh' };

type RequestTo<D extends Request['do']> = Extract<Request, { do: D }>;

export class Session {
  private readonly keeper: Keeper;
  private waiting: (Request | OwnRequest)[] = [];
  private working = false;
  /** A run has taken more than one slice so far. */
  private running = false;
  private refreshTimer: ReturnType<typeof setTimeout> | null = null;
  private history: History | null = null;
  private frames: Frames | null = null;

  private readonly surroundings: SessionSurroundings;

  constructor(surroundings: SessionSurroundings) {
    this.surroundings = surroundings;
    this.keeper = new Keeper(surroundings, {
      ownerMoved: (news) => this.receive({ id: -1, do: 'follow', news }),
      tookOver: () => this.receive({ id: -1, do: 'takeOver' }),
      isRunning: () => this.running,
    });
  }

  /** Takes a request; its answer is posted. */
  receive(request: Request | OwnRequest): void {
    this.waiting.push(request);
    if (!this.working) void this.work();
  }

  private async work(): Promise<void> {
    this.working = true;
    for (let request = this.next(); request !== undefined; request = this.next()) {
      try {
        await this.handle(request);
      } catch (error) {
        this.stopped(request, error);
      }
    }
    this.working = false;
  }

  /** The next request, passing over those that a newer one makes pointless. */
  private next(): Request | OwnRequest | undefined {
    const opening = this.waiting.findLastIndex((request) => request.do === 'open');
    for (const passed of this.waiting.splice(0, Math.max(0, opening))) this.overtaken(passed.id);
    const request = this.waiting.shift();
    const newer = this.waiting[0];
    if (request === undefined || newer === undefined) return request;
    if (newer.do === request.do && OVERTAKING.has(newer.do)) {
      this.overtaken(request.id);
      return this.next();
    }
    return request;
  }

  private async handle(request: Request | OwnRequest): Promise<void> {
    if (request.do === 'open') return this.open(request);
    const { history, frames } = this;
    if (history === null || frames === null) {
      return this.reply(request.id, { ok: false, error: words.notOpen });
    }
    if (this.keeper.isFollower && MOVING.has(request.do)) {
      return this.reply(request.id, { ok: false, error: words.followerTime });
    }
    switch (request.do) {
      case 'follow':
        return this.follow(request.news, history, frames);
      case 'takeOver':
        return this.takeOver();
      case 'refresh':
        return frames.isFresh ? undefined : this.frame(-1, frames, true);
      case 'advance':
        return this.advance(request, history, frames);
      case 'seek':
        return this.seek(request, history, frames);
      case 'step':
        history.step();
        return this.frame(request.id, frames, true);
      case 'command':
      case 'call':
        return this.carryOut(request, history);
      case 'stop':
        return this.answer(request.id, null);
      default:
        return this.answer(
          request.id,
          answerTo(request, history.simulation, frames, this.surroundings.pictures),
        );
    }
  }

  private async open(request: RequestTo<'open'>): Promise<void> {
    this.history = null;
    const found = await this.keeper.open(request.labId, request.definition, request.fresh);
    if (!(await this.begin(found))) return this.overtaken(request.id);
    const { title, seed, startAtMs } = found.lab.definition;
    const opened: LabOpened = { title, seed, startAtMs, resumed: found.resumed };
    this.answer(request.id, opened);
    this.frame(-1, this.frames!, true);
  }

  /** Makes a lab's history up to its playhead. @returns false when something newer is to be opened. */
  private async begin(found: FoundLab): Promise<boolean> {
    const { engineVersion, openSimulation, pictures, clock } = this.surroundings;
    const { lab } = found;
    const history = await resumeHistory(found, openSimulation, engineVersion);
    const isOvertaken = () => this.waiting.some((newer) => newer.do === 'open');
    if (!(await this.run(history, lab.at, 'open', isOvertaken))) return false;
    history.furthest = Math.max(history.furthest, lab.furthest);
    this.history = history;
    this.frames = new Frames(history, pictures, clock);
    this.keeper.watch(history);
    if (lab.engineVersion !== engineVersion) this.say('info', 'engineChanged', words.engineChanged);
    if (history.refused.size > 0) {
      this.say('warning', 'commandsRefused', words.commandsRefused(history.refused.size));
    }
    return true;
  }

  /** Goes where the tab that owns the lab has gone. */
  private async follow(news: OwnerNews, history: History, frames: Frames): Promise<void> {
    if (news.branch !== history.branch || news.commandCount !== history.commands.length) {
      const found = await this.keeper.look();
      if (found === null) return;
      if (found.lab.branch !== history.branch) {
        if (!(await this.begin(found)) || found.lab.branch !== news.branch) return;
        return this.follow(news, this.history!, this.frames!);
      }
      history.commands = found.commands;
    }
    if (news.at < history.now) {
      frames.forget();
      history.jump(news.at);
    }
    const isOvertaken = () =>
      this.waiting.some(({ do: what }) => what === 'follow' || what === 'open');
    await this.run(history, news.at, null, isOvertaken);
    history.furthest = Math.max(history.furthest, news.furthest);
    this.frame(-1, frames, true);
  }

  private async takeOver(): Promise<void> {
    const found = await this.keeper.look();
    if (found !== null && !(await this.begin(found))) return;
    this.say('info', 'takenOver', words.takenOver);
    this.frame(-1, this.frames!, true);
  }

  private async advance(
    request: RequestTo<'advance'>,
    history: History,
    frames: Frames,
  ): Promise<void> {
    const moves = request.to > history.now;
    if (moves) {
      await this.run(history, request.to, null, () => this.waiting.length > 0);
    }
    this.frame(request.id, frames, !moves && !frames.isFresh);
  }

  private async seek(request: RequestTo<'seek'>, history: History, frames: Frames): Promise<void> {
    frames.forget();
    history.jump(request.to);
    const reached = await this.run(history, request.to, 'seek', () =>
      this.waiting.some(
        ({ do: newer }) => newer === 'seek' || newer === 'open' || newer === 'stop',
      ),
    );
    if (reached || this.waiting[0]?.do === 'stop') this.frame(request.id, frames, true);
    else this.overtaken(request.id);
  }

  /** What was asked for together is stored together, and then acknowledged. */
  private async carryOut(first: Wish, history: History): Promise<void> {
    const given: GivenCommand[] = [];
    const done: { id: number; value: unknown }[] = [];
    if (this.keeper.isFollower) {
      return this.reply(first.id, { ok: false, error: words.followerCommand });
    }
    let request: Request | OwnRequest | undefined = first;
    while (isWish(request)) {
      try {
        const what = carryOut(history, request);
        given.push(...what.given);
        done.push({ id: request.id, value: what.value });
      } catch (error) {
        this.reply(request.id, { ok: false, error: sentenceOf(error) });
      }
      if (!isWish(this.waiting[0]) || given.length >= MOST_COMMANDS_AT_ONCE) break;
      request = this.waiting.shift();
    }
    if (given.length > 0) await this.keeper.keepCommands(history, given);
    for (const { id, value } of done) this.answer(id, value);
    if (given.length > 0) this.frameSoon();
  }

  /** @param of what to call it in progress notices; null: frames on the way show the progress. */
  private async run(
    history: History,
    to: number,
    of: 'seek' | 'open' | null,
    isOvertaken: () => boolean,
  ): Promise<boolean> {
    const reached = await runInSlices(history, to, this.surroundings, {
      isOvertaken,
      tell: (part) => {
        this.running = true;
        if (of !== null) this.surroundings.post({ re: -1, do: 'progress', of, part });
        else if (part < 1) this.frame(-1, this.frames!, false);
      },
    });
    this.running = false;
    return reached;
  }

  /** One frame for all commands of a moment, so that those who wait for them do not wait for it. */
  private frameSoon(): void {
    this.refreshTimer ??= setTimeout(() => {
      this.refreshTimer = null;
      this.receive({ id: -1, do: 'refresh' });
    }, FRAME_AFTER_COMMANDS_MS);
  }

  private frame(re: number, frames: Frames, asked: boolean): void {
    this.surroundings.post({ re, do: 'frame', frame: frames.make(asked) });
    this.keeper.touch();
  }

  private answer(re: number, value: unknown): void {
    this.reply(re, { ok: true, value });
  }

  private overtaken(re: number): void {
    this.reply(re, { ok: false, error: words.superseded });
  }

  private reply(re: number, body: ReplyBody): void {
    this.surroundings.post({ re, do: 'reply', body });
  }

  private say(level: 'info' | 'warning' | 'error', code: string, text: string): void {
    this.surroundings.post({ re: -1, do: 'notice', level, code, text });
  }

  private stopped(request: Request | OwnRequest, error: unknown): void {
    const seed = this.history?.simulation.world.definition.seed ?? 0;
    const seconds = (this.history?.now ?? 0) / 1_000_000;
    const text = words.engineStopped(seed, seconds, sentenceOf(error));
    this.reply(request.id, { ok: false, error: text });
    this.say('error', 'engine', text);
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
