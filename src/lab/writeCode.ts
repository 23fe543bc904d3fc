/** A function's code as a template holds it. */
import type { FunctionDefinition } from '../engine/definition.ts';
import { STAND_IN } from './resources/functionCode.ts';
import type { Properties } from './writeProperties.ts';

/** Code of one file is written inline; several are the folder's, where they came from. */
export function writeCode({ code }: FunctionDefinition): Properties {
  if (!code) return { Runtime: 'nodejs24.x', Handler: 'index.handler', InlineCode: STAND_IN };
  const { runtime, handler, files, environment } = code;
  const [path, text] = Object.entries(files)[0]!;
  const isInline = Object.keys(files).length === 1 && /^index\.(?:js|py)$/u.test(path);
  return {
    Runtime: runtime,
    Handler: handler,
    ...(isInline ? { InlineCode: text } : { CodeUri: './' }),
    ...(Object.keys(environment).length > 0 && { Environment: { Variables: environment } }),
  };
}
