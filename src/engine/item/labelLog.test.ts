import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ValueLog } from '../kernel/columns.ts';
import { LabelLog } from './labelLog.ts';
import { NumberedText } from './numberedText.ts';

const label = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.stringMatching(/^[a#é]{0,3}[0-9]{0,12}$/),
);
const all = (labels: LabelLog) => Array.from({ length: labels.length }, (_, at) => labels.get(at));

it('[C4] gives back every label, after any restore, also of labels that were kept as texts', () => {
  const texts = fc.array(label, { maxLength: 30 });
  fc.assert(
    fc.property(texts, texts, texts, (first, then, instead) => {
      const labels = new LabelLog();
      for (const text of first) labels.push(text);
      const saved = labels.snapshot();
      for (const text of then) labels.push(text);
      expect(all(labels)).toEqual([...first, ...then]);
      labels.restore(saved);
      for (const text of instead) labels.push(text);
      expect(all(labels)).toEqual([...first, ...instead]);
      const kept = new ValueLog<string>();
      for (const text of first) kept.push(text);
      labels.restore(kept.snapshot());
      for (const text of then) labels.push(text);
      expect(all(labels)).toEqual([...first, ...then]);
    }),
  );
});

it.each([
  ['order#13', 'order#', 13],
  ['order#', 'order#', -1],
  ['7', '', 7],
  ['a0', 'a', 0],
  ['a007', 'a00', 7],
  ['a000', 'a00', 0],
  ['9876543210', '9', 876_543_210],
  ['', '', -1],
])('takes %j apart', (text, front, number) => {
  expect(NumberedText.of(text)).toEqual({ front, number });
});
