/** What would help a reader that fails or falls behind, each with the command that does it. */
import type { World } from '../../engine/world.ts';
import { tableOfMapping } from '../comparison/backlog.ts';
import { matchText } from '../faultText.ts';
import { isBehind, isFailing, type Standing, standingOf } from '../standing.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { type Suggestion, suggestion } from './inspection.ts';

const FEW_RETRIES = 2;
const SHORT_AGE_SECONDS = 60;
const LARGE_BATCH = 100;

/** For a mapping as it stands now; empty when nothing is wrong. */
export function mappingSuggestions(world: World, mapping: number): Suggestion[] {
  const settings = world.state.mappings[mapping]!;
  const standings = settings.consumers
    .filter((consumer) => world.state.consumers[consumer]!.phase !== 'drained')
    .map((consumer) => standingOf(world, consumer));
  return [
    ...faultSuggestions(world, settings.function),
    ...settingSuggestions(world, mapping, standings),
  ];
}

/** Undoing what is broken at a function. */
export function faultSuggestions(world: World, functionNumber: number): Suggestion[] {
  const { state } = world;
  const { faults, name, mappings } = state.functions[functionNumber]!;
  const [mapping] = mappings;
  const table =
    mapping === undefined ? undefined : state.tables[tableOfMapping(world, mapping)]?.schema;
  return faults.flatMap((number) => {
    const { kind, target, match } = state.faults[number]!;
    const text = faultText(kind, name, matchText(table, match));
    if (text === null) return [];
    const input = match ? { kind, target, match } : { kind, target };
    return [suggestion(text, { call: 'shardscope:StopFault', input })];
  });
}

function faultText(kind: string, fn: string, match: string): string | null {
  if (kind === 'Poison') return inspectWords.heal(match);
  if (kind === 'Error') return inspectWords.stopError(fn);
  if (kind === 'CrashAfterEffect' || kind === 'CrashBeforeEffect')
    return inspectWords.stopCrash(fn);
  if (kind === 'Slow') return inspectWords.stopSlow(fn);
  if (kind === 'Timeout') return inspectWords.stopHanging(fn);
  if (kind === 'Throttle') return inspectWords.stopThrottle(fn);
  return null;
}

/** Making a target available that refuses calls. */
export function targetSuggestions(world: World, target: number): Suggestion[] {
  const { faults, name, id } = world.state.targets[target]!;
  const isDown = faults.some((fault) => world.state.faults[fault]!.kind === 'Unavailable');
  if (!isDown) return [];
  const input = { kind: 'Unavailable', target: id };
  const command = { call: 'shardscope:StopFault', input };
  return [suggestion(inspectWords.makeAvailable(name), command)];
}

function settingSuggestions(
  world: World,
  mapping: number,
  standings: readonly Standing[],
): Suggestion[] {
  const settings = world.state.mappings[mapping]!;
  const update = (text: string, members: Record<string, unknown>) =>
    suggestion(text, {
      call: 'lambda:UpdateEventSourceMapping',
      input: { UUID: settings.id, ...members },
    });
  const suggestions: Suggestion[] = [];
  if (standings.some(isFailing)) {
    if (!settings.bisect && settings.batchSize > 1) {
      const text = inspectWords.bisect(Math.ceil(Math.log2(settings.batchSize)), FEW_RETRIES);
      const members = { BisectBatchOnFunctionError: true, MaximumRetryAttempts: FEW_RETRIES };
      suggestions.push(update(text, members));
    }
    if (settings.maximumRetryAttempts < 0) {
      const text = inspectWords.retries(FEW_RETRIES);
      suggestions.push(update(text, { MaximumRetryAttempts: FEW_RETRIES }));
    }
    if (settings.maximumRecordAgeMs < 0) {
      const text = inspectWords.maximumAge(SHORT_AGE_SECONDS);
      suggestions.push(update(text, { MaximumRecordAgeInSeconds: SHORT_AGE_SECONDS }));
    }
  } else if (standings.some((standing) => isBehind(world, standing))) {
    if (settings.batchSize < LARGE_BATCH) {
      suggestions.push(update(inspectWords.largerBatch(LARGE_BATCH), { BatchSize: LARGE_BATCH }));
    }
    if (settings.windowUs > 0) {
      suggestions.push(update(inspectWords.noWindow, { MaximumBatchingWindowInSeconds: 0 }));
    }
  }
  return suggestions;
}
