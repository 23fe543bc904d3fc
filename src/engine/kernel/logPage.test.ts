import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { openSimulation } from '../index.ts';
import type { Simulation } from '../simulation.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  atSeconds,
  someTraffic,
} from '../testing/definitions.ts';
import { PageShelf } from '../testing/pageShelf.ts';
import { LogColumn } from './columns.ts';
import { mix } from './hash.ts';
import { keepPagesIn } from './logPage.ts';

afterEach(() => keepPagesIn(null));

/** Pages of eight numbers. */
const tinyPages = () => new LogColumn((size) => new Float64Array(size), 3);

/** Logs hold no minus zero, and nothing equals NaN. */
const anyNumber = fc.double({ noNaN: true }).map((value) => value + 0);

it('[C4] a log whose pages leave memory reads as one whose pages stay, through every cut and future', () => {
  const push = fc.record({ do: fc.constant('push' as const), values: fc.array(anyNumber) });
  const count = fc.record({
    do: fc.constant('push' as const),
    values: fc.array(fc.integer({ min: 0, max: 70_000 }), { maxLength: 40 }),
  });
  const back = fc.record({ do: fc.constant('back' as const), to: fc.nat() });
  const keep = fc.constant({ do: 'keep' as const });
  fc.assert(
    fc.property(
      fc.array(fc.oneof(push, count, back, keep)),
      fc.nat({ max: 300 }),
      (steps, most) => {
        keepPagesIn(new PageShelf(), most);
        const log = tinyPages();
        let plain: number[] = [];
        const kept = [{ log: log.snapshot(), plain: [] as number[] }];
        for (const step of steps) {
          if (step.do === 'keep') kept.push({ log: log.snapshot(), plain: plain.slice() });
          else if (step.do === 'back') {
            const moment = kept[step.to % kept.length]!;
            log.restore(moment.log);
            plain = moment.plain.slice();
          } else {
            for (const value of step.values) {
              log.push(value);
              plain.push(value);
            }
          }
          expect(plain.map((_, i) => log.get(i))).toEqual(plain);
          for (const moment of kept) {
            expect(log.commonLength(moment.log)).toBe(commonLength(plain, moment.plain));
          }
        }
      },
    ),
  );
});

function commonLength(one: readonly number[], other: readonly number[]): number {
  const differs = one.findIndex((value, i) => i >= other.length || value !== other[i]);
  return differs < 0 ? one.length : differs;
}

it('a page that was written once is not written again, and stays where nothing is taken', () => {
  const shelf = new PageShelf(3);
  keepPagesIn(shelf, 0);
  const log = tinyPages();
  for (let i = 0; i < 33; i++) log.push(i / 3);
  const readTwice = () => [0, 8, 16, 24, 0, 8].map((i) => log.get(i));
  expect(readTwice()).toEqual([0, 8 / 3, 16 / 3, 8, 0, 8 / 3]);
  expect([shelf.kept.length, shelf.reads]).toEqual([3, 3]);
  for (let i = 33; i < 100; i++) log.push(i / 3); // the shelf is full: from here on they stay
  expect(Array.from({ length: 100 }, (_, i) => log.get(i))).toEqual(
    Array.from({ length: 100 }, (_, i) => i / 3),
  );
  expect(shelf.kept).toHaveLength(3);
});

const busy = aDefinition({
  functions: [aFunction({ effects: [] })],
  eventSourceMappings: [aMapping({ batchSize: 3 })],
  traffic: [someTraffic({ perSecond: 160 })],
});

/** Everything that the journal and some logs say, as one number. */
function readWhole({ world }: Simulation): number {
  let hash = 0;
  for (let entry = 0; entry < world.journal.length; entry++) {
    const { at, kind, a, b, c, d, cause } = world.journal.read(entry);
    for (const part of [at, kind, a, b, c, d, cause]) hash = mix(hash, part % 2 ** 31);
  }
  const { versions, writes, invocations } = world;
  for (let i = 0; i < versions.image.length; i++) {
    const image = versions.image.get(i);
    if (image >= 0) hash = mix(hash, JSON.stringify(world.images.read(image)).length);
  }
  for (let i = 0; i < writes.sentAt.length; i++) hash = mix(hash, writes.sentAt.get(i) % 2 ** 31);
  for (let i = 0; i < invocations.to.length; i++) hash = mix(hash, invocations.to.get(i));
  return hash;
}

it('[C3] [C4] restored at random instants and run on with hardly a page in memory, is the straight run', async () => {
  const straight = await openSimulation(busy);
  straight.runUntil(atSeconds(27));
  const expected = [straight.world.journal.digest(), readWhole(straight)];
  const shelf = new PageShelf();
  keepPagesIn(shelf, 150_000);
  const simulation = await openSimulation(busy);
  const moments = [simulation.checkpoint()];
  for (const second of [13, 24, 19, 27]) {
    const before = moments.findLast(({ at }) => at <= atSeconds(second))!;
    if (simulation.now > atSeconds(second)) simulation.restore(before);
    simulation.runUntil(atSeconds(second));
    moments.push(simulation.checkpoint());
  }
  expect([simulation.world.journal.digest(), readWhole(simulation)]).toEqual(expected);
  expect(shelf.kept.length).toBeGreaterThan(5);
  expect(shelf.reads).toBeGreaterThan(5);
});
