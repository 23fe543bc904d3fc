/** What the interpreter asks of whoever holds it. */
export interface Held {
  /** Epoch milliseconds; may have a fraction. */
  now(): number;
  /** Called after every fifty calls and loops. @throws {@link Broken} to end the turn */
  tick(): void;
  /** A text that Python has sent; the answer is read by it. @throws {@link Broken} to end the turn */
  ask(text: string): string;
  /** 32 bits of chance. */
  word(): number;
}

/** Thrown right through the interpreter: nothing in it can catch that. */
export class Broken extends Error {
  /** Pyodide hands such errors on as they are. */
  readonly pyodide_fatal_error = true;
  readonly why: 'waits' | 'endless' | 'forbidden';

  /** @param why it waits for an answer, has computed for too long, or tries what is not there. */
  constructor(why: Broken['why']) {
    super(why);
    this.why = why;
  }
}
