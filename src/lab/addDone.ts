/** Puts what a file says at its end was done where a shorter file says it: among `Commands` and `Branches`. */
import { readDone, type SplitText } from './doneBlock.ts';
import { isMapping } from './intrinsics.ts';
import type { Path } from './labError.ts';
import type { Steps } from './steps.ts';
import type { ParsedTemplate, Template } from './template.ts';

type Mapping = Record<string, unknown>;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const mappingOf = (value: unknown): Mapping => (isMapping(value) ? value : {});

export function* addDone(template: Template, split: SplitText): Steps<ParsedTemplate> {
  const read = yield* readDone(split);
  if (!read.ok) return read;
  const metadata = mappingOf(template.value.Metadata);
  const section = mappingOf(metadata.Shardscope);
  const history = mappingOf(section.History);
  const branches = listOf(history.Branches).map((branch) => ({ ...mappingOf(branch) }));
  const present: unknown[] = [];
  const elsewhere: unknown[][] = branches.map(() => []);
  const lineOf = new Map<unknown, number>();
  for (const [i, { Branch: place, ...command }] of read.lines.entries()) {
    const line = split.firstLine + i;
    lineOf.set(command, line);
    // What a file says may be anything: only a number finds a branch.
    const list =
      place === undefined ? present : Number.isInteger(place) ? elsewhere[place] : undefined;
    if (list !== undefined) list.push(command);
    else return unknownBranch(i, place, line);
  }
  branches.forEach((branch, place) => {
    const more = elsewhere[place]!;
    if (more.length > 0) Object.assign(branch, { Commands: [...listOf(branch.Commands), ...more] });
  });
  const whole = {
    ...section,
    Commands: [...listOf(section.Commands), ...present],
    ...(branches.length > 0 && { History: { ...history, Branches: branches } }),
  };
  const value = { ...template.value, Metadata: { ...metadata, Shardscope: whole } };
  return { ok: true, template: { value, locate: locator(template, value, lineOf) } };
}

function unknownBranch(i: number, place: unknown, line: number): ParsedTemplate {
  const message = `there is no branch ${JSON.stringify(place)} among the Branches.`;
  return {
    ok: false,
    errors: [{ path: `Metadata.Shardscope.Done[${i}].Branch`, message, line, column: 7 }],
  };
}

/** What stands on a line of its own is there; anything else is where it was. */
function locator(
  template: Template,
  value: Mapping,
  lineOf: ReadonlyMap<unknown, number>,
): Template['locate'] {
  return (path: Path) => {
    let thing: unknown = value;
    for (const step of path) {
      thing = (thing as Mapping | undefined | null)?.[step];
      const line = lineOf.get(thing);
      if (line !== undefined) return { line, column: 7 };
    }
    return template.locate(path);
  };
}
