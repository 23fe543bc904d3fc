/** What Python code tries that is not for it to do, and what comes of it. Each is the body of a handler. */

/** Ways out: each appends what it got hold of. */
export const WAYS_OUT = `
    out = []
    def attempt(name, way):
        try: way()
        except Exception: return
        out.append(name)
    import sys, os, socket, importlib, builtins, gc
    for name in ('js', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core', 'ctypes', '_ctypes', 'micropip', 'pyodide_http'):
        attempt(name, lambda: __import__(name))
    attempt('socket', lambda: socket.socket())
    attempt('connection', lambda: socket.create_connection(('example.com', 80)))
    attempt('http', lambda: importlib.import_module('urllib.request').urlopen('http://example.com'))
    attempt('write', lambda: open('/tmp/x', 'w'))
    attempt('write home', lambda: open('/lib/x', 'w'))
    attempt('read', lambda: open('/etc/passwd').read())
    attempt('remove', lambda: os.remove('/lib/python314.zip'))
    attempt('rename', lambda: os.rename('/lib', '/lib2'))
    attempt('folder', lambda: os.mkdir('/tmp/x'))
    attempt('chdir', lambda: os.chdir('/tmp'))
    attempt('chmod', lambda: os.chmod('/lib', 0))
    attempt('link', lambda: os.symlink('/lib', '/tmp/y'))
    attempt('pipe', lambda: os.pipe())
    attempt('process', lambda: importlib.import_module('subprocess').run(['ls']))
    attempt('fork', lambda: os.fork())
    attempt('thread', lambda: importlib.import_module('threading').Thread(target=print).start())
    attempt('input', lambda: input())
    if os.system('ls') == 0: out.append('system')
    if any(type(o).__name__ == 'JsProxy' for o in gc.get_objects()): out.append('proxy')
    return out`;

/** Ends its environment: what the errorType is, and what the message says. */
export const ENDS: Readonly<Record<string, readonly [string, string, string]>> = {
  'a huge text': ["return len('x' * 2**30)", 'Runtime.ExitError', 'signal: killed'],
  'a text that doubles': ["s = 'x'\n    while True: s += s", 'Runtime.ExitError', 'signal: killed'],
  'a list that grows': [
    'a = []\n    while True: a.append([a] * 100)',
    'Runtime.ExitError',
    'signal: killed',
  ],
  recursion: ['return lambda_handler(event, context)', 'RecursionError', 'maximum recursion depth'],
  'recursion through C without a limit': [
    'import sys\n    sys.setrecursionlimit(10**9)\n    class A:\n        def __repr__(self): return repr([self])\n    return repr(A())',
    'R',
    '',
  ],
  'an exit': ['import sys; sys.exit(3)', 'Runtime.ExitError', 'exit status 3'],
  'an exit past everything': ['import os; os._exit(4)', 'Runtime.ExitError', 'exit status 4'],
  'an abort': ['import os; os.abort()', 'Runtime.ExitError', 'signal: aborted'],
  'Python’s own way to JavaScript': [
    "import sys, importlib.machinery\n    sys.meta_path[:] = [importlib.machinery.BuiltinImporter]\n    import _pyodide_core\n    return str(_pyodide_core.run_js('1'))",
    'AttributeError',
    'run_js',
  ],
  'an error whose text throws': [
    'class E(Exception):\n        def __str__(self): raise E()\n    raise E()',
    'E',
    '<exception str() failed>',
  ],
  'a getter that throws': [
    "class E(Exception):\n        @property\n        def __class__(self): raise ValueError()\n        def __getattribute__(self, name): raise ValueError()\n    raise E('x')",
    'Runtime.ExitError',
    'exit status 1',
  ],
  'an answer that is no JSON': [
    'return {1, 2}',
    'Runtime.MarshalError',
    'Unable to marshal response',
  ],
  'an answer that is too large': [
    "return 'x' * (7 * 2**20)",
    'Function.ResponseSizeTooLarge',
    '6291456',
  ],
  'something thrown that is no exception': [
    "raise 'no'",
    'TypeError',
    'exceptions must derive from BaseException',
  ],
};

/** Never comes to an end: in which line, counted from 1 in the handler's file, where that is certain. */
export const ENDLESS: Readonly<Record<string, readonly [string, number | null]>> = {
  'recursion without a limit': [
    'import sys\n    sys.setrecursionlimit(10**9)\n    return lambda_handler(event, context)',
    null,
  ],
  'a loop': ['n = 0\n    while True:\n        n += 1', 4],
  'a loop that catches everything': [
    'while True:\n        try:\n            while True: pass\n        except BaseException: pass',
    4,
  ],
  'a regular expression': ["import re\n    return re.match('^(a+)+$', 'a' * 64 + 'b') is None", 3],
  'a number': ['return 7 ** (10 ** 9) % 2', 2],
  'a sum in C': ['import itertools\n    return sum(itertools.count())', null],
  'a range without end': ['return max(range(10 ** 15))', null],
  'a queue that forgets': [
    'import collections, itertools\n    collections.deque(itertools.repeat(1), maxlen=0)',
    null,
  ],
  'a callable and a sentinel': ['return sum(iter(int, 1))', null],
  'the text of what is thrown': [
    'class E(Exception):\n        def __str__(self):\n            while True: pass\n    raise E()',
    4,
  ],
};
