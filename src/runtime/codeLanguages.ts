/** Which languages functions' own code is written in. */
import type { Command, SimulationDefinition } from '../engine/definition.ts';
import { type CodeLanguage, type FunctionCode, languageOf } from '../engine/functionCode.ts';

/** The languages of a definition's functions and of code that commands bring. */
export function languagesOf(
  definition: SimulationDefinition | null,
  commands: readonly Command[] = [],
): Set<CodeLanguage> {
  const codes = definition?.functions.flatMap(({ code }) => code ?? []) ?? [];
  const own = definition?.commands.map(({ command }) => command) ?? [];
  const given = [...own, ...commands];
  for (const { call, input } of given) {
    if (call === 'shardscope:SaveCode' && input.code) codes.push(input.code as FunctionCode);
  }
  return new Set(codes.flatMap(({ runtime }) => languageOf(String(runtime)) ?? []));
}
