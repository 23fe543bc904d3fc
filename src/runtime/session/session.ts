/**
 * The worker's side of a lab: takes requests one by one and answers each. Long runs go in short
 * slices, between which newer requests are looked at, so that a run can be overtaken at any time.
 *
 * The simulation stands exactly at the instant last asked for: a command enters where it was given.
 */
import type { LoadFollow } from '../../sandbox/loading.ts';
import { compareBranches } from '../history/branchComparison.ts';
import { carryOutOnTree, TreeNews } from '../history/branchTree.ts';
import type { History } from '../history/history.ts';
import { resumeHistory } from '../history/resumeHistory.ts';
import { Keeper } from '../storage/keeper.ts';
import { PageLost } from '../storage/pageSlots.ts';
import { Shelf } from '../storage/shelf.ts';
import { Following } from '../tabs/following.ts';
import { pagesWords, storageSentence, words } from '../words.ts';
import { answerTo } from './answers.ts';
import { carryOutAll, mayFollow, type Wish } from './carryOut.ts';
import { type FoundLab, foundAgain, labOpened } from './foundLab.ts';
import { Frames, LINES_OF_JUMP } from './frames.ts';
import { RequestLoop } from './requestLoop.ts';
import type { RequestTo, SessionRequest, SessionSurroundings } from './sessionSurroundings.ts';
import { runInSlices } from './slices.ts';
import { find, Stops } from './stops.ts';
import { sentenceOf, Voice } from './voice.ts';

const MOVING: ReadonlySet<string> = new Set(['advance', 'seek', 'find', 'tree']);

export class Session {
  private readonly voice: Voice;
  private readonly keeper: Keeper;
  private readonly shelf: Shelf;
  private readonly following: Following;
  private readonly loop: RequestLoop;
  private readonly waiting: RequestLoop['waiting'];
  /** A run has taken more than one slice so far. */
  private running = false;
  private history: History | null = null;
  private frames: Frames | null = null;
  private readonly treeNews = new TreeNews();

  private readonly surroundings: SessionSurroundings;
  private readonly stops: Stops;
  private readonly loading: LoadFollow;

  constructor(surroundings: SessionSurroundings) {
    this.surroundings = surroundings;
    this.voice = new Voice(surroundings.post);
    this.loop = new RequestLoop(this.voice, {
      handle: (request) => this.handle(request),
      place: () => this.history?.now ?? 0,
      recompute: (at) => this.recompute(at),
      stopped: (id, error) => this.voice.stopped(id, this.history, error),
    });
    this.waiting = this.loop.waiting;
    this.stops = new Stops(surroundings);
    this.loading = this.voice.loading(() => this.waiting.holds('stop', 'open'));
    this.keeper = new Keeper(surroundings, {
      ownerMoved: (news) => this.receive({ id: -1, do: 'follow', news }),
      granted: (asked) => this.receive({ id: -1, do: 'granted', asked }),
      wanted: () => this.receive({ id: -1, do: 'handOver' }),
      notGiven: () => this.voice.notice('warning', 'notGiven', words.notGiven),
      removed: (labId) => this.receive({ id: -1, do: 'removed', labId }),
      pagesLost: (lost) => this.receive({ id: -1, do: 'recompute', lost }),
      isRunning: () => this.running,
    });
    this.shelf = new Shelf(surroundings, this.keeper.tabs);
    const { keeper, voice, waiting } = this;
    this.following = new Following({
      ...{ keeper, voice, waiting },
      open: () => ({ history: this.history!, frames: this.frames! }),
      begin: (found) => this.begin(found),
      run: (history, to, isOvertaken) => this.run(history, to, null, isOvertaken),
      show: () => this.frame(-1, this.frames!, true),
    });
  }

  /** Takes a request; its answer is posted. */
  receive(request: SessionRequest): void {
    this.loop.receive(request);
  }

  /** Computes the lab again from its commands. @returns false when something newer is to be opened. */
  private async recompute(at: number): Promise<boolean> {
    const { history, keeper, surroundings } = this;
    this.voice.notice('warning', 'pages-lost', pagesWords.lost);
    await surroundings.renewPages?.();
    if (history === null) return true;
    const found = foundAgain(history, keeper.openLabId, surroundings.engineVersion, at);
    if (!(await this.begin(found))) return false;
    this.frame(-1, this.frames!, true);
    return true;
  }

