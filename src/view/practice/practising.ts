/** The exam practice: what was answered so far, and the questions that are being asked now. */
import { create } from 'zustand';
import { type Answer, isRight } from '../../lessons/answer.ts';
import {
  generateQuestion,
  generatorOf,
  generators,
  MOST_SEED,
} from '../../lessons/generated/generateQuestion.ts';
import type { Attempt, Confidence } from '../../lessons/practice/attempt.ts';
import {
  asLesson,
  type PracticeQuestion,
  QUESTION_STEP,
} from '../../lessons/practice/practiceQuestion.ts';
import { progressText, readProgress } from '../../lessons/practice/progressFile.ts';
import { loadPractice } from '../../lessons/practice.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { PracticeProgress } from '../../runtime/practice/practiceDatabase.ts';
import { deriveInBackground } from '../../runtime/questions/questionHost.ts';
import { commit, leave, stepOf, takeTold, useTaking } from '../lessons/taking.ts';
import { saveText } from '../parts/saveFile.ts';
import { practiceWords as words } from '../words/practice.ts';
import type { Wishes } from './asked.ts';

/** An answer in a session against the clock. */
export interface Given {
  answer: Answer;
  confidence: Confidence;
  /** null until it has been run. */
  right: boolean | null;
}

export interface Session {
  mode: Attempt['mode'];
  questions: readonly PracticeQuestion[];
  place: number;
  /** Of the clock, epoch milliseconds; null in practice. */
  endsAtMs: number | null;
  /** By place; null: not answered. Only against the clock. */
  given: readonly (Given | null)[];
  isOver: boolean;
  /** One of the answers is looked at again. */
  isReview: boolean;
}

interface Practising {
  /** null until they are loaded. */
  questions: readonly PracticeQuestion[] | null;
  attempts: readonly Attempt[];
  isKept: boolean;
  wishes: Wishes;
  session: Session | null;
  /** What came of the last thing that was done here. */
  notice: string | null;
}

export const usePractising = create<Practising>(() => ({
  questions: null,
  attempts: [],
  isKept: true,
  wishes: { exam: 'all', domain: 0, which: 'all', source: 'both' },
  session: null,
  notice: null,
}));

/** Against the clock: so many minutes for each question, as in AWS's exams. */
const MINUTES_EACH = 2;
export const MOST_TIMED = 20;
export const minutesFor = (questions: number): number => questions * MINUTES_EACH;

const progress = new PracticeProgress();
/** The question on the stage that has been noted already. */
let noted = '';
let isFollowing = false;

/** In the page's address; the seed is that of a question that was made up. */
export interface LinkedQuestion {
  id: string;
  seed: number | undefined;
}

/** Loads questions and progress, and begins with one that the page's address names. */
export async function openPractice(linked: LinkedQuestion | null): Promise<void> {
  followAnswers();
  if (usePractising.getState().questions === null) {
    const [written, attempts] = await Promise.all([loadPractice(), progress.load()]);
    const questions = [...written, ...generators.map((one) => generateQuestion(one, newSeed()))];
    usePractising.setState({ questions, attempts, isKept: progress.isKept });
  }
  if (linked === null) return;
  const generator = generatorOf(linked.id);
  const found =
    generator !== undefined && linked.seed !== undefined
      ? generateQuestion(generator, linked.seed)
      : usePractising.getState().questions?.find(({ id }) => id === linked.id);
  if (found !== undefined) return begin('practice', [found], false);
  usePractising.setState({ notice: words.unknown(linked.id) });
  if (useLab.getState().labId === '') await labActions.open({ id: 'orders' });
}

export function wish(change: Partial<Wishes>): void {
  usePractising.setState(({ wishes }) => ({ wishes: { ...wishes, ...change } }));
}

const newSeed = (): number => Math.floor(Math.random() * MOST_SEED);

/** What is made up is made up anew. */
function anew(question: PracticeQuestion): PracticeQuestion {
  const generator = generatorOf(question.id);
  return generator === undefined ? question : generateQuestion(generator, newSeed());
}

/** Begins a session. @param isAnew questions that are made up are others than those that are given. */
export async function begin(
  mode: Session['mode'],
  wanted: readonly PracticeQuestion[],
  isAnew = true,
): Promise<void> {
  const questions = isAnew ? wanted.map(anew) : wanted;
  const endsAtMs = mode === 'timed' ? Date.now() + minutesFor(questions.length) * 60_000 : null;
  const given = questions.map(() => null);
  const fresh = { mode, questions, place: 0, endsAtMs, given, isOver: false, isReview: false };
  usePractising.setState({ session: fresh, notice: null });
  await ask(0);
}

