/** What somebody's wish will need before it can be carried out. */
import { codeOfCall } from '../../aws/lambda/functionCode.ts';
import type { Command } from '../../engine/definition.ts';
import { type CodeLanguage, languageOf } from '../../engine/functionCode.ts';
import type { Simulation } from '../../engine/index.ts';
import { languagesOf } from '../codeLanguages.ts';

/** The languages of code that a person's command, or call of AWS's API, brings. */
export function languagesOfWish(
  { world }: Simulation,
  wish: { do: 'command'; command: Command } | { do: 'call'; operation: string; input: unknown },
): Set<CodeLanguage> {
  if (wish.do === 'command') return languagesOf(null, [wish.command]);
  const code = wish.operation === 'UpdateFunctionCode' ? codeOfCall(world, wish.input) : null;
  const language = code && languageOf(code.runtime);
  return new Set(language ? [language] : []);
}
