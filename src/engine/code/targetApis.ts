/**
 * The APIs of what functions write to, as far as handlers call them: objects, messages, mails,
 * executions, events and documents. A call is one thing done to one target, or a list of such.
 *
 * Left out: reading queues, listing, policies, everything that only administrates.
 * Rules: [H11] which calls there are.
 */
import type { TargetKind } from '../definition.ts';

/** One thing that a call does to its target. */
export interface Part {
  /** How the caller names the target: a name, an ARN, a URL. */
  target: string;
  do: 'put' | 'create' | 'add' | 'delete' | 'read';
  /** What it is called there; null where each call makes a new thing. */
  key: string | null;
  /** External version of a document. */
  version?: number;
  /** A thing of this key is not accepted again within five minutes. */
  deduplication?: string;
}

type Input = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): Input[] => (Array.isArray(value) ? (value as Input[]) : []);

function object(what: Part['do']) {
  return (input: Input): Part[] => {
    const isConditional = what === 'put' && input.IfNoneMatch === '*';
    const done = isConditional ? 'create' : what;
    return [{ target: text(input.Bucket), do: done, key: text(input.Key) }];
  };
}

function message(target: string, input: Input, body: unknown): Part {
  const isFifo = target.endsWith('.fifo');
  const id = text(input.MessageDeduplicationId) || (isFifo ? text(body) : '');
  return { target, do: 'add', key: null, ...(id !== '' && { deduplication: id }) };
}

const mail =
  (from: string) =>
  (input: Input): Part[] => [{ target: text(input[from]), do: 'add', key: null }];

function document(what: Part['do']) {
  return (input: Input): Part[] => {
    const external = /^external/u.test(text(input.version_type));
    const version = external ? Number(input.version) : undefined;
    const isCreate = what === 'put' && input.op_type === 'create';
    return [
      {
        target: text(input.domain),
        do: isCreate ? 'create' : what,
        key: `${text(input.index)}/${String(input.id ?? '')}`,
        ...(version !== undefined && Number.isFinite(version) && { version }),
      },
    ];
  };
}

interface TargetApi {
  kind: TargetKind;
  operations: Readonly<Record<string, (input: Input) => Part[]>>;
}

/** By AWS's endpoint prefix. */
export const TARGET_APIS: Readonly<Record<string, TargetApi>> = {
  s3: {
    kind: 'S3',
    operations: {
      PutObject: object('put'),
      DeleteObject: object('delete'),
      GetObject: object('read'),
      HeadObject: object('read'),
    },
  },
  sqs: {
    kind: 'SQS',
    operations: {
      SendMessage: (input) => [message(text(input.QueueUrl), input, input.MessageBody)],
      SendMessageBatch: (input) =>
        list(input.Entries).map((one) => message(text(input.QueueUrl), one, one.MessageBody)),
    },
  },
  sns: {
    kind: 'SNS',
    operations: {
      Publish: (input) => [message(text(input.TopicArn), input, input.Message)],
      PublishBatch: (input) =>
        list(input.PublishBatchRequestEntries).map((one) =>
          message(text(input.TopicArn), one, one.Message),
        ),
    },
  },
  ses: { kind: 'SES', operations: { SendEmail: mail('Source') } },
  sesv2: { kind: 'SES', operations: { SendEmail: mail('FromEmailAddress') } },
  states: {
    kind: 'StepFunctions',
    operations: {
      StartExecution: ({ stateMachineArn, name }) => [
        { target: text(stateMachineArn), do: 'create', key: text(name) || null },
      ],
    },
  },
  events: {
    kind: 'EventBridge',
    operations: {
      PutEvents: (input) =>
        list(input.Entries).map((one) => ({
          target: text(one.EventBusName) || 'default',
          do: 'add',
          key: null,
        })),
    },
  },
  opensearch: {
    kind: 'OpenSearch',
    operations: {
      Index: document('put'),
      Create: document('create'),
      Delete: document('delete'),
      Get: document('read'),
    },
  },
};
