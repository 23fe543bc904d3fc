/** Paths into items: following them, keeping them apart, gathering them into a tree. */
import { attributeOf } from '../attributeMap.ts';
import type { AttributeMap, AttributeValue } from '../attributeValue.ts';
import { validationError } from '../itemError.ts';
import { type Path, pathText } from './syntax.ts';

/** What stands at a path, or undefined. */
export function valueAt(item: AttributeMap | null, path: Path): AttributeValue | undefined {
  if (item === null) return undefined;
  let value = attributeOf(item, path[0] as string);
  for (let i = 1; i < path.length && value !== undefined; i++) {
    const step = path[i]!;
    if (typeof step === 'number') value = 'L' in value ? value.L[step] : undefined;
    else value = 'M' in value ? attributeOf(value.M, step) : undefined;
  }
  return value;
}

/** Paths as a tree: a node has either a `leaf`, or children by name, or children by index. */
export interface PathTree<Leaf> {
  leaf?: Leaf;
  children: Map<string | number, PathTree<Leaf>>;
}

export const emptyTree = <Leaf>(): PathTree<Leaf> => ({ children: new Map() });

/** Adds a path that neither overlaps nor conflicts with the others. */
export function growTree<Leaf>(tree: PathTree<Leaf>, path: Path, leaf: Leaf): void {
  let node = tree;
  for (const step of path) {
    let child = node.children.get(step);
    if (child === undefined) {
      child = emptyTree();
      node.children.set(step, child);
    }
    node = child;
  }
  node.leaf = leaf;
}

/**
 * Says how two paths get in each other's way: one is the other or its beginning (overlap), or one goes
 * on by name where the other goes on by index (conflict).
 */
export function pathClash(paths: readonly Path[]): string | null {
  let conflict: string | null = null;
  for (const [i, two] of paths.entries()) {
    for (const one of paths.slice(0, i)) {
      const clash = clashOf(one, two);
      if (clash === null) continue;
      const message = `Two document paths ${clash} with each other; must remove or rewrite one of these paths; path one: ${pathText(one)}, path two: ${pathText(two)}`;
      if (clash === 'overlap') return message;
      conflict ??= message;
    }
  }
  return conflict;
}

function clashOf(one: Path, two: Path): 'overlap' | 'conflict' | null {
  const shared = Math.min(one.length, two.length);
  for (let i = 0; i < shared; i++) {
    if (typeof one[i] !== typeof two[i]) return 'conflict';
    if (one[i] !== two[i]) return null;
  }
  return 'overlap';
}

/** @throws ItemError when a path leads into a key attribute, which is never a document. */
export function refuseNestedKeys(paths: readonly Path[], keyNames: readonly string[]): void {
  for (const path of paths) {
    if (path.length < 2 || !keyNames.includes(path[0] as string)) continue;
    throw validationError(
      `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: ${path[0]}`,
    );
  }
}
