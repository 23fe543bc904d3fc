/** The card of a target: what it holds, what came twice, what has not come yet, and what came last. */
import { membersOf } from '../../engine/lambda/mapping/batch.ts';
import type { World } from '../../engine/world.ts';
import { pendingOf } from '../comparison/backlog.ts';
import { effectDefinition, isRepeat, mappingsInto } from '../effectSteps.ts';
import { cardId } from '../scene/cardIds.ts';
import { labelOfChange, markOf } from '../scene/marks.ts';
import type { TargetCard } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { isBehind, standingOf } from '../standing.ts';
import { cardWords } from '../words/cardWords.ts';
import { effectWords } from '../words/effectWords.ts';
import { mappingWords } from '../words/mappingWords.ts';

const MOST_LATEST = 5;
/** Rows of the effect log looked at, from its end. */
const MOST_ROWS = 300;

export function targetCard(world: World, target: number): TargetCard {
  const { id, name, kind, size, repeatedEffects } = world.state.targets[target]!;
  const mappings = mappingsInto(world, target);
  const behind = Math.max(0, ...mappings.map((mapping) => pendingOf(world, mapping)));
  return {
    type: 'target',
    id: cardId.target(target),
    // An address is too long for a card; the inspector says it.
    title: kind === 'SES' ? id : name,
    logicalId: id,
    target,
    kind,
    size,
    repeated: repeatedEffects,
    behind,
    line: cardWords.holds(kind, size),
    ...statusOf(world, target, mappings, behind),
    latest: latestArrivals(world, target),
    ...documentsOf(world, target),
    ...(kind === 'EventBridge' && { rules: rulesOf(world, target) }),
  };
}

/** What told it of records given up: a pointer, or in a bucket the records. */
function documentsOf(world: World, target: number): Pick<TargetCard, 'documents'> {
  const { onFailures, state } = world;
  if (!state.mappings.some(({ onFailureTarget }) => onFailureTarget === target)) return {};
  const documents: { document: number; text: string }[] = [];
  const last = Math.max(0, onFailures.at.length - MOST_ROWS);
  for (let row = onFailures.at.length - 1; row >= last && documents.length < MOST_LATEST; row--) {
    const consumer = state.consumers[onFailures.consumer.get(row)]!;
    if (state.mappings[consumer.mapping]!.onFailureTarget !== target) continue;
    const members = membersOf(world, consumer, onFailures.from.get(row), onFailures.to.get(row));
    const shard = shardLabel(world, consumer.shard);
    const holdsRecords = state.targets[target]!.kind === 'S3';
    documents.push({
      document: row,
      text: mappingWords.document(holdsRecords, members.length, shard),
    });
  }
  return { documents };
}

function rulesOf(
  { definition, state }: World,
  target: number,
): { name: string; matched: number }[] {
  const { id } = state.targets[target]!;
  return (definition.eventRules ?? []).flatMap(({ name, bus }, number) =>
    bus === id ? [{ name, matched: state.eventRules[number]!.matched }] : [],
  );
}

/** The name of a rule that sends events to a target, or null. */
function ruleInto({ definition, state }: World, target: number): string | null {
  const { id } = state.targets[target]!;
  return definition.eventRules?.find(({ targets }) => targets.includes(id))?.name ?? null;
}

type Status = Pick<TargetCard, 'status' | 'statusInFull' | 'tone'>;

const said = (status: string, tone: TargetCard['tone'], statusInFull = status): Status => ({
  status,
  statusInFull,
  tone,
});

function statusOf(
  world: World,
  target: number,
  mappings: readonly number[],
  behind: number,
): Status {
  const { state } = world;
  const { kind, size, effects, repeatedEffects, faults } = state.targets[target]!;
  const repeated = (tone: TargetCard['tone']): Status =>
    said(
      cardWords.repeated(kind, repeatedEffects),
      tone,
      cardWords.repeatedInFull(kind, repeatedEffects),
    );
  if (faults.some((fault) => state.faults[fault]!.kind === 'Unavailable')) {
    return said(cardWords.unavailable, 'bad');
  }
  if (repeatedEffects > 0 && cardWords.repeatHurts(kind)) return repeated('bad');
  if (mappings.some((mapping) => isMappingLate(world, mapping))) {
    return said(cardWords.behind(behind), 'behind', cardWords.behindInFull(behind));
  }
  const lost = Math.max(
    0,
    ...mappings.map((m) => state.mappings[m]!.meters.discarded + state.mappings[m]!.meters.expired),
  );
  if (lost > 0) {
    return said(cardWords.notProcessed(lost), 'bad', cardWords.notProcessedInFull(lost));
  }
  const rule = ruleInto(world, target);
  if (rule !== null && size > 0) return said(cardWords.byRule(rule), 'plain');
  const alarm = alarmInto(world, target);
  if (alarm !== null && size > 0) return said(cardWords.byAlarm(alarm, size), 'plain');
  if (mappings.length === 0 && effects > 0) {
    return said(cardWords.unfed, 'plain', cardWords.unfedInFull);
  }
  if (mappings.length === 0 && size > 0) {
    return said(cardWords.told(size), 'bad', cardWords.toldInFull(size));
  }
  if (effects === 0) return said(cardWords.nothingYet, 'plain');
  if (repeatedEffects > 0) return repeated('plain');
  return behind > 0 ? said(cardWords.onTheWay(behind), 'plain') : said(cardWords.complete, 'good');
}

/** The alarm that tells a target of its states, where nothing else tells it anything. */
function alarmInto({ definition, state }: World, target: number): string | null {
  const { id } = state.targets[target]!;
  if (state.mappings.some(({ onFailureTarget }) => onFailureTarget === target)) return null;
  const alarm = definition.alarms?.find(({ actions }) =>
    Object.values(actions).some((ids) => ids.includes(id)),
  );
  return alarm?.name ?? null;
}

function isMappingLate(world: World, mapping: number): boolean {
  const { consumers } = world.state.mappings[mapping]!;
  return consumers.some((consumer) => {
    if (world.state.consumers[consumer]!.phase === 'drained') return false;
    return isBehind(world, standingOf(world, consumer));
  });
}

function latestArrivals(world: World, target: number): TargetCard['latest'] {
  const { effects, outcomes } = world;
  const latest: TargetCard['latest'] = [];
  const last = Math.max(0, effects.target.length - MOST_ROWS);
  for (let row = effects.target.length - 1; row >= last && latest.length < MOST_LATEST; row--) {
    if (effects.target.get(row) !== target) continue;
    const outcome = outcomes.effect.get(row);
    if (outcome <= 0) continue;
    const change = effects.change.get(row);
    const done = effectWords.done(effectDefinition(world, row).do, outcome);
    latest.push({
      effect: row,
      mark: markOf(world, change, 'read', { duplicate: isRepeat(world, row) }),
      text: `${labelOfChange(world, change)} ${done}`,
    });
  }
  return latest;
}
