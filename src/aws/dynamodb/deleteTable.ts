import { execute, type Operation } from '../operation.ts';
import { structure } from '../shape.ts';
import { tableName } from './members.ts';
import { tableDescription } from './tableDescription.ts';

export const deleteTable: Operation = {
  input: structure({ TableName: tableName }, 'TableName'),
  answer(simulation, input) {
    const table = execute<number>(simulation, 'dynamodb:DeleteTable', input);
    return { TableDescription: tableDescription(simulation.world, table, true) };
  },
};
