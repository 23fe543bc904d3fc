/** The labs that are kept: listed, named, duplicated, deleted and brought back, and written as files. */
import type { PlacedCard } from '../../lab/layout.ts';
import type { History } from '../history/history.ts';
import type { Pictures } from '../session/pictures.ts';
import { takeSteps } from '../session/takeSteps.ts';
import type { Tabs } from '../tabs/tabs.ts';
import { storageSentence, words } from '../words.ts';
import {
  halfOf,
  type LabStorage,
  type ListedLab,
  StorageProblem,
  type Stored,
  type StoredLab,
  type WorkFollow,
} from './storage.ts';

/** What a person wants of the labs that are kept. `labId` names one. */
export type ShelfWish =
  | { act: 'list' }
  | { act: 'rename'; labId: string; title: string }
  /** Answered by the id of the copy. */
  | { act: 'duplicate'; labId: string; title: string }
  /** Keeps where the lab's cards have been put. */
  | { act: 'arrange'; labId: string; layout: readonly PlacedCard[] }
  | { act: 'remove'; labId: string }
  /** Stores the open lab as it is, where it is in memory only: as a lab of its own. Answered by its id. */
  | { act: 'keep'; labId: string; title: string; layout?: readonly PlacedCard[] }
  /** Brings back what was removed last. Answered by its id. */
  | { act: 'restore' }
  /**
   * Answered by the text of a lab file. The open lab is written as it is under the given title, with
   * its cards where they are, and with what there is in it at the playhead where `data` is true.
   */
  | {
      act: 'export';
      labId: string;
      title?: string;
      layout?: readonly PlacedCard[];
      data?: boolean;
      /** Answered by the file itself instead, which a page that only hands it on need not read. */
      asFile?: boolean;
    };

/** What comes of it; null where there is nothing to tell. */
export type ShelfValue = ListedLab[] | string | Blob | null;

export interface ShelfSurroundings {
  openStorage(): Promise<LabStorage>;
  pictures: Pick<Pictures, 'data'>;
  engineVersion: string;
  /** Resolves when messages that wait have been received. */
  breathe(): Promise<void>;
}

/** Follows work of a kind; `ended` is to be called when it has, however. */
export type FollowWork = (of: 'save' | 'remove' | 'write') => WorkFollow & { ended(): void };
const WORK: Partial<Record<ShelfWish['act'], 'remove' | 'write'>> = {
  remove: 'remove',
  export: 'write',
};

/** The lab that this tab has open. */
export interface OpenLab {
  labId: string;
  history: History;
  /** Resolves when all of it is stored. */
  settle(): Promise<void>;
  /** Lets it go as it is stored. */
  close(): Promise<void>;
}

const LONGEST_TITLE = 120;

/** What writes files comes only with one. */
const writer = () => import('../labText.ts');

export class Shelf {
  private readonly surroundings: ShelfSurroundings;
  private readonly tabs: Pick<Tabs, 'tellLook' | 'tellRemoved' | 'tellRestored'>;
  private removed: Stored | null = null;

  /** @param tabs hear how a lab looks from now on, and that it is gone. */
  constructor(surroundings: ShelfSurroundings, tabs: Shelf['tabs']) {
    this.surroundings = surroundings;
    this.tabs = tabs;
  }

  /** @throws Error with a sentence when it cannot be done; nothing has changed then. */
  async carryOut(
    wish: ShelfWish,
    open: OpenLab | null,
    followWork: FollowWork,
  ): Promise<ShelfValue> {
    const own = open !== null && 'labId' in wish && wish.labId === open.labId ? open : null;
    const follow = followWork(WORK[wish.act] ?? 'save');
    let storage: LabStorage | null = null;
    try {
      if (own !== null && wish.act === 'export') return await this.write(wish, own, follow);
      storage = await this.surroundings.openStorage();
      return await this.with(storage, wish, own, follow);
    } catch (problem) {
      throw new Error(storageSentence(problem));
    } finally {
      follow.ended();
      storage?.close();
    }
  }

