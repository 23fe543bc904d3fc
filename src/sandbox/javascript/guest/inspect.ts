/** `util.inspect` and `util.format` as Node writes them, for the function's log. Runs inside the sandbox. */
export const inspectSource = String.raw`
(function (realm) {
  const MOST_DEPTH = 2, MOST_ITEMS = 100, MOST_TEXT = 16384;
  const { stringify } = JSON;
  const quote = (text) => {
    const body = stringify(text).slice(1, -1).replace(/\\"/g, '"');
    if (!body.includes("'")) return "'" + body + "'";
    return body.includes('"') ? "'" + body.replace(/'/g, "\\'") + "'" : '"' + body + '"';
  };
  const nameOf = (key) =>
    typeof key === 'symbol' ? '[' + String(key) + ']' : /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
  const errorText = (error) => {
    const head = String(error.name || 'Error') + (error.message ? ': ' + error.message : '');
    const stack = typeof error.stack === 'string' ? error.stack.trimEnd() : '';
    return stack ? head + '\n' + stack : '[' + head + ']';
  };
  function inspect(value, depth = 0, seen = []) {
    try {
      return describe(value, depth, seen);
    } catch (error) {
      return '<could not be shown>';
    }
  }
  function describe(value, depth, seen) {
    switch (typeof value) {
      case 'string': return quote(value);
      case 'bigint': return value + 'n';
      case 'symbol': return String(value);
      case 'number': return Object.is(value, -0) ? '-0' : String(value);
      case 'function': return '[' + (/^class\b/.test(String(value)) ? 'class' : 'Function') + (value.name ? (/^class\b/.test(String(value)) ? ' ' : ': ') + value.name : ' (anonymous)') + ']';
      case 'object': break;
      default: return String(value);
    }
    if (value === null) return 'null';
    if (seen.includes(value)) return '[Circular *1]';
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (value instanceof Error) {
      const extra = Object.keys(value).filter((key) => key !== 'stack' && key !== 'message');
      const text = errorText(value);
      return extra.length === 0 ? text : text + ' ' + members(value, extra, depth, [...seen, value]);
    }
    if (value instanceof Promise) return 'Promise { <pending> }';
    const inner = [...seen, value];
    const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
    if (depth > MOST_DEPTH) return isList ? '[Array]' : '[' + typeName(value, 'Object') + ']';
    if (isList) return listed(value, depth, inner);
    if (value instanceof Map) {
      return 'Map(' + value.size + ') ' + braces([...value].map(([k, v]) => inspect(k, depth + 1, inner) + ' => ' + inspect(v, depth + 1, inner)), '{}');
    }
    if (value instanceof Set) {
      return 'Set(' + value.size + ') ' + braces([...value].map((v) => inspect(v, depth + 1, inner)), '{}');
    }
    return members(value, Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key)), depth, inner);
  }
  const typeName = (value, plain) => {
    const proto = Object.getPrototypeOf(value);
    if (proto === null) return plain + ': null prototype';
    const { constructor } = proto;
    return (constructor && constructor.name) || plain;
  };
  function listed(value, depth, seen) {
    const head = ArrayBuffer.isView(value) ? typeName(value, '') + '(' + value.length + ') ' : '';
    const shown = Array.from(value).slice(0, MOST_ITEMS).map((v) => inspect(v, depth + 1, seen));
    if (value.length > MOST_ITEMS) shown.push('... ' + (value.length - MOST_ITEMS) + ' more items');
    return head + braces(shown, '[]');
  }
  function members(value, keys, depth, seen) {
    const name = typeName(value, 'Object');
    const parts = keys.slice(0, MOST_ITEMS).map((key) => {
      const property = Object.getOwnPropertyDescriptor(value, key);
      const shown = property && property.get ? '[Getter]' : inspect(value[key], depth + 1, seen);
      return nameOf(key) + ': ' + shown;
    });
    return (name === 'Object' ? '' : '[' + name + '] ').replace('[' + name + '] ', name + ' ') + braces(parts, '{}');
  }
  function braces(parts, [open, close]) {
    if (parts.length === 0) return open + close;
    const line = open + ' ' + parts.join(', ') + ' ' + close;
    if (line.length <= 72 && !line.includes('\n')) return line;
    const indented = parts.map((part) => '  ' + part.replace(/\n/g, '\n  '));
    return open + '\n' + indented.join(',\n') + '\n' + close;
  }
  function format(...values) {
    let text = '';
    if (typeof values[0] === 'string' && values.length > 1 && values[0].includes('%')) {
      text = values.shift().replace(/%[sdifjoOc%]/g, (mark) => {
        if (mark === '%%') return '%';
        if (values.length === 0) return mark;
        const value = values.shift();
        if (mark === '%s') return typeof value === 'string' ? value : inspect(value, 1);
        if (mark === '%d') return String(Number(value));
        if (mark === '%i') return String(Number.parseInt(value, 10));
        if (mark === '%f') return String(Number.parseFloat(value));
        if (mark === '%j') return stringify(value);
        return mark === '%c' ? '' : inspect(value);
      });
      values.unshift(text);
    }
    const line = values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ');
    return line.length > MOST_TEXT ? line.slice(0, MOST_TEXT) + '… ' + (line.length - MOST_TEXT) + ' more characters' : line;
  }
  realm.inspect = (value) => inspect(value);
  realm.format = format;
})`;
