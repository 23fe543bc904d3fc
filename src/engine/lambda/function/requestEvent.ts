/**
 * What a function is given with a request: the caller's payload, an EventBridge event, a pipe's records,
 * or the records that an on-failure document points at; and the changes that it is about.
 *
 * Rules: [F10] Invoke, [D22] functions of rules, [E50] enrichment, [E45] redrive.
 */
import { RequestOrigin, type World } from '../../world.ts';
import { busEvent } from '../events/busEvent.ts';
import { changesOfInvocation, pipeRecords } from '../events/enrichment.ts';
import { changesToRedrive, recordsToRedrive } from '../mapping/redriveRecords.ts';

/** The payload of an Invoke, as JSON; an empty object where there is none. */
export function payloadOf(input: Readonly<Record<string, unknown>>): unknown {
  const { Payload } = input;
  return typeof Payload === 'string' && Payload !== '' ? (JSON.parse(Payload) as unknown) : {};
}

export function requestEvent(world: World, request: number): unknown {
  const by = world.requests.by.get(request);
  switch (world.requests.origin.get(request)) {
    case RequestOrigin.rule:
      return busEvent(world, by);
    case RequestOrigin.enrichment:
      return pipeRecords(world, by);
    case RequestOrigin.redrive:
      return recordsToRedrive(world, by);
    default:
      return payloadOf(world.commands.get(by).input);
  }
}

/** The changes that the function's effects are carried out for, in order. A caller's payload has none. */
export function requestChanges(world: World, request: number): number[] {
  const by = world.requests.by.get(request);
  switch (world.requests.origin.get(request)) {
    case RequestOrigin.rule:
      return [world.effects.change.get(by)];
    case RequestOrigin.enrichment:
      return changesOfInvocation(world, by);
    case RequestOrigin.redrive:
      return changesToRedrive(world, by);
    default:
      return [];
  }
}
