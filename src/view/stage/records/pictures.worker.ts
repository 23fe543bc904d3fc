/** Draws pictures of crowds of records, so that the page's own thread has time for everything else. */
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';
import { CanvasPen } from './canvasPen.ts';
import { replay } from './listPen.ts';
import type { PictureRequest, PictureResponse } from './pictureMessages.ts';

const tell = (response: PictureResponse): void => postMessage(response);

let pens: CanvasPen[] = [];
/** A frame draws one; two that come within one frame are drawn in two, so that motion stays even. */
const MOST_WAITING = 2;
let waiting: Extract<PictureRequest, { do: 'draw' }>[] = [];

self.onmessage = ({ data }: MessageEvent<PictureRequest>): void => {
  if (data.do === 'begin') {
    pens = data.canvases.map((canvas) => new CanvasPen(canvas, data.colours));
    void begin();
  } else if (data.do === 'restyle') {
    for (const pen of pens) pen.restyle(data.colours);
  } else if (data.do === 'empty') {
    waiting = waiting.filter(({ canvas }) => canvas !== data.canvas);
    pens[data.canvas]?.empty();
  } else {
    if (waiting.length === 0) requestAnimationFrame(draw);
    if (waiting.push(data) > MOST_WAITING) waiting.shift();
  }
};

/** Without its face it draws in another one, like the page. */
async function begin(): Promise<void> {
  const face = new FontFace('JetBrains Mono Variable', `url(${mono})`, { weight: '100 800' });
  (self as unknown as { fonts: FontFaceSet }).fonts.add(face);
  await face.load().catch(() => {});
  tell({ do: 'ready' });
}

function draw(): void {
  const next = waiting.shift();
  if (next === undefined) return;
  if (waiting.length > 0) requestAnimationFrame(draw);
  const { picture, canvas, list } = next;
  replay(list, pens[canvas]!);
  // What was drawn is handed on at the end of this frame.
  setTimeout(() => tell({ do: 'drawn', picture }));
}
