/** What the engine must not touch, so that the same lab has the same history on every machine. */
import { type Node, nameOf, visit } from './sourceTree.ts';

/** These give the same digits everywhere; `exp`, `log`, `pow`, `sin` … do not. */
const exactMath = /^(abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|LN2|PI)$/;
const ambient =
  /^(Date|Intl|console|performance|crypto|process|globalThis|window|self|setTimeout|setInterval|queueMicrotask|requestAnimationFrame|fetch|structuredClone)$/;
/** Order by the locale, or print by it. */
const localeMethods = /^(localeCompare|toLocale\w+)$/;
const sorts = /^(sort|toSorted)$/;

/** One line for each clock, die, wait, locale or inexact function below a node. */
export function impurities(syntax: Node): string[] {
  const found: string[] = [];
  visit(syntax, (node, parent) => {
    const what = impurityOf(node, parent);
    if (what !== null) found.push(what);
  });
  return found;
}

function impurityOf(node: Node, parent: Node | null): string | null {
  if (node.async === true) return 'an async function';
  switch (node.type) {
    case 'AwaitExpression':
      return 'await';
    case 'BinaryExpression':
      return node.operator === '**' && !isExactPower(node) ? '**' : null;
    case 'Identifier':
      return ambient.test(node.name as string) && !isOnlyAName(node, parent)
        ? (node.name as string)
        : null;
    case 'MemberExpression':
      return memberImpurity(node);
    case 'CallExpression':
      return callImpurity(node);
    default:
      return null;
  }
}

/** Exact: worked out once by the compiler (`2 ** 32`), or on big integers. */
function isExactPower({ left, right }: Node): boolean {
  const base = left as Node;
  return base.type === 'Literal' && ('bigint' in base || (right as Node).type === 'Literal');
}

/** A field, a parameter or a type that happens to bear the name of something ambient. */
function isOnlyAName(node: Node, parent: Node | null): boolean {
  if (parent === null) return false;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  return parent.key === node || parent.type.startsWith('TS');
}

function memberImpurity({ object, property }: Node): string | null {
  if (nameOf(object) !== 'Math') return null;
  const name = nameOf(property) ?? '[computed]';
  return exactMath.test(name) ? null : `Math.${name}`;
}

function callImpurity({ callee, arguments: given }: Node): string | null {
  const method = nameOf((callee as Node).property) ?? '';
  if (localeMethods.test(method)) return `.${method}()`;
  return sorts.test(method) && (given as unknown[]).length === 0
    ? `.${method}() without an order`
    : null;
}
