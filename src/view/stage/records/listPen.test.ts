import { expect, it } from 'vitest';
import { glyphNumber } from './glyphSprites.ts';
import { ListPen, replay } from './listPen.ts';
import type { Pen, Shot } from './recordPen.ts';

type Told = readonly [keyof Pen, ...unknown[]];

/** Notes what it is told. */
const notingPen = (told: Told[]): Pen =>
  new Proxy({} as Pen, {
    get:
      (_, name) =>
      (...takes: unknown[]) =>
        told.push([name as keyof Pen, ...takes]),
  });

const shot: Shot = {
  ...{ width: 1_440, height: 900, ratio: 1.25, originX: 12, originY: 0 },
  wholePixels: true,
};
const look = { item: 6, kind: 3, duplicate: true, byTimeToLive: true, pale: true };

function picture(pen: Pen, records: number): void {
  pen.begin(shot);
  pen.thread(
    [
      { x: 1.5, y: 2 },
      { x: 3, y: 4.25 },
      { x: 5, y: 6 },
    ],
    9,
  );
  for (let i = 0; i < records; i += 1) pen.glyph(glyphNumber(look, 13), 700 + i / 3, i * 0.7, 0.4);
  pen.opacity(0.28);
  pen.arc('ink', 1.2, 10, 20, 9.5, -Math.PI / 2, 1);
  pen.opacity(1);
  pen.dots([
    { x: 1, y: 2, radius: 3.5 },
    { x: 4, y: 5, radius: 6 },
  ]);
  pen.dots([]);
  pen.bar(7, 8, 2, 4.5);
  pen.tray(1, 2, 60, 22);
  pen.plate(1, 2, 30, 16);
  pen.words('order#7', 12.5, 30);
  pen.words('+3', 90, 31);
}

it('tells another pen what it was told, each picture by itself', () => {
  const list = new ListPen();
  for (const records of [3, 5_000, 1]) {
    const [told, toldAgain]: [Told[], Told[]] = [[], []];
    picture(notingPen(told), records);
    picture(list, records);
    replay(structuredClone(list.take()), notingPen(toldAgain));
    expect(toldAgain).toEqual(told);
    expect(told).toHaveLength(records + 12);
  }
});

it('gives every look of a record a number of its own', () => {
  const numbers = new Set<number>();
  for (let item = 0; item < 8; item += 1) {
    for (const kind of [0, 1, 2, 3]) {
      for (const flag of [0, 1, 2, 3, 4, 5, 6, 7]) {
        const flags = { duplicate: flag > 3, byTimeToLive: flag % 4 > 1, pale: flag % 2 > 0 };
        for (const size of [11, 13]) numbers.add(glyphNumber({ item, kind, ...flags }, size));
      }
    }
  }
  expect(numbers.size).toBe(8 * 4 * 8 * 2);
});
