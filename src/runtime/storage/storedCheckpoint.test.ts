import { expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { atSeconds } from '../../engine/testing/definitions.ts';
import { busyLab } from '../testing/sessionBench.ts';
import {
  assembleCheckpoints,
  CheckpointWriter,
  type StoredCheckpoint,
  type StoredPage,
} from './storedCheckpoint.ts';

/** A database of the simplest kind. */
class Shelf {
  rows: StoredCheckpoint[] = [];
  readonly pages = new Map<number, StoredPage>();

  /** @returns how many pages were put. */
  takeAll(writer: CheckpointWriter): number {
    let count = 0;
    for (let portion = writer.portion(); portion !== null; portion = writer.portion()) {
      const { pages, row, goneMoments, gonePages } = structuredClone(portion);
      for (const page of pages) this.pages.set(page.page, page);
      for (const page of gonePages) this.pages.delete(page);
      this.rows = this.rows.filter(({ moment }) => !goneMoments.includes(moment));
      if (row !== null) this.rows.push(row);
      count += pages.length;
      writer.stored(portion);
    }
    return count;
  }

  /** What a later visit finds. */
  assemble(pages: ReadonlyMap<number, StoredPage> = this.pages) {
    return assembleCheckpoints(this.rows, pages);
  }
}

const pageCount = ({ rows }: Shelf): number => new Set(rows.flatMap(({ pages }) => pages)).size;

const about = (events: number) => ({ engineVersion: '1', branch: 0, applied: 0, events });

it('gives back the same history after restoring, and stores only what has come since', async () => {
  const simulation = await openSimulation(busyLab);
  const writer = new CheckpointWriter();
  const shelf = new Shelf();
  const counts: number[] = [];
  for (const seconds of [300, 900, 905]) {
    simulation.runUntil(atSeconds(seconds));
    writer.begin(simulation.checkpoint(), about(simulation.world.state.events));
    simulation.runUntil(atSeconds(seconds + 1)); // goes on while it is being stored
    counts.push(shelf.takeAll(writer));
    const restored = await openSimulation(busyLab);
    restored.restore(shelf.assemble(structuredClone(shelf.pages)).whole.at(-1)!.checkpoint);
    expect(restored.now).toBe(atSeconds(seconds));
    restored.runUntil(simulation.now);
    expect(restored.world.journal.digest()).toBe(simulation.world.journal.digest());
    restored.runUntil(atSeconds(seconds + 200));
    const straight = await openSimulation(busyLab);
    straight.runUntil(atSeconds(seconds + 200));
    expect(restored.world.journal.digest()).toBe(straight.world.journal.digest());
  }
  expect(counts[2]!).toBeLessThan(shelf.pages.size);
  expect(shelf.pages.size).toBe(pageCount(shelf));
  for (const { row, checkpoint } of shelf.assemble().whole) {
    const earlier = await openSimulation(busyLab);
    earlier.restore(checkpoint);
    expect(earlier.now).toBe(row.at);
    const straight = await openSimulation(busyLab);
    straight.runUntil(earlier.now);
    expect(earlier.world.journal.digest()).toBe(straight.world.journal.digest());
  }
});

it('goes on from what an earlier visit stored, without mixing up pages', async () => {
  const simulation = await openSimulation(busyLab);
  const shelf = new Shelf();
  simulation.runUntil(atSeconds(60));
  const first = new CheckpointWriter();
  first.begin(simulation.checkpoint(), about(1));
  shelf.takeAll(first);
  const { whole, damaged } = shelf.assemble();
  const second = new CheckpointWriter(whole, damaged, shelf.pages);
  const resumed = await openSimulation(busyLab);
  resumed.restore(whole[0]!.checkpoint);
  resumed.runUntil(atSeconds(90));
  second.begin(resumed.checkpoint(), about(2));
  expect(shelf.takeAll(second)).toBeLessThan(shelf.pages.size);
  expect(shelf.pages.size).toBe(pageCount(shelf));
  expect(shelf.rows.map(({ moment }) => moment)).toEqual([0, 1]);
  const restored = await openSimulation(busyLab);
  restored.restore(shelf.assemble(structuredClone(shelf.pages)).whole[1]!.checkpoint);
  simulation.runUntil(atSeconds(90));
  expect(restored.world.journal.digest()).toBe(simulation.world.journal.digest());
});

it('keeps so many moments, thins the old ones out, and no page that nobody needs', async () => {
  const simulation = await openSimulation(busyLab);
  const shelf = new Shelf();
  const writer = new CheckpointWriter();
  for (let second = 1; second <= 40; second++) {
    simulation.runUntil(atSeconds(second));
    writer.begin(simulation.checkpoint(), about(second));
    shelf.takeAll(writer);
  }
  expect(shelf.rows.length).toBeLessThanOrEqual(24);
  expect(shelf.rows.length).toBeGreaterThanOrEqual(12);
  expect(shelf.rows.at(-1)!.at).toBe(atSeconds(40));
  expect(shelf.pages.size).toBe(pageCount(shelf));
  expect(shelf.assemble().damaged).toEqual([]);
});

it('[B10] is not put together when a page is missing or damaged', async () => {
  const simulation = await openSimulation(busyLab);
  simulation.runUntil(atSeconds(60));
  const shelf = new Shelf();
  const writer = new CheckpointWriter();
  writer.begin(simulation.checkpoint(), about(1));
  shelf.takeAll(writer);
  const damaged = structuredClone(shelf.pages);
  const bytes = [...damaged.values()].find(({ content }) => content instanceof Int32Array)!;
  (bytes.content as Int32Array)[5]! ^= 1;
  expect(shelf.assemble(damaged)).toMatchObject({ whole: [], damaged: [{ at: atSeconds(60) }] });
  shelf.pages.delete(shelf.rows[0]!.pages[7]!);
  const found = shelf.assemble();
  expect(found.whole).toEqual([]);
  const next = new CheckpointWriter(found.whole, found.damaged, shelf.pages);
  next.begin(simulation.checkpoint(), about(2));
  shelf.takeAll(next);
  expect(shelf.rows.map(({ moment }) => moment)).toEqual([1]);
  expect(shelf.assemble().whole).toHaveLength(1);
});
