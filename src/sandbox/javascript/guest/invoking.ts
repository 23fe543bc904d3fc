/** The runtime's own loop: loads the handler, calls it, and tells how it ended, as Lambda's does. Runs inside the sandbox. */
export const invokingSource = String.raw`
(function (realm, host, config) {
  const waiting = new Map();
  let nextWish = 0;
  let running = null;
  let handler = null;
  realm.requestId = '';
  realm.wish = (service, operation, input, then) => {
    const id = nextWish++;
    waiting.set(id, then);
    host.wish(id, service, operation, input);
    return id;
  };
  realm.unwish = (id) => { waiting.delete(id); };

  const failure = (error) => {
    if (!(error instanceof Error)) {
      let errorMessage;
      try { errorMessage = String(error); } catch { errorMessage = 'an object that cannot be shown as text'; }
      return { errorType: error === null ? 'object' : typeof error, errorMessage, trace: [] };
    }
    try {
      const isDeep = error.message === 'stack overflow' && error instanceof InternalError;
      const name = isDeep ? 'RangeError' : error.name;
      const message = isDeep ? 'Maximum call stack size exceeded' : error.message;
      const stack = typeof error.stack === 'string' ? error.stack.trimEnd().split('\n').filter(Boolean) : [];
      return { errorType: String(name), errorMessage: String(message), trace: [String(name) + ': ' + String(message), ...stack.slice(0, 10)] };
    } catch {
      return { errorType: 'handled', errorMessage: 'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack', trace: [] };
    }
  };
  const end = (kind, payload, isFatal) => {
    if (!running || running.isOver) return;
    running.isOver = true;
    host.end(kind, payload, isFatal);
  };
  const wasInterrupted = (error) => {
    let stack = '';
    try { stack = String(error.stack); } catch {}
    return host.interrupted(stack);
  };
  /** What is interrupted cannot be caught there, only by whoever awaits it. */
  const guarded = async (work) => {
    try { await work(); } catch (error) { wasInterrupted(error); }
  };
  const fail = (error, isFatal = false) => {
    if (error instanceof InternalError && error.message === 'out of memory') return host.exhausted();
    if (wasInterrupted(error)) return;
    const told = JSON.stringify(failure(error));
    if (running && !running.isOver) host.line(new Date().toISOString() + '\t' + realm.requestId + '\tERROR\t' + (isFatal ? 'Uncaught Exception' : 'Invoke Error') + ' \t' + told);
    end('error', told, isFatal);
  };
  const succeed = (value) => {
    let text;
    try {
      text = value === undefined ? 'null' : JSON.stringify(value) ?? 'null';
    } catch (error) {
      return fail(Object.assign(new Error('Unable to stringify response body'), { name: 'Runtime.UnknownReason' }));
    }
    end('response', text, false);
  };
  const named = (type, message) => {
    const error = new Error(message);
    error.name = type;
    error.stack = '';
    return error;
  };

  async function find() {
    const dot = config.handler.lastIndexOf('.');
    if (dot <= 0) throw named('Runtime.MalformedHandlerName', "Bad handler: '" + config.handler + "'");
    const path = config.handler.slice(0, dot).replace(/^\.?\//, '');
    const name = config.handler.slice(dot + 1);
    const file = ['.mjs', '.js', '.cjs'].map((ending) => path + ending).find((each) => Object.hasOwn(config.files, each));
    if (!file) throw named('Runtime.ImportModuleError', "Error: Cannot find module '" + path.split('/').pop() + "'\nRequire stack:\n- /var/runtime/index.mjs");
    let module;
    try {
      module = host.isModule(file) ? await import('/' + file) : realm.load(file);
    } catch (error) {
      if (error instanceof SyntaxError) throw Object.assign(named('Runtime.UserCodeSyntaxError', 'SyntaxError: ' + error.message), { stack: error.stack });
      if (error && error.code === 'MODULE_NOT_FOUND') throw named('Runtime.ImportModuleError', 'Error: ' + error.message);
      throw error;
    }
    const found = module[name] ?? (module.default && module.default[name]);
    if (found === undefined) throw named('Runtime.HandlerNotFound', config.handler + ' is undefined or not exported');
    if (typeof found !== 'function') throw named('Runtime.HandlerNotFound', config.handler + ' is not a function');
    return found;
  }

  const contextOf = (requestId, leftUs) => {
    const deadline = host.now() + leftUs / 1000;
    const done = (error, value) => (error ? fail(error) : succeed(value));
    return {
      callbackWaitsForEmptyEventLoop: true, functionVersion: '$LATEST', functionName: config.functionName, memoryLimitInMB: String(config.memoryMb),
      logGroupName: '/aws/lambda/' + config.functionName, logStreamName: config.logStream, awsRequestId: requestId,
      invokedFunctionArn: 'arn:aws:lambda:' + config.region + ':' + config.accountId + ':function:' + config.functionName,
      getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - host.now())), done, succeed: (value) => succeed(value), fail: (error) => fail(error),
    };
  };
  const isThenable = (value) => value !== null && typeof value === 'object' && typeof value.then === 'function';

  return {
    begin(requestId, eventText, leftUs) {
      const own = (running = { isOver: false, isAsync: false, hasBegun: false });
      realm.requestId = requestId;
      guarded(async () => {
        try {
          handler ??= await find();
        } catch (error) {
          return fail(error, true);
        }
        try {
          own.hasBegun = true;
          const result = handler(JSON.parse(eventText), contextOf(requestId, leftUs), (error, value) => { if (running === own) (error ? fail(error) : succeed(value)); });
          if (!isThenable(result)) return;
          own.isAsync = true;
          const value = await result;
          if (running === own) succeed(value);
        } catch (error) {
          if (running === own) fail(error);
        }
      });
    },
    answer(id, text) {
      const then = waiting.get(id);
      waiting.delete(id);
      try {
        if (then) then(text);
      } catch (error) {
        fail(error, true); // a timer's function threw: nothing catches that
      }
    },
    /** All that could be done has been done: with nothing left to wait for, a handler is over. */
    rest() {
      if (!running || running.isOver || waiting.size > 0) return;
      if (running.isAsync || !running.hasBegun) fail(named('Runtime.NodeJsExit', 'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled.'), true);
      else succeed(null);
    },
    keysOf: (name) => JSON.stringify(Object.keys(realm.load(name)).filter((key) => /^[A-Za-z_$][\w$]*$/.test(key) && key !== 'default')),
    resolve: (folder, wanted) => realm.resolve(folder, wanted) ?? '',
    load: (path) => realm.load(path),
  };
})`;
