/** What a function's built-in effects do, written as a handler in JavaScript. Rules: [H12]. */
import type { EffectDefinition, TargetDefinition } from '../../engine/definition.ts';

/** What an effect needs before the handler, and what it does for each record. */
interface Written {
  /** `const { X } = require('y');` by package. */
  needs: Readonly<Record<string, readonly string[]>>;
  /** What stands before the handler, by the name that it declares. */
  declares: Readonly<Record<string, string>>;
  lines: readonly string[];
}

type Write = (effect: EffectDefinition, target: TargetDefinition) => Written;

const text = (value: string): string => `'${value.replace(/[\\']/gu, '\\$&')}'`;

const DYNAMODB = { dynamodb: 'const dynamodb = new DynamoDBClient({});' };

/** The kinds of effects, by the kind of their target. */
const WRITERS: Readonly<Record<string, Write>> = {
  OpenSearch: ({ idempotency }, { name }) => {
    const isVersioned = idempotency === 'ExternalVersion';
    const document = `{ index: ${text(name)}, id${isVersioned ? ", version: Number(SequenceNumber.slice(-15)), version_type: 'external'" : ''}`;
    const wrapped = (call: string) => (isVersioned ? `${call}.catch(ignoreOlder)` : call);
    return {
      needs: { '@opensearch-project/opensearch': ['Client'] },
      declares: {
        search: `const search = new Client({ node: ${text(`https://${name}`)} });`,
        ...(isVersioned && { ignoreOlder: IGNORE_OLDER }),
      },
      lines: [
        `if (eventName === 'REMOVE') await ${wrapped(`search.delete(${document} })`)};`,
        `else await ${wrapped(`search.index(${document}, body: NewImage ?? Keys })`)};`,
      ],
    };
  },
  S3: ({ idempotency }, { name }) => {
    const isConditional = idempotency === 'ConditionalWrite';
    const put = `s3.send(new PutObjectCommand({ Bucket: ${text(name)}, Key: SequenceNumber, Body: JSON.stringify(record)${isConditional ? ", IfNoneMatch: '*'" : ''} }))`;
    return {
      needs: { '@aws-sdk/client-s3': ['S3Client', 'PutObjectCommand'] },
      declares: {
        s3: 'const s3 = new S3Client({});',
        ...(isConditional && ignoring('ignoreThere', 'PreconditionFailed')),
      },
      lines: [`await ${put}${isConditional ? '.catch(ignoreThere)' : ''};`],
    };
  },
  Logs: () => ({ needs: {}, declares: {}, lines: ['console.log(JSON.stringify(record));'] }),
  Table: ({ idempotency }, { name }) => {
    const isConditional = idempotency === 'ConditionalWrite';
    const Item = 'Item: { change: { S: SequenceNumber }, ...(NewImage ?? Keys) }';
    const condition = isConditional ? ", ConditionExpression: 'attribute_not_exists(change)'" : '';
    const put = `dynamodb.send(new PutItemCommand({ TableName: ${text(name)}, ${Item}${condition} }))`;
    return {
      needs: { '@aws-sdk/client-dynamodb': ['DynamoDBClient', 'PutItemCommand'] },
      declares: {
        ...DYNAMODB,
        ...(isConditional && ignoring('ignoreWritten', 'ConditionalCheckFailedException')),
      },
      lines: [`await ${put}${isConditional ? '.catch(ignoreWritten)' : ''};`],
    };
  },
  SNS: (_, { name }) => ({
    needs: { '@aws-sdk/client-sns': ['SNSClient', 'PublishCommand'] },
    declares: { sns: 'const sns = new SNSClient({});' },
    lines: [
      `await sns.send(new PublishCommand({ TopicArn: ${text(`arn:aws:sns:us-east-1:123456789012:${name}`)}, Message: JSON.stringify({ id, SequenceNumber }) }));`,
    ],
  }),
  SES: (_, { name }) => ({
    needs: { '@aws-sdk/client-sesv2': ['SESv2Client', 'SendEmailCommand'] },
    declares: { mail: 'const mail = new SESv2Client({});' },
    lines: [
      `await mail.send(new SendEmailCommand({`,
      `  FromEmailAddress: ${text(name)},`,
      `  Destination: { ToAddresses: ['customer@example.com'] },`,
      `  Content: { Simple: {`,
      `    Subject: { Data: \`\${eventName} \${id}\` },`,
      `    Body: { Text: { Data: \`\${eventName} \${id} (\${SequenceNumber})\` } },`,
      `  } },`,
      `}));`,
    ],
  }),
  SQS: ({ idempotency }, { name }) => {
    const isFifo = idempotency === 'FifoDeduplication';
    const fifo = isFifo ? ', MessageGroupId: id, MessageDeduplicationId: SequenceNumber' : '';
    return {
      needs: { '@aws-sdk/client-sqs': ['SQSClient', 'SendMessageCommand'] },
      declares: { sqs: 'const sqs = new SQSClient({});' },
      lines: [
        `await sqs.send(new SendMessageCommand({ QueueUrl: ${text(`https://sqs.us-east-1.amazonaws.com/123456789012/${name}`)}, MessageBody: JSON.stringify({ id, SequenceNumber })${fifo} }));`,
      ],
    };
  },
  StepFunctions: ({ idempotency }, { name }) => {
    const isNamed = idempotency === 'ExecutionName';
    return {
      needs: { '@aws-sdk/client-sfn': ['SFNClient', 'StartExecutionCommand'] },
      declares: {
        sfn: 'const sfn = new SFNClient({});',
        ...(isNamed && ignoring('ignoreStarted', 'ExecutionAlreadyExists')),
      },
      lines: [
        `await sfn.send(new StartExecutionCommand({ stateMachineArn: ${text(`arn:aws:states:us-east-1:123456789012:stateMachine:${name}`)}, input: JSON.stringify({ id, SequenceNumber })${isNamed ? ', name: SequenceNumber' : ''} }))${isNamed ? '.catch(ignoreStarted)' : ''};`,
      ],
    };
  },
  EventBridge: (_, { name }) => ({
    needs: { '@aws-sdk/client-eventbridge': ['EventBridgeClient', 'PutEventsCommand'] },
    declares: { bus: 'const bus = new EventBridgeClient({});' },
    lines: [
      `await bus.send(new PutEventsCommand({ Entries: [{ EventBusName: ${text(name)}, Source: 'handler', DetailType: eventName, Detail: JSON.stringify({ id, SequenceNumber, NewImage }) }] }));`,
    ],
  }),
};

