import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Scene } from '../../projections/scene/scene.ts';
import type { Frame } from '../messages.ts';
import { busyLab } from '../testing/sessionBench.ts';
import { storageWords } from '../words.ts';
import type { Answer, Asked, HostListener } from './host.ts';
import { LabController } from './labController.ts';
import type { LabState } from './labStore.ts';
import { initialState } from './useLab.ts';

const aFrame = (more: Partial<Frame> = {}): Frame => ({
  now: 0,
  furthest: 0,
  flights: [],
  jumped: false,
  scene: null,
  log: [],
  skippedLines: 0,
  ...more,
});

const aScene = { at: 0, cards: [], links: [], comparison: [] } as unknown as Scene;
const line = (entry: number) => ({ entry, at: 0, text: '', tone: 'plain' as const, about: null });

/** A controller whose host is played by the test: what is asked waits until it is answered. */
function stage() {
  const store = createStore<LabState>(() => ({ ...initialState }));
  const asked: { request: Asked; answer: (answer: Answer) => void }[] = [];
  let listener: HostListener | undefined;
  const controller = new LabController(
    store,
    async () => ({ ok: true, labId: 'busy', definition: busyLab }),
    () => {},
    (heard) => {
      listener = heard;
      return {
        ask: (request) =>
          new Promise((answer) => {
            asked.push({ request, answer });
          }),
      };
    },
  );
  const frame = (more: Partial<Frame>) => listener!.frame(aFrame(more));
  const answerAll = (answer: Answer = { ok: true, value: {} }) => {
    for (const { answer: give } of asked.splice(0)) give(answer);
    return vi.waitFor(() => {});
  };
  return { store, controller, asked, frame, answerAll, hear: () => listener! };
}

describe('playing', () => {
  it('asks the session to follow, one question at a time, and shows what has been reached', async () => {
    const { controller, asked, frame, answerAll } = stage();
    controller.setSpeed(1);
    controller.play();
    controller.tick(0);
    controller.tick(16);
    controller.tick(32);
    expect(asked.map(({ request }) => request)).toEqual([{ do: 'advance', to: 16_000 }]);
    expect(controller.playhead()).toBe(0);
    frame({ now: 16_000 });
    expect(controller.playhead()).toBe(16_000);
    await answerAll();
    controller.tick(48);
    expect(asked.map(({ request }) => request)).toEqual([{ do: 'advance', to: 48_000 }]);
  });

  it('shows the clock at most ten times a second', () => {
    const { controller, store, frame } = stage();
    controller.setSpeed(1);
    controller.play();
    let changes = 0;
    store.subscribe((state, before) => {
      if (state.now !== before.now) changes++;
    });
    for (let ms = 0; ms <= 1_000; ms += 10) {
      controller.tick(ms);
      frame({ now: ms * 1_000 });
    }
    expect(changes).toBeGreaterThan(5);
    expect(changes).toBeLessThanOrEqual(10);
  });

  it('stands still while a seek is under way, and goes on from there', async () => {
    const { controller, asked, frame, answerAll } = stage();
    controller.setSpeed(1);
    controller.play();
    controller.tick(0);
    const sought = controller.seek(9_000_000);
    controller.tick(500);
    expect(asked.map(({ request }) => request)).toEqual([{ do: 'seek', to: 9_000_000 }]);
    frame({ now: 9_000_000, jumped: true });
    await answerAll();
    await sought;
    controller.tick(600);
    expect(controller.playhead()).toBe(9_000_000);
    controller.tick(616);
    expect(asked.map(({ request }) => request)).toEqual([{ do: 'advance', to: 9_016_000 }]);
  });
});

it('[N7] shows what it slows down for at its instant, as soon as that has been computed', async () => {
  const { controller, asked, frame, answerAll, hear } = stage();
  controller.setSpeed(20_000);
  controller.play();
  controller.tick(0);
  controller.tick(16);
  hear().unasked({ re: -1, do: 'eventful', at: 90_000_000 });
  expect(controller.playhead()).toBe(0);
  frame({ now: 90_000_000 });
  expect(controller.playhead()).toBe(90_000_000);
  await answerAll();
  controller.tick(32);
  expect(asked.map(({ request }) => request)).toEqual([{ do: 'advance', to: 90_004_000 }]);
});

it('pauses when the simulation cannot go on', async () => {
  const { controller, store, asked, answerAll } = stage();
  controller.play();
  controller.tick(0);
  controller.tick(16);
  await answerAll({ ok: false, error: 'A broken invariant.' });
  await vi.waitFor(() => expect(store.getState().playing).toBe(false));
  await answerAll({ ok: false, error: 'A broken invariant.' });
  controller.tick(32);
  expect(asked).toEqual([]);
});

