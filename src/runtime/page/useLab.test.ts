import { expect, it, vi } from 'vitest';
import type { Request } from '../messages.ts';
import { labActions, live, tick } from './useLab.ts';

it('lets no time pass before there is a picture of it, and from then on in the very next frame', () => {
  const asked: Request['do'][] = [];
  vi.stubGlobal(
    'Worker',
    class {
      postMessage(request: Request): void {
        asked.push(request.do);
      }
    },
  );
  labActions.play();
  const began = performance.now();
  expect([tick(began), tick(began + 16)]).toEqual([false, false]);
  expect(asked).not.toContain('advance');
  live.begin!();
  expect(tick(performance.now() + 16)).toBe(true);
  expect(asked).toContain('advance');
});
