import { existingTable } from '../../engine/dynamodb/tableCalls.ts';
import type { Operation } from '../operation.ts';
import { structure } from '../shape.ts';
import { tableName } from './members.ts';
import { tableDescription } from './tableDescription.ts';

export const describeTable: Operation = {
  input: structure({ TableName: tableName }, 'TableName'),
  answer({ world }, input) {
    return { Table: tableDescription(world, existingTable(world, String(input.TableName))) };
  },
};
