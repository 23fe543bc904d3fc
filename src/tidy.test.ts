/**
 * House rules as a test: who may import whom, what the engine must not touch, names, sizes, dead files,
 * and that every numbered rule of SPEC.md has a test.
 */
import { describe, expect, it } from 'vitest';
import { impurities } from './tidy/impurities.ts';
import {
  functionLengths,
  type Import,
  projectFiles,
  readText,
  type SourceFile,
  sourceFiles,
  testNames,
} from './tidy/sourceTree.ts';

/** Bottom first. A folder imports itself and what lies below its floor, never a neighbour. */
const floors = [
  ['engine'],
  ['aws', 'lab', 'sandbox'],
  ['projections'],
  ['lessons'],
  ['runtime'],
  ['view'],
  ['embed', 'cli'],
];

/** The engine's own floors, bottom first: folders, and the files at its root. */
const engineFloors = [
  ['kernel'],
  ['pollerDefinition.ts'],
  ['alarmDefinition.ts', 'functionCode.ts', 'definition.ts', 'limits.ts', 'prices.ts'],
  ['item'],
  ['itemIndex.ts'],
  ['itemOrder.ts', 'itemRows.ts', 'presentKeys.ts'],
  ['logs.ts', 'lambdaState.ts', 'tableState.ts'],
  ['state.ts'],
  ['world.ts'],
  ['streams'],
  ['dynamodb'],
  ['kinesis'],
  ['lambda', 'kcl'],
  ['targets'],
  ['code'],
  ['polling', 'dms', 'cloudwatch'],
  ['faults.ts'],
  ['writers', 'laws'],
  ['createWorld.ts', 'checkpoint.ts', 'services.ts'],
  ['simulation.ts'],
  ['index.ts'],
];
/** Commands are what writers do. */
const enginePart = (path: string): string => path.split('/')[2]!.replace('commands.ts', 'writers');
/** Shapes that every floor may name, and that may name the shapes of every floor. */
const enginePlainTypes =
  /^src\/engine\/(alarmDefinition|definition|pollerDefinition|logs|tableState|lambdaState|state|world|services)\.ts$/;
/** Pure and deterministic. */
const enginePackages = ['@noble/hashes/'];

const nameless = /^(utils?|helpers?|common|manager|misc|shared|stuff)$/i;
const barrels = ['src/engine/index.ts', 'src/lab/builtIn/index.ts'];

/** Where programs begin, and so needed by nobody: the pages' scripts and the commands. */
const pages = projectFiles().filter((path) => /^[^/]+\.html$/.test(path));
const entries = [
  ...pages.flatMap((page) => [...readText(page).matchAll(/src="\/(src\/[^"]+)"/g)]),
  ...`${readText('scripts/embedBuild.ts')}${readText('scripts/packageBuild.ts')}`.matchAll(
    /'(src\/embed\/[^']+)'/g,
  ),
].map(([, path]) => path!);
const isEntry = (path: string): boolean =>
  entries.includes(path) || /^src\/(cli\/\w+\.ts|vite-env\.d\.ts)$/.test(path);

const limits = { file: 300, function: 60, component: 150 };
/**
 * What is longer than it should be, with its present length. Entries may only shrink and go:
 * a path for a file, `path name` for a function.
 */
const tooLong: Record<string, number> = {};

const all = sourceFiles('src/', 'e2e/', 'bench/');
const source = all.filter((file) => file.path.startsWith('src/'));
const product = source.filter((file) => !file.isTest);
const engine = product.filter((file) => file.path.startsWith('src/engine/'));

const folderOf = (path: string): string => path.split('/')[1]!;
const floorOf = (table: string[][], name: string): number =>
  table.findIndex((floor) => floor.includes(name));
const found = (files: SourceFile[], look: (file: SourceFile) => string[]): string[] =>
  files.flatMap((file) => look(file).map((what) => `${file.path}: ${what}`));

