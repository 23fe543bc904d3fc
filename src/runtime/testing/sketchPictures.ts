/** Pictures of the simplest kind, for tests of the session: counts instead of cards. */
import type { LogLine, Scene } from '../../projections/scene/scene.ts';
import { timelineStretch } from '../../projections/timeline/drawStretch.ts';
import { nextHit, previousEvent, previousHit } from '../../projections/timeline/watch.ts';
import type { AskedPictures, Pictures } from '../session/pictures.ts';

const line = (entry: number, at: number): LogLine => ({
  entry,
  at,
  text: `entry ${entry}`,
  tone: 'plain',
  about: null,
});

export const sketchPictures: Pictures = {
  makeScene: (_simulation, at): Scene => ({
    at,
    cards: [],
    links: [],
    caption: { title: '', detail: '', tone: 'plain', about: null },
    comparison: [],
  }),
  collectFlights: (world, from, to) =>
    Array.from({ length: to - from }, (_, i) => ({
      entry: from + i,
      departAt: world.journal.atOf(from + i),
      arriveAt: world.journal.atOf(from + i) + 1_000,
      from: { card: 'a' },
      to: { card: 'b' },
      marks: [],
      total: 0,
    })),
  flightsInMotion: () => [],
  logLines: (world, from, to) =>
    Array.from({ length: to - from }, (_, i) => line(from + i, world.journal.atOf(from + i))),
  data: () => ({}),
  items: () => [],
  follow: () => 0,
  timeline: timelineStretch,
  nextHit,
  previousHit,
  previousEvent,
};

export const sketchAskedPictures: AskedPictures = {
  inspect: (_world, selection) => ({
    selection,
    kindLabel: '',
    title: '',
    mark: null,
    story: [],
    figures: [],
    json: null,
    rules: [],
    suggestions: [],
    related: [],
  }),
  report: (simulation) => ({ digest: simulation.world.journal.digest() }),
  measures: () => ({}),
  story: () => [],
  why: () => [],
  life: () => ({ text: '', mermaid: '', readUntil: null }),
  search: () => [],
  code: () => ({ code: null, failure: null, log: [], tests: [] }),
};
