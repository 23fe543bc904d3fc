import { describe, expect, it } from 'vitest';
import { builtInLab } from '../builtIn/index.ts';
import { definitionOf } from '../testing/readings.ts';
import { COMMON_LANES, makeLane, nextOfKind, parseLane } from './lane.ts';
import { CALM, laneDefinition } from './laneDefinition.ts';
import type { ScanOptions } from './scanOptions.ts';

const orders = () => definitionOf(builtInLab('orders')!.text);
const scanWith = (options: Partial<ScanOptions>) => makeLane('scan', { options });

describe('[W20] a lane as a word', () => {
  it('is read as it was written, with every option and any name', () => {
    const lanes = [
      ...COMMON_LANES,
      makeLane('own', { own: 'OrderProcessor' }),
      makeLane('stream', { ordinal: 2 }),
      scanWith({ watermark: 'changed.at~', filter: { attribute: 'a=b,c', value: '50 %~x.y' } }),
      scanWith({ overlapMs: 1_500, softDelete: 'weg', compare: 'Keys', segments: 64 }),
    ];
    for (const lane of lanes) expect(parseLane(lane.word)).toEqual(lane);
    expect(new Set(lanes.map(({ word }) => word)).size).toBe(lanes.length);
  });

  it('is nothing where it stands for no way, and keeps what AWS allows', () => {
    expect(parseLane('teleport@1s')).toBeUndefined();
    expect(parseLane('scan@soon')).toBeUndefined();
    expect(parseLane('scan@1ms~segments.900~%zz')?.word).toBe('scan@1s~segments.64');
    expect(parseLane('incrementalExport@1m')?.everyMs).toBe(900_000);
  });

  it('has a number where it is chosen again', () => {
    const stream = makeLane('stream');
    expect(nextOfKind(stream, ['stream', 'stream~n.2']).word).toBe('stream~n.3');
  });
});

describe('the lab of a lane', () => {
  const pollerOf = (options: Partial<ScanOptions>) =>
    laneDefinition(orders(), 'Orders', [scanWith(options)], CALM).pollers[0];

  it('[W20] has a scan with every option', () => {
    expect(pollerOf({})).toEqual({
      ...{ id: 'Lane1', table: 'Orders', everyMs: 30_000 },
      ...{ watermark: 'updated_at', consistentRead: false },
    });
    expect(
      pollerOf({
        ...{ watermark: 'at', overlapMs: 5_000, segments: 4, consistentRead: true },
        ...{ filter: { attribute: 'n', value: '7' }, softDelete: 'gone', compare: 'Keys' },
      }),
    ).toMatchObject({
      ...{ watermark: 'at', overlapMs: 5_000, segments: 4, consistentRead: true },
      ...{ filter: { n: { N: '7' } }, softDelete: 'gone', compare: 'Keys' },
    });
  });

  it('[W26] has the stamps of all lanes, and what nobody writes to', () => {
    const [plain, other] = [scanWith({}), scanWith({ watermark: 'changed' })];
    const weather = { ...CALM, restMegabytes: 10 };
    const lab = laneDefinition(orders(), 'Orders', [plain], weather, [plain, other]);
    expect(lab.traffic[0]!.stamps).toEqual(['updated_at', 'changed']);
    const before = orders().tables[0]!.items.length;
    expect(lab.tables[0]!.items.length - before).toBe(105);
  });
});
