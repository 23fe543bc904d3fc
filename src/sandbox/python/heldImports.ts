/**
 * What the interpreter's WebAssembly imports, held: clock, chance, zone, output, files and steps are those
 * of its holder, and of what is left only what reaches nothing outside can be called by code.
 */
import { Broken, type Held } from './held.ts';

type Numbers = (...numbers: number[]) => number;
type Imports = Record<string, Record<string, unknown>>;

/** What the imports are held by. */
export interface Holder {
  readonly held: Held;
  readonly memory: WebAssembly.Memory;
  /** From now on it is code that runs, not Python's own beginning. */
  readonly isClosed: boolean;
  /** Python has sent a text. @returns what it reads next */
  ask(text: string): Uint8Array;
}

/** The file descriptor that Python asks through. */
const CHANNEL = 1001;
/** Where Python's own library lies: nothing else can be opened. */
const LIBRARY = '/lib/';
const WRITING = 0o103;
// Errors as WASI numbers them.
const NOT_FOUND = -44;
const NOT_PERMITTED = -63;
const READ_ONLY = -69;
const NO_SUCH_NAME = -2;

/** These look at memory or at Python's own files only. */
const HARMLESS = new Set(
  `__assert_fail _PyEM_TrampolineCall_JS _Py_emscripten_runtime _emscripten_get_progname
  _emscripten_throw_longjmp __call_sighandler __syscall_getuid32_js __syscall_ioctl __syscall_fcntl64
  __syscall_faccessat __syscall_fstat64 __syscall_stat64 __syscall_newfstatat __syscall_lstat64
  __syscall_getcwd __syscall_getdents64 __syscall_readlinkat __syscall_statfs64 __syscall_fstatfs64
  __syscall_poll environ_sizes_get environ_get fd_close fd_sync fd_fdstat_get fd_seek fd_pread
  clock_res_get _timegm_js _gmtime_js emscripten_get_heap_max emscripten_runtime_keepalive_push
  emscripten_runtime_keepalive_pop _emscripten_runtime_keepalive_clear JsvError_Check`.split(
    /\s+/u,
  ),
);

/** The imports as they are handed to WebAssembly. */
export function heldImports(imports: Imports, holder: Holder): Imports {
  const env = imports.env as Record<string, Numbers>;
  const own = { ...ofTime(env, holder), ...ofEnds(holder), ...ofFiles(env, holder) };
  const overruled = (part: Record<string, unknown>) =>
    new Proxy(part, {
      get: (target, name: string) => own[name] ?? guarded(name, target[name], holder),
    });
  const { wasi_snapshot_preview1: wasi } = imports;
  return {
    ...imports,
    env: overruled(env),
    ...(wasi && { wasi_snapshot_preview1: overruled(wasi) }),
  };
}

/** An import that code may not use: refused as a system refuses it, or the end of whoever tries. */
function guarded(name: string, given: unknown, holder: Holder): unknown {
  const isFree = typeof given !== 'function' || HARMLESS.has(name) || name.startsWith('invoke_');
  if (isFree) return given;
  const isSystem = name.startsWith('__syscall_');
  return (...numbers: unknown[]): unknown => {
    if (!holder.isClosed) return (given as (...n: unknown[]) => unknown)(...numbers);
    if (isSystem) return NOT_PERMITTED;
    throw new Broken('forbidden');
  };
}

