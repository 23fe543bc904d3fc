/** Lines of the ledger for what functions' own code does. */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';

type Line = (world: World, entry: JournalEntry) => string;

const fn = ({ state }: World, number: number): string => state.functions[number]!.id;

function call({ code }: World, number: number): string {
  const { service, operation, environment } = code.calls.get(number);
  return `environment ${environment}: ${service}:${operation}`;
}

export const codeLines = {
  [Entry.handlerCallSent]: (w: World, e: JournalEntry) => `${call(w, e.a)} sent`,
  [Entry.handlerCallAnswered]: (w: World, e: JournalEntry) =>
    `${call(w, e.a)} ${e.c === 0 ? 'answered' : 'refused'}`,
  [Entry.handlerEnded]: (w: World, e: JournalEntry) => {
    const { isError, payload } = w.code.results.get(e.b);
    return `environment ${e.d}: ${isError ? 'threw' : 'returned'} ${payload}`;
  },
  [Entry.functionCodeChanged]: (w: World, e: JournalEntry) =>
    `${fn(w, e.a)} ${e.b < 0 ? 'carries out its effects' : 'runs other code'}`,
} satisfies Readonly<Record<number, Line>>;
