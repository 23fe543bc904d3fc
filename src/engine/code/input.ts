/** What a handler is given, made again from the logs whenever it is needed. */

import { eventRecord } from '../lambda/events/eventRecord.ts';
import { requestEvent } from '../lambda/function/requestEvent.ts';
import { recordsOfInvocation } from '../lambda/mapping/batch.ts';
import { windowMembers } from '../lambda/mapping/tumblingWindow.ts';
import type { EnvironmentEvent } from '../logs.ts';
import type { RunningInvocation, World } from '../world.ts';

type Begin = Extract<EnvironmentEvent, { kind: 'begin' }>;

/** What has to be kept so that an invocation's event can be made again. */
export function inputOf(
  world: World,
  run: RunningInvocation,
): Pick<Begin, 'shard' | 'ordinals' | 'window' | 'payload'> {
  if (run.invocation < 0) {
    const payload = JSON.stringify(requestEvent(world, -1 - run.invocation));
    return { shard: -1, ordinals: [], window: '', payload };
  }
  const consumer = world.state.consumers[world.invocations.consumer.get(run.invocation)]!;
  const members = consumer.invocation === run.invocation ? windowMembers(world, consumer) : null;
  return {
    shard: consumer.shard,
    ordinals: recordsOfInvocation(world, run.invocation),
    window: members ? JSON.stringify(members) : '',
    payload: null,
  };
}

/** The event as JSON text. */
export function eventText(world: World, begin: Begin): string {
  if (begin.payload !== null) return begin.payload;
  const Records = begin.ordinals.map((ordinal) => eventRecord(world, begin.shard, ordinal));
  const members = begin.window === '' ? {} : (JSON.parse(begin.window) as object);
  return JSON.stringify({ Records, ...members });
}
