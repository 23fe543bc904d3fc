/** Whether rows that were read are what was written: a damaged one is left alone, never half used. */
import * as v from 'valibot';

const whole = v.pipe(v.number(), v.integer());
const natural = v.pipe(whole, v.minValue(0));

const storedBranch = v.object({
  branch: natural,
  parent: whole,
  forkedAt: natural,
  firstCommand: natural,
  name: v.optional(v.string()),
  at: v.optional(natural),
  furthest: v.optional(natural),
  undid: v.optional(natural),
});

const storedLab = v.looseObject({
  labId: v.string(),
  title: v.string(),
  definition: v.looseObject({
    title: v.string(),
    seed: whole,
    startAtMs: whole,
    tables: v.array(v.looseObject({ id: v.string() })),
    commands: v.array(v.unknown()),
  }),
  engineVersion: v.string(),
  branch: natural,
  branches: v.pipe(v.array(storedBranch), v.minLength(1)),
  at: natural,
  furthest: natural,
  commandCount: natural,
});

const storedCommand = v.object({
  branch: natural,
  number: natural,
  at: natural,
  command: v.object({ call: v.string(), input: v.record(v.string(), v.unknown()) }),
});

const storedCheckpoint = v.looseObject({
  moment: natural,
  engineVersion: v.string(),
  branch: natural,
  applied: natural,
  events: natural,
  at: natural,
  checkpoint: v.looseObject({ at: natural }),
  pages: v.array(natural),
});

export const isStoredLab = (row: unknown): boolean => v.is(storedLab, row);
export const isStoredCommand = (row: unknown): boolean => v.is(storedCommand, row);
export const isStoredCheckpoint = (row: unknown): boolean => v.is(storedCheckpoint, row);
