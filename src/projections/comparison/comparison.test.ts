import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { atSeconds } from '../../engine/testing/definitions.ts';
import { makeScene } from '../scene/makeScene.ts';
import { kinesisDefinition, openBuiltIn } from '../testing/labs.ts';
import { comparisonOf } from './comparison.ts';

describe('the comparison', () => {
  it('puts each change of a table in exactly one place, for each watcher', async () => {
    const simulation = await openSimulation(kinesisDefinition());
    for (const second of [3, 9.9, 10.05, 47, 61]) {
      simulation.runUntil(atSeconds(second));
      for (const row of comparisonOf(simulation.world)) {
        const { missedDeletes, missedCollapsed, missedRace, missedNoWatermark } = row;
        const missed = missedDeletes + missedCollapsed + missedRace + missedNoWatermark;
        expect(row.seen + row.waiting + row.lost + missed).toBe(row.changes);
      }
    }
  });

  it('shows Kinesis repeating and reordering what the stream does not', async () => {
    const simulation = await openBuiltIn('kinesis');
    simulation.runUntil(atSeconds(600));
    const rows = comparisonOf(simulation.world);
    const stream = rows.find((row) => row.kind === 'stream')!;
    const kinesis = rows.find((row) => row.kind === 'kinesis')!;
    expect([stream.repeated, stream.outOfOrder]).toEqual([0, 0]);
    expect(kinesis.repeated).toBeGreaterThan(0);
    expect(kinesis.outOfOrder).toBeGreaterThan(0);
    expect(kinesis.readUsd).toBeGreaterThan(stream.readUsd);
  });

  it('shows the scan late and blind to deletes in the orders lab', async () => {
    const simulation = await openBuiltIn('orders');
    simulation.runUntil(atSeconds(600.06));
    const [stream, scan] = comparisonOf(simulation.world);
    expect(stream).toMatchObject({ missedDeletes: 0, lost: 0, readUnits: 0, readUsd: 0 });
    expect(scan!.missedDeletes).toBe(simulation.world.state.tables[0]!.writes.delete);
    expect(scan!.latencyP50Ms!).toBeGreaterThan(10 * stream!.latencyP50Ms!);
    expect(scan!.readUsd).toBeCloseTo((scan!.readUnits * 0.125) / 1_000_000, 12);
  });
});

describe('a scene', () => {
  it('[V12] is a function of the world: the same after going back and forth', async () => {
    const simulation = await openSimulation(kinesisDefinition());
    simulation.runUntil(atSeconds(20));
    const checkpoint = simulation.checkpoint();
    simulation.runUntil(atSeconds(31));
    const straight = makeScene(simulation.world);
    expect(makeScene(simulation.world)).toEqual(straight);
    simulation.restore(checkpoint);
    makeScene(simulation.world);
    simulation.runUntil(atSeconds(31));
    expect(makeScene(simulation.world)).toEqual(straight);
  });
});
