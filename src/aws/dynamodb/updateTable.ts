import { execute, type Operation } from '../operation.ts';
import { attributes, list, structure } from '../shape.ts';
import { tableName } from './members.ts';
import { tableDescription } from './tableDescription.ts';
import { tableSettings } from './tableInput.ts';

export const updateTable: Operation = {
  input: structure(
    {
      TableName: tableName,
      ...tableSettings,
      GlobalSecondaryIndexUpdates: list(attributes),
      ReplicaUpdates: list(attributes, { min: 1 }),
    },
    'TableName',
  ),
  answer(simulation, input) {
    const table = execute<number>(simulation, 'dynamodb:UpdateTable', input);
    return { TableDescription: tableDescription(simulation.world, table) };
  },
};
