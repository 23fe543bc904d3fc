/**
 * Keeps one lab in storage for the session: commands at once, everything else behind it. Storage that
 * fails never stops the lab: from then on it lives in memory, and the page is told why.
 *
 * Only the tab that owns a lab writes it. Another one reads what is stored, follows what the owner
 * tells, and becomes the owner when that tab closes.
 */
import { commandsOfBranch } from '../../lab/history.ts';
import type { History } from '../history/history.ts';
import type { StorageState } from '../page/labStore.ts';
import {
  type FoundLab,
  freeLabId,
  isMeant,
  type LabToOpen,
  newlyFound,
  readingOf,
} from '../session/foundLab.ts';
import type { OwnerNews } from '../tabs/ownership.ts';
import { Tabs } from '../tabs/tabs.ts';
import { storageSentence, words } from '../words.ts';
import type { KeeperListener, KeeperSurroundings, OpenFollow } from './keeperSurroundings.ts';
import { PageLost } from './pageSlots.ts';
import {
  type GivenCommand,
  halfOf,
  type LabStorage,
  StorageProblem,
  type Stored,
  type StoredLab,
  type WorkFollow,
} from './storage.ts';
import { assembleCheckpoints, CheckpointWriter } from './storedCheckpoint.ts';
import { WriteBehind } from './writeBehind.ts';
import { WritePace } from './writePace.ts';

export class Keeper {
  private readonly surroundings: KeeperSurroundings;
  private readonly listener: KeeperListener;
  readonly tabs: Tabs;
  private storage: LabStorage | null = null;
  private state: StorageState | null = null;
  private labId = '';
  /** It was not there any more when it was looked for. */
  private isGone = false;
  private history: History | null = null;
  private behind: WriteBehind | null = null;
  private readonly pace: WritePace;

  constructor(surroundings: KeeperSurroundings, listener: KeeperListener) {
    this.surroundings = surroundings;
    this.listener = listener;
    this.pace = new WritePace(surroundings, listener, () => this.write());
    this.tabs = new Tabs(surroundings, {
      moved: (news) => this.isFollower && listener.ownerMoved(news),
      looks: (look) => surroundings.post({ re: -1, do: 'look', look }),
      removed: () => listener.removed(this.labId),
      restored: () => this.warn('restored', words.restored),
      granted: (asked) => this.isFollower && listener.granted(asked),
      wanted: () => this.isOwner && listener.wanted(),
      notGiven: () => listener.notGiven(),
    });
  }

  get isFollower(): boolean {
    return this.state?.kind === 'follower';
  }

  private get isOwner(): boolean {
    return this.state?.kind === 'durable' && this.storage !== null;
  }

  /** The lab that is open, or was last. */
  get openLabId(): string {
    return this.labId;
  }

  /**
   * Finds a lab, or makes it. Trouble with storage costs only the storing.
   * @throws Error when a stored lab was asked for that is not there or cannot be read, or
   *   nobody wants it any more.
   */
  async open(wanted: LabToOpen, { reading, saving }: OpenFollow): Promise<FoundLab> {
    await this.close();
    this.labId = wanted.labId;
    const { breathe, engineVersion } = this.surroundings;
    const { definition } = wanted;
    try {
      this.storage = await this.surroundings.openStorage();
      const [looking, loading] = readingOf(wanted, reading);
      this.labId = await freeLabId(this.storage, wanted, { ...looking, breathe });
      const isOwner = await this.tabs.claim(this.labId);
      const found = wanted.fresh && isOwner ? null : await this.load(wanted, loading);
      if (found === null && definition === null) throw new Error(words.labGone);
      const made = found ?? newlyFound(this.labId, definition!, engineVersion, wanted);
      if (found === null) this.behind = this.writeBehind(null, new CheckpointWriter());
      if (found === null && isOwner) await this.storage.create(made.lab, made.commands, saving);
      this.tell(isOwner ? { kind: 'durable' } : { kind: 'follower' });
      return made;
    } catch (problem) {
      if (definition === null || (problem as StorageProblem).kind === 'cancelled') {
        this.letGo();
        throw problem;
      }
      this.giveUp(problem);
      return newlyFound(this.labId, definition, engineVersion, wanted);
    }
  }

  private async load(wanted: LabToOpen, reading: WorkFollow): Promise<FoundLab | null> {
    const stored = await this.storage!.load(this.labId, halfOf(reading, 0));
    if (stored === null || !(await isMeant(stored, wanted, this.surroundings.breathe))) return null;
    return this.found(stored, halfOf(reading, 0.5));
  }

  /** From now on this history is written behind. */
  watch(history: History): void {
    this.behind?.dropCheckpoint(); // of a history that is computed again
    this.history = history;
  }

  /**
   * The lab as it is stored now, or null when it cannot be read. For followers.
   * @param isOwned by this tab: nobody writes it meanwhile.
   */
  async look(isOwned = false): Promise<FoundLab | null> {
    try {
      const { storage, labId } = this;
      const stored = await (isOwned ? storage?.load(labId) : storage?.look(labId));
      this.isGone = stored === null;
      return stored ? await this.found(stored) : null;
    } catch {
      return null; // the next news may find it whole again
    }
  }

  /**
   * This tab owns the lab from now on.
   * @param found what it has found stored.
   * @returns false when there is nothing to own, which has been told.
   */
  own(found: FoundLab | null): boolean {
    if (found !== null) this.tell({ kind: 'durable' });
    else this.giveUp(new StorageProblem(this.isGone ? 'removed' : 'unknown', 'not to be read'));
    return found !== null;
  }

