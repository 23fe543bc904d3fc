/** What only the teacher sees, as plain data: it goes to the notes below the picture and to the speaker's window. */
import { type Derived, isRunQuestion } from '../../lessons/answer.ts';
import type { Question, StepWords } from '../../lessons/lesson.ts';
import { filled, type Measured } from '../../lessons/measure.ts';
import type { SpeakerNotes } from '../../lessons/speakerNotes.ts';
import { sourceOf } from '../../projections/ruleSources.ts';
import { ruleTexts } from '../../projections/ruleTexts.ts';
import { answerText } from '../lessons/answerText.ts';
import { stepOf, type Taken } from '../lessons/taking.ts';
import { teachingWords as words } from '../words/teaching.ts';
import type { Beat } from './beats.ts';
import { countOf, type Hands } from './hands.ts';
import { votedIds } from './votedIds.ts';

export interface SpeakerView {
  title: string;
  /** From 1. */
  step: number;
  steps: number;
  heading: string;
  /** What stands on the picture. */
  text: readonly string[];
  ask: string | null;
  notes: readonly string[];
  /** The lesson has no notes: `notes` are the rules behind the step. */
  isRules: boolean;
  /** What the next press does, and the step after this one. */
  next: string;
  following: string | null;
  choices: readonly SpeakerChoice[];
  /** In an estimate: what was called out, and of what the number is. */
  called: readonly number[] | null;
  unit: string;
  /** In words; null while it is derived, empty where nothing is asked. */
  answer: readonly string[] | null;
  isRevealed: boolean;
  isBlack: boolean;
  /** Epoch milliseconds. */
  beganAtMs: number;
}

export interface SpeakerChoice {
  id: string;
  text: string;
  hands: number;
}

interface Shown {
  taken: Taken;
  beat: Beat;
  notes: SpeakerNotes | null;
  derived: Derived | null;
  hands: Hands;
  isRevealed: boolean;
  isBlack: boolean;
  beganAtMs: number;
}

export function speakerView(shown: Shown): SpeakerView {
  const { taken, notes, hands } = shown;
  const { told, step } = taken;
  const { steps } = told.lesson;
  const { question } = stepOf(taken);
  const stepWords = told.words.steps[stepOf(taken).id]!;
  const asked = stepWords.question;
  const fill = (texts: readonly string[]): string[] =>
    texts.map((text) => filled(text, taken.end as Measured | null));
  const following = steps[step + 1];
  return {
    title: taken.title,
    step: step + 1,
    steps: steps.length,
    heading: stepWords.title,
    text: fill(stepWords.text),
    ask: asked?.ask ?? stepWords.task?.ask ?? null,
    ...notesOf(taken, notes, fill),
    next: beatText(shown.beat, taken),
    following: following === undefined ? null : told.words.steps[following.id]!.title,
    choices:
      question === undefined || asked === undefined
        ? []
        : votedIds(question).map((id) => ({
            id,
            text: answerText(question, asked, id),
            hands: countOf(hands, id),
          })),
    called: question?.kind === 'estimate' ? hands.called : null,
    unit: asked?.unit ?? '',
    answer: question && asked ? answerOf(question, asked, shown.derived) : [],
    isRevealed: shown.isRevealed,
    isBlack: shown.isBlack,
    beganAtMs: shown.beganAtMs,
  };
}

export function beatText(beat: Beat, taken: Taken): string {
  return beat === 'run' && stepOf(taken).task !== undefined ? words.show : words.beats[beat];
}

function notesOf(
  taken: Taken,
  notes: SpeakerNotes | null,
  fill: (texts: readonly string[]) => string[],
): Pick<SpeakerView, 'notes' | 'isRules'> {
  const { id, rules = [] } = stepOf(taken);
  if (notes !== null) return { notes: fill(notes[id] ?? []), isRules: false };
  const sentences = ruleTexts(...rules).map(({ id: rule, text }, i) =>
    [rule, text, sourceOf(rules[i]!)?.title].filter(Boolean).join(' · '),
  );
  return { notes: sentences, isRules: sentences.length > 0 };
}

/** The answer as the engine derived it when the step began. */
function answerOf(
  question: Question,
  asked: NonNullable<StepWords['question']>,
  derived: Derived | null,
): string[] | null {
  if (derived === null) return null;
  const { right } = derived;
  if ('estimate' in right) return [words.counts(right.estimate, asked.unit ?? '')];
  const ids = 'order' in right ? right.order : right.chosen;
  const isOrder = isRunQuestion(question) && question.kind === 'order';
  return ids.map((id, i) => `${isOrder ? `${i + 1}. ` : ''}${answerText(question, asked, id)}`);
}
