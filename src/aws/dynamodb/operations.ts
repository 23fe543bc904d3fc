/** The operations of `DynamoDB_20120810`. */
import type { Operation } from '../operation.ts';
import { createTable } from './createTable.ts';
import { deleteItem } from './deleteItem.ts';
import { deleteTable } from './deleteTable.ts';
import { describeTable } from './describeTable.ts';
import { getItem } from './getItem.ts';
import { listTables } from './listTables.ts';
import { putItem } from './putItem.ts';
import { updateItem } from './updateItem.ts';
import { updateTable } from './updateTable.ts';

export const dynamodbOperations: Readonly<Record<string, Operation>> = {
  CreateTable: createTable,
  DeleteItem: deleteItem,
  DeleteTable: deleteTable,
  DescribeTable: describeTable,
  GetItem: getItem,
  ListTables: listTables,
  PutItem: putItem,
  UpdateItem: updateItem,
  UpdateTable: updateTable,
};