const setSession = (change: Partial<Session>): void =>
  usePractising.setState(({ session }) => ({
    session: session === null ? null : { ...session, ...change },
  }));

/** Puts a question on the stage. */
export async function ask(place: number): Promise<void> {
  const { session } = usePractising.getState();
  const question = session?.questions[place];
  if (question === undefined) return;
  setSession({ place });
  noted = '';
  const told = asLesson(question);
  await takeTold(
    {
      title: words.title,
      entry: null,
      address: () =>
        `?practice=${question.id}${generatorOf(question.id) === undefined ? '' : `&seed=${question.seed}`}`,
      told,
    },
    told.lesson.steps.findIndex(({ id }) => id === QUESTION_STEP),
  );
}

/** The next question, or the end. */
export async function next(): Promise<void> {
  const { session } = usePractising.getState();
  if (session === null) return;
  if (session.place + 1 < session.questions.length) await ask(session.place + 1);
  else finish();
}

/** Ends the questions; after a session against the clock it says how it went. */
export function finish(): void {
  const { session } = usePractising.getState();
  if (useTaking.getState().taken !== null) leave();
  if (session?.mode === 'timed') setSession({ isOver: true, isReview: false });
  else usePractising.setState({ session: null });
}

/** Ends everything about the session. */
export function endSession(): void {
  usePractising.setState({ session: null });
  if (useTaking.getState().taken !== null) leave();
}

/** Takes an answer against the clock; the engine works it out while the next one is asked. */
export function commitTimed(answer: Answer, confidence: Confidence): void {
  const { session } = usePractising.getState();
  if (session === null) return;
  const { place } = session;
  setGiven(place, { answer, confidence, right: null });
  void judge(session.questions[place]!, place, answer, confidence);
  void next();
}

const setGiven = (place: number, given: Given): void => {
  const all = usePractising.getState().session?.given ?? [];
  setSession({ given: all.map((one, i) => (i === place ? given : one)) });
};

async function judge(
  question: PracticeQuestion,
  place: number,
  answer: Answer,
  confidence: Confidence,
): Promise<void> {
  const { lesson } = asLesson(question);
  const step = lesson.steps.length - 1;
  try {
    const { answer: derived } = deriveInBackground({ lesson, step, given: answer }, () => {});
    const right = isRight(question.question, answer, (await derived).right);
    setGiven(place, { answer, confidence, right });
    await note({ question: question.id, at: Date.now(), right, confidence, mode: 'timed' });
  } catch (error) {
    usePractising.setState({ notice: (error as Error).message });
  }
}

/** Shows one of the answers again, with the world behind it. */
export async function review(place: number): Promise<void> {
  const given = usePractising.getState().session?.given[place];
  setSession({ isReview: true });
  await ask(place);
  noted = usePractising.getState().session?.questions[place]?.id ?? '';
  if (given != null) commit(given.answer, given.confidence, true);
}

async function note(attempt: Attempt): Promise<void> {
  usePractising.setState({ attempts: await progress.add([attempt]), isKept: progress.isKept });
}

/** Notes each answer that the engine has judged; ends the session when its question is left. */
function followAnswers(): void {
  if (isFollowing) return;
  isFollowing = true;
  useTaking.subscribe(({ taken }, before) => {
    const { session } = usePractising.getState();
    if (session === null) return;
    if (taken === null) {
      if (before.taken !== null && !session.isOver && session.mode === 'practice')
        usePractising.setState({ session: null });
      return;
    }
    const question = session.questions[session.place]!;
    const { right, answer, confidence } = taken;
    if (session.mode === 'timed' || noted === question.id) return;
    if (right === null || answer === null || confidence === null) return;
    noted = question.id;
    const { question: asked } = stepOf(taken);
    const good = isRight(asked!, answer, right);
    void note({ question: question.id, at: Date.now(), right: good, confidence, mode: 'practice' });
  });
}

export function saveProgress(): void {
  saveText(words.fileName, 'application/json', progressText(usePractising.getState().attempts));
}

export async function loadProgress(file: File): Promise<void> {
  const read = readProgress(await file.text(), Date.now());
  if (!read.ok) return usePractising.setState({ notice: words.notLoaded(read.error) });
  const attempts = await progress.add(read.attempts);
  const notice = words.loaded(read.attempts.length);
  usePractising.setState({ attempts, notice, isKept: progress.isKept });
}

export async function forgetProgress(): Promise<void> {
  await progress.clear();
  usePractising.setState({ attempts: [], isKept: progress.isKept });
}
