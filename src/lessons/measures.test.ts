/** What lessons count beside the headless report. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openSimulation } from '../engine/index.ts';
import { instant } from '../engine/kernel/time.ts';
import { course } from './course.ts';
import { lessonWorld } from './lessonWorld.ts';
import { measureOf } from './measure.ts';
import { refusalNames } from './measures/journalMeasures.ts';
import { measures, measuring } from './measures.ts';

async function todos() {
  const { lesson } = await course[0]!.load();
  const world = lessonWorld(lesson, lesson.steps.length, [
    `Metadata.Shardscope.Commands.3={ At: 4s, Call: dynamodb:DeleteItem, Input: { TableName: Todos, Key: { TodoID: { S: T1001 } }, ConditionExpression: 'attribute_not_exists(TodoID)' } }`,
  ]);
  if (!world.ok) throw new Error(world.errors.join(' '));
  return openSimulation(world.definition);
}

it('[Q7] counts the journal by kind, calls and refusals, shards, batches and the last record', async () => {
  const simulation = await todos();
  const wanted = ['log.streamRecordAppended', 'calls.dynamodb:PutItem'];
  const look = measuring(simulation, wanted);
  look();
  simulation.runUntil(instant(5_000_000));
  const measured = measures(simulation);
  const count = (path: string): number => measureOf(measured, path);
  expect(count('log.streamRecordAppended')).toBe(3);
  expect(count('streams.Todos.records.INSERT + log.noOpWritten')).toBe(3);
  expect(count('calls.dynamodb:PutItem')).toBe(3);
  expect(count('refused.dynamodb:DeleteItem.ConditionalCheckFailedException')).toBe(1);
  expect(count('refused.dynamodbstreams:GetShardIterator.ValidationException')).toBe(0);
  expect(measured.shards.Todos).toMatchObject({ all: 1, open: 1, generations: 1, records: 3 });
  expect(measured.shards.Todos!.oldestMs).toBeGreaterThan(measured.shards.Todos!.youngestMs);
  expect(measured.partitions.Todos).toEqual({ all: 1, open: 1, throttledWrites: 0 });
  const [mapping] = Object.values(measured.mappings);
  expect(mapping).toMatchObject({ enabled: 1, batches: 3, largestBatch: 1, oldestWaitingMs: 0 });
  expect(measured.lastRecord.Todos).toMatchObject({ newImage: 1, oldImage: 0, userIdentity: 0 });
  for (const path of wanted) expect(measureOf(look(), path)).toBe(count(path));
});

it('[Q7] refuses what is misspelt, with what there is', async () => {
  const measured = measures(await todos());
  const refusal = (path: string): string => {
    try {
      return `no refusal: ${measureOf(measured, path)}`;
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(refusal('log.putSent')).toMatch(/did you mean itemPut|there are commandGiven, writeSent/);
  expect(refusal('refused.dynamodb:PutItems.ValidationException')).toMatch(
    /there are traffic, dyn/,
  );
  expect(refusal('refused.dynamodb:PutItem.Validation')).toMatch(/there are Conditional/);
  expect(refusal('shards.Todo.open')).toMatch(/did you mean Todos\?/);
  // Nothing has been measured yet: no number, and no condition holds for it.
  const [consumer] = Object.keys(measured.consumers);
  expect(measureOf(measured, `consumers.${consumer}.latencyMs.p50`)).toBeNaN();
});

it('[Q7] knows every error that the engine can refuse a call with', () => {
  const files = readdirSync('src/engine', { recursive: true, encoding: 'utf8' });
  const text = files
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.') && !/^code/.test(file))
    .map((file) => readFileSync(`src/engine/${file}`, 'utf8'))
    .join('\n');
  const thrown = [...text.matchAll(/new ItemError\(\s*'(\w+)'/g)].map(([, name]) => name);
  expect([...new Set(thrown)].filter((name) => !refusalNames.includes(name!))).toEqual([]);
});
