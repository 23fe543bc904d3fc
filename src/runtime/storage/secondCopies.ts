/**
 * A second copy of every lab, beside the database: a browser that is killed at the wrong moment may find its
 * database damaged two starts later, and then makes an empty one. Whoever writes a lab holds its file for as
 * long as writes follow each other, and nobody else has it meanwhile. A copy that fails costs the lab nothing:
 * it is made again from the database when there is room.
 */
import { AheadOfDatabase } from './aheadOfDatabase.ts';
import type { CopyPlace } from './copyFiles.ts';
import { isLeftInUse, readCopy } from './copyReading.ts';
import { type CopiedFrom, HeldCopies, nameOf } from './heldCopies.ts';
import { type CopiedChange, LabCopy } from './labCopy.ts';
import type { GivenCommand, LabProgress, StoredLab, WorkFollow } from './storage.ts';
import { ToldBranches } from './toldBranches.ts';

/** What is to be written of a lab. */
export interface CopiedWrite {
  look?: Pick<StoredLab, 'title'> | Pick<StoredLab, 'layout'>;
  /** Its branches are to be as they are here. */
  progress?: LabProgress;
  given?: readonly GivenCommand[];
}

export class SecondCopies {
  private readonly place: CopyPlace;
  private readonly breathe: () => Promise<void>;
  private readonly held: HeldCopies;
  private readonly ahead = new Map<string, AheadOfDatabase>();

  constructor(place: CopyPlace, breathe: () => Promise<void>) {
    this.place = place;
    this.breathe = breathe;
    this.held = new HeldCopies(place, breathe);
  }

  /** Makes that there is a copy of a lab, and that it is as the database is. Never rejects. */
  async ensure(labId: string, database: CopiedFrom): Promise<void> {
    if (this.held.checked.has(labId)) return;
    (await this.held.hold(labId, database))?.leave();
  }

  /**
   * Resolves when commands of branches that are known are on the disk in the copy; the database gets them
   * a moment later, with all that come meanwhile. Where there is no copy, it has got them.
   * @throws what the database throws, now or for those before.
   */
  async keep(labId: string, database: CopiedFrom, given: readonly GivenCommand[]): Promise<void> {
    this.ahead.get(labId)?.check();
    const hold = await this.held.hold(labId, database);
    if (hold === null) return database.addCommands(labId, given);
    const ahead = this.ahead.get(labId) ?? new AheadOfDatabase();
    this.ahead.set(labId, ahead);
    const isKept = hold.keep(given);
    const put = (all: GivenCommand[]) => database.addCommands(labId, all);
    const arrived = ahead.send(given, put).then((hasArrived) => {
      if (hasArrived) hold.commands += given.length;
      else hold.isSound = false;
      this.held.leave(labId, hold);
    });
    if (isKept) return;
    await arrived;
    ahead.check();
  }

  /** Whether commands have been kept that the database has not got yet. */
  isAhead(labId: string): boolean {
    return this.ahead.get(labId)?.isAhead ?? false;
  }

  /** Resolves when the database has got them. @throws what it has thrown. */
  async arrived(labId: string): Promise<void> {
    const ahead = this.ahead.get(labId);
    await ahead?.ended();
    ahead?.check();
  }

  /** Resolves when the database has got all that it takes of every lab. */
  async allArrived(): Promise<void> {
    await Promise.all(Array.from(this.ahead.values(), (ahead) => ahead.ended()));
  }

  /**
   * Makes that the database has what only the copy has, because a tab has ended in the middle of writing.
   * Where it does not take it, it goes on without.
   * @returns whether there may have been any. Never rejects.
   */
  async catchUp(labId: string, database: CopiedFrom): Promise<boolean> {
    const { breathe, held, place } = this;
    await this.ahead.get(labId)?.ended();
    held.forget(labId);
    if (held.isHeld(labId) || !(await isLeftInUse(place, await nameOf(labId), breathe)))
      return false;
    const hold = await held.hold(labId, database);
    hold?.leave();
    if (hold === null) held.passOver(labId);
    return true;
  }

