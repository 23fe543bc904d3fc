/** The lesson that is being taken: its step, what was true when the step began, and what the learner did. */
import { create } from 'zustand';
import { type Answer, type Derived, isRunQuestion, rightAnswer } from '../../lessons/answer.ts';
import { type CourseEntry, courseEntry } from '../../lessons/course.ts';
import type { Step, ToldLesson } from '../../lessons/lesson.ts';
import { lessonWorld, spanOfStep } from '../../lessons/lessonWorld.ts';
import { holds, type Measured } from '../../lessons/measure.ts';
import { settingsOf } from '../../lessons/otherWorlds.ts';
import type { Confidence } from '../../lessons/practice/attempt.ts';
import { USUAL_SECONDS } from '../../lessons/readingTime.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { type Derivation, deriveInBackground } from '../../runtime/questions/questionHost.ts';
import { usePanels } from '../panels.ts';
import { remember } from '../remembered.ts';
import { useStageView } from '../stage/stageView.ts';
import { lessonsWords as words } from '../words/lessons.ts';

export interface Taken {
  title: string;
  /** In the course; null where a question of the exam practice is asked. */
  entry: CourseEntry | null;
  /** The page's address at a step, from 0. */
  address(step: number): string;
  told: ToldLesson;
  /** From 0. */
  step: number;
  /** Of the report when the step began and when it ended; null until then. */
  begin: Measured | null;
  end: Measured | null;
  /** Time goes to the end of the step. */
  isRunning: boolean;
  isTaskDone: boolean;
  answer: Answer | null;
  confidence: Confidence | null;
  /** What the engine did: once the step has ended. */
  right: Answer | null;
  /** The part of the question's other worlds that has been run, 0 to 1; null where none is being run. */
  deriving: number | null;
  derived: Derived | null;
  /** The choice in whose world we are; null: in the lesson's own. */
  world: string | null;
}

/** A step as it begins. */
const FRESH = {
  begin: null,
  end: null,
  answer: null,
  confidence: null,
  right: null,
  deriving: null,
  derived: null,
  isRunning: false,
  isTaskDone: false,
  world: null,
} as const satisfies Partial<Taken>;

interface Taking {
  taken: Taken | null;
  trouble: string | null;
  /** The exam practice stands in the place of the list of lessons. */
  isPractice: boolean;
  /** Not of the course: a lesson that came in a link, or one that is being written. */
  own: 'read' | 'edited' | null;
}

export const useTaking = create<Taking>(() => ({
  ...{ taken: null, trouble: null, isPractice: false, own: null },
}));

/** Which world is open: how many tasks are done in it, and whose choice's it is. */
let opened = '';
/** Raised by each opening, so that a slower earlier one is ignored. */
let going = 0;
let speedBefore: number | null = null;
let derivation: Derivation | null = null;

/** Virtual seconds a second. */
const TASK_SPEED = 0.25;

export const labIdOf = (lesson: string): string => `lesson:${lesson}`;

export const stepOf = ({ told, step }: Taken): Step => told.lesson.steps[step]!;

const set = (change: Partial<Taken>): void =>
  useTaking.setState(({ taken }) => ({ taken: taken === null ? null : { ...taken, ...change } }));

/** Begins a lesson at one of its steps, counted from 0. @returns whether there is such a lesson. */
export async function take(id: string, step = 0): Promise<boolean> {
  const entry = courseEntry(id);
  if (entry === undefined) {
    useTaking.setState({ taken: null, trouble: words.unknown(id) });
    return false;
  }
  const told = await entry.load();
  const address = (at: number): string => `?lesson=${id}&step=${at + 1}`;
  await takeTold({ title: entry.title, entry, address, told }, step);
  return true;
}

/** Begins anything that has steps. */
export async function takeTold(
  about: Pick<Taken, 'title' | 'entry' | 'address' | 'told'>,
  step: number,
): Promise<void> {
  speedBefore ??= useLab.getState().speed;
  opened = '';
  useTaking.setState({ taken: { ...about, step: 0, ...FRESH }, trouble: null });
  usePanels.setState({ lesson: about.title });
  await goToStep(Math.min(step, about.told.lesson.steps.length - 1));
}

/** Leaves the lesson; its lab stays as it is. */
export function leave(): void {
  going++;
  derivation?.cancel();
  labActions.pause();
  if (speedBefore !== null) labActions.setSpeed(speedBefore);
  speedBefore = null;
  useTaking.setState(({ own }) => ({
    ...{ taken: null, trouble: null, own: own === 'read' ? null : own },
  }));
  useStageView.setState({ pointedAt: [] });
  usePanels.setState({ lesson: null });
  history.replaceState(null, '', location.pathname);
}

/** Somebody has done something in this world: the next step needs it as it was. */
export function touch(): void {
  opened = '';
}

/** Goes to a step as it begins, whatever was done before. */
export async function goToStep(step: number): Promise<void> {
  const { taken } = useTaking.getState();
  if (taken === null) return;
  const { lesson } = taken.told;
  derivation?.cancel();
  set({ step, ...FRESH });
  history.replaceState(null, '', taken.address(step));
  const isLast = step === lesson.steps.length - 1;
  if (isLast && taken.entry !== null) remember(`lesson.${lesson.id}`, 'taken');
  const { begin, end } = spanOfStep(lesson, step);
  const told = await openAt(step, begin);
  if (told === null) return;
  set({ begin: told, ...(begin === end ? { end: told } : {}) });
}

