/** What a function's built-in effects do, written as a handler in JavaScript. Rules: [H12]. */
import type { EffectDefinition, TargetDefinition } from '../../engine/definition.ts';

/** What an effect needs before the handler, and what it does for each record. */
interface Written {
  /** `const { X } = require('y');` by package. */
  needs: Readonly<Record<string, readonly string[]>>;
  client: string;
  lines: readonly string[];
}

type Write = (effect: EffectDefinition, target: TargetDefinition) => Written;

const text = (value: string): string => `'${value.replace(/[\\']/gu, '\\$&')}'`;

/** The kinds of effects, by the kind of their target. */
const WRITERS: Readonly<Record<string, Write>> = {
  OpenSearch: ({ idempotency }, { name }) => {
    const isVersioned = idempotency === 'ExternalVersion';
    const document = `{ index: ${text(name)}, id${isVersioned ? ", version, version_type: 'external'" : ''}`;
    const wrapped = (call: string) => (isVersioned ? `${call}.catch(ignoreOlder)` : call);
    return {
      needs: { '@opensearch-project/opensearch': ['Client'] },
      client: `const search = new Client({ node: ${text(`https://${name}`)} });${isVersioned ? IGNORE_OLDER : ''}`,
      lines: [
        ...(isVersioned ? ['const version = Number(SequenceNumber.slice(-15));'] : []),
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
      client: `const s3 = new S3Client({});${isConditional ? ignoring('ignoreThere', 'PreconditionFailed') : ''}`,
      lines: [`await ${put}${isConditional ? '.catch(ignoreThere)' : ''};`],
    };
  },
  Logs: () => ({ needs: {}, client: '', lines: ['console.log(JSON.stringify(record));'] }),
  SNS: (_, { name }) => ({
    needs: { '@aws-sdk/client-sns': ['SNSClient', 'PublishCommand'] },
    client: 'const sns = new SNSClient({});',
    lines: [
      `await sns.send(new PublishCommand({ TopicArn: ${text(`arn:aws:sns:us-east-1:123456789012:${name}`)}, Message: JSON.stringify({ id, SequenceNumber }) }));`,
    ],
  }),
  SES: (_, { name }) => ({
    needs: { '@aws-sdk/client-sesv2': ['SESv2Client', 'SendEmailCommand'] },
    client: 'const mail = new SESv2Client({});',
    lines: [
      `const body = { Text: { Data: \`\${eventName} \${id} (\${SequenceNumber})\` } };`,
      `const message = { Simple: { Subject: { Data: \`\${eventName} \${id}\` }, Body: body } };`,
      `await mail.send(new SendEmailCommand({ FromEmailAddress: ${text(name)}, Destination: { ToAddresses: ['customer@example.com'] }, Content: message }));`,
    ],
  }),
  SQS: ({ idempotency }, { name }) => {
    const isFifo = idempotency === 'FifoDeduplication';
    const fifo = isFifo ? ', MessageGroupId: id, MessageDeduplicationId: SequenceNumber' : '';
    return {
      needs: { '@aws-sdk/client-sqs': ['SQSClient', 'SendMessageCommand'] },
      client: 'const sqs = new SQSClient({});',
      lines: [
        `await sqs.send(new SendMessageCommand({ QueueUrl: ${text(`https://sqs.us-east-1.amazonaws.com/123456789012/${name}`)}, MessageBody: JSON.stringify({ id, SequenceNumber })${fifo} }));`,
      ],
    };
  },
  StepFunctions: ({ idempotency }, { name }) => {
    const isNamed = idempotency === 'ExecutionName';
    return {
      needs: { '@aws-sdk/client-sfn': ['SFNClient', 'StartExecutionCommand'] },
      client: `const sfn = new SFNClient({});${isNamed ? ignoring('ignoreStarted', 'ExecutionAlreadyExists') : ''}`,
      lines: [
        `await sfn.send(new StartExecutionCommand({ stateMachineArn: ${text(`arn:aws:states:us-east-1:123456789012:stateMachine:${name}`)}, input: JSON.stringify({ id, SequenceNumber })${isNamed ? ', name: SequenceNumber' : ''} }))${isNamed ? '.catch(ignoreStarted)' : ''};`,
      ],
    };
  },
  EventBridge: (_, { name }) => ({
    needs: { '@aws-sdk/client-eventbridge': ['EventBridgeClient', 'PutEventsCommand'] },
    client: 'const bus = new EventBridgeClient({});',
    lines: [
      `const Detail = JSON.stringify({ id, SequenceNumber, NewImage });`,
      `await bus.send(new PutEventsCommand({ Entries: [{ EventBusName: ${text(name)}, Source: 'handler', DetailType: eventName, Detail }] }));`,
    ],
  }),
};

const IGNORE_OLDER = `
// What is there is as new or newer: nothing is to be done.
const ignoreOlder = (error) => {
  if (error.$metadata?.httpStatusCode !== 409 && error.statusCode !== 409) throw error;
};`;

const ignoring = (name: string, error: string): string => `
const ${name} = (error) => {
  if (error.name !== '${error}') throw error;
};`;

/** A whole `index.js`. @param effects in the order in which they are carried out. */
export function inJavaScript(
  effects: readonly EffectDefinition[],
  targets: readonly TargetDefinition[],
): string {
  const needs = new Map<string, Set<string>>();
  const clients = new Set<string>();
  const lines: string[] = [];
  for (const effect of effects) {
    const target = targets.find(({ id }) => id === effect.target);
    const written = target && WRITERS[target.kind]?.(effect, target);
    if (!written) continue;
    for (const [from, names] of Object.entries(written.needs)) {
      const known = needs.get(from) ?? new Set();
      for (const name of names) known.add(name);
      needs.set(from, known);
    }
    if (written.client !== '') clients.add(written.client);
    lines.push('', `    // ${effect.do}: ${target.name}`, ...written.lines.map((l) => `    ${l}`));
  }
  if (lines.length === 0) lines.push('', '    console.log(eventName, id);');
  return `${[...needs].map(([from, names]) => `const { ${[...names].join(', ')} } = require('${from}');`).join('\n')}
${[...clients].join('\n')}

exports.handler = async (event) => {
  for (const record of event.Records) {
    const { eventName, dynamodb } = record;
    const { Keys, NewImage, SequenceNumber } = dynamodb;
    const id = Object.values(Keys).map((key) => Object.values(key)[0]).join('#');
${lines.slice(1).join('\n')}
  }
};
`.trimStart();
}
