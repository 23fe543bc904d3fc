/** A function's built-in effects as code that does the same, to be read and to begin with. Rules: [H12]. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import type { FunctionCode } from '../../engine/functionCode.ts';
import { inJavaScript } from './javaScript.ts';

/** @param id logical id or name of a function; one without effects has a handler that only logs. */
export function effectsAsCode(definition: SimulationDefinition, id: string): FunctionCode {
  const effects = definition.functions.find((fn) => fn.id === id || fn.name === id)?.effects ?? [];
  return {
    runtime: 'nodejs24.x',
    handler: 'index.handler',
    files: { 'index.js': inJavaScript(effects, definition.targets) },
    environment: {},
  };
}
