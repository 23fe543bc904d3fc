/**
 * Between the page and the session: moves the playhead at every frame, asks the session to follow it,
 * and puts what comes back into the store. React reads only the store; the canvas reads `live`.
 */
import type { StoreApi } from 'zustand';
import type { Command } from '../../engine/definition.ts';
import type { Selection } from '../../projections/scene/scene.ts';
import type { TreeWish } from '../history/branchTree.ts';
import { Seeking } from '../history/seeking.ts';
import type { LabSource, LabWish } from '../labSource.ts';
import type {
  Breakpoint,
  CallDone,
  CommandDone,
  Found,
  Frame,
  LabOpened,
  Response,
} from '../messages.ts';
import { storageWords, words } from '../words.ts';
import type { Answer, Asked, HostLike, HostListener } from './host.ts';
import { type LabQuestions, labQuestions } from './labQuestions.ts';
import type { CommandResult, LabActions, LabState, LiveStage } from './labStore.ts';
import { LiveFlights } from './liveFlights.ts';
import { joined } from './logTail.ts';
import { NoticeBoard } from './noticeBoard.ts';
import { Playhead } from './playhead.ts';
import { withSharedParts } from './sharedParts.ts';
import { toldState } from './toldState.ts';
import { type LabMeant, namedLab, wantedLab } from './wantedLab.ts';

const CLOCK_EVERY_MS = 100;
const seeded = (seed: number | undefined) => (seed === undefined ? {} : { seed });

