import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { keepPagesIn } from '../../engine/kernel/logPage.ts';
import { put } from '../../engine/testing/definitions.ts';
import type { OpenSimulation } from '../history/resumeHistory.ts';
import { MemoryStorage } from '../testing/memoryStorage.ts';
import { busyLab, sessionBench } from '../testing/sessionBench.ts';
import { type OpenFile, PageLost, PageSlots } from './pageSlots.ts';

const SECOND = 1_000_000;
/** When some pages are full. */
const END = 350;
const BYTES_IN_MEMORY = 2_000;

/** A file in memory, of which every byte can be turned over: now, or whenever it is written. */
function aFile(spoils = false) {
  let bytes = new Uint8Array(0);
  const file: OpenFile = {
    write(from, at) {
      const larger = new Uint8Array(Math.max(bytes.length, at + from.length));
      larger.set(bytes);
      larger.set(spoils ? from.map((byte) => byte ^ 1) : from, at);
      bytes = larger;
      return from.length;
    },
    read(into, at) {
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
  };
  return {
    file,
    length: () => bytes.length,
    damage: () => void bytes.set(bytes.map((byte) => byte ^ 1)),
  };
}

let disk = aFile();
const renewPages = vi.fn(async () => {
  disk = aFile();
  keepPagesIn(new PageSlots(disk.file), BYTES_IN_MEMORY);
});
beforeEach(() => renewPages().then(() => renewPages.mockClear()));
afterEach(() => keepPagesIn(null));

const openPlain: OpenSimulation = (definition) => openSimulation(definition);

/** A lab in which items were put, whose early pages have left memory. */
async function longLab({
  leastBetweenCheckpoints = 1e9,
  open = openPlain,
  storage = new MemoryStorage(),
} = {}) {
  const bench = sessionBench(
    { renewPages, leastBetweenCheckpoints, openSimulation: open },
    storage,
  );
  await bench.open();
  await bench.frame({ do: 'advance', to: 5 * SECOND });
  expect(await bench.reply({ do: 'command', command: put({ id: { S: 'a' } }) })).toMatchObject({
    ok: true,
  });
  await bench.frame({ do: 'seek', to: END * SECOND });
  expect(disk.length()).toBeGreaterThan(0);
  return { bench, storage };
}

async function digestAt(seconds: number, after: string[] = []): Promise<string> {
  const simulation = await openSimulation(busyLab);
  simulation.runUntil((5 * SECOND) as never);
  simulation.submit(put({ id: { S: 'a' } }), (5 * SECOND) as never);
  simulation.runUntil((seconds * SECOND) as never);
  for (const id of after) simulation.submit(put({ id: { S: id } }), (seconds * SECOND) as never);
  simulation.runUntil((seconds * SECOND) as never);
  return simulation.world.journal.digest();
}

const notices = ({ responses }: Awaited<ReturnType<typeof longLab>>['bench']) =>
  responses.flatMap((response) => (response.do === 'notice' ? [response.code] : []));

/** The log's first lines, which have left memory. */
const early = { do: 'log', before: 100, count: 3 } as const;

describe('[B16] pages that cannot be read back', () => {
  it('are computed again from the commands for whoever asks for them, at the same instant', async () => {
    const { bench } = await longLab();
    disk.damage();
    const lines = [97, 98, 99].map((entry) => ({ entry, text: `entry ${entry}` }));
    expect(await bench.reply(early)).toMatchObject({ ok: true, value: lines });
    expect(notices(bench)).toEqual(['pages-lost']);
    expect(renewPages).toHaveBeenCalledOnce();
    const { re: _, ...last } = bench.responses.findLast(({ do: is }) => is === 'frame')!;
    expect(last).toMatchObject({ frame: { now: END * SECOND, jumped: true } });
    expect(await bench.digest()).toBe(await digestAt(END));
    await bench.frame({ do: 'seek', to: 100 * SECOND });
    expect(await bench.digest()).toBe(await digestAt(100));
  });

  it('lose no command, and a command that missed them is carried out once', async () => {
    let submissions = Number.POSITIVE_INFINITY;
    const { bench, storage } = await longLab({
      open: async (definition) => {
        const simulation = await openSimulation(definition);
        const submit = simulation.submit.bind(simulation);
        simulation.submit = (...command) => {
          if (submissions-- === 1) throw new PageLost('a page that the second command needs');
          return submit(...command);
        };
        return simulation;
      },
    });
    submissions = 2;
    const given = ['b', 'c', 'd'];
    const answers = await Promise.all(
      given.map((id) => bench.reply({ do: 'command', command: put({ id: { S: id } }) })),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(notices(bench)).toEqual(['pages-lost']);
    expect(await bench.digest()).toBe(await digestAt(END, given));
    expect(storage.commands.get('busy')!.map(({ number }) => number)).toEqual([0, 1, 2, 3]);
  });

  it('that a stored checkpoint was to have do not end the storing', async () => {
    disk = aFile(true);
    keepPagesIn(new PageSlots(disk.file), BYTES_IN_MEMORY);
    const storage = new MemoryStorage();
    const save = storage.save.bind(storage);
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    storage.save = (...of) => gate.then(() => save(...of));
    const { bench } = await longLab({ leastBetweenCheckpoints: 2_000, storage });
    goOn(); // pages are read for the database only now
    await vi.waitFor(() => expect(notices(bench)).toEqual(['pages-lost']), 20_000);
    const stored = storage.checkpoints.length;
    await vi.waitFor(() => expect(storage.checkpoints.length).toBeGreaterThan(stored), 20_000);
    const states = bench.responses.flatMap((one) => (one.do === 'storage' ? [one.state.kind] : []));
    expect(states).toEqual(['durable']);
  });

  it('are told, and nothing goes round in circles, where every file loses everything', async () => {
    const { bench } = await longLab();
    const file: OpenFile = { write: (bytes) => bytes.length, read: () => 0 };
    renewPages.mockImplementation(async () => keepPagesIn(new PageSlots(file), BYTES_IN_MEMORY));
    disk.damage();
    expect(await bench.reply(early)).toMatchObject({ ok: false });
    renewPages.mockImplementation(async () => keepPagesIn(null));
    expect(await bench.reply(early)).toMatchObject({ ok: true });
  });
});