it('keeps only the last of the seeks that come while one is under way', async () => {
  const { controller, asked, answerAll } = stage();
  const first = controller.seek(1);
  for (let to = 2; to <= 50; to++) void controller.seek(to);
  expect(asked.map(({ request }) => request)).toEqual([{ do: 'seek', to: 1 }]);
  await answerAll();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]!.request).toEqual({ do: 'seek', to: 50 });
  await answerAll();
  await first;
});

it('[B5] lets a newer seek overtake one that takes long', async () => {
  const { controller, asked, answerAll } = stage();
  const sought = controller.seek(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  void controller.seek(2);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]!.request).toEqual({ do: 'seek', to: 2 });
  await answerAll();
  await sought;
  expect(asked).toEqual([]);
});

it('goes on with the log, and begins it anew after a jump', () => {
  const { store, frame } = stage();
  frame({ log: [line(1), line(2)] });
  frame({ log: [line(3)], scene: aScene });
  expect(store.getState().log.map(({ entry }) => entry)).toEqual([1, 2, 3]);
  frame({ log: [line(1)], jumped: true });
  expect(store.getState().log.map(({ entry }) => entry)).toEqual([1]);
});

it('tells of a lab that cannot be read, and leaves the open one alone', async () => {
  const store = createStore<LabState>(() => ({ ...initialState, labId: 'orders', ready: true }));
  const controller = new LabController(
    store,
    async () => ({ ok: false, error: '3:1 Resources: nothing stands there.' }),
    () => {},
    () => ({ ask: () => new Promise(() => {}) }),
  );
  expect(await controller.open({ text: '', name: 'x' })).toMatchObject({ ok: false });
  expect(store.getState()).toMatchObject({
    labId: 'orders',
    ready: true,
    notices: [{ level: 'error', text: '3:1 Resources: nothing stands there.' }],
  });
});

it('asks once for the lab that the page begins with, and says when there is none of that name', async () => {
  const { controller, store, asked, answerAll } = stage();
  const opened = controller.open({ id: 'busy' });
  expect(asked.map(({ request }) => request)).toEqual([
    { do: 'open', labId: 'busy', definition: null, fresh: false, isNamed: true },
  ]);
  await answerAll({ ok: false, error: 'There is no lab of that name.' });
  expect(await opened).toMatchObject({ ok: false });
  expect(store.getState().notices).toMatchObject([{ text: 'There is no lab of that name.' }]);
  const again = controller.open({ id: 'busy' });
  const value = { labId: 'busy', title: 'T', definition: busyLab, layout: null, resumed: false };
  await answerAll({ ok: true, value });
  expect(await again).toEqual({ ok: true });
  void controller.restart(); // from what has been read there
  expect(asked[0]!.request).toMatchObject({ labId: 'busy', definition: busyLab, fresh: true });
});

it('[B15] opens again what was open when the storing of a long file is cancelled', async () => {
  const { controller, asked, answerAll, store } = stage();
  const value = { labId: 'busy', title: 'T', definition: busyLab, resumed: false };
  const opened = controller.open({ id: 'busy' });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await answerAll({ ok: true, value });
  await opened;
  const cancelled = controller.open({ file: new Blob(['']), name: 'long.yaml' });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await answerAll({ ok: false, error: storageWords.cancelled });
  await vi.waitFor(() => expect(asked[0]?.request).toMatchObject({ do: 'open', labId: 'busy' }));
  await answerAll({ ok: true, value });
  expect(await cancelled).toMatchObject({ ok: false });
  expect(store.getState()).toMatchObject({ ready: true, notices: [] });
});

it('[B12] opens another seed as a lab of its own', async () => {
  const { controller, asked, answerAll } = stage();
  const opened = controller.open({ id: 'busy' }, { seed: 9 });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]!.request).toMatchObject({ labId: 'busy@9', definition: { seed: 9 } });
  await answerAll({
    ok: true,
    value: { labId: 'busy@9', title: 'T', definition: { ...busyLab, seed: 9 }, resumed: false },
  });
  expect(await opened).toEqual({ ok: true });
});

it('shows a sentence once, however often it is said', () => {
  const { controller, store } = stage();
  controller.notify('info', 'a', 'Same.');
  controller.notify('info', 'a', 'Same.');
  expect(store.getState().notices).toHaveLength(1);
  controller.dismiss(store.getState().notices[0]!.id);
  expect(store.getState().notices).toEqual([]);
});

it('[B9] stands still as soon as another tab has the lab, and says only who has it now', () => {
  const { store, controller, asked, hear } = stage();
  const told = (code: string) =>
    hear().unasked({ re: -1, do: 'notice', level: 'info', code, text: code });
  controller.play();
  hear().unasked({ re: -1, do: 'storage', state: { kind: 'follower' } });
  told('handedOver');
  expect(store.getState().playing).toBe(false);
  expect(controller.tick(16)).toBe(false);
  controller.play();
  expect(asked).toEqual([]);
  expect(store.getState().notices.map(({ code }) => code)).toEqual(['follower']);
  told('takenOver');
  expect(store.getState().notices.map(({ code }) => code)).toEqual(['takenOver']);
});
