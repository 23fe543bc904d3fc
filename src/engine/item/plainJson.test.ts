import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPlain, itemFromJson, looksTyped, type PlainJson, toPlain } from './plainJson.ts';

describe('plain JSON', () => {
  const plain = {
    id: 'order#1',
    total: 12.5,
    paid: true,
    note: null,
    lines: [{ sku: 'a', count: 2 }, 'x'],
  };
  const typed = {
    id: { S: 'order#1' },
    total: { N: '12.5' },
    paid: { BOOL: true },
    note: { NULL: true },
    lines: { L: [{ M: { sku: { S: 'a' }, count: { N: '2' } } }, { S: 'x' }] },
  };

  it('becomes an item and back', () => {
    expect(fromPlain(plain)).toEqual(typed);
    expect(toPlain(fromPlain(plain))).toEqual(plain);
  });

  it('is told from the typed form', () => {
    expect(itemFromJson(plain)).toEqual(typed);
    expect(itemFromJson(typed)).toEqual(typed);
  });

  it('shows what JSON has no form for', () => {
    const item = {
      tags: { SS: ['a'] },
      counts: { NS: ['1'] },
      bytes: { B: 'Zm8=' },
      huge: { N: '12345678901234567890' },
    };
    expect(toPlain(item)).toEqual({
      tags: ['a'],
      counts: [1],
      bytes: 'Zm8=',
      huge: '12345678901234567890',
    });
  });

  it('survives every object of JSON', () => {
    const json = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 }));
    fc.assert(
      fc.property(json, (value) => {
        fc.pre(
          !JSON.stringify(value).match(/[eE][+-]?\d/) && !JSON.stringify(value).includes('-0'),
        );
        expect(toPlain(fromPlain(value)) as PlainJson).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([[null], ['a'], [[1]], [{ a: Number.NaN }], [{ a: () => 1 }]])('refuses %s', (json) => {
    expect(() => fromPlain(json)).toThrow(
      expect.objectContaining({ awsName: 'ValidationException' }),
    );
  });

  it('refuses what is nested too deep, however deep', () => {
    let json: unknown = 'leaf';
    for (let i = 0; i < 10_000; i++) json = { n: json };
    expect(() => fromPlain(json)).toThrow('Nesting Levels');
  });
});

describe('the typed form', () => {
  it.each([
    [{ id: { S: 'a' } }, true],
    [{ id: { S: 'a' }, n: { N: '1' } }, true],
    [{ id: { S: 'a' }, n: 1 }, false],
    [{ id: { S: 5 } }, false],
    [{ id: { S: 'a', N: '1' } }, false],
    [{ id: { size: 'L' } }, false],
    [{ id: { constructor: 'a' } }, false],
    [{}, false],
    [[{ S: 'a' }], false],
    ['a', false],
    [null, false],
  ])('%j: %s', (json, typed) => {
    expect(looksTyped(json)).toBe(typed);
  });
});
