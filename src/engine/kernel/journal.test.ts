import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Entry, Journal } from './journal.ts';
import { instant } from './time.ts';

const operand = fc.oneof(fc.integer({ min: -1, max: 300 }), fc.integer());
const row = fc.record({
  gap: fc.oneof(fc.nat(10), fc.nat(90_000_000)),
  a: operand,
  b: operand,
  c: operand,
  d: operand,
  back: fc.nat(40),
});

function filled(rows: { gap: number; a: number; b: number; c: number; d: number; back: number }[]) {
  const journal = new Journal();
  let at = 0;
  const expected = rows.map(({ gap, a, b, c, d, back }, i) => {
    at += gap;
    const cause = back === 0 || back > i ? -1 : i - back;
    journal.append(instant(at), Entry.itemPut, a, b, c, d, cause);
    return { at, kind: Entry.itemPut, a, b, c, d, cause };
  });
  return { journal, expected };
}

describe('the journal', () => {
  it('[C3] passed on, tells each entry of the kinds asked for once and has the same digest', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80 }), fc.nat(80), (rows, kept) => {
        const { journal: whole, expected } = filled(rows);
        const { journal } = filled(rows.slice(0, kept));
        const told: unknown[] = [];
        journal.passOn([Entry.itemPut], (at, kind, a, b, c, d) =>
          told.push({ at, kind, a, b, c, d }),
        );
        for (const { at, kind, a, b, c, d, cause } of expected.slice(kept)) {
          journal.append(instant(at), kind, a, b, c, d, cause);
        }
        for (const one of [whole, journal]) one.append(instant(1e12), Entry.noOpWritten, 1);
        expect(told).toEqual(expected.map(({ cause: _, ...entry }) => entry));
        expect(journal.digest()).toBe(whole.digest());
        expect(journal.length).toBe(whole.length);
      }),
    );
  });

  it('[C6] reads back what was appended, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 200 }),
        fc.array(fc.nat()),
        (rows, picks) => {
          const { journal, expected } = filled(rows);
          expect(expected.map((_, i) => journal.read(i))).toEqual(expected);
          for (const pick of picks) {
            const entry = pick % rows.length;
            expect(journal.kindOf(entry)).toBe(Entry.itemPut);
            expect(journal.read(entry)).toEqual(expected[entry]);
            const first = expected.findIndex(({ at }) => at >= expected[entry]!.at);
            expect(journal.firstAtOrAfter(instant(expected[entry]!.at))).toBe(first);
          }
        },
      ),
    );
  });

  it('[C4] goes back to a snapshot, and on in another way, without harm to either', () => {
    const { journal, expected } = filled(
      Array.from({ length: 9_000 }, (_, i) => ({
        gap: i,
        a: i,
        b: -i,
        c: 7,
        d: 2 ** 30,
        back: i % 9,
      })),
    );
    const early = journal.snapshot();
    const digest = journal.digest();
    for (let i = 0; i < 5_000; i++) journal.append(instant(10 ** 12 + i), Entry.noOpWritten, i);
    const late = journal.snapshot();
    journal.restore(early);
    expect([journal.length, journal.digest()]).toEqual([9_000, digest]);
    for (let i = 0; i < 5_000; i++) journal.append(instant(10 ** 12), Entry.itemDeleted, -i);
    journal.restore(late);
    expect(journal.read(8_999)).toEqual(expected[8_999]);
    expect(journal.read(13_999)).toMatchObject({ at: 10 ** 12 + 4_999, a: 4_999 });
  });

  it('[C6] says that an entry is not there', () => {
    expect(() => new Journal().read(0)).toThrow(RangeError);
  });
});
