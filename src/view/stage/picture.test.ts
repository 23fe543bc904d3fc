/** What the canvas draws, held against a fold of the journal that shares nothing with how it is drawn. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Simulation } from '../../engine/index.ts';
import { Entry } from '../../engine/kernel/journal.ts';
import { instant } from '../../engine/kernel/time.ts';
import { atSeconds, put } from '../../engine/testing/definitions.ts';
import type { World } from '../../engine/world.ts';
import { marksOfFlight, Paths } from '../../projections/geometry/placedFlights.ts';
import { placeRecords } from '../../projections/geometry/placedRecords.ts';
import { layoutStage } from '../../projections/geometry/stageLayout.ts';
import { makeScene } from '../../projections/scene/makeScene.ts';
import type { Flight } from '../../projections/scene/scene.ts';
import { openOrders } from '../../projections/testing/labs.ts';
import type { History } from '../../runtime/history/history.ts';
import { LiveFlights } from '../../runtime/page/liveFlights.ts';
import { Frames } from '../../runtime/session/frames.ts';
import { realPictures } from '../../runtime/session/realPictures.ts';
import type { ThemeColours } from '../theme/themeColours.ts';
import { CanvasPen } from './records/canvasPen.ts';
import { ListPen, replay } from './records/listPen.ts';
import { RecordPainter } from './records/recordPainter.ts';
import { RecordWords } from './records/recordWords.ts';

/**
 * Everything under way at the world's present, as the journal's own pairs of leaving and arriving say:
 * a departure counts until an entry tells of its end. Only what has no such entry ends after its time.
 */
function underWay(world: World): string[] {
  const { journal, now } = world;
  const open = new Map<string, string>();
  const timed: { until: number; what: string }[] = [];
  const ends: Record<number, (a: number, d: number) => string> = {
    [Entry.itemPut]: (_, write) => `write ${write}`,
    [Entry.itemUpdated]: (_, write) => `write ${write}`,
    [Entry.itemDeleted]: (_, write) => `write ${write}`,
    [Entry.noOpWritten]: (write) => `write ${write}`,
    [Entry.conditionFailed]: (write) => `write ${write}`,
    [Entry.invocationStarted]: (invocation) => `batch ${invocation}`,
    [Entry.effectCompleted]: (effect) => `effect ${effect}`,
    [Entry.effectFailed]: (effect) => `effect ${effect}`,
  };
  for (let entry = 0; entry < journal.length; entry += 1) {
    const { at, a, c, d } = journal.read(entry);
    const kind = journal.kindOf(entry);
    if (kind === Entry.writeSent) open.set(`write ${a}`, `to the table: item ${c}`);
    else if (kind === Entry.batchSent) {
      const records = world.invocations.to.get(a) - world.invocations.from.get(a);
      open.set(`batch ${a}`, `to the function: ${records}`);
    } else if (kind === Entry.effectSent) open.set(`effect ${a}`, `to a target: change ${c}`);
    else if (kind === Entry.streamRecordAppended) {
      timed.push({ until: at + d, what: `to the stream: change ${a}` });
    } else if (kind === Entry.imageReturned) {
      timed.push({ until: at + 500_000, what: `to the scan: change ${c}` });
    } else open.delete(ends[kind]?.(a, d) ?? '');
  }
  const stillTimed = timed.filter(({ until }) => until > now).map(({ what }) => what);
  return [...open.values(), ...stillTimed].sort();
}

function nameOf({ to, marks, total }: Flight): string {
  const kind = to.card.split(':')[0]!;
  if (kind === 'table') return `to the table: item ${marks[0]!.item}`;
  if (kind === 'function') return `to the function: ${total}`;
  const where = { stream: 'the stream', target: 'a target', poller: 'the scan' }[kind];
  return `to ${where}: change ${marks[0]!.change}`;
}

/** Where pictures were stamped on the canvas, in its pixels. */
interface Stamp {
  x: number;
  y: number;
}

function fakeCanvas(stamps: Stamp[]): HTMLCanvasElement {
  const nothing = (): void => {};
  const canvas = {
    getContext: () => context,
    transferToImageBitmap: () => ({ close: nothing }),
    width: 0,
    height: 0,
  };
  const context = new Proxy(
    {
      canvas,
      drawImage: (...[, , , , , x, y, width, height]: number[]) =>
        stamps.push({ x: x! + width! / 2, y: y! + height! / 2 }),
      measureText: (text: string) => ({ width: text.length * 7 }),
    } as Record<string, unknown>,
    { get: (own, name: string) => own[name] ?? nothing, set: () => true },
  );
  return canvas as unknown as HTMLCanvasElement;
}

