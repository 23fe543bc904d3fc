import { expect, it } from 'vitest';
import { clockLine, clockText } from './clockText.ts';

const start = Date.parse('2026-01-05T09:00:00Z');

it('shows the time alone on the first day', () => {
  expect(clockText(start, 134_380_999)).toEqual({
    date: '',
    time: '09:02:14.380',
    iso: '2026-01-05T09:02:14.380Z',
  });
});

it('shows the date from the first midnight on', () => {
  expect(clockLine(start, 15 * 3_600e6 - 1_000)).toBe('23:59:59.999');
  expect(clockLine(start, 15 * 3_600e6)).toBe('6 Jan 00:00:00.000');
});
