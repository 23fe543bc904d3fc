/** A presentation's order of things, the hands that are counted in it, and its keys. */
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { nextBeat, type StepState } from './beats.ts';
import {
  barOf,
  countOf,
  handsInAll,
  middleOf,
  NO_HANDS,
  withCalled,
  withCount,
  withHand,
  withoutLastCalled,
} from './hands.ts';
import { qrPath } from './qrPath.ts';
import { wishOf } from './teachingKeys.ts';

const fresh: StepState = {
  asks: null,
  hasBegun: true,
  isRunning: false,
  hasEnded: false,
  isTaskDone: false,
  isRevealed: false,
  isElsewhere: false,
  isLast: false,
};

describe('one press after another', () => {
  it('[Q31] a question is run, then revealed, and only then left', () => {
    const question: StepState = { ...fresh, asks: 'question' };
    expect(nextBeat({ ...question, hasBegun: false })).toBe('wait');
    expect(nextBeat(question)).toBe('run');
    expect(nextBeat({ ...question, isRunning: true })).toBe('skip');
    const ended = { ...question, hasEnded: true };
    expect(nextBeat(ended)).toBe('reveal');
    expect(nextBeat({ ...ended, isRevealed: true })).toBe('step');
    expect(nextBeat({ ...ended, isRevealed: true, isElsewhere: true })).toBe('return');
    expect(nextBeat({ ...ended, isRevealed: true, isLast: true })).toBe('end');
  });

  it('[Q31] a task is done for the class, unless somebody has done it', () => {
    const task: StepState = { ...fresh, asks: 'task', hasEnded: true };
    expect(nextBeat(task)).toBe('run');
    expect(nextBeat({ ...task, isTaskDone: true })).toBe('step');
  });
});

describe('a show of hands', () => {
  it('[Q32] is counted up and down, or typed; never below none, and never broken', () => {
    let hands = withHand(withHand(NO_HANDS, 'modify', 1), 'modify', 1);
    hands = withHand(withHand(hands, 'pair', 1), 'pair', -1);
    hands = withHand(hands, 'pair', -1);
    expect([countOf(hands, 'modify'), countOf(hands, 'pair'), handsInAll(hands)]).toEqual([
      2, 0, 2,
    ]);
    hands = withCount(hands, 'pair', 8);
    expect([barOf(hands, 'pair'), barOf(hands, 'modify'), barOf(hands, 'no')]).toEqual([
      1, 0.25, 0,
    ]);
    for (const wrong of [Number.NaN, -1, 1.5]) expect(withCount(hands, 'pair', wrong)).toBe(hands);
    expect(countOf(withCount(hands, 'pair', 1e9), 'pair')).toBe(9_999);
    expect(barOf(NO_HANDS, 'pair')).toBe(0);
  });

  it('[Q32] estimates are called out, and have a middle', () => {
    expect(middleOf(NO_HANDS)).toBeNull();
    const three = [40, 5, 10].reduce(withCalled, NO_HANDS);
    expect(middleOf(three)).toBe(10);
    expect(middleOf(withoutLastCalled(three))).toBe(22.5);
    expect(withCalled(three, -1)).toBe(three);
    expect(withCalled(three, Number.NaN)).toBe(three);
  });
});

const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
  ...{ key: name, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...more,
});

it('[Q31] the keys of a remote go on, back, to black and to the whole screen', () => {
  expect(['PageDown', 'ArrowRight', ' '].map((name) => wishOf(key(name)))).toEqual(
    Array(3).fill('next'),
  );
  expect(['PageUp', 'b', '.', 'F5', 'Escape'].map((name) => wishOf(key(name)))).toEqual([
    'back',
    'black',
    'black',
    'fullScreen',
    'leave',
  ]);
  expect(wishOf(key('2', { code: 'Digit2' }))).toEqual({ hand: 1, by: 1 });
  expect(wishOf(key('"', { code: 'Digit2', shiftKey: true }))).toEqual({ hand: 1, by: -1 });
  expect(wishOf(key('r', { ctrlKey: true }))).toBeNull();
  expect(wishOf(key('x'))).toBeNull();
});

it('[Q33] the code of a step is read back as its link', async () => {
  const link = 'https://example.org/courses/shardscope/?lesson=what-a-change-is&step=3';
  const { size, d } = await qrPath(link);
  const SCALE = 4;
  const side = size * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, length] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < SCALE; row += 1) {
      const from = ((Number(y) * SCALE + row) * side + Number(x) * SCALE) * 4;
      for (let i = 0; i < Number(length) * SCALE; i += 1) data.set([0, 0, 0], from + i * 4);
    }
  }
  expect(decodeQR({ width: side, height: side, data })).toBe(link);
});
