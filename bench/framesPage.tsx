/** The stage with `?records=N` labelled records in motion at every instant, for measuring its frames. */
import '../src/view/theme/fonts.css';
import '../src/view/theme/tokens.css';
import '../src/view/theme/base.css';
import '../src/view/stage/gallery/stageGallery.css';
import { createRoot } from 'react-dom/client';
import { countedFlights } from '../src/projections/flights/counted.ts';
import type { Flight } from '../src/projections/scene/scene.ts';
import type { LiveStage } from '../src/runtime/page/labStore.ts';
import { onFrame } from '../src/view/frameLoop.ts';
import { fixtureAt, fixtureStartAtMs } from '../src/view/stage/gallery/fixtureRecords.ts';
import { fixtureScene } from '../src/view/stage/gallery/fixtureScene.ts';
import { Stage } from '../src/view/stage/Stage.tsx';

export interface FrameFigures {
  /** Milliseconds between one frame and the next, each. */
  intervals: number[];
  /** Milliseconds of our own script in a frame, each. */
  work: number[];
  /** Milliseconds between one drawn picture of the records and the next, where a worker draws them. */
  drawn: number[];
}

declare global {
  interface Window {
    measureFrames(forMs: number): Promise<FrameFigures>;
  }
}

const inMotion = Number(new URLSearchParams(location.search).get('records'));
const TRAVEL_US = 2_000_000;
const ways: readonly (readonly [Flight['from'], Flight['to']])[] = [
  [{ card: 'writers' }, { card: 'table', lane: 0 }],
  [
    { card: 'table', lane: 1 },
    { card: 'stream', lane: 1 },
  ],
  [
    { card: 'stream', lane: 0 },
    { card: 'audit', lane: 3 },
  ],
  [
    { card: 'stream', lane: 2 },
    { card: 'processor', lane: 2 },
  ],
  [{ card: 'processor', lane: 0 }, { card: 'products' }],
  [{ card: 'table', lane: 2 }, { card: 'poller' }],
];

/** As many flights as are in motion at once; each sets out again when it has arrived. */
const flights: Flight[] = Array.from({ length: inMotion }, (_, i) => {
  const departAt = fixtureAt - (i / inMotion) * TRAVEL_US;
  const [from, to] = ways[i % ways.length]!;
  const mark = {
    change: i,
    item: i % 500,
    kind: 1 + (i % 3),
    label: `order#${i % 500}`,
    at: departAt,
    state: 'inFlight' as const,
    duplicate: i % 11 === 0,
    count: 1,
  };
  return { entry: i, departAt, arriveAt: departAt + TRAVEL_US, from, to, marks: [mark], total: 1 };
});

let playhead = fixtureAt;
/** Streams are counted when they set out, as where frames come from a worker. */
const shown: readonly Flight[] = countedFlights(flights);
const live: LiveStage = { playhead: () => playhead, flights: () => shown };

/** What has arrived sets out again. */
function setOutAgain(flight: Flight): void {
  const { stream } = flight;
  if (stream === undefined) {
    if (flight.arriveAt > playhead) return;
    flight.departAt += TRAVEL_US;
    flight.arriveAt += TRAVEL_US;
    return;
  }
  // In the order of departure the first have arrived: they go to the end.
  let arrived = 0;
  while (arrived < stream.arriveAt.length && stream.arriveAt[arrived]! <= playhead) arrived += 1;
  if (arrived === 0) return;
  for (const column of [stream.departAt, stream.arriveAt]) {
    const again = column.slice(0, arrived).map((at) => at + TRAVEL_US);
    column.copyWithin(0, arrived);
    column.set(again, column.length - arrived);
  }
  flight.departAt = stream.departAt[0]!;
  flight.arriveAt = stream.arriveAt.at(-1)!;
}

/** Listens to the worker that draws the records. */
const PageWorker = window.Worker;
let lastDrawn = -1;
window.Worker = class extends PageWorker {
  constructor(address: string | URL, options?: WorkerOptions) {
    super(address, options);
    this.addEventListener('message', ({ data }: MessageEvent<{ do?: string }>) => {
      if (data.do !== 'drawn') return;
      const nowMs = performance.now();
      if (figures !== null && lastDrawn >= 0) figures.drawn.push(nowMs - lastDrawn);
      lastDrawn = nowMs;
    });
  }
};

let begunAt = 0;
let figures: FrameFigures | null = null;
let lastFrame = -1;
onFrame('clock', (nowMs, elapsedMs) => {
  begunAt = performance.now();
  if (figures !== null && lastFrame >= 0) figures.intervals.push(nowMs - lastFrame);
  lastFrame = nowMs;
  playhead += elapsedMs * 1_000;
  for (const flight of shown) setOutAgain(flight);
  return true;
});

window.measureFrames = async (forMs) => {
  const own: FrameFigures = { intervals: [], work: [], drawn: [] };
  const end = onFrame('paint', () => {
    own.work.push(performance.now() - begunAt);
  });
  figures = own;
  await new Promise((resolve) => setTimeout(resolve, forMs));
  figures = null;
  end();
  return own;
};

const nothing = (): void => {};
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <main className="gallery">
      <h1 className="gallery-caption">{inMotion} records in motion</h1>
      <Stage
        scene={fixtureScene}
        live={live}
        selection={null}
        onSelect={nothing}
        actions={{ onWrite: nothing, onFault: nothing, onCompare: nothing }}
        startAtMs={fixtureStartAtMs}
        reducedMotion={false}
        labelledFlights={Number.POSITIVE_INFINITY}
      />
    </main>,
  );
}
