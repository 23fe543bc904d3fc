/**
 * A mapping whose role may no longer read its source: it brings nothing more, says so in AWS's words,
 * and goes on when the permission is back.
 *
 * Rules: [E44] a permission that is lost.
 */
import type { MappingState, World } from '../../world.ts';
import { resumeConsumer } from './consumer.ts';
import { deniedText, NOTHING_PROCESSED } from './lastResult.ts';

/** A mapping by its own id, or all of a function's. */
const isMeant = (world: World, mapping: MappingState, id: string): boolean =>
  mapping.id === id || world.state.functions[mapping.function]!.id === id;

export function denyMapping(world: World, id: string): void {
  for (const mapping of world.state.mappings) {
    if (!isMeant(world, mapping, id)) continue;
    mapping.denied = true;
    mapping.lastResult = deniedText(world, mapping);
  }
}

export function allowMapping(world: World, id: string): void {
  for (const mapping of world.state.mappings) {
    if (!mapping.denied || !isMeant(world, mapping, id)) continue;
    mapping.denied = false;
    mapping.lastResult = mapping.meters.started > 0 ? 'OK' : NOTHING_PROCESSED;
    for (const consumer of mapping.consumers) resumeConsumer(world, consumer);
  }
}
