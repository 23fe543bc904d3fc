import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationText, parseDuration } from './duration.ts';

describe('durations', () => {
  it.each([
    ['500ms', 500],
    ['30s', 30_000],
    ['10m', 600_000],
    ['24h', 86_400_000],
    ['7d', 604_800_000],
    ['1.5s', 1_500],
    ['0', 0],
  ])('%s is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['10', 's', '10 minutes', '-3s', '1e3s', '', '10M', '9999999999999999d'])(
    '%s is none',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  it('are written so that they are read as the same microseconds', () => {
    const microseconds = fc.integer({ min: 0, max: 2_592_000_000_000 });
    fc.assert(
      fc.property(microseconds, (us) => parseDuration(durationText(us / 1_000)) === us / 1_000),
    );
  });
});
