/** The operations of Lambda's API of 2015-03-31. */
import type { Operation } from '../operation.ts';
import {
  createEventSourceMapping,
  deleteEventSourceMapping,
  getEventSourceMapping,
  listEventSourceMappings,
  updateEventSourceMapping,
} from './eventSourceMappings.ts';
import { updateFunctionCode } from './functionCode.ts';
import {
  createFunction,
  deleteFunction,
  deleteFunctionConcurrency,
  getFunction,
  getFunctionConcurrency,
  getFunctionConfiguration,
  listFunctions,
  putFunctionConcurrency,
  updateFunctionConfiguration,
} from './functions.ts';
import { invoke } from './invoke.ts';

export const lambdaOperations: Readonly<Record<string, Operation>> = {
  CreateEventSourceMapping: createEventSourceMapping,
  CreateFunction: createFunction,
  DeleteEventSourceMapping: deleteEventSourceMapping,
  DeleteFunction: deleteFunction,
  DeleteFunctionConcurrency: deleteFunctionConcurrency,
  GetEventSourceMapping: getEventSourceMapping,
  GetFunction: getFunction,
  GetFunctionConcurrency: getFunctionConcurrency,
  GetFunctionConfiguration: getFunctionConfiguration,
  Invoke: invoke,
  ListEventSourceMappings: listEventSourceMappings,
  ListFunctions: listFunctions,
  PutFunctionConcurrency: putFunctionConcurrency,
  UpdateEventSourceMapping: updateEventSourceMapping,
  UpdateFunctionCode: updateFunctionCode,
  UpdateFunctionConfiguration: updateFunctionConfiguration,
};