const IGNORE_OLDER = `// What is there is as new or newer: nothing is to be done.
const ignoreOlder = (error) => {
  if (error.$metadata?.httpStatusCode !== 409 && error.statusCode !== 409) throw error;
};`;

const ignoring = (name: string, error: string): Record<string, string> => ({
  [name]: `const ${name} = (error) => {
  if (error.name !== '${error}') throw error;
};`,
});

const MARKS = `// A table of markers, by change, which count for an hour; time to live takes them away later.
const seconds = () => Math.floor(Date.now() / 1000);
const mark = async (change) => {
  const Item = { id: { S: change }, expires: { N: String(seconds() + 3600) } };
  const ConditionExpression = 'attribute_not_exists(id) OR expires <= :now';
  const ExpressionAttributeValues = { ':now': { N: String(seconds()) } };
  const put = { TableName: 'markers', Item, ConditionExpression, ExpressionAttributeValues };
  try {
    await dynamodb.send(new PutItemCommand(put));
    return true;
  } catch (error) {
    if (error.name !== 'ConditionalCheckFailedException') throw error;
    return false;
  }
};
const isMarked = async (change) => {
  const get = { TableName: 'markers', Key: { id: { S: change } }, ConsistentRead: true };
  const { Item } = await dynamodb.send(new GetItemCommand(get));
  return Item !== undefined && Number(Item.expires.N) > seconds();
};`;

/** The effect between a marker's two calls, or as it is. */
function guarded(written: Written, { do: kind, idempotency }: EffectDefinition): Written {
  if (idempotency !== 'Marker' && idempotency !== 'MarkerAfter') return written;
  const change = `\`${kind} \${SequenceNumber}\``;
  const inside = written.lines.map((line) => `  ${line}`);
  const sdk = ['DynamoDBClient', 'GetItemCommand', 'PutItemCommand'];
  return {
    needs: { ...written.needs, '@aws-sdk/client-dynamodb': sdk },
    declares: { ...written.declares, ...DYNAMODB, marks: MARKS },
    lines:
      idempotency === 'Marker'
        ? [`if (await mark(${change})) {`, ...inside, '}']
        : [`if (!(await isMarked(${change}))) {`, ...inside, `  await mark(${change});`, '}'],
  };
}

/** A whole `index.js`. @param effects in the order in which they are carried out. */
export function inJavaScript(
  effects: readonly EffectDefinition[],
  targets: readonly TargetDefinition[],
): string {
  const needs = new Map<string, Set<string>>();
  const declared: Record<string, string> = {};
  const lines: string[] = [];
  for (const effect of effects) {
    const target = targets.find(({ id }) => id === effect.target);
    const plain = target && WRITERS[target.kind]?.(effect, target);
    if (!plain) continue;
    const written = guarded(plain, effect);
    Object.assign(declared, written.declares);
    for (const [from, names] of Object.entries(written.needs)) {
      const known = needs.get(from) ?? new Set();
      for (const name of names) known.add(name);
      needs.set(from, known);
    }
    lines.push('', `    // ${effect.do}: ${target.name}`, ...written.lines.map((l) => `    ${l}`));
  }
  if (lines.length === 0) lines.push('', '    console.log(eventName, id);');
  return `${[...needs].map(([from, names]) => `const { ${[...names].join(', ')} } = require('${from}');`).join('\n')}
${Object.values(declared).join('\n')}

exports.handler = async (event) => {
  for (const record of event.Records) {
    const { eventName, dynamodb: { Keys, NewImage, SequenceNumber } } = record;
    const id = Object.values(Keys).map((key) => Object.values(key)[0]).join('#');
${lines.slice(1).join('\n')}
  }
};
`.trimStart();
}
