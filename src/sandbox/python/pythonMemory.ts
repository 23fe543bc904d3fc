/**
 * Pyodide's module with everything that depends on the outside held: its clock, its chance, its output and
 * its steps. A turn can be broken off at any call, and its memory put back to what it was: so an environment
 * is an image of memory, and no stack is ever kept.
 */
import type { PyodideInterface } from 'pyodide';
import type { Held } from './held.ts';
import { type Holder, heldImports } from './heldImports.ts';
import { type Differs, pageComparer } from './pageComparer.ts';

type Imports = Record<string, Record<string, unknown>>;

/** Memory is this large from the beginning, beside the base, and never larger. */
const MEMORY_BYTES = 96 * 1_048_576;
const PAGE_BYTES = 16_384;

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

/** A copy of memory, in the middle of memory. */
interface Base {
  /** Where it lies. */
  at: number;
  /** It is of the first so many bytes. */
  size: number;
  /** Where memory goes on behind it, and what was there. */
  after: number;
  rest: Uint8Array;
}

const wholePages = (bytes: number): number => Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES;

export class PythonMemory implements Holder {
  held: Held = { now: () => 0, tick: () => {}, ask: () => '', word: () => 0 };
  private module!: Module;
  memory!: WebAssembly.Memory;
  /** Once there is something to go back to: how memory was before any code. */
  private base: Base | null = null;
  private differs: Differs = () => 1;
  private stack = 0;
  private turn = 0;
  private where = 0;

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

  get isClosed(): boolean {
    return this.base !== null;
  }

  ask(text: string): Uint8Array {
    return new TextEncoder().encode(this.held.ask(text));
  }

  /** Runs Python until it has nothing to do or is broken off. @throws Broken, or what broke it */
  run(): void {
    try {
      this.module._PyRun_SimpleString(this.turn);
    } finally {
      this.module.stackRestore(this.stack);
    }
  }

  /** While it runs and has come to a tick: lets Python tell its holder where it is. */
  tellPlace(): void {
    this.module._PyRun_SimpleString(this.where);
  }

  /** What memory holds now. */
  image(): Image {
    const { at, size, after } = this.base!;
    const pages = new Map<number, Uint8Array>();
    const keep = (from: number) =>
      pages.set(from, new Uint8Array(this.memory.buffer, from, PAGE_BYTES).slice());
    for (let from = 0; from < size; from += PAGE_BYTES) {
      if (this.differs(from, at + from, from + PAGE_BYTES) !== 0) keep(from);
    }
    for (let from = after; from < this.end(); from += PAGE_BYTES) keep(from);
    return pages;
  }

  /** Puts memory back; null: as it was before any code. */
  restore(image: Image | null): void {
    const { at, size, after, rest } = this.base!;
    const bytes = new Uint8Array(this.memory.buffer);
    bytes.fill(0, after, this.end());
    bytes.copyWithin(0, at, at + size);
    bytes.set(rest, after);
    for (const [from, page] of image ?? []) bytes.set(page, from);
  }

  /** Where the memory ends that has been used, in whole pages; what lies beyond is empty. */
  private end(): number {
    const used = new DataView(this.memory.buffer).getUint32(
      this.module._emscripten_get_sbrk_ptr(),
      true,
    );
    return wholePages(used);
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
    this.turn = this.text('_turn()');
    this.where = this.text('_where()');
    this.grow(MEMORY_BYTES + this.end());
    this.stack = this.module.stackSave();
    this.differs = pageComparer(this.memory);
    this.base = this.keepBase();
  }

  /** The base lies in the memory itself: there it is compared, and copied, fastest. */
  private keepBase(): Base {
    const length = this.end() + 2 * PAGE_BYTES;
    const at = wholePages(this.module._malloc(length + PAGE_BYTES));
    const after = at + length;
    const bytes = new Uint8Array(this.memory.buffer);
    const rest = bytes.slice(after, this.end());
    bytes.copyWithin(at, 0, at);
    return { at, size: at, after, rest };
  }

  /** The address of a text for C. */
  private text(text: string): number {
    const bytes = new TextEncoder().encode(`${text}\0`);
    const at = this.module._malloc(bytes.length);
    new Uint8Array(this.memory.buffer).set(bytes, at);
    return at;
  }

  private grow: (bytes: number) => unknown = () => 0;

  private overrule(imports: Imports): Imports {
    this.grow = imports.env!.emscripten_resize_heap as (bytes: number) => unknown;
    return heldImports(imports, this);
  }
}
