/** What reading a lab file brought to light besides the lab: errors, and what stays unsimulated. */
import { type LabError, type Path, pathText } from './labError.ts';
import type { Template } from './template.ts';

export class Findings {
  readonly errors: LabError[] = [];
  /** One sentence each, in the order of the file, none twice. */
  readonly inert = new Set<string>();

  private readonly template: Template;

  constructor(template: Template) {
    this.template = template;
  }

  error(path: Path, message: string): void {
    const { line, column } = this.template.locate(path);
    const text = pathText(path);
    const isKnown = this.errors.some((e) => e.path === text && e.message === message);
    if (!isKnown) this.errors.push({ path: text, message, line, column });
  }

  note(sentence: string): void {
    this.inert.add(sentence);
  }
}
