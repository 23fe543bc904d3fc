import { afterEach, expect, it, vi } from 'vitest';
import { onDensityChange } from './density.ts';

afterEach(() => vi.unstubAllGlobals());

it('hears of every change of density, not of the first alone, until it ends', () => {
  const queries: { text: string; isNow: boolean; target: EventTarget }[] = [];
  vi.stubGlobal('matchMedia', (text: string) => {
    const target = new EventTarget();
    queries.push({ text, isNow: true, target });
    return target;
  });
  /** As browsers do: what held and holds no longer has changed, and the other way round. */
  const change = (density: number): void => {
    vi.stubGlobal('devicePixelRatio', density);
    for (const query of [...queries]) {
      const isNow = query.text === `(resolution: ${density}dppx)`;
      if (isNow === query.isNow) continue;
      query.isNow = isNow;
      query.target.dispatchEvent(new Event('change'));
    }
  };
  vi.stubGlobal('devicePixelRatio', 1);
  let heard = 0;
  const end = onDensityChange(() => heard++);
  change(2);
  change(3);
  change(1.5);
  change(2);
  expect(heard).toBe(4);
  end();
  change(1);
  expect(heard).toBe(4);
});
