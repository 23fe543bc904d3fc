/**
 * Functions in JavaScript, interpreted by QuickJS: each environment has a runtime of its own, whose
 * steps and bytes are counted. What happens in it depends on nothing outside.
 *
 * The interpreter's calls of the host are texts and numbers only; no object of the page, and no function
 * but those below, can be reached from inside.
 */
import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core';
import type { HandlerEnd, HandlerTurn, HandlerWish } from '../../engine/lambda/codeService.ts';
import { environmentVariables } from '../environmentVariables.ts';
import { hashOf } from '../hashes.ts';
import type { Given, Interpreter, Language, Moment, Surroundings } from '../interpreter.ts';
import { MOST_ANSWER_BYTES, MOST_OUTPUT_BYTES } from '../interpreter.ts';
import { endlessPlace, WRAPPED_IN } from './endlessPlace.ts';
import { guestParts, guestSources } from './guest.ts';
import { type HostFunctions, hostObject } from './hostObject.ts';
import type { ModuleSupply } from './moduleSupply.ts';
import { builtInSource, isModule, nestsDeeply } from './modules.ts';

/** QuickJS looks whether to stop after so many calls and loops: this is how much time they take [H3]. */
const TICK_US = 5_000;
/** More of these in one turn, and it is taken for endless [H6]. */
const MOST_TICKS = 2_000;
/** What the interpreter may keep, whatever the function's memory is [H6]. */
const MOST_BYTES = 128 * 1_048_576;
/** Small enough for the stack of every browser's worker. */
const STACK_BYTES = 96 * 1_024;

/** The language, with a supply of instances of QuickJS's module. */
export function javaScript(
  modules: ModuleSupply,
  services: Readonly<Record<string, readonly string[]>>,
): Language {
  return { start: (surroundings) => new QuickJsEnvironment(modules, surroundings, services) };
}

class QuickJsEnvironment implements Interpreter {
  private readonly runtime: QuickJSRuntime;
  private readonly context: QuickJSContext;
  private readonly surroundings: Surroundings;
  private readonly modules: ModuleSupply;
  private entry: QuickJSHandle | null = null;
  private moment: Moment = { nowMs: 0, leftUs: Number.POSITIVE_INFINITY };
  private turn: { wishes: HandlerWish[]; log: string[]; end: HandlerEnd | null } = emptyTurn();
  private ticks = 0;
  private outputBytes = 0;
  private isStopped = false;
  private isTold = false;
  private exitCode = -1;
  private isDead = false;
  private requestId = '';

  constructor(
    modules: ModuleSupply,
    surroundings: Surroundings,
    services: Readonly<Record<string, readonly string[]>>,
  ) {
    this.surroundings = surroundings;
    this.modules = modules;
    this.runtime = modules.take().newRuntime();
    this.runtime.setMemoryLimit(Math.min(MOST_BYTES, surroundings.memoryMb * 1_048_576));
    this.runtime.setMaxStackSize(STACK_BYTES);
    this.runtime.setInterruptHandler(() => this.tick());
    this.runtime.setModuleLoader(
      (path) => this.textOf(path),
      (from, wanted) => this.pathOf(from, wanted),
    );
    this.context = this.runtime.newContext();
    this.entry = this.prepare(services);
  }

  begin(given: Given): HandlerTurn {
    this.outputBytes = 0;
    this.requestId = given.requestId;
    return this.go(given, (context, entry) => {
      const args = [
        context.newString(given.requestId),
        context.newString(given.event),
        context.newNumber(given.leftUs),
      ];
      this.call(entry, 'begin', args);
    });
  }

  answer(id: number, answer: string, moment: Moment): HandlerTurn {
    return this.go(moment, (context, entry) => {
      this.call(entry, 'answer', [context.newNumber(id), context.newString(answer)]);
    });
  }

  /** Its memory goes with the module, which is exchanged now and then: freeing one runtime can abort. */
  dispose(): void {
    this.isDead = true;
    this.entry = null;
  }

