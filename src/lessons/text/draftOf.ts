/**
 * A lesson out of what somebody did in a lab: each stop ends a step, each call becomes a task whose example it
 * is. What a task asks for is what the call changed, found by running the lab with it and without it.
 */
import type { Command, SimulationDefinition } from '../../engine/definition.ts';
import { durationText } from '../../lab/duration.ts';
import { writeLab } from '../../lab/writing/writeLab.ts';
import type { Condition, Lesson, Step, StepWords } from '../lesson.ts';
import { minutesOf } from '../readingTime.ts';
import { definitionOf, type Stretch, stretchOf } from '../stretch.ts';
import { idOfTitle } from './lessonText.ts';
import { writeLesson } from './writeLesson.ts';

interface TimedCommand {
  atMs: number;
  command: Command;
}

export interface Recording {
  definition: SimulationDefinition;
  /** What was done before it began: the lab does it. */
  before: readonly TimedCommand[];
  commands: readonly TimedCommand[];
  /** The instants at which it began and at which its steps end, in their order. */
  fromMs: number;
  stopsMs: readonly number[];
  /** To be written over by the author; `{call}` stands for the call. */
  words: {
    before: string;
    watch: string;
    text: string;
    task: string;
    ask: string;
    hint: string;
    done: string;
  };
}

/** So far as is known before anything is run. */
interface Part {
  untilMs: number;
  given?: TimedCommand;
}

/** The text of the lesson. @param progress told of each step that is made, and of how many there are. */
export async function draftOf(
  recording: Recording,
  progress: (step: number, of: number) => void = () => {},
): Promise<string> {
  const { definition, before, words } = recording;
  const { parts, left } = partsOf(recording);
  const ofLab: TimedCommand[] = [...before, ...left];
  const steps: Step[] = [];
  const told: Record<string, StepWords> = {};
  const lesson = (last: Step): Lesson => ({
    ...{ id: idOfTitle(definition.title) || 'my-lesson', lab: writeLab(definition, ofLab) },
    ...{ seed: definition.seed, steps: [...steps, last], goals: [] },
  });
  for (const [i, { untilMs, given }] of parts.entries()) {
    const step: Step = { id: `step-${i + 1}`, until: durationText(untilMs) };
    const isFirst = i === 0 && recording.fromMs > 0;
    const made = await stepOf(step, given, lesson);
    if (given !== undefined && made.task === undefined) ofLab.push(given);
    steps.push(made);
    told[step.id] = wordsOf(words, made, isFirst ? words.before : words.watch);
    progress(i + 1, parts.length);
  }
  const whole = { lesson: { ...lesson(steps.at(-1)!), steps }, words: { steps: told } };
  const minutes = Math.ceil(minutesOf(whole));
  const { title } = definition;
  return writeLesson({ title, summary: '', told: { minutes, ...whole }, notes: {} });
}

/** One call in each part; a call that has no time to itself is left to the lab. */
function partsOf({ commands, fromMs, stopsMs }: Recording): {
  parts: Part[];
  left: TimedCommand[];
} {
  const parts: Part[] = fromMs > 0 ? [{ untilMs: fromMs }] : [];
  const left: TimedCommand[] = [];
  let begin = fromMs;
  for (const stop of stopsMs) {
    const mine = commands.filter(({ atMs }) => atMs >= begin && atMs < stop);
    mine.forEach((given, i) => {
      const untilMs = mine[i + 1]?.atMs ?? stop;
      if (untilMs > given.atMs) parts.push({ untilMs, given });
      else left.push(given);
    });
    if (mine.length === 0) parts.push({ untilMs: stop });
    begin = stop;
  }
  return { parts, left: [...left, ...commands.filter(({ atMs }) => atMs >= begin)] };
}

async function stepOf(
  step: Step,
  given: TimedCommand | undefined,
  lesson: (last: Step) => Lesson,
): Promise<Step> {
  const run = (last: Step, isDone: boolean): Promise<Stretch> => {
    const whole = lesson(last);
    const place = whole.steps.length - 1;
    return stretchOf(definitionOf(whole, place + (isDone ? 1 : 0)), whole, place);
  };
  const without = await run(step, false);
  const plain = withReached(step, addedBy(without));
  if (given === undefined) return plain;
  const { atMs, command } = given;
  const example = { At: durationText(atMs), Call: command.call, Input: command.input };
  const done = await run({ ...step, task: { check: [], example } }, true);
  const check = suggested(addedBy(done), addedBy(without));
  return check.length === 0 ? plain : { ...step, ...lookAtOf(check), task: { check, example } };
}

function withReached(step: Step, added: ReadonlyMap<string, number>): Step {
  const reaches = suggested(added, new Map());
  return reaches.length === 0 ? step : { ...step, ...lookAtOf(reaches), reaches };
}

/** What says most of a step, the most telling first. */
const TELLING = [
  /^streams\.[^.]+\.records\.(?:INSERT|MODIFY|REMOVE)$/u,
  /^refused\./u,
  /^tables\.[^.]+\.items$/u,
  /^consumers\.[^.]+\.records\.(?:succeeded|discarded)$/u,
  /^targets\.[^.]+\.size$/u,
  /^calls\./u,
];
const MOST_CONDITIONS = 2;

/** Conditions that what was added meets, and that what was added otherwise does not. */
function suggested(
  added: ReadonlyMap<string, number>,
  otherwise: ReadonlyMap<string, number>,
): Condition[] {
  const more = [...added].filter(([path, n]) => n > 0 && n > (otherwise.get(path) ?? 0));
  for (const telling of TELLING) {
    const found = more.filter(([path]) => telling.test(path)).slice(0, MOST_CONDITIONS);
    if (found.length > 0)
      return found.map(([measure, atLeast]) => ({ measure, since: 'step', atLeast }));
  }
  return [];
}

/** What the step added to each number. */
function addedBy({ begin, end }: Stretch): Map<string, number> {
  const before = new Map(numbersOf(begin, ''));
  return new Map(numbersOf(end, '').map(([path, n]) => [path, n - (before.get(path) ?? 0)]));
}

function numbersOf(holder: object, path: string): [path: string, number: number][] {
  return Object.entries(holder).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'number') return [[here, value] as [string, number]];
    return typeof value === 'object' && value !== null ? numbersOf(value, here) : [];
  });
}

const CARDS: Readonly<Record<string, string>> = {
  streams: 'stream',
  tables: 'table',
  consumers: 'function',
  targets: 'target',
};

/** The cards of which conditions speak. */
function lookAtOf(conditions: readonly Condition[]): Pick<Step, 'lookAt'> {
  const cards = conditions.flatMap(({ measure }) => {
    const [of = '', id = ''] = measure.split('.');
    return CARDS[of] === undefined ? [] : [`${CARDS[of]}:${id}`];
  });
  return cards.length === 0 ? {} : { lookAt: [...new Set(cards)] };
}

function wordsOf(words: Recording['words'], { task }: Step, title: string): StepWords {
  if (task === undefined) return { title, text: [words.text] };
  const call = task.example.Call.split(':').at(-1)!;
  const filled = (text: string): string => text.replaceAll('{call}', call);
  return {
    title: filled(words.task),
    text: [words.text],
    task: { ask: filled(words.ask), hint: filled(words.hint), done: filled(words.done) },
  };
}
