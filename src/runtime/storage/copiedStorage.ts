/** The database with a second copy of what is true of each lab beside it; what is made from it has none. */
import type { PlacedCard } from '../../lab/layout.ts';
import { areFork } from './databaseStorage.ts';
import type { CopiedFrom } from './heldCopies.ts';
import type { SecondCopies } from './secondCopies.ts';
import type {
  GivenCommand,
  LabProgress,
  LabStorage,
  StorageProblem,
  StoredLab,
  WorkFollow,
} from './storage.ts';
import type { CheckpointPortion } from './storedCheckpoint.ts';
import type { DerivedRows } from './storedRows.ts';

export class CopiedStorage implements LabStorage {
  private readonly database: LabStorage & CopiedFrom;
  private readonly copies: SecondCopies;
  private readonly hasHealed: () => void;

  /** @param hasHealed hears that rows of a lab were damaged, and are whole again. */
  constructor(database: LabStorage & CopiedFrom, copies: SecondCopies, hasHealed: () => void) {
    this.database = database;
    this.copies = copies;
    this.hasHealed = hasHealed;
  }

  async load(labId: string, follow?: WorkFollow) {
    const { copies, database } = this;
    const [isCaughtUp, stored] = await Promise.all([
      copies.catchUp(labId, database),
      database.load(labId, follow).catch((problem) => this.healed(labId, problem, follow)),
    ]);
    return isCaughtUp ? database.load(labId, follow) : stored;
  }

  look(labId: string) {
    return this.database.look(labId);
  }

  /** A lab of which rows are damaged, once they are as they are in its copy. @throws the problem where they cannot be. */
  private async healed(labId: string, problem: StorageProblem, follow?: WorkFollow) {
    const { copies, database } = this;
    if (problem.kind !== 'corrupt' || !(await copies.heal(labId, database))) throw problem;
    const stored = await database.load(labId, follow);
    this.hasHealed();
    return stored;
  }

  isBehind(labId: string) {
    return this.copies.isAhead(labId);
  }

  list() {
    return this.database.list();
  }

  create(lab: StoredLab, commands: readonly GivenCommand[] = [], follow?: WorkFollow) {
    const { copies, database } = this;
    const create = () => database.create(lab, commands, follow);
    return copies.create(lab, commands, database, create, follow);
  }

  rename(labId: string, title: string) {
    const { copies, database } = this;
    return copies.write(labId, database, { look: { title } }, () => database.rename(labId, title));
  }

  arrange(labId: string, layout: readonly PlacedCard[]) {
    const { copies, database } = this;
    const arrange = () => database.arrange(labId, layout);
    return copies.write(labId, database, { look: { layout } }, arrange);
  }

  remove(labId: string, follow?: WorkFollow) {
    const { copies, database } = this;
    return copies.remove(labId, database, () => database.remove(labId, follow));
  }

  putCommands(labId: string, progress: LabProgress, given: GivenCommand[]) {
    const { copies, database } = this;
    if (!areFork(progress, given)) return copies.keep(labId, database, given);
    const both = { given, progress };
    return copies.write(labId, database, both, () => database.putCommands(labId, progress, given));
  }

  async save(labId: string, progress: LabProgress, rows: DerivedRows | null) {
    const { copies, database } = this;
    await copies.arrived(labId);
    await copies.ensure(labId, database);
    const save = () => database.save(labId, progress, rows);
    if (copies.hasBranches(labId, progress)) return save();
    await copies.write(labId, database, { progress }, save);
  }

  loadCheckpoints(labId: string, follow?: WorkFollow) {
    return this.database.loadCheckpoints(labId, follow);
  }

  saveCheckpoint(labId: string, portion: CheckpointPortion) {
    return this.database.saveCheckpoint(labId, portion);
  }

  close(): void {
    void this.copies.allArrived().then(() => this.database.close());
  }
}
