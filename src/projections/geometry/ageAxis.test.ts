import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageOpacity,
  ageTicks,
  ageToPart,
  ageToX,
  partToAge,
  RETENTION_MS,
  ticksThatFit,
  xToAge,
} from './ageAxis.ts';

const age = fc.integer({ min: 0, max: RETENTION_MS });

describe('[V1] the age axis', () => {
  it('begins at now and ends with retention', () => {
    expect(ageToPart(0)).toBe(0);
    expect(ageToPart(-5)).toBe(0);
    expect(ageToPart(RETENTION_MS)).toBe(1);
    expect(ageToPart(2 * RETENTION_MS)).toBe(1);
  });

  it('gives the first second and the first minute their room', () => {
    expect(ageToPart(1_000)).toBeGreaterThan(0.1);
    expect(ageToPart(60_000)).toBeLessThan(0.5);
    expect(ageToPart(3_600_000)).toBeLessThan(0.8);
  });

  it('never lets an older record lie to the left of a younger one', () => {
    fc.assert(
      fc.property(age, age, (a, b) => {
        const [young, old] = a < b ? [a, b] : [b, a];
        expect(ageToPart(young)).toBeLessThanOrEqual(ageToPart(old));
      }),
    );
  });

  it('reads back the age that a place stands for', () => {
    const span = { fromX: 412, toX: 655 };
    fc.assert(
      fc.property(age, (ms) => {
        expect(partToAge(ageToPart(ms))).toBeCloseTo(ms, 2);
        expect(xToAge(ageToX(ms, span), span)).toBeCloseTo(ms, 2);
      }),
    );
  });
});

describe('the axis labels', () => {
  it('are all there on a wide axis', () => {
    expect(ticksThatFit({ fromX: 0, toX: 320 })).toEqual(ageTicks);
  });

  it('give way on a narrow one, but keep now and the end', () => {
    const labels = ticksThatFit({ fromX: 0, toX: 120 }).map((t) => t.label);
    expect(labels).toContain('now');
    expect(labels).toContain('24 h');
    expect(labels.length).toBeLessThan(ageTicks.length);
  });
});

it('fades a record in its last hours only, and never to nothing', () => {
  expect(ageOpacity(0)).toBe(1);
  expect(ageOpacity(12 * 3_600_000)).toBe(1);
  expect(ageOpacity(22 * 3_600_000)).toBeLessThan(0.6);
  expect(ageOpacity(RETENTION_MS)).toBeGreaterThan(0.2);
});
