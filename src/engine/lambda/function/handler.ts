/**
 * A function's own code, as far as the engine is concerned: it is given an event and answers. Whoever
 * runs user code (a sandbox, a test) implements this; it must answer the same to the same event.
 */
import type { WindowEvent } from '../events/event.ts';

export type HandlerResult =
  | { kind: 'response'; payload: unknown }
  | { kind: 'error'; errorType: string; errorMessage: string };

export type FunctionHandler = (event: WindowEvent) => HandlerResult;

/** Handlers by the logical id of their function. */
export type FunctionHandlers = Readonly<Record<string, FunctionHandler>>;
