/** What a function's built-in effects do, written as a handler in Python. Rules: [H12]. */
import type { EffectDefinition, TargetDefinition } from '../../engine/definition.ts';

interface Written {
  /** The client, by its name in the code and boto3's. */
  client: readonly [string, string] | null;
  lines: readonly string[];
}

type Write = (effect: EffectDefinition, target: TargetDefinition) => Written;

const text = (value: string): string => `'${value.replace(/[\\']/gu, '\\$&')}'`;

/** Lines of a call whose refusal by this error means that it was done before. */
const unless = (error: string, call: string): string[] => [
  'try:',
  `    ${call}`,
  'except ClientError as error:',
  `    if error.response['Error']['Code'] != '${error}':`,
  '        raise',
];

const WRITERS: Readonly<Record<string, Write>> = {
  OpenSearch: ({ idempotency }, { name }) => {
    const isVersioned = idempotency === 'ExternalVersion';
    const version = isVersioned ? ", version=int(sequence[-15:]), version_type='external'" : '';
    const ignore = isVersioned ? ', ignore=[409]' : '';
    return {
      client: ['search', ''],
      lines: [
        "if record['eventName'] == 'REMOVE':",
        `    search.delete(index=${text(name)}, id=key${version}${ignore})`,
        'else:',
        `    search.index(index=${text(name)}, id=key, body=image${version}${ignore})`,
      ],
    };
  },
  S3: ({ idempotency }, { name }) => {
    const put = `s3.put_object(Bucket=${text(name)}, Key=sequence, Body=json.dumps(record)`;
    return {
      client: ['s3', 's3'],
      lines:
        idempotency === 'ConditionalWrite'
          ? unless('PreconditionFailed', `${put}, IfNoneMatch='*')`)
          : [`${put})`],
    };
  },
  Table: ({ idempotency }, { name }) => {
    const put = `dynamodb.put_item(TableName=${text(name)}, Item={'change': {'S': sequence}, **image}`;
    return {
      client: ['dynamodb', 'dynamodb'],
      lines:
        idempotency === 'ConditionalWrite'
          ? unless(
              'ConditionalCheckFailedException',
              `${put}, ConditionExpression='attribute_not_exists(change)')`,
            )
          : [`${put})`],
    };
  },
  Logs: () => ({ client: null, lines: ['print(json.dumps(record))'] }),
  SNS: (_, { name }) => ({
    client: ['sns', 'sns'],
    lines: [
      `sns.publish(TopicArn=${text(`arn:aws:sns:us-east-1:123456789012:${name}`)}, Message=told)`,
    ],
  }),
  SES: (_, { name }) => ({
    client: ['mail', 'sesv2'],
    lines: [
      "message = {'Simple': {'Subject': {'Data': key}, 'Body': {'Text': {'Data': told}}}}",
      `mail.send_email(FromEmailAddress=${text(name)}, Destination={'ToAddresses': ['customer@example.com']}, Content=message)`,
    ],
  }),
  SQS: ({ idempotency }, { name }) => {
    const isFifo = idempotency === 'FifoDeduplication';
    const fifo = isFifo ? ', MessageGroupId=key, MessageDeduplicationId=sequence' : '';
    return {
      client: ['sqs', 'sqs'],
      lines: [
        `sqs.send_message(QueueUrl=${text(`https://sqs.us-east-1.amazonaws.com/123456789012/${name}`)}, MessageBody=told${fifo})`,
      ],
    };
  },
  StepFunctions: ({ idempotency }, { name }) => {
    const start = `sfn.start_execution(stateMachineArn=${text(`arn:aws:states:us-east-1:123456789012:stateMachine:${name}`)}, input=told`;
    return {
      client: ['sfn', 'stepfunctions'],
      lines:
        idempotency === 'ExecutionName'
          ? unless('ExecutionAlreadyExists', `${start}, name=sequence)`)
          : [`${start})`],
    };
  },
  EventBridge: (_, { name }) => ({
    client: ['bus', 'events'],
    lines: [
      `bus.put_events(Entries=[{'EventBusName': ${text(name)}, 'Source': 'handler', 'DetailType': record['eventName'], 'Detail': told}])`,
    ],
  }),
};

const MARKS = `
# A table of markers, by change, which count for an hour; time to live takes them away later.
def mark(change):
    now = int(time.time())
    item = {'id': {'S': change}, 'expires': {'N': str(now + 3600)}}
    try:
        dynamodb.put_item(
            TableName='markers',
            Item=item,
            ConditionExpression='attribute_not_exists(id) OR expires <= :now',
            ExpressionAttributeValues={':now': {'N': str(now)}},
        )
    except ClientError as error:
        if error.response['Error']['Code'] != 'ConditionalCheckFailedException':
            raise
        return False
    return True


def is_marked(change):
    found = dynamodb.get_item(TableName='markers', Key={'id': {'S': change}}, ConsistentRead=True)
    return 'Item' in found and int(found['Item']['expires']['N']) > time.time()
`;

const isMarking = ({ idempotency }: EffectDefinition): boolean =>
  idempotency === 'Marker' || idempotency === 'MarkerAfter';

/** The effect between a marker's two calls, or as it is. */
function guarded(lines: readonly string[], effect: EffectDefinition): readonly string[] {
  if (!isMarking(effect)) return lines;
  const change = `f'${effect.do} {sequence}'`;
  const inside = lines.map((line) => `    ${line}`);
  return effect.idempotency === 'Marker'
    ? [`if mark(${change}):`, ...inside]
    : [`if not is_marked(${change}):`, ...inside, `    mark(${change})`];
}

/** A whole `index.py`. @param effects in the order in which they are carried out. */
export function inPython(
  effects: readonly EffectDefinition[],
  targets: readonly TargetDefinition[],
): string {
  const clients = new Map<string, string>();
  const lines: string[] = [];
  for (const effect of effects) {
    const target = targets.find(({ id }) => id === effect.target);
    const written = target && WRITERS[target.kind]?.(effect, target);
    if (!written) continue;
    if (written.client?.[1]) clients.set(written.client[0], `boto3.client('${written.client[1]}')`);
    else if (written.client) clients.set('search', `OpenSearch(hosts=[${text(target.name)}])`);
    lines.push('', `# ${effect.do}: ${target.name}`, ...guarded(written.lines, effect));
  }
  const marks = effects.some(isMarking);
  if (marks) clients.set('dynamodb', "boto3.client('dynamodb')");
  if (lines.length === 0) lines.push('', "print(record['eventName'], key)");
  const needs = [
    'import json',
    ...(marks ? ['import time'] : []),
    '',
    'import boto3',
    ...(marks || lines.includes('except ClientError as error:')
      ? ['from botocore.exceptions import ClientError']
      : []),
    ...(clients.has('search') ? ['from opensearchpy import OpenSearch'] : []),
  ];
  return `${needs.join('\n')}

${[...clients].map(([name, made]) => `${name} = ${made}`).join('\n')}
${marks ? MARKS : ''}

def handler(event, context):
    for record in event['Records']:
        keys = record['dynamodb']['Keys']
        key = '#'.join(next(iter(value.values())) for value in keys.values())
        image = record['dynamodb'].get('NewImage', keys)
        sequence = record['dynamodb']['SequenceNumber']
        told = json.dumps({'id': key, 'SequenceNumber': sequence})
${lines.map((line) => (line === '' ? '' : `        ${line}`)).join('\n')}
`;
}
