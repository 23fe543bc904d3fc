/** A storage in memory, for tests: keeps what a database would keep, and can be told to fail. */
import {
  type GivenCommand,
  type LabProgress,
  type LabStorage,
  type ListedLab,
  StorageProblem,
  type StoredLab,
} from '../storage/storage.ts';
import type {
  CheckpointPortion,
  StoredCheckpoint,
  StoredPage,
} from '../storage/storedCheckpoint.ts';
import type { DerivedRows } from '../storage/storedRows.ts';

export class MemoryStorage implements LabStorage {
  readonly labs = new Map<string, StoredLab>();
  readonly commands = new Map<string, GivenCommand[]>();
  rows: DerivedRows[] = [];
  checkpoints: StoredCheckpoint[] = [];
  readonly pages = new Map<number, StoredPage>();
  /** Thrown by the next call of a method. */
  readonly failures: Partial<Record<keyof LabStorage, unknown>> = {};

  async load(labId: string) {
    this.failAt('load');
    const lab = this.labs.get(labId);
    if (lab === undefined) return null;
    return structuredClone({ lab, commands: this.commands.get(labId) ?? [] });
  }

  look(labId: string) {
    return this.load(labId);
  }

  isBehind() {
    return false;
  }

  async list(): Promise<ListedLab[]> {
    return [...this.labs.values()].map(({ labId, title, at, definition, branches }) => ({
      ...{ labId, title, at, seed: definition.seed, branches: branches.length },
      commands: this.commands.get(labId)?.length ?? 0,
    }));
  }

  async create(lab: StoredLab, commands: readonly GivenCommand[] = []) {
    this.failAt('create');
    this.labs.set(lab.labId, structuredClone(lab));
    this.commands.set(lab.labId, structuredClone([...commands]));
    this.checkpoints = [];
    this.pages.clear();
  }

  async rename(labId: string, title: string) {
    Object.assign(this.labs.get(labId)!, { title });
  }

  async arrange(labId: string, layout: NonNullable<StoredLab['layout']>) {
    this.failAt('arrange');
    Object.assign(this.labs.get(labId)!, { layout });
  }

  async remove(labId: string) {
    const found = await this.load(labId);
    this.labs.delete(labId);
    this.commands.delete(labId);
    return found;
  }

  async putCommands(labId: string, progress: LabProgress, commands: GivenCommand[]) {
    this.failAt('putCommands');
    this.commands.get(labId)!.push(...structuredClone(commands));
    Object.assign(this.labs.get(labId)!, structuredClone(progress));
  }

  async save(labId: string, progress: LabProgress, rows: DerivedRows | null) {
    this.failAt('save');
    const lab = this.labs.get(labId);
    if (lab === undefined) throw new StorageProblem('removed', 'it is not there any more');
    Object.assign(lab, structuredClone(progress));
    if (rows !== null) this.rows.push(structuredClone(rows));
  }

  async loadCheckpoints() {
    return structuredClone({ rows: this.checkpoints, pages: this.pages });
  }

  async saveCheckpoint(_: string, { pages, row, goneMoments, gonePages }: CheckpointPortion) {
    this.failAt('saveCheckpoint');
    for (const page of structuredClone(pages)) this.pages.set(page.page, page);
    for (const page of gonePages) this.pages.delete(page);
    if (row === null) return;
    const kept = this.checkpoints.filter(({ moment }) => !goneMoments.includes(moment));
    this.checkpoints = [...kept, structuredClone(row)];
  }

  close() {}

  private failAt(method: keyof LabStorage): void {
    const failure = this.failures[method];
    delete this.failures[method];
    if (failure !== undefined) throw failure;
  }
}