  private go(
    moment: Moment,
    act: (context: QuickJSContext, entry: QuickJSHandle) => void,
  ): HandlerTurn {
    this.moment = moment;
    this.turn = emptyTurn();
    this.ticks = 0;
    this.isStopped = false;
    this.isTold = false;
    try {
      if (!this.isDead && this.entry) {
        act(this.context, this.entry);
        this.drain();
        this.call(this.entry, 'rest', []);
        this.drain();
      }
    } catch (error) {
      this.broke(error);
    }
    if (this.isStopped && this.exitCode < 0) {
      this.interrupted('');
      this.isDead = true;
      this.turn.end = { kind: 'endless' };
    }
    const elapsedUs = this.ticks * TICK_US;
    return { ...this.turn, elapsedUs };
  }

  /** Runs what promises have made due. */
  private drain(): void {
    const done = this.runtime.executePendingJobs();
    if (done.error) this.caught(done.error);
    else done.dispose();
  }

  private call(entry: QuickJSHandle, name: string, args: QuickJSHandle[]): void {
    if (this.isDead || this.isStopped) return;
    const { context } = this;
    const method = context.getProp(entry, name);
    const result = context.callFunction(method, context.undefined, ...args);
    for (const handle of [method, ...args]) handle.dispose();
    if (result.error) this.caught(result.error);
    else result.value.dispose();
  }

  /** Nothing of the user's throws out of the runtime's own loop, but for what cannot be caught. */
  private caught(error: QuickJSHandle): void {
    const text = (name: string) =>
      this.context.getProp(error, name).consume((handle) => this.context.getString(handle));
    if (this.isStopped) this.interrupted(text('stack'));
    else this.broke(new Error(text('message')));
    error.dispose();
  }

  /** Out of memory, or out of the host's stack: the process is gone, as Lambda would tell. */
  private broke(error: unknown): void {
    if (this.isStopped) return;
    this.isDead = true;
    const text = error instanceof Error ? error.message : String(error);
    const isMemory = /memory/u.test(text);
    if (error instanceof RangeError) this.modules.spoil(); // the host's own stack was exhausted
    const message = `RequestId: ${this.requestId} Error: Runtime exited with error: ${
      isMemory ? 'signal: killed' : 'signal: segmentation fault'
    }`;
    this.turn.log.push(message);
    const payload = JSON.stringify({ errorType: 'Runtime.ExitError', errorMessage: message });
    this.turn.end = { kind: 'error', payload, isFatal: true };
  }

  /** Tells where it was when its time was over. @returns whether that is so */
  private interrupted(stack: string): boolean {
    if (!this.isStopped || this.exitCode >= 0) return false;
    if (this.isTold) return true;
    this.isTold = true;
    this.turn.log.push(endlessPlace(stack, this.surroundings.code));
    return true;
  }

  private tick(): boolean {
    if (this.exitCode >= 0) return true;
    this.ticks++;
    const isOver = this.ticks > MOST_TICKS || this.ticks * TICK_US >= this.moment.leftUs;
    if (isOver) this.isStopped = true;
    return isOver;
  }

  private now(): number {
    return this.moment.nowMs + (this.ticks * TICK_US) / 1_000;
  }

  private line(text: string): void {
    const { log } = this.turn;
    if (this.isStopped || this.outputBytes > MOST_OUTPUT_BYTES) return;
    this.outputBytes += text.length + 1;
    if (this.outputBytes <= MOST_OUTPUT_BYTES) log.push(text);
    else
      log.push(`Output beyond ${MOST_OUTPUT_BYTES / 1_024} KB of an invocation is not kept here.`);
  }

  /** Everything that is inside before the user's code: what it finds there, and how it is called. */
  private prepare(services: Readonly<Record<string, readonly string[]>>): QuickJSHandle {
    const { context, surroundings } = this;
    const { code, ...rest } = surroundings;
    const { handler, files } = code;
    const environment = environmentVariables(surroundings);
    const config = JSON.stringify({ ...rest, handler, files, environment, services });
    const set = context.newObject();
    const given = context.newString(config);
    const parse = this.evaluate('(text) => JSON.parse(text)', 'runtime');
    const parsed = context.unwrapResult(context.callFunction(parse, context.undefined, given));
    const host = hostObject(context, this.hostFunctions());
    let last = context.undefined;
    for (const source of guestSources) {
      const part = this.evaluate(source, 'runtime');
      last = context.unwrapResult(context.callFunction(part, context.undefined, set, host, parsed));
      part.dispose();
    }
    for (const handle of [set, given, parse, parsed, host]) handle.dispose();
    return last;
  }

