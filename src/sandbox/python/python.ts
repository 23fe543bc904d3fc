/**
 * Functions in Python, interpreted by Pyodide. One interpreter serves all environments: each is an image of
 * its memory. A call ends the turn wherever it is made; with the answer, the invocation is run again from
 * the image with which it began, and what was answered before is answered at once.
 */
import type { HandlerEnd, HandlerTurn, HandlerWish } from '../../engine/lambda/codeService.ts';
import { environmentVariables } from '../environmentVariables.ts';
import type { Given, Interpreter, Language, Moment, Surroundings } from '../interpreter.ts';
import { endlessLine, MOST_ANSWER_BYTES, MOST_OUTPUT_BYTES } from '../interpreter.ts';
import { Broken, type Held } from './held.ts';
import type { Image, PythonMemory } from './pythonMemory.ts';

/** Fifty calls and loops take this much time [H3]. */
const TICK_US = 100;
/** More of these in one turn, and it is taken for endless [H6]. */
const MOST_TICKS = 20_000;

/** Where Lambda puts a function's files. */
const TASK = '/var/task/';
/** So many ticks it has to say where it was. */
const TICKS_TO_TELL = 1_000;

/** The language, in an interpreter's memory. */
export function python(memory: PythonMemory): Language {
  const shared: Shared = { memory, owner: null };
  return { start: (surroundings) => new PythonEnvironment(shared, surroundings) };
}

interface Shared {
  memory: PythonMemory;
  /** Whose state memory holds. */
  owner: PythonEnvironment | null;
}

interface Answered {
  text: string;
  moment: Moment;
}

class PythonEnvironment implements Interpreter, Held {
  private readonly shared: Shared;
  private readonly surroundings: Surroundings;
  /** Memory when no invocation was under way; null: nothing has run yet. */
  private rest: Image | null = null;
  private given: Given | null = null;
  private answers: Answered[] = [];
  private asked = 0;
  private nextWish = 0;
  private moment: Moment = { nowMs: 0, leftUs: 0 };
  private ticks = 0;
  private state: number;
  private stateAtRest: number;
  private lines = 0;
  private linesBefore = 0;
  private outputBytes = 0;
  private isDead = false;
  /** Fewer than at first: its time is over, and it has been asked where it is. */
  private ticksToTell = TICKS_TO_TELL;
  private wishes: HandlerWish[] = [];
  private log: string[] = [];
  private end: HandlerEnd | null = null;

  constructor(shared: Shared, surroundings: Surroundings) {
    this.shared = shared;
    this.surroundings = surroundings;
    this.state = surroundings.seed >>> 0;
    this.stateAtRest = this.state;
  }

  begin(given: Given): HandlerTurn {
    this.given = given;
    this.answers = [];
    this.linesBefore = 0;
    this.stateAtRest = this.state;
    return this.go();
  }

  answer(_id: number, text: string, moment: Moment): HandlerTurn {
    this.answers.push({ text, moment });
    return this.go();
  }

  dispose(): void {
    if (this.shared.owner === this) this.shared.owner = null;
    this.rest = null;
    this.isDead = true;
  }

  now(): number {
    return this.moment.nowMs + (this.ticks * TICK_US) / 1_000;
  }

  tick(): void {
    this.ticks++;
    if (this.ticks <= MOST_TICKS && this.ticks * TICK_US < this.moment.leftUs) return;
    if (this.ticksToTell === TICKS_TO_TELL) {
      this.ticksToTell--;
      this.shared.memory.tellPlace();
    } else if (this.ticksToTell-- > 0) return;
    throw new Broken('endless');
  }

