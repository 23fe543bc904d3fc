/**
 * `Metadata.Shardscope.History`: the branches of a lab that somebody has worked in. The commands of the
 * present branch stand among `Commands`, marked as given, so that the file replays what was seen; those
 * of the other branches stand here.
 */
import type { Command, SimulationDefinition } from '../engine/definition.ts';
import type { Lab } from './lab.ts';
import type { Members } from './members.ts';
import { readCommands } from './section/commands.ts';
import { refuseOthers } from './section/sectionKeys.ts';
import type { Steps } from './steps.ts';

/** A branch, as the runtime keeps it. Instants are microseconds since the lab's first. */
export interface HistoryBranch {
  branch: number;
  parent: number;
  forkedAt: number;
  firstCommand: number;
  name?: string;
  undid?: number;
}

export interface LabHistory {
  branch: number;
  branches: HistoryBranch[];
  commands: { branch: number; number: number; at: number; command: Command }[];
  /** Where the playhead was. */
  at: number;
  /** The lab's own commands: those that nobody has given. */
  own: SimulationDefinition['commands'];
}

const MOST = 1_000_000;
const toUs = (ms: number): number => Math.round(ms * 1_000);

type Given = LabHistory['commands'][number];
type Fork = Pick<HistoryBranch, 'branch' | 'parent' | 'firstCommand'>;

/** The commands of a branch and of its ancestors up to where it left them, in order. */
export function commandsOfBranch(
  branch: number,
  branches: readonly Fork[],
  commands: readonly Given[],
): Given[] {
  const line: Given[] = [];
  let below = Number.POSITIVE_INFINITY;
  for (let at = branch, left = branches.length; left > 0; left--) {
    const current = branches.find((each) => each.branch === at);
    if (current === undefined) break;
    const { firstCommand, parent } = current;
    const isOwn = ({ branch: own, number }: Given): boolean =>
      own === current.branch && number >= firstCommand && number < below;
    for (const command of commands.filter(isOwn)) line.push(command);
    below = Math.min(below, firstCommand);
    at = parent;
  }
  return line.sort((a, b) => a.number - b.number);
}

/** The history that a file carries, or undefined where it carries none. */
export function* readHistory(
  section: Members,
  lab: Lab,
  commands: SimulationDefinition['commands'],
): Steps<LabHistory | undefined> {
  if (!section.has('History')) return undefined;
  const from = section.mapping('History');
  refuseOthers(from, ['At', 'Branch', 'Branches']);
  const written = from.list('Branches');
  const branches = written.map((each, place) => readBranch(each, place, written.length));
  const elsewhere: Given[] = [];
  for (const [place, each] of written.entries()) {
    const read = yield* readCommands(each, lab, ['Number']);
    const numbered = each.list('Commands');
    for (const [i, { atMs, command }] of read.entries()) {
      const number = numbered[i]!.number('Number', { minimum: 0, maximum: MOST }, i);
      elsewhere.push({ branch: branches[place]!.branch, number, at: toUs(atMs), command });
    }
  }
  const branch = from.number('Branch', { minimum: 0, maximum: MOST }, 0);
  if (!branches.some((known) => known.branch === branch)) {
    from.error('Branch', `there is no branch ${branch} among the Branches.`);
  }
  const given = commands.filter((command) => lab.given.has(command));
  const present = given.map((each, number) => ({
    branch: lab.given.get(each)!,
    number,
    at: toUs(each.atMs),
    command: each.command,
  }));
  return {
    ...{ branch, branches, at: toUs(from.duration('At', 0)) },
    commands: [...present, ...elsewhere],
    own: commands.filter((command) => !lab.given.has(command)),
  };
}

/** Branches are numbered as they came to be, so that a parent stands before its children. */
function readBranch(from: Members, place: number, count: number): HistoryBranch {
  refuseOthers(from, ['Parent', 'ForkedAt', 'FirstCommand', 'Name', 'Undid', 'Commands']);
  const isFirst = place === 0;
  const name = from.text('Name');
  const undid = from.number('Undid', { minimum: 0, maximum: Math.max(0, count - 1) });
  return {
    branch: place,
    parent: isFirst ? -1 : from.number('Parent', { minimum: 0, maximum: place - 1 }, 0),
    forkedAt: isFirst ? 0 : toUs(from.duration('ForkedAt', 0)),
    firstCommand: isFirst ? 0 : from.number('FirstCommand', { minimum: 0, maximum: MOST }, 0),
    ...(name !== undefined && { name }),
    ...(undid !== undefined && { undid }),
  };
}
