/** The lab's stage as pictures: at some instants, or filmed. */

import { placesOf } from '../../projections/geometry/placedCards.ts';
import { type Moment, type PosterLook, poster } from '../../projections/poster/poster.ts';
import type { PosterTheme } from '../../projections/poster/posterColours.ts';
import { labActions, live, useLab } from '../../runtime/page/useLab.ts';
import { decodedSvg } from '../parts/saveFile.ts';

/** What stands on the stage at this very frame; none before there is anything. */
function presentMoments(): Moment[] {
  const { scene } = useLab.getState();
  if (scene === null) return [];
  return [{ scene: { ...scene, at: live.playhead() }, flights: live.flights() }];
}

/**
 * What stands there at some instants: the lab goes to each of them and comes back.
 * @param atMs none: the present instant alone.
 */
export async function momentsAt(atMs: readonly number[]): Promise<Moment[]> {
  const moments: Moment[] = [];
  const before = live.playhead();
  if (atMs.length > 0 && useLab.getState().playing) labActions.pause();
  for (const each of atMs) {
    await labActions.seek(each * 1_000);
    moments.push(...presentMoments());
  }
  if (atMs.length > 0) await labActions.seek(before);
  return atMs.length > 0 ? moments : presentMoments();
}

/** The theme that the page is shown in now. */
export function themeShown(): PosterTheme {
  return getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light';
}

/** With the cards where they stand on the stage. @returns SVG text. */
export function drawn(moments: readonly Moment[], look: PosterLook): string {
  const { title, layout, definition } = useLab.getState();
  const places = layout === null || definition === null ? {} : placesOf(layout, definition);
  return poster(title, moments, { ...look, places });
}

const FILM_TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];
const FRAMES_PER_SECOND = 12;

/** What this browser records WebM in; undefined where it does not. */
export const filmType = (): string | undefined =>
  typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)
    ? undefined
    : FILM_TYPES.find((type) => MediaRecorder.isTypeSupported(type));

/**
 * Films the stage while the lab plays, in real time.
 * @param signal ends it early; what was filmed until then is kept.
 */
export async function film(
  look: PosterLook,
  seconds: number,
  type: string,
  signal: AbortSignal,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const first = await decodedSvg(drawn(presentMoments(), look));
  canvas.width = first.naturalWidth;
  canvas.height = first.naturalHeight;
  const context = canvas.getContext('2d')!;
  context.drawImage(first, 0, 0);
  const recorder = new MediaRecorder(canvas.captureStream(FRAMES_PER_SECOND), { mimeType: type });
  const chunks: Blob[] = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const ended = new Promise<void>((resolve, reject) => {
    recorder.onstop = () => resolve();
    recorder.onerror = () => reject(new Error('The browser’s recorder has stopped.'));
  });
  recorder.start();
  if (!useLab.getState().playing) labActions.play();
  const until = performance.now() + seconds * 1_000;
  while (performance.now() < until && !signal.aborted && recorder.state === 'recording') {
    context.drawImage(await decodedSvg(drawn(presentMoments(), look)), 0, 0);
    await new Promise((resolve) => setTimeout(resolve, 1_000 / FRAMES_PER_SECOND));
  }
  if (recorder.state !== 'inactive') recorder.stop();
  await ended;
  return new Blob(chunks, { type });
}
