/**
 * Carries out a sequence of calls at the front door and notes what was answered, what the function
 * logged and what a queue or a bucket was told: everything that a case recorded from AWS shows.
 */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { Entry } from '../../engine/kernel/journal.ts';
import { eventOf } from '../../engine/lambda/events/event.ts';
import { eventRecord, type KinesisEventRecord } from '../../engine/lambda/events/eventRecord.ts';
import type { FunctionHandler } from '../../engine/lambda/function/handler.ts';
import { onFailureDocument } from '../../engine/lambda/mapping/onFailureDocument.ts';
import { entriesOf } from '../../engine/testing/definitions.ts';
import type { World } from '../../engine/world.ts';
import { base64Bytes } from '../lambda/base64.ts';
import { type LabDoor, labDoor, type Output } from './labDoor.ts';

/** `$name` in an input is a text that an earlier answer told: `$stream`, `$mapping`, `$iterator`. */
export type Step =
  | { call: string; input: object }
  | { wait: number }
  /** Until the table or the mapping that was made last is ready. */
  | { until: 'ACTIVE' | 'Enabled' }
  /** The events that the function was given so far, the documents at on-failure destinations, or what a
   * table sent to its data stream. */
  | { read: 'log' | 'messages' | 'dataStream' };

/** What was seen: the call's name or what was read, and the answer without its wire. */
export interface Seen {
  what: string;
  answer: unknown;
  statusCode: number;
}

/** Called `Function`; what it is given comes into the log. */
export interface SequenceLab {
  handler: FunctionHandler;
  more?: Partial<SimulationDefinition>;
}

export async function carryOut(
  steps: readonly Step[],
  { handler, more }: SequenceLab,
): Promise<{ seen: Seen[]; lab: LabDoor }> {
  const definition = { accountId: '111111111111', tables: [], ...more };
  const lab = await labDoor(definition, { Function: handler });
  const known: Record<string, string> = {};
  const seen: Seen[] = [];
  for (const step of steps) {
    if ('wait' in step) lab.wait(step.wait);
    else if ('until' in step) waitFor(lab, step.until, known);
    else if ('read' in step) seen.push(readBack(lab, step.read));
    else seen.push(callNow(lab, step.call, step.input, known));
  }
  return { seen, lab };
}

function callNow(lab: LabDoor, call: string, input: object, known: Record<string, string>): Seen {
  const text = JSON.stringify(input).replace(/\$([a-z]+)/g, (whole, name) => known[name] ?? whole);
  const answer = lab.answer(call, JSON.parse(text));
  if (!answer.ok) {
    const { name, message, statusCode, extra } = answer.error;
    const refused = { Error: { Code: name, Message: message }, message, ...extra };
    return { what: call, answer: refused, statusCode };
  }
  learn(answer.output, known);
  return { what: call, answer: answer.output, statusCode: answer.statusCode };
}

function learn(output: Output, known: Record<string, string>): void {
  const { TableDescription, UUID, ShardIterator, StreamDescription } = output;
  if (TableDescription?.TableName) known.table = TableDescription.TableName;
  if (TableDescription?.LatestStreamArn) known.stream = TableDescription.LatestStreamArn;
  if (UUID) known.mapping = UUID;
  if (ShardIterator) known.iterator = ShardIterator;
  if (StreamDescription) known.shard = StreamDescription.Shards[0].ShardId;
}

function waitFor(lab: LabDoor, state: 'ACTIVE' | 'Enabled', known: Record<string, string>): void {
  const stateNow = () =>
    state === 'ACTIVE'
      ? lab.ask('dynamodb:DescribeTable', { TableName: known.table }).Table.TableStatus
      : lab.ask('lambda:GetEventSourceMapping', { UUID: known.mapping }).State;
  for (let tries = 0; stateNow() !== state; tries++) {
    if (tries === 100) throw new Error(`It is ${stateNow()} and not ${state}.`);
    lab.wait(1);
  }
}

function readBack(lab: LabDoor, what: 'log' | 'messages' | 'dataStream'): Seen {
  const { world } = lab.simulation;
  if (what === 'dataStream') return { what, answer: dataStreamRecords(world), statusCode: 200 };
  if (what === 'log') {
    const begun = entriesOf(world, Entry.invocationStarted);
    return { what, answer: begun.map(({ a }) => eventOf(world, a)), statusCode: 200 };
  }
  const documents = Array.from({ length: world.onFailures.at.length }, (_, row) => ({
    Body: onFailureDocument(world, row),
  }));
  return { what, answer: { Messages: documents }, statusCode: 200 };
}

/** Every record of every data stream, as Kinesis' GetRecords would give it. */
function dataStreamRecords(world: World): object[] {
  const { kinesisRecords } = world;
  return Array.from({ length: kinesisRecords.at.length }, (_, row) => {
    const place = [kinesisRecords.shard.get(row), kinesisRecords.ordinal.get(row)] as const;
    const { kinesis } = eventRecord(world, ...place) as KinesisEventRecord;
    return {
      SequenceNumber: kinesis.sequenceNumber,
      ApproximateArrivalTimestamp: kinesis.approximateArrivalTimestamp,
      Data: new TextDecoder().decode(base64Bytes(kinesis.data)),
      PartitionKey: kinesis.partitionKey,
    };
  });
}
