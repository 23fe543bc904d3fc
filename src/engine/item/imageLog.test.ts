import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setAttribute } from './attributeMap.ts';
import type { AttributeMap, AttributeValue } from './attributeValue.ts';
import { equalItems } from './compare.ts';
import { ImageLog } from './imageLog.ts';
import { NumberedText } from './numberedText.ts';
import { PreparedImage } from './preparedImage.ts';
import { itemSizeBytes } from './size.ts';

const filler = 'x'.repeat(400);

/** Items of all kinds of values. */
function anItem() {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string());
  const number = fc.oneof(fc.integer().map(String), fc.double({ noNaN: true }).map(String));
  const { value } = fc.letrec<{ value: AttributeValue; map: AttributeMap }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ S: text }),
      fc.record({ N: number }),
      fc.record({ B: fc.base64String({ maxLength: 60 }) }),
      fc.record({ BOOL: fc.boolean() }),
      fc.record({ SS: fc.array(text, { maxLength: 4 }) }),
      fc.record({ NS: fc.array(number, { maxLength: 4 }) }),
      fc.record({ L: fc.array(tie('value'), { maxLength: 3 }) }),
      fc.record({ M: tie('map') }),
    ),
    map: fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  }));
  return fc.dictionary(text, value, { maxKeys: 6 });
}

