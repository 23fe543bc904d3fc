/** Finding the text of a lab: a file, a folder with a template, or a built-in lab. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { builtInLab, builtInLabs } from '../lab/builtIn/index.ts';
import { MAXIMUM_EXPORT_BYTES } from '../lab/doneBlock.ts';
import { didYouMean } from '../lab/nearest.ts';
import type { LabFiles } from '../lab/resources/functionCode.ts';
import { filesBeside } from './codeFiles.ts';

const TEMPLATE_NAMES = ['template.yaml', 'template.yml', 'template.json'];
const TEMPLATE_ENDINGS = new Set(['.yaml', '.yml', '.json']);

export type FoundLab = { text: string; files: LabFiles } | { error: string };

export function findLab(name: string): FoundLab {
  if (existsSync(name)) {
    const path = statSync(name).isDirectory() ? templateIn(name) : name;
    if (typeof path !== 'string') return path;
    const found = readFile(path);
    return 'text' in found ? { ...found, files: filesBeside(path) } : found;
  }
  const lab = builtInLab(name);
  if (lab !== undefined) return { text: lab.text, files: {} };
  const ids = builtInLabs.map(({ id }) => id);
  const guess = didYouMean(name, ids) || `; built in are ${ids.join(', ')}.`;
  return { error: `${name} is neither a file, a folder nor a built-in lab${guess}` };
}

/** `template.yaml` and its like, or the only file in the folder that could be one. */
function templateIn(folder: string): string | { error: string } {
  const names = readdirSync(folder);
  const usual = TEMPLATE_NAMES.find((name) => names.includes(name));
  if (usual !== undefined) return join(folder, usual);
  const candidates = names.filter(
    (name) =>
      TEMPLATE_ENDINGS.has(extname(name)) && /^\s*"?Resources"?\s*:/mu.test(textOf(folder, name)),
  );
  if (candidates.length === 1) return join(folder, candidates[0]!);
  return {
    error:
      candidates.length === 0
        ? `${folder} holds no template; template.yaml is expected.`
        : `${folder} holds several templates: ${candidates.join(', ')}. Name one of them.`,
  };
}

const textOf = (folder: string, name: string): string => {
  const found = readFile(join(folder, name));
  return 'text' in found ? found.text : '';
};

function readFile(path: string): { text: string } | { error: string } {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return { error: `${path} is not a file.` };
    if (stats.size > MAXIMUM_EXPORT_BYTES) {
      return { error: `${path} is larger than 64 MiB, which is the most that a lab file may be.` };
    }
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    return { error: `${path} cannot be read: ${(error as Error).message}.` };
  }
}
