import { describe, expect, it } from 'vitest';
import { exponentialOf, naturalLog, power } from './deterministicMath.ts';
import { chance, draw, exponential, latency, Purpose, within } from './draw.ts';

describe('draws', () => {
  it('[C2] are the same numbers for ever', () => {
    const first = Array.from({ length: 6 }, (_, i) => draw(7, Purpose.callTransit, 3, i));
    expect(first).toMatchInlineSnapshot(`
      [
        487958388,
        2496411253,
        2744918139,
        3165313987,
        3835507993,
        1649008280,
      ]
    `);
  });

  it('[C2] depend on seed, purpose, entity and ordinal, each on its own', () => {
    const base = draw(1, Purpose.crash, 1, 1);
    const others = [
      draw(2, Purpose.crash, 1, 1),
      draw(1 + 2 ** 32, Purpose.crash, 1, 1),
      draw(1, Purpose.crashPoint, 1, 1),
      draw(1, Purpose.crash, 2, 1),
      draw(1, Purpose.crash, 1, 2),
    ];
    expect(new Set([base, ...others]).size).toBe(6);
    expect(draw(1, Purpose.crash, 1, 1)).toBe(base);
  });

  it('[C2] are uniform: every tenth is drawn about as often', () => {
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) tenths[within(draw(5, Purpose.trafficKey, 0, i), 0, 9)]!++;
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('[F1] latencies have the median and the 99th percentile asked for', () => {
    const drawn = Array.from({ length: 20_000 }, (_, i) =>
      latency(draw(1, Purpose.functionDuration, 0, i), 40, 400),
    ).sort((a, b) => a - b);
    expect(Math.abs(drawn[10_000]! - 40)).toBeLessThan(3);
    expect(Math.abs(drawn[19_800]! - 400)).toBeLessThan(60);
  });

  it('[L43] exponential gaps have the mean asked for, and chances their probability', () => {
    let sum = 0;
    let hits = 0;
    for (let i = 0; i < 50_000; i++) {
      sum += exponential(draw(3, Purpose.trafficArrival, 0, i), 1_000);
      if (chance(draw(3, Purpose.crash, 0, i), 0.01)) hits++;
    }
    expect(Math.abs(sum / 50_000 - 1_000)).toBeLessThan(20);
    expect(Math.abs(hits - 500)).toBeLessThan(90);
  });

  it('[C5] logarithm, exponential and power agree with Math to twelve digits', () => {
    for (const x of [1e-9, 0.3, 0.75, 1, 1.5, 2, 10, 12_345, 1e15]) {
      expect(naturalLog(x)).toBeCloseTo(Math.log(x), 11);
    }
    for (const x of [-20, -1, 0, 0.5, 3, 20]) {
      expect(exponentialOf(x) / Math.exp(x)).toBeCloseTo(1, 11);
    }
    expect(power(3, 1.2) / 3 ** 1.2).toBeCloseTo(1, 11);
  });
});