describe('the image log', () => {
  it('gives back what was stored', () => {
    const log = new ImageLog();
    const item: AttributeMap = {
      id: { S: 'order#0' },
      big: { S: filler },
      n: { N: '-12.50' },
      list: { L: [{ NULL: true }, { BOOL: false }, { M: { a: { B: 'Zm9v' } } }] },
      tags: { SS: ['b', 'a'] },
      numbers: { NS: ['10', '9.0'] },
    };
    const ref = log.append(item);
    expect(log.read(ref)).toEqual({
      ...item,
      n: { N: '-12.5' },
      tags: { SS: ['a', 'b'] },
      numbers: { NS: ['9', '10'] },
    });
    expect(log.sizeBytes(ref)).toBe(itemSizeBytes(item));
  });

  it('packs a prepared image as the item that has its values, also after going back', () => {
    const log = new ImageLog();
    const prepared = new PreparedImage(new Map(['b', 'id', 'a'].map((name) => [name, ''])));
    const check = (id: string, a: number, b: AttributeValue) => {
      const item = { b, id: { S: id }, a: { N: String(a) } };
      const ref = log.append(item);
      prepared.values.splice(0, 3, a, b, id);
      expect(log.appendUnlessEqual(prepared, ref)).toBe(ref);
      prepared.values[2] = NumberedText.of(id);
      expect(log.appendUnlessEqual(prepared, ref)).toBe(ref);
      const own = log.append(prepared);
      expect(log.read(own)).toEqual(item);
      expect(log.lastBytes).toBe(itemSizeBytes(item));
      expect(log.sizeBytes(own)).toBe(itemSizeBytes(item));
    };
    const empty = log.snapshot();
    const numbers = [0, 7, 10, 99, 100, 1_020, 123_000, 2 ** 31, 1_767_603_600_123];
    for (const number of numbers) check(`order#${number}`, number, { S: filler });
    log.restore(empty);
    log.append({ other: { S: 'x' } }); // the first number in the dictionary is another name's now
    check('ö'.repeat(20), 5, { L: [{ N: '1' }] });
    for (const id of [
      'ö',
      'ö7',
      '80',
      `${'ö'.repeat(12)}#123`,
      'of 16 units 1234',
      'of 17 units 12345',
    ])
      check(id, 5, { S: '' });
  });

  it('reckons sizes as they are reckoned without it, also after going back', () => {
    fc.assert(
      fc.property(anItem(), anItem(), (first, second) => {
        const log = new ImageLog();
        const empty = log.snapshot();
        const filled = [log.append(first), log.append(second)];
        const both = log.snapshot();
        log.restore(empty);
        log.append({ other: { S: filler } });
        log.restore(both);
        const refs = [...filled, log.append(first)];
        const sizes = [first, second, first].map(itemSizeBytes);
        expect(refs.map((ref) => log.sizeBytes(ref))).toEqual(sizes);
      }),
    );
  });

  it('gives one attribute as it gives it with all others', () => {
    fc.assert(
      fc.property(anItem(), (item) => {
        const log = new ImageLog();
        const ref = log.append(item);
        const names = Object.keys(item);
        const read = Object.fromEntries(names.map((name) => [name, log.readAttribute(ref, name)]));
        expect(read).toEqual(log.read(ref));
        const absent = `${names.join('')}!`;
        expect(log.readAttribute(ref, absent)).toBeUndefined();
        const numbers = names.map((name) => {
          const value = read[name]!;
          return 'N' in value ? Number(value.N) : null;
        });
        expect(names.map((name) => log.readNumber(ref, name))).toEqual(numbers);
        expect(log.readNumber(ref, absent)).toBeNull();
      }),
    );
  });

  it('[X3] knows an equal item whatever the order of attributes, set members and the form of numbers', () => {
    const log = new ImageLog();
    const ref = log.append({ a: { N: '100' }, b: { SS: ['x', 'y'] }, c: { NS: ['1', '2'] } });
    const same = { c: { NS: ['2.0', '1e0'] }, b: { SS: ['y', 'x'] }, a: { N: '1E2' } };
    expect(log.appendUnlessEqual(same, ref)).toBe(ref);
    expect(log.appendUnlessEqual({ ...same, a: { N: '101' } }, ref)).not.toBe(ref);
    expect(log.appendUnlessEqual({ a: { S: '100' }, b: same.b, c: same.c }, ref)).not.toBe(ref);
    const other = { a: { N: '102' } };
    const alike = log.fingerprint(log.append(other)); // as if both had the same
    expect(log.appendUnlessEqual(other, ref, alike)).not.toBe(ref);
  });

  it('never takes an item for a part or a continuation of another', () => {
    const log = new ImageLog();
    const ref = log.append({ a: { L: [{ S: '1' }, { S: '2' }] } });
    expect(log.appendUnlessEqual({ a: { L: [{ S: '1' }] } }, ref)).not.toBe(ref);
    expect(log.appendUnlessEqual({}, ref)).not.toBe(ref);
    const nothing = log.append({});
    expect(log.appendUnlessEqual({ a: { S: '' } }, nothing)).not.toBe(nothing);
  });

  it('spends a few bytes on a filler that it has seen', () => {
    const log = new ImageLog();
    log.append({ id: { S: 'a' }, filler: { S: filler } });
    const before = log.bytesUsed;
    const ref = log.append({ id: { S: 'b' }, filler: { S: filler } });
    expect(log.bytesUsed - before).toBeLessThan(20);
    expect(log.sizeBytes(ref)).toBe(2 + 1 + 6 + 400);
  });

  it('keeps images larger than a page, and what comes after them', () => {
    const log = new ImageLog();
    const large: AttributeMap = { a: { L: [] } };
    for (let i = 0; i < 30_000; i++) (large.a as { L: AttributeValue[] }).L.push({ S: `n${i}` });
    const first = log.append({ id: { S: 'before' } });
    const ref = log.append(large);
    const last = log.append({ id: { S: 'after' } });
    expect(log.read(ref)).toEqual(large);
    expect(log.appendUnlessEqual(large, ref)).toBe(ref);
    expect(log.read(first)).toEqual({ id: { S: 'before' } });
    expect(log.read(last)).toEqual({ id: { S: 'after' } });
  });

  it('keeps attributes whose names are those of every object', () => {
    const log = new ImageLog();
    const item = JSON.parse('{"__proto__":{"S":"p"},"constructor":{"N":"1"}}') as AttributeMap;
    const read = log.read(log.append(item));
    expect(Object.hasOwn(read, '__proto__')).toBe(true);
    expect(JSON.stringify(read)).toBe(JSON.stringify(item));
    expect(log.read(log.append({}))).toEqual({});
  });
});

