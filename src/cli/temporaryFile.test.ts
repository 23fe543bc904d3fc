import { expect, it } from 'vitest';
import { PageLost, PageSlots } from '../runtime/storage/pageSlots.ts';
import { lossOf, openTemporaryFile } from './temporaryFile.ts';

const bytes = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + seed) % 251);

it('gives back what was written, and gives places that are free to pages of the same size', () => {
  const file = openTemporaryFile();
  const refused: unknown[] = [];
  const slots = new PageSlots(file, (problem) => refused.push(problem));
  const sizes = [10, 4_096, 4_097, 65_536, 100_000, 8_000];
  const pages = sizes.map((size, i) => ({ content: bytes(size, i), holder: {} }));
  const places = pages.map(({ content, holder }) => slots.write(content, holder));
  pages.forEach(({ content }, i) => {
    const read = new Uint8Array(content.length);
    slots.read(places[i]!, read);
    expect(Buffer.compare(read, content)).toBe(0);
  });
  const reach = slots.length;
  slots.giveBack({ place: places[2]!, size: 8_192 });
  expect(slots.write(bytes(6_000, 9), {})).toBe(places[2]);
  expect(slots.write(bytes(6_000, 9), {})).toBe(reach);
  expect(() => slots.read(slots.length, new Uint8Array(4))).toThrow(PageLost);
  file.write(Uint8Array.of(1), places[4]! + 70_001); // by somebody else: one byte is another
  expect(() => slots.read(places[4]!, new Uint8Array(sizes[4]!))).toThrow(PageLost);
  slots.read(places[3]!, new Uint8Array(sizes[3]!)); // the others are as they were
  file.close();
  expect([slots.write(bytes(10, 1), {}), refused.length]).toEqual([-1, 1]);
});

it('[B16] says in a sentence that a run ended because a page of it was lost, and nothing of other errors', () => {
  expect(lossOf(new PageLost('x'))).toMatch(/could not be read back from the temporary file in \//);
  expect(() => lossOf(new TypeError('another'))).toThrow('another');
});
