/** A function's code as a template holds it. */
import type { FunctionDefinition } from '../../engine/definition.ts';
import { type FunctionCode, languageOf } from '../../engine/functionCode.ts';
import { STAND_IN } from '../resources/functionCode.ts';
import type { Properties } from './writeProperties.ts';

/** Code of one file is written inline; several stand in `Metadata.Shardscope`, as a folder of their own. */
export function writeCode({ id, code }: FunctionDefinition): Properties {
  if (!code) return { Runtime: 'nodejs24.x', Handler: 'index.handler', InlineCode: STAND_IN };
  const { runtime, handler, environment } = code;
  const inline = inlineText(code);
  return {
    Runtime: runtime,
    Handler: handler,
    ...(inline === null ? { CodeUri: `./${id}/` } : { InlineCode: inline }),
    ...(Object.keys(environment).length > 0 && { Environment: { Variables: environment } }),
  };
}

/** The files that do not stand in the template itself, if there are any. */
export const filesBeside = ({ code }: FunctionDefinition): Record<string, string> | null =>
  code && inlineText(code) === null ? code.files : null;

/** What CloudFormation takes inline: one file, of the one name that it gives it. */
function inlineText({ files, runtime }: FunctionCode): string | null {
  const [path, ...others] = Object.keys(files);
  const name = languageOf(runtime) === 'Python' ? 'index.py' : 'index.js';
  return path === name && others.length === 0 ? files[path]! : null;
}
