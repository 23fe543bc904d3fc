/**
 * Moves of cards can be undone and redone among everything else that was done. They are no commands:
 * they change nothing that is simulated, so no branch begins with them.
 */
import { create } from 'zustand';
import type { PlacedCard } from '../../lab/layout.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';

export interface Move {
  /** The card, or null: all were put back. */
  card: string | null;
  /** Where the cards are when this is undone, or redone. */
  layout: readonly PlacedCard[];
  /** What had been done by then: see {@link deeds}. */
  after: number;
}

interface Moves {
  labId: string;
  done: readonly Move[];
  undone: readonly Move[];
  /** Commands that were undone, less those that were redone. */
  takenBack: number;
}

const NOTHING: Moves = { labId: '', done: [], undone: [], takenBack: 0 };
const MOST = 100;
/** Steps of one card by keys that follow each other so closely are one move, milliseconds. */
const ONE_MOVE_MS = 1_000;

export const useMoves = create<Moves>(() => NOTHING);
let lastStepMs = Number.NEGATIVE_INFINITY;

/** Those of the open lab. */
function moves(): Moves {
  const { labId } = useLab.getState();
  const all = useMoves.getState();
  return all.labId === labId ? all : { ...NOTHING, labId };
}

/** Commands given so far, without those that were taken back. */
function deeds(): number {
  const given = useLab.getState().tree?.branches.reduce((sum, { commands }) => sum + commands, 0);
  return (given ?? 0) - moves().takenBack;
}

/** To be called before a card moves. @param before where the cards are now. */
export function noteMove(
  before: readonly PlacedCard[],
  card: string | null,
  by: 'step' | 'pull' = 'pull',
): void {
  if (useLab.getState().storage.kind === 'follower') return; // it will not move
  const { done, ...rest } = moves();
  const nowMs = performance.now();
  const goesOn = by === 'step' && nowMs - lastStepMs < ONE_MOVE_MS && done.at(-1)?.card === card;
  lastStepMs = by === 'step' ? nowMs : Number.NEGATIVE_INFINITY;
  if (goesOn) return;
  const move = { card, layout: before, after: deeds() };
  useMoves.setState({ ...rest, done: [...done, move].slice(-MOST), undone: [] });
}

/** The move that undoing, or redoing, is about; null: it is about a command. */
export function nextMove(which: 'undo' | 'redo'): Move | null {
  const { done, undone } = moves();
  const move = (which === 'undo' ? done : undone).at(-1);
  if (move === undefined) return null;
  const isNext = which === 'undo' ? deeds() <= move.after : deeds() >= move.after;
  return isNext ? move : null;
}

/** Puts the cards to where they were. */
export function takeMove(which: 'undo' | 'redo', move: Move): void {
  const { done, undone } = moves();
  const back = { ...move, layout: useLab.getState().layout ?? [] };
  lastStepMs = Number.NEGATIVE_INFINITY;
  useMoves.setState(
    which === 'undo'
      ? { done: done.slice(0, -1), undone: [...undone, back] }
      : { done: [...done, back], undone: undone.slice(0, -1) },
  );
  labActions.arrange(move.layout);
}

/** A command was undone or redone. */
export function noteTakenBack(which: 'undo' | 'redo'): void {
  const all = moves();
  const { takenBack } = all;
  useMoves.setState({ ...all, takenBack: takenBack + (which === 'undo' ? 1 : -1) });
}
