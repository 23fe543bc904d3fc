/**
 * The headless report: what became of a run, as one JSON document. Its words are explained where the
 * command is documented, and kept. A field of something that is not simulated yet is not there.
 * Rules: [R1] to [R9] in SPEC.md.
 */
import { judgeLaws, type LawVerdict } from '../../engine/laws/laws.ts';
import { ENGINE_VERSION, type Simulation } from '../../engine/simulation.ts';
import type { TableState, World } from '../../engine/world.ts';
import { durationText } from '../../lab/duration.ts';
import { assumptionsOf } from './assumptions.ts';
import { type ConsumerReport, consumerReport } from './consumerReport.ts';
import { type Cost, costOf } from './cost.ts';
import { type GoalVerdict, judgeGoal } from './goals.ts';
import { type JournalOutcomes, outcomesOf } from './outcomes.ts';
import {
  type ExportReport,
  exportReport,
  type PollerReport,
  pollerReport,
} from './pollerReport.ts';
import { type TargetReport, targetReport } from './targetReport.ts';

interface PartitionReport {
  id: string;
  parent: string | null;
  items: number;
  wcuPeakPerSecond: number;
  open: boolean;
}

interface ShardReport {
  id: string;
  parent: string | null;
  records: number;
  open: boolean;
}

export interface TableReport {
  items: number;
  /** Each write is in exactly one. */
  writes: TableState['writes'];
  /** All that ever were. */
  partitions: PartitionReport[];
  wcu: number;
  rcu: number;
}

export interface StreamReport {
  arn: string;
  viewType: string;
  records: { INSERT: number; MODIFY: number; REMOVE: number };
  trimmed: number;
  shards: ShardReport[];
}

export interface KinesisStreamReport {
  records: number;
  duplicates: number;
  outOfOrder: number;
  shards: ShardReport[];
  trimmed: number;
  changeDataCaptureUnits: number;
}

export interface Report {
  engineVersion: string;
  seed: number;
  until: string;
  virtualMs: number;
  digest: string;
  events: number;
  tables: Record<string, TableReport>;
  streams: Record<string, StreamReport>;
  kinesisStreams: Record<string, KinesisStreamReport>;
  consumers: Record<string, ConsumerReport>;
  targets: Record<string, TargetReport>;
  pollers: Record<string, PollerReport>;
  exports: Record<string, ExportReport>;
  cost: Cost;
  laws: LawVerdict[];
  goals: GoalVerdict[];
  inert: string[];
  assumptions: string[];
}

/**
 * The report at the simulation's present instant.
 * @param outcomes what the journal says, where it was not kept but followed.
 */
export function report(
  { world }: Pick<Simulation, 'world'>,
  outcomes: JournalOutcomes = outcomesOf(world),
): Report {
  const { state, definition } = world;
  return {
    engineVersion: ENGINE_VERSION,
    seed: definition.seed,
    until: durationText(definition.untilMs),
    virtualMs: world.now / 1_000,
    digest: world.journal.digest(),
    events: state.events,
    tables: byId(state.tables, (table) => tableReport(world, table)),
    streams: streamReports(world),
    kinesisStreams: byId(state.kinesisStreams, (stream) => ({
      records: stream.records,
      duplicates: stream.duplicates,
      outOfOrder: stream.outOfOrder,
      shards: shardReports(world, stream.shards),
      trimmed: stream.trimmed,
      changeDataCaptureUnits: stream.changeDataCaptureUnits,
    })),
    consumers: byId(state.mappings, (_, number) => consumerReport(world, number, outcomes)),
    targets: byId(state.targets, (_, number) => targetReport(world, number, outcomes)),
    pollers: pollerReports(world, false, (number) => pollerReport(world, number, outcomes)),
    exports: pollerReports(world, true, (number) => exportReport(world, number, outcomes)),
    cost: costOf(world, outcomes),
    laws: judgeLaws(world),
    goals: definition.goals.map((goal) => judgeGoal(world, goal, outcomes)),
    inert: definition.inert,
    assumptions: assumptionsOf(world),
  };
}

function byId<T extends { id: string }, R>(
  things: readonly T[],
  make: (thing: T, number: number) => R,
): Record<string, R> {
  return Object.fromEntries(things.map((thing, number) => [thing.id, make(thing, number)]));
}

/** Of the scans or of the exports, by id. */
function pollerReports<R>(
  { state, definition }: World,
  exports: boolean,
  make: (number: number) => R,
): Record<string, R> {
  const numbers = state.pollers.map((_, number) => number);
  const wanted = numbers.filter((n) => (definition.pollers[n]!.export !== undefined) === exports);
  return Object.fromEntries(wanted.map((n) => [state.pollers[n]!.id, make(n)]));
}

function tableReport(world: World, table: TableState): TableReport {
  const { partitions } = world.state;
  const number = world.state.tables.indexOf(table);
  return {
    items: table.itemCount,
    writes: { ...table.writes },
    partitions: partitions
      .filter((partition) => partition.table === number)
      .map(({ id, parent, itemCount, unitsPeakPerSecond, open }) => ({
        id,
        parent: partitions[parent]?.id ?? null,
        items: itemCount,
        wcuPeakPerSecond: unitsPeakPerSecond,
        open,
      })),
    wcu: table.writeUnits,
    rcu: table.readUnits,
  };
}

/** Streams by the logical id of their table; one that another has replaced, with its label too. */
function streamReports(world: World): Record<string, StreamReport> {
  const { tables, streams } = world.state;
  const entries = streams.map((stream, number): [string, StreamReport] => [
    tables[stream.table]!.stream === number
      ? tables[stream.table]!.id
      : `${tables[stream.table]!.id} ${stream.label}`,
    {
      arn: stream.arn,
      viewType: stream.viewType,
      records: { ...stream.records },
      trimmed: stream.trimmed,
      shards: shardReports(world, stream.shards),
    },
  ]);
  return Object.fromEntries(entries);
}

function shardReports({ state }: World, shards: readonly number[]): ShardReport[] {
  return shards.map((number) => {
    const { id, parent, count, closedAt } = state.shards[number]!;
    return { id, parent: state.shards[parent]?.id ?? null, records: count, open: closedAt < 0 };
  });
}
