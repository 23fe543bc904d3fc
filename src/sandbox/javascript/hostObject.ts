/** What the host offers inside: functions of texts and numbers, and nothing else. */
import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core';

type Plain = string | number | boolean | undefined;
// biome-ignore lint/suspicious/noConfusingVoidType: what answers nothing is void
type Answer = Plain | void | ReturnType<QuickJSContext['evalCode']>;
export type HostFunctions = Readonly<Record<string, (...args: Plain[]) => Answer>>;

/** An object inside with these functions. */
export function hostObject(context: QuickJSContext, functions: HostFunctions): QuickJSHandle {
  const object = context.newObject();
  for (const [name, answer] of Object.entries(functions)) {
    const made = context.newFunction(name, (...handles) =>
      handed(context, answer(...handles.map((handle) => plain(context, handle)))),
    );
    context.setProp(object, name, made);
    made.dispose();
  }
  return object;
}

/** A value from inside; what is neither text, number nor truth value is none. */
function plain(context: QuickJSContext, handle: QuickJSHandle): Plain {
  switch (context.typeof(handle)) {
    case 'string':
      return context.getString(handle);
    case 'number':
      return context.getNumber(handle);
    case 'boolean':
      return context.eq(handle, context.true);
    default:
      return undefined;
  }
}

function handed(context: QuickJSContext, answer: Answer) {
  switch (typeof answer) {
    case 'string':
      return context.newString(answer);
    case 'number':
      return context.newNumber(answer);
    case 'boolean':
      return answer ? context.true : context.false;
    case 'object':
      return answer;
    default:
      return context.undefined;
  }
}
