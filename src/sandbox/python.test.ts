/** Functions in Python, as people write them and as study guides print them. */
import { expect, it } from 'vitest';
import { instant } from '../engine/kernel/time.ts';
import { aTable } from '../engine/testing/definitions.ts';
import { openWithCode } from '../runtime/codeHost.ts';
import { answerOf, handlerLab, logOf, resultsOf, runHandler } from './testing/handlerLab.ts';

const python = { runtime: 'python3.13', handler: 'index.lambda_handler' };
const answer = (code: string) => answerOf(code, python);

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

const STYLES: Readonly<Record<string, [string, unknown]>> = {
  'a class and a comprehension': [
    `class Seen:\n    def __init__(self): self.ids = []\n    def add(self, record): self.ids.append(record['dynamodb']['Keys']['id']['S'])\ndef lambda_handler(event, context):\n    seen = Seen()\n    [seen.add(r) for r in event['Records']]\n    return seen.ids`,
    ['a'],
  ],
  'tables by the resource': [
    `import boto3\nfrom boto3.dynamodb.conditions import Key\ntable = boto3.resource('dynamodb').Table('Totals')\ndef lambda_handler(event, context):\n    table.put_item(Item={'id': 't', 'n': 1, 'tags': {'x'}})\n    table.update_item(Key={'id': 't'}, UpdateExpression='ADD n :one', ExpressionAttributeValues={':one': 2})\n    item = table.get_item(Key={'id': 't'})['Item']\n    found = table.query(KeyConditionExpression=Key('id').eq('t'))['Items']\n    return [int(item['n']), list(item['tags']), len(found)]`,
    [3, ['x'], 1],
  ],
  'a refused condition': [
    `import boto3\nfrom botocore.exceptions import ClientError\ndb = boto3.client('dynamodb')\ndef lambda_handler(event, context):\n    try:\n        db.put_item(TableName='Orders', Item={'id': {'S': 'a'}}, ConditionExpression='attribute_not_exists(id)')\n    except db.exceptions.ConditionalCheckFailedException as error:\n        return [isinstance(error, ClientError), error.response['Error']['Code'], str(error)]`,
    [
      true,
      'ConditionalCheckFailedException',
      'An error occurred (ConditionalCheckFailedException) when calling the PutItem operation: The conditional request failed',
    ],
  ],
  'time that passes, in UTC': [
    `import time, datetime\ndef lambda_handler(event, context):\n    before = time.time()\n    left = context.get_remaining_time_in_millis()\n    time.sleep(0.25)\n    return [round(time.time() - before, 2), left - context.get_remaining_time_in_millis() >= 250, datetime.datetime.now().year, datetime.datetime.now() == datetime.datetime.utcnow() or abs((datetime.datetime.now() - datetime.datetime.utcnow()).total_seconds()) < 1]`,
    [0.25, true, 2026, true],
  ],
  'no way out': [
    `import sys\ndef lambda_handler(event, context):\n    out = []\n    for name in ('js', 'pyodide', 'pyodide_js', '_pyodide_core', 'ctypes'):\n        try:\n            __import__(name)\n            out.append(name)\n        except ImportError: pass\n    try:\n        open('/tmp/x', 'w')\n        out.append('file')\n    except OSError: pass\n    try:\n        import urllib.request\n        urllib.request.urlopen('https://example.com')\n        out.append('network')\n    except Exception: pass\n    return out`,
    [],
  ],
};

it.each(Object.entries(STYLES))(
  '[H1] [H4] %s',
  async (_, [code, expected]) => {
    expect(await answer(code)).toEqual(expected);
  },
  60_000,
);

it.each([
  ['a loop', 'while True: pass', null],
  [
    'a loop that catches everything',
    'while True:\n        try:\n            while True: pass\n        except BaseException: pass',
    null,
  ],
  ['a huge allocation', "return len('x' * 2**30)", 'Runtime.ExitError'],
  ['recursion', 'return lambda_handler(event, context)', 'RecursionError'],
  ['exit', 'import sys; sys.exit(3)', 'Runtime.ExitError'],
  ['an answer that is no JSON', 'return {1, 2}', 'Runtime.MarshalError'],
])(
  '[H5] [H6] ends as Lambda would with %s',
  async (_, body, errorType) => {
    const code = `def lambda_handler(event, context):\n    ${body}\n`;
    const simulation = await runHandler({ code, ...python, fn: { timeoutMs: 1_000 } }, 2);
    if (errorType === null)
      expect(simulation.world.state.mappings[0]!.meters.timedOut).toBeGreaterThan(0);
    else expect(resultsOf(simulation)[0]).toMatchObject({ errorType });
  },
  60_000,
);

it('[H5] tells the line of a syntax error, and a missing module', async () => {
  expect(await answer('def lambda_handler(event, context)\n    return 1')).toMatchObject({
    errorType: 'Runtime.UserCodeSyntaxError',
    stackTrace: [expect.stringContaining('Line 1')],
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
