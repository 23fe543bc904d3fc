/** Labs as files: YAML that opens again as what it was. */
import { MAXIMUM_DONE, MAXIMUM_DONE_CHARACTERS, MAXIMUM_EXPORT_BYTES } from '../lab/doneBlock.ts';
import { commandsOfBranch } from '../lab/history.ts';
import { soundLayout } from '../lab/layout.ts';
import { atOnce, COMMANDS_IN_STEP, type Steps } from '../lab/steps.ts';
import { writeLabInSteps } from '../lab/writing/writeLab.ts';
import type { History } from './history/history.ts';
import type { Pictures } from './session/pictures.ts';
import type { ShelfWish } from './storage/shelf.ts';
import type { GivenCommand, StoredLab } from './storage/storage.ts';
import { words } from './words.ts';

/** What a command may take in a file beyond what it takes itself. */
const ADDED_CHARACTERS = 60;

/** What of a lab goes into its file. */
type WrittenLab = Pick<StoredLab, 'branch' | 'branches' | 'at' | 'definition' | 'title' | 'layout'>;
interface Written {
  lab: WrittenLab;
  commands: readonly GivenCommand[];
}

/** The open lab as a file: as it is, be it stored or not. */
export function openLabSteps(
  { simulation, branch, branches, allCommands, now }: History,
  pictures: Pick<Pictures, 'data'>,
  { title, layout = [], data }: Omit<Extract<ShelfWish, { act: 'export' }>, 'act' | 'labId'>,
): Steps<string> {
  const { definition } = simulation.world;
  const lab = { definition, branch, branches, at: now, title: title ?? definition.title, layout };
  const world = data === true ? pictures.data(simulation.world) : undefined;
  return labSteps({ lab, commands: allCommands }, world);
}

/** {@link labSteps} at once. */
export function labText(lab: Written, data?: Record<string, unknown>): string {
  return atOnce(labSteps(lab, data));
}

/**
 * A lab as a file that replays what was done in it, every branch included, and that can be read again. Each
 * command is counted twice.
 * @param data what there is at the playhead, where it is asked for.
 * @throws Error with a sentence when that is more than a file may hold.
 */
export function* labSteps(
  { lab, commands }: Written,
  data?: Record<string, unknown>,
): Steps<string> {
  const { branch, branches, at, definition, title, layout } = lab;
  const line = commandsOfBranch(branch, branches, commands);
  const isTouched = commands.length > 0 || branches.length > 1;
  const history = { branch, branches, commands: [...commands], at };
  const lastMs = Math.ceil(Math.max(at, line.at(-1)?.at ?? 0) / 1_000);
  const untilMs = isTouched ? Math.max(definition.untilMs, lastMs) : definition.untilMs;
  if (!(yield* fitsFile(commands))) throw new Error(words.tooMuchToExport);
  const text = yield* writeLabInSteps({ ...definition, title, untilMs }, [], {
    ...(isTouched && { history }),
    layout: soundLayout(layout),
    ...(data && { data }),
  });
  if (new TextEncoder().encode(text).length <= MAXIMUM_EXPORT_BYTES) return text;
  throw new Error(words.tooMuchToExport);
}

/** Whether commands can be read again from a file. */
function* fitsFile(commands: readonly GivenCommand[]): Steps<boolean> {
  if (commands.length > MAXIMUM_DONE) return false;
  let characters = 0;
  for (const [i, command] of commands.entries()) {
    characters += JSON.stringify(command).length + 1 + ADDED_CHARACTERS;
    if (i % COMMANDS_IN_STEP === COMMANDS_IN_STEP - 1) yield COMMANDS_IN_STEP;
  }
  return characters <= MAXIMUM_DONE_CHARACTERS;
}
