/**
 * Names in package-lock.json the binaries of every platform, as `npm ci` demands, also when the file
 * was written beside a registry mirror that carries the binaries of one platform only.
 * Run it after adding or updating a dependency: node scripts/completeLockfile.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';

const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { packages } = lockfile;

/** The `os`, `cpu` and `libc` that a binary package's name tells, such as `…-linux-x64-musl`. */
function platformOf(name) {
  const os = name.match(
    /aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|wasm32/,
  )?.[0];
  const cpu = name.match(
    /arm64|arm|x64|ia32|ppc64le|ppc64|riscv64|s390x|loong64|mips64el|wasm32/,
  )?.[0];
  const libc = /musl/.test(name) ? 'musl' : /-gnu/.test(name) ? 'glibc' : undefined;
  const bits = os === 'wasm32' ? {} : { os: os && [os] };
  return { cpu: cpu && [cpu === 'ppc64le' ? 'ppc64' : cpu], libc: libc && [libc], ...bits };
}

let added = 0;
for (const [path, entry] of Object.entries(packages)) {
  delete entry.resolved;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const hoisted = `node_modules/${name}`;
    if (packages[nested]?.version === version || packages[hoisted]?.version === version) continue;
    if (!/^\d/.test(version) || packages[nested]) continue;
    const place = packages[hoisted] ? nested : hoisted;
    packages[place] = { version, ...platformOf(name), dev: entry.dev, optional: true };
    added++;
  }
}

const sorted = Object.keys(packages).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
lockfile.packages = Object.fromEntries(sorted.map((path) => [path, packages[path]]));
writeFileSync('package-lock.json', `${JSON.stringify(lockfile, null, 2)}\n`);
console.log(`package-lock.json: ${added} binaries of other platforms named`);
