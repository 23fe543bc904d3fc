/** What stands on the way of an EventBridge pipe, by name. */
import type { World } from '../../engine/world.ts';
import { tableOfMapping } from '../comparison/backlog.ts';
import type { PipeStages } from '../scene/scene.ts';

/** Null for a mapping of Lambda's own. */
export function pipeStages(world: World, mapping: number): PipeStages | null {
  const { state } = world;
  const settings = state.mappings[mapping]!;
  if (!settings.isPipe) return null;
  const { sourceKind, stream, filters, enrichment, onFailureTarget } = settings;
  const sink = state.functions[settings.function]!.settings;
  const target = sink.pipe ? sink.effects[0]?.target : sink.id;
  const things = [...state.targets, ...state.functions];
  return {
    source:
      sourceKind === 'KinesisStream'
        ? state.kinesisStreams[stream]!.name
        : (state.tables[tableOfMapping(world, mapping)]?.name ?? ''),
    filters: filters.length,
    enrichment: state.functions[enrichment]?.name ?? '',
    target: things.find(({ id }) => id === target)?.name ?? '',
    deadLetters: state.targets[onFailureTarget]?.name ?? '',
  };
}
