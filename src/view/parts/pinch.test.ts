import { expect, it } from 'vitest';
import { hearPinches } from './pinch.ts';

const gesture = (type: string, scale: number): Event =>
  Object.assign(new Event(type, { cancelable: true }), { scale, clientX: 30, clientY: 40 });

it('tells of a pinch step by step, in place of the browser’s own zoom', () => {
  const element = new EventTarget();
  const steps: unknown[] = [];
  const end = hearPinches(element, (factor, at) => steps.push([factor, at]), 0);
  const at = { clientX: 30, clientY: 40 };
  for (const scales of [[2, 3], [0.5]]) {
    expect(element.dispatchEvent(gesture('gesturestart', 1))).toBe(false);
    for (const scale of scales) {
      expect(element.dispatchEvent(gesture('gesturechange', scale))).toBe(false);
    }
  }
  expect(steps).toEqual([
    [2, at],
    [1.5, at],
    [0.5, at],
  ]);
  end();
  element.dispatchEvent(gesture('gesturechange', 2));
  expect(steps).toHaveLength(3);
});

it('leaves fingers on a screen to their pointers', () => {
  const element = new EventTarget();
  let heard = 0;
  hearPinches(element, () => heard++, 5);
  expect(element.dispatchEvent(gesture('gesturechange', 2))).toBe(true);
  expect(heard).toBe(0);
});
