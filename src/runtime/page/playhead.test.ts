import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATCH_UP_MOST_US, clampedSpeed, Playhead, SPEED_LEAST, SPEED_MOST } from './playhead.ts';

/** A playhead whose simulation answers at once. */
function prompt(speed: number): Playhead {
  const playhead = new Playhead();
  playhead.speed = speed;
  playhead.play();
  return playhead;
}

const speeds = fc.double({ min: SPEED_LEAST, max: SPEED_MOST, noNaN: true });

describe('a playhead whose simulation keeps up', () => {
  it('[B6] is where real time and speed say, however the frames fall', () => {
    const spans = fc.array(fc.double({ min: 0.1, max: 900, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(speeds, spans, (speed, elapsed) => {
        const playhead = prompt(speed);
        let realMs = 5_000;
        playhead.tick(realMs);
        for (const ms of elapsed) {
          realMs += Math.min(ms, 240);
          playhead.tick(realMs);
          playhead.reached(playhead.wanted);
        }
        const expected = (realMs - 5_000) * speed * 1_000;
        // One microsecond is lost where the simulation stands at whole ones.
        expect(Math.abs(playhead.wanted - expected)).toBeLessThanOrEqual(1 + expected * 1e-9);
      }),
    );
  });

  it('[B6] catches up in one go after the page was hidden, but not with more than 24 hours', () => {
    const playhead = prompt(2);
    playhead.tick(0);
    expect(playhead.tick(60_000)).toBe(false);
    expect(playhead.wanted).toBe(120_000_000);
    playhead.reached(playhead.wanted);
    playhead.speed = SPEED_MOST;
    expect(playhead.tick(3_660_000)).toBe(true);
    expect(playhead.wanted).toBe(120_000_000 + CATCH_UP_MOST_US);
  });

  it('[N7] slows down from the very instant of what happens, and is back at speed after three seconds', () => {
    const playhead = prompt(20_000);
    let realMs = 0;
    const passing = (ms: number): number => {
      const from = playhead.at;
      for (const end = realMs + ms; realMs < end; ) {
        realMs += 16;
        playhead.tick(realMs);
        playhead.reached(playhead.wanted);
      }
      return (playhead.at - from) / 1_000 / ms;
    };
    playhead.tick(realMs);
    expect(passing(160)).toBeCloseTo(20_000, 0);
    const event = playhead.at + 123_456_789;
    playhead.linger(event);
    expect(playhead.at).toBeLessThan(event);
    playhead.reached(event);
    expect(playhead.at).toBe(event);
    expect(passing(1_600)).toBeCloseTo(0.25, 1);
    passing(1_600);
    expect(passing(160)).toBeCloseTo(20_000, 0);
  });
});

describe('a playhead whose simulation lags', () => {
  it('[B6] never shows what has not been computed, never goes back, and never runs far ahead', () => {
    const frames = fc.array(
      fc.record({
        ms: fc.integer({ min: 1, max: 400 }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(speeds, frames, (speed, steps) => {
        const playhead = prompt(speed);
        let realMs = 0;
        let reached = 0;
        let before = 0;
        playhead.tick(realMs);
        for (const { ms, part } of steps) {
          realMs += ms;
          playhead.tick(realMs);
          expect(playhead.wanted - reached).toBeLessThanOrEqual(250 * speed * 1_000 + 1);
          reached += Math.floor((playhead.wanted - reached) * part);
          playhead.reached(reached);
          expect(playhead.at).toBeLessThanOrEqual(reached);
          expect(playhead.at).toBeGreaterThanOrEqual(before);
          before = playhead.at;
        }
      }),
    );
  });
});

it('stands still while paused, and does not jump when it goes on', () => {
  const playhead = prompt(1);
  playhead.tick(0);
  playhead.tick(100);
  playhead.reached(playhead.wanted);
  playhead.pause();
  playhead.tick(10_000);
  expect(playhead.at).toBe(100_000);
  playhead.play();
  playhead.tick(20_000);
  expect(playhead.wanted).toBe(100_000);
  playhead.tick(20_010);
  expect(playhead.wanted).toBe(110_000);
});

it('accepts no speed outside its bounds', () => {
  expect([0, -1, 1e9, Number.NaN].map(clampedSpeed)).toEqual([
    SPEED_LEAST,
    SPEED_LEAST,
    SPEED_MOST,
    1,
  ]);
});
