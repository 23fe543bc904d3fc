/**
 * The repository as the tidy test sees it: files, what each imports, how long its functions are, what
 * its tests are called. Parsed with the parser that the build uses, so nothing is guessed from text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A node of the syntax tree, in the shape of ESTree. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

export interface Import {
  /** As written. */
  specifier: string;
  /** Path in the repository, or null for a package. */
  path: string | null;
  typeOnly: boolean;
}

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  path: string;
  text: string;
  lines: number;
  isTest: boolean;
  syntax: Node;
  imports: Import[];
}

const foreign = /^(node_modules|dist|test-results|playwright-report|\.(?!ci$|gitignore$).*)$/;

/** Every file of the project: what is not installed, built or cached. */
export function projectFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !foreign.test(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? projectFiles(path) : [path];
    });
}

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The TypeScript files below some folders. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return projectFiles()
    .filter((path) => /\.tsx?$/.test(path) && folders.some((folder) => path.startsWith(folder)))
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readText(path);
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const syntax = program as unknown as Node;
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    isTest: /\.test\.tsx?$|^e2e\/|\/testing\//.test(path),
    syntax,
    imports: importsOf(path, syntax),
  };
}

/** Visits a node and all below it, parents first. */
export function visit(node: Node, see: (node: Node, parent: Node | null) => void): void {
  const enter = (value: unknown, parent: Node | null): void => {
    if (Array.isArray(value)) {
      for (const element of value) enter(element, parent);
    } else if (isNode(value)) {
      see(value, parent);
      for (const field of Object.keys(value)) enter(value[field], value);
    }
  };
  enter(node, null);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** The text of a string literal, or of a template with its gaps left out; null for anything else. */
export function stringOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === 'Literal') return typeof value.value === 'string' ? value.value : null;
  if (value.type !== 'TemplateLiteral') return null;
  const quasis = value.quasis as { value: { cooked: string } }[];
  return quasis.map((quasi) => quasi.value.cooked).join('…');
}

export const nameOf = (value: unknown): string | null =>
  isNode(value) && value.type === 'Identifier' ? (value.name as string) : null;

function importsOf(path: string, syntax: Node): Import[] {
  const imports: Import[] = [];
  const add = (from: unknown, typeOnly: boolean): void => {
    const specifier = stringOf(from);
    if (specifier !== null) imports.push({ specifier, path: resolve(path, specifier), typeOnly });
  };
  visit(syntax, (node) => {
    switch (node.type) {
      case 'ImportDeclaration':
        return add(node.source, onlyTypes(node, 'importKind'));
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        return add(node.source, onlyTypes(node, 'exportKind'));
      case 'ImportExpression':
        return add(node.source, false);
      case 'TSImportType':
        return add(node.source ?? node.argument, true);
      case 'NewExpression':
        if (nameOf(node.callee) === 'URL') add((node.arguments as unknown[])[0], false);
    }
  });
  return imports;
}

function onlyTypes(node: Node, kind: 'importKind' | 'exportKind'): boolean {
  if (node[kind] === 'type') return true;
  const specifiers = (node.specifiers as Node[] | undefined) ?? [];
  return specifiers.length > 0 && specifiers.every((specifier) => specifier[kind] === 'type');
}

function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')));
}

/** Every named function of a file with its length in lines; nested ones count on their own too. */
export function functionLengths(file: SourceFile): { name: string; lines: number }[] {
  const lengths: { name: string; lines: number }[] = [];
  visit(file.syntax, (node, parent) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type))
      return;
    const name = nameOf(node.id) ?? nameOf(parent?.id) ?? nameOf(parent?.key) ?? 'anonymous';
    lengths.push({ name, lines: file.text.slice(node.start, node.end).split('\n').length });
  });
  return lengths;
}

/** What the tests and groups of tests of a file are called. */
export function testNames(file: SourceFile): string[] {
  const names: string[] = [];
  visit(file.syntax, (node) => {
    if (node.type !== 'CallExpression') return;
    const name = stringOf((node.arguments as unknown[])[0]);
    if (name !== null && /^(it|test|describe)\b/.test(file.text.slice(node.start, node.end))) {
      names.push(name);
    }
  });
  return names;
}
