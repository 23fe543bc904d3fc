/** The `Conditions` of a template: decided once each, from parameters and mappings alone. */
import type { Findings } from './findings.ts';
import { isMapping, type Mapping } from './intrinsics.ts';
import type { Path } from './labError.ts';
import { didYouMean } from './nearest.ts';

export class Conditions {
  private readonly declared: Mapping;
  private readonly findings: Findings;
  /** A value with its intrinsics followed, as text. */
  private readonly text: (value: unknown, path: Path) => string;
  private readonly decided = new Map<string, boolean>();
  private readonly deciding = new Set<string>();

  constructor(declared: Mapping, findings: Findings, text: (value: unknown, path: Path) => string) {
    this.declared = declared;
    this.findings = findings;
    this.text = text;
  }

  /** Whether a named condition holds; one that cannot be decided is an error and counts as true. */
  holds(name: string, path: Path): boolean {
    const known = this.decided.get(name);
    if (known !== undefined) return known;
    if (!Object.hasOwn(this.declared, name)) {
      const guess = didYouMean(name, Object.keys(this.declared));
      this.findings.error(path, `there is no condition called ${name}${guess || '.'}`);
      return true;
    }
    if (this.deciding.has(name)) {
      this.findings.error(['Conditions', name], 'the condition depends on itself.');
      return true;
    }
    this.deciding.add(name);
    const holds = this.evaluate(this.declared[name], ['Conditions', name]);
    this.deciding.delete(name);
    this.decided.set(name, holds);
    return holds;
  }

  private evaluate(value: unknown, path: Path): boolean {
    if (!isMapping(value)) return value === true || value === 'true';
    const [key, argument] = Object.entries(value)[0] ?? ['', undefined];
    const list = Array.isArray(argument) ? argument : [argument];
    const inside = (i: number): boolean => this.evaluate(list[i], [...path, key, i]);
    switch (key) {
      case 'Condition':
        return this.holds(String(argument), path);
      case 'Fn::Not':
        return !inside(0);
      case 'Fn::And':
        return list.every((_, i) => inside(i));
      case 'Fn::Or':
        return list.some((_, i) => inside(i));
      case 'Fn::Equals': {
        const [left, right] = list.map((side, i) => this.text(side, [...path, key, i]));
        return left === right;
      }
    }
    this.findings.error(path, `${key || 'an empty mapping'} is not a condition function.`);
    return true;
  }
}
