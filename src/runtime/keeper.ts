/**
 * Keeps one lab in storage for the session: commands at once, everything else behind it. Storage that
 * fails never stops the lab: from then on it lives in memory, and the page is told why.
 *
 * Only the tab that owns a lab writes it. Another one reads what is stored, follows what the owner
 * tells, and becomes the owner when that tab closes.
 */
import type { SimulationDefinition } from '../engine/definition.ts';
import { FIRST_BRANCH, type History } from './history.ts';
import type { StorageState } from './labStore.ts';
import type { Response } from './messages.ts';
import type { Claim, OwnerChannel, OwnerNews } from './ownership.ts';
import {
  commandsOfBranch,
  type GivenCommand,
  type LabStorage,
  type LoadedCheckpoint,
  type StorageProblem,
  type StorageProblemKind,
  type StoredLab,
} from './storage.ts';
import { storageWords, words } from './words.ts';
import { WriteBehind } from './writeBehind.ts';

const WRITE_EVERY_MS = 500;
/** The rest after a write is so many times as long as it took; while a run is under way, longer. */
const REST = { idle: 1, running: 10 };
const LONGEST_REST_MS = 5_000;
const TELL_EVERY_MS = 100;

export interface KeeperSurroundings {
  engineVersion: string;
  /** Rejects with a {@link StorageProblem} when there is no storage to be had. */
  openStorage(): Promise<LabStorage>;
  claim(labId: string): Promise<Claim>;
  openChannel(labId: string, hear: (news: OwnerNews) => void): OwnerChannel;
  post(response: Response): void;
  /** Real milliseconds, monotonic. */
  clock(): number;
}

/** What the keeper tells the session. */
export interface KeeperListener {
  /** The tab that owns the lab has moved on. */
  ownerMoved(news: OwnerNews): void;
  /** This tab owns the lab now. */
  tookOver(): void;
  /** Whether a long run is under way, which writing would slow down. */
  isRunning(): boolean;
}

/** A lab as it was found or newly made, with the commands on the way to its playhead. */
export interface FoundLab {
  lab: StoredLab;
  commands: GivenCommand[];
  /** The newest one that was stored of this lab, or null. */
  checkpoint: LoadedCheckpoint | null;
  resumed: boolean;
}

type Timer = ReturnType<typeof setTimeout>;

export class Keeper {
  private readonly surroundings: KeeperSurroundings;
  private readonly listener: KeeperListener;
  private storage: LabStorage | null = null;
  private claim: Claim | null = null;
  private channel: OwnerChannel | null = null;
  private state: StorageState | null = null;
  private labId = '';
  private history: History | null = null;
  private behind: WriteBehind | null = null;
  private restMs = WRITE_EVERY_MS;
  private writeTimer: Timer | null = null;
  private tellTimer: Timer | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(surroundings: KeeperSurroundings, listener: KeeperListener) {
    this.surroundings = surroundings;
    this.listener = listener;
  }

  get isFollower(): boolean {
    return this.state?.kind === 'follower';
  }

  /** Finds a lab, or makes it. Never rejects. */
  async open(labId: string, definition: SimulationDefinition, fresh: boolean): Promise<FoundLab> {
    await this.close();
    this.labId = labId;
    const lab = newLab(labId, definition, this.surroundings.engineVersion);
    try {
      this.storage = await this.surroundings.openStorage();
      const isOwner = await this.claimIt(labId);
      const found = fresh && isOwner ? null : await this.load(definition);
      if (found === null && isOwner) await this.storage.create(lab);
      this.behind = this.writeBehind(found);
      this.tell(isOwner ? { kind: 'durable' } : { kind: 'follower' });
      return found ?? { lab, commands: [], checkpoint: null, resumed: false };
    } catch (problem) {
      this.giveUp(problem);
      return { lab, commands: [], checkpoint: null, resumed: false };
    }
  }

  /** From now on this history is written behind. */
  watch(history: History): void {
    this.history = history;
  }

