/**
 * What a visit begins with comes in few files: each file costs a request, and its own turn of parsing. What only
 * opens later (sheets, lessons, German) stays in chunks of its own.
 */
import { fileURLToPath } from 'node:url';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

type Splitting = Rolldown.CodeSplittingOptions;
type Modules = Rolldown.ChunkingContext;

const pathOf = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url));

/** The lab page's first script, and what it brings. */
const FIRST = pathOf('src/runtime/begin.ts');
const WORKER = pathOf('src/runtime/session/sessionWorker.ts');
const MAIN = pathOf('src/main.tsx');
const APP = pathOf('src/view/App.tsx');
/** Imported by `main.tsx` when the worker is asked for the lab. */
const SHOWN = [pathOf('node_modules/react-dom/client.js'), APP];
const BEGINNING = [MAIN];
const LAB_PAGE = [MAIN, APP];
/** What else begins somewhere, at once or a moment later; none of these needs what the lab's page shows. */
const OTHER_PAGES = [
  'embedding.html',
  'src/embed/composer/composedLab.ts',
  'speaker.html',
  'handout.html',
].map(pathOf);
/** The session's worker, and the services that the first lab uses (`src/engine/services.ts`). */
const SESSION = [
  'src/runtime/session/session.worker.ts',
  'src/engine/dynamodb/service.ts',
  'src/engine/targets/service.ts',
  'src/engine/lambda/service.ts',
  'src/engine/polling/service.ts',
  'src/engine/writers/service.ts',
].map(pathOf);

/**
 * Of the pages: what other pages start with, too; what the lab's page begins with, before it shows anything; and
 * what it shows. React's renderer stays by itself: each of these is evaluated in a task of its own (`main.tsx`).
 */
export function startChunks(): Splitting {
  const reach = reaching();
  const name = (id: string, modules: Modules): string | null => {
    if (/[\\/]react-dom[\\/]|[\\/]scheduler[\\/]/.test(id)) return null;
    if (id === WORKER || id === MAIN || !reach(LAB_PAGE, modules).has(id)) return null;
    if (reach(OTHER_PAGES, modules).has(id)) return 'common';
    return reach(BEGINNING, modules).has(id) ? 'begin' : 'page';
  };
  return { includeDependenciesRecursively: false, groups: [{ name }] };
}

/** Of workers: all that the session's starts with. Other workers are chunked as they come. */
export function workerChunks(): Splitting {
  const reach = reaching();
  const name = (id: string, modules: Modules): string | null =>
    modules.getModuleInfo(SESSION[0]!) !== null && reach(SESSION, modules).has(id)
      ? 'session'
      : null;
  return { includeDependenciesRecursively: false, groups: [{ name }] };
}

/** Which modules some entries import, themselves or through others, without waiting for a need. */
function reaching(): (entries: readonly string[], modules: Modules) => ReadonlySet<string> {
  const known = new Map<readonly string[], ReadonlySet<string>>();
  return (entries, modules) => {
    const reached = known.get(entries) ?? reachOf(entries, modules);
    known.set(entries, reached);
    return reached;
  };
}

function reachOf(entries: readonly string[], modules: Modules): ReadonlySet<string> {
  const reached = new Set(entries); // grows while it is walked
  for (const id of reached)
    for (const each of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(each);
  return reached;
}

/**
 * The lab's page is told at once of all that it starts with, though what it shows is begun after its runtime
 * (`main.tsx`); and its worker sets out before any of that is there. Other pages have none of these.
 */
export function startAtOnce(): Plugin {
  return {
    name: 'start-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, bundle = {} }) {
        if (path !== '/index.html') return html;
        const { fileName } = chunkOf(bundle, FIRST);
        const first = `<script type="module" async fetchpriority="high" crossorigin src="./${fileName}"></script>`;
        return {
          html: html.replace('<script', `${first}\n    <script`),
          tags: startLinks(html, bundle),
        };
      },
    },
  };
}

function startLinks(html: string, bundle: Rolldown.OutputBundle): HtmlTagDescriptor[] {
  const files = new Set<string>();
  const follow = (chunk: Rolldown.OutputChunk): void => {
    if (files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const each of chunk.imports) {
      const imported = bundle[each];
      if (imported?.type === 'chunk') follow(imported);
    }
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
  };
  for (const shown of SHOWN) follow(chunkOf(bundle, shown));
  const fonts = Object.keys(bundle).filter((file) => file.endsWith('.woff2'));
  return [...[...files].filter((file) => !html.includes(file)), ...fonts].map((file) => ({
    tag: 'link',
    attrs: { ...howToLink(file), crossorigin: true, href: `./${file}` },
    injectTo: 'head',
  }));
}

/** Both faces are in the first picture: known before the style sheets are, they need no second layout. */
function howToLink(file: string): HtmlTagDescriptor['attrs'] {
  if (file.endsWith('.woff2')) return { rel: 'preload', as: 'font', type: 'font/woff2' };
  return { rel: file.endsWith('.css') ? 'stylesheet' : 'modulepreload' };
}

function chunkOf(bundle: Rolldown.OutputBundle, module: string): Rolldown.OutputChunk {
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && chunk.moduleIds.includes(module)) return chunk;
  throw new Error(`No chunk has ${module}, which the lab's page starts with.`);
}
