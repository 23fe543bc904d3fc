/**
 * A lesson: a lab, and steps through its history. Nothing in it says what happens; it says where to look, and
 * the engine says what is there. Its words stand in a table beside it, so that they can be translated.
 * Rules: [Q1] to [Q6] in SPEC.md.
 */
import type { GoalDefinition } from '../engine/definition.ts';
import type { RuleId } from '../projections/ruleTexts.ts';

export interface Lesson {
  /** As in a link: `lesson=what-a-change-is`. */
  id: string;
  /** The text of a lab file. */
  lab: string;
  seed: number;
  steps: readonly Step[];
  /** What holds when it is over, by names of goals that a lab file can have. */
  goals: readonly GoalDefinition[];
}

export interface Step {
  /** Unique in its lesson; its words have the same name. */
  id: string;
  /**
   * The instant to which time goes in this step, such as `1.4s`; absent: time stands still. A step begins
   * where the one before it ended.
   */
  until?: string;
  /** What is true at the end of the step and was not when it began. */
  reaches?: readonly Condition[];
  /** Cards to be pointed at: a kind of card and a logical id, `stream:Todos`. */
  lookAt?: readonly string[];
  /** Real seconds in which time goes to the end of the step; 6 unless told. */
  seconds?: number;
  /** The rules of SPEC.md that it shows. */
  rules?: readonly RuleId[];
  /** Something for the learner to do. */
  task?: Task;
  /** The world stands still until it is answered. */
  question?: Question;
}

/** Something that is true of the world, or not, at an instant. Exactly one of the comparisons is given. */
export interface Condition {
  /**
   * Numbers of the headless report by their paths, added up: `streams.Todos.records.INSERT`, or
   * `pollers.Scan.missed.deletes + pollers.Scan.missed.collapsed`.
   */
  measure: string;
  /** Only what was added since the step began. */
  since?: 'step';
  is?: number;
  atLeast?: number;
  atMost?: number;
}

export interface Task {
  /** It is done when all of them hold. */
  check: readonly Condition[];
  /** A call that does it, as in a lab file. The steps that follow begin as if this one had been made. */
  example: { At: string; Call: string; Input: Record<string, unknown> };
  /** Virtual seconds a second in which what the learner did is followed; absent: a quarter. */
  speed?: number;
}

export type Question =
  | ChoiceQuestion
  | EstimateQuestion
  | OrderQuestion
  | SettingQuestion
  | BrokenQuestion;

export interface ChoiceQuestion {
  /** Exactly one of the choices is right, or any number but none and all. */
  kind: 'one' | 'several';
  choices: readonly Choice[];
}

/** A choice is right when what it says holds at the end of the step: the engine decides. */
export interface Choice {
  id: string;
  holds: readonly Condition[];
  /**
   * Settings of the lab file, `PATH=VALUE`, that make another world of it, in which this choice would have
   * been right. Only what is wrong has one.
   */
  world?: readonly string[];
}

export interface EstimateQuestion {
  kind: 'estimate';
  /** As in {@link Condition}. */
  measure: string;
  since?: 'step';
  /** An estimate is right up to this factor above or below; 1: only the very number. */
  within: number;
}

/** Put what happens in this step into its order. */
export interface OrderQuestion {
  kind: 'order';
  /** The right order is that in which the engine first makes them true; no two at the same instant. */
  events: readonly OrderedEvent[];
  /** Worlds in which the order is another one. */
  worlds?: readonly OtherWorld[];
}

/** Something that is not true when the step begins, and comes true in it. */
export interface OrderedEvent {
  id: string;
  holds: readonly Condition[];
}

/** A world in which one thing is different. */
export interface OtherWorld {
  id: string;
  /** Settings of the lab file, `PATH=VALUE`. */
  settings: readonly string[];
}

/** Find a value with which the goal is reached: each runs in a world of its own. */
export interface SettingQuestion {
  kind: 'setting';
  /** Where in the lab file it stands: `Resources.Indexer.Properties.Events.Changes.Properties.BatchSize`. */
  path: string;
  /** Some reach the goal, some do not. */
  offered: readonly (OfferedValue | OfferedValue['value'])[];
  /** The learner types a whole number between these; what is offered is only tried beside it. */
  typed?: { least: number; most: number };
  /** What holds at the end of the step. */
  goal: readonly Condition[];
}

export interface OfferedValue {
  id: string;
  value:
    | string
    | number
    | boolean
    | null
    | readonly unknown[]
    | { readonly [key: string]: unknown };
  /** AWS, or the lab file's reader, does not take it: a wrong answer. */
  refused?: true;
}

/** Find the part that is at fault: mended alone, it makes the whole work. */
export interface BrokenQuestion {
  kind: 'broken';
  parts: readonly SuspectPart[];
  /** What holds at the end of the step when all is well; it does not hold in the lesson's own world. */
  works: readonly Condition[];
}

export interface SuspectPart {
  /** The card's, unless another part stands on the same card. */
  id?: string;
  /** A kind of card and a logical id, `function:Indexer`: it is pointed at when the part is chosen. */
  card: string;
  /** Settings of the lab file, `PATH=VALUE`, that mend this part and no other. */
  mend: readonly string[];
}

/** The words of a lesson in one language. `code` stands in backquotes, a *term* where it first appears in stars. */
export interface LessonWords {
  steps: Readonly<Record<string, StepWords>>;
}

/** In every text, `{measure}` stands for what the engine counts at the end of the step. */
export interface StepWords {
  title: string;
  /** Paragraphs. */
  text: readonly string[];
  task?: { ask: string; hint: string; done: string };
  question?: {
    ask: string;
    /** By the id of the choice, of the event that is ordered, of the value where it needs more words than it is. */
    choices?: Readonly<Record<string, string>>;
    /** What makes another world another one. By the id of the choice, of the world, of the part that is mended. */
    worlds?: Readonly<Record<string, string>>;
    /** What is counted, in an estimate; of what the number is, where one is typed. */
    unit?: string;
    /** Said when it is answered, whatever the answer. */
    after: readonly string[];
  };
}

/** A lesson with its words. */
export interface ToldLesson {
  /** What it promises to take, reading and doing. */
  minutes: number;
  lesson: Lesson;
  words: LessonWords;
}
