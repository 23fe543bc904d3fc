/** The files beside a template that functions can be made of. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { isCodeFile, MOST_CODE_BYTES, MOST_CODE_FILES } from '../lab/codeFiles.ts';
import type { LabFiles } from '../lab/resources/functionCode.ts';

/** Texts by path from the template's folder; a template that lies about alone has few. */
export function filesBeside(template: string): LabFiles {
  const files: Record<string, string> = {};
  collect(dirname(template), '', files, { bytes: 0 });
  return files;
}

function collect(
  root: string,
  folder: string,
  files: Record<string, string>,
  sum: { bytes: number },
): void {
  for (const { name } of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (Object.keys(files).length >= MOST_CODE_FILES) return;
    if (name.startsWith('.')) continue;
    const path = posix.join(folder, name);
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats?.isDirectory()) collect(root, path, files, sum);
    else if (stats?.isFile() && isCodeFile(name)) {
      sum.bytes += stats.size;
      if (sum.bytes > MOST_CODE_BYTES) return;
      files[path] = readFileSync(join(root, path), 'utf8');
    }
  }
}
