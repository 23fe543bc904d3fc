import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyTo, bothColumns, columnDifference, type Page } from './columnDifference.ts';
import { NumberWriter } from './packedDifferences.ts';

const number = fc.oneof(
  { weight: 8, arbitrary: fc.constant(7) },
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.constantFrom(2 ** 52, -(2 ** 52), Number.MAX_SAFE_INTEGER, 86_400e6),
);
const page = (length: number) =>
  fc.array(number, { minLength: length, maxLength: length }).map((all) => Float64Array.from(all));
/** A column at a moment: pages of 16 numbers, some of them as they always are. */
const column = fc
  .array(fc.oneof(page(16), fc.constant(new Float64Array(16))), { maxLength: 5 })
  .map((pages): Page[] => pages);

it('[C4] leads from one moment of a column to the next, whatever its numbers, and over both at once', () => {
  fc.assert(
    fc.property(column, column, column, (first, more, most) => {
      // Pages are only ever added.
      const second = first.length > more.length ? [...more, ...first.slice(more.length)] : more;
      const third = second.length > most.length ? [...most, ...second.slice(most.length)] : most;
      const writer = new NumberWriter();
      const one = columnDifference(first, second, writer);
      const other = columnDifference(second, third, writer);
      if (one === null || other === null) return;
      const bytes = writer.written();
      const way = first.slice();
      const own = new Set<number>();
      applyTo(way, own, one, bytes);
      expect(way).toEqual(second);
      applyTo(way, own, other, bytes);
      expect(way).toEqual(third);
      const atOnce = first.slice();
      const both = new NumberWriter();
      const sum = bothColumns([one, bytes], [other, bytes], both);
      applyTo(atOnce, new Set(), sum, both.written());
      expect(atOnce).toEqual(third);
    }),
  );
});
