/**
 * Giving a function other code. Environments with the old one are not used again; what runs in them
 * runs to its end.
 *
 * Rules: [H8] new code, new environments.
 */
import type { FunctionCode } from '../../functionCode.ts';
import { ItemError } from '../../item/itemError.ts';
import type { CallInput, Calls } from '../../kernel/call.ts';
import { int8State } from '../../kernel/columns.ts';
import { Entry } from '../../kernel/journal.ts';
import { RequestOrigin, type World } from '../../world.ts';
import { sendRequest } from './request.ts';

/** [H8] Gives a function code, or with null what it did before it had any. Returns the code's row. */
export function setCode(world: World, number: number, code: FunctionCode | null): number {
  const { state } = world;
  const fn = state.functions[number]!;
  fn.code = code ? world.code.sources.push(code) : -1;
  if (fn.firstCodeStep < 0) {
    fn.firstCodeStep = world.completedByStep.length;
    for (const _ of state.targets) world.completedByStep.push(int8State());
  }
  const idle = (one: { function: number; isBusy: boolean }): boolean =>
    one.function === number && !one.isBusy;
  state.environments = state.environments.filter((one) => !idle(one));
  fn.environments = fn.running;
  return fn.code;
}

/** Reads what somebody wants a function to run. @throws ItemError */
function readCode(input: CallInput): FunctionCode | null {
  if (input.code === null) return null;
  const { runtime, handler, files, environment = {} } = (input.code ?? {}) as Partial<FunctionCode>;
  const areTexts = (value: unknown): value is Record<string, string> =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string');
  if (typeof runtime !== 'string' || typeof handler !== 'string') {
    throw new ItemError('ValidationException', 'code needs a runtime and a handler, both texts.');
  }
  if (!areTexts(files) || !areTexts(environment)) {
    throw new ItemError('ValidationException', 'files and environment map names to texts.');
  }
  return { runtime, handler, files, environment };
}

export const functionCodeCalls: Calls = {
  'shardscope:SaveCode': (world, input) => {
    const number = numberOf(world, input);
    const code = readCode(input);
    const described = (input.described ?? {}) as Record<string, unknown>;
    return ({ entry }) => {
      const row = setCode(world, number, code);
      const fn = world.state.functions[number]!;
      fn.lastModifiedAt = world.now;
      fn.settings = { ...fn.settings, described: { ...fn.settings.described, ...described } };
      world.journal.append(world.now, Entry.functionCodeChanged, number, row, 0, 0, entry);
    };
  },
  'shardscope:TestFunction': (world, input) => {
    const fn = numberOf(world, input);
    if (!isJson(input.Payload)) {
      throw new ItemError('InvalidRequestContentException', 'The event is not JSON.');
    }
    if (!world.codeService || world.state.functions[fn]!.code < 0) {
      const message = 'The function has no code that could be tested.';
      throw new ItemError('ValidationException', message);
    }
    return ({ number, entry }) => sendRequest(world, fn, RequestOrigin.test, number, entry);
  },
};

function isJson(text: unknown): boolean {
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
}

/** @throws ItemError where no function is called that. */
function numberOf(world: World, input: CallInput): number {
  const name = String(input.function ?? '');
  const { functions } = world.state;
  const number = functions.findIndex((fn) => fn.id === name || fn.name === name);
  if (number >= 0) return number;
  const names = functions.map((fn) => fn.id).join(', ');
  throw new ItemError('ResourceNotFoundException', `Functions are ${names}, not ${name}.`);
}
