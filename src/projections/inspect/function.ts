/** A function as GetFunctionConfiguration shows it, and an event source mapping of it. */
import type { World } from '../../engine/world.ts';
import { pendingOf, tableOfMapping } from '../comparison/backlog.ts';
import { matchText } from '../faultText.ts';
import type { Figure } from '../figures/figure.ts';
import { behaviour } from '../figures/mapping/behaviour.ts';
import { environments as environmentsFigure, pipe } from '../figures/mapping/environments.ts';
import { filters } from '../figures/mapping/filters.ts';
import { lanes } from '../figures/mapping/lanes.ts';
import { functionMetrics, mappingMetrics } from '../figures/mapping/metricValues.ts';
import { partialFailure } from '../figures/mapping/partialFailure.ts';
import { readers } from '../figures/mapping/readers.ts';
import { splitTree } from '../figures/mapping/splitTree.ts';
import { windows } from '../figures/mapping/windows.ts';
import { ruleTexts } from '../ruleTexts.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { shardLabel } from '../scene/shardLabel.ts';
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
  const { timeoutMs, memoryMb, durationMs, coldStartMs, effects, reservedConcurrency } =
    state.functions[number]!.settings;
  const { region, accountId } = definition;
  const sources = mappings.map((m) => state.tables[tableOfMapping(world, m)]?.schema);
  return inspection(selection, inspectWords.kinds.function, name, {
    figures: [
      behaviour(world, number),
      environmentsFigure(world, number),
      functionMetrics(world, number),
    ],
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
        ReservedConcurrentExecutions: reservedConcurrency,
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
  const { kinds } = inspectWords;
  const kindLabel = state.mappings[mapping]!.isPipe ? kinds.pipe : kinds.mapping;
  return inspection(selection, kindLabel, id, {
    figures: mappingFigures(world, mapping),
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

/** What there is to be seen of a mapping now; what it does not use is left out. */
function mappingFigures(world: World, mapping: number): Figure[] {
  return [
    pipe(world, mapping),
    splitTree(world, mapping),
    partialFailure(world, mapping),
    readers(world, mapping),
    lanes(world, mapping),
    filters(world, mapping),
    windows(world, mapping),
    mappingMetrics(world, mapping),
  ].filter((figure) => figure !== null);
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
    State: settings.state,
    LastProcessingResult: settings.lastResult,
    StartingPosition: settings.startingPosition,
    BatchSize: settings.batchSize,
    MaximumBatchingWindowInSeconds: settings.windowUs / 1_000_000,
    ParallelizationFactor: settings.parallelizationFactor,
    MaximumRetryAttempts: settings.maximumRetryAttempts,
    MaximumRecordAgeInSeconds: age < 0 ? -1 : age / 1_000,
    BisectBatchOnFunctionError: settings.bisect,
    FunctionResponseTypes: settings.reportBatchItemFailures ? ['ReportBatchItemFailures'] : [],
    TumblingWindowInSeconds: settings.tumblingUs / 1_000_000,
    ...(settings.filters.length > 0
      ? { FilterCriteria: { Filters: settings.filters.map((Pattern) => ({ Pattern })) } }
      : {}),
    DestinationConfig: { OnFailure: destination ? { Destination: destination.id } : {} },
  };
}
