import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let frames: FrameRequestCallback[] = [];
let nowMs = 0;

const nextFrame = (): void => {
  nowMs += 16;
  const due = frames;
  frames = [];
  for (const frame of due) frame(nowMs);
};

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  frames = [];
  nowMs = 1_000;
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('performance', { now: () => nowMs });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('moves the clock before it paints, whoever subscribed first', async () => {
  const { onFrame } = await import('./frameLoop.ts');
  const order: string[] = [];
  onFrame('paint', () => {
    order.push('paint');
    return false;
  });
  onFrame('clock', () => {
    order.push('clock');
    return false;
  });
  nextFrame();
  expect(order).toEqual(['clock', 'paint']);
});

it('rests when nobody asks for the next frame, and wakes when asked', async () => {
  const { onFrame, requestFrame } = await import('./frameLoop.ts');
  const elapsed: number[] = [];
  onFrame('clock', (_, elapsedMs) => {
    elapsed.push(elapsedMs);
    return elapsed.length < 3;
  });
  for (let i = 0; i < 6; i++) nextFrame();
  expect(elapsed).toEqual([0, 16, 16]);
  requestFrame();
  requestFrame();
  expect(frames).toHaveLength(1);
  nextFrame();
  expect(elapsed).toEqual([0, 16, 16, 0]);
});

it('is still once nothing has moved or been pending for a while', async () => {
  const { onFrame, beginPending, waitForStill } = await import('./frameLoop.ts');
  let moving = true;
  let still = false;
  onFrame('clock', () => moving);
  const end = beginPending();
  void waitForStill(100).then(() => {
    still = true;
  });
  const pass = async (ms: number): Promise<void> => {
    for (let i = 0; i < ms; i += 16) {
      nextFrame();
      await vi.advanceTimersByTimeAsync(16);
    }
  };
  await pass(400);
  expect(still).toBe(false);
  moving = false;
  await pass(400);
  expect(still).toBe(false);
  end();
  await pass(64);
  expect(still).toBe(false);
  await pass(200);
  expect(still).toBe(true);
});

it('does what is to follow a frame in a task after it, and not what was left undone', async () => {
  const { afterFrame, onFrame } = await import('./frameLoop.ts');
  const order: string[] = [];
  onFrame('clock', () => {
    order.push('frame');
    return false;
  });
  afterFrame(() => order.push('after'));
  afterFrame(() => order.push('left undone'))();
  await vi.advanceTimersByTimeAsync(16);
  expect(order).toEqual([]);
  nextFrame();
  expect(order).toEqual(['frame']);
  await vi.advanceTimersByTimeAsync(0);
  expect(order).toEqual(['frame', 'after']);
  nextFrame();
  await vi.advanceTimersByTimeAsync(16);
  expect(order).toEqual(['frame', 'after']);
});
