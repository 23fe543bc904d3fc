/** The event that a function is given: the records of its batch in AWS's shape. */
import type { World } from '../../world.ts';
import { recordsOfInvocation } from '../mapping/batch.ts';
import { type WindowMembers, windowMembers } from '../mapping/tumblingWindow.ts';
import { type DynamoDbEventRecord, eventRecord, type KinesisEventRecord } from './eventRecord.ts';

export interface LambdaEvent {
  Records: (DynamoDbEventRecord | KinesisEventRecord)[];
}

/** With tumbling windows the event has these members too. */
export type WindowEvent = LambdaEvent & Partial<WindowMembers>;

/** The event of an invocation. */
export function eventOf(world: World, invocation: number): WindowEvent {
  const consumer = world.state.consumers[world.invocations.consumer.get(invocation)]!;
  const { shard } = consumer;
  // A window's state is kept no longer than until the next batch.
  const tumbling = consumer.invocation === invocation ? windowMembers(world, consumer) : null;
  return {
    Records: recordsOfInvocation(world, invocation).map((ordinal) =>
      eventRecord(world, shard, ordinal),
    ),
    ...tumbling,
  };
}