beforeAll(() => {
  vi.stubGlobal('document', { createElement: () => fakeCanvas([]) });
  vi.stubGlobal('OffscreenCanvas', function Sheet() {
    return fakeCanvas([]);
  });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

function painted(
  simulation: Simulation,
  flights: LiveFlights,
): { names: string[]; missed: number } {
  const scene = makeScene(simulation.world);
  const layout = layoutStage(scene, { width: 1_440, height: 900 });
  const placed = placeRecords(layout, new Paths(layout), scene, flights.all, scene.at);
  const stamps: Stamp[] = [];
  const colours = { items: [], mono: 'mono' } as unknown as ThemeColours;
  const shot = { width: 1_440, height: 900, ratio: 1, originX: 0, originY: 0 };
  const list = new ListPen(); // as a worker is told it
  new RecordPainter(list, new RecordWords(colours)).paint({
    ...{ marks: [], flights: placed.flights, shot, focus: null },
    ...{ selected: -1, selectedItem: -1, hovered: -1, labelledFlights: 12 },
  });
  replay(list.take(), new CanvasPen(fakeCanvas(stamps), colours));
  const wanted = placed.flights.flatMap(marksOfFlight);
  const missed = wanted.filter(
    ({ x, y }) => !stamps.some((s) => Math.abs(s.x - x) < 1 && Math.abs(s.y - y) < 1),
  ).length;
  expect(stamps).toHaveLength(wanted.length);
  return { names: placed.flights.map(({ flight }) => nameOf(flight)).sort(), missed };
}

it('rings nothing else when something is selected that is nowhere to be seen', async () => {
  const simulation = await openOrders();
  simulation.runUntil(atSeconds(20));
  for (let i = 0; i < 5; i++) simulation.submit(put({ id: { S: `order#on-its-way-${i}` } }));
  const scene = makeScene(simulation.world);
  const layout = layoutStage(scene, { width: 1_440, height: 900 });
  const flying = realPictures.flightsInMotion(simulation.world, scene.at);
  const placed = placeRecords(layout, new Paths(layout), scene, flying, scene.at);
  expect(placed.flights.flatMap(marksOfFlight).some(({ mark }) => mark.change < 0)).toBe(true);
  const colours = { items: [], mono: 'mono' } as unknown as ThemeColours;
  const listed = (selected: number, selectedItem: number) => {
    const list = new ListPen();
    new RecordPainter(list, new RecordWords(colours)).paint({
      ...{ ...placed, focus: null, selected, selectedItem, hovered: -1, labelledFlights: 12 },
      shot: { width: 1_440, height: 900, ratio: 1, originX: 0, originY: 0 },
    });
    return list.take();
  };
  expect(listed(1e6, -1)).toEqual(listed(-1, -1));
  expect(listed(-1, 1e6)).toEqual(listed(-1, -1));
});

it('[V93] the picture equals the journal at random instants, whether time went on or jumped', async () => {
  const seen = new Set<string>();
  for (const seed of [1, 2]) {
    const simulation = await openOrders({ seed });
    const history = { simulation, furthest: 0 } as unknown as History;
    const frames = new Frames(history, realPictures, () => 0);
    const flights = new LiveFlights();
    let at = 0;
    for (let i = 0; i < 25; i += 1) {
      // Steps of 1 ms to 1 s, by a rule of their own.
      at += 1_000 + ((i * 7_919 + seed * 104_729) % 97) * 10_000;
      simulation.runUntil(instant(at));
      if (i % 9 === 8) frames.forget();
      const { flights: news, jumped } = frames.make(false);
      flights.add(news, jumped, at);
      const { names, missed } = painted(simulation, flights);
      expect(names).toEqual(underWay(simulation.world));
      expect(missed).toBe(0);
      for (const name of names) seen.add(name.split(':')[0]!);
    }
  }
  const ways = ['a target', 'the function', 'the scan', 'the stream', 'the table'];
  expect([...seen].sort()).toEqual(ways.map((way) => `to ${way}`));
});
