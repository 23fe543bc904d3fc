/** Files of functions that stand in `Metadata.Shardscope`, each function's as a folder of its own. */
import { isMapping } from '../intrinsics.ts';
import type { LabFiles } from '../resources/functionCode.ts';

/** @param written `Metadata.Shardscope`, as it was parsed; what is no text is left out. */
export function filesIn(written: unknown): LabFiles {
  const functions = isMapping(written) && isMapping(written.Functions) ? written.Functions : {};
  const files: Record<string, string> = {};
  for (const [id, told] of Object.entries(functions)) {
    const own = isMapping(told) && isMapping(told.Files) ? told.Files : {};
    for (const [path, text] of Object.entries(own)) {
      if (typeof text === 'string') files[`${id}/${path}`] = text;
    }
  }
  return files;
}
