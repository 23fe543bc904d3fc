/**
 * A second copy of every lab, beside the database: a browser that is killed at the wrong moment may find its
 * database damaged two starts later, and then makes an empty one. Whoever writes a lab holds its file for as
 * long as writes follow each other, and nobody else has it meanwhile. A copy that fails costs the lab nothing:
 * it is made again from the database when there is room.
 */
import type { CopyPlace } from './copyFiles.ts';
import { CopyHold } from './copyHold.ts';
import { type CopiedChange, LabCopy } from './labCopy.ts';
import type { GivenCommand, LabProgress, LabStorage, StoredLab, WorkFollow } from './storage.ts';
import { ToldBranches } from './toldBranches.ts';

/** What is asked of the database. */
export type CopiedFrom = Pick<LabStorage, 'load'> & {
  countCommands(labId: string): Promise<number>;
};

/** What is to be written of a lab. */
export interface CopiedWrite {
  look?: Pick<StoredLab, 'title'> | Pick<StoredLab, 'layout'>;
  /** Its branches are to be as they are here. */
  progress?: LabProgress;
  given?: readonly GivenCommand[];
}

/** After trouble, so long nothing is tried. */
const REST_MS = 10_000;
/** A smaller copy is compared with the database once in each session; of a larger one its commands are counted. */
const COMPARED_BYTES = 1 << 20;

export class SecondCopies {
  private readonly place: CopyPlace;
  private readonly breathe: () => Promise<void>;
  private readonly holds = new Map<string, Promise<CopyHold | null>>();
  /** Those that have been found to be as the database is, with the branches that they have. */
  private readonly checked = new Map<string, ToldBranches | null>();
  private readonly restUntilMs = new Map<string, number>();

  constructor(place: CopyPlace, breathe: () => Promise<void>) {
    this.place = place;
    this.breathe = breathe;
  }

  /** Another tab may have written this lab. */
  forget(labId: string): void {
    this.checked.delete(labId);
  }

  /** Makes that there is a copy of a lab, and that it is as the database is. Never rejects. */
  async ensure(labId: string, database: CopiedFrom): Promise<void> {
    if (this.checked.has(labId)) return;
    (await this.hold(labId, database))?.leave();
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
    const hold = await this.hold(labId, database);
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
      hold.leave();
      if (!hold.isSound) this.failed(labId, hold.hasFailed);
    }
  }

  /** Whether the copy has the branches as they are here. */
  hasBranches(labId: string, progress: LabProgress): boolean {
    return this.checked.get(labId)?.newIn(progress) === null;
  }

  private changeTo(labId: string, progress: LabProgress): CopiedChange {
    const told = this.checked.get(labId);
    return { ...progress, branches: told?.newIn(progress) ?? (told ? [] : progress.branches) };
  }

  private tellBranches(labId: string, progress: LabProgress): void {
    const told = this.checked.get(labId);
    if (told) told.tell(progress);
    else this.checked.set(labId, new ToldBranches(progress));
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
    await this.alone(labId, async (name) => {
      const file = await this.place.open(name, true);
      const copy = new LabCopy(file!, this.breathe);
      try {
        copy.clear();
        void created();
        await copy.fill(lab, given, follow);
        await created();
        copy.mark('settled', given.length);
        this.checked.set(labId, new ToldBranches(lab));
      } finally {
        copy.close();
      }
    });
    await this.sameAgain(labId, database, created);
  }

  /** Removes a lab from both places. @throws what the database throws. */
  async remove<T>(labId: string, database: CopiedFrom, remove: () => Promise<T>): Promise<T> {
    const removed = once(remove);
    await this.alone(labId, async (name) => {
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
      this.checked.delete(labId);
      await this.ensure(labId, database);
      throw problem;
    }
  }

  /** Nobody else has the file meanwhile. Never rejects. */
  private async alone(labId: string, work: (name: string) => Promise<void>): Promise<void> {
    const hold = await this.holds.get(labId);
    hold?.end();
    this.checked.delete(labId);
    try {
      const name = await nameOf(labId);
      await this.place.alone(name, () => work(name));
    } catch {
      // the copy is not what the database is: it will be made so
    }
  }

  /** @returns the file, to be left again; null where there is none to be had, or no such lab. */
  private async hold(labId: string, database: CopiedFrom): Promise<CopyHold | null> {
    for (;;) {
      const hold = await (this.holds.get(labId) ?? this.begin(labId, database));
      if (hold === null || hold.enter()) return hold;
      await hold.gone;
    }
  }

  private begin(labId: string, database: CopiedFrom): Promise<CopyHold | null> {
    if (performance.now() < (this.restUntilMs.get(labId) ?? 0)) return Promise.resolve(null);
    const begun = new Promise<CopyHold | null>((resolve) => {
      void (async () => {
        const name = await nameOf(labId);
        await this.place.alone(name, async () => {
          const copy = await this.open(labId, name, database);
          const hold = copy && new CopyHold(copy);
          resolve(hold);
          await hold?.gone;
          this.holds.delete(labId);
        });
      })().catch(() => {
        this.holds.delete(labId);
        this.failed(labId, true);
        resolve(null);
      });
    });
    this.holds.set(labId, begun);
    return begun;
  }

  /** @returns a copy that is as the database is, marked as in use. */
  private async open(labId: string, name: string, database: CopiedFrom): Promise<LabCopy | null> {
    let file = await this.place.open(name, false);
    const copyOf = (): LabCopy => new LabCopy(file!, this.breathe);
    try {
      if (file === null || !(await this.isSettled(labId, copyOf(), database))) {
        const stored = await database.load(labId);
        if (stored === null) {
          file?.close();
          if (file !== null) await this.place.remove(name);
          return null;
        }
        file ??= await this.place.open(name, true);
        await copyOf().match(stored);
        this.checked.set(labId, new ToldBranches(stored.lab));
      } else if (!this.checked.has(labId)) this.checked.set(labId, null);
      copyOf().mark('inUse', copyOf().head?.commands);
      return copyOf();
    } catch (problem) {
      file?.close();
      throw problem;
    }
  }

  private async isSettled(labId: string, copy: LabCopy, database: CopiedFrom): Promise<boolean> {
    const { head } = copy;
    if (head?.state !== 'settled') return false;
    if (this.checked.has(labId)) return true;
    if (copy.bytes < COMPARED_BYTES) return false;
    return head.commands === (await database.countCommands(labId));
  }

  private failed(labId: string, rests: boolean): void {
    this.checked.delete(labId);
    if (rests) this.restUntilMs.set(labId, performance.now() + REST_MS);
  }
}

/** Lab ids may contain anything, names of files may not. */
async function nameOf(labId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(labId));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
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
