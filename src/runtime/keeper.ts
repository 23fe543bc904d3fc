/**
 * Keeps one lab in storage for the session: commands at once, everything else behind it. Storage that
 * fails never stops the lab: from then on it lives in memory, and the page is told why.
 */
import type { SimulationDefinition } from '../engine/definition.ts';
import { FIRST_BRANCH, type History } from './history.ts';
import type { StorageState } from './labStore.ts';
import type { Response } from './messages.ts';
import type {
  GivenCommand,
  LabStorage,
  StorageProblem,
  StorageProblemKind,
  StoredLab,
} from './storage.ts';
import { storageWords } from './words.ts';

const WRITE_EVERY_MS = 500;

export interface KeeperSurroundings {
  engineVersion: string;
  /** Rejects with a {@link StorageProblem} when there is no storage to be had. */
  openStorage(): Promise<LabStorage>;
  post(response: Response): void;
}

/** A lab as it was found or newly made. */
export interface FoundLab {
  lab: StoredLab;
  commands: GivenCommand[];
  resumed: boolean;
}

export class Keeper {
  private storage: LabStorage | null = null;
  private state: StorageState | null = null;
  private labId = '';
  private history: History | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private writing: Promise<void> = Promise.resolve();

  private readonly surroundings: KeeperSurroundings;

  constructor(surroundings: KeeperSurroundings) {
    this.surroundings = surroundings;
  }

  /** Finds a lab, or makes it. Never rejects. */
  async open(labId: string, definition: SimulationDefinition, fresh: boolean): Promise<FoundLab> {
    await this.close();
    this.labId = labId;
    const lab = newLab(labId, definition, this.surroundings.engineVersion);
    try {
      this.storage = await this.surroundings.openStorage();
      const stored = fresh ? null : await this.storage.load(labId);
      const found = stored !== null && isStillMeant(stored, definition);
      if (!found) await this.storage.create(lab);
      this.tell({ kind: 'durable' });
      return found ? { ...stored, resumed: true } : { lab, commands: [], resumed: false };
    } catch (problem) {
      this.giveUp(problem);
      return { lab, commands: [], resumed: false };
    }
  }

  /** From now on this history is written behind. */
  watch(history: History): void {
    this.history = history;
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

  /** Something has changed: it will be written soon. */
  touch(): void {
    if (this.storage === null || this.timer !== null) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.writing = this.writing.then(() => this.write());
    }, WRITE_EVERY_MS);
  }

  /** Writes what is still to be written, and lets the storage go. */
  async close(): Promise<void> {
    if (this.timer !== null) {
      clearTimeout(this.timer);
      this.timer = null;
      this.writing = this.writing.then(() => this.write());
    }
    await this.writing;
    this.storage?.close();
    this.storage = null;
    this.history = null;
  }

  private async write(): Promise<void> {
    const { history, storage } = this;
    if (history === null || storage === null) return;
    try {
      await storage.save(this.labId, history.progress(this.surroundings.engineVersion), null);
    } catch (problem) {
      this.giveUp(problem);
    }
  }

  private giveUp(problem: unknown): void {
    const kind: StorageProblemKind = (problem as StorageProblem).kind ?? 'unknown';
    const why = storageWords[kind] ?? storageWords.unknown;
    this.storage?.close();
    this.storage = null;
    this.tell({ kind: 'memory', why });
    this.surroundings.post({
      re: -1,
      do: 'notice',
      level: 'warning',
      code: `storage-${kind}`,
      text: why,
    });
  }

  private tell(state: StorageState): void {
    if (this.state?.kind === state.kind) return;
    this.state = state;
    this.surroundings.post({ re: -1, do: 'storage', state });
  }
}

function newLab(labId: string, definition: SimulationDefinition, engineVersion: string): StoredLab {
  return {
    labId,
    title: definition.title,
    definition,
    engineVersion,
    branch: FIRST_BRANCH.branch,
    branches: [FIRST_BRANCH],
    at: 0,
    furthest: 0,
  };
}

/** A lab to which nobody has added anything is not kept when its definition has changed since. */
function isStillMeant(
  stored: { lab: StoredLab; commands: GivenCommand[] },
  definition: SimulationDefinition,
): boolean {
  if (stored.commands.length > 0) return true;
  return JSON.stringify(stored.lab.definition) === JSON.stringify(definition);
}