  private async handle(request: SessionRequest): Promise<void> {
    if (request.do === 'open') return this.open(request);
    if (request.do === 'shelf') return this.keepLabs(request);
    const { history, frames } = this;
    if (!history || !frames) return this.voice.refuse(request.id, words.notOpen);
    if (this.keeper.isFollower && MOVING.has(request.do)) {
      return this.voice.refuse(request.id, words.followerTime);
    }
    switch (request.do) {
      case 'follow':
      case 'granted':
      case 'handOver':
      case 'removed':
        return this.following.hear(request);
      case 'recompute':
        return void (request.lost === history && (await this.recompute(history.now)));
      case 'refresh':
        return frames.isFresh ? undefined : this.frame(-1, frames, true);
      case 'advance':
        return this.advance(request, history, frames);
      case 'seek':
        return this.seek(request, history, frames);
      case 'find':
        return this.find(request, history, frames);
      case 'tree':
        return this.changeTree(request, history, frames);
      case 'takeOver':
        if (this.keeper.isFollower) this.keeper.tabs.ask();
        return this.voice.answer(request.id, null);
      case 'compareBranches':
        return this.compare(request, history);
      case 'command':
      case 'call':
        return this.carryOut(request, history);
      case 'watch':
      case 'stop':
        if (request.do === 'watch') this.stops.set(request.breakpoints, request.slowDown);
        return this.voice.answer(request.id, null);
      default:
        return this.voice.answer(
          request.id,
          await answerTo(request, history, frames, this.surroundings),
        );
    }
  }

  private async open(request: RequestTo<'open'>): Promise<void> {
    this.history = null;
    const { id, do: _, ...wanted } = request;
    const reading = this.work('open');
    const saving = this.work('save');
    let found: FoundLab;
    try {
      found = await this.keeper.open(wanted, { reading, saving });
    } catch (problem) {
      return this.voice.refuse(id, storageSentence(problem));
    } finally {
      reading.ended();
      saving.ended();
    }
    if (!(await this.begin(found))) return this.voice.overtaken(id);
    this.voice.answer(id, labOpened(found));
    this.frame(-1, this.frames!, true);
  }

  private work(of: 'open' | 'save' | 'remove' | 'write') {
    return this.voice.work(of, () => this.waiting.holds('stop', 'open'));
  }

  /** What is done with the labs that are kept; the open one may be among them. */
  private keepLabs({ id, wish }: RequestTo<'shelf'>): Promise<void> {
    const { keeper, history } = this;
    const close = async () => {
      await keeper.close(false);
      this.history = null;
    };
    const settle = () => keeper.settle();
    const open = history === null ? null : { labId: keeper.openLabId, history, settle, close };
    return this.voice.attempt(id, () => this.shelf.carryOut(wish, open, (of) => this.work(of)));
  }

  /** Makes a lab's history up to its playhead. @returns false when something newer is to be opened. */
  private async begin(found: FoundLab): Promise<boolean> {
    const { engineVersion, openSimulation, pictures, clock } = this.surroundings;
    const { lab } = found;
    const history = await resumeHistory(found, openSimulation, engineVersion, this.loading);
    const isOvertaken = () => this.waiting.holds('open', 'stop');
    const reached = await this.run(history, lab.at, 'open', isOvertaken);
    if (!reached && this.waiting.holds('open')) return false;
    history.furthest = Math.max(history.furthest, lab.furthest);
    this.history = history;
    this.frames = new Frames(history, pictures, clock, LINES_OF_JUMP);
    this.keeper.watch(history);
    this.voice.opened(history, lab.engineVersion === engineVersion);
    return true;
  }

  private async advance(
    { id, to }: RequestTo<'advance'>,
    history: History,
    frames: Frames,
  ): Promise<void> {
    const moves = to > history.now;
    if (moves) {
      const { now: from, furthest: shown } = history;
      const looks = () => this.stops.stop(history, from, shown);
      await this.run(history, to, null, () => !this.waiting.isEmpty, looks);
    }
    this.frame(id, frames, !moves && !frames.isFresh);
  }

