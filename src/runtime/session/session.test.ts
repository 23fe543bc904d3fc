import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { aDefinition, put, someTraffic } from '../../engine/testing/definitions.ts';
import { StorageProblem } from '../storage/storage.ts';
import { busyLab, sessionBench } from '../testing/sessionBench.ts';

const SECOND = 1_000_000;
const anItem = (id: string) => put({ id: { S: id }, status: { S: 'new' } });

async function straightRun(to: number): Promise<string> {
  const simulation = await openSimulation(busyLab);
  simulation.runUntil(instant(to));
  return simulation.world.journal.digest();
}

describe('time', () => {
  it('goes forward to exactly the instant asked for', async () => {
    const bench = sessionBench();
    await bench.open();
    const frame = await bench.frame({ do: 'advance', to: 3 * SECOND });
    expect(frame.now).toBe(3 * SECOND);
    expect(frame.jumped).toBe(false);
    expect(frame.flights.length).toBeGreaterThan(10);
    expect(await bench.digest()).toBe(await straightRun(3 * SECOND));
  });

  it('[B4] gives the same history after any seeks as a straight run', async () => {
    const bench = sessionBench();
    await bench.open();
    const found = new Map<number, string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 90 * SECOND }), { minLength: 3, maxLength: 8 }),
        async (instants) => {
          for (const to of instants) {
            const frame = await bench.frame({ do: 'seek', to });
            expect(frame).toMatchObject({ now: to, jumped: true });
          }
          found.set(instants.at(-1)!, await bench.digest());
        },
      ),
      { numRuns: 10 },
    );
    // One run that never goes back says what each of them should have been.
    const straight = await openSimulation(busyLab);
    for (const [at, digest] of [...found].sort(([a], [b]) => a - b)) {
      straight.runUntil(instant(at));
      expect([at, digest]).toEqual([at, straight.world.journal.digest()]);
    }
  });

  it('remembers how far it has been', async () => {
    const bench = sessionBench();
    await bench.open();
    await bench.frame({ do: 'seek', to: 20 * SECOND });
    expect(await bench.frame({ do: 'seek', to: SECOND })).toMatchObject({
      now: SECOND,
      furthest: 20 * SECOND,
    });
  });

  it('steps to the next thing that can be seen, a command of the branch included', async () => {
    const bench = sessionBench();
    await bench.open(aDefinition());
    await bench.frame({ do: 'advance', to: 5 * SECOND });
    await bench.reply({ do: 'command', command: anItem('a') });
    await bench.frame({ do: 'seek', to: SECOND });
    const step = { do: 'find', what: { kind: 'event' }, direction: 1 } as const;
    expect(await bench.reply(step)).toMatchObject({ value: { at: 5 * SECOND } });
    const { value } = (await bench.reply(step)) as { value: { at: number } };
    expect(value.at).toBeGreaterThan(5 * SECOND);
  });

  it('[B5] lets a newer seek overtake a long one', async () => {
    const bench = sessionBench();
    await bench.open(aDefinition({ traffic: [someTraffic({ perSecond: 1_000 })] }));
    const long = bench.ask({ do: 'seek', to: 24 * 3_600 * SECOND });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const short = await bench.frame({ do: 'seek', to: SECOND });
    expect(short.now).toBe(SECOND);
    expect(await long).toMatchObject({ do: 'reply', body: { ok: false } });
  });

  it('stops a long seek where it is when that is asked', async () => {
    const bench = sessionBench();
    await bench.open(aDefinition({ traffic: [someTraffic({ perSecond: 1_000 })] }));
    const day = 24 * 3_600 * SECOND;
    const long = bench.frame({ do: 'seek', to: day });
    await new Promise((resolve) => setTimeout(resolve, 30));
    await bench.reply({ do: 'stop' });
    const frame = await long;
    expect(frame.now).toBeGreaterThan(0);
    expect(frame.now).toBeLessThan(day);
    expect(frame.jumped).toBe(true);
  });

  it('[B5] answers what comes during a long advance, and shows how far it is', async () => {
    const bench = sessionBench();
    await bench.open(aDefinition({ traffic: [someTraffic({ perSecond: 1_000 })] }));
    const long = bench.ask({ do: 'advance', to: 24 * 3_600 * SECOND });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(
      bench.responses.filter(({ re, do: what }) => re === -1 && what === 'frame').length,
    ).toBeGreaterThan(1);
    expect(await bench.reply({ do: 'report' })).toMatchObject({ ok: true });
    expect(await long).toMatchObject({ do: 'frame' });
  });
});

