/** The stage of an embed: the still picture's own drawing, drawn anew as time passes. */
import { type CardPlaces, withPlaces } from '../../projections/geometry/movedCards.ts';
import { Paths } from '../../projections/geometry/placedFlights.ts';
import { placeRecords } from '../../projections/geometry/placedRecords.ts';
import { layoutStage, type StageLayout } from '../../projections/geometry/stageLayout.ts';
import { drawRecords } from '../../projections/poster/drawRecords.ts';
import { hatchPattern } from '../../projections/poster/hatch.ts';
import { Pen } from '../../projections/poster/pen.ts';
import { drawCard, drawCards, drawLines, momentText } from '../../projections/poster/poster.ts';
import { type PosterTheme, posterColours } from '../../projections/poster/posterColours.ts';
import { STILL_WIDTHS, stillShape } from '../../projections/poster/stills.ts';
import type { Flight, Scene } from '../../projections/scene/scene.ts';
import { svgElement, svgNodes } from '../svg.ts';

const LEAST_WIDTH = 320;
const FONT = "'Inter Variable',Inter,system-ui,sans-serif";

export class StageView {
  readonly element = svgElement('svg', { role: 'img', 'font-family': FONT, 'font-size': '12' });
  private readonly hatch = svgElement('g', {});
  private readonly cards = svgElement('g', {});
  private readonly records = svgElement('g', {});
  private layout: StageLayout | null = null;
  private paths: Paths | null = null;
  private drawnScene: Scene | null = null;
  private room = { width: LEAST_WIDTH, height: 0 };
  /** Pixels of the page to a pixel of the drawing. */
  private scale = 1;
  private theme: PosterTheme = 'light';
  private places: CardPlaces = {};

  constructor() {
    this.element.append(this.hatch, this.cards, this.records);
  }

  /** @param theme another one draws everything anew. */
  restyle(theme: PosterTheme): void {
    this.theme = theme;
    this.hatch.replaceChildren(...svgNodes(hatchPattern(posterColours[theme])));
    this.drawnScene = null;
  }

  /** Cards stand where they have been put. */
  arrange(places: CardPlaces): void {
    this.places = places;
    this.drawnScene = null;
  }

  /** There is this much room, pixels. In a column of text what needs more is drawn smaller. */
  resize(width: number, height: number): void {
    const least = stillShape(width) === 'medium' ? STILL_WIDTHS.medium : LEAST_WIDTH;
    this.scale = Math.min(1, width / least);
    this.room = { width: Math.max(least, width), height: height / this.scale };
    this.drawnScene = null;
  }

  /** @param flights none where motion is not wanted. @param at the playhead, microseconds. */
  draw(scene: Scene, flights: readonly Flight[], at: number): void {
    if (scene !== this.drawnScene) this.drawScene(scene);
    const { layout, paths } = this;
    const pen = new Pen(posterColours[this.theme]);
    drawRecords(pen, placeRecords(layout!, paths!, scene, flights, at));
    this.records.replaceChildren(...svgNodes(pen.toString()));
  }

  /** The first drawing, card by card, so that no frame has to bring all of them. @param rest lets one pass. */
  async build(scene: Scene, rest: () => Promise<void>): Promise<void> {
    this.place(scene);
    this.cards.replaceChildren();
    const draw = (part: (pen: Pen) => void): void => {
      const pen = new Pen(posterColours[this.theme]);
      part(pen);
      this.cards.append(...svgNodes(pen.toString()));
    };
    draw((pen) => drawLines(pen, scene, this.layout!));
    for (const card of scene.cards) {
      await rest();
      if (this.drawnScene !== scene) return; // another size or theme: it is drawn whole
      draw((pen) => drawCard(pen, card, scene, this.layout!, false));
    }
    await rest();
  }

  private drawScene(scene: Scene): void {
    this.place(scene);
    const pen = new Pen(posterColours[this.theme]);
    drawCards(pen, scene, this.layout!, false);
    this.cards.replaceChildren(...svgNodes(pen.toString()));
  }

  private place(scene: Scene): void {
    this.layout = withPlaces(layoutStage(scene, this.room), this.places);
    this.paths = new Paths(this.layout);
    this.drawnScene = scene;
    const { width, height } = this.layout;
    const { element } = this;
    element.setAttribute('viewBox', `0 0 ${width} ${height}`);
    element.setAttribute('width', String(width * this.scale));
    element.setAttribute('height', String(height * this.scale));
    element.setAttribute('aria-label', momentText(scene));
  }
}
