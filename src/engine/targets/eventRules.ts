/**
 * An event bus and its rules: an event that arrives is shown to every rule of the bus, and goes on to
 * the targets of those whose pattern matches.
 *
 * Left out for now: retries and dead-letter queues of rules, archives.
 * Rules: [D20] rules and patterns, [D21] what an event says, [D22] functions of rules.
 */
import { Entry } from '../kernel/journal.ts';
import { busEvent } from '../lambda/events/busEvent.ts';
import { type EventPattern, parsePattern } from '../lambda/events/filter.ts';
import { sendRequest } from '../lambda/function/request.ts';
import { RequestOrigin, type World } from '../world.ts';

export function createRules(world: World): void {
  for (const { id } of world.definition.eventRules ?? []) {
    world.state.eventRules.push({ id, matched: 0, invoked: 0 });
  }
}

/** [D20] Shows the event that an effect brought to the rules of its bus. */
export function routeEvent(world: World, effect: number, bus: number, cause: number): void {
  const { eventRules = [] } = world.definition;
  if (eventRules.length === 0) return;
  const { id } = world.state.targets[bus]!;
  const event = busEvent(world, effect);
  for (const [number, rule] of eventRules.entries()) {
    if (rule.bus !== id || !rule.enabled || !patternOf(rule.pattern)(event)) continue;
    world.state.eventRules[number]!.matched++;
    for (const target of rule.targets) deliver(world, number, effect, target, cause);
  }
}

function deliver(world: World, rule: number, effect: number, id: string, cause: number): void {
  const { state, journal } = world;
  const target = state.targets.findIndex((one) => one.id === id);
  const fn = state.functions.findIndex((one) => one.id === id);
  if (target >= 0) state.targets[target]!.size++;
  else state.eventRules[rule]!.invoked++;
  const entry = journal.append(world.now, Entry.eventRouted, rule, effect, target, fn, cause);
  if (target < 0) sendRequest(world, fn, RequestOrigin.rule, effect, entry, rule); // [D22]
}

const parsed = new Map<string, EventPattern>();

/** Parsed once per text: derived, so not part of the state. */
function patternOf(text: string): EventPattern {
  let pattern = parsed.get(text);
  if (!pattern) {
    if (parsed.size > 100) parsed.clear();
    pattern = parsePattern(text);
    parsed.set(text, pattern);
  }
  return pattern;
}