it('tells the end of the log with a jump, and what was before it to whoever asks', async () => {
  const bench = sessionBench();
  await bench.open(aDefinition({ traffic: [someTraffic({ perSecond: 200 })] }));
  const { log } = await bench.frame({ do: 'seek', to: 5 * SECOND });
  expect(log).toHaveLength(80);
  const before = log[0]!.entry;
  const older = await bench.reply({ do: 'log', before, count: 100 });
  const entries = (older as { value: { entry: number }[] }).value.map(({ entry }) => entry);
  expect(entries).toHaveLength(100);
  expect(entries.at(-1)).toBeLessThan(before);
});

describe('commands', () => {
  it('[B1] are stored before they are acknowledged', async () => {
    const bench = sessionBench();
    await bench.open();
    await bench.frame({ do: 'advance', to: SECOND });
    const body = await bench.reply({ do: 'command', command: anItem('mine') });
    expect(body).toEqual({ ok: true, value: { branched: false } });
    expect(bench.storage.commands.get('busy')).toEqual([
      { branch: 0, number: 0, at: SECOND, command: anItem('mine') },
    ]);
  });

  it('[B1] that are malformed are refused in AWS’s words, and not stored', async () => {
    const bench = sessionBench();
    await bench.open();
    const before = await bench.digest();
    const body = await bench.reply({ do: 'command', command: put({ status: { S: 'new' } }) });
    expect(body).toMatchObject({ ok: false, error: expect.stringMatching(/key/i) });
    expect(bench.storage.commands.get('busy')).toEqual([]);
    expect(await bench.digest()).toBe(before);
  });

  it('that come together are stored together and all acknowledged', async () => {
    const bench = sessionBench();
    await bench.open();
    const asked = Array.from({ length: 50 }, (_, i) =>
      bench.reply({ do: 'command', command: anItem(`burst#${i}`) }),
    );
    expect((await Promise.all(asked)).every((body) => body.ok)).toBe(true);
    const numbers = bench.storage.commands.get('busy')!.map((given) => given.number);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });

  it('are part of the history that is returned to', async () => {
    const bench = sessionBench();
    await bench.open();
    await bench.frame({ do: 'advance', to: 10 * SECOND });
    await bench.reply({ do: 'command', command: anItem('mine') });
    await bench.frame({ do: 'advance', to: 20 * SECOND });
    const digest = await bench.digest();
    await bench.frame({ do: 'seek', to: 2 * SECOND });
    expect(await bench.digest()).toBe(await straightRun(2 * SECOND));
    await bench.frame({ do: 'seek', to: 20 * SECOND });
    expect(await bench.digest()).toBe(digest);
  });

  it('[B3] in the past begin a branch, and the old one is kept', async () => {
    const bench = sessionBench();
    await bench.open();
    for (const [at, id] of [
      [10, 'early'],
      [20, 'late'],
    ] as const) {
      await bench.frame({ do: 'advance', to: at * SECOND });
      await bench.reply({ do: 'command', command: anItem(id) });
    }
    await bench.frame({ do: 'seek', to: 15 * SECOND });
    const body = await bench.reply({ do: 'command', command: anItem('other') });
    expect(body).toEqual({ ok: true, value: { branched: true } });
    const frame = await bench.frame({ do: 'seek', to: 15 * SECOND });
    expect(frame.furthest).toBe(15 * SECOND);
    const { branch, branches } = bench.storage.labs.get('busy')!;
    expect(branch).toBe(1);
    expect(branches[1]).toEqual({ branch: 1, parent: 0, forkedAt: 15 * SECOND, firstCommand: 1 });
    const stored = bench.storage.commands
      .get('busy')!
      .map(({ branch, number }) => [branch, number]);
    expect(stored).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
  });
});

describe('a lab that is opened again', () => {
  it('[B2] goes on where it was, with its commands', async () => {
    const bench = sessionBench();
    await bench.open();
    await bench.frame({ do: 'advance', to: 10 * SECOND });
    await bench.reply({ do: 'command', command: anItem('mine') });
    await bench.frame({ do: 'seek', to: 4 * SECOND });
    await bench.reply({ do: 'command', command: anItem('branch') });
    await bench.frame({ do: 'advance', to: 12 * SECOND });
    await bench.reply({ do: 'command', command: anItem('last') });
    const digest = await bench.digest();

    const again = sessionBench({}, bench.storage);
    expect(await again.open()).toMatchObject({ ok: true, value: { resumed: true } });
    expect(await again.digest()).toBe(digest);
  });

  it('starts afresh when that is wanted', async () => {
    const bench = sessionBench();
    await bench.open();
    await bench.frame({ do: 'advance', to: 10 * SECOND });
    await bench.reply({ do: 'command', command: anItem('mine') });
    expect(await bench.open(busyLab, true)).toMatchObject({ value: { resumed: false } });
    expect(bench.storage.commands.get('busy')).toEqual([]);
    expect(await bench.digest()).toBe(await straightRun(0));
  });

  it('[B12] takes its new definition when nobody had added to it', async () => {
    const bench = sessionBench();
    await bench.open();
    const changed = { ...busyLab, title: 'Rewritten' };
    expect(await bench.open(changed)).toMatchObject({ value: { title: 'Rewritten' } });
  });
});