/** Time goes on to the end of the step. @param atOnce without looking on. */
export async function run(atOnce: boolean): Promise<void> {
  const { taken } = useTaking.getState();
  if (taken === null) return;
  const { end } = spanOfStep(taken.told.lesson, taken.step);
  set({ isRunning: true });
  if (atOnce) return arrive(end);
  const seconds = stepOf(taken).seconds ?? USUAL_SECONDS;
  labActions.setSpeed((end - useLab.getState().now) / 1e6 / seconds);
  labActions.play();
}

/** Time goes on in a task, until somebody holds it. */
export function runTask(taken: Taken): void {
  labActions.setSpeed(stepOf(taken).task?.speed ?? TASK_SPEED);
  labActions.play();
}

/** Does the task as its example does it, and lets time run to the end of the step. */
export async function showTask(atOnce: boolean): Promise<void> {
  const { taken } = useTaking.getState();
  if (taken === null) return;
  const { begin } = spanOfStep(taken.told.lesson, taken.step);
  if ((await openAt(taken.step, begin, { isDone: true })) !== null) await run(atOnce);
}

/** Commits to an answer, and lets the world run. */
export function commit(answer: Answer, confidence: Confidence, atOnce: boolean): void {
  const { taken } = useTaking.getState();
  if (taken === null) return;
  set({ answer, confidence });
  const { question } = stepOf(taken);
  if (question !== undefined && isRunQuestion(question)) void derive(taken, answer);
  if (taken.end === null) void run(atOnce);
  else decide(taken.end);
}

/** Runs the worlds of the question, beside the one on the stage. */
async function derive({ told, step }: Taken, given: Answer): Promise<void> {
  set({ deriving: 0 });
  const asked = { lesson: told.lesson, step, given };
  derivation = deriveInBackground(asked, (deriving) => set({ deriving }));
  try {
    const derived = await derivation.answer;
    set({ derived, deriving: null });
    const { taken } = useTaking.getState();
    if (taken?.end != null) decide(taken.end);
  } catch (error) {
    set({ deriving: null });
    useTaking.setState({ trouble: words.notDerived((error as Error).message) });
  }
}

/** Plays the step once more, in the world in which a choice is right; null: back in the lesson's own. */
export async function seeWorld(choice: string | null, atOnce: boolean): Promise<void> {
  const { taken } = useTaking.getState();
  if (taken === null) return;
  set({ world: choice, isRunning: false });
  const { begin, end } = spanOfStep(taken.told.lesson, taken.step);
  const told = await openAt(taken.step, choice === null ? end : begin, { choice });
  if (told !== null && choice !== null) await run(atOnce);
}

/** Stops at the end of the step and looks at what came of it. */
export async function arrive(end: number): Promise<void> {
  const mine = going;
  set({ isRunning: false });
  labActions.pause();
  await labActions.seek(end);
  const told = (await labActions.measures()) as Measured;
  const { taken } = useTaking.getState();
  if (mine !== going || taken === null || taken.world !== null) return;
  const { task } = stepOf(taken);
  const isTaskDone = task !== undefined && holds(task.check, told, taken.begin ?? told);
  set({ end: told, isTaskDone });
  decide(told);
}

function decide(end: Measured): void {
  const { taken } = useTaking.getState();
  if (taken?.begin == null || taken.answer === null) return;
  const { question } = stepOf(taken);
  if (question === undefined) return;
  const right = isRunQuestion(question)
    ? (taken.derived?.right ?? null)
    : rightAnswer(question, end, taken.begin);
  set({ end, right });
}

/** A world beside a step's own: of a choice, or one in which its task has been done. */
interface WorldOfStep {
  choice?: string | null;
  isDone?: boolean;
}

/** Opens the world of a step at an instant, unless it is open as it should be. @returns its report. */
async function openAt(step: number, at: number, way: WorldOfStep = {}) {
  const mine = ++going;
  labActions.pause();
  const { told } = useTaking.getState().taken!;
  const before = way.isDone ? step + 1 : step;
  const choice = way.choice ?? null;
  const tasks = told.lesson.steps.slice(0, before).filter(({ task }) => task !== undefined).length;
  const wanted = JSON.stringify([told.lesson.id, tasks, choice]);
  const isNew = opened !== wanted;
  if (isNew && !(await openWorld(told, before, settingsOf(questionOf(told, step), choice))))
    return null;
  opened = wanted;
  if (mine !== going) return null;
  if (isNew || useLab.getState().now !== at) await labActions.seek(at);
  const report = (await labActions.measures()) as Measured;
  return mine === going ? report : null;
}

const questionOf = ({ lesson }: ToldLesson, step: number) => lesson.steps[step]!.question;

async function openWorld({ lesson }: ToldLesson, step: number, settings: readonly string[]) {
  const world = lessonWorld(lesson, step, settings);
  if (!world.ok) {
    useTaking.setState({ trouble: words.failed(world.errors.join(' ')) });
    return false;
  }
  const { definition } = world;
  const done = await labActions.open({ labId: labIdOf(lesson.id), definition }, { fresh: true });
  if (!done.ok) useTaking.setState({ trouble: words.failed(done.error) });
  else labActions.select(null);
  return done.ok;
}
