/** Everything that a lesson can count in a world: the headless report, and what the report has no words for. */
import type { Simulation } from '../engine/simulation.ts';
import type { World } from '../engine/world.ts';
import { type Report, report } from '../projections/report/report.ts';
import { JournalCount, type JournalMeasures } from './measures/journalMeasures.ts';
import { type MappingMeasures, mappingMeasures } from './measures/mappingMeasures.ts';
import {
  type LastRecordMeasures,
  lastRecordMeasures,
  type PartitionsMeasures,
  partitionsMeasures,
  type ShardsMeasures,
  shardsMeasures,
} from './measures/sourceMeasures.ts';

/** [Q7] As it crosses from the worker to the page. Lengths of time are milliseconds, as in the report. */
export interface Measures extends Report, JournalMeasures {
  shards: Record<string, ShardsMeasures>;
  partitions: Record<string, PartitionsMeasures>;
  mappings: Record<string, MappingMeasures>;
  lastRecord: Record<string, LastRecordMeasures>;
}

/** The measures at the simulation's present instant. */
export function measures(simulation: Pick<Simulation, 'world'>): Measures {
  const { world } = simulation;
  return { ...report(simulation), ...besideReport(world, new JournalCount()) };
}

function besideReport(world: World, count: JournalCount): Omit<Measures, keyof Report> {
  return {
    ...count.upToNow(world),
    shards: shardsMeasures(world),
    partitions: partitionsMeasures(world),
    mappings: mappingMeasures(world),
    lastRecord: lastRecordMeasures(world),
  };
}

const CHEAP = ['log', 'calls', 'refused'];

/**
 * Measures a simulation again and again while it goes on, each time only what is asked for.
 * @param paths of the measures that will be asked for.
 */
export function measuring(simulation: Simulation, paths: readonly string[]): () => object {
  const count = new JournalCount();
  const roots = paths.flatMap((path) => path.split('+')).map((path) => path.trim().split('.')[0]!);
  const isCheap = roots.every((root) => CHEAP.includes(root));
  return () => {
    const { world } = simulation;
    if (isCheap) return count.upToNow(world);
    return { ...report(simulation), ...besideReport(world, count) };
  };
}
