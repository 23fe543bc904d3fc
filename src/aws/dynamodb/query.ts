import type { PageResult } from '../../engine/dynamodb/queryCall.ts';
import { execute, type Operation } from '../operation.ts';
import { attributes, flag, structure } from '../shape.ts';
import { expression } from './members.ts';
import { pageMembers, pageOutput } from './pages.ts';

export const query: Operation = {
  input: structure(
    {
      ...pageMembers,
      KeyConditionExpression: expression,
      ScanIndexForward: flag,
      KeyConditions: attributes,
      QueryFilter: attributes,
    },
    'TableName',
  ),
  answer(simulation, input) {
    const page = execute<PageResult>(simulation, 'dynamodb:Query', input);
    return pageOutput(simulation.world, input, page);
  },
};