/** Clock, zone, chance and steps. */
function ofTime(env: Record<string, Numbers>, holder: Holder): Record<string, unknown> {
  const view = () => new DataView(holder.memory.buffer);
  const now = () => holder.held.now();
  const chance = () => holder.held.word() / 2 ** 32;
  const { _gmtime_js: gmtime, _timegm_js: timegm } = env;
  return {
    emscripten_date_now: now,
    emscripten_get_now: now,
    emscripten_performance_now: now,
    emscripten_math_random: chance,
    emscripten_random: chance,
    clock_time_get: (_clock: number, _precision: bigint, at: number) => {
      view().setBigInt64(at, BigInt(Math.floor(now() * 1_000)) * 1_000n, true);
      return 0;
    },
    random_get: (at: number, size: number) => {
      const bytes = new Uint8Array(holder.memory.buffer, at, size);
      for (let i = 0; i < size; i++) bytes[i] = holder.held.word() & 255;
      return 0;
    },
    _tzset_js: (timezone: number, daylight: number, ...names: number[]) => {
      view().setInt32(timezone, 0, true);
      view().setInt32(daylight, 0, true);
      for (const at of names) new Uint8Array(holder.memory.buffer).set([85, 84, 67, 0], at);
    },
    _localtime_js: (time: number, at: number) => {
      gmtime!(time, at);
      view().setInt32(at + 32, 0, true);
      view().setInt32(at + 36, 0, true);
    },
    _mktime_js: (at: number) => timegm!(at),
    _Py_CheckEmscriptenSignals_Helper: () => {
      holder.held.tick();
      return 0;
    },
  };
}

/** Ways to end the process. */
function ofEnds(holder: Holder): Record<string, unknown> {
  const end = (told: readonly unknown[]): never => {
    holder.ask(JSON.stringify(told));
    throw new Broken('forbidden');
  };
  return {
    exit: (code: number) => end(['exit', code]),
    proc_exit: (code: number) => end(['exit', code]),
    _abort_js: () => end(['killed', 'aborted']),
    _emscripten_system: () => NOT_PERMITTED,
    getaddrinfo: () => NO_SUCH_NAME,
    getnameinfo: () => NO_SUCH_NAME,
  };
}

/** Files stay as they are: they lie outside of memory, and would not be put back. */
function ofFiles(env: Record<string, Numbers>, holder: Holder): Record<string, unknown> {
  const { fd_read, fd_write, __syscall_openat } = env;
  let reply = new Uint8Array(0);
  const view = () => new DataView(holder.memory.buffer);
  return {
    /** Python has written to the channel. */
    fd_write: (fd: number, list: number, count: number, written: number) => {
      if (fd !== CHANNEL) return fd_write!(fd, list, count, written);
      const [text, size] = textOf(view(), list, count);
      reply = holder.ask(text) as Uint8Array<ArrayBuffer>;
      view().setUint32(written, size, true);
      return 0;
    },
    /** Python reads what it was answered: the length in 16 places first, then the text. */
    fd_read: (fd: number, list: number, count: number, read: number) => {
      const size = view().getUint32(list + 4, true);
      let bytes = new Uint8Array(0);
      if (fd === CHANNEL && size === 16) {
        bytes = new TextEncoder().encode(String(reply.length).padStart(16));
      } else if (fd === CHANNEL) bytes = reply.subarray(0, size);
      else if (fd !== 0) return fd_read!(fd, list, count, read);
      new Uint8Array(holder.memory.buffer).set(bytes, view().getUint32(list, true));
      view().setUint32(read, bytes.length, true);
      return 0;
    },
    __syscall_openat: (folder: number, path: number, flags: number, more: number) => {
      if (!holder.isClosed) return __syscall_openat!(folder, path, flags, more);
      if ((flags & WRITING) !== 0) return READ_ONLY;
      const wanted = new Uint8Array(holder.memory.buffer, path, LIBRARY.length);
      const isOwn = new TextDecoder().decode(wanted.slice()) === LIBRARY;
      return isOwn ? __syscall_openat!(folder, path, flags, more) : NOT_FOUND;
    },
  };
}

/** What a list of buffers holds, and its bytes. */
function textOf(view: DataView, list: number, count: number): [string, number] {
  const decoder = new TextDecoder();
  let text = '';
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const at = view.getUint32(list + 8 * i, true);
    const size = view.getUint32(list + 8 * i + 4, true);
    text += decoder.decode(new Uint8Array(view.buffer, at, size).slice(), { stream: true });
    sum += size;
  }
  return [text, sum];
}
