/** Functions in Python, as people write them and as study guides print them. */
import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { instant } from '../engine/kernel/time.ts';
import { aTable } from '../engine/testing/definitions.ts';
import { openWithCode } from '../runtime/codeHost.ts';
import { FILES } from './python/load.ts';
import { answerOf, handlerLab, logOf, resultsOf, runHandler } from './testing/handlerLab.ts';
import { ENDLESS, ENDS, WAYS_OUT } from './testing/pythonAttacks.ts';
import { PYTHON_STYLES } from './testing/pythonStyles.ts';

// Wherever this runs, it is UTC inside.
process.env.TZ = 'Asia/Kolkata';

const python = { runtime: 'python3.13', handler: 'index.lambda_handler' };
const answer = (code: string) => answerOf(code, python);
const handler = (body: string) => `def lambda_handler(event, context):\n    ${body.trim()}\n`;

const GUIDE = `import json
from decimal import Decimal
from boto3.dynamodb.types import TypeDeserializer

deserializer = TypeDeserializer()

def deserialize(image):
    return {key: deserializer.deserialize(value) for key, value in image.items()}

def lambda_handler(event, context):
    for record in event['Records']:
        if record['eventName'] == 'INSERT':
            process_insert(deserialize(record['dynamodb']['NewImage']))
        elif record['eventName'] == 'MODIFY':
            process_modify(deserialize(record['dynamodb']['OldImage']), deserialize(record['dynamodb']['NewImage']))
        elif record['eventName'] == 'REMOVE':
            process_remove(deserialize(record['dynamodb']['OldImage']))
    return {'statusCode': 200, 'body': json.dumps('done')}
`;
const DEFINED = `
def process_insert(item): print('insert', item['id'], item['n'] + Decimal('0.5'))
def process_modify(old, new): print('modify')
def process_remove(item): print('remove', item['id'])
`;

it('[H1] [H5] run the guide’s handler as printed: a NameError with its line, and whole, a log', async () => {
  const printed = await runHandler({ code: GUIDE, ...python });
  expect(resultsOf(printed)[0]).toMatchObject({
    errorType: 'NameError',
    errorMessage: "name 'process_insert' is not defined",
    stackTrace: [expect.stringContaining('File "/var/task/index.py", line 13, in lambda_handler')],
  });
  expect(logOf(printed)[0]).toContain("[ERROR] NameError: name 'process_insert' is not defined");
  const whole = await runHandler({ code: GUIDE + DEFINED, ...python });
  expect(resultsOf(whole)).toEqual([{ statusCode: 200, body: '"done"' }]);
  expect(logOf(whole)).toEqual(['insert a 1.5']);
}, 120_000);

it('[H1] [S7] fails with KeyError OldImage where a REMOVE comes without it', async () => {
  const lab = handlerLab({
    code: GUIDE + DEFINED,
    ...python,
    more: {
      tables: [aTable({ stream: { viewType: 'NEW_IMAGE' }, items: [{ id: { S: 'a' } }] })],
      commands: [
        {
          atMs: 0,
          command: {
            call: 'dynamodb:DeleteItem',
            input: { TableName: 'Orders', Key: { id: { S: 'a' } } },
          },
        },
      ],
    },
  });
  const simulation = await openWithCode(lab);
  simulation.runUntil(instant(3e6));
  expect(resultsOf(simulation)[0]).toMatchObject({
    errorType: 'KeyError',
    errorMessage: "'OldImage'",
  });
}, 60_000);

it.each(Object.entries(PYTHON_STYLES))(
  '[H1] [H4] %s',
  async (_, [code, expected]) => {
    expect(await answer(code)).toEqual(expected);
  },
  60_000,
);

it('[H1] finds no way out', async () => {
  expect(await answer(handler(WAYS_OUT))).toEqual([]);
}, 60_000);

