/**
 * What has been typed into the console and what came of it. It outlives the panel; the commands outlive
 * the page.
 */
import { create } from 'zustand';
import { runCli } from '../../aws/cli/runCli.ts';
import type { CallAnswer } from '../../aws/door.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { clockLine } from '../parts/clockText.ts';
import { remember, remembered } from '../remembered.ts';
import { consoleWords as words } from '../words/console.ts';
import { pausedNote } from './pausedNote.ts';

export interface ConsoleEntry {
  id: number;
  /** Virtual time, as the clock shows it. */
  at: string;
  command: string;
  /** Null while it is under way. */
  outcome: { ok: boolean; text: string; note: string } | null;
}

interface ConsoleState {
  entries: ConsoleEntry[];
  /** Newest last. */
  history: string[];
  draft: string;
}

const MOST_ENTRIES = 200;
const MOST_REMEMBERED = 100;
const MOST_CHARACTERS = 100_000;

export const useConsole = create<ConsoleState>(() => ({
  entries: [],
  history: readHistory(),
  draft: '',
}));

let nextId = 1;

/** Runs a command, or one of the console's own. Resolves when it has been answered. */
export async function runCommand(text: string): Promise<void> {
  const command = text.trim();
  useConsole.setState({ draft: '' });
  if (command === '') return;
  noteCommand(command);
  if (command === 'clear') {
    clearConsole();
    return;
  }
  const { startAtMs, now } = useLab.getState();
  const id = nextId++;
  const entry: ConsoleEntry = { id, at: clockLine(startAtMs, now), command, outcome: null };
  const { entries } = useConsole.getState();
  useConsole.setState({ entries: [...entries, entry].slice(-MOST_ENTRIES) });
  settle(id, await answer(command === 'help' ? 'aws help' : command));
}

export function clearConsole(): void {
  useConsole.setState({ entries: [] });
}

async function answer(command: string): Promise<NonNullable<ConsoleEntry['outcome']>> {
  let last: CallAnswer | null = null;
  try {
    const { ok, text } = await runCli(command, async (service, operation, input) => {
      const result = await labActions.call(service, operation, input);
      if (!result.ok) throw new Error(result.error);
      last = result.answer;
      return result.answer;
    });
    return { ok, text: shortened(text), note: noteOn(ok, text, last) };
  } catch (error) {
    return { ok: false, text: (error as Error).message, note: '' };
  }
}

function noteOn(ok: boolean, text: string, last: CallAnswer | null): string {
  if (!ok || last === null || !last.ok) return '';
  const paused = useLab.getState().playing ? '' : pausedNote(last.output);
  return paused === '' && text === '' ? words.nothing : paused;
}

const shortened = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}\n…` : text;

function settle(id: number, outcome: NonNullable<ConsoleEntry['outcome']>): void {
  const { entries } = useConsole.getState();
  useConsole.setState({
    entries: entries.map((entry) => (entry.id === id ? { ...entry, outcome } : entry)),
  });
}

function noteCommand(command: string): void {
  const others = useConsole.getState().history.filter((known) => known !== command);
  const history = [...others, command].slice(-MOST_REMEMBERED);
  useConsole.setState({ history });
  remember('commands', JSON.stringify(history));
}

function readHistory(): string[] {
  try {
    const kept: unknown = JSON.parse(remembered('commands') ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
