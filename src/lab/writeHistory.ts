/** A lab's branches as `Metadata.Shardscope.History`, the counterpart of its reader. */
import { durationText } from './duration.ts';
import type { LabHistory } from './history.ts';

type Given = LabHistory['commands'][number];

/** What is written besides the present branch's commands. Branches are numbered anew from 0. */
export function writeHistory(
  { at, branch, branches, commands }: Omit<LabHistory, 'own'>,
  present: readonly Given[],
): Record<string, unknown> {
  const placeOf = (number: number): number => branches.findIndex((each) => each.branch === number);
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
        ...(others.length > 0 && { Commands: others.map(writeGiven) }),
      };
    }),
  };
}

const writeGiven = ({ number, at, command }: Given) => ({
  Number: number,
  At: durationText(at / 1_000),
  Call: command.call,
  Input: command.input,
  ...(command.immediate && { Immediate: true }),
});