  private async with(
    storage: LabStorage,
    wish: ShelfWish,
    own: OpenLab | null,
    follow: WorkFollow,
  ): Promise<ShelfValue> {
    switch (wish.act) {
      case 'list':
        return storage.list();
      case 'rename': {
        const title = titleFrom(wish.title);
        await storage.rename(wish.labId, title);
        this.tabs.tellLook(wish.labId, { title });
        return null;
      }
      case 'arrange':
        await storage.arrange(wish.labId, wish.layout);
        this.tabs.tellLook(wish.labId, { layout: wish.layout });
        return null;
      case 'duplicate':
        return duplicate(storage, wish.labId, titleFrom(wish.title), follow);
      case 'keep':
        return keep(storage, wish, own, this.surroundings.engineVersion);
      case 'remove':
        await own?.settle();
        await this.remove(storage, wish.labId, follow);
        await own?.close();
        return null;
      case 'restore': {
        if (this.removed === null) throw new Error(words.nothingRemoved);
        const { lab, commands } = this.removed;
        const labId = await freeId(storage, lab.labId);
        await storage.create({ ...withoutMade(lab), labId }, commands, follow);
        this.removed = null;
        if (labId === lab.labId) this.tabs.tellRestored(labId);
        return labId;
      }
      case 'export':
        return this.write(
          wish,
          await stored(storage, wish.labId, halfOf(follow, 0)),
          halfOf(follow, 0.5),
        );
    }
  }

  /** A lab as a file: one that is stored, or the open one as it is. */
  private async write(
    wish: Extract<ShelfWish, { act: 'export' }>,
    lab: Stored | OpenLab,
    follow: WorkFollow,
  ): Promise<string | Blob> {
    const { pictures, breathe } = this.surroundings;
    const { labSteps, openLabSteps } = await writer();
    const isOpen = 'history' in lab;
    const steps = isOpen ? openLabSteps(lab.history, pictures, wish) : labSteps(lab);
    const { length } = isOpen ? lab.history.allCommands : lab.commands;
    const text = await takeSteps(steps, 2 * length, { ...follow, breathe });
    if (text === null) throw new StorageProblem('cancelled', 'nobody waits for it');
    return wish.asFile ? new Blob([text], { type: 'application/yaml' }) : text;
  }

  /** Tabs that have it open go on with it in memory. */
  private async remove(storage: LabStorage, labId: string, follow: WorkFollow): Promise<void> {
    const found = await storage.remove(labId, follow);
    if (found === null) throw new Error(words.labGone);
    this.removed = found;
    this.tabs.tellRemoved(labId);
  }
}

async function stored(storage: LabStorage, labId: string, follow: WorkFollow): Promise<Stored> {
  const found = await storage.load(labId, follow);
  if (found === null) throw new Error(words.labGone);
  return found;
}

/** Nothing that is stored under its id is replaced. */
async function keep(
  storage: LabStorage,
  { labId, title, layout }: Extract<ShelfWish, { act: 'keep' }>,
  own: OpenLab | null,
  engineVersion: string,
): Promise<string> {
  if (own === null) throw new Error(words.notOpen);
  const { history } = own;
  const { definition } = history.simulation.world;
  const id = await freeId(storage, labId);
  const named = { labId: id, title: titleFrom(title), definition };
  const lab = { ...named, ...history.progress(engineVersion) };
  await storage.create({ ...lab, ...(layout && { layout }) }, history.allCommands);
  return id;
}

/** The copy has a name of its own, and everything that was done. */
async function duplicate(
  storage: LabStorage,
  labId: string,
  title: string,
  follow: WorkFollow,
): Promise<string> {
  const { lab, commands } = await stored(storage, labId, halfOf(follow, 0));
  const id = await freeCopyId(storage, labId);
  await storage.create({ ...withoutMade(lab), labId: id, title }, commands, halfOf(follow, 0.5));
  return id;
}

/** Its own id, or where another lab has it by now that of a copy. */
const freeId = async (storage: LabStorage, labId: string): Promise<string> =>
  (await storage.load(labId)) === null ? labId : freeCopyId(storage, labId);

async function freeCopyId(storage: LabStorage, labId: string): Promise<string> {
  const name = labId.replace(/^file:/, '').replace(/ copy(?: \d+)?$/, '');
  for (let count = 1; ; count++) {
    const id = `file:${name} copy${count > 1 ? ` ${count}` : ''}`;
    if ((await storage.load(id)) === null) return id;
  }
}

/** What is made from the commands is not copied: it is made again. */
function withoutMade({ rowsUpTo: _, ...lab }: StoredLab): StoredLab {
  return lab;
}

const titleFrom = (title: string): string => {
  const text = title.trim().slice(0, LONGEST_TITLE);
  if (text === '') throw new Error(words.emptyTitle);
  return text;
};
