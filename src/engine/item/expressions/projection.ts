/** Projections: the part of an item that a read asks for. */
import { attributeOf, setAttribute } from '../attributeMap.ts';
import type { AttributeMap, AttributeValue } from '../attributeValue.ts';
import { Binding } from './binding.ts';
import { emptyTree, growTree, type PathTree, pathClash } from './documentPath.ts';
import type { ExpressionContext } from './expressionContext.ts';
import type { Path } from './syntax.ts';
import { remember } from './syntaxCache.ts';
import { parseProjectionSyntax } from './updateParser.ts';

export interface ProjectionProgram {
  readonly paths: readonly Path[];
  readonly tree: PathTree<true>;
}

const readSyntax = remember(parseProjectionSyntax);

/** @throws ItemError in AWS's words. */
export function parseProjection(text: string, context: ExpressionContext): ProjectionProgram {
  const binding = new Binding('ProjectionExpression', context);
  const paths = readSyntax(text).map((path) => binding.path(path));
  binding.refuseMissing();
  const clash = pathClash(paths);
  if (clash !== null) throw binding.error(clash);
  const tree: PathTree<true> = emptyTree();
  for (const path of paths) growTree(tree, path, true);
  return { paths, tree };
}

/** What of an item a projection asks for; chosen elements of a list close up. */
export function applyProjection(program: ProjectionProgram, item: AttributeMap): AttributeMap {
  return projectMap(item, program.tree);
}

function projectMap(map: AttributeMap, tree: PathTree<true>): AttributeMap {
  const projected: AttributeMap = {};
  for (const [name, child] of tree.children) {
    const value = attributeOf(map, name as string);
    const part = value === undefined ? undefined : projectValue(value, child);
    if (part !== undefined) setAttribute(projected, name as string, part);
  }
  return projected;
}

/** Undefined where nothing of the value was asked for: then its place is not shown either. */
function projectValue(value: AttributeValue, tree: PathTree<true>): AttributeValue | undefined {
  if (tree.leaf) return value;
  const byIndex = typeof tree.children.keys().next().value === 'number';
  if ('M' in value && !byIndex) {
    const M = projectMap(value.M, tree);
    return Object.keys(M).length === 0 ? undefined : { M };
  }
  if ('L' in value && byIndex) {
    const L = projectList(value.L, tree);
    return L.length === 0 ? undefined : { L };
  }
  return undefined;
}

function projectList(list: readonly AttributeValue[], tree: PathTree<true>): AttributeValue[] {
  const projected: AttributeValue[] = [];
  for (const [index, value] of list.entries()) {
    const child = tree.children.get(index);
    const part = child === undefined ? undefined : projectValue(value, child);
    if (part !== undefined) projected.push(part);
  }
  return projected;
}
