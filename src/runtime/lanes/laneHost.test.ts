import { expect, it } from 'vitest';
import { builtInLab } from '../../lab/builtIn/index.ts';
import { CALM } from '../../lab/lanes/laneDefinition.ts';
import { definitionOf } from '../../lab/testing/readings.ts';
import { packCommands } from '../../projections/packedCommands.ts';
import { LaneHost } from './laneHost.ts';

const DAY = 86_400e6;

it('[W20] a host of lanes that is closed settles what it was asked, and tells nothing more', async () => {
  let told = 0;
  let begun = (): void => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const host = new LaneHost({
    frame: () => {
      told++;
      begun();
    },
    progress: () => told++,
    failed: () => told++,
  });
  const log = {
    definition: definitionOf(builtInLab('orders')!.text),
    commands: packCommands([]),
    now: 0,
  };
  const prices = { region: 'us-east-1', edited: {} };
  const setup = { log, table: 'Orders', lanes: ['stream'], shared: false, weather: CALM, prices };
  const opened = host.ask({ do: 'open', setup, at: DAY, windowUs: 60e6 });
  const looked = host.ask({ do: 'outcomes', change: 0 });
  await hasBegun;
  host.close();
  const before = told;
  expect(await Promise.all([opened, looked])).toEqual([
    { re: 1, do: 'settled', reached: false },
    { re: 2, do: 'settled', reached: false },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toBe(before);
});

it('[W20] settles a way that is to be gone before any lanes are set up', async () => {
  const host = new LaneHost({ frame: () => {}, progress: () => {}, failed: () => {} });
  const gone = await host.ask({ do: 'goTo', at: DAY, windowUs: 60e6 });
  host.close();
  expect(gone).toEqual({ re: 1, do: 'settled', reached: false });
});
