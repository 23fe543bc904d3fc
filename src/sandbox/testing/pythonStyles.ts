/** Python handlers as people write them, and what each answers to an INSERT of the item `a` with `n` = 1. */
export const PYTHON_STYLES: Readonly<Record<string, readonly [string, unknown]>> = {
  'a class and a comprehension': [
    `
class Seen:
    def __init__(self): self.ids = []
    def add(self, record): self.ids.append(record['dynamodb']['Keys']['id']['S'])

def lambda_handler(event, context):
    seen = Seen()
    [seen.add(r) for r in event['Records']]
    return seen.ids
`,
    ['a'],
  ],
  'a class that is called': [
    `
class Handler:
    count = 0
    def __call__(self, event, context):
        Handler.count += len(event['Records'])
        return {'count': self.count, 'name': context.function_name}

lambda_handler = Handler()
`,
    { count: 1, name: 'Processor' },
  ],
  'closures, a decorator and partial application': [
    `
import functools, time

def timed(inner):
    @functools.wraps(inner)
    def outer(event, context):
        started = time.perf_counter()
        result = inner(event, context)
        return {**result, 'quick': time.perf_counter() - started < 1}
    return outer

def adder(total=0):
    def add(n):
        nonlocal total
        total += n
        return total
    return add

@timed
def lambda_handler(event, context):
    add = adder()
    return {'total': [functools.partial(add, int(r['dynamodb']['NewImage']['n']['N']))() for r in event['Records']][-1]}
`,
    { total: 1, quick: true },
  ],
  'generators and itertools': [
    `
from itertools import islice, count, groupby

def images(records):
    for record in records:
        yield from (record['dynamodb'][k] for k in ('NewImage', 'OldImage') if k in record['dynamodb'])

def lambda_handler(event, context):
    numbered = list(zip(count(1), images(event['Records'])))
    groups = {k: len(list(g)) for k, g in groupby(event['Records'], lambda r: r['eventName'])}
    return [numbered[0][0], groups, list(islice(count(5, 5), 3))]
`,
    [1, { INSERT: 1 }, [5, 10, 15]],
  ],
  'data classes, enumerations and pattern matching': [
    `
from dataclasses import dataclass, asdict, field
from enum import Enum
from typing import Optional

class Kind(str, Enum):
    INSERT = 'INSERT'
    MODIFY = 'MODIFY'
    REMOVE = 'REMOVE'

@dataclass(frozen=True)
class Change:
    kind: Kind
    id: str
    tags: list[str] = field(default_factory=list)
    note: Optional[str] = None

def read(record: dict) -> Change:
    match record:
        case {'eventName': kind, 'dynamodb': {'Keys': {'id': {'S': id}}}}:
            return Change(Kind(kind), id)
    raise ValueError('not a change')

def lambda_handler(event, context):
    return [asdict(read(record)) for record in event['Records']]
`,
    [{ kind: 'INSERT', id: 'a', tags: [], note: null }],
  ],
  'a logger with a level': [
    `
import logging
logger = logging.getLogger()
logger.setLevel(logging.INFO)

def lambda_handler(event, context):
    for record in event['Records']:
        logger.info('Event %s of %s', record['eventName'], record['dynamodb']['Keys'])
        logger.debug('never seen')
    return logger.isEnabledFor(logging.INFO)
`,
    true,
  ],
  'decimals, and JSON with an encoder of its own': [
    `
import json
from decimal import Decimal, ROUND_HALF_UP
from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

class Encoder(json.JSONEncoder):
    def default(self, o):
        return float(o) if isinstance(o, Decimal) else super().default(o)

def lambda_handler(event, context):
    image = {k: TypeDeserializer().deserialize(v) for k, v in event['Records'][0]['dynamodb']['NewImage'].items()}
    price = (image['n'] * Decimal('19.995')).quantize(Decimal('0.01'), rounding=ROUND_HALF_UP)
    return {'body': json.dumps({'price': price}, cls=Encoder), 'typed': TypeSerializer().serialize(price)}
`,
    { body: '{"price": 20.0}', typed: { N: '20.00' } },
  ],
  'a batch processor with partial failures': [
    `
class BatchProcessor:
    def __init__(self, handle): self.handle, self.failed = handle, []
    def __enter__(self): return self
    def __exit__(self, *_): return False
    def run(self, records):
        for record in records:
            try: self.handle(record)
            except Exception as error:
                print(f"{type(error).__name__}: {error}")
                self.failed.append({'itemIdentifier': record['dynamodb']['SequenceNumber']})
    def response(self): return {'batchItemFailures': self.failed}

def handle(record):
    if record['dynamodb']['NewImage']['n']['N'] != '1': raise ValueError('odd')

def lambda_handler(event, context):
    with BatchProcessor(handle) as processor:
        processor.run(event['Records'])
    return processor.response()
`,
    { batchItemFailures: [] },
  ],
  asyncio: [
    `
import asyncio

async def each(record):
    await asyncio.sleep(0)
    return record['eventName']

async def main(records):
    return await asyncio.gather(*(each(r) for r in records))

def lambda_handler(event, context):
    loop = asyncio.new_event_loop()
    try: return loop.run_until_complete(main(event['Records']))
    finally: loop.close()
`,
    ['INSERT'],
  ],
  'tables by the resource': [
    `
import boto3
from boto3.dynamodb.conditions import Key
table = boto3.resource('dynamodb').Table('Totals')

def lambda_handler(event, context):
    table.put_item(Item={'id': 't', 'n': 1, 'tags': {'x'}})
    table.update_item(Key={'id': 't'}, UpdateExpression='ADD n :one', ExpressionAttributeValues={':one': 2})
    item = table.get_item(Key={'id': 't'})['Item']
    found = table.query(KeyConditionExpression=Key('id').eq('t'))['Items']
    return [int(item['n']), list(item['tags']), len(found)]
`,
    [3, ['x'], 1],
  ],
  'a batch writer, a paginator and an environment variable': [
    `
import os
import boto3
table = boto3.resource('dynamodb').Table(os.environ.get('TABLE', 'Totals'))

def lambda_handler(event, context):
    with table.batch_writer() as batch:
        for n in range(30):
            batch.put_item(Item={'id': f't{n}', 'n': n})
    pages = boto3.client('dynamodb').get_paginator('scan').paginate(TableName='Totals', Limit=20)
    return [len(page['Items']) for page in pages]
`,
    [20, 10],
  ],
  'a refused condition': [
    `
import boto3
from botocore.exceptions import ClientError
db = boto3.client('dynamodb')

def lambda_handler(event, context):
    try:
        db.put_item(TableName='Orders', Item={'id': {'S': 'a'}}, ConditionExpression='attribute_not_exists(id)')
    except db.exceptions.ConditionalCheckFailedException as error:
        return [isinstance(error, ClientError), error.response['Error']['Code'], str(error)]
`,
    [
      true,
      'ConditionalCheckFailedException',
      'An error occurred (ConditionalCheckFailedException) when calling the PutItem operation: The conditional request failed',
    ],
  ],
  'time that passes, in UTC': [
    `
import time, datetime

def lambda_handler(event, context):
    before, left = time.time(), context.get_remaining_time_in_millis()
    time.sleep(0.25)
    now = datetime.datetime.now()
    utc = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)
    return [round(time.time() - before, 2), left - context.get_remaining_time_in_millis() >= 250, now.year, abs((now - utc).total_seconds()) < 1, time.tzname[0], time.localtime(0).tm_hour]
`,
    [0.25, true, 2026, true, 'UTC', 0],
  ],
};
