/** Lambda's own loop in Python: loads the handler, calls it, and tells how it ended. Runs inside the sandbox. */
export const runtimeSource = String.raw`
import asyncio, builtins, gc, importlib, importlib.abc, importlib.util, io, json, linecache, logging, os, random, sys, time, traceback, types
import datetime, decimal, re, base64, hashlib, uuid, collections, itertools, functools, math, string, urllib.parse, copy, enum, dataclasses, typing

def _ask(*parts, _write=os.write, _read=os.read, _dumps=json.dumps):
    _write(1001, _dumps(parts).encode())
    n = int(_read(1001, 16))
    return b'' if n == 0 else _read(1001, n + (1 if n == 16 else 0))

class _Output(io.TextIOBase):
    def __init__(self): self.rest = ''
    def writable(self): return True
    def write(self, text):
        *lines, self.rest = (self.rest + text).split('\n')
        for line in lines: _ask('line', line)
        return len(text)
    def flush(self): pass
    def finish(self):
        if self.rest: _ask('line', self.rest)
        self.rest = ''

def _sleep(seconds):
    if seconds < 0: raise ValueError('sleep length must be non-negative')
    _ask('wish', 'timer', '', str(max(1, round(seconds * 1000))))

class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, files): self.files = files
    def find_spec(self, name, path, target=None):
        base = name.replace('.', '/')
        for file, is_package in ((base + '/__init__.py', True), (base + '.py', False)):
            if file in self.files:
                spec = importlib.util.spec_from_loader(name, self, origin='/var/task/' + file, is_package=is_package)
                spec.has_location = True
                return spec
        if any(each.startswith(base + '/') for each in self.files):
            return importlib.util.spec_from_loader(name, self, is_package=True)
        return None
    def create_module(self, spec): return None
    def exec_module(self, module):
        origin = module.__spec__.origin
        if origin is None: return
        text = self.files[origin[len('/var/task/'):]]
        linecache.cache[origin] = (len(text), None, text.splitlines(True), origin)
        exec(compile(text, origin, 'exec'), module.__dict__)

class _LogHandler(logging.Handler):
    def emit(self, record):
        try:
            _ask('line', '[%s]\t%s\t%s\t%s' % (record.levelname, time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(record.created)) + '.%03dZ' % record.msecs, _state['request'], self.format(record)))
        except Exception: self.handleError(record)

class _Context:
    def __init__(self, given, config):
        self.aws_request_id = given['requestId']
        self.function_name = config['functionName']
        self.function_version = '$LATEST'
        self.memory_limit_in_mb = config['memoryMb']
        self.log_group_name = '/aws/lambda/' + config['functionName']
        self.log_stream_name = config['logStream']
        self.invoked_function_arn = 'arn:aws:lambda:%s:%s:function:%s' % (config['region'], config['accountId'], config['functionName'])
        self.identity = self.client_context = None
        self._deadline = time.time() * 1000 + given['leftUs'] / 1000
    def get_remaining_time_in_millis(self): return max(0, int(self._deadline - time.time() * 1000))
    def log(self, text): print(text)

_state = {'handler': None, 'config': None, 'request': ''}

def _start():
    config = _state['config'] = json.loads(_ask('config'))
    os.environ.clear()
    os.environ.update(config['environment'])
    random.seed(config['seed'])
    sys.meta_path.insert(0, _Finder(config['files']))
    sys.path.insert(0, '/var/task')
    logging.getLogger().handlers = [_LogHandler()]
    logging.getLogger().setLevel(logging.WARNING)

class _Failure(Exception):
    def __init__(self, kind, message, trace=()):
        self.kind, self.message, self.trace = kind, message, list(trace)

def _find():
    name = _state['config']['handler']
    if '.' not in name: raise _Failure('Runtime.MalformedHandlerName', "Bad handler '%s': not enough values to unpack (expected 2, got 1)" % name)
    module, function = name.replace('/', '.').rsplit('.', 1)
    try: loaded = importlib.import_module(module)
    except SyntaxError as error:
        raise _Failure('Runtime.UserCodeSyntaxError', "Syntax error in module '%s': %s" % (module, error), ['  File "%s" Line %s\n    %s\n' % (error.filename, error.lineno, (error.text or '').rstrip())])
    except ImportError as error: raise _Failure('Runtime.ImportModuleError', "Unable to import module '%s': %s" % (module, error))
    if not hasattr(loaded, function): raise _Failure('Runtime.HandlerNotFound', "Handler '%s' missing on module '%s'" % (function, module))
    return getattr(loaded, function)

def _plain(value):
    if isinstance(value, decimal.Decimal): raise TypeError('Object of type Decimal is not JSON serializable')
    raise TypeError('Object of type %s is not JSON serializable' % type(value).__name__)

def _tell(kind, message, trace, is_fatal):
    told = {'errorMessage': message, 'errorType': kind, 'requestId': _state['request'], 'stackTrace': trace}
    first = '[ERROR] ' + (kind if not message else kind + ': ' + message)
    _ask('line', '\n'.join([first] + (['Traceback (most recent call last):'] + [line.rstrip('\n') for line in trace] if trace else [])))
    _ask('end', 'error', json.dumps(told), is_fatal)

def _words(error):
    try: return str(error)
    except Exception: return '<exception str() failed>'

def _frames(error):
    own = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith('/var/task/') or f.filename.startswith('/')]
    return traceback.format_list([f for f in own if f.filename != '<exec>'])

def _invoke(given):
    _state['request'] = given['requestId']
    try:
        if _state['config'] is None: _start()
        if _state['handler'] is None: _state['handler'] = _find()
    except _Failure as failure: return _tell(failure.kind, failure.message, failure.trace, True)
    except BaseException as error: return _tell(type(error).__name__, _words(error), _frames(error), True)
    try:
        result = _state['handler'](json.loads(given['event']), _Context(given, _state['config']))
    except MemoryError: return _ask('killed')
    except SystemExit as error: return _ask('exit', _words(error.code))
    except BaseException as error: return _tell(type(error).__name__, _words(error), _frames(error), False)
    try: text = json.dumps(result, default=_plain)
    except MemoryError: return _ask('killed')
    except BaseException as error: return _tell('Runtime.MarshalError', 'Unable to marshal response: ' + _words(error), [], False)
    sys.stdout.finish()
    _ask('end', 'response', text, False)

def _where(_frame=sys._getframe):
    frame = _frame(1)
    while frame is not None and not frame.f_code.co_filename.startswith('/var/task/'): frame = frame.f_back
    if frame is not None: _ask('where', frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name)

def _turn():
    try: _invoke(json.loads(_ask('given')))
    except MemoryError: _ask('killed')
    except RecursionError as error: _tell('RecursionError', str(error), [], False)
    except BaseException: _ask('exit', '1')

def _ticking(make):
    # An iterator of Python's own, which counts steps: loops in C over one that never ends would count none.
    @functools.wraps(make)
    def made(*args, **more):
        for one in make(*args, **more): yield one
    return made
for _name in ('count', 'cycle', 'repeat', 'product', 'permutations', 'combinations', 'combinations_with_replacement'):
    setattr(itertools, _name, _ticking(getattr(itertools, _name)))
class _LongRange:
    def __init__(self, whole): self._whole = whole
    def __iter__(self):
        for one in self._whole: yield one
    def __reversed__(self):
        for one in reversed(self._whole): yield one
    def __getattr__(self, name): return getattr(self._whole, name)
    def __contains__(self, one): return one in self._whole
    def __getitem__(self, place): return self._whole[place]
    def __len__(self): return len(self._whole)
    def __eq__(self, other): return self._whole == other
    def __repr__(self): return repr(self._whole)
class _RangeKind(type):
    def __call__(cls, *args, _real=range):
        made = _real(*args)
        return made if -(1 << 24) < (made.stop - made.start) // made.step < 1 << 24 else _LongRange(made)
    def __instancecheck__(cls, one, _real=range): return isinstance(one, (_real, _LongRange))
builtins.range = _RangeKind('range', (), {'__doc__': range.__doc__})
def _iter(*args, _real=iter):
    if len(args) < 2: return _real(*args)
    def each(take, last):
        for one in _real(take, last): yield one
    return each(*args)
builtins.iter = _iter
class _Loop(asyncio.base_events.BaseEventLoop):
    # Nothing comes from outside: what is waited for is a timer, in virtual time.
    def __init__(self):
        super().__init__()
        self._selector = self
    def select(self, timeout):
        if timeout is None: raise RuntimeError('Nothing is left to wait for.')
        if timeout > 0: _sleep(timeout)
        return []
    def _process_events(self, events): pass
    def _write_to_self(self): pass
asyncio.new_event_loop = asyncio.events.new_event_loop = _Loop
asyncio.events._set_running_loop(None)
sys.stdout = sys.stderr = _Output()
time.sleep = _sleep
sys.argv = ['']
sys.setrecursionlimit(400)
for _name in [n for n in sys.modules if n.split('.')[0] in ('js', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core', 'pyodide_http', 'ctypes', '_ctypes')]: del sys.modules[_name]
class _Refusing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.split('.')[0] in ('js', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core', 'ctypes', '_ctypes', 'micropip', 'webbrowser'): raise ModuleNotFoundError("No module named '%s'" % name, name=name)
sys.meta_path = [_Refusing()] + [f for f in sys.meta_path if getattr(f, '__module__', '').split('.')[0] not in ('_pyodide', 'pyodide')]
`;
