/** A function's built-in effects as code that does the same, to be read and to begin with. Rules: [H12]. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import type { CodeLanguage, FunctionCode } from '../../engine/functionCode.ts';
import { inJavaScript } from './javaScript.ts';
import { inPython } from './python.ts';

const WRITTEN = {
  JavaScript: { runtime: 'nodejs24.x', file: 'index.js', write: inJavaScript },
  Python: { runtime: 'python3.14', file: 'index.py', write: inPython },
} as const;

/** @param id logical id or name of a function; one without effects has a handler that only logs. */
export function effectsAsCode(
  definition: SimulationDefinition,
  id: string,
  language: CodeLanguage = 'JavaScript',
): FunctionCode {
  const effects = definition.functions.find((fn) => fn.id === id || fn.name === id)?.effects ?? [];
  const { runtime, file, write } = WRITTEN[language];
  return {
    ...{ runtime, handler: 'index.handler', environment: {} },
    files: { [file]: write(effects, definition.targets) },
  };
}
