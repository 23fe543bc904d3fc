/** What a function's handler is called by the text that was typed or pasted for it. */
import type { FunctionCode } from '../../../engine/functionCode.ts';

/** As AWS's consoles and guides name handlers. */
const USUAL = ['handler', 'lambda_handler'] as const;

/**
 * The handler as it is set; or, where its file does not mention that function but another by a usual
 * name, as in `def lambda_handler`, that one.
 */
export function handlerNamed({ handler, files }: Pick<FunctionCode, 'handler' | 'files'>): string {
  const dot = handler.lastIndexOf('.');
  const module = handler.slice(0, dot);
  const text = Object.entries(files).find(([path]) => path.replace(/\.\w+$/u, '') === module)?.[1];
  const defined = new Set(text?.match(DEFINED)?.map((found) => /\w+$/u.exec(found)![0]));
  if (text === undefined || defined.has(handler.slice(dot + 1))) return handler;
  const usual = USUAL.find((name) => defined.has(name));
  return usual === undefined ? handler : `${module}.${usual}`;
}

/** Functions and values that a text defines at its outermost level, and what it exports. */
const DEFINED =
  /^(?:async +)?def +\w+|^\w+(?= *=[^=])|\bexports\.\w+|^export +(?:async +)?(?:function|const|let|var) +\w+/gmu;
