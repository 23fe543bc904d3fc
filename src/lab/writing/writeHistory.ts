/** A lab's branches as `Metadata.Shardscope.History`, the counterpart of its reader. */
import type { DoneLine } from '../doneBlock.ts';
import { durationText } from '../duration.ts';
import { commandsOfBranch, type LabHistory } from '../history.ts';

type Given = LabHistory['commands'][number];

type Told = Omit<LabHistory, 'own'>;

/** Branches are numbered anew from 0 in a file. */
export const placeIn = ({ branches }: Told, number: number): number =>
  branches.findIndex((each) => each.branch === number);

/**
 * What is written besides the present branch's commands.
 * @param withCommands false: the other branches' commands stand elsewhere.
 */
export function writeHistory(
  history: Told,
  present: readonly Given[],
  withCommands = true,
): Record<string, unknown> {
  const { at, branch, branches, commands } = history;
  const placeOf = (number: number): number => placeIn(history, number);
  return {
    At: durationText(at / 1_000),
    Branch: placeOf(branch),
    Branches: branches.map((each, place) => {
      const others = commands.filter(
        (given) => given.branch === each.branch && !present.includes(given),
      );
      return {
        ...(place > 0 && {
          Parent: placeOf(each.parent),
          ForkedAt: durationText(each.forkedAt / 1_000),
          FirstCommand: each.firstCommand,
        }),
        ...(each.name && { Name: each.name }),
        ...(each.undid !== undefined && { Undid: placeOf(each.undid) }),
        ...(withCommands && others.length > 0 && { Commands: others.map(writeGiven) }),
      };
    }),
  };
}

/** What was done, a command a line. */
export function* writeDone(history: Told): Generator<DoneLine> {
  const { branch, branches, commands } = history;
  const present = new Set(commandsOfBranch(branch, branches, commands));
  for (const { branch: own, number: _, ...given } of present) {
    yield { ...writeCommand(given), Given: placeIn(history, own) };
  }
  for (const given of commands) {
    if (present.has(given)) continue;
    yield { Branch: placeIn(history, given.branch), ...writeGiven(given) };
  }
}

const writeGiven = ({ number, ...given }: Given) => ({ Number: number, ...writeCommand(given) });

const writeCommand = ({ at, command }: Pick<Given, 'at' | 'command'>) => ({
  At: durationText(at / 1_000),
  Call: command.call,
  Input: command.input,
  ...(command.immediate && { Immediate: true }),
});
