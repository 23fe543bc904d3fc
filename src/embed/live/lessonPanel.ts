/** A lesson beside the stage of an embed: what a step says, its question, and the way to the next one. */
import type {
  EmbeddedLesson,
  EmbeddedQuestion,
  EmbeddedStep,
} from '../../lessons/embeddedLesson.ts';
import { markedParts } from '../../lessons/markup.ts';
import { embedWords } from '../embedWords.ts';
import { htmlElement } from '../svg.ts';

const words = embedWords.lesson;

/** What a lesson does to the lab. Instants are microseconds. */
export interface LessonActions {
  goTo(at: number): void;
  /** Lets time run from where it stands; `arrived` is called when it is there, unless it was overtaken. */
  runTo(at: number, seconds: number, arrived: () => void): void;
  /** The same step on the whole page. */
  pageOf(step: number): string;
}

export class LessonPanel {
  readonly element = htmlElement('section', { class: 'lesson' });
  private readonly lesson: EmbeddedLesson;
  private readonly actions: LessonActions;
  private place = 0;

  constructor(lesson: EmbeddedLesson, actions: LessonActions) {
    this.lesson = lesson;
    this.actions = actions;
    this.element.setAttribute('aria-label', words.label(lesson.title));
  }

  /** @param place of the step, from 0; beyond the last one it is the last. */
  show(place: number, isFocused = false): EmbeddedStep {
    const { steps } = this.lesson;
    this.place = Math.max(0, Math.min(steps.length - 1, place));
    const step = steps[this.place]!;
    const heading = htmlElement('h2', { tabindex: '-1' }, step.title);
    const said = htmlElement('div', {}, ...paragraphs(step.text));
    const doing = htmlElement('div', { class: 'doing' });
    const run = this.fill(step, said, doing);
    this.element.replaceChildren(
      htmlElement('p', { class: 'progress' }, words.step(this.place + 1, steps.length)),
      heading,
      said,
      doing,
      this.ways(run),
    );
    this.element.scrollTo(0, 0);
    if (isFocused) heading.focus({ preventScroll: true });
    return step;
  }

  /** @returns the button that lets time run, where there is any to run. */
  private fill(step: EmbeddedStep, said: HTMLElement, doing: HTMLElement): HTMLElement | null {
    const { question, task, begin, end } = step;
    const here = this.place;
    const arrive = (): void => {
      if (here !== this.place) return;
      said.replaceChildren(...paragraphs(step.textAtEnd));
      run.remove();
      if (task !== undefined) doing.append(...paragraphs([words.taskDone, task.done]));
      if (question !== undefined) this.tellOutcome(question, doing);
    };
    if (task !== undefined) doing.append(...paragraphs([task.ask]), this.pageLink(words.tryIt));
    if (question !== undefined) doing.append(...this.ask(question));
    const name = question === undefined ? words.run : words.commit;
    const run = button(name, () => {
      run.disabled = true;
      for (const field of doing.querySelectorAll('input')) field.disabled = true;
      this.actions.runTo(end, step.seconds, arrive);
    });
    run.className = 'run';
    return begin === end && question === undefined ? null : run;
  }

  private ask({ ask, choices, isSeveral }: EmbeddedQuestion): Node[] {
    if (choices.length === 0) return [...paragraphs([ask]), this.pageLink(words.answerThere)];
    const fields = choices.map(({ text }) =>
      htmlElement(
        'label',
        {},
        htmlElement('input', { type: isSeveral ? 'checkbox' : 'radio', name: 'choice' }),
        htmlElement('span', {}, ...marked(text)),
      ),
    );
    const legend = htmlElement('legend', {}, ...marked(ask));
    const hint = isSeveral ? paragraphs([words.several]) : [];
    return [htmlElement('fieldset', {}, legend, ...hint, ...fields)];
  }

  /** Marks what happened and what was chosen; says nothing of right and wrong where nothing was chosen. */
  private tellOutcome({ choices, after }: EmbeddedQuestion, doing: HTMLElement): void {
    const fields = [...doing.querySelectorAll('input')];
    const chosen = fields.map(({ checked }) => checked);
    const isRight = choices.every((choice, i) => choice.isRight === chosen[i]);
    fields.forEach((field, i) => {
      if (choices[i]!.isRight) {
        field.parentElement!.append(htmlElement('em', { class: 'happened' }, words.happened));
      }
    });
    const verdict = isRight ? words.right : words.wrong;
    const outcome = htmlElement('div', { role: 'status' });
    doing.append(outcome);
    if (chosen.includes(true)) {
      const tone = isRight ? 'good' : 'bad';
      outcome.append(htmlElement('p', { class: 'verdict', 'data-tone': tone }, verdict));
    }
    outcome.append(...paragraphs(after));
    outcome.scrollIntoView({ block: 'nearest' });
  }

  private ways(run: HTMLElement | null): HTMLElement {
    const { place } = this;
    const last = this.lesson.steps.length - 1;
    const back = button(words.previous, () => this.go(place - 1));
    const next = button(words.next, () => this.go(place + 1));
    back.disabled = place === 0;
    next.disabled = place === last;
    const first = run === null ? [] : [run];
    return htmlElement('p', { class: 'ways' }, ...first, back, next, this.pageLink(words.open));
  }

  private go(place: number): void {
    this.actions.goTo(this.show(place, true).begin);
  }

  private pageLink(text: string): HTMLElement {
    const href = this.actions.pageOf(this.place + 1);
    return htmlElement('a', { href, target: '_blank', rel: 'noopener' }, text);
  }
}

function button(name: string, act: () => void): HTMLButtonElement {
  const made = htmlElement('button', { type: 'button' }, name);
  made.addEventListener('click', act);
  return made;
}

const paragraphs = (texts: readonly string[]): HTMLElement[] =>
  texts.map((text) => htmlElement('p', {}, ...marked(text)));

/** Code in backquotes, a term where it is introduced in stars. */
const marked = (text: string): (Node | string)[] =>
  markedParts(text).map((part) =>
    part.as === 'text'
      ? part.text
      : htmlElement(part.as === 'code' ? 'code' : 'dfn', {}, part.text),
  );
