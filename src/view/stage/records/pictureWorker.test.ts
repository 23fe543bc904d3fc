import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { waitForStill } from '../../frameLoop.ts';
import type { ThemeColours } from '../../theme/themeColours.ts';
import type { PictureList } from './listPen.ts';
import type { PictureRequest, PictureResponse } from './pictureMessages.ts';
import { PictureWorker, type WorkerLike } from './pictureWorker.ts';

interface FakeCanvas {
  hidden: boolean;
  style: Record<string, string>;
}
let canvases: FakeCanvas[] = [];
let asked: PictureRequest[] = [];
let drawn = 0;
let shown = 0;
let failed = 0;
let worker: WorkerLike;
let opened: PictureWorker;

beforeEach(() => {
  [canvases, asked, drawn, shown, failed] = [[], [], 0, 0, 0];
  vi.useFakeTimers();
  const remove = (): void => {};
  const createElement = () => {
    const canvas = { hidden: false, style: {}, transferControlToOffscreen: () => ({}), remove };
    canvases.push(canvas);
    return canvas;
  };
  vi.stubGlobal('document', { createElement });
  worker = {
    postMessage: (request) => asked.push(request),
    onmessage: null,
    onerror: null,
    terminate: () => {},
  };
});

afterEach(() => {
  opened.end(); // nothing of it keeps the page from being still
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = (): PictureWorker => {
  opened = new PictureWorker(
    { append: () => {} } as unknown as HTMLElement,
    {} as ThemeColours,
    { drawn: () => drawn++, seen: () => shown++, failed: () => failed++ },
    () => worker,
  );
  return opened;
};
const hear = (data: PictureResponse): void => worker.onmessage?.({ data } as MessageEvent);
const list = (): PictureList => ({ numbers: new Float64Array(1) }) as PictureList;
const answerAll = (): void => {
  const last = asked.at(-1);
  if (last !== undefined && 'picture' in last) hear({ do: 'drawn', picture: last.picture });
};
const HERE = { x: 0, y: 0, width: 800, height: 600 };
const THERE = { ...HERE, x: 200 };
const seen = (): number[] => canvases.flatMap(({ hidden }, i) => (hidden ? [] : [i]));
const canvasOf = (request?: PictureRequest) => (request?.do === 'draw' ? request.canvas : null);
const emptied = (): number[] =>
  asked.flatMap((request) => (request.do === 'empty' ? [request.canvas] : []));

it('draws another place on the other canvas, and lets the first go once that is on the screen', () => {
  const own = open();
  expect(own.isReady).toBe(false);
  hear({ do: 'ready' });
  expect([own.isReady, drawn, seen()]).toEqual([true, 1, []]);
  own.draw(list(), HERE);
  expect([canvasOf(asked.at(-1)), seen()]).toEqual([0, []]);
  answerAll();
  expect([seen(), shown, canvases[0]!.style.left]).toEqual([[0], 0, '0px']);
  vi.runAllTimers();
  expect(shown).toBe(1);

  own.draw(list(), HERE);
  expect(canvasOf(asked.at(-1))).toBe(0);
  expect([own.isFree(HERE), own.isFree(THERE)]).toEqual([true, false]);
  for (let i = 0; i < 3; i++) own.draw(list(), HERE);
  expect(own.isFree(HERE)).toBe(false);
  answerAll();

  asked.length = 0;
  own.draw(list(), THERE);
  expect([canvasOf(asked.at(-1)), seen()]).toEqual([1, [0]]);
  expect(canvases.map(({ style }) => style.left)).toEqual(['0px', '200px']);
  answerAll();
  expect([seen(), own.isFree(THERE), own.isFree(HERE)]).toEqual([[0, 1], true, false]);
  vi.runAllTimers();
  expect([seen(), emptied(), own.isFree(HERE)]).toEqual([[1], [0], true]);
  own.draw(list(), HERE);
  expect(canvasOf(asked.at(-1))).toBe(0);
});

it('lets what is seen grow with the stage until it is drawn anew', () => {
  const own = open();
  own.draw(list(), THERE);
  answerAll();
  vi.runAllTimers();
  own.stretch(1.5);
  expect(canvases[0]!.style).toMatchObject({ left: '300px', width: '1200px', height: '900px' });
  own.draw(list(), THERE);
  expect(canvasOf(asked.at(-1))).toBe(1);
});

it('is hidden at once, whatever is still on its way, and is seen again only when it is drawn again', () => {
  const own = open();
  own.draw(list(), HERE);
  answerAll();
  own.draw(list(), HERE);
  const late = asked.at(-1);
  own.hide();
  own.hide();
  expect([seen(), emptied()]).toEqual([[], [0, 1]]);
  vi.runAllTimers();
  if (late?.do === 'draw') hear({ do: 'drawn', picture: late.picture });
  expect([seen(), shown]).toEqual([[], 0]);
  own.draw(list(), HERE);
  expect(seen()).toEqual([]);
  answerAll();
  expect(seen()).toEqual([0]);
});

it('keeps the page from being still until what it was asked for is seen', async () => {
  const own = open();
  own.draw(list(), HERE);
  let still = false;
  void waitForStill(100).then(() => {
    still = true;
  });
  await vi.advanceTimersByTimeAsync(500);
  expect(still).toBe(false);
  answerAll();
  await vi.advanceTimersByTimeAsync(500);
  expect(still).toBe(true);
});

it('says that it has failed, whenever that is', () => {
  open();
  worker.onerror?.({} as ErrorEvent);
  expect(failed).toBe(1);
});
