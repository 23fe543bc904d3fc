import type { PageResult } from '../../engine/dynamodb/queryCall.ts';
import { execute, type Operation } from '../operation.ts';
import { attributes, structure, whole } from '../shape.ts';
import { pageMembers, pageOutput } from './pages.ts';

export const scan: Operation = {
  input: structure(
    {
      ...pageMembers,
      Segment: whole({ min: 0, max: 999_999 }),
      TotalSegments: whole({ min: 1, max: 1_000_000 }),
      ScanFilter: attributes,
    },
    'TableName',
  ),
  answer(simulation, input) {
    const page = execute<PageResult>(simulation, 'dynamodb:Scan', input);
    return pageOutput(simulation.world, input, page);
  },
};
