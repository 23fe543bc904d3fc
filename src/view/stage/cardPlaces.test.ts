import { expect, it } from 'vitest';
import { readPlaces } from './cardPlaces.ts';

it('[V95] reads the places that are kept, and nothing that is none', () => {
  expect(readPlaces('{"table:0":{"part":0.2,"y":40}}')).toEqual({
    'table:0': { part: 0.2, y: 40 },
  });
  for (const text of [
    null,
    '',
    '{',
    '7',
    '[]',
    '{"table:0":null}',
    '{"table:0":{"part":"1","y":2}}',
  ]) {
    expect(readPlaces(text)).toEqual({});
  }
});
