/**
 * The stage at one instant as a picture that stands alone: an SVG with a title, a description and
 * its text as text. It is placed by the very calls that place the page's stage ({@link layoutStage},
 * {@link withPlaces}, {@link edgeLines}, {@link placeRecords}), so that the two cannot drift apart. Rule: [V60] in SPEC.md.
 */
import { edgeLines } from '../geometry/edges.ts';
import { type CardPlaces, withPlaces } from '../geometry/movedCards.ts';
import { Paths } from '../geometry/placedFlights.ts';
import { placeRecords } from '../geometry/placedRecords.ts';
import { layoutStage, type StageLayout } from '../geometry/stageLayout.ts';
import type { Card, Flight, Scene } from '../scene/scene.ts';
import { posterWords as words } from '../words/posterWords.ts';
import { drawFunction } from './drawFunction.ts';
import { drawPoller } from './drawPoller.ts';
import { drawRecords } from './drawRecords.ts';
import { drawStream } from './drawStream.ts';
import { drawTable } from './drawTable.ts';
import { drawAlarm, drawTarget } from './drawTarget.ts';
import { drawWriters } from './drawWriters.ts';
import { hatchPattern } from './hatch.ts';
import { escaped, Pen, short } from './pen.ts';
import { type PosterTheme, posterColours } from './posterColours.ts';
import { linesOf, textWidth } from './textWidth.ts';

/** What there is to see at one instant. */
export interface Moment {
  scene: Scene;
  flights: readonly Flight[];
}

export interface PosterLook {
  theme: PosterTheme;
  /** Pixels. */
  width: number;
  /** The least height of the stage in it, pixels; it grows where its cards need more. */
  height: number;
  /** False: without the stage's buttons, for where a picture of one would mislead. */
  hasButtons?: boolean;
  /** Where cards have been put, as on the stage. */
  places?: CardPlaces;
}

/** Beyond these a picture is no picture. */
export const POSTER_WIDTH = { least: 320, most: 2_400, usual: 1_200 } as const;
export const POSTER_HEIGHT = { least: 100, usual: 420, most: 2_400 } as const;
/** Instants of one storyboard. */
export const MOST_INSTANTS = 12;

const MARGIN = 20;
const FONT = "'Inter Variable',Inter,system-ui,sans-serif";

/** The stage without a caption. @returns how high it is. */
function drawStage(pen: Pen, { scene, flights }: Moment, look: PosterLook): number {
  const layout = withPlaces(layoutStage(scene, look), look.places ?? {});
  drawCards(pen, scene, layout, look.hasButtons);
  drawRecords(pen, placeRecords(layout, new Paths(layout), scene, flights, scene.at));
  return layout.height;
}

/**
 * The cards of a scene and the ways between them.
 * @param hasButtons the stage's buttons are drawn as they stand; else only what they are set to.
 */
export function drawCards(pen: Pen, scene: Scene, layout: StageLayout, hasButtons = true): void {
  drawLines(pen, scene, layout);
  for (const card of scene.cards) drawCard(pen, card, scene, layout, hasButtons);
}

/** The ways between the cards. */
export function drawLines(pen: Pen, scene: Scene, layout: StageLayout): void {
  const { colours } = pen;
  for (const { path, look } of edgeLines(layout, scene)) {
    const isFailing = look === 'failing';
    pen.path(path.d, {
      fill: 'none',
      stroke: isFailing ? colours.bad : colours['line-strong'],
      'stroke-width': isFailing ? 1.2 : undefined,
      'stroke-dasharray': { plain: undefined, failing: '4 3', reads: '2 4' }[look],
    });
  }
}

/** One card of a scene. @param hasButtons as in {@link drawCards}. */
export function drawCard(
  pen: Pen,
  card: Card,
  scene: Scene,
  layout: StageLayout,
  hasButtons: boolean,
): void {
  const box = layout.boxes.get(card.id);
  if (box === undefined) return;
  if (card.type === 'writers') drawWriters(pen, card, box, hasButtons);
  else if (card.type === 'table') drawTable(pen, card, box);
  else if (card.type === 'stream') drawStream(pen, card, box);
  else if (card.type === 'function') drawFunction(pen, card, box, scene.at, hasButtons);
  else if (card.type === 'target') drawTarget(pen, card, box);
  else if (card.type === 'alarm') drawAlarm(pen, card, box);
  else drawPoller(pen, card, box, scene.comparison, scene.at);
}

