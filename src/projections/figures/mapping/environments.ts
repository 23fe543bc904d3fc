/** A function's execution environments, and a pipe's way with what it carried. */
import type { World } from '../../../engine/world.ts';
import { concurrencyOf, environmentsOf } from '../../cards/concurrency.ts';
import { pipeStages } from '../../cards/pipeStages.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';
import type { Environments, Pipe } from './shapes.ts';

export function environments(world: World, fn: number): Environments {
  const counts = environmentsOf(world, fn);
  const concurrency = concurrencyOf(world, fn);
  const { busy, starting, idle } = counts;
  const { used, of, isReserved } = concurrency;
  const { timeoutMs } = world.state.functions[fn]!.settings;
  return {
    kind: 'environments',
    title: words.environments,
    text: words.environmentsText(busy, starting, idle, used, of, isReserved, timeoutMs),
    environments: counts,
    concurrency,
  };
}

/** Null for a mapping of Lambda's own. */
export function pipe(world: World, mapping: number): Pipe | null {
  const stages = pipeStages(world, mapping);
  if (!stages) return null;
  const { succeeded, filtered, discarded, expired } = world.state.mappings[mapping]!.meters;
  const deadLetters = discarded + expired;
  const read = succeeded + filtered + deadLetters;
  return {
    kind: 'pipe',
    title: words.pipe,
    text: words.pipeText(read, filtered, succeeded, deadLetters),
    stages,
    counts: { read, filtered, sent: succeeded, deadLetters },
  };
}
