/** Writes a lesson as text that reads back to the very same lesson [Q40]. */
import { Document, isScalar, visit } from 'yaml';
import { builtInLabs } from '../../lab/builtIn/index.ts';
import type { Step, StepWords } from '../lesson.ts';
import { idOfTitle, type LessonText } from './lessonText.ts';
import { needsBackslash } from './sections.ts';
import { conditionLines, questionBlock } from './writeQuestion.ts';

const LINE_WIDTH = 100;
/** Letters of what stands on one line. */
const SHORT = 60;

export function writeLesson({ title, summary, told, notes }: LessonText): string {
  const { lesson, words, minutes } = told;
  const builtIn = builtInLabs.find(({ text }) => text === lesson.lab);
  const front = yaml({
    id: lesson.id,
    title,
    summary: summary === '' ? undefined : summary,
    minutes,
    lab: builtIn?.id,
    seed: lesson.seed,
    goals:
      lesson.goals.length === 0 ? undefined : lesson.goals.map(({ law, of }) => `${law} of ${of}`),
  });
  const parts = [`---\n${front}---`];
  if (builtIn === undefined) parts.push(fenced('yaml lab', lesson.lab));
  for (const step of lesson.steps) {
    parts.push(...stepParts(step, words.steps[step.id] ?? { title: step.id, text: [] }));
    const said = notes[step.id];
    if (said !== undefined) parts.push(noteText(said));
  }
  return `${parts.join('\n\n')}\n`;
}

function stepParts(step: Step, words: StepWords): string[] {
  const { id, task, question, ...fields } = step;
  const { reaches, ...others } = fields;
  const own = {
    id: id === idOfTitle(words.title) ? undefined : id,
    ...others,
    reaches: reaches && conditionLines(reaches),
  };
  const parts = [`## ${words.title}`];
  if (Object.values(own).some((value) => value !== undefined))
    parts.push(fenced('yaml step', yaml(own).trimEnd()));
  parts.push(...words.text.map((text) => (needsBackslash(text) ? `\\${text}` : text)));
  if (task !== undefined) {
    const { ask = '', hint = '', done = '' } = words.task ?? {};
    const { check, example, speed } = task;
    const block = { ask, hint, done, check: conditionLines(check), example, speed };
    parts.push(fenced('yaml task', yaml(block).trimEnd()));
  }
  if (question !== undefined)
    parts.push(fenced('yaml question', yaml(questionBlock(question, words.question)).trimEnd()));
  return parts;
}

const noteText = (paragraphs: readonly string[]): string =>
  paragraphs.map((text, i) => (i === 0 ? `> Note: ${text}` : `> ${text}`)).join('\n>\n');

/** Short mappings and lists of names stand on one line; what is undefined is left out. */
function yaml(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Map(key, node) {
      if (key !== null) node.flow = isShort(node.toJSON());
    },
    Seq(_key, node) {
      const isOfNames = node.items.every(
        (item) => isScalar(item) && !String(item.value).includes(' '),
      );
      node.flow = isOfNames && isShort(node.toJSON());
    },
  });
  return document.toString({ lineWidth: LINE_WIDTH });
}

const isShort = (value: unknown): boolean => JSON.stringify(value).length <= SHORT;

/** Between fences that are longer than any in the text. */
function fenced(name: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`+/gmu)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${name}\n${text}\n${fence}`;
}