describe('arrows', () => {
  it('point down from floor to floor', () => {
    const inFolders = product.filter(({ path }) => path.split('/').length > 2);
    const upward = (file: SourceFile): string[] =>
      file.imports.filter((target) => !allowed(file.path, target)).map((i) => i.specifier);
    const allowed = (from: string, { path: to }: Import): boolean => {
      if (!to?.startsWith('src/') || folderOf(to) === folderOf(from)) return true;
      const floor = floorOf(floors, folderOf(to));
      return floor >= 0 && floor < floorOf(floors, folderOf(from));
    };
    const tidied = inFolders.filter(({ path }) => folderOf(path) !== 'tidy');
    expect(tidied.filter((f) => floorOf(floors, folderOf(f.path)) < 0).map((f) => f.path)).toEqual(
      [],
    );
    expect(found(tidied, upward)).toEqual([]);
  });

  it('are drawn in the map between the folders that there are', () => {
    const rows = [...readText('src/ARCHITECTURE.md').matchAll(/^\| \d \| ([^|]+) \|/gm)];
    const drawn = rows.map(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
    expect(drawn.map((floor) => floor.toSorted())).toEqual(
      floors.map((floor) => floor.toSorted()).toReversed(),
    );
    const there = new Set(product.map(({ path }) => folderOf(path)));
    expect(floors.flat().filter((name) => !there.has(name))).toEqual([]);
  });

  it('point down from folder to folder in the engine', () => {
    const allowed = (from: string, { path: to, typeOnly }: Import): boolean => {
      if (!to?.startsWith('src/engine/') || enginePart(to) === enginePart(from)) return true;
      if (typeOnly && (enginePlainTypes.test(to) || enginePlainTypes.test(from))) return true;
      return floorOf(engineFloors, enginePart(to)) < floorOf(engineFloors, enginePart(from));
    };
    const unknown = engine.filter(({ path }) => floorOf(engineFloors, enginePart(path)) < 0);
    expect(unknown.map(({ path }) => path)).toEqual([]);
    expect(
      found(engine, (file) =>
        file.imports.filter((target) => !allowed(file.path, target)).map((i) => i.specifier),
      ),
    ).toEqual([]);
  });

  it('lead from the engine to no package but those that are pure', () => {
    const impure = ({ path, specifier }: Import): boolean =>
      path === null && !enginePackages.some((name) => specifier.startsWith(name));
    expect(found(engine, (f) => f.imports.filter(impure).map((i) => i.specifier))).toEqual([]);
  });
});

it('keeps the engine without clock, dice, waiting, locale and inexact mathematics', () => {
  expect(found(engine, (file) => impurities(file.syntax))).toEqual([]);
});

describe('names', () => {
  it('say what is inside', () => {
    const partsOf = (path: string): string[] => path.split('/').map((part) => part.split('.')[0]!);
    const paths = projectFiles().filter((path) =>
      partsOf(path).some((part) => nameless.test(part)),
    );
    expect(paths).toEqual([]);
  });

  it('are not those of barrels', () => {
    const indexes = source.map(({ path }) => path).filter((path) => /\/index\.tsx?$/.test(path));
    expect(indexes.filter((path) => !barrels.includes(path))).toEqual([]);
  });

  it('are camelCase.ts for files and PascalCase.tsx for components', () => {
    const wellNamed =
      /^([a-z][A-Za-z0-9]*(\.(test|long\.test|shared\.test|worker|d))?\.ts|[A-Z][A-Za-z0-9]*(\.test)?\.tsx|vite-env\.d\.ts)$/;
    const paths = source.map(({ path }) => path).filter((path) => !entries.includes(path));
    expect(paths.filter((path) => !wellNamed.test(path.split('/').at(-1)!))).toEqual([]);
  });
});

describe('sizes', () => {
  const excess = new Map<string, number>();
  for (const file of product) {
    if (file.lines > limits.file) excess.set(file.path, file.lines);
    for (const { name, lines } of functionLengths(file)) {
      const isComponent = file.path.endsWith('.tsx') && /^[A-Z]/.test(name);
      if (lines > (isComponent ? limits.component : limits.function)) {
        excess.set(`${file.path} ${name}`, lines);
      }
    }
  }

  it('stay within bounds, or shrink', () => {
    const grown = [...excess].filter(([what, lines]) => lines > (tooLong[what] ?? 0));
    expect(grown).toEqual([]);
  });

  it('are forgiven no longer than needed', () => {
    expect(Object.keys(tooLong).filter((what) => !excess.has(what))).toEqual([]);
  });
});

it('every worker is named where the build looks for it: else its source is copied as it stands, and no browser runs that', () => {
  const workers = product.filter(({ path }) => path.endsWith('.worker.ts'));
  const namedOf = (text: string): string[] =>
    [...text.matchAll(/new Worker\(\s*new URL\(\s*'\.\/(\w+\.worker\.ts)'/g)].map(([, n]) => n!);
  const named = product.flatMap(({ path }) => namedOf(readText(path)));
  expect(named.toSorted()).toEqual(workers.map(({ path }) => path.split('/').at(-1)).toSorted());
});

it('a session begins without what is only told when somebody asks, and without what searches texts', () => {
  const reached = new Set(['src/runtime/session/session.worker.ts']); // grows while it is walked
  for (const path of reached) {
    const { text = '', imports = [] } = all.find((file) => file.path === path) ?? {};
    const isLater = (name: string): boolean => text.includes(`import('${name}')`);
    for (const each of imports)
      if (!each.typeOnly && !isLater(each.specifier)) reached.add(each.path ?? each.specifier);
  }
  expect(reached).toContain('src/projections/scene/makeScene.ts');
  const later = ['inspect/inspect.ts', 'report/report.ts', 'why/whyOf.ts'].map(
    (file) => `src/projections/${file}`,
  );
  expect(['minisearch', ...later].filter((file) => reached.has(file))).toEqual([]);
});

it('every file is an entry or is needed by another', () => {
  const needed = new Set(all.flatMap((file) => file.imports.map(({ path }) => path)));
  const dead = product.filter(({ path }) => !isEntry(path) && !needed.has(path));
  expect(dead.map(({ path }) => path)).toEqual([]);
});

describe('rules', () => {
  const rows = [...readText('src/SPEC.md').matchAll(/^\| \[(\w+)\] \| (.+?) \| (.+?) \|$/gm)];
  const ids = rows.map(([, id]) => id!);
  const tested = new Set(
    all
      .filter((file) => file.isTest)
      .flatMap((file) => testNames(file))
      .flatMap((name) => [...name.matchAll(/\[([A-Z]\d+)\]/g)].map(([, id]) => id!)),
  );

  it('have ids of their own, and every row of a table is a rule', () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const lines = readText('src/SPEC.md').split('\n');
    expect(lines.filter((line) => /^\| *\[/.test(line))).toHaveLength(rows.length);
  });

  it('say where they are from', () => {
    const known = /^(documented.*[:,(] ?\S|recorded|assumed|ours)/;
    expect(rows.filter(([, , , provenance]) => !known.test(provenance!)).map(([r]) => r)).toEqual(
      [],
    );
  });

  it('have a test that carries their id', () => {
    expect(ids.filter((id) => !tested.has(id))).toEqual([]);
  });

  it('are in SPEC.md when a test names them', () => {
    expect([...tested].filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the repository', () => {
  const documents = projectFiles().filter((path) => path.endsWith('.md'));

  it('names in its documents only npm scripts that there are', () => {
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: object };
    const named = documents.flatMap((path) =>
      [...readText(path).matchAll(/npm run (?:--\S+ )*([a-z][\w:-]*)/g)].map(([, name]) => name!),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names in its map only files that there are', () => {
    const paths = new Set(projectFiles());
    const map = 'src/ARCHITECTURE.md';
    const named = [...readText(map).matchAll(/`([\w./-]+\.(?:tsx?|mjs|md|html))`/g)].map(
      ([, p]) => p!,
    );
    expect(
      named.filter((path) =>
        ['', 'src/', 'src/engine/'].every((folder) => !paths.has(folder + path)),
      ),
    ).toEqual([]);
  });

  it('names no registry in its lockfile', () => {
    expect(readText('package-lock.json')).not.toContain('"resolved"');
  });

  it('speaks of the product and of no machine that it was made on', () => {
    const foreign =
      /\/(work|root|home)\/[a-z]|\b(this|previous|next|earlier) session\b|\bworkplace\b/i;
    const texts = projectFiles().filter((path) =>
      /\.(tsx?|mjs|md|html|css|ya?ml|json)$/.test(path),
    );
    const own = /^(package-lock\.json|src\/tidy\.test\.ts)$/;
    expect(texts.filter((path) => !own.test(path) && foreign.test(readText(path)))).toEqual([]);
  });
});
