/** Which function's which effect a global step is, and which mappings cause effects on a target. */
import type { EffectDefinition } from '../engine/definition.ts';
import type { World } from '../engine/world.ts';

/** The definition of a global effect step. */
export function effectOfStep(world: World, step: number): EffectDefinition {
  const { functions } = world.definition;
  let left = step;
  for (const { effects } of functions) {
    if (left < effects.length) return effects[left]!;
    left -= effects.length;
  }
  throw new RangeError(`No function has an effect number ${step}.`);
}

export const effectDefinition = (world: World, effect: number): EffectDefinition =>
  effectOfStep(world, world.effects.step.get(effect));

/** The mappings whose function has an effect on a target. */
export function mappingsInto(world: World, target: number): number[] {
  const { state } = world;
  const { id } = state.targets[target]!;
  const numbers = [...state.mappings.keys()];
  return numbers.filter((mapping) =>
    state.functions[state.mappings[mapping]!.function]!.settings.effects.some(
      (e) => e.target === id,
    ),
  );
}

/** Whether an effect came of an invocation that no mapping made. */
export const isOfRequest = (world: World, effect: number): boolean =>
  world.effects.invocation.get(effect) < 0;

/** The function that an effect came of. */
export function functionOfEffect({ effects, requests, invocations, state }: World, effect: number) {
  const invocation = effects.invocation.get(effect);
  if (invocation < 0) return requests.function.get(-1 - invocation);
  return state.mappings[state.consumers[invocations.consumer.get(invocation)]!.mapping]!.function;
}

/** The consumer whose invocation an effect came of; one of a request has none. */
export const consumerOfEffect = (world: World, effect: number): number =>
  world.invocations.consumer.get(world.effects.invocation.get(effect));

/** Whether the same effect had already completed for the same change. */
export function isRepeat(world: World, effect: number): boolean {
  const { effects, outcomes, completedByStep } = world;
  const done = completedByStep[effects.step.get(effect)]!.get(effects.change.get(effect));
  const own = outcomes.effect.get(effect) > 0 ? 1 : 0;
  return done > own;
}
