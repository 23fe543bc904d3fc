/**
 * A lesson's text cut into its parts, line by line: front matter, the lab's text, and steps with their
 * paragraphs, notes and blocks. What stands in the blocks is read elsewhere.
 */
import { didYouMean } from '../../lab/nearest.ts';

/** Text between fences, and the line of the file on which it begins, from 1. */
export interface Block {
  line: number;
  text: string;
}

const BLOCKS = ['lab', 'step', 'task', 'question'] as const;
export type BlockName = (typeof BLOCKS)[number];

/** What stands under a heading. */
export interface Section {
  title: string;
  /** Of its heading. */
  line: number;
  paragraphs: string[];
  notes: string[];
  blocks: Partial<Record<BlockName, Block>>;
}

export interface LessonSections {
  front: Block;
  lab?: Block;
  steps: Section[];
}

/** A sentence, and its line from 1. */
export interface LineFault {
  line: number;
  message: string;
}

/** A lesson of more steps is no lesson. */
export const MOST_STEPS = 100;

/** More than so many faults are not listed. */
export const MOST_FAULTS = 50;

/** What a paragraph would be taken for, were it not for a backslash before it. */
export const needsBackslash = (paragraph: string): boolean => /^(?:#|>|`{3}|\\)/u.test(paragraph);

export function lessonSections(
  text: string,
): { ok: true; sections: LessonSections } | { ok: false; faults: LineFault[] } {
  const reader = new SectionReader(text.replace(/^\uFEFF/u, '').split(/\r?\n/u));
  return reader.read();
}

class SectionReader {
  private readonly lines: readonly string[];
  private readonly faults: LineFault[] = [];
  private readonly steps: Section[] = [];
  private lab: Block | undefined;
  /** Of the line that is read next, from 0. */
  private at = 0;

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  read(): ReturnType<typeof lessonSections> {
    const front = this.frontMatter();
    if (front === undefined) return { ok: false, faults: this.faults };
    const isEnough = () => this.steps.length > MOST_STEPS || this.faults.length >= MOST_FAULTS;
    while (this.at < this.lines.length && !isEnough()) this.part();
    if (this.steps.length === 0 && this.faults.length === 0)
      this.fault('There are no steps; each begins with ## and its title.', this.lines.length - 1);
    if (this.steps.length > MOST_STEPS)
      this.fault(`There are more than ${MOST_STEPS} steps, which is the most.`, this.at - 1);
    if (this.faults.length > 0) return { ok: false, faults: this.faults };
    return {
      ok: true,
      sections: { front, ...(this.lab && { lab: this.lab }), steps: this.steps },
    };
  }

  /** @param at of a line, from 0. */
  private fault(message: string, at = this.at): void {
    this.faults.push({ line: at + 1, message });
  }

  private frontMatter(): Block | undefined {
    const end = this.lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
    if (this.lines[0]?.trimEnd() !== '---' || end < 0) {
      const isOpen = this.lines[0]?.trimEnd() === '---';
      this.fault(isOpen ? 'The front matter does not end; a line --- closes it.' : NO_FRONT, 0);
      return undefined;
    }
    this.at = end + 1;
    return { line: 2, text: this.lines.slice(1, end).join('\n') };
  }

  /** A heading, a block, a note, a paragraph or an empty line. */
  private part(): void {
    const line = this.lines[this.at]!;
    if (line.trim() === '') this.at++;
    else if (line.startsWith('#')) this.heading(line);
    else if (line.startsWith('```')) this.block(line);
    else if (line.startsWith('>')) this.notes();
    else this.paragraph();
  }

  private heading(line: string): void {
    const [, title] = /^##\s+(\S.*)$/u.exec(line) ?? [];
    if (title === undefined)
      this.fault(`${clipped(line)} is no step; a step begins with ## and its title.`);
    else {
      this.steps.push({
        title: title.trim(),
        line: this.at + 1,
        paragraphs: [],
        notes: [],
        blocks: {},
      });
    }
    this.at++;
  }

  private block(opening: string): void {
    const [, fence, name] = /^(`{3,})(.*)$/u.exec(opening)!;
    const from = this.at;
    const end = this.lines.findIndex((line, i) => i > from && line.trimEnd() === fence);
    if (end < 0) {
      this.fault(`This block does not end; a line ${fence} closes it.`);
      this.at = this.lines.length;
      return;
    }
    this.at = end + 1;
    const block = { line: from + 2, text: this.lines.slice(from + 1, end).join('\n') };
    this.place(name!.trim(), block, from);
  }

  private place(name: string, block: Block, at: number): void {
    const [, kind] = /^(?:ya?ml|json)\s+(.*)$/u.exec(name) ?? [];
    const known = BLOCKS.find((one) => one === kind);
    if (known === undefined) {
      const guess = didYouMean(kind ?? name, [...BLOCKS]);
      const accepted = BLOCKS.map((one) => `yaml ${one}`).join(', ');
      const what = name === '' ? 'without a name' : name;
      this.fault(`A block ${what} is not known${guess || `; ${accepted} are.`}`, at);
    } else if (known === 'lab') {
      if (this.lab !== undefined) this.fault('There is a lab already; a lesson has one.', at);
      this.lab = block;
    } else {
      const step = this.stepOf('This block', at);
      if (step?.blocks[known] !== undefined)
        this.fault(`This step has a block yaml ${known} already; one is the most.`, at);
      if (step !== undefined) step.blocks[known] = block;
    }
  }

  private notes(): void {
    const from = this.at;
    const said = this.taken((line) => line.startsWith('>'))
      .map((line) => line.slice(1).trim())
      .join('\n');
    if (!/^Notes?:/u.test(said))
      this.fault('What stands after > is for the speaker; it begins with Note:.', from);
    const paragraphs = said.replace(/^Notes?:/u, '').split(/\n{2,}/u);
    const notes = paragraphs.map(oneLine).filter((paragraph) => paragraph !== '');
    this.stepOf('This note', from)?.notes.push(...notes);
  }

  private paragraph(): void {
    const from = this.at;
    const lines = this.taken((line) => line.trim() !== '' && !/^(?:#|>|```)/u.test(line));
    const paragraph = oneLine(lines.join('\n')).replace(/^\\/u, '');
    this.stepOf('This text', from)?.paragraphs.push(paragraph);
  }

  /** The step to which something belongs, if there is one. */
  private stepOf(what: string, at: number): Section | undefined {
    const step = this.steps.at(-1);
    if (step === undefined)
      this.fault(`${what} belongs to no step; a step begins with ## and its title.`, at);
    return step;
  }

  /** The lines from here on of which something is true. */
  private taken(isOne: (line: string) => boolean): string[] {
    const from = this.at;
    while (this.at < this.lines.length && isOne(this.lines[this.at]!)) this.at++;
    return this.lines.slice(from, this.at);
  }
}

const NO_FRONT =
  'A lesson begins with front matter: a line ---, its id, title, minutes and lab, a line ---.';

const oneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();

const clipped = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
