import { expect, it } from 'vitest';
import { openSimulation } from '../engine/index.ts';
import { atSeconds } from '../engine/testing/definitions.ts';
import {
  assembleCheckpoint,
  CheckpointWriter,
  type StoredCheckpoint,
  type StoredPage,
} from './storedCheckpoint.ts';
import { busyLab } from './testing/sessionBench.ts';

/** A database of the simplest kind. */
class Shelf {
  row: StoredCheckpoint | null = null;
  readonly pages = new Map<number, StoredPage>();

  /** @returns how many pages were put. */
  takeAll(writer: CheckpointWriter): number {
    let count = 0;
    for (let portion = writer.portion(); portion !== null; portion = writer.portion()) {
      const { pages, row, gonePages } = structuredClone(portion);
      for (const page of pages) this.pages.set(page.page, page);
      for (const page of gonePages) this.pages.delete(page);
      this.row = row ?? this.row;
      count += pages.length;
      writer.stored(portion);
    }
    return count;
  }
}

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
    restored.restore(assembleCheckpoint(shelf.row!, structuredClone(shelf.pages))!);
    expect(restored.now).toBe(atSeconds(seconds));
    restored.runUntil(simulation.now);
    expect(restored.world.journal.digest()).toBe(simulation.world.journal.digest());
    restored.runUntil(atSeconds(seconds + 200));
    const straight = await openSimulation(busyLab);
    straight.runUntil(atSeconds(seconds + 200));
    expect(restored.world.journal.digest()).toBe(straight.world.journal.digest());
  }
  expect(counts[2]!).toBeLessThan(shelf.pages.size);
  expect([...shelf.pages.keys()].toSorted((a, b) => a - b)).toEqual(
    shelf.row!.pages.toSorted((a, b) => a - b),
  );
});

it('goes on from what an earlier visit stored, without mixing up pages', async () => {
  const simulation = await openSimulation(busyLab);
  const shelf = new Shelf();
  simulation.runUntil(atSeconds(60));
  const first = new CheckpointWriter();
  first.begin(simulation.checkpoint(), about(1));
  shelf.takeAll(first);
  const second = new CheckpointWriter(shelf.row);
  simulation.runUntil(atSeconds(90));
  second.begin(simulation.checkpoint(), about(2));
  shelf.takeAll(second);
  expect(shelf.pages.size).toBe(shelf.row!.pages.length);
  const restored = await openSimulation(busyLab);
  restored.restore(assembleCheckpoint(shelf.row!, shelf.pages)!);
  expect(restored.world.journal.digest()).toBe(simulation.world.journal.digest());
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
  expect(assembleCheckpoint(shelf.row!, damaged)).toBeNull();
  shelf.pages.delete(shelf.row!.pages[7]!);
  expect(assembleCheckpoint(shelf.row!, shelf.pages)).toBeNull();
});
