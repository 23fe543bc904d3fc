/** The lesson that is presented to a class: what is shown of it, hands that were counted, and the way through it. */
import { create } from 'zustand';
import type { Answer, Derived } from '../../lessons/answer.ts';
import { courseEntry } from '../../lessons/course.ts';
import { spanOfStep } from '../../lessons/lessonWorld.ts';
import type { SpeakerNotes } from '../../lessons/speakerNotes.ts';
import { type Derivation, deriveInBackground } from '../../runtime/questions/questionHost.ts';
import { followLessons } from '../lessons/following.ts';
import {
  commit,
  goToStep,
  run,
  seeWorld,
  showTask,
  stepOf,
  type Taken,
  take,
  takeTold,
  useTaking,
} from '../lessons/taking.ts';
import { usePanels } from '../panels.ts';
import { useStageView } from '../stage/stageView.ts';
import { type Beat, nextBeat } from './beats.ts';
import { type Hands, NO_HANDS } from './hands.ts';

interface Presenting {
  notes: SpeakerNotes | null;
  /** The answer, for the teacher: derived when the step begins; null until it is, or where nothing is asked. */
  derived: Derived | null;
  isRevealed: boolean;
  /** By the id of the step. */
  hands: Readonly<Record<string, Hands>>;
  /** What lies over the picture. */
  over: 'black' | 'code' | 'keys' | null;
  /** The notes stand below the picture. */
  hasNotes: boolean;
  /** The browser has refused to open the speaker's window. */
  isBlocked: boolean;
  /** Real time, epoch milliseconds. */
  beganAtMs: number;
}

const FRESH: Presenting = {
  notes: null,
  derived: null,
  isRevealed: false,
  hands: {},
  over: null,
  hasNotes: false,
  isBlocked: false,
  beganAtMs: 0,
};

export const usePresenting = create<Presenting>(() => FRESH);

const set = (change: Partial<Presenting>): void => usePresenting.setState(change);

let derivation: Derivation | null = null;

/** @returns whether there is such a lesson. */
export async function present(lesson: string, step: number): Promise<boolean> {
  const entry = courseEntry(lesson);
  if (entry === undefined) {
    leavePresentation();
    await take(lesson);
    return false;
  }
  followLessons();
  useStageView.setState({ isPresenting: true });
  set({ ...FRESH, beganAtMs: Date.now() });
  const [told, notes] = await Promise.all([entry.load(), entry.notes()]);
  set({ notes });
  const address = (at: number): string => `?lesson=${lesson}&step=${at + 1}&present`;
  const within = Math.min(step, told.lesson.steps.length - 1);
  await beginStep(within, () => takeTold({ title: entry.title, entry, address, told }, within));
  return true;
}

/** The presentation ends; the lesson goes on at its step. */
export function leavePresentation(): void {
  const { taken } = useTaking.getState();
  derivation?.cancel();
  useStageView.setState({ isPresenting: false });
  usePanels.setState({ presented: null, sheet: 'lessons' });
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  if (taken?.entry != null) void take(taken.told.lesson.id, taken.step);
}

async function beginStep(step: number, go: () => Promise<void>): Promise<void> {
  derivation?.cancel();
  set({ isRevealed: false, derived: null });
  await go();
  const { taken } = useTaking.getState();
  if (taken === null || taken.step !== step || stepOf(taken).question === undefined) return;
  const mine = deriveInBackground({ lesson: taken.told.lesson, step, given: null }, () => {});
  derivation = mine;
  try {
    set({ derived: await mine.answer });
  } catch {
    // the question itself says so when it is run
  }
}

/** Begins a step anew; its hands stay counted. */
export function goTo(step: number): void {
  const { taken } = useTaking.getState();
  if (taken === null) return;
  const within = Math.max(0, Math.min(step, taken.told.lesson.steps.length - 1));
  void beginStep(within, () => goToStep(within));
}

/** What the next press does. */
export function beatOf(taken: Taken, isRevealed: boolean): Beat {
  const { question, task } = stepOf(taken);
  return nextBeat({
    asks: question !== undefined ? 'question' : task !== undefined ? 'task' : null,
    hasBegun: taken.begin !== null,
    isRunning: taken.isRunning,
    hasEnded: taken.end !== null,
    isTaskDone: taken.isTaskDone,
    isRevealed,
    isElsewhere: taken.world !== null,
    isLast: taken.step === taken.told.lesson.steps.length - 1,
  });
}

/** Goes on by one beat. @param atOnce without looking on, where no motion is wanted. */
export function goOn(atOnce: boolean): void {
  const { taken } = useTaking.getState();
  if (taken === null) return;
  const beat = beatOf(taken, usePresenting.getState().isRevealed);
  if (beat === 'run') begin(taken, atOnce);
  else if (beat === 'skip') void run(true);
  else if (beat === 'return') void seeWorld(null, true);
  else if (beat === 'reveal') reveal(taken);
  else if (beat === 'step') goTo(taken.step + 1);
}

function begin(taken: Taken, atOnce: boolean): void {
  const { question, task } = stepOf(taken);
  if (task !== undefined) void showTask(atOnce);
  else if (question !== undefined) commit(NOBODYS, 'guess', atOnce);
  else void run(atOnce);
}

/** The class has answered by hands; the lesson asks for an answer before it lets time run. */
const NOBODYS: Answer = { chosen: [] };

function reveal(taken: Taken): void {
  if (taken.answer === null) commit(NOBODYS, 'guess', true);
  set({ isRevealed: true });
}

/** Back by one beat: to the beginning of the step, and from there to the step before it. */
export function goBack(): void {
  const { taken } = useTaking.getState();
  if (taken === null) return;
  if (taken.world !== null) return void seeWorld(null, true);
  const { begin: from, end } = spanOfStep(taken.told.lesson, taken.step);
  const hasMoved = taken.isRunning || (from !== end && taken.end !== null);
  goTo(hasMoved || taken.answer !== null ? taken.step : taken.step - 1);
}

/** Changes the hands of the step that is shown. */
export function count(change: (hands: Hands) => Hands): void {
  const { taken } = useTaking.getState();
  if (taken === null) return;
  const { id } = stepOf(taken);
  set({
    hands: {
      ...usePresenting.getState().hands,
      [id]: change(usePresenting.getState().hands[id] ?? NO_HANDS),
    },
  });
}

/** Lays something over the picture, or takes it away. */
export const toggleOver = (over: NonNullable<Presenting['over']>): void =>
  usePresenting.setState((now) => ({ over: now.over === over ? null : over }));

export const toggleNotes = (): void =>
  usePresenting.setState(({ hasNotes }) => ({ hasNotes: !hasNotes }));
