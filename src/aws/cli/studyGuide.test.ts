import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { seconds } from '../../engine/kernel/time.ts';
import { aDefinition, aFunction, aTable, atSeconds } from '../../engine/testing/definitions.ts';
import { createDoor } from '../door.ts';
import { runCli } from './runCli.ts';

const START_AT_MS = Date.UTC(2025, 5, 15);
const UPDATE =
  'aws dynamodb update-table --table-name Orders --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES';
const MAP =
  'aws lambda create-event-source-mapping --function-name OrderProcessor --event-source-arn arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2025-06-15T00:00:00.000 --starting-position LATEST --batch-size 100';

async function studyGuide() {
  const { stream: _, ...table } = aTable();
  const simulation = await openSimulation(
    aDefinition({
      startAtMs: START_AT_MS,
      tables: [table],
      functions: [aFunction({ id: 'OrderProcessor', name: 'OrderProcessor' })],
    }),
  );
  const { call } = createDoor(simulation);
  const run = async (line: string): Promise<string> => {
    const { ok, text } = await runCli(line, call);
    if (!ok) throw new Error(text);
    return text;
  };
  const state = async () =>
    run('aws lambda list-event-source-mappings --query EventSourceMappings[0].State --output text');
  return { simulation, run, state };
}

describe('[A12] the two commands that study guides print', () => {
  it('work as they are, one after the other, at 2025-06-15T00:00:00Z', async () => {
    const { simulation, run, state } = await studyGuide();
    expect(JSON.parse(await run(UPDATE)).TableDescription).toMatchObject({
      LatestStreamLabel: '2025-06-15T00:00:00.000',
      TableStatus: 'UPDATING',
    });
    expect(JSON.parse(await run(MAP))).toMatchObject({ State: 'Creating', BatchSize: 100 });
    simulation.runUntil(atSeconds(60));
    expect(await state()).toBe('Enabled');
  });

  it('and a record written while the mapping is being created is never delivered', async () => {
    const { simulation, run, state } = await studyGuide();
    const put = (id: string) =>
      run(`aws dynamodb put-item --table-name Orders --item '{"id":{"S":"${id}"}}'`);
    await put('before the stream');
    await run(UPDATE);
    await run(MAP);
    simulation.runUntil(atSeconds(0.5));
    await put('while it was created');
    expect(await state()).toBe('Creating');
    simulation.runUntil(atSeconds(60));
    await put('after');
    simulation.runUntil(atSeconds(120));
    const { meters } = simulation.world.state.mappings[0]!;
    expect(meters.received).toBe(1);
    expect(simulation.now).toBe(seconds(120));
  });
});
