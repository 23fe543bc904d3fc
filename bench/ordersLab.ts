import type { SimulationDefinition } from '../src/engine/definition.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  someTraffic,
} from '../src/engine/testing/definitions.ts';

/** The orders lab under load: stream, function, three targets and the polling scan. */
export function ordersLab({ writesPerSecond }: { writesPerSecond: number }): SimulationDefinition {
  return aDefinition({
    seed: 7,
    functions: [
      aFunction({
        effects: [
          { do: 'IndexDocuments', target: 'ProductIndex', idempotency: 'ExternalVersion' },
          { do: 'AuditLog', target: 'AuditBucket', idempotency: 'None' },
          { do: 'Notify', target: 'Confirmations', idempotency: 'None' },
        ],
      }),
    ],
    eventSourceMappings: [aMapping()],
    targets: [
      { id: 'ProductIndex', name: 'products', kind: 'OpenSearch' },
      { id: 'AuditBucket', name: 'audit-log', kind: 'S3' },
      { id: 'Confirmations', name: 'confirmations', kind: 'SES' },
    ],
    pollers: [
      {
        id: 'Scan',
        table: 'Orders',
        everyMs: 30_000,
        watermark: 'updated_at',
        consistentRead: false,
      },
    ],
    traffic: [
      someTraffic({
        perSecond: writesPerSecond,
        arrival: 'Poisson',
        keys: {
          count: 500,
          distribution: 'Uniform',
          prefix: 'order#',
          skew: 1,
          share: 0.5,
          hotKeys: 1,
        },
        itemBytes: 400,
      }),
    ],
  });
}