  /** The lab as it is stored now, or null when it cannot be read. For followers. */
  async look(): Promise<FoundLab | null> {
    try {
      const found = await this.load(null);
      this.behind = this.writeBehind(found);
      return found;
    } catch {
      return null; // the next news may find it whole again
    }
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

  /** Something has changed: it will be written, and told, soon. */
  touch(): void {
    if (this.storage === null || this.isFollower) return;
    this.writeTimer ??= setTimeout(() => this.writeNow(), Math.max(WRITE_EVERY_MS, this.restMs));
    this.tellTimer ??= setTimeout(() => this.tellOthers(), TELL_EVERY_MS);
  }

  /** Writes what is still to be written, and lets the lab go. */
  async close(): Promise<void> {
    if (this.writeTimer !== null) this.writeNow(false);
    await this.writing;
    if (this.writeTimer !== null) clearTimeout(this.writeTimer);
    this.writeTimer = null;
    this.history = null;
    this.letGo();
  }

  private async claimIt(labId: string): Promise<boolean> {
    const { claim: claimLab, openChannel } = this.surroundings;
    const claim = await claimLab(labId);
    this.claim = claim;
    this.channel = openChannel(labId, (news) => {
      if (this.isFollower) this.listener.ownerMoved(news);
    });
    if (!claim.isOwner) {
      void claim.granted.then(() => {
        if (this.claim === claim && this.isFollower) this.takeOver();
      });
    }
    return claim.isOwner;
  }

  private takeOver(): void {
    this.tell({ kind: 'durable' });
    this.listener.tookOver();
  }

  /** @param definition what the lab is by now; null: whatever is stored is meant. */
  private async load(definition: SimulationDefinition | null): Promise<FoundLab | null> {
    const stored = await this.storage?.load(this.labId);
    if (!stored || (definition !== null && !isStillMeant(stored, definition))) return null;
    const { lab } = stored;
    const commands = commandsOfBranch(lab.branch, lab.branches, stored.commands);
    if (commands.length > lab.commandCount) {
      lab.at = commands.at(-1)!.at;
      lab.furthest = Math.max(lab.furthest, lab.at);
    }
    const checkpoint = await this.storage!.loadCheckpoint(this.labId);
    return { lab, commands, checkpoint, resumed: true };
  }

  private writeBehind(found: FoundLab | null): WriteBehind | null {
    const { storage, labId, surroundings } = this;
    if (storage === null) return null;
    const { engineVersion, clock, post } = surroundings;
    const text = words.derivedDropped;
    const ranLow = () =>
      post({ re: -1, do: 'notice', level: 'warning', code: 'storage-low', text });
    const isSame = found?.lab.engineVersion === engineVersion;
    return new WriteBehind(
      storage,
      labId,
      { engineVersion, clock, ranLow },
      {
        rowsUpTo: isSame ? (found.lab.rowsUpTo ?? null) : null,
        checkpoint: found?.checkpoint?.row ?? null,
      },
    );
  }

  private writeNow(again = true): void {
    if (this.writeTimer !== null) clearTimeout(this.writeTimer);
    this.writeTimer = null;
    this.writing = this.writing.then(async () => {
      const isPartial = await this.write();
      if (isPartial && again && this.storage !== null) {
        this.writeTimer ??= setTimeout(() => this.writeNow(), this.restMs);
      }
    });
  }

  /** @returns whether there is more to write at once. */
  private async write(): Promise<boolean> {
    const { history, behind } = this;
    if (history === null || behind === null || this.isFollower) return false;
    const beganMs = this.surroundings.clock();
    try {
      return await behind.write(history);
    } catch (problem) {
      this.giveUp(problem);
      return false;
    } finally {
      const tookMs = this.surroundings.clock() - beganMs;
      const rest = this.listener.isRunning() ? REST.running : REST.idle;
      this.restMs = Math.min(LONGEST_REST_MS, tookMs * rest);
    }
  }

  private giveUp(problem: unknown): void {
    const kind: StorageProblemKind = (problem as StorageProblem).kind ?? 'unknown';
    const why = storageWords[kind] ?? storageWords.unknown;
    this.letGo();
    this.tell({ kind: 'memory', why });
    const code = `storage-${kind}`;
    this.surroundings.post({ re: -1, do: 'notice', level: 'warning', code, text: why });
  }

  private letGo(): void {
    if (this.tellTimer !== null) clearTimeout(this.tellTimer);
    this.tellTimer = null;
    this.storage?.close();
    this.storage = null;
    this.behind = null;
    this.channel?.close();
    this.channel = null;
    this.claim?.release();
    this.claim = null;
  }

  private tellOthers(): void {
    this.tellTimer = null;
    if (this.history === null) return;
    const { branch, commandCount, at, furthest } = this.history.progress('');
    this.channel?.tell({ branch, commandCount, at, furthest });
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
    commandCount: 0,
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
