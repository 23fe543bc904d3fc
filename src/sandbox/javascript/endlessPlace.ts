/** Where code was when its time was over, as a line of its log. */
import type { FunctionCode } from '../../engine/functionCode.ts';
import { endlessLine } from '../interpreter.ts';
import { loopLine } from './loopLine.ts';

/** What stands before the text of a CommonJS module when it is compiled. */
export const WRAPPED_IN = '(function (exports, require, module, __filename, __dirname) {';

/** @param stack QuickJS's, innermost first; may name nothing. */
export function endlessPlace(stack: string, { files, handler }: FunctionCode): string {
  for (const [, name, named, line, column] of stack.matchAll(
    /^\s*at (\S*) ?\(?([^\s()]+?):(\d+):(\d+)\)?$/gmu,
  )) {
    const path = named!.replace(/^\//u, '');
    const source = files[path];
    if (source === undefined) continue;
    const isWrapped = path === named && line === '1';
    const at = Number(column) - (isWrapped ? WRAPPED_IN.length : 0);
    const shown = name === '<anonymous>' ? '' : name!;
    return endlessLine(path, loopLine(source, Number(line), at), shown);
  }
  const module = handler.slice(0, handler.lastIndexOf('.')).replace(/^\.?\//u, '');
  const path = ['.mjs', '.js', '.cjs'].map((ending) => module + ending).find((p) => p in files);
  return endlessLine(path ?? module, loopLine(files[path ?? ''] ?? '', 0, 0), '');
}