  word(): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let z = this.state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  }

  ask(text: string): string {
    const [what, ...parts] = JSON.parse(text) as [string, ...unknown[]];
    const texts = parts.map(String);
    if (this.ticksToTell < TICKS_TO_TELL && what !== 'where') return '';
    if (what === 'config') return this.config();
    if (what === 'given') return JSON.stringify(this.given);
    if (what === 'wish') return this.wish(texts[0]!, texts[1]!, texts[2]!);
    if (what === 'where')
      this.log.push(endlessLine(texts[0]!.slice(TASK.length), Number(texts[1]), texts[2]!));
    else if (what === 'line') this.line(texts[0]!);
    else if (what === 'end') this.finish(texts[0]!, texts[1]!, parts[2] === true);
    else if (what === 'killed') this.exit(`signal: ${texts[0] ?? 'killed'}`);
    else if (what === 'exit') this.exit(`exit status ${texts[0] === 'None' ? 0 : texts[0]}`);
    return '';
  }

  /** Runs the invocation from its beginning up to what is not answered yet. */
  private go(): HandlerTurn {
    Object.assign(this, { wishes: [], log: [], end: null, ticks: 0, asked: 0, lines: 0 });
    this.ticksToTell = TICKS_TO_TELL;
    if (!this.isDead) this.compute();
    const { wishes, log, end } = this;
    this.linesBefore = this.lines;
    return { wishes, log, end, elapsedUs: this.ticks * TICK_US };
  }

  private compute(): void {
    const { shared } = this;
    const { memory } = shared;
    if (shared.owner !== this) memory.restore(this.rest);
    shared.owner = null;
    memory.held = this;
    this.moment = this.given!;
    this.outputBytes = 0;
    this.state = this.stateAtRest;
    try {
      memory.run();
      if (!this.end) this.exit('exit status 1');
      this.rest = memory.image();
      shared.owner = this;
    } catch (error) {
      if (error instanceof Broken && error.why === 'waits') return;
      this.isDead = true;
      if (error instanceof Broken && error.why === 'endless') this.end = { kind: 'endless' };
      else if (error instanceof Broken) this.exit('signal: killed');
      else this.exit('signal: segmentation fault');
    }
  }

  private wish(service: string, operation: string, input: string): string {
    const answered = this.answers[this.asked++];
    if (answered) {
      this.moment = answered.moment;
      this.ticks = 0;
      return answered.text;
    }
    const afterUs = this.ticks * TICK_US;
    this.wishes.push({ id: this.nextWish++, afterUs, service, operation, input });
    throw new Broken('waits');
  }

  private line(text: string): void {
    const isKnown = this.lines++ < this.linesBefore;
    if (this.outputBytes > MOST_OUTPUT_BYTES) return;
    this.outputBytes += text.length + 1;
    const kept = this.outputBytes <= MOST_OUTPUT_BYTES;
    const told = `Output beyond ${MOST_OUTPUT_BYTES / 1_024} KB of an invocation is not kept here.`;
    if (!isKnown) this.log.push(kept ? text : told);
  }

  private finish(kind: string, payload: string, isFatal: boolean): void {
    if (this.end) return;
    if (kind === 'response' && payload.length > MOST_ANSWER_BYTES) {
      const errorMessage = `Response payload size exceeded maximum allowed payload size (${MOST_ANSWER_BYTES} bytes).`;
      const told = JSON.stringify({ errorType: 'Function.ResponseSizeTooLarge', errorMessage });
      this.end = { kind: 'error', payload: told, isFatal: false };
    } else this.end = kind === 'response' ? { kind, payload } : { kind: 'error', payload, isFatal };
    if (isFatal) this.isDead = true;
  }

  private exit(how: string): void {
    if (this.end) return;
    const requestId = this.given?.requestId ?? '';
    const errorMessage = `RequestId: ${requestId} Error: Runtime exited with error: ${how}`;
    this.log.push(errorMessage);
    const payload = JSON.stringify({ errorType: 'Runtime.ExitError', errorMessage });
    this.end = { kind: 'error', payload, isFatal: true };
    this.isDead = true;
  }

  private config(): string {
    const { code, ...rest } = this.surroundings;
    const { handler, files } = code;
    return JSON.stringify({
      ...rest,
      handler,
      files,
      environment: environmentVariables(this.surroundings),
    });
  }
}