  /**
   * Gives the lab to the tab that asks for it once all that was done is stored, and follows that one.
   * @returns whether it was given.
   */
  async handOver(): Promise<boolean> {
    this.touch(); // what is written waits for what is not in the database yet
    if (this.isOwner) await this.settle();
    if (!this.isOwner) return false;
    this.tell({ kind: 'follower' });
    this.tabs.passOn();
    return true;
  }

  /** A lab has been deleted: where it is this one, it goes on in memory. */
  removed(labId: string): void {
    if (labId !== this.labId || this.storage === null) return;
    this.giveUp(new StorageProblem('removed', 'deleted in another tab'));
  }

  /** Resolves when commands just given are durable, or when it is clear that they cannot be. */
  async keepCommands(history: History, commands: GivenCommand[]): Promise<void> {
    if (this.storage === null) return;
    try {
      const progress = history.progress(this.surroundings.engineVersion);
      await this.storage.putCommands(this.labId, progress, commands);
    } catch (problem) {
      this.giveUp(problem);
    }
  }

  /**
   * Resolves when the tree of branches is durable as it is, or when it is clear that it cannot be.
   * @param at where the playhead is going, microseconds.
   */
  async keepBranches(history: History, at: number): Promise<void> {
    if (this.storage === null) return;
    try {
      await this.pace.written;
      this.pace.putOff(); // on the way there the playhead stands elsewhere
      const progress = history.progress(this.surroundings.engineVersion);
      const furthest = Math.max(at, progress.furthest);
      await this.storage.save(this.labId, { ...progress, at, furthest }, null);
    } catch (problem) {
      this.giveUp(problem);
    }
  }

  /** Something has changed: it will be written, and told, soon. */
  touch(): void {
    if (this.writeSoon()) this.tellSoon();
  }

  /** More of the history has been made: it will be written soon. @returns false where this tab does not write it. */
  writeSoon(): boolean {
    if (this.storage === null || this.isFollower) return false;
    this.pace.soon();
    return true;
  }

  private tellSoon(): null {
    this.tabs.tellSoon(() => this.whereabouts());
    return null;
  }

  /** Writes what is still to be written. */
  settle(): Promise<void> {
    return this.pace.settle();
  }

  /** Lets the lab go. @param writes false: what is still to be written need not be. */
  async close(writes = true): Promise<void> {
    if (writes) await this.settle();
    this.pace.putOff();
    this.history = null;
    this.letGo();
  }

  /** A stored lab as it is to go on: whatever of it is damaged is left out, and told. */
  private async found({ lab, commands }: Stored, reading?: WorkFollow): Promise<FoundLab> {
    const line = commandsOfBranch(lab.branch, lab.branches, commands);
    if (line.length > lab.commandCount) {
      lab.at = Math.max(lab.at, line.at(-1)!.at);
      lab.furthest = Math.max(lab.furthest, lab.at);
    }
    const { rows, pages } = await this.storage!.loadCheckpoints(this.labId, reading);
    const { whole, damaged } = assembleCheckpoints(rows, pages);
    if (damaged.length > 0) this.warn('checkpointDamaged', words.checkpointDamaged);
    this.behind = this.writeBehind(lab, new CheckpointWriter(whole, damaged, pages));
    return { lab, commands, checkpoints: whole, resumed: true };
  }

  private writeBehind(lab: StoredLab | null, checkpoints: CheckpointWriter): WriteBehind | null {
    const { storage, labId, surroundings } = this;
    if (storage === null) return null;
    const ranLow = () => this.warn('storage-low', words.derivedDropped);
    const isOwn = lab?.engineVersion === surroundings.engineVersion;
    const found = { rowsUpTo: (isOwn && lab.rowsUpTo) || null, checkpoints };
    const hasTime = () => this.pace.hasTime;
    return new WriteBehind(storage, labId, { ...surroundings, ranLow, hasTime }, found);
  }

  /** @returns whether there is more to write at once. */
  private async write(): Promise<boolean> {
    const { history, behind } = this;
    if (history === null || behind === null || this.isFollower) return false;
    try {
      return await behind.write(history);
    } catch (problem) {
      if (problem instanceof PageLost) {
        behind.dropCheckpoint();
        this.listener.pagesLost(history);
      } else this.giveUp(problem);
      return false;
    }
  }

  private giveUp(problem: unknown): void {
    const kind = (problem as Partial<StorageProblem>).kind ?? 'unknown';
    const why = kind === 'unknown' ? storageSentence(null) : storageSentence(problem);
    this.letGo();
    if (kind === 'removed') this.tabs.awaitReturn(this.labId);
    this.tell({ kind: 'memory', why, because: kind });
    this.warn(`storage-${kind}`, why);
  }

  private warn(code: string, text: string): void {
    this.surroundings.post({ re: -1, do: 'notice', level: 'warning', code, text });
  }

  private letGo(): void {
    this.storage?.close();
    this.storage = null;
    this.behind = null;
    this.tabs.letGo();
  }

  private whereabouts(): OwnerNews | null {
    if (this.history === null) return null;
    if (this.storage?.isBehind(this.labId)) return this.tellSoon(); // nobody could see it yet
    const { branch, commandCount, at, furthest } = this.history.progress('');
    return { branch, commandCount, at, furthest };
  }

  private tell(state: StorageState): void {
    if (this.state?.kind === state.kind && state.kind !== 'memory') return;
    this.state = state;
    this.surroundings.post({ re: -1, do: 'storage', state });
  }
}
