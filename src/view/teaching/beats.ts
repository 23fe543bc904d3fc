/** What comes next in a lesson that is presented: one press of one key, whatever the step is. Rule: [Q31] in SPEC.md. */

/** Where a step stands. */
export interface StepState {
  asks: 'question' | 'task' | null;
  /** Its world is open. */
  hasBegun: boolean;
  isRunning: boolean;
  hasEnded: boolean;
  isTaskDone: boolean;
  isRevealed: boolean;
  /** The world of a wrong answer is on the stage. */
  isElsewhere: boolean;
  isLast: boolean;
}

/** `wait`: nothing can be done yet. `skip`: time is at the end at once. `end`: there is no step after it. */
export type Beat = 'wait' | 'run' | 'skip' | 'reveal' | 'return' | 'step' | 'end';

/** A question is asked, then time runs, then the answer is revealed, then the next step begins. */
export function nextBeat(step: StepState): Beat {
  if (!step.hasBegun) return 'wait';
  if (step.isRunning) return 'skip';
  if (step.isElsewhere) return 'return';
  if (!step.hasEnded || (step.asks === 'task' && !step.isTaskDone)) return 'run';
  if (step.asks === 'question' && !step.isRevealed) return 'reveal';
  return step.isLast ? 'end' : 'step';
}
