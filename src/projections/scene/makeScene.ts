/** The whole stage at the world's present instant, composed card by card. */
import type { World } from '../../engine/world.ts';
import { captionOf } from '../caption/caption.ts';
import { alarmCard, mappingsWatched } from '../cards/alarmCard.ts';
import { functionCard, idleFunctionCard } from '../cards/functionCard.ts';
import { pollerCard } from '../cards/pollerCard.ts';
import { kinesisStreamCard, streamCard } from '../cards/streamCard.ts';
import { tableCard } from '../cards/tableCard.ts';
import { targetCard } from '../cards/targetCard.ts';
import { writersCard } from '../cards/writersCard.ts';
import { comparisonOf } from '../comparison/comparison.ts';
import { mappingsInto } from '../effectSteps.ts';
import { functionCardId } from '../flights/routed.ts';
import { cardId } from './cardIds.ts';
import { recentNoOps } from './recentNoOps.ts';
import { recentWrites } from './recentWrites.ts';
import type { Card, Link, Scene, StreamCard } from './scene.ts';

/**
 * The picture of the world as it is now. Its cost does not grow with the records there are: logs are
 * searched or read from their end, and counts are read from the state.
 * @param pace virtual seconds per real second: when time goes fast, no single record is followed.
 */
export function makeScene(world: World, pace = 0): Scene {
  const cards = cardsOf(world);
  return {
    at: world.now,
    cards,
    links: linksOf(world, cards),
    caption: captionOf(world, pace),
    comparison: comparisonOf(world),
  };
}

function cardsOf(world: World): Card[] {
  const { tables, streams, kinesisStreams, mappings, targets, pollers } = world.state;
  const rates = recentWrites(world);
  const noOps = recentNoOps(world);
  const shownTables = [...tables.keys()].filter((table) => isTableShown(world, table));
  const streamCards = streams.map((_, stream) => streamCard(world, stream));
  const kinesisCards = kinesisStreams.map((_, stream) => kinesisStreamCard(world, stream));
  const lanesOf = (card: StreamCard) => card.shards.map(({ shard }) => shard);
  return [
    ...shownTables.map((table) => writersCard(world, table, rates)),
    ...shownTables.map((table) => tableCard(world, table, rates, noOps)),
    ...streamCards.filter((_, stream) => isStreamShown(world, stream)),
    ...kinesisCards,
    ...mappings.map(({ sourceKind, stream }, mapping) => {
      const card = sourceKind === 'DynamoDbStream' ? streamCards[stream] : kinesisCards[stream];
      return functionCard(world, mapping, lanesOf(card!));
    }),
    ...idleFunctions(world).map((fn) => idleFunctionCard(world, fn)),
    ...targets.map((_, target) => targetCard(world, target)),
    ...world.state.alarms.map((_, alarm) => alarmCard(world, alarm)),
    ...pollers.map((_, poller) => pollerCard(world, poller)),
  ];
}

/** Functions for which no mapping has been made yet; a pipe's own function is no card. */
function idleFunctions({ state }: World): number[] {
  const called = new Set(state.mappings.map((mapping) => mapping.function));
  return [...state.functions.keys()].filter(
    (fn) =>
      !called.has(fn) && !state.functions[fn]!.isDeleted && !state.functions[fn]!.settings.pipe,
  );
}

const isTableShown = (world: World, table: number): boolean =>
  world.state.tables[table]!.status !== 'DELETED';

/** Enabled, or not yet empty. */
function isStreamShown(world: World, stream: number): boolean {
  const { enabled, records, trimmed } = world.state.streams[stream]!;
  return enabled || records.INSERT + records.MODIFY + records.REMOVE > trimmed;
}

/** Only between cards that are shown. */
function linksOf(world: World, cards: readonly Card[]): Link[] {
  const shown = new Set(cards.map((card) => card.id));
  return allLinks(world).filter(({ from, to }) => shown.has(from) && shown.has(to));
}

function allLinks(world: World): Link[] {
  const { tables, streams, mappings, targets, pollers } = world.state;
  const links: Link[] = [];
  tables.forEach(({ kinesisStream }, table) => {
    links.push({ from: cardId.writers(table), to: cardId.table(table) });
    if (kinesisStream < 0) return;
    links.push({ from: cardId.table(table), to: cardId.kinesisStream(kinesisStream) });
  });
  streams.forEach(({ table }, stream) => {
    links.push({ from: cardId.table(table), to: cardId.stream(stream) });
  });
  mappings.forEach(({ sourceKind, stream }, mapping) => {
    const from =
      sourceKind === 'DynamoDbStream' ? cardId.stream(stream) : cardId.kinesisStream(stream);
    links.push({ from, to: cardId.mapping(mapping) });
  });
  targets.forEach((_, target) => {
    for (const mapping of mappingsInto(world, target)) {
      links.push({ from: cardId.mapping(mapping), to: cardId.target(target) });
    }
  });
  for (const fn of idleFunctions(world)) {
    const affected = new Set(world.state.functions[fn]!.settings.effects.map((e) => e.target));
    for (const [to, { id }] of targets.entries()) {
      if (affected.has(id)) links.push({ from: cardId.idleFunction(fn), to: cardId.target(to) });
    }
  }
  mappings.forEach(({ onFailureTarget }, mapping) => {
    if (onFailureTarget < 0) return;
    links.push({ from: cardId.mapping(mapping), to: cardId.target(onFailureTarget) });
  });
  links.push(...ruleLinks(world), ...alarmLinks(world));
  pollers.forEach(({ table }, poller) => {
    links.push({ from: cardId.table(table), to: cardId.poller(poller) });
  });
  return links;
}

/** From a bus to what its rules send events to. */
function ruleLinks(world: World): Link[] {
  const { definition, state } = world;
  const numberOf = (id: string): number => state.targets.findIndex((target) => target.id === id);
  const cardOf = (id: string): string | null => {
    if (numberOf(id) >= 0) return cardId.target(numberOf(id));
    const fn = state.functions.findIndex((one) => one.id === id);
    return fn < 0 ? null : functionCardId(world, fn);
  };
  return (definition.eventRules ?? []).flatMap(({ bus, targets }) =>
    targets.flatMap((id) => {
      const to = cardOf(id);
      return to === null ? [] : [{ from: cardId.target(numberOf(bus)), to }];
    }),
  );
}

function alarmLinks(world: World): Link[] {
  return world.state.alarms.flatMap((_, alarm) =>
    mappingsWatched(world, alarm).map((mapping) => ({
      from: cardId.mapping(mapping),
      to: cardId.alarm(alarm),
    })),
  );
}
