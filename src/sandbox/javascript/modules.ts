/** Which files are ES modules, and how what is none is imported by them. */

type Files = Readonly<Record<string, string>>;

/** Whether Node takes a file for an ES module: by its ending, its package, or else by how it is written. */
export function isModule(files: Files, path: string): boolean {
  if (path.endsWith('.mjs')) return true;
  if (path.endsWith('.cjs') || path.endsWith('.json')) return false;
  const type = packageType(files, path);
  if (type !== undefined) return type === 'module';
  const text = withoutComments(files[path] ?? '');
  return /^\s*(?:import\s*[\w*{'"]|export\s*(?:default|const|let|var|function|async|class|\{|\*))/mu.test(
    text,
  );
}

function packageType(files: Files, path: string): string | undefined {
  for (let folder = path; folder !== ''; ) {
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    const manifest = files[folder === '' ? 'package.json' : `${folder}/package.json`];
    if (manifest === undefined) continue;
    try {
      const { type } = JSON.parse(manifest) as { type?: unknown };
      return type === 'module' || type === 'commonjs' ? type : undefined;
    } catch {
      return undefined;
    }
  }
  return undefined;
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/^\s*\/\/.*$/gmu, '');

/** A module that hands on what `require` gives. */
export function builtInSource(path: string, names: readonly string[]): string {
  const list = names.map((name, i) => `_${i} as ${name}`).join(', ');
  const takes = names.map((name, i) => `const _${i} = all[${JSON.stringify(name)}];`).join(' ');
  return `const all = __load(${JSON.stringify(path)}); ${takes} export default all; export { ${list} };`;
}

const MOST_NESTING = 400;

/** Whether brackets in a text nest so deeply that reading it could exhaust the reader's stack. */
export function nestsDeeply(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '(' || char === '[' || char === '{') {
      if (++depth > MOST_NESTING) return true;
    } else if (char === ')' || char === ']' || char === '}') depth = Math.max(0, depth - 1);
  }
  return false;
}
