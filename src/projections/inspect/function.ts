/** A function as GetFunctionConfiguration shows it, and an event source mapping of it. */
import type { World } from '../../engine/world.ts';
import { pendingOf, tableOfMapping } from '../backlog.ts';
import { matchText } from '../faultText.ts';
import { ruleTexts } from '../ruleTexts.ts';
import type { Inspection, Selection } from '../scene.ts';
import { shardLabel } from '../shardLabel.ts';
import { isFailing, standingOf } from '../standing.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { inspection, isoOf } from './inspection.ts';
import { recordLink } from './record.ts';
import { faultSuggestions, mappingSuggestions } from './suggestions.ts';

export function inspectFunction(
  world: World,
  selection: Extract<Selection, { kind: 'function' }>,
): Inspection {
  const { state, definition } = world;
  const number = selection.function;
  const { name, running, environments, faults, mappings } = state.functions[number]!;
  const { timeoutMs, memoryMb, durationMs, coldStartMs, effects } = definition.functions[number]!;
  const { region, accountId } = definition;
  const sources = mappings.map((m) => state.tables[tableOfMapping(world, m)]?.schema);
  return inspection(selection, inspectWords.kinds.function, name, {
    json: {
      FunctionName: name,
      FunctionArn: `arn:aws:lambda:${region}:${accountId}:function:${name}`,
      Timeout: timeoutMs / 1_000,
      MemorySize: memoryMb,
      State: 'Active',
      Shardscope: {
        DurationMs: { P50: durationMs.p50, P99: durationMs.p99 },
        ColdStartMs: coldStartMs,
        Effects: effects.map((effect) => ({
          Do: effect.do,
          Target: effect.target,
          Idempotency: effect.idempotency,
        })),
        RunningInvocations: running,
        ExecutionEnvironments: environments,
        Faults: faults.map((fault) => {
          const { kind, match, factor, probability } = state.faults[fault]!;
          const detail = matchText(sources[0], match);
          return {
            Kind: kind,
            Match: detail || undefined,
            Factor: factor,
            Probability: probability,
          };
        }),
      },
    },
    rules: ruleTexts('F1', 'F2', 'F3', 'F4', 'F5'),
    suggestions: faultSuggestions(world, number),
    related: mappings.map((mapping) => ({
      text: inspectWords.theMapping(state.mappings[mapping]!.id),
      selection: { kind: 'mapping', mapping },
    })),
  });
}

export function inspectMapping(
  world: World,
  selection: Extract<Selection, { kind: 'mapping' }>,
): Inspection {
  const { mapping } = selection;
  const { state } = world;
  const { id, function: number, consumers } = state.mappings[mapping]!;
  const standings = consumers
    .filter((consumer) => state.consumers[consumer]!.phase !== 'drained')
    .map((consumer) => standingOf(world, consumer));
  const failing = standings.filter(isFailing);
  const blamed = failing.flatMap(({ failure }) =>
    failure && failure.blame >= 0 ? [failure.blame] : [],
  );
  return inspection(selection, inspectWords.kinds.mapping, id, {
    json: {
      ...describeMapping(world, mapping),
      Shardscope: {
        Shards: standings.map((standing) => ({
          Shard: shardLabel(world, standing.shard),
          Phase: standing.phase,
          RecordsWaiting: standing.waiting,
          IteratorAgeMs: Math.round(standing.iteratorAgeMs),
          FailedAttempts: standing.failedAttempts,
          NextAttemptAt: isFailing(standing) ? isoOf(world, standing.nextAttemptAt) : null,
        })),
        ChangesPending: pendingOf(world, mapping),
        Meters: state.mappings[mapping]!.meters,
      },
    },
    rules: ruleTexts('E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9'),
    suggestions: mappingSuggestions(world, mapping),
    related: [
      {
        text: inspectWords.theFunction(state.functions[number]!.name),
        selection: { kind: 'function', function: number },
      },
      ...blamed.map((change) => recordLink(world, change)),
    ],
  });
}

/** `EventSourceMappingConfiguration` as Lambda answers it. */
function describeMapping(world: World, mapping: number): Record<string, unknown> {
  const { state, definition } = world;
  const settings = state.mappings[mapping]!;
  const { region, accountId } = definition;
  const source =
    settings.sourceKind === 'DynamoDbStream'
      ? state.streams[settings.stream]!.arn
      : state.kinesisStreams[settings.stream]!.arn;
  const { name } = state.functions[settings.function]!;
  const age = settings.maximumRecordAgeMs;
  const destination = state.targets[settings.onFailureTarget];
  return {
    UUID: settings.uuid,
    EventSourceArn: source,
    FunctionArn: `arn:aws:lambda:${region}:${accountId}:function:${name}`,
    State: settings.enabled ? 'Enabled' : 'Disabled',
    StartingPosition: settings.startingPosition,
    BatchSize: settings.batchSize,
    MaximumBatchingWindowInSeconds: settings.windowUs / 1_000_000,
    ParallelizationFactor: settings.parallelizationFactor,
    MaximumRetryAttempts: settings.maximumRetryAttempts,
    MaximumRecordAgeInSeconds: age < 0 ? -1 : age / 1_000,
    BisectBatchOnFunctionError: settings.bisect,
    FunctionResponseTypes: settings.reportBatchItemFailures ? ['ReportBatchItemFailures'] : [],
    TumblingWindowInSeconds: 0,
    ...(settings.filters.length > 0
      ? { FilterCriteria: { Filters: settings.filters.map((Pattern) => ({ Pattern })) } }
      : {}),
    DestinationConfig: { OnFailure: destination ? { Destination: destination.id } : {} },
  };
}
