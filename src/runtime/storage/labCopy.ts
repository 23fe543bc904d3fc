/**
 * The second copy of one lab: a file of lines, each a piece of JSON. The first line says in which state the
 * file is; every other is the lab, a change of it, a command that was given, or one that was not after all.
 * What comes later holds. Each is written with a line break before it, so that a line that was torn off
 * costs only itself.
 */
import type { CopyFile } from './copyFiles.ts';
import type { GivenCommand, LabProgress, Stored, StoredLab, WorkFollow } from './storage.ts';
import { isStoredCommand, isStoredLab } from './storedShape.ts';
import { withBranches } from './toldBranches.ts';

/** What may be said of a lab in a line of its own; of its branches only those that are new or changed. */
export type CopiedChange = Partial<LabProgress & Pick<StoredLab, 'title' | 'layout'>>;

type CopiedLine =
  | { lab: StoredLab }
  | { change: CopiedChange }
  | { given: GivenCommand }
  | { gone: [branch: number, number: number] };

/**
 * - `begun`: not all of the lab is there: it is no copy.
 * - `settled`: all of it, as in the database.
 * - `inUse`: all of it, but what came last may be here and not in the database, or the other way round.
 */
export type CopyState = 'begun' | 'settled' | 'inUse';

const SIGNS: Record<CopyState, string> = { begun: '0', settled: '1', inUse: '2' };
const HEAD_BYTES = 12;
const READ_BYTES = 1 << 19;
/** Commands written at once. */
const COMMANDS_AT_ONCE = 2_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class LabCopy {
  private readonly file: CopyFile;
  private readonly breathe: () => Promise<void>;
  /** Where the next line goes; undefined: at the end of the file. */
  private end: number | undefined;

  constructor(file: CopyFile, breathe: () => Promise<void>) {
    this.file = file;
    this.breathe = breathe;
  }

  get bytes(): number {
    return this.file.size();
  }

  /** Null: it does not say so. `commands`: how many there were when it was settled. An empty file has been begun. */
  get head(): { state: CopyState; commands: number } | null {
    const bytes = new Uint8Array(HEAD_BYTES);
    if (this.file.read(bytes, 0) < HEAD_BYTES) return { state: 'begun', commands: 0 };
    const found = /^([012]) (\d{10})$/.exec(decoder.decode(bytes));
    if (found === null) return null;
    const state = (['begun', 'settled', 'inUse'] as const)[Number(found[1])]!;
    return { state, commands: Number(found[2]) };
  }

  mark(state: CopyState, commands = 0): void {
    const head = `${SIGNS[state]} ${String(commands).padStart(HEAD_BYTES - 2, '0')}`;
    this.file.write(encoder.encode(head), 0);
  }

  append(change: CopiedChange | null, given: readonly GivenCommand[] = []): void {
    this.write([...given.map((command) => ({ given: command })), ...(change ? [{ change }] : [])]);
  }

  /** Whatever there was goes. */
  clear(): void {
    this.file.truncate(0);
    this.mark('begun');
    this.end = undefined;
  }

  /** Writes a whole lab behind what there is, in slices. Rejects when nobody wants it any more. */
  async fill(
    { rowsUpTo: _, ...lab }: StoredLab,
    given: readonly GivenCommand[],
    follow?: Pick<WorkFollow, 'isCancelled'>,
  ): Promise<void> {
    this.write([{ lab }]);
    await this.writeGiven(given, follow);
  }

  private async writeGiven(
    given: readonly GivenCommand[],
    follow?: Pick<WorkFollow, 'isCancelled'>,
  ): Promise<void> {
    for (let from = 0; from < given.length; from += COMMANDS_AT_ONCE) {
      if (from > 0) await this.breathe();
      if (follow?.isCancelled()) throw new Error('Nobody waits for it.');
      this.append(null, given.slice(from, from + COMMANDS_AT_ONCE));
    }
  }

  /** Makes that it is as the database is. It is a copy all the while, where it was one before. */
  async match(stored: Stored): Promise<void> {
    const state = this.head?.state ?? 'begun';
    const found = state === 'begun' ? null : await this.read();
    if (found === null) {
      this.clear();
      await this.fill(stored.lab, stored.commands);
    } else {
      this.mark('inUse');
      const before = new Map(found.commands.map((each) => [keyOf(each), JSON.stringify(each)]));
      const changed = stored.commands.filter((each) => {
        const isSame = before.get(keyOf(each)) === JSON.stringify(each);
        before.delete(keyOf(each));
        return !isSame;
      });
      for (const key of before.keys()) this.write([{ gone: JSON.parse(key) }]);
      if (!isSameLab(found.lab, stored.lab)) await this.fill(stored.lab, []);
      await this.writeGiven(changed);
    }
    this.mark('settled', stored.commands.length);
    this.file.flush();
  }

  /** @returns the lab as its lines say it, without those that are damaged; null where there is none in them. */
  async read(): Promise<Stored | null> {
    let lab: StoredLab | null = null;
    const commands = new Map<string, GivenCommand>();
    for await (const text of this.lines()) {
      const line = parsed(text);
      if (line === null) continue;
      if ('lab' in line && isStoredLab(line.lab)) lab = line.lab;
      else if ('change' in line && lab !== null) {
        lab = changedBy(lab, line.change) ?? lab;
      } else if ('given' in line && isStoredCommand(line.given)) {
        commands.set(keyOf(line.given), line.given);
      } else if ('gone' in line) commands.delete(JSON.stringify(line.gone));
    }
    if (lab === null) return null;
    const inOrder = [...commands.values()].sort(
      (a, b) => a.branch - b.branch || a.number - b.number,
    );
    return { lab, commands: inOrder };
  }

  private async *lines(): AsyncGenerator<string> {
    const part = new Uint8Array(READ_BYTES);
    const text = new TextDecoder();
    let rest = '';
    for (let at = HEAD_BYTES; ; at += part.length) {
      const length = this.file.read(part, at);
      const lines = (rest + text.decode(part.subarray(0, length), { stream: true })).split('\n');
      rest = lines.pop()!;
      yield* lines;
      if (length < part.length) return yield rest;
      await this.breathe();
    }
  }

  flush(): void {
    this.file.flush();
  }

  close(): void {
    this.file.close();
  }

  private write(lines: readonly CopiedLine[]): void {
    if (lines.length === 0) return;
    const text = lines.map((line) => `\n${JSON.stringify(line)}`).join('');
    const bytes = encoder.encode(text);
    this.end ??= this.file.size(); // asking takes long where the files are another process's
    this.file.write(bytes, this.end);
    this.end += bytes.length;
  }
}

const keyOf = ({ branch, number }: GivenCommand): string => JSON.stringify([branch, number]);

/** Whether they are the same but for what changes all the time. */
function isSameLab(one: StoredLab, other: StoredLab): boolean {
  const kept = ({ title, definition, layout, branch, branches }: StoredLab) =>
    JSON.stringify([title, definition, layout, branch, branches]);
  return kept(one) === kept(other);
}

/** Null where the change makes no lab of it. */
function changedBy(lab: StoredLab, change: CopiedChange): StoredLab | null {
  const { branches = [] } = change;
  if (!Array.isArray(branches)) return null;
  const changed = { ...lab, ...change, branches: withBranches(lab.branches, branches) };
  return isStoredLab(changed) && changed.labId === lab.labId ? changed : null;
}

function parsed(text: string): CopiedLine | null {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null ? (line as CopiedLine) : null;
  } catch {
    return null; // torn off, or damaged
  }
}
