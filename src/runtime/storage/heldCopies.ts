/** Which second copies are held by this tab: each is as the database is when its hold begins. */
import type { CopyPlace } from './copyFiles.ts';
import { CopyHold } from './copyHold.ts';
import { inBoth, isInUse } from './copyReading.ts';
import type { DatabaseStorage } from './databaseStorage.ts';
import { LabCopy } from './labCopy.ts';
import type { LabStorage } from './storage.ts';
import { ToldBranches } from './toldBranches.ts';

/** What is asked of the database. */
export type CopiedFrom = Pick<LabStorage, 'load'> &
  Pick<DatabaseStorage, 'countCommands' | 'addCommands' | 'mend'>;

/** After trouble, so long nothing is tried. */
const REST_MS = 10_000;
/** A smaller copy is compared with the database once in each session; of a larger one its commands are counted. */
const COMPARED_BYTES = 1 << 20;

export class HeldCopies {
  private readonly place: CopyPlace;
  private readonly breathe: () => Promise<void>;
  private readonly holds = new Map<string, Promise<CopyHold | null>>();
  /** Those that have been found to be as the database is, with the branches that they have. */
  readonly checked = new Map<string, ToldBranches | null>();
  /** Those that may have had more than the database, which did not take it: it goes on without that. */
  private readonly passedOver = new Set<string>();
  private readonly restUntilMs = new Map<string, number>();

  constructor(place: CopyPlace, breathe: () => Promise<void>) {
    this.place = place;
    this.breathe = breathe;
  }

  isHeld(labId: string): boolean {
    return this.holds.has(labId);
  }

  /** Another tab may have written this lab. */
  forget(labId: string): void {
    this.checked.delete(labId);
    this.passedOver.delete(labId);
  }

  /** The database goes on without what only the copy has. */
  passOver(labId: string): void {
    this.passedOver.add(labId);
  }

  /** @returns the file, to be left again; null where there is none to be had, or no such lab. */
  async hold(labId: string, database: CopiedFrom): Promise<CopyHold | null> {
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
        const isLeft = file !== null && !this.passedOver.has(labId) && isInUse(copyOf());
        const stored = await (isLeft ? inBoth(labId, copyOf(), database) : database.load(labId));
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

  /** What was held for a write is not needed any more. */
  leave(labId: string, hold: CopyHold): void {
    hold.leave();
    if (!hold.isSound) this.failed(labId, hold.hasFailed);
  }

  /** Nobody else has the file meanwhile. Never rejects. */
  async alone(labId: string, work: (name: string) => Promise<void>): Promise<void> {
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
}

/** Lab ids may contain anything, names of files may not. */
export async function nameOf(labId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(labId));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