  /** Makes rows of a lab that are damaged what they are in its copy. @returns whether they are; never rejects. */
  async heal(labId: string, database: CopiedFrom): Promise<boolean> {
    let isHealed = false;
    await this.held.alone(labId, async (name) => {
      const copied = await readCopy(this.place, name, this.breathe);
      if (copied === null || copied === 'unreadable') return;
      await database.mend(copied.lab, copied.commands);
      isHealed = true;
    });
    return isHealed;
  }

  /**
   * Writes in both places. @throws what the database throws, and nothing else.
   * @param begin the writing in the database.
   */
  async write<T>(
    labId: string,
    database: CopiedFrom,
    { look, progress, given = [] }: CopiedWrite,
    begin: () => Promise<T>,
  ): Promise<T> {
    await this.arrived(labId);
    const hold = await this.held.hold(labId, database);
    if (hold === null) return begin();
    try {
      const written = begin();
      hold.append(progress ? this.changeTo(labId, progress) : (look ?? null), given);
      const value = await written;
      hold.commands += given.length;
      if (progress) this.tellBranches(labId, progress);
      return value;
    } catch (problem) {
      hold.isSound = false;
      throw problem;
    } finally {
      this.held.leave(labId, hold);
    }
  }

  /** Whether the copy has the branches as they are here. */
  hasBranches(labId: string, progress: LabProgress): boolean {
    return this.held.checked.get(labId)?.newIn(progress) === null;
  }

  private changeTo(labId: string, progress: LabProgress): CopiedChange {
    const told = this.held.checked.get(labId);
    return { ...progress, branches: told?.newIn(progress) ?? (told ? [] : progress.branches) };
  }

  private tellBranches(labId: string, progress: LabProgress): void {
    const told = this.held.checked.get(labId);
    if (told) told.tell(progress);
    else this.held.checked.set(labId, new ToldBranches(progress));
  }

  /** Makes a lab in both places, in place of whatever has its id. @throws what the database throws. */
  async create(
    lab: StoredLab,
    given: readonly GivenCommand[],
    database: CopiedFrom,
    create: () => Promise<void>,
    follow?: WorkFollow,
  ): Promise<void> {
    const { labId } = lab;
    const created = once(create);
    await this.held.alone(labId, async (name) => {
      const file = await this.place.open(name, true);
      const copy = new LabCopy(file!, this.breathe);
      try {
        copy.clear();
        void created();
        await copy.fill(lab, given, follow);
        await created();
        copy.mark('settled', given.length);
        this.held.checked.set(labId, new ToldBranches(lab));
      } finally {
        copy.close();
      }
    });
    await this.sameAgain(labId, database, created);
  }

  /** Removes a lab from both places. @throws what the database throws. */
  async remove<T>(labId: string, database: CopiedFrom, remove: () => Promise<T>): Promise<T> {
    const removed = once(remove);
    await this.held.alone(labId, async (name) => {
      const file = await this.place.open(name, false);
      if (file === null) return;
      const copy = new LabCopy(file, this.breathe);
      try {
        copy.mark('begun'); // so that it does not come back, should all end here
      } finally {
        copy.close();
      }
      await removed();
      await this.place.remove(name);
    });
    return this.sameAgain(labId, database, removed);
  }

  /** Where the database has not done it, the copy becomes what it was. */
  private async sameAgain<T>(
    labId: string,
    database: CopiedFrom,
    done: () => Promise<T>,
  ): Promise<T> {
    try {
      return await done();
    } catch (problem) {
      this.held.checked.delete(labId);
      await this.ensure(labId, database);
      throw problem;
    }
  }
}

/** Begins something when it is first asked for; what comes of it is for everyone who asks. */
function once<T>(begin: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | null = null;
  return () => {
    if (begun === null) {
      begun = begin();
      begun.catch(() => {}); // whoever asks last hears of it
    }
    return begun;
  };
}
