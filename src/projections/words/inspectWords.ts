/** Words of the inspector that are not AWS's field names. */
import { countOf } from '../spanText.ts';

export const inspectWords = {
  kinds: {
    record: 'RECORD',
    item: 'ITEM',
    write: 'WRITE',
    table: 'TABLE',
    partition: 'PARTITION',
    stream: 'STREAM',
    kinesisStream: 'KINESIS STREAM',
    shard: 'SHARD',
    function: 'FUNCTION',
    mapping: 'EVENT SOURCE MAPPING',
    batch: 'BATCH',
    pipe: 'EVENTBRIDGE PIPE',
    alarm: 'CLOUDWATCH ALARM',
    poller: 'POLLING SCAN',
  },
  targetKinds: {
    OpenSearch: 'OPENSEARCH INDEX',
    S3: 'S3 BUCKET',
    SNS: 'SNS TOPIC',
    SES: 'SES IDENTITY',
    SQS: 'SQS QUEUE',
    Logs: 'LOG GROUP',
    Table: 'TABLE',
    StepFunctions: 'STATE MACHINE',
    EventBridge: 'EVENT BUS',
    Redshift: 'WORKGROUP',
  } as Record<string, string>,
  effectKinds: {
    OpenSearch: 'DOCUMENT',
    S3: 'OBJECT',
    SNS: 'MESSAGE',
    SES: 'E-MAIL',
    SQS: 'MESSAGE',
    Logs: 'LOG EVENT',
    Table: 'UPDATE',
    StepFunctions: 'EXECUTION',
    EventBridge: 'EVENT',
    Redshift: 'ROW',
  } as Record<string, string>,

  theItem: (label: string): string => `the item ${label}`,
  theShard: (label: string): string => label,
  theStream: (name: string): string => `the stream of ${name}`,
  theKinesisStream: (name: string): string => `the data stream ${name}`,
  theTable: (name: string): string => `the table ${name}`,
  theFunction: (name: string): string => `the function ${name}`,
  theMapping: (name: string): string => `its event source mapping, ${name}`,
  theRecord: (kind: string, label: string): string => `the ${kind} of ${label}`,
  theParent: (label: string): string => `its parent, ${label}`,
  theChild: (label: string): string => `its child, ${label}`,
  theTarget: (name: string): string => name,

  batch: (records: number, attempt: number): string =>
    `${countOf(records, 'record')}${attempt > 1 ? `, attempt ${attempt}` : ''}`,
  attemptSent: (attempt: number): string =>
    attempt > 1 ? `Attempt ${attempt} sent to the function` : 'Sent to the function',
  /** By `BarOutcome`. */
  attemptEnded: [
    'Under way',
    'Succeeded: the checkpoint moves on',
    'Failed: nothing of it is done with',
    'Failed in part: it goes on from the first record that failed',
    'Timed out: nothing of it is done with',
  ],

  heal: (item: string): string => `Heal ${item || 'the poisoned items'}: the next attempt succeeds`,
  stopError: (fn: string): string => `Mend ${fn}: the next attempt succeeds`,
  stopCrash: (fn: string): string => `Let ${fn} crash no more`,
  stopSlow: (fn: string): string => `Let ${fn} be as fast as before`,
  stopHanging: (fn: string): string => `Let ${fn} answer again`,
  stopThrottle: (fn: string): string => `Give ${fn} its concurrency back`,
  makeAvailable: (target: string): string => `Make ${target} available again`,
  retries: (n: number): string =>
    `Maximum retries ${n}: skipped after ${countOf(n + 1, 'attempt')}`,
  maximumAge: (s: number): string => `Maximum record age ${s} s: skipped when older`,
  bisect: (splits: number, retries: number): string =>
    `Bisect on error, maximum retries ${retries}: isolated in ${countOf(splits, 'split')}, then skipped`,
  largerBatch: (n: number): string => `Batch size ${n}: more records with each invocation`,
  noWindow: 'No batching window: each batch goes out at once',

  notThere: 'not there at this instant',
};
