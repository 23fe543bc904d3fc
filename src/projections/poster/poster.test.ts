import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { builtInLabs } from '../../lab/builtIn/index.ts';
import { readLab } from '../../lab/readLab.ts';
import { withPlaces } from '../geometry/movedCards.ts';
import { Paths } from '../geometry/placedFlights.ts';
import { placeRecords } from '../geometry/placedRecords.ts';
import { layoutStage } from '../geometry/stageLayout.ts';
import { momentOf } from './moment.ts';
import { short } from './pen.ts';
import { type Moment, poster, stagePicture } from './poster.ts';
import { posterColours } from './posterColours.ts';

const MOST_GZIP_BYTES = 40_000;
const usual = { theme: 'light', width: 1_200, height: 420 } as const;

async function momentsOf(text: string, seconds: readonly number[]): Promise<Moment[]> {
  const reading = readLab(text);
  if (!reading.ok) throw new Error(reading.errors[0]!.message);
  const simulation = await openSimulation(reading.definition);
  return seconds.map((second) => {
    simulation.runUntil(instant(second * 1e6));
    return momentOf(simulation);
  });
}

describe('[V60] a still picture', () => {
  it.each(builtInLabs)('of $id is small, at any width and in both themes', async (lab) => {
    const moments = await momentsOf(lab.text, [2, 12.3, 30]);
    for (const look of [usual, { theme: 'dark', width: 390, height: 100 } as const]) {
      const svg = poster(lab.id, moments, look);
      expect(gzipSync(svg).length).toBeLessThan(MOST_GZIP_BYTES);
      expect(svg).not.toMatch(/NaN|undefined|<style|<script|href/u);
    }
  });

  it('stands every record where the stage does', async () => {
    const [moment] = await momentsOf(builtInLabs[0]!.text, [12.05]);
    const { scene, flights } = moment!;
    const layout = layoutStage(scene, usual);
    const { marks, flights: flying } = placeRecords(
      layout,
      new Paths(layout),
      scene,
      flights,
      scene.at,
    );
    const svg = stagePicture('Orders', moment!, usual);
    const circles = marks.filter(({ mark }) => mark.kind === 1);
    expect(circles.length).toBeGreaterThan(0);
    for (const { x, y } of circles) {
      expect(svg).toContain(`d="M${short(x - 5.5)} ${short(y)}a5.5 5.5`);
    }
    expect(flying.length).toBe(
      flights.filter((f) => scene.at >= f.departAt && scene.at < f.arriveAt).length,
    );
  });

  it('stands cards where they have been put', async () => {
    const [moment] = await momentsOf(builtInLabs[0]!.text, [12]);
    const places = { 'table:0': { part: 0.5, y: 900 } };
    const { boxes } = withPlaces(layoutStage(moment!.scene, usual), places);
    const { x, y } = boxes.get('table:0')!.rect;
    expect([x, y]).toEqual([600, 900]);
    const corner = `x="${short(x + 0.5)}" y="${short(y + 0.5)}"`; // its border
    const usualPlace = stagePicture('Orders', moment!, usual);
    expect(usualPlace).not.toContain(corner);
    const moved = stagePicture('Orders', moment!, { ...usual, places });
    expect(moved).toContain(corner);
    const heightOf = (svg: string): number => Number(/height="(\d+)"/u.exec(svg)![1]);
    expect(heightOf(moved)).toBeGreaterThan(900);
    expect(heightOf(usualPlace)).toBeLessThan(900);
  });

  it('says in words what it shows, and shows its words as text', async () => {
    const [moment] = await momentsOf(builtInLabs[0]!.text, [12]);
    const svg = poster('Orders', [moment!], usual);
    expect(svg).toMatch(
      /<svg [^>]*role="img" aria-labelledby="shardscope-title shardscope-about"/u,
    );
    expect(svg).toContain('<title id="shardscope-title">Shardscope: Orders</title>');
    expect(svg).toMatch(/<desc [^>]*>At 12 s\. .*Orders: \d+ items in 4 partitions/u);
    expect(svg).toMatch(/<text [^>]*>OrderProcessor<\/text>/u);
  });

  it('interprets nothing that comes from a lab', async () => {
    const [moment] = await momentsOf(builtInLabs[0]!.text, [3]);
    const { scene, flights } = moment!;
    const title = '<script>alert(1)</script>"\u0000';
    const cards = scene.cards.map((card) => ({ ...card, title }));
    const svg = poster(title, [{ scene: { ...scene, cards }, flights }], usual);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('&lt;script&gt;');
  });

  it('is the same, byte for byte, whenever it is drawn', async () => {
    const [first, second] = await Promise.all(
      [0, 1].map(() => momentsOf(builtInLabs[1]!.text, [5, 9])),
    );
    expect(poster('Lab', first!, usual)).toBe(poster('Lab', second!, usual));
  });

  it('has the colours of the page', () => {
    const tokens = readFileSync('src/view/theme/tokens.css', 'utf8');
    const blocks = {
      light: tokens.split('@media')[0]!,
      dark: tokens.split('[data-theme="dark"]')[1]!,
    };
    for (const theme of ['light', 'dark'] as const) {
      const value = (name: string) =>
        new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(blocks[theme])?.[1];
      const { items, ...named } = posterColours[theme];
      expect(items).toEqual(items.map((_, i) => value(`item-${i}`)));
      for (const [name, colour] of Object.entries(named)) expect(value(name), name).toBe(colour);
    }
  });
});