  private async seek(request: RequestTo<'seek'>, history: History, frames: Frames): Promise<void> {
    frames.forget();
    history.jump(request.to);
    const isOvertaken = () => this.waiting.holds('seek', 'open', 'stop', 'handOver');
    const reached = await this.run(history, request.to, 'seek', isOvertaken);
    if (reached || this.waiting.first?.do === 'stop') this.frame(request.id, frames, true);
    else this.voice.overtaken(request.id);
  }

  private async find(request: RequestTo<'find'>, history: History, frames: Frames): Promise<void> {
    if (request.what.kind !== 'event' || request.direction < 0) frames.forget();
    const isOvertaken = () => this.waiting.holds('advance', 'seek', 'open', 'stop', 'handOver');
    const found = await find(history, this.surroundings.pictures, request, (to, looks) =>
      this.run(history, to, 'find', isOvertaken, looks),
    );
    this.frame(-1, frames, true);
    this.voice.answer(request.id, found);
  }

  /** A change of the tree is stored before the playhead goes on along it. */
  private async changeTree(
    { id, wish }: RequestTo<'tree'>,
    history: History,
    frames: Frames,
  ): Promise<void> {
    let to: number;
    try {
      to = carryOutOnTree(history, wish);
    } catch (problem) {
      if (problem instanceof PageLost) throw problem;
      return this.voice.refuse(id, sentenceOf(problem));
    }
    frames.forget();
    await this.keeper.keepBranches(history, to);
    await this.loop.attend({ id, do: 'seek', to });
  }

  private compare({ id, branch }: RequestTo<'compareBranches'>, history: History): Promise<void> {
    const { post } = this.surroundings;
    const follow = {
      tell: (part: number) => post({ re: -1, do: 'progress', of: 'compare', part }),
      isOvertaken: () => this.waiting.holds('seek', 'open', 'stop', 'tree', 'advance'),
    };
    return this.voice.attempt(id, () =>
      compareBranches(history, branch, this.surroundings, follow),
    );
  }

  /** What was asked for together is stored together, and then acknowledged. */
  private async carryOut(first: Wish, history: History): Promise<void> {
    if (this.keeper.isFollower) return this.voice.refuse(first.id, words.followerCommand);
    await this.surroundings.prepare?.(history.simulation, first, this.loading);
    const { waiting } = this;
    const next = () => (mayFollow(waiting.first) ? (waiting.takeFirst() as Wish) : undefined);
    const { given, done, refused, lost } = carryOutAll(history, first, next);
    for (const { id, error } of refused) this.voice.refuse(id, sentenceOf(error));
    if (given.length > 0) await this.keeper.keepCommands(history, given);
    for (const { id, value } of done) this.voice.answer(id, value);
    if (given.length > 0) this.loop.receiveSoon({ id: -1, do: 'refresh' });
    if (lost === undefined) return;
    if (await this.recompute(history.now)) await this.loop.attend(lost);
    else this.voice.overtaken(lost.id);
  }

  /** @param of what to call it in progress notices; null: frames on the way show the progress. */
  private async run(
    history: History,
    to: number,
    of: 'seek' | 'open' | 'find' | null,
    isOvertaken: () => boolean,
    looks = () => false,
  ): Promise<boolean> {
    const isNew = of === 'seek' && to > history.furthest;
    const reached = await runInSlices(history, to, this.surroundings, {
      isOvertaken,
      follow: (most) => this.surroundings.pictures.follow(history.simulation.world, most),
      looks,
      tell: (part) => {
        this.running = true;
        if (isNew) this.keeper.writeSoon();
        if (of !== null) this.surroundings.post({ re: -1, do: 'progress', of, part });
        else if (part < 1) this.frame(-1, this.frames!, false);
      },
    });
    this.running = false;
    return reached;
  }

  private frame(re: number, frames: Frames, asked: boolean): void {
    this.surroundings.post({ re, do: 'frame', frame: frames.make(asked) });
    const tree = this.history === null ? null : this.treeNews.since(this.history);
    if (tree !== null) this.surroundings.post({ re: -1, do: 'branches', tree });
    this.keeper.touch();
  }
}
