/**
 * The line of an endless loop. QuickJS knows places of calls and of what can throw, not of jumps: a loop
 * that is interrupted is said to be where such a place came last, which may lie before it.
 */

interface Loop {
  /** Offset of its keyword. */
  from: number;
  /** Offset behind its last character. */
  to: number;
}

/**
 * @param source text of the file. @param line and @param column from 1, as QuickJS tells them; 0 where it
 * tells of none. @returns the line, from 1, or 0 if nothing can be said.
 */
export function loopLine(source: string, line: number, column: number): number {
  const code = withoutTexts(source);
  const loops = loopsOf(code);
  if (line < 1) return loops.length === 1 ? lineAt(code, loops[0]!.from) : 0;
  const at = offsetOf(code, line, column);
  const next = loops.find(({ from }) => from >= at);
  const isInside = loops.some(({ from, to }) => from <= at && at < to);
  if (!next) return line;
  const between = code.slice(behindCall(code, at), next.from);
  return isInside && /[(.[]/u.test(between) ? line : lineAt(code, next.from);
}

/** Blanks for every character of a comment, a text or a regular expression; lines stay where they are. */
function withoutTexts(source: string): string {
  const parts =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=(?:[(,=:[!&|?{};+*%~^<>-]|\breturn|\btypeof)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/\w*/gu;
  return source.replace(parts, (part) => part.replace(/[^\n]/gu, ' '));
}

/** All loops, by where they begin. */
function loopsOf(code: string): Loop[] {
  const loops: Loop[] = [];
  for (const { 0: word, index } of code.matchAll(/(?<![.\w$])(?:for|while|do)(?![\w$])/gu)) {
    const head = word === 'do' ? index + 2 : closing(code, code.indexOf('(', index)) + 1;
    const body = head + code.slice(head).search(/\S|$/u);
    const end = code[body] === '{' ? closing(code, body) : code.indexOf(';', body);
    loops.push({ from: index, to: end < 0 ? code.length : end + 1 });
  }
  return loops;
}

/** Where the bracket closes that opens here. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let i = open; i >= 0 && i < code.length; i++) {
    if ('([{'.includes(code[i]!)) depth++;
    else if (')]}'.includes(code[i]!) && --depth === 0) return i;
  }
  return code.length;
}

/** Behind the name at an offset, and behind what it is called with. */
function behindCall(code: string, at: number): number {
  const name = /^[\s.]*[\w$]*/u.exec(code.slice(at))![0].length;
  return code[at + name] === '(' ? closing(code, at + name) : at + name;
}

function offsetOf(code: string, line: number, column: number): number {
  let at = 0;
  for (let i = 1; i < line; i++) {
    const end = code.indexOf('\n', at);
    if (end < 0) return code.length;
    at = end + 1;
  }
  return at + Math.max(0, column - 1);
}

const lineAt = (code: string, at: number): number => code.slice(0, at).split('\n').length;
