import { describe, expect, it } from 'vitest';
import type { TrafficDefinition } from '../definition.ts';
import { openSimulation } from '../index.ts';
import { instant, minutes } from '../kernel/time.ts';
import { aDefinition, someTraffic } from '../testing/definitions.ts';
import type { World } from '../world.ts';

async function after(span: number, traffic: Partial<TrafficDefinition>): Promise<World> {
  const definition = aDefinition({
    traffic: [someTraffic(traffic)],
    pollers: [
      { id: 'Scan', table: 'Orders', everyMs: 30_000, watermark: 'seen_at', consistentRead: false },
    ],
  });
  const simulation = await openSimulation(definition);
  simulation.runUntil(instant(span));
  return simulation.world;
}

const labels = ({ items }: World): string[] =>
  Array.from({ length: items.label.length }, (_, row) => items.label.get(row));

describe('generated writes', () => {
  it('[L40] insert prefix and number, lowest first, unpadded, each key once', async () => {
    const world = await after(minutes(1), { mix: { insert: 1, modify: 0, remove: 0, noOp: 0 } });
    const expected = labels(world).map((_, number) => `order#${number}`);
    expect(expected.length).toBeGreaterThan(500);
    expect(labels(world)).toEqual(expected);
    expect(world.state.streams[0]!.records).toMatchObject({ MODIFY: 0, REMOVE: 0 });
  });

  it('[L40] insert when there is nothing to modify or remove', async () => {
    const world = await after(minutes(1), { mix: { insert: 0, modify: 1, remove: 1, noOp: 0 } });
    const { INSERT, MODIFY, REMOVE } = world.state.streams[0]!.records;
    expect(INSERT).toBeGreaterThan(1);
    expect(MODIFY).toBeGreaterThan(1);
    expect(REMOVE).toBeLessThanOrEqual(INSERT);
  });

  it('[L40] choose hot keys as often as their share says', async () => {
    const keys = { count: 40, prefix: 'k', skew: 1, share: 0.9, hotKeys: 2 };
    const world = await after(minutes(10), {
      keys: { ...keys, distribution: 'Hot' },
      mix: { insert: 5, modify: 95, remove: 0, noOp: 0 },
    });
    const { writes } = world;
    const hot = Array.from({ length: writes.item.length }, (_, row) => writes.item.get(row))
      .map((item) => world.items.label.get(item))
      .filter((label) => label === 'k0' || label === 'k1');
    expect(hot.length / writes.item.length).toBeCloseTo(0.95 * 0.9, 1);
  });

  it('[L41] are of each kind as often as their weights say, and a no-op changes nothing', async () => {
    const mix = { insert: 40, modify: 40, remove: 10, noOp: 10 };
    const world = await after(minutes(20), { mix });
    const { records } = world.state.streams[0]!;
    const { noOp } = world.state.tables[0]!.writes;
    const all = records.INSERT + records.MODIFY + records.REMOVE + noOp;
    expect(all).toBeGreaterThan(11_900);
    expect(records.INSERT / all).toBeCloseTo(0.4, 1);
    expect(records.MODIFY / all).toBeCloseTo(0.4, 1);
    expect(records.REMOVE / all).toBeCloseTo(0.1, 1);
    expect(noOp / all).toBeCloseTo(0.1, 1);
  });

  it('[L42] set the watermark of each poller to the writer’s clock', async () => {
    const world = await after(minutes(1), { mix: { insert: 1, modify: 1, remove: 0, noOp: 0 } });
    const { changes, versions, images, writes, definition } = world;
    for (let row = 0; row < changes.item.length; row++) {
      const image = images.read(versions.image.get(changes.newVersion.get(row)));
      const sentAtMs = definition.startAtMs + writes.sentAt.get(changes.write.get(row)) / 1_000;
      const watermark = Number((image.seen_at as { N: string }).N);
      expect(watermark).toBeGreaterThanOrEqual(Math.floor(sentAtMs));
      expect(watermark).toBeLessThan(sentAtMs + 30);
    }
  });
});
