import { expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  put,
} from '../../engine/testing/definitions.ts';
import { makeScene } from '../scene/makeScene.ts';

it('calls a target complete only when no change is on its way to it', async () => {
  const simulation = await openSimulation(
    aDefinition({
      functions: [
        aFunction({ effects: [{ do: 'AuditLog', target: 'Audit', idempotency: 'None' }] }),
      ],
      eventSourceMappings: [aMapping()],
      targets: [{ id: 'Audit', name: 'audit', kind: 'S3' }],
    }),
  );
  const status = () => {
    const card = makeScene(simulation.world).cards.find((one) => one.type === 'target');
    return card?.type === 'target' ? card.status : null;
  };
  simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
  simulation.runUntil(atSeconds(5));
  expect(status()).toBe('complete');
  simulation.submit(put({ id: { S: 'b' } }));
  simulation.runUntil(atSeconds(5.05));
  expect(status()).toBe('1 on the way');
  simulation.runUntil(atSeconds(10));
  expect(status()).toBe('complete');
});

it('says of what a function wrote before it got other code that it is fed by no mapping', async () => {
  const simulation = await openSimulation(
    aDefinition({
      functions: [
        aFunction({ effects: [{ do: 'AuditLog', target: 'Audit', idempotency: 'None' }] }),
      ],
      eventSourceMappings: [aMapping()],
      targets: [{ id: 'Audit', name: 'audit', kind: 'S3' }],
    }),
  );
  simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
  simulation.runUntil(atSeconds(5));
  const code = { runtime: 'nodejs24.x', handler: 'index.handler', files: { 'index.js': '' } };
  simulation.submit({ call: 'shardscope:SaveCode', input: { function: 'Processor', code } });
  const card = makeScene(simulation.world).cards.find((one) => one.type === 'target');
  expect(card).toMatchObject({ line: '1 object', status: 'fed by no mapping', tone: 'plain' });
});
