/** Running functions' own code. Loaded and handed to a simulation only where there is some. */
import { EventKind } from '../kernel/eventKind.ts';
import type { CodeService } from '../lambda/codeService.ts';
import type { Handler } from '../services.ts';
import { onCallArrives } from './calls.ts';
import { beginCode, beginRequestCode, endCode, onCallReturns, onCodeBegins } from './run.ts';

export const handlers: Readonly<Record<number, Handler>> = {
  [EventKind.codeBegins]: onCodeBegins,
  [EventKind.handlerCallArrives]: onCallArrives,
  [EventKind.handlerCallReturns]: onCallReturns,
};

export const service: CodeService = {
  begin: beginCode,
  end: endCode,
  beginRequest: beginRequestCode,
};
