/** The operations of Lambda's API of 2015-03-31. */
import type { Operation } from '../operation.ts';
import {
  createEventSourceMapping,
  deleteEventSourceMapping,
  getEventSourceMapping,
  listEventSourceMappings,
  updateEventSourceMapping,
} from './eventSourceMappings.ts';
import { getFunction, getFunctionConfiguration, listFunctions } from './functions.ts';

export const lambdaOperations: Readonly<Record<string, Operation>> = {
  CreateEventSourceMapping: createEventSourceMapping,
  DeleteEventSourceMapping: deleteEventSourceMapping,
  GetEventSourceMapping: getEventSourceMapping,
  GetFunction: getFunction,
  GetFunctionConfiguration: getFunctionConfiguration,
  ListEventSourceMappings: listEventSourceMappings,
  ListFunctions: listFunctions,
  UpdateEventSourceMapping: updateEventSourceMapping,
};
