/**
 * A page with a Mermaid diagram in it, as its own documentation embeds one: the peer of our embed. Mermaid weighs 150 MB
 * with what it needs, so it is no dependency: it is installed beside the figures' cache when it is measured.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../.cache/mermaid/', import.meta.url));
const installed = join(folder, 'node_modules/mermaid');
const TYPES: Record<string, string> = { '.mjs': 'text/javascript', '.html': 'text/html' };

/** What our own embed shows, as far as a diagram can. */
const html = `<!doctype html><title>Mermaid</title>
<pre class="mermaid">
flowchart LR
  W[Shop] --> T[(Orders)] --> S[Stream: 4 shards] --> F[OrderProcessor]
  F --> P[products] & A[AuditBucket] & C[Confirmations]
  Q[Scan every 30 s] -.-> T
</pre>
<script type="module">
  import mermaid from './mermaid.esm.min.mjs';
  mermaid.initialize({ startOnLoad: true });
</script>`;

export interface MermaidPage {
  version: string;
  address: string;
  close(): void;
}

/** Null where Mermaid is not there and cannot be installed. */
export async function serveMermaid(port: number): Promise<MermaidPage | null> {
  if (!existsSync(installed)) install();
  if (!existsSync(installed)) return null;
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const server: Server = createServer(({ url }, response) => {
    const path = new URL(url!, 'http://here').pathname;
    const file = join(installed, 'dist', path);
    const isKnown = path === '/' || existsSync(file);
    response.writeHead(isKnown ? 200 : 404, {
      'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream',
    });
    response.end(path === '/' ? html : isKnown ? readFileSync(file) : '');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { version, address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

function install(): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  spawnSync('npm', ['install', ...quiet, 'mermaid'], { cwd: folder, timeout: 300_000 });
}