describe('without storage', () => {
  it.each([
    ['denied', /does not let the page store/],
    ['blocked', /tab/],
    ['newer', /newer version/],
  ] as const)('[B8] (%s) works in memory and says why', async (kind, sentence) => {
    const problem = new StorageProblem(kind, 'no');
    const bench = sessionBench({ openStorage: () => Promise.reject(problem) });
    expect(await bench.open()).toMatchObject({ ok: true });
    const why = expect.stringMatching(sentence);
    expect(bench.responses).toContainEqual(
      expect.objectContaining({ do: 'storage', state: { kind: 'memory', why, because: kind } }),
    );
    expect(await bench.reply({ do: 'command', command: anItem('a') })).toMatchObject({ ok: true });
  });

  it('[B8] goes on when the storage fills up under a command', async () => {
    const bench = sessionBench();
    await bench.open();
    bench.storage.failures.putCommands = new StorageProblem('quota', 'full');
    expect(await bench.reply({ do: 'command', command: anItem('a') })).toMatchObject({ ok: true });
    expect(bench.responses).toContainEqual(
      expect.objectContaining({ do: 'notice', code: 'storage-quota', level: 'warning' }),
    );
    expect(await bench.frame({ do: 'advance', to: SECOND })).toMatchObject({ now: SECOND });
  });
});

describe('a long history', () => {
  const longLab = { ...busyLab, traffic: [someTraffic({ perSecond: 200 })] };
  const leastBetweenCheckpoints = 20_000;

  it('[B10] is resumed from a stored checkpoint, and is the same', async () => {
    const bench = sessionBench({ leastBetweenCheckpoints });
    await bench.open(longLab);
    await bench.frame({ do: 'seek', to: 50 * SECOND });
    await vi.waitFor(() => expect(bench.storage.checkpoints).not.toEqual([]), 8_000);
    await bench.frame({ do: 'advance', to: 51 * SECOND });
    await bench.reply({ do: 'command', command: anItem('mine') });
    const digest = await bench.digest();

    let events = 0;
    const counting = async (definition: typeof longLab) => {
      const simulation = await openSimulation(definition);
      const { restore } = simulation;
      simulation.restore = (checkpoint) => {
        restore.call(simulation, checkpoint);
        events = simulation.world.state.events;
      };
      return simulation;
    };
    const again = sessionBench({ openSimulation: counting }, bench.storage);
    expect(await again.open(longLab)).toMatchObject({ value: { resumed: true } });
    expect(events).toBeGreaterThan(leastBetweenCheckpoints);
    expect(await again.digest()).toBe(digest);
    await again.frame({ do: 'seek', to: 3 * SECOND });
    await again.frame({ do: 'seek', to: 51 * SECOND });
    expect(await again.digest()).toBe(digest);
  });

  it('[B10] is stored while it is being run for the first time, not only afterwards', async () => {
    const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 10));
    const bench = sessionBench({ leastBetweenCheckpoints: 2_000, breathe });
    await bench.open(longLab);
    await vi.waitFor(() => expect(bench.storage.rows).not.toEqual([]), 20_000); // what opening wrote
    let hasEnded = false;
    const run = bench.frame({ do: 'seek', to: 50_000 * SECOND }).then(() => {
      hasEnded = true;
    });
    await vi.waitFor(() => expect(bench.storage.checkpoints).not.toEqual([]), 20_000);
    expect(hasEnded).toBe(false);
    await bench.reply({ do: 'stop' });
    await run;
  });

  it('[B10] is computed from its commands when a stored page is damaged', async () => {
    const bench = sessionBench({ leastBetweenCheckpoints });
    await bench.open(longLab);
    await bench.frame({ do: 'seek', to: 50 * SECOND });
    await vi.waitFor(() => {
      expect(bench.storage.checkpoints).not.toEqual([]);
      expect(bench.storage.labs.get('busy')!.at).toBe(50 * SECOND);
    }, 8_000);
    const digest = await bench.digest();
    for (const page of bench.storage.pages.keys())
      bench.storage.pages.set(page, { page, check: 1, content: {} });
    const again = sessionBench({}, bench.storage);
    await again.open(longLab);
    expect(await again.digest()).toBe(digest);
    expect(again.responses).toContainEqual(expect.objectContaining({ code: 'checkpointDamaged' }));
  });
});