describe('the image log and any items', () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  const number = fc
    .tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -5, max: 5 }))
    .map(([digits, power]) => `${digits}e${power}`);
  const { value } = fc.letrec<{ value: AttributeValue; map: AttributeMap }>((tie) => ({
    map: fc.dictionary(text, tie('value'), { maxKeys: 4 }),
    value: fc.oneof(
      { maxDepth: 3 },
      text.map((S) => ({ S })),
      number.map((N) => ({ N })),
      fc.boolean().map((BOOL) => ({ BOOL })),
      fc.constant({ NULL: true as const }),
      fc.constantFrom('Zm8=', 'Zm9v', '').map((B) => ({ B })),
      fc.uniqueArray(text, { minLength: 1, maxLength: 4 }).map((SS) => ({ SS })),
      fc.array(tie('value'), { maxLength: 4 }).map((L) => ({ L })),
      tie('map').map((M) => ({ M })),
    ),
  }));
  const item = fc.dictionary(text, value, { maxKeys: 5 });

  it('[X3] takes one for another exactly when they are equal', () => {
    fc.assert(
      fc.property(item, item, (a, b) => {
        const log = new ImageLog();
        const ref = log.append(a);
        expect(equalItems(log.read(ref), a)).toBe(true);
        expect(log.sizeBytes(ref)).toBe(itemSizeBytes(a));
        expect(log.appendUnlessEqual(reversed(a), ref)).toBe(ref);
        expect(log.appendUnlessEqual(b, ref) === ref).toBe(equalItems(a, b));
      }),
      { numRuns: 500 },
    );
  });
});

/** The same attributes, the last first. */
function reversed(item: AttributeMap): AttributeMap {
  const other: AttributeMap = {};
  for (const name of Object.keys(item).reverse()) setAttribute(other, name, item[name]!);
  return other;
}

describe('a snapshot of the image log', () => {
  it('is unharmed by what two futures append to it', () => {
    const log = new ImageLog();
    const a = log.append({ id: { S: 'a' }, note: { S: 'a note that is long' } });
    const fork = log.snapshot();
    const b = log.append({ id: { S: 'b' }, note: { S: 'the first future, b' } });
    const first = log.snapshot();
    log.restore(fork);
    const c = log.append({ id: { S: 'c' }, note: { S: 'the second future, c' } });
    expect(c).toBe(b);
    const second = log.snapshot();
    log.restore(first);
    expect(log.read(b)).toEqual({ id: { S: 'b' }, note: { S: 'the first future, b' } });
    log.append({ id: { S: 'd' }, note: { S: 'the second future, c' } });
    log.restore(second);
    expect(log.read(c)).toEqual({ id: { S: 'c' }, note: { S: 'the second future, c' } });
    expect(log.read(a)).toEqual({ id: { S: 'a' }, note: { S: 'a note that is long' } });
    const again = { id: { S: 'c' }, note: { S: 'the second future, c' } };
    expect(log.appendUnlessEqual(again, c)).toBe(c);
  });

  it('holds for any sequence of appends, snapshots and restores', () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('append'), n: fc.nat(40) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('snapshot'), n: fc.nat(40) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('restore'), n: fc.nat(40) }) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const log = new ImageLog();
        let model: [number, AttributeMap][] = [];
        const saved: { log: ReturnType<ImageLog['snapshot']>; model: typeof model }[] = [];
        for (const { do: what, n } of steps) {
          if (what === 'append') {
            const item = { [`attribute${n}`]: { S: `${n} `.repeat(n) } };
            model.push([log.append(item), item]);
          } else if (what === 'snapshot') {
            saved.push({ log: log.snapshot(), model: model.slice() });
          } else if (saved.length > 0) {
            const chosen = saved[n % saved.length]!;
            log.restore(chosen.log);
            model = chosen.model.slice();
          }
          for (const [ref, item] of model) expect(log.read(ref)).toEqual(item);
        }
      }),
      { numRuns: 60 },
    );
  });
});