/**
 * One picture of one or several instants, one under the other, each with its caption.
 * @param lab what it is called.
 * @param moments at least one.
 */
export function poster(lab: string, moments: readonly Moment[], look: PosterLook): string {
  const colours = posterColours[look.theme];
  const pen = new Pen(colours);
  let y = 0;
  for (const moment of moments) {
    y += drawCaption(pen, moment.scene, y, look.width);
    const stage = new Pen(colours);
    const height = drawStage(stage, moment, look);
    pen.element('g', { transform: `translate(0 ${short(y)})` }, stage.toString());
    y += height;
  }
  const about = moments.map(({ scene }) => momentText(scene)).join(' ');
  return svgOf(pen, { width: look.width, height: y }, words.title(lab), about);
}

/** The stage alone as a picture; for what is painted over or beside it by others. */
export function stagePicture(lab: string, moment: Moment, look: PosterLook): string {
  const pen = new Pen(posterColours[look.theme]);
  const height = drawStage(pen, moment, look);
  return svgOf(pen, { width: look.width, height }, words.title(lab), momentText(moment.scene));
}

/** @returns how high it is. */
function drawCaption(pen: Pen, { caption, at }: Scene, y: number, width: number): number {
  const { colours } = pen;
  const end = width - MARGIN;
  const clock = words.clock(at);
  pen.text(end, y + 24, clock, { anchor: 'end', size: 13 });
  // Where the picture is shown without the page's own faces, others are somewhat wider.
  const room = (end - MARGIN) * 0.94;
  const titleRoom = room - textWidth(clock, 13) - 12;
  const fill = caption.tone === 'plain' ? colours.ink : colours[caption.tone];
  let middleY = y + 24;
  const titleWidth = (text: string): number => textWidth(text, 17, true);
  for (const line of linesOf(caption.title, titleRoom, 2, titleWidth)) {
    pen.text(MARGIN, middleY, line, { size: 17, weight: 600, fill });
    middleY += 23;
  }
  for (const line of linesOf(caption.detail, room, 2, (text) => textWidth(text, 13))) {
    pen.text(MARGIN, middleY, line, { size: 13, fill: colours.muted });
    middleY += 18;
  }
  return middleY - y - 3;
}

function svgOf(
  pen: Pen,
  { width, height }: { width: number; height: number },
  title: string,
  about: string,
): string {
  const size = `width="${short(width)}" height="${short(height)}"`;
  const frame = `viewBox="0 0 ${short(width)} ${short(height)}" font-family="${escaped(FONT)}" font-size="12"`;
  const names = `role="img" aria-labelledby="shardscope-title shardscope-about"`;
  const texts = `<title id="shardscope-title">${escaped(title)}</title><desc id="shardscope-about">${escaped(about)}</desc>`;
  const ground = `<rect ${size} fill="${pen.colours.ground}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${frame} ${names}>${texts}${hatchPattern(pen.colours)}${ground}${pen}</svg>\n`;
}

/** What is seen, in sentences: for those who hear the picture, and for searching. */
export function momentText({ at, caption, cards }: Scene): string {
  return [
    words.at(at),
    sentence(caption.title),
    sentence(caption.detail),
    ...cards.map((card) => words.card(card.title, cardFacts(card))),
  ].join(' ');
}

const sentence = (text: string): string =>
  /[.!?]$/u.test(text) || text === '' ? text : `${text}.`;

function cardFacts(card: Card): string {
  switch (card.type) {
    case 'writers':
      return words.writes(card.written);
    case 'table':
      return words.items(card.itemCount, card.partitions.length);
    case 'stream':
      return words.shards(card.shards.length);
    case 'function':
      return card.status;
    case 'target':
      return `${card.line}, ${card.statusInFull}`;
    case 'alarm':
      return card.state;
    case 'poller':
      return words.polled(card.counts.seen, card.counts.deletes + card.counts.collapsed);
  }
}