  private evaluate(source: string, path: string): QuickJSHandle {
    return this.context.unwrapResult(this.context.evalCode(source, path));
  }

  private hostFunctions(): HostFunctions {
    return {
      now: () => this.now(),
      line: (text) => this.line(String(text)),
      wish: (id, service, operation, input) => {
        const wish = { id: Number(id), service: String(service), operation: String(operation) };
        const afterUs = this.ticks * TICK_US;
        this.turn.wishes.push({ ...wish, afterUs, input: String(input) });
      },
      end: (kind, payload, isFatal) => this.end(String(kind), String(payload), isFatal === true),
      exit: (code) => {
        this.exitCode = Number(code);
        this.isStopped = true;
        this.isDead = true;
        const errorMessage = `RequestId: ${this.requestId} Error: Runtime exited with error: exit status ${this.exitCode}`;
        const payload = JSON.stringify({ errorType: 'Runtime.ExitError', errorMessage });
        this.turn.end = { kind: 'error', payload, isFatal: true };
      },
      interrupted: (stack) => this.interrupted(String(stack)),
      exhausted: () => this.broke(new Error('out of memory')),
      part: (name) => this.context.evalCode(guestParts[String(name)] ?? '', 'runtime'),
      hash: (algorithm, hex) => hashOf(String(algorithm), String(hex)),
      isDeep: (text) => nestsDeeply(String(text)),
      isModule: (path) => isModule(this.surroundings.code.files, String(path)),
      compile: (path) => {
        const text = this.surroundings.code.files[String(path)] ?? '';
        if (nestsDeeply(text)) throw new SyntaxError('The text nests too deeply.');
        return this.context.evalCode(`${WRAPPED_IN}${text}\n})`, String(path));
      },
    };
  }

  private end(kind: string, payload: string, isFatal: boolean): void {
    if (this.isStopped || this.isDead) return;
    if (kind === 'response' && payload.length > MOST_ANSWER_BYTES) {
      const errorMessage = `Response payload size exceeded maximum allowed payload size (${MOST_ANSWER_BYTES} bytes).`;
      const told = JSON.stringify({ errorType: 'Function.ResponseSizeTooLarge', errorMessage });
      this.turn.end = { kind: 'error', payload: told, isFatal: false };
    } else if (kind === 'response') this.turn.end = { kind, payload };
    else this.turn.end = { kind: 'error', payload, isFatal };
  }

  /** The path of a module that an `import` asks for. */
  private pathOf(from: string, wanted: string): string {
    if (wanted.startsWith('/') || wanted.startsWith('#')) return wanted;
    const folder = from.split('/').slice(0, -1).join('/').replace(/^\//u, '');
    const path = this.ask('resolve', [folder, wanted]);
    return path === '' ? `!${wanted}` : path.startsWith('#') ? path : `/${path}`;
  }

  private textOf(path: string): string {
    if (path.startsWith('!')) throw new Error(`Cannot find module '${path.slice(1)}'`);
    const file = path.replace(/^\//u, '');
    const { files } = this.surroundings.code;
    const isOwn = !path.startsWith('#') && isModule(files, file);
    const text = files[file] ?? '';
    if (isOwn && nestsDeeply(text)) throw new SyntaxError('The text nests too deeply.');
    if (isOwn) return text;
    return builtInSource(file, JSON.parse(this.ask('keysOf', [file])) as string[]);
  }

  /** Asks the inside something that is answered with a text. */
  private ask(name: string, texts: readonly string[]): string {
    const { context } = this;
    const method = context.getProp(this.entry!, name);
    const args = texts.map((text) => context.newString(text));
    const result = context.callFunction(method, context.undefined, ...args);
    for (const handle of [method, ...args]) handle.dispose();
    return context.unwrapResult(result).consume((handle) => context.getString(handle));
  }
}

const emptyTurn = (): { wishes: HandlerWish[]; log: string[]; end: HandlerEnd | null } => ({
  wishes: [],
  log: [],
  end: null,
});
