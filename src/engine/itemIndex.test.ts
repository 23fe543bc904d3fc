import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LabelLog } from './item/labelLog.ts';
import { ItemIndex } from './itemIndex.ts';
import { int32Log } from './kernel/columns.ts';

it('[C4] finds just the items of the log, after any sequence of snapshots and restores', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), label: fc.nat(4_000) }),
    fc.record({ do: fc.constant('save' as const), label: fc.nat() }),
    fc.record({ do: fc.constant('restore' as const), label: fc.nat() }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const items = { table: int32Log(), label: new LabelLog() };
      const index = new ItemIndex(items);
      const saved = [{ table: items.table.snapshot(), label: items.label.snapshot() }];
      for (const { do: what, label } of steps) {
        if (what === 'save') {
          saved.push({ table: items.table.snapshot(), label: items.label.snapshot() });
        } else if (what === 'restore') {
          const { table, label: labels } = saved[label % saved.length]!;
          items.table.restore(table);
          items.label.restore(labels);
          index.catchUp();
        } else {
          for (let i = 0; i < 60; i++) {
            const text = `k${(label + i * 7) % 4_000}`;
            if (index.find(0, text) >= 0) continue;
            items.label.push(text);
            index.add(items.table.push(0), 0, text);
          }
        }
        for (let item = 0; item < items.label.length; item += 17) {
          expect(index.find(0, items.label.get(item))).toBe(item);
        }
        expect(index.find(0, 'nobody')).toBe(-1);
        expect(index.find(1, 'k0')).toBe(-1);
      }
    }),
  );
});
