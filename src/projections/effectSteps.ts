/** What an effect is by its definition, and which mappings cause effects on a target. */
import type { EffectDefinition } from '../engine/definition.ts';
import { effectOfStep } from '../engine/targets/effectOfStep.ts';
import type { FunctionState, World } from '../engine/world.ts';

export const effectDefinition = (world: World, effect: number): EffectDefinition =>
  effectOfStep(world, world.effects.step.get(effect));

/** A global effect step as it is done now, and the function that does it. */
export function effectStep(world: World, step: number): EffectDefinition & { fn: FunctionState } {
  const { functions } = world.state;
  const fn = functions.findLast(
    ({ firstStep, settings }) => settings.effects.length > 0 && firstStep <= step,
  )!;
  return { ...effectOfStep(world, step), fn };
}

/** The mappings whose function has an effect on a target, or has code and has called it. */
export function mappingsInto(world: World, target: number): number[] {
  const { state } = world;
  const numbers = [...state.mappings.keys()];
  return numbers.filter((mapping) => hasEffectOn(world, state.mappings[mapping]!.function, target));
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

/** Whether a function's effects lead to a target, or something that its code did went there. */
export function hasEffectOn(world: World, number: number, target: number): boolean {
  const { code, firstCodeStep, settings } = world.state.functions[number]!;
  const { id } = world.state.targets[target]!;
  if (firstCodeStep >= 0 && world.completedByStep[firstCodeStep + target]!.length > 0) return true;
  return code < 0 && settings.effects.some((e) => e.target === id);
}
