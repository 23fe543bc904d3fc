import { AwsError } from '../awsError.ts';
import { execute, type Operation } from '../operation.ts';
import { structure } from '../shape.ts';
import { tableName } from './members.ts';
import { tableDescription } from './tableDescription.ts';
import { keySchema, secondaryIndexes, tableSettings, tags } from './tableInput.ts';

export const createTable: Operation = {
  input: structure(
    {
      TableName: tableName,
      KeySchema: keySchema,
      ...tableSettings,
      LocalSecondaryIndexes: secondaryIndexes,
      GlobalSecondaryIndexes: secondaryIndexes,
      Tags: tags,
    },
    'TableName',
    'AttributeDefinitions',
    'KeySchema',
  ),
  answer(simulation, input) {
    const name = String(input.TableName).replace(/^.*\//, '');
    if (!/^[a-zA-Z0-9_.-]{3,255}$/.test(name)) {
      throw new AwsError(
        'ValidationException',
        "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'",
      );
    }
    const table = execute<number>(simulation, 'dynamodb:CreateTable', input);
    return { TableDescription: tableDescription(simulation.world, table, true) };
  },
};
