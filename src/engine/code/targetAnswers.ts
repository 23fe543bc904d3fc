/** What the APIs of targets answer, in AWS's own members. */

import { isoText } from '../kernel/isoText.ts';
import { EffectOutcome } from '../kernel/journal.ts';
import { epochMs } from '../kernel/time.ts';
import type { World } from '../world.ts';
import { nameRow } from './names.ts';
import type { Part } from './targetApis.ts';
import type { TargetAnswer } from './targetCalls.ts';

export function targetError(name: string, message: string, statusCode = 400): TargetAnswer {
  return { ok: false, error: { name, message, statusCode } };
}

interface Done {
  service: string;
  operation: string;
  input: string;
  /** A number that is this call's own. */
  id: number;
  parts: readonly Part[];
  outcomes: readonly number[];
}

const hex = (value: number, digits: number): string =>
  (value >>> 0).toString(16).padStart(8, '0').repeat(4).slice(0, digits);

const uuid = (id: number): string =>
  `${hex(id, 8)}-${hex(id ^ 0x5bd1, 4)}-4${hex(id ^ 0x1b87, 3)}-8${hex(id ^ 0x9e37, 3)}-${hex(Math.imul(id, 0x85eb), 12)}`;

/** The answer to a call whose parts have been done. */
export function targetOutput(world: World, done: Done): TargetAnswer {
  const { service, operation, id } = done;
  const input = JSON.parse(done.input) as Record<string, unknown>;
  const [outcome] = done.outcomes;
  const MessageId = uuid(id);
  switch (service) {
    case 's3':
      if (outcome === EffectOutcome.stale) {
        const message = 'At least one of the pre-conditions you specified did not hold';
        return targetError('PreconditionFailed', message, 412);
      }
      return operation === 'PutObject' || operation === 'DeleteObject'
        ? { ok: true, output: operation === 'PutObject' ? { ETag: `"${hex(id, 32)}"` } : {} }
        : readObject(world, done.parts[0]!, operation);
    case 'sqs':
    case 'sns': {
      const entries = (input.Entries ?? input.PublishBatchRequestEntries) as
        | { Id?: string }[]
        | undefined;
      if (!entries) return { ok: true, output: { MessageId } };
      const Successful = entries.map((one, i) => ({ Id: one.Id, MessageId: uuid(id + i) }));
      return { ok: true, output: { Successful, Failed: [] } };
    }
    case 'states': {
      if (outcome === EffectOutcome.stale) {
        return targetError(
          'ExecutionAlreadyExists',
          `Execution Already Exists: '${String(input.name)}'`,
        );
      }
      const name = String(input.name ?? MessageId);
      const arn = String(input.stateMachineArn).replace(':stateMachine:', ':execution:');
      const startDate = isoText(epochMs(world.definition.startAtMs, world.now));
      return { ok: true, output: { executionArn: `${arn}:${name}`, startDate } };
    }
    case 'events':
      return {
        ok: true,
        output: {
          FailedEntryCount: 0,
          Entries: done.parts.map((_, i) => ({ EventId: uuid(id + i) })),
        },
      };
    case 'opensearch':
      return documentAnswer(world, done, input);
    default:
      return { ok: true, output: { MessageId } };
  }
}

function readObject(world: World, part: Part, operation: string): TargetAnswer {
  const { latestByName, calls } = world.code;
  const target = world.state.targets.findIndex(({ name, id }) => [name, id].includes(part.target));
  const latest = latestByName.get(nameRow(world, target, part.key ?? ''));
  if (latest <= 0) return targetError('NoSuchKey', 'The specified key does not exist.', 404);
  const { Body = '' } = JSON.parse(calls.get(latest - 1).input) as { Body?: string };
  const ContentLength = Body.length;
  return {
    ok: true,
    output: operation === 'GetObject' ? { Body, ContentLength } : { ContentLength },
  };
}

function documentAnswer(world: World, done: Done, input: Record<string, unknown>): TargetAnswer {
  const { index: _index, id: _id } = input;
  const [outcome] = done.outcomes;
  if (done.operation === 'Get') {
    const target = world.state.targets.findIndex(({ kind }) => kind === 'OpenSearch');
    const latest = world.code.latestByName.get(nameRow(world, target, done.parts[0]!.key ?? ''));
    if (latest <= 0) return targetError('ResponseError', 'not_found', 404);
    const { body } = JSON.parse(world.code.calls.get(latest - 1).input) as { body?: unknown };
    return { ok: true, output: { _index, _id, found: true, _source: body } };
  }
  if (outcome === EffectOutcome.stale) {
    const message = `version_conflict_engine_exception: [${String(_id)}]: version conflict`;
    return targetError('ResponseError', message, 409);
  }
  const result =
    outcome === EffectOutcome.deleted
      ? 'deleted'
      : outcome === EffectOutcome.updated
        ? 'updated'
        : 'created';
  return { ok: true, output: { _index, _id, result, _version: input.version ?? 1 } };
}
