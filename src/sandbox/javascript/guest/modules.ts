/** `require`, and the modules that Node has of its own, as far as handlers use them. Runs inside the sandbox. */
export const modulesSource = String.raw`
(function (realm, host, config) {
  const { part } = host;
  const loaded = new Set();
  realm.part = (name) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    part(name)(realm, host, config);
  };
  /** Members of an object that come with a part, when one of them is first asked for. */
  realm.lazily = (object, name, members) => {
    for (const member of members) {
      const set = (value) => Object.defineProperty(object, member, { value, writable: true, configurable: true, enumerable: false });
      Object.defineProperty(object, member, { configurable: true, enumerable: false, set, get: () => { realm.part(name); return object[member]; } });
    }
  };
  realm.lazily(realm, 'inspect', ['inspect', 'format']);
  realm.lazily(realm, 'binary', ['encode', 'decode', 'toBase64', 'fromBase64', 'Buffer']);
  realm.lazily(globalThis, 'binary', ['TextEncoder', 'TextDecoder', 'Buffer', 'atob', 'btoa']);
  realm.lazily(realm, 'documents', ['documentModule', 'versionTwo', 'marshall', 'unmarshall', 'toAttribute', 'fromAttribute']);
  const known = new Map();
  const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const joined = (folder, name) => {
    const parts = [];
    for (const part of (folder + '/' + name).split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    return parts.join('/');
  };
  const has = (path) => Object.hasOwn(config.files, path);
  const ENDINGS = ['', '.js', '.mjs', '.cjs', '.json'];
  const asFile = (path) => ENDINGS.map((ending) => path + ending).find(has);
  const asFolder = (path) => {
    const manifest = joined(path, 'package.json');
    if (has(manifest)) {
      const { exports, module, main } = JSON.parse(config.files[manifest]);
      const entry = entryOf(exports) || main || module;
      const found = typeof entry === 'string' && (asFile(joined(path, entry)) || asFile(joined(path, entry + '/index')));
      if (found) return found;
    }
    return asFile(joined(path, 'index'));
  };
  const entryOf = (exports) => {
    if (typeof exports === 'string') return exports;
    if (typeof exports !== 'object' || exports === null) return undefined;
    for (const key of ['.', 'require', 'node', 'import', 'default']) {
      const found = key in exports && entryOf(exports[key]);
      if (found) return found;
    }
    return undefined;
  };
  const tidy = (name) => name.replace(/^node:/, '').replace(/^\/(var\/task|opt\/nodejs)\//, './');
  /** The path of a module that code in a folder asks for; '#name' where Node or AWS brings it; null. */
  realm.resolve = (folder, wanted) => {
    const name = tidy(wanted);
    if (name.startsWith('.')) {
      const path = joined(wanted.startsWith('/') ? '' : folder, name);
      return asFile(path) || asFolder(path) || null;
    }
    for (let at = folder; ; at = folderOf(at)) {
      const path = joined(at, 'node_modules/' + name);
      const found = asFile(path) || asFolder(path);
      if (found) return found;
      if (at === '') break;
    }
    if (/^(@aws-sdk|@opensearch-project)\/|^aws-sdk$/.test(name)) realm.part('awsSdk');
    return Object.hasOwn(realm.builtIn, name) ? '#' + name : null;
  };
  realm.missing = (wanted, from) => {
    const error = new Error("Cannot find module '" + wanted + "'\nRequire stack:\n- /var/task/" + from);
    error.code = 'MODULE_NOT_FOUND';
    return error;
  };
  const builtIns = new Map();
  realm.builtInModule = (name) => {
    if (!builtIns.has(name)) builtIns.set(name, realm.builtIn[name]());
    return builtIns.get(name);
  };
  realm.load = (path) => {
    if (path.startsWith('#')) return realm.builtInModule(path.slice(1));
    if (known.has(path)) return known.get(path).exports;
    const module = { exports: {}, id: path, filename: '/var/task/' + path, loaded: false };
    known.set(path, module);
    try {
      if (path.endsWith('.json')) module.exports = JSON.parse(config.files[path]);
      else host.compile(path)(module.exports, realm.requireFrom(path), module, module.filename, '/var/task/' + folderOf(path));
    } catch (error) {
      known.delete(path);
      throw error;
    }
    module.loaded = true;
    return module.exports;
  };
  realm.requireFrom = (from) => {
    const require = (wanted) => {
      const path = realm.resolve(folderOf(from), String(wanted));
      if (path === null) throw realm.missing(wanted, from);
      return realm.load(path);
    };
    require.resolve = (wanted) => realm.resolve(folderOf(from), String(wanted));
    require.cache = {};
    return require;
  };

  class EventEmitter {
    #heard = new Map();
    on(name, then) { this.#heard.set(name, [...(this.#heard.get(name) || []), then]); return this; }
    once(name, then) { const one = (...args) => { this.off(name, one); then(...args); }; return this.on(name, one); }
    off(name, then) { this.#heard.set(name, (this.#heard.get(name) || []).filter((each) => each !== then)); return this; }
    emit(name, ...args) { const all = this.#heard.get(name) || []; for (const then of all) then.apply(this, args); return all.length > 0; }
    addListener(...args) { return this.on(...args); }
    removeListener(...args) { return this.off(...args); }
    removeAllListeners(name) { if (name === undefined) this.#heard.clear(); else this.#heard.delete(name); return this; }
    listenerCount(name) { return (this.#heard.get(name) || []).length; }
    setMaxListeners() { return this; }
  }
  EventEmitter.EventEmitter = EventEmitter;
  const promisify = (fn) => (...args) =>
    new Promise((resolve, reject) => fn(...args, (error, value) => (error ? reject(error) : resolve(value))));
  const same = (a, b) => realm.inspect(a) === realm.inspect(b);
  const check = (holds, message, otherwise) => {
    if (holds) return;
    if (message instanceof Error) throw message;
    throw Object.assign(new Error(message || otherwise), { name: 'AssertionError', code: 'ERR_ASSERTION' });
  };
  const assert = Object.assign((value, message) => check(value, message, 'The expression evaluated to a falsy value'), {
    ok: (value, message) => check(value, message, 'The expression evaluated to a falsy value'),
    equal: (a, b, message) => check(a == b, message, realm.inspect(a) + ' == ' + realm.inspect(b)),
    strictEqual: (a, b, message) => check(Object.is(a, b), message, realm.inspect(a) + ' === ' + realm.inspect(b)),
    deepEqual: (a, b, message) => check(same(a, b), message, 'Expected values to be loosely deep-equal'),
    deepStrictEqual: (a, b, message) => check(same(a, b), message, 'Expected values to be strictly deep-equal'),
  });
  const hash = (algorithm) => {
    const parts = [];
    return {
      update(data, encoding) { parts.push(realm.Buffer.from(data, encoding)); return this; },
      digest(encoding) {
        const all = realm.Buffer.concat(parts);
        const digest = realm.Buffer.from(host.hash(algorithm, all.toString('hex')), 'hex');
        return encoding ? digest.toString(encoding) : digest;
      },
    };
  };
  const path = {
    sep: '/', join: (...parts) => '/'.repeat(parts[0].startsWith('/') ? 1 : 0) + joined('', parts.join('/')),
    resolve: (...parts) => '/' + joined('var/task', parts.join('/')), dirname: (p) => folderOf(p) || '.',
    basename: (p, ending = '') => { const b = p.slice(p.lastIndexOf('/') + 1); return b.endsWith(ending) ? b.slice(0, b.length - ending.length) : b; },
    extname: (p) => { const b = p.slice(p.lastIndexOf('/') + 1); const dot = b.lastIndexOf('.'); return dot > 0 ? b.slice(dot) : ''; },
  };
  const fileText = (name) => {
    const file = joined('', tidy(name));
    if (has(file)) return config.files[file];
    throw Object.assign(new Error("ENOENT: no such file or directory, open '" + name + "'"), { code: 'ENOENT' });
  };
  realm.builtIn = {
    util: () => ({ inspect: (value) => realm.inspect(value), format: (...values) => realm.format(...values), promisify, isDeepStrictEqual: same, inherits: (a, b) => Object.setPrototypeOf(a.prototype, b.prototype), types: { isDate: (v) => v instanceof Date }, TextEncoder: globalThis.TextEncoder, TextDecoder: globalThis.TextDecoder }),
    crypto: () => ({ ...globalThis.crypto, createHash: hash, randomBytes: (size) => realm.Buffer.from(realm.bytes(size)), randomInt: (a, b) => (b === undefined ? Math.floor(Math.random() * a) : a + Math.floor(Math.random() * (b - a))) }),
    buffer: () => ({ Buffer: realm.Buffer }), events: () => EventEmitter, assert: () => assert, path: () => path,
    os: () => ({ EOL: '\n', platform: () => 'linux', hostname: () => 'localhost', tmpdir: () => '/tmp', cpus: () => [] }),
    fs: () => ({ readFileSync: (name, options) => (options ? fileText(name) : realm.Buffer.from(fileText(name))), existsSync: (name) => has(joined('', tidy(name))) }),
    timers: () => ({ setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate }),
    'timers/promises': () => ({ setTimeout: (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value)), setImmediate: (value) => new Promise((resolve) => setImmediate(resolve, value)) }),
    url: () => ({ fileURLToPath: (u) => String(u).replace(/^file:\/\//, '') }), process: () => process, perf_hooks: () => ({ performance }),
  };
})`;