export class LabController
  implements
    Omit<LabActions, 'shelf' | 'takeOver' | 'arrange' | 'compareBranches' | keyof LabQuestions>,
    LiveStage
{
  private readonly playhead_ = new Playhead();
  private readonly flights_ = new LiveFlights();
  private readonly host: HostLike;
  /** What was opened last, as it is opened again from the start. */
  private meant: LabMeant | null = null;
  private seed: number | undefined;
  /** An `advance` is under way. */
  private following = false;
  /** Seeks, steps and openings under way: time stands still meanwhile. */
  private moving = 0;
  private readonly seeking = new Seeking((to) => this.still({ do: 'seek', to }));
  readonly questions = labQuestions((asked) => this.value(asked));
  private inspecting = false;
  private shownAtMs = 0;
  /** Raised by each `open`, so that a slower earlier one is ignored. */
  private opening = 0;

  private readonly store: StoreApi<LabState>;
  private readonly notices: NoticeBoard;
  private readonly source: LabSource;
  private readonly requestFrame: () => void;

  constructor(
    store: StoreApi<LabState>,
    source: LabSource,
    requestFrame: () => void,
    makeHost: (listener: HostListener) => HostLike,
  ) {
    this.store = store;
    this.notices = new NoticeBoard(store);
    this.source = source;
    this.requestFrame = requestFrame;
    this.host = makeHost({
      frame: (frame) => this.take(frame),
      unasked: (response) => this.hear(response),
    });
  }

  // What the frame loop reads and drives.

  playhead(): number {
    return this.playhead_.at;
  }

  flights() {
    return this.flights_.all;
  }

  /** Moves the playhead to a frame's own time. @returns whether time is passing. */
  tick(realMs: number): boolean {
    const { playhead_: playhead } = this;
    if (this.moving > 0) return playhead.playing;
    if (playhead.tick(realMs)) this.notify('info', 'away', words.awayLong);
    if (!playhead.playing) return false;
    if (!this.following) void this.follow();
    if (realMs - this.shownAtMs >= CLOCK_EVERY_MS) {
      this.shownAtMs = realMs;
      this.store.setState({ now: playhead.at });
    }
    return true;
  }

  // What a person does.

  async open(
    wish: LabWish,
    options: { fresh?: boolean; seed?: number } = {},
  ): Promise<CommandResult> {
    const opening = ++this.opening;
    // Where no lab is open that would have to stay, it is read and opened in one go.
    if ('id' in wish && options.seed === undefined && this.store.getState().labId === '')
      return this.openRead(namedLab(wish.id), options, opening);
    const read = await this.source(wish);
    if (read.ok) {
      for (const note of read.notes ?? []) this.notify('info', 'labNote', note);
      return this.openRead(read, options, opening);
    }
    this.notify('error', 'lab', read.error);
    return read;
  }

  private async openRead(
    read: LabMeant,
    options: { fresh?: boolean; seed?: number },
    opening = ++this.opening,
  ): Promise<CommandResult> {
    this.store.setState({ ready: false });
    const answer = await this.still({ do: 'open', ...wantedLab(read, options) });
    if (opening !== this.opening) return { ok: false, error: words.superseded };
    if (!answer.ok) {
      if (answer.error === storageWords.cancelled && this.meant !== null)
        await this.openRead(this.meant, seeded(this.seed));
      else if (answer.error !== words.superseded) this.notify('error', 'lab', answer.error);
      return answer;
    }
    const { labId, title, definition, layout } = answer.value as LabOpened;
    const { seed, startAtMs } = definition;
    this.meant =
      options.seed === undefined
        ? { labId, definition }
        : { ...read, definition: read.definition ?? definition };
    this.seed = options.seed;
    this.store.setState({ labId, title, seed, startAtMs, definition, layout, ready: true });
    return { ok: true };
  }

  play(): void {
    if (this.refuseAsFollower()) return;
    this.playhead_.play();
    this.store.setState({ playing: true });
    this.requestFrame();
  }

  pause(): void {
    this.playhead_.pause();
    this.store.setState({ playing: false, now: this.playhead_.at });
    void this.host.ask({ do: 'advance', to: this.playhead_.wanted }); // the last scene may be older
    this.requestFrame();
  }

  async find(what: Parameters<LabActions['find']>[0], direction: 1 | -1): Promise<Found> {
    if (this.refuseAsFollower()) return null;
    if (this.playhead_.playing) this.pause();
    const answer = await this.still({ do: 'find', what, direction });
    return answer.ok ? (answer.value as Found) : null;
  }

  watch(breakpoints: Breakpoint[], slowDown: boolean): void {
    void this.host.ask({ do: 'watch', breakpoints, slowDown });
  }

  seek(to: number): Promise<void> {
    return this.refuseAsFollower() ? Promise.resolve() : this.seeking.to(to);
  }

  setSpeed(speed: number): void {
    this.playhead_.speed = speed;
    this.store.setState({ speed: this.playhead_.speed });
  }

  async restart(seed = this.seed): Promise<void> {
    const { labId, definition } = this.meant ?? {};
    if (labId === undefined || definition === undefined) return;
    const fresh = { fresh: true, ...seeded(seed) };
    await this.openRead({ labId, definition, layout: this.store.getState().layout ?? [] }, fresh);
  }

  async tree(wish: TreeWish): Promise<CommandResult> {
    if (this.refuseAsFollower()) return { ok: false, error: words.followerTime };
    const answer = await this.still({ do: 'tree', wish });
    return answer.ok ? { ok: true } : answer;
  }

  async command(command: Command): Promise<CommandResult> {
    const answer = await this.give({ do: 'command', command });
    return answer.ok ? { ok: true } : answer;
  }

  readonly call: LabActions['call'] = async (service, operation, input) => {
    const answer = await this.give({ do: 'call', service, operation, input });
    return answer.ok ? { ok: true, answer: (answer.value as CallDone).answer } : answer;
  };

  select(selection: Selection | null): void {
    this.store.setState({ selection, inspection: null });
    void this.inspect();
    this.requestFrame();
  }

  cancel(): void {
    void this.host.ask({ do: 'stop' });
  }

  readonly dismiss: LabActions['dismiss'] = (notice) => this.notices.dismiss(notice);

  /** Shows a sentence; one that already stands there is not shown twice. */
  readonly notify: NoticeBoard['show'] = (...notice) => this.notices.show(...notice);

  // What comes from the session.

  private async follow(): Promise<void> {
    const { playhead_: playhead } = this;
    if (playhead.wanted <= playhead.at) return;
    this.following = true;
    const answer = await this.host.ask({ do: 'advance', to: playhead.wanted });
    this.following = false;
    if (!answer.ok && answer.error !== words.superseded) this.pause(); // the notice says why
  }

  /** Asks while time stands still. */
  private async still(asked: Asked): Promise<Answer> {
    this.moving++;
    const answer = await this.host.ask(asked);
    this.moving--;
    if (this.playhead_.playing) this.playhead_.play();
    this.requestFrame();
    return answer;
  }

  private async give(asked: Asked): Promise<Answer> {
    const answer = await this.host.ask(asked);
    const isBranch = answer.ok && (answer.value as CommandDone).branched;
    if (isBranch) this.notify('info', 'branched', words.branched);
    return answer;
  }

  /** Asks something that moves nothing. @throws Error with a sentence. */
  async value<T>(asked: Asked): Promise<T> {
    const answer = await this.host.ask(asked);
    if (!answer.ok) throw new Error(answer.error);
    return answer.value as T;
  }

  private take(frame: Frame): void {
    const { playhead_: playhead, store } = this;
    if (frame.jumped || !playhead.playing || this.moving > 0) playhead.place(frame.now);
    else playhead.reached(frame.now);
    this.flights_.add(frame.flights, frame.jumped, playhead.at);
    const before = store.getState();
    const log = frame.jumped ? frame.log : joined(before.log, frame.log);
    store.setState({
      furthest: frame.furthest,
      ...((!playhead.playing || frame.jumped) && { now: playhead.at }),
      ...(log === before.log ? {} : { log }),
      ...(frame.scene && { scene: withSharedParts(before.scene, frame.scene) }),
    });
    if (frame.scene !== null) void this.inspect();
    this.requestFrame();
  }

  private hear(response: Extract<Response, { re: -1 }>): void {
    if (response.do === 'notice') this.notify(response.level, response.code, response.text);
    if (response.do === 'stopped') {
      const { breakpoint, at, lane } = response;
      this.pause();
      this.store.setState({ stopped: { breakpoint, at, lane } });
    }
    if (response.do === 'eventful') this.playhead_.linger(response.at);
    if (response.do === 'storage' && response.state.kind === 'follower') this.playhead_.pause();
    this.store.setState(toldState(response));
  }

  /** Looks again at what is selected, one question at a time. */
  private async inspect(): Promise<void> {
    const { selection } = this.store.getState();
    if (selection === null || this.inspecting) return;
    this.inspecting = true;
    const answer = await this.host.ask({ do: 'inspect', selection });
    this.inspecting = false;
    const still = this.store.getState().selection;
    if (still !== selection) return void this.inspect();
    if (answer.ok) this.store.setState({ inspection: answer.value as LabState['inspection'] });
  }

  private refuseAsFollower(): boolean {
    if (this.store.getState().storage.kind !== 'follower') return false;
    this.notify('info', 'follower', words.followerTime);
    return true;
  }
}
