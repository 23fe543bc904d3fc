/**
 * The worker's side of a lab: takes requests one by one and answers each. Long runs go in short
 * slices, between which newer requests are looked at, so that a run can be overtaken at any time.
 *
 * The simulation stands exactly at the instant last asked for. Nothing runs ahead of what is shown, so
 * a command enters where the person who gave it saw the world.
 */
import type { SimulationDefinition } from '../engine/definition.ts';
import type { Simulation } from '../engine/index.ts';
import { Frames } from './frames.ts';
import { History } from './history.ts';
import { Keeper, type KeeperSurroundings } from './keeper.ts';
import type { CommandDone, LabOpened, ReplyBody, Request } from './messages.ts';
import type { Pictures } from './pictures.ts';
import { commandsOfBranch, type GivenCommand } from './storage.ts';
import { words } from './words.ts';

const SLICE_MS = 8;
const SLICE_EVENTS = 2_000;
const TELL_EVERY_MS = 60;
const MOST_COMMANDS_AT_ONCE = 200;

export interface SessionSurroundings extends KeeperSurroundings {
  /** Makes a simulation at instant 0; may have to load services first. */
  openSimulation(definition: SimulationDefinition): Promise<Simulation>;
  pictures: Pictures;
  /** Real milliseconds, monotonic. */
  clock(): number;
  /** Resolves when messages that wait have been received. */
  breathe(): Promise<void>;
}

type RequestTo<D extends Request['do']> = Extract<Request, { do: D }>;

export class Session {
  private readonly keeper: Keeper;
  private waiting: Request[] = [];
  private working = false;
  private history: History | null = null;
  private frames: Frames | null = null;

  private readonly surroundings: SessionSurroundings;

  constructor(surroundings: SessionSurroundings) {
    this.surroundings = surroundings;
    this.keeper = new Keeper(surroundings);
  }

  /** Takes a request; its answer is posted. */
  receive(request: Request): void {
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
  private next(): Request | undefined {
    const opening = this.waiting.findLastIndex((request) => request.do === 'open');
    for (const passed of this.waiting.splice(0, Math.max(0, opening))) this.overtaken(passed.id);
    const request = this.waiting.shift();
    const newer = this.waiting[0];
    if (request === undefined || newer === undefined) return request;
    if (newer.do === request.do && (newer.do === 'advance' || newer.do === 'seek')) {
      this.overtaken(request.id);
      return this.next();
    }
    return request;
  }

  private async handle(request: Request): Promise<void> {
    if (request.do === 'open') return this.open(request);
    const { history, frames } = this;
    if (history === null || frames === null) {
      return this.reply(request.id, { ok: false, error: words.notOpen });
    }
    const { simulation } = history;
    const { pictures } = this.surroundings;
    switch (request.do) {
      case 'advance':
        return this.advance(request, history, frames);
      case 'seek':
        return this.seek(request, history, frames);
      case 'step':
        history.step();
        return this.frame(request.id, frames, true);
      case 'command':
        return this.command(request, history, frames);
      case 'inspect':
        return this.answer(request.id, pictures.inspect(simulation.world, request.selection));
      case 'log':
        return this.answer(request.id, frames.olderLines(request.before, request.count));
      case 'items':
        return this.answer(
          request.id,
          pictures.items(simulation.world, request.table, request.contains),
        );
      case 'search':
        return this.answer(
          request.id,
          pictures.search(simulation.world, request.target, request.words),
        );
      case 'report':
        return this.answer(request.id, pictures.report(simulation));
    }
  }

  private async open(request: RequestTo<'open'>): Promise<void> {
    this.history = null;
    const { engineVersion, openSimulation, pictures, clock } = this.surroundings;
    const found = await this.keeper.open(request.labId, request.definition, request.fresh);
    const { lab } = found;
    const commands = commandsOfBranch(lab.branch, lab.branches, found.commands);
    const history = new History(await openSimulation(lab.definition), lab, commands);
    const reached = await this.run(history, lab.at, 'open', () =>
      this.waiting.some((newer) => newer.do === 'open'),
    );
    if (!reached) return this.overtaken(request.id);
    history.furthest = Math.max(history.furthest, lab.furthest);
    this.history = history;
    this.frames = new Frames(history, pictures, clock);
    this.keeper.watch(history);
    if (lab.engineVersion !== engineVersion) this.say('info', 'engineChanged', words.engineChanged);
    if (history.refused.size > 0) {
      this.say('warning', 'commandsRefused', words.commandsRefused(history.refused.size));
    }
    const { title, seed, startAtMs } = lab.definition;
    const opened: LabOpened = { title, seed, startAtMs, resumed: found.resumed };
    this.answer(request.id, opened);
    this.frame(-1, this.frames, true);
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
      this.waiting.some((newer) => newer.do === 'seek' || newer.do === 'open'),
    );
    if (reached) this.frame(request.id, frames, true);
    else this.overtaken(request.id);
  }

  /** Commands that have come together are made durable together, and then acknowledged. */
  private async command(
    first: RequestTo<'command'>,
    history: History,
    frames: Frames,
  ): Promise<void> {
    const given: GivenCommand[] = [];
    const done: { id: number; value: CommandDone }[] = [];
    let request: Request | undefined = first;
    while (request?.do === 'command') {
      const branch = history.branch;
      try {
        given.push(history.give(request.command));
        done.push({ id: request.id, value: { branched: history.branch !== branch } });
      } catch (error) {
        this.reply(request.id, { ok: false, error: sentenceOf(error) });
      }
      if (this.waiting[0]?.do !== 'command' || given.length >= MOST_COMMANDS_AT_ONCE) break;
      request = this.waiting.shift();
    }
    if (given.length === 0) return;
    await this.keeper.keepCommands(history, given);
    this.frame(-1, frames, true);
    for (const { id, value } of done) this.answer(id, value);
  }

  /**
   * Runs forward in slices.
   * @param of what to call it in progress notices; null: frames on the way show the progress.
   * @returns whether the instant was reached before something newer came.
   */
  private async run(
    history: History,
    to: number,
    of: 'seek' | 'open' | null,
    isOvertaken: () => boolean,
  ): Promise<boolean> {
    const { clock, breathe, post } = this.surroundings;
    const from = history.now;
    let told = clock();
    let spoke = false;
    let reached = true;
    for (let sliceEnd = told + SLICE_MS; !history.advance(to, SLICE_EVENTS); ) {
      const nowMs = clock();
      if (nowMs < sliceEnd) continue;
      if (nowMs - told >= TELL_EVERY_MS) {
        told = nowMs;
        spoke = true;
        if (of === null) this.frame(-1, this.frames!, false);
        else post({ re: -1, do: 'progress', of, part: (history.now - from) / (to - from) });
      }
      await breathe();
      reached = !isOvertaken();
      if (!reached) break;
      sliceEnd = clock() + SLICE_MS;
    }
    if (spoke && of !== null) post({ re: -1, do: 'progress', of, part: 1 });
    return reached;
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

  private stopped(request: Request, error: unknown): void {
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
