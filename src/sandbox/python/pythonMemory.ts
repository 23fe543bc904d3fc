/**
 * Pyodide's module with everything that depends on the outside held: its clock, its chance, its output and
 * its steps. A turn can be broken off at any call, and its memory put back to what it was: so an environment
 * is an image of memory, and no stack is ever kept.
 */
import type { PyodideInterface } from 'pyodide';

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
  readonly why: 'waits' | 'endless';

  constructor(why: 'waits' | 'endless') {
    super(why);
    this.why = why;
  }
}

type Import = (...parameters: never[]) => unknown;
type Imports = Record<string, Record<string, unknown>>;

/** The file descriptor that Python asks through. */
export const CHANNEL = 1001;
/** Memory is this large from the beginning, and never larger. */
const MEMORY_BYTES = 96 * 1_048_576;
const PAGE_BYTES = 16_384;
const READ_ONLY = -69;
const WRITING = 0o103;

/** The part of Emscripten's module that is used. */
interface Module {
  HEAPU8: Uint8Array;
  stackSave(): number;
  stackRestore(at: number): void;
  _malloc(bytes: number): number;
  _emscripten_get_sbrk_ptr(): number;
  _PyRun_SimpleString(text: number): number;
}

/** Where memory differs from the base, page by page. */
export type Image = ReadonlyMap<number, Uint8Array>;

export class PythonMemory {
  held: Held = { now: () => 0, tick: () => {}, ask: () => '', word: () => 0 };
  private module!: Module;
  private memory!: WebAssembly.Memory;
  private base!: Uint8Array;
  private stack = 0;
  private entry = 0;
  private reply = new Uint8Array(0);
  private isGrowing = false;

  /** @param load loads Pyodide; whatever WebAssembly it instantiates meanwhile is held. */
  static async open(
    load: () => Promise<PyodideInterface>,
    bootstrap: string,
  ): Promise<PythonMemory> {
    const own = new PythonMemory();
    const { instantiate, instantiateStreaming } = WebAssembly;
    let isFirst = true;
    const hold = async (source: unknown, imports?: Imports): Promise<unknown> => {
      const bytes = source instanceof Response ? await source.arrayBuffer() : source;
      // Pyodide also tries out what the browser can do, with modules that need nothing.
      if (!isFirst || imports?.env?.fd_write === undefined) {
        return instantiate(bytes as BufferSource, imports as never);
      }
      isFirst = false;
      const made = (await instantiate(bytes as BufferSource, own.overrule(imports) as never)) as
        | WebAssembly.WebAssemblyInstantiatedSource
        | WebAssembly.Instance;
      const instance = 'instance' in made ? made.instance : made;
      own.memory = instance.exports.memory as WebAssembly.Memory;
      return made;
    };
    WebAssembly.instantiate = hold as never;
    WebAssembly.instantiateStreaming = (async (source: Promise<Response>, imports: Imports) =>
      hold(await source, imports)) as never;
    try {
      const python = await load();
      own.begin(python, bootstrap);
    } finally {
      WebAssembly.instantiate = instantiate;
      WebAssembly.instantiateStreaming = instantiateStreaming;
    }
    return own;
  }

  /** Runs Python until it has nothing to do or is broken off. @throws Broken, or what broke it */
  run(): void {
    try {
      this.module._PyRun_SimpleString(this.entry);
    } finally {
      this.module.stackRestore(this.stack);
    }
  }

  /** What memory holds now. */
  image(): Image {
    const { buffer } = this.memory;
    const now = new Int32Array(buffer);
    const then = new Int32Array(this.base.buffer);
    const pages = new Map<number, Uint8Array>();
    const step = PAGE_BYTES / 4;
    const end = this.end() / 4;
    for (let from = 0; from < end; from += step) {
      let i = from;
      while (i < from + step && now[i] === then[i]) i++;
      if (i < from + step)
        pages.set(from * 4, new Uint8Array(buffer, from * 4, PAGE_BYTES).slice());
    }
    return pages;
  }

  /** Puts memory back; null: as it was before any code. */
  restore(image: Image | null): void {
    const bytes = new Uint8Array(this.memory.buffer);
    bytes.fill(0, this.base.length, Math.max(this.base.length, this.end()));
    bytes.set(this.base);
    for (const [from, page] of image ?? []) bytes.set(page, from);
  }

  /** Where the memory ends that has been used, in whole pages; what lies beyond is empty. */
  private end(): number {
    const used = new DataView(this.memory.buffer).getUint32(
      this.module._emscripten_get_sbrk_ptr(),
      true,
    );
    return Math.ceil(used / PAGE_BYTES) * PAGE_BYTES;
  }

