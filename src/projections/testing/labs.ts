/** Simulations for tests of the projections: a small lab of orders, and the built-in labs. */
import type { SimulationDefinition, TargetKind } from '../../engine/definition.ts';
import { openSimulation, type Simulation } from '../../engine/index.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  someTraffic,
} from '../../engine/testing/definitions.ts';
import { builtInLab } from '../../lab/builtIn/index.ts';
import { readLab } from '../../lab/readLab.ts';

const target = (id: string, kind: TargetKind) => ({ id, name: id.toLowerCase(), kind });

/** Orders with a stream, one function with an index and a mailbox, and a scan every ten seconds. */
export const ordersDefinition = (more: Partial<SimulationDefinition> = {}): SimulationDefinition =>
  aDefinition({
    tables: [aTable({ items: [{ id: { S: 'archive#1' } }] })],
    functions: [
      aFunction({
        effects: [
          { do: 'IndexDocuments', target: 'Products', idempotency: 'ExternalVersion' },
          { do: 'Notify', target: 'Mail', idempotency: 'None' },
        ],
      }),
    ],
    eventSourceMappings: [aMapping({ batchSize: 10 })],
    targets: [target('Products', 'OpenSearch'), target('Mail', 'SES')],
    pollers: [
      {
        id: 'Scan',
        table: 'Orders',
        everyMs: 10_000,
        watermark: 'updated_at',
        consistentRead: false,
      },
    ],
    traffic: [someTraffic()],
    ...more,
  });

/** The same with a Kinesis data stream beside the stream, read by a function that only logs. */
export const kinesisDefinition = (
  more: Partial<SimulationDefinition> = {},
): SimulationDefinition => {
  const base = ordersDefinition();
  return {
    ...base,
    tables: [aTable({ kinesisDestination: { stream: 'Changes', precision: 'MICROSECOND' } })],
    kinesisStreams: [{ id: 'Changes', name: 'changes', shardCount: 2, retentionHours: 24 }],
    functions: [...base.functions, aFunction({ id: 'Reader', name: 'Reader' })],
    eventSourceMappings: [
      ...base.eventSourceMappings,
      aMapping({
        id: 'Reader',
        function: 'Reader',
        source: 'Changes',
        sourceKind: 'KinesisStream',
      }),
    ],
    ...more,
  };
};

export const openOrders = (more: Partial<SimulationDefinition> = {}): Promise<Simulation> =>
  openSimulation(ordersDefinition(more));

/** A built-in lab by its id. */
export function openBuiltIn(id: string): Promise<Simulation> {
  const reading = readLab(builtInLab(id)!.text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return openSimulation(reading.definition);
}
