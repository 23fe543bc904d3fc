/**
 * Work that may take long, a step at a time: whoever takes the steps may do something between two of them, say
 * how far it is, or take no more. Each says how many commands it has dealt with.
 */
export type Steps<T> = Generator<number, T, void>;

/** Commands that are dealt with in one step. */
export const COMMANDS_IN_STEP = 250;

/** Takes all steps. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
