import { expect, it } from 'vitest';
import { openSimulation } from '../index.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  atSeconds,
  Entry,
  entriesOf,
  put,
  startFault,
} from '../testing/definitions.ts';

const sender = aFunction({
  id: 'Pipe',
  name: 'orders-pipe',
  effects: [{ do: 'PublishEvents', target: 'Bus', idempotency: 'None' }],
  pipe: { detailType: 'Changed' },
});

const rule = (id: string, pattern: object, enabled = true) => ({
  id,
  name: id,
  bus: 'Bus',
  pattern: JSON.stringify(pattern),
  enabled,
  targets: ['Queue'],
});

it('[D20] [D21] rules take the events that match, those of their own bus, while they are enabled', async () => {
  const simulation = await openSimulation(
    aDefinition({
      tables: [aTable()],
      functions: [sender],
      eventSourceMappings: [aMapping({ id: 'Pipe', function: 'Pipe', pipe: { id: 'Pipe' } })],
      targets: [
        { id: 'Bus', name: 'bus', kind: 'EventBridge' },
        { id: 'Queue', name: 'queue', kind: 'SQS' },
      ],
      eventRules: [
        rule('Named', { source: ['Pipe orders-pipe'], 'detail-type': ['Changed'] }),
        rule('Inserts', { detail: { eventName: ['INSERT'] } }),
        rule('Other', { source: ['shop'] }),
        rule('Off', { source: [{ prefix: '' }] }, false),
        { ...rule('Elsewhere', { source: [{ prefix: '' }] }), bus: 'Queue' },
      ],
    }),
  );
  simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
  simulation.submit(put({ id: { S: 'a' }, n: { N: '1' } }), atSeconds(5));
  simulation.runUntil(atSeconds(10));
  const { state } = simulation.world;
  expect(state.eventRules.map(({ matched }) => matched)).toEqual([2, 1, 0, 0, 0]);
  expect(state.targets[1]!.size).toBe(3);
  expect(entriesOf(simulation.world, Entry.eventRouted)).toHaveLength(3);
});

it('[E50] a pipe whose enrichment fails sends nothing', async () => {
  const simulation = await openSimulation(
    aDefinition({
      functions: [sender, aFunction({ id: 'Enricher', name: 'Enricher' })],
      eventSourceMappings: [
        aMapping({ id: 'Pipe', function: 'Pipe', pipe: { id: 'Pipe', enrichment: 'Enricher' } }),
      ],
      targets: [{ id: 'Bus', name: 'bus', kind: 'EventBridge' }],
    }),
  );
  simulation.submit(startFault({ kind: 'Error', target: 'Enricher' }));
  simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
  simulation.runUntil(atSeconds(20));
  expect(simulation.world.state.targets[0]!.size).toBe(0);
  expect(simulation.world.state.mappings[0]!.meters.failed).toBeGreaterThan(2);
});
