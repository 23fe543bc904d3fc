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

it('[H12] the JavaScript that is shown runs, whatever stands beside it', async () => {
  const sent: string[] = [];
  const made = (name: string) =>
    class {
      name = name;
      async send(command: { name: string }) {
        sent.push(command.name);
        return {};
      }
      async index() {
        sent.push('index');
      }
    };
  const sdk = new Proxy({}, { get: (_, name) => made(String(name)) });
  const pair = (kind: 'Table' | 'S3' | 'OpenSearch') =>
    ['One', 'Other'].map((id) => ({ id: kind + id, name: kind + id, kind }));
  const twice: EffectDefinition[] = [
    { do: 'Replicate', target: 'TableOne', idempotency: 'None' },
    { do: 'Replicate', target: 'TableOther', idempotency: 'ConditionalWrite' },
    { do: 'AuditLog', target: 'S3One', idempotency: 'None' },
    { do: 'AuditLog', target: 'S3Other', idempotency: 'ConditionalWrite' },
    { do: 'IndexDocuments', target: 'OpenSearchOne', idempotency: 'None' },
    { do: 'IndexDocuments', target: 'OpenSearchOther', idempotency: 'ExternalVersion' },
    { do: 'IndexDocuments', target: 'OpenSearchOther', idempotency: 'ExternalVersion' },
    { do: 'Notify', target: 'SES', idempotency: 'None' },
    { do: 'Notify', target: 'SES', idempotency: 'None' },
    { do: 'PublishEvents', target: 'EventBridge', idempotency: 'None' },
    { do: 'PublishEvents', target: 'EventBridge', idempotency: 'None' },
    { do: 'Enqueue', target: 'Last', idempotency: 'Marker' },
  ];
  const definition = aDefinition({
    functions: [aFunction({ effects: twice })],
    targets: [...targets, ...pair('Table'), ...pair('S3'), ...pair('OpenSearch')],
  });
  const shown = effectsAsCode(definition, 'Processor', 'JavaScript').files['index.js']!;
  const exported: { handler?: (event: unknown) => Promise<void> } = {};
  new Function('exports', 'require', shown)(exported, () => sdk);
  const dynamodb = { Keys: { id: { S: 'a' } }, SequenceNumber: '100000000000000000001' };
  await exported.handler!({ Records: [{ eventName: 'INSERT', dynamodb }] });
  expect(sent).toEqual([
    ...['PutItemCommand', 'PutItemCommand', 'PutObjectCommand', 'PutObjectCommand'],
    ...['index', 'index', 'index', 'SendEmailCommand', 'SendEmailCommand'],
    ...['PutEventsCommand', 'PutEventsCommand', 'PutItemCommand', 'SendMessageCommand'],
  ]);
});
