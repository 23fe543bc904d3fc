/** A total that is read, added to and written back: two environments at once lose an addition. */
import { expect, it } from 'vitest';
import { createDoor } from '../aws/door.ts';
import { instant } from '../engine/kernel/time.ts';
import { put } from '../engine/testing/definitions.ts';
import { openWithCode } from '../runtime/codeHost.ts';
import { handlerLab } from './testing/handlerLab.ts';

const ITEMS = 12;

const counting = (work: string): string => `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const Key = { id: 'all' }, TableName = 'Totals';
export const handler = async (event) => { for (const record of event.Records) { ${work} } };`;

const READ_MODIFY_WRITE = counting(`
  const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  await db.send(new PutCommand({ TableName, Item: { ...Key, n: (Item?.n ?? 0) + 1 } }));`);
const ADD = counting(`
  await db.send(new UpdateCommand({ TableName, Key, UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': 1 } }));`);
const CONDITIONAL = counting(`
  for (;;) {
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    const n = Item?.n ?? 0;
    try {
      await db.send(new PutCommand({ TableName, Item: { ...Key, n: n + 1 }, ConditionExpression: n === 0 ? 'attribute_not_exists(id)' : 'n = :n', ...(n > 0 && { ExpressionAttributeValues: { ':n': n } }) }));
      break;
    } catch (error) { if (error.name !== 'ConditionalCheckFailedException') throw error; }
  }`);

/** What the total says after each of the items was put once, and delivered once. */
async function total(code: string, reservedConcurrency: number): Promise<number> {
  const commands = Array.from({ length: ITEMS }, (_, i) => ({
    atMs: 0,
    command: put({ id: { S: `order#${i}` } }),
  }));
  const more = { seed: 7, commands };
  const simulation = await openWithCode(
    handlerLab({ code, fn: { reservedConcurrency }, mapping: { batchSize: 1 }, more }),
  );
  simulation.runUntil(instant(30e6));
  const { world } = simulation;
  expect(world.state.mappings[0]!.meters).toMatchObject({ failed: 0, duplicates: 0 });
  const input = { TableName: 'Totals', Key: { id: { S: 'all' } } };
  const answer = createDoor(simulation).call('dynamodb', 'GetItem', input);
  const { Item } = (answer as unknown as { output: { Item: { n: { N: string } } } }).output;
  return Number(Item.n.N);
}

it('[H4] two environments that read, add and write back lose additions, the same at each replay', async () => {
  const lost = ITEMS - (await total(READ_MODIFY_WRITE, 4));
  expect(lost).toBeGreaterThan(0);
  expect(ITEMS - (await total(READ_MODIFY_WRITE, 4))).toBe(lost);
  expect(await total(READ_MODIFY_WRITE, 1)).toBe(ITEMS);
});

it('[H4] an ADD loses none, nor does a condition with another try', async () => {
  expect(await total(ADD, 4)).toBe(ITEMS);
  expect(await total(CONDITIONAL, 4)).toBe(ITEMS);
});
