/** What reading a lab file brought to light besides the lab: errors, and what stays unsimulated. */
import { type LabError, type Path, pathText } from './labError.ts';
import type { Template } from './template.ts';

export class Findings {
  readonly errors: LabError[] = [];
  /** One sentence each, in the order of the file, none twice. */
  readonly inert = new Set<string>();

  private readonly template: Template;
  private readonly said = new Set<string>();

  constructor(template: Template) {
    this.template = template;
  }

  error(path: Path, message: string): void {
    const text = pathText(path);
    if (this.said.has(`${text}: ${message}`)) return;
    this.said.add(`${text}: ${message}`);
    const { line, column } = this.template.locate(path);
    this.errors.push({ path: text, message, line, column });
  }

  note(sentence: string): void {
    this.inert.add(sentence);
  }
}
