/**
 * What code finds around it in Lambda's Node.js, made of nothing but the language: the virtual clock in
 * UTC, seeded chance, timers that take virtual time, a console that writes the function's log. There is
 * no network, no file, no page. Runs inside the sandbox, before any code of the user's.
 */
export const globalsSource = String.raw`
(function (realm, host, config) {
  const global = globalThis;
  const define = (name, value) =>
    Object.defineProperty(global, name, { value, writable: true, configurable: true, enumerable: false });
  const RealDate = Date;
  const { parse, UTC } = RealDate;
  const now = () => Math.floor(host.now());
  // Without an offset a time is local, and local is UTC.
  const parsed = (text) => parse(/T\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) ? text + 'Z' : /\d\d:\d\d/.test(text) && !/(Z|GMT|UTC|[+-]\d\d:?\d\d)/i.test(text) ? text + ' GMT' : text);
  function VirtualDate(...parts) {
    if (!new.target) return new VirtualDate().toString();
    let at;
    if (parts.length === 0) at = now();
    else if (parts.length === 1) at = typeof parts[0] === 'string' ? parsed(parts[0]) : parts[0] instanceof RealDate ? parts[0].getTime() : parts[0];
    else at = UTC(...parts);
    return Reflect.construct(RealDate, [at], new.target);
  }
  VirtualDate.prototype = RealDate.prototype;
  RealDate.prototype.constructor = VirtualDate;
  Object.defineProperty(VirtualDate, 'name', { value: 'Date' });
  Object.assign(VirtualDate, { now, UTC });
  VirtualDate.parse = (text) => parsed(String(text));
  for (const part of ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds']) {
    VirtualDate.prototype['get' + part] = VirtualDate.prototype['getUTC' + part];
    if (part !== 'Day') VirtualDate.prototype['set' + part] = VirtualDate.prototype['setUTC' + part];
  }
  VirtualDate.prototype.getTimezoneOffset = () => 0;
  const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const two = (n) => String(n).padStart(2, '0');
  const dayText = (d) => DAYS[d.getUTCDay()] + ' ' + MONTHS[d.getUTCMonth()] + ' ' + two(d.getUTCDate()) + ' ' + d.getUTCFullYear();
  const timeText = (d) => two(d.getUTCHours()) + ':' + two(d.getUTCMinutes()) + ':' + two(d.getUTCSeconds());
  const isBad = (d) => Number.isNaN(d.getTime());
  Object.assign(VirtualDate.prototype, {
    toString() { return isBad(this) ? 'Invalid Date' : dayText(this) + ' ' + timeText(this) + ' GMT+0000 (Coordinated Universal Time)'; },
    toDateString() { return dayText(this); },
    toTimeString() { return timeText(this) + ' GMT+0000 (Coordinated Universal Time)'; },
    toLocaleDateString() { return this.getUTCMonth() + 1 + '/' + this.getUTCDate() + '/' + this.getUTCFullYear(); },
    toLocaleTimeString() { const h = this.getUTCHours(); return (h % 12 || 12) + ':' + two(this.getUTCMinutes()) + ':' + two(this.getUTCSeconds()) + (h < 12 ? ' AM' : ' PM'); },
    toLocaleString() { return this.toLocaleDateString() + ', ' + this.toLocaleTimeString(); },
  });
  define('Date', VirtualDate);

  let state = config.seed >>> 0;
  const word = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  Math.random = () => (word() * 0x200000 + (word() >>> 11)) / 0x20000000000000;
  const bytes = (size) => Uint8Array.from({ length: size }, () => word() & 255);
  const uuid = () => {
    const b = bytes(16);
    b[6] = (b[6] & 15) | 64;
    b[8] = (b[8] & 63) | 128;
    const text = Array.from(b, (n) => n.toString(16).padStart(2, '0')).join('');
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
  };
  realm.bytes = bytes;
  realm.uuid = uuid;
  define('crypto', { randomUUID: uuid, getRandomValues: (array) => { array.set(bytes(array.length)); return array; } });

  const timers = new Map();
  let lastTimer = 0;
  const wait = (then, ms, repeats) => {
    if (typeof then !== 'function') throw new TypeError('The "callback" argument must be of type function.');
    const timer = ++lastTimer;
    const every = Math.max(1, Math.min(2147483647, Math.floor(Number(ms)) || 1));
    const arm = () => {
      const id = realm.wish('timer', '', String(every), () => {
        if (!timers.has(timer)) return;
        if (repeats) arm(); else timers.delete(timer);
        then();
      });
      timers.set(timer, id);
    };
    arm();
    const handle = { ref() { return handle; }, unref() { return handle; }, hasRef: () => true, [Symbol.toPrimitive]: () => timer };
    return handle;
  };
  const clear = (handle) => {
    const timer = Number(handle);
    if (timers.has(timer)) realm.unwish(timers.get(timer));
    timers.delete(timer);
  };
  const bound = (then, args) => (args.length === 0 ? then : () => then(...args));
  define('setTimeout', (then, ms, ...args) => wait(typeof then === 'function' ? bound(then, args) : then, ms, false));
  define('setInterval', (then, ms, ...args) => wait(typeof then === 'function' ? bound(then, args) : then, ms, true));
  define('setImmediate', (then, ...args) => wait(bound(then, args), 1, false));
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate']) define(name, clear);
  const settled = Promise.resolve();
  define('queueMicrotask', (then) => void settled.then(() => then()));

  const started = now();
  define('performance', { now: () => host.now() - started, timeOrigin: started });
  const stamp = (level) => new VirtualDate().toISOString() + '\t' + realm.requestId + '\t' + level + '\t';
  const write = (level) => (...values) => host.line(stamp(level) + (values.length === 1 && typeof values[0] === 'string' ? values[0].slice(0, 16384) : realm.format(...values)).replace(/\n/g, '\r'));
  const marks = new Map(), counts = new Map();
  const info = write('INFO');
  define('console', {
    log: info, info, debug: write('DEBUG'), warn: write('WARN'), error: write('ERROR'), trace: write('TRACE'),
    dir: (value) => info(value), table: (value) => info(value), group: info, groupEnd() {}, groupCollapsed: info,
    assert: (holds, ...values) => { if (!holds) write('ERROR')('Assertion failed', ...values); },
    time: (label = 'default') => void marks.set(label, host.now()),
    timeEnd: (label = 'default') => { if (marks.has(label)) info(label + ': ' + (host.now() - marks.get(label)).toFixed(3) + 'ms'); },
    timeLog: (label = 'default') => { if (marks.has(label)) info(label + ': ' + (host.now() - marks.get(label)).toFixed(3) + 'ms'); },
    count: (label = 'default') => { counts.set(label, (counts.get(label) || 0) + 1); info(label + ': ' + counts.get(label)); },
  });
  const stream = { write: (text) => { host.line(String(text).replace(/\n$/, '')); return true; }, isTTY: false };
  define('process', {
    env: { ...config.environment }, version: 'v22.0.0', versions: { node: '22.0.0' }, platform: 'linux', arch: 'x64', pid: 8, argv: ['/var/lang/bin/node'], argv0: 'node', execArgv: [], release: { name: 'node' },
    cwd: () => '/var/task', uptime: () => (host.now() - started) / 1000, nextTick: (then, ...args) => void settled.then(() => then(...args)),
    hrtime: Object.assign(() => { const ms = host.now() - started; return [Math.floor(ms / 1000), Math.floor((ms % 1000) * 1e6)]; }, { bigint: () => BigInt(Math.floor((host.now() - started) * 1e6)) }),
    memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
    on() { return this; }, once() { return this; }, off() { return this; }, emit: () => false, removeListener() { return this; }, listeners: () => [], emitWarning() {},
    exit: (code = 0) => { host.exit(Number(code) || 0); for (;;); },
    stdout: stream, stderr: stream,
  });
  define('global', global);
  define('__load', (path) => realm.load(path));
  define('structuredClone', (value) => realm.clone(value, new Map()));
  realm.clone = (value, seen) => {
    if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError(String(value) + ' could not be cloned.');
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return seen.get(value);
    if (value instanceof RealDate) return new VirtualDate(value.getTime());
    if (ArrayBuffer.isView(value)) return value.slice();
    if (value instanceof Map) { const m = new Map(); seen.set(value, m); for (const [k, v] of value) m.set(realm.clone(k, seen), realm.clone(v, seen)); return m; }
    if (value instanceof Set) { const s = new Set(); seen.set(value, s); for (const v of value) s.add(realm.clone(v, seen)); return s; }
    const copy = Array.isArray(value) ? [] : {};
    seen.set(value, copy);
    for (const key of Object.keys(value)) copy[key] = realm.clone(value[key], seen);
    return copy;
  };
  define('fetch', () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: new Error('There is no network in this lab.') })));

  // Long lists that hold nothing are gone through without a step being counted.
  const MOST = 2 ** 24;
  for (const name of ['indexOf', 'lastIndexOf', 'includes', 'join', 'fill', 'reverse', 'copyWithin', 'slice', 'concat', 'sort', 'splice', 'shift', 'unshift', 'toString', 'flat', 'toReversed', 'toSorted', 'toSpliced', 'with', 'at']) {
    const real = Array.prototype[name];
    if (!real) continue;
    const guarded = { [name](...args) {
      if (this !== null && this !== undefined && !ArrayBuffer.isView(this) && this.length > MOST) throw new RangeError('Invalid array length');
      return Reflect.apply(real, this, args);
    } }[name];
    Object.defineProperty(Array.prototype, name, { value: guarded, writable: true, configurable: true, enumerable: false });
  }

  // Text whose brackets nest too deeply would exhaust the interpreter that reads it.
  const refuseDeep = (texts) => { if (host.isDeep(texts.map(String).join('\n'))) throw new RangeError('Maximum call stack size exceeded'); };
  const { eval: indirectEval } = global;
  define('eval', (text) => { if (typeof text !== 'string') return text; refuseDeep([text]); return indirectEval(text); });
  for (const Maker of [Function, (async () => {}).constructor, (function* () {}).constructor, (async function* () {}).constructor]) {
    const Guarded = new Proxy(Maker, {
      apply: (_, __, texts) => { refuseDeep(texts); return Maker(...texts); },
      construct: (_, texts) => { refuseDeep(texts); return Maker(...texts); },
    });
    Maker.prototype.constructor = Guarded;
    if (Maker === Function) define('Function', Guarded);
  }
})`;