it.each(Object.entries(ENDS))(
  '[H5] [H6] ends as Lambda would with %s, and hurts nobody else',
  async (_, [body, errorType, message]) => {
    const lab = { ...python, fn: { timeoutMs: 1_000 } };
    expect(await answerOf(handler(body), lab)).toMatchObject({
      errorType: expect.stringContaining(errorType),
      errorMessage: expect.stringContaining(message),
    });
    expect(await answer(handler('import csv; return len(list(range(3)))'))).toBe(3);
  },
  60_000,
);

it.each(Object.entries(ENDLESS))(
  '[H6] runs out of its time with %s, and tells the line',
  async (_, [body, line]) => {
    const lab = { code: handler(body), ...python, fn: { timeoutMs: 1_000 } };
    const log = logOf(await runHandler(lab, 2));
    expect(log[0]).toMatch(
      new RegExp(`^Computes without end at /var/task/index.py:${line ?? '\\d+'} \\(`, 'u'),
    );
    expect(log[1]).toMatch(/Task timed out after 1\.00 seconds$/u);
  },
  60_000,
);

it('[H6] keeps 64 KB of a flood of output, and a log its levels', async () => {
  const flood = await runHandler({
    code: handler("for i in range(2000): print('x' * 100)\n    return 1"),
    ...python,
  });
  expect(logOf(flood).join('').length).toBeLessThan(70_000);
  expect(logOf(flood).at(-1)).toBe('Output beyond 64 KB of an invocation is not kept here.');
  expect(resultsOf(flood)).toContain(1);
  const logged = await runHandler({ code: PYTHON_STYLES['a logger with a level']![0], ...python });
  expect(logOf(logged)).toEqual([expect.stringMatching(/^\[INFO\]\t.*Event INSERT of/u)]);
}, 60_000);

it('[H1] knows how much is to be brought to the page', () => {
  for (const [name, bytes] of FILES) {
    expect([name, statSync(`node_modules/pyodide/${name}`).size]).toEqual([name, bytes]);
  }
});

it('[H5] tells the line of a syntax error, a missing handler, and a missing module', async () => {
  expect(await answer('def lambda_handler(event, context)\n    return 1')).toMatchObject({
    errorType: 'Runtime.UserCodeSyntaxError',
    stackTrace: [expect.stringContaining('Line 1')],
  });
  expect(await answer('def other(event, context):\n    return 1')).toMatchObject({
    errorType: 'Runtime.HandlerNotFound',
  });
  expect(await answer('import pandas')).toMatchObject({
    errorMessage: "Unable to import module 'index': No module named 'pandas'",
  });
}, 60_000);

it('[H2] [C3] keeps what it keeps, apart from others, and is the same after restores', async () => {
  const code = `import boto3, random\nseen = []\ntable = boto3.resource('dynamodb').Table('Totals')\ndef lambda_handler(event, context):\n    for record in event['Records']:\n        n = int(table.get_item(Key={'id': 'all'}).get('Item', {}).get('n', 0))\n        seen.append(random.random())\n        table.put_item(Item={'id': 'all', 'n': n + 1})\n    print(len(seen), seen[-1])\n    return len(seen)`;
  const ids = Array.from({ length: 8 }, (_, i) => `o${i}`);
  const lab = handlerLab({ code, ...python, ids, mapping: { batchSize: 1 } });
  const straight = await openWithCode(lab);
  straight.runUntil(instant(1e6));
  const checkpoint = straight.checkpoint();
  straight.runUntil(instant(5e6));
  const digest = straight.world.journal.digest();
  expect(resultsOf(straight)).toHaveLength(8);
  expect(Math.max(...(resultsOf(straight) as number[]))).toBeGreaterThan(1);
  straight.restore(checkpoint);
  straight.runUntil(instant(5e6));
  expect(straight.world.journal.digest()).toBe(digest);
  const elsewhere = await openWithCode(lab);
  elsewhere.restore(structuredClone(checkpoint));
  elsewhere.runUntil(instant(5e6));
  expect(elsewhere.world.journal.digest()).toBe(digest);
}, 60_000);
