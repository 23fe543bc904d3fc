import { expect, it } from 'vitest';
import {
  nextSpeed,
  SPEED_STEPS,
  speedMeaning,
  speedOfStep,
  speedText,
  stepOfSpeed,
} from './speedScale.ts';

it('reaches both ends and every named speed', () => {
  expect([speedOfStep(0), speedOfStep(SPEED_STEPS)]).toEqual([0.02, 100_000]);
  for (const speed of [0.1, 1, 60, 3_600, 20_000]) {
    expect(speedOfStep(stepOfSpeed(speed))).toBe(speed);
  }
});

it('never goes down when the slider goes up', () => {
  for (let step = 1; step <= SPEED_STEPS; step++) {
    expect(speedOfStep(step)).toBeGreaterThanOrEqual(speedOfStep(step - 1));
  }
});

it('goes from rung to rung and stops at the ends', () => {
  expect([nextSpeed(0.1, 1), nextSpeed(0.1, -1), nextSpeed(60, 1)]).toEqual([0.2, 0.05, 100]);
  expect([nextSpeed(0.02, -1), nextSpeed(100_000, 1)]).toEqual([0.02, 100_000]);
});

it('says what a speed means', () => {
  expect([0.1, 1, 60, 20_000].map((s) => `${speedText(s)}: ${speedMeaning(s)}`)).toEqual([
    '×0.1: a second takes 10 s',
    '×1: real time',
    '×60: 1 min a second',
    '×20,000: 5 h 33 min a second',
  ]);
});