  private begin(python: PyodideInterface, bootstrap: string): void {
    const internals = python as unknown as {
      _module: Module;
      _api: { fatal_error(error: unknown): void };
    };
    internals._api.fatal_error = (error) => {
      throw error;
    };
    this.module = internals._module;
    python.setInterruptBuffer(new Int32Array(1));
    python.runPython(bootstrap);
    const text = new TextEncoder().encode('_turn()\0');
    this.entry = this.module._malloc(text.length);
    new Uint8Array(this.memory.buffer).set(text, this.entry);
    this.isGrowing = true;
    this.grow(MEMORY_BYTES);
    this.isGrowing = false;
    this.stack = this.module.stackSave();
    this.base = new Uint8Array(this.memory.buffer, 0, this.end()).slice();
  }

  private grow: (bytes: number) => unknown = () => 0;

  private overrule(imports: Imports): Imports {
    const env = imports.env as Record<string, Import>;
    const resize = env.emscripten_resize_heap as (bytes: number) => unknown;
    this.grow = resize;
    const { fd_read, fd_write, __syscall_openat } = env as Record<
      string,
      (...p: number[]) => number
    >;
    const own: Record<string, unknown> = {
      emscripten_date_now: () => this.held.now(),
      emscripten_get_now: () => this.held.now(),
      emscripten_performance_now: () => this.held.now(),
      emscripten_math_random: () => this.held.word() / 2 ** 32,
      emscripten_random: () => this.held.word() / 2 ** 32,
      clock_time_get: (_clock: number, _precision: bigint, at: number) => {
        const ns = BigInt(Math.floor(this.held.now() * 1_000)) * 1_000n;
        new DataView(this.memory.buffer).setBigInt64(at, ns, true);
        return 0;
      },
      random_get: (at: number, size: number) => {
        const bytes = new Uint8Array(this.memory.buffer, at, size);
        for (let i = 0; i < size; i++) bytes[i] = this.held.word() & 255;
        return 0;
      },
      emscripten_resize_heap: (bytes: number) =>
        this.base === undefined || this.isGrowing ? resize(bytes) : 0,
      _Py_CheckEmscriptenSignals_Helper: () => {
        this.held.tick();
        return 0;
      },
      fd_write: (fd: number, list: number, count: number, written: number) =>
        fd === CHANNEL ? this.taken(list, count, written) : fd_write!(fd, list, count, written),
      fd_read: (fd: number, list: number, count: number, read: number) =>
        fd === CHANNEL ? this.given(list, count, read) : fd_read!(fd, list, count, read),
      // Files stay as they are: they lie outside of memory, and would not be put back.
      __syscall_openat: (folder: number, path: number, flags: number, more: number) =>
        (flags & WRITING) !== 0 && this.base !== undefined
          ? READ_ONLY
          : __syscall_openat!(folder, path, flags, more),
    };
    const overruled = (part: Record<string, unknown>) =>
      new Proxy(part, { get: (target, name: string) => own[name] ?? target[name] });
    const { wasi_snapshot_preview1: wasi } = imports;
    return {
      ...imports,
      env: overruled(env),
      ...(wasi && { wasi_snapshot_preview1: overruled(wasi) }),
    };
  }

  /** Python has written to the channel. */
  private taken(list: number, count: number, written: number): number {
    const view = new DataView(this.memory.buffer);
    let text = '';
    let sum = 0;
    const decoder = new TextDecoder();
    for (let i = 0; i < count; i++) {
      const at = view.getUint32(list + 8 * i, true);
      const size = view.getUint32(list + 8 * i + 4, true);
      text += decoder.decode(new Uint8Array(this.memory.buffer, at, size).slice(), {
        stream: true,
      });
      sum += size;
    }
    this.reply = new TextEncoder().encode(this.held.ask(text));
    view.setUint32(written, sum, true);
    return 0;
  }

  /** Python reads what it was answered: the length in 16 places first, then the text. */
  private given(list: number, _count: number, read: number): number {
    const view = new DataView(this.memory.buffer);
    const at = view.getUint32(list, true);
    const size = view.getUint32(list + 4, true);
    const isLength = size === 16;
    const bytes = isLength
      ? new TextEncoder().encode(String(this.reply.length).padStart(16))
      : this.reply.subarray(0, size);
    new Uint8Array(this.memory.buffer).set(bytes, at);
    view.setUint32(read, bytes.length, true);
    return 0;
  }
}
