import { expect, it } from 'vitest';
import type { EffectDefinition, SimulationDefinition } from '../../engine/definition.ts';
import { instant } from '../../engine/kernel/time.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  someTraffic,
} from '../../engine/testing/definitions.ts';
import { openWithCode } from '../../runtime/codeHost.ts';
import { effectsAsCode } from './effectsAsCode.ts';

const KINDS = ['OpenSearch', 'S3', 'SNS', 'SES', 'SQS', 'StepFunctions', 'EventBridge'] as const;

const targets = [
  ...KINDS.map((kind) => ({ id: kind as string, name: kind.toLowerCase(), kind })),
  { id: 'First', name: 'first', kind: 'SNS' as const },
  { id: 'Last', name: 'last', kind: 'SQS' as const },
];

const effects: EffectDefinition[] = [
  { do: 'IndexDocuments', target: 'OpenSearch', idempotency: 'ExternalVersion' },
  { do: 'AuditLog', target: 'S3', idempotency: 'ConditionalWrite' },
  { do: 'Notify', target: 'SNS', idempotency: 'None' },
  { do: 'Notify', target: 'SES', idempotency: 'None' },
  { do: 'Notify', target: 'First', idempotency: 'Marker' },
  { do: 'Enqueue', target: 'Last', idempotency: 'MarkerAfter' },
  { do: 'Enqueue', target: 'SQS', idempotency: 'FifoDeduplication' },
  { do: 'StartExecution', target: 'StepFunctions', idempotency: 'ExecutionName' },
  { do: 'PublishEvents', target: 'EventBridge', idempotency: 'None' },
];

async function doneBy(fn: Partial<Parameters<typeof aFunction>[0]>): Promise<unknown> {
  const definition: SimulationDefinition = aDefinition({
    functions: [aFunction({ durationMs: { p50: 20, p99: 20 }, timeoutMs: 60_000, ...fn })],
    eventSourceMappings: [aMapping({ batchSize: 5 })],
    tables: [aTable(), aTable({ id: 'markers', name: 'markers' })],
    targets,
    traffic: [someTraffic({ perSecond: 1, forMs: 10_000 })],
  });
  const simulation = await openWithCode(definition);
  simulation.runUntil(instant(120e6));
  return simulation.world.state.targets.map(({ id, size, effects: done, repeatedEffects }) => [
    id,
    size,
    done,
    repeatedEffects,
  ]);
}

it.each(['JavaScript', 'Python'] as const)(
  '[H12] built-in effects and the %s that they are shown as do the same',
  async (language) => {
    const shown = effectsAsCode(
      aDefinition({ functions: [aFunction({ effects })], targets }),
      'Processor',
      language,
    );
    const done = await doneBy({ code: shown });
    expect(done).toContainEqual(['SES', 9, 9, 0]);
    expect(done).toEqual(await doneBy({ effects }));
  },
  60_000,
);
