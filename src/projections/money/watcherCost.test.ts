import { describe, expect, it } from 'vitest';
import type { SimulationDefinition } from '../../engine/definition.ts';
import { openSimulation } from '../../engine/index.ts';
import { PRICES } from '../../engine/prices.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  someTraffic,
} from '../../engine/testing/definitions.ts';
import { LaneFold, type Watcher } from '../lanes/laneFold.ts';
import { totalUsd } from './costLine.ts';
import { watcherCost } from './watcherCost.ts';

async function billOf(more: Partial<SimulationDefinition>, watcher: Watcher) {
  const definition = aDefinition({ traffic: [someTraffic({ perSecond: 2 })], ...more });
  const simulation = await openSimulation(definition);
  const fold = new LaneFold(simulation.world, watcher);
  simulation.runUntil(atSeconds(1_800));
  fold.follow();
  return { lines: watcherCost(simulation.world, watcher, fold, PRICES), world: simulation.world };
}

describe('what a watcher costs', () => {
  it('[W30] a stream is read for nothing and has no shard hours', async () => {
    const more = { functions: [aFunction()], eventSourceMappings: [aMapping()] };
    const { lines, world } = await billOf(more, { mapping: 0 });
    const [reads, requests, duration] = lines;
    expect([reads!.usd, reads!.quantity]).toEqual([0, 0]);
    expect(requests!.quantity).toBe(world.state.mappings[0]!.meters.started);
    expect(requests!.usd).toBeCloseTo((requests!.quantity / 1e6) * 0.2, 10);
    // 128 MB for 40 ms at the median, once for each request.
    expect(duration!.quantity).toBeGreaterThan(requests!.quantity * 0.125 * 0.03);
    expect(lines.map(({ unit }) => unit)).not.toContain('shard hour');
  });

  it('[W30] Kinesis is paid by the shard hour, by the unit captured and by the unit put', async () => {
    const more = {
      tables: [
        {
          ...aDefinition().tables[0]!,
          kinesisDestination: { stream: 'K', precision: 'MILLISECOND' as const },
        },
      ],
      kinesisStreams: [{ id: 'K', name: 'k', shardCount: 2, retentionHours: 24 }],
      functions: [aFunction()],
      eventSourceMappings: [aMapping({ source: 'K', sourceKind: 'KinesisStream' })],
    };
    const { lines, world } = await billOf(more, { mapping: 0 });
    const quantityOf = (unit: string) => lines.find((line) => line.unit.startsWith(unit))!.quantity;
    expect(quantityOf('shard hour')).toBeCloseTo(1, 6);
    expect(quantityOf('change data capture')).toBe(
      world.state.kinesisStreams[0]!.changeDataCaptureUnits,
    );
    expect(quantityOf('PUT payload')).toBe(world.state.kinesisStreams[0]!.records);
  });

  it('[W30] a scan pays for what it evaluates, an export for bytes', async () => {
    const scan = {
      id: 'Scan',
      table: 'Orders',
      everyMs: 60_000,
      watermark: 'updated_at',
      consistentRead: false,
    };
    const scanned = await billOf({ pollers: [scan] }, { poller: 0 });
    const units = scanned.world.state.pollers[0]!.readUnits;
    expect(totalUsd(scanned.lines)).toBeCloseTo((units / 1e6) * 0.125, 12);
    const dump = { ...scan, watermark: '', everyMs: 900_000, export: 'FULL_EXPORT' as const };
    const exported = await billOf({ pollers: [dump] }, { poller: 0 });
    expect(exported.lines[0]!.usd).toBeCloseTo(
      (exported.world.state.pollers[0]!.exportedBytes / 2 ** 30) * 0.1,
      12,
    );
    expect(exported.lines.map(({ usd }) => usd > 0)).toEqual([true, true, true, true]);
  });
});
