/**
 * What can be done with the tree of branches: change to one, undo, redo, name. Nothing is ever taken
 * back: undoing begins a branch on which the command was not given, and redoing goes back to the one
 * on which it was. Both keep the playhead where it is.
 */
import type { Command } from '../../engine/definition.ts';
import type { Branch } from '../storage/storage.ts';
import { words } from '../words.ts';
import { branchNumbered } from './commandTree.ts';
import type { History } from './history.ts';

/** A branch as a list of branches shows it. */
export interface ListedBranch {
  branch: number;
  /** -1 for the first. */
  parent: number;
  /** Microseconds. */
  forkedAt: number;
  furthest: number;
  /** What a person has called it, or null. */
  name: string | null;
  /** Commands given on it, without those of its parent. */
  commands: number;
  /** How it differs from its parent first: by a command of its own, or by one that was undone. */
  first: { given: boolean; at: number; command: Command } | null;
}

export interface BranchTree {
  /** The one that the playhead is on. */
  branch: number;
  /** Parents before their children. */
  branches: ListedBranch[];
  /** The command that undoing takes away, or redoing brings back; null where there is none. */
  undo: Command | null;
  redo: Command | null;
}

/** What a person wants of the tree. */
export type TreeWish =
  | { do: 'change'; branch: number; at?: number }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'name'; branch: number; name: string };

const LONGEST_NAME = 60;

/**
 * Does what is wanted, as far as it takes no time.
 * @returns the instant (microseconds) at which the playhead is to be.
 * @throws Error with a sentence when there is nothing to do; nothing has changed then.
 */
export function carryOutOnTree(history: History, wish: TreeWish): number {
  switch (wish.do) {
    case 'undo':
      return undo(history);
    case 'redo':
      return redo(history);
    case 'change': {
      const branch = branchNumbered(history.branches, wish.branch);
      if (branch === undefined) throw new Error(words.noSuchBranch);
      const to = wish.at ?? branch.at ?? branch.forkedAt;
      if (wish.branch !== history.branch) history.changeTo(wish.branch);
      return to;
    }
    case 'name': {
      const name = wish.name.trim().slice(0, LONGEST_NAME);
      history.describeBranch(wish.branch, { name });
      return history.now;
    }
  }
}

function undo(history: History): number {
  const { now, branch: undid, branches } = history;
  const last = history.commands[history.applied - 1];
  if (last === undefined) throw new Error(words.nothingToUndo);
  const untouched = branches.find(
    (known) =>
      known.undid === undid &&
      known.firstCommand === last.number &&
      !history.allCommands.some(({ branch }) => branch === known.branch),
  );
  history.changeTo(untouched?.branch ?? history.addBranch(last.at, last.number, { undid }));
  return now;
}

function redo(history: History): number {
  const { now } = history;
  const undone = redoable(history);
  if (undone === null) throw new Error(words.nothingToRedo);
  history.changeTo(undone);
  return now;
}

/** The branch that an undoing left, as long as nothing else was done since. */
function redoable({ branches, branch, commands }: History): number | null {
  const present = branchNumbered(branches, branch);
  if (present?.undid === undefined || commands.length > present.firstCommand) return null;
  return present.undid;
}

/** The tree, to be shown. */
export function listBranches(history: History): BranchTree {
  const { branch, branches, commands, applied } = history;
  const redo = redoable(history);
  const last = commands[applied - 1];
  return {
    branch,
    branches: branches.map((each) => listed(history, each)),
    undo: last?.command ?? null,
    redo: redo === null ? null : (undoneBy(history, branchNumbered(branches, branch)!) ?? null),
  };
}

function listed(history: History, each: Branch): ListedBranch {
  const { branch, parent, forkedAt, firstCommand, name } = each;
  const own = history.allCommands.filter((given) => given.branch === branch);
  const begins = own.find(({ number }) => number === firstCommand);
  const without = undoneBy(history, each);
  const isPresent = branch === history.branch;
  return {
    ...{ branch, parent, forkedAt, commands: own.length },
    furthest: isPresent ? history.furthest : (each.furthest ?? forkedAt),
    name: name === undefined || name === '' ? null : name,
    first:
      without !== undefined
        ? { given: false, at: forkedAt, command: without }
        : begins === undefined || parent < 0
          ? null
          : { given: true, at: begins.at, command: begins.command },
  };
}

/** The command that is missing on a branch that began by undoing. */
function undoneBy(history: History, { undid, firstCommand }: Branch): Command | undefined {
  if (undid === undefined) return undefined;
  return history.lineOf(undid)[firstCommand]?.command;
}

/** Notices when the tree, or the place in it, has changed. */
export class TreeNews {
  private branches: readonly Branch[] | null = null;
  private place = '';

  /** @returns the tree when it is another than at the last call, else null. */
  since(history: History): BranchTree | null {
    const { branches, branch, applied, allCommands } = history;
    const place = `${branch} ${applied} ${allCommands.length}`;
    if (branches === this.branches && place === this.place) return null;
    this.branches = branches;
    this.place = place;
    return listBranches(history);
  }
}
