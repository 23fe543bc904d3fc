/**
 * `Metadata.Shardscope.Layout`: where people have put cards of the stage. It changes nothing that is
 * simulated. Rule: [L56] in SPEC.md.
 */
import type { SimulationDefinition } from '../engine/definition.ts';
import type { Lab } from './lab.ts';
import type { Members } from './members.ts';
import { didYouMean } from './nearest.ts';
import { refuseOthers } from './section/sectionKeys.ts';

export const CARD_KINDS = [
  'Writers',
  'Table',
  'Stream',
  'KinesisStream',
  'Function',
  'Target',
  'Alarm',
  'Poller',
] as const;

export type CardKind = (typeof CARD_KINDS)[number];

/** A card and its place; in a list, the one that was moved last stands last, and gives way to none. */
export interface PlacedCard {
  card: CardKind;
  /**
   * A logical id: of its table for writers and a stream, of the consumer for a function that has one.
   * `#3` is the fourth of its kind where it was made while the lab ran.
   */
  of: string;
  /** The left edge as a part of the stage's width, 0 to 1. */
  left: number;
  /** The upper edge, pixels. */
  top: number;
}

const MOST_CARDS = 500;
const MOST_TOP = 100_000;
const LONGEST_ID = 300;
const MADE_LATER = /^#\d{1,4}$/u;

/** The layout that a file carries, or undefined where it carries none. */
export function readLayout(
  section: Members,
  lab: Lab,
  pollers: readonly { id: string }[],
): PlacedCard[] | undefined {
  if (!section.has('Layout')) return undefined;
  const written = section.list('Layout');
  if (written.length > MOST_CARDS) {
    section.error('Layout', `${written.length} places are more than ${MOST_CARDS}.`);
    return undefined;
  }
  return written.flatMap((each) => {
    refuseOthers(each, ['Card', 'Of', 'Left', 'Top']);
    const card = each.requiredChoice('Card', CARD_KINDS);
    const of = each.requiredText('Of', 'a logical id');
    const left = each.number('Left', { minimum: 0, maximum: 1, fraction: true }, 0);
    const top = each.number('Top', { minimum: 0, maximum: MOST_TOP }, 0);
    if (card === undefined || of === undefined) return [];
    const known = card === 'Poller' ? pollers.map(({ id }) => id) : idsOf(card, lab);
    if (!known.includes(of) && !MADE_LATER.test(of)) {
      each.error('Of', `there is no card ${card} of ${of}${didYouMean(of, known) || '.'}`);
    }
    return [{ card, of, left, top }];
  });
}

/** The logical ids that cards of a kind may have. */
function idsOf(card: Exclude<CardKind, 'Poller'>, lab: Lab): string[] {
  const of = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);
  switch (card) {
    case 'Writers':
    case 'Table':
    case 'Stream':
      return of(lab.tables);
    case 'KinesisStream':
      return of(lab.kinesisStreams);
    case 'Function':
      return [
        ...of(lab.functions),
        ...lab.mappings.map(({ name, mapping }) => `${mapping.function}.${name}`),
        ...lab.mappings.flatMap(({ mapping }) => mapping.pipe?.id ?? []),
      ];
    case 'Target':
      return of(lab.targets);
    case 'Alarm':
      return of(lab.alarms);
  }
}

/** The counterpart of the reader. */
export function writeLayout(layout: readonly PlacedCard[]): { Layout?: unknown } {
  if (layout.length === 0) return {};
  return {
    Layout: layout.map(({ card, of, left, top }) => ({ Card: card, Of: of, Left: left, Top: top })),
  };
}

/** What of a layout from elsewhere (a link, storage of another version) is one: never throws. */
export function soundLayout(found: unknown): PlacedCard[] {
  if (!Array.isArray(found)) return [];
  return found.slice(0, MOST_CARDS).flatMap((each) => {
    const { card, of, left, top } = (each ?? {}) as Record<string, unknown>;
    const isPlace = isWithin(left, 1) && isWithin(top, MOST_TOP);
    const isNamed = typeof of === 'string' && of.length <= LONGEST_ID;
    const kind = CARD_KINDS.find((known) => known === card);
    return kind !== undefined && isNamed && isPlace ? [{ card: kind, of, left, top }] : [];
  });
}

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && value >= 0 && value <= most;

/** The things of a definition that have cards of a kind, in the order in which cards are numbered. */
export function cardsOfKind(
  card: CardKind,
  definition: SimulationDefinition,
): readonly { id: string }[] {
  switch (card) {
    case 'Writers':
    case 'Table':
      return definition.tables;
    case 'Stream':
      return definition.tables.filter(({ stream }) => stream !== undefined);
    case 'KinesisStream':
      return definition.kinesisStreams;
    case 'Function':
      return definition.eventSourceMappings;
    case 'Target':
      return definition.targets;
    case 'Alarm':
      return definition.alarms ?? [];
    case 'Poller':
      return definition.pollers;
  }
}
