/**
 * Runs environments by their histories: whoever is asked for the next turn of an environment that is
 * not at hand, or is at hand in another future, makes it again from its beginning. So going back costs
 * what the environments in use have done, and nothing is ever copied.
 */
import { eventText } from '../engine/code/input.ts';
import { type CodeLanguage, languageOf } from '../engine/functionCode.ts';
import { draw, Purpose } from '../engine/kernel/draw.ts';
import { epochMs, type Instant } from '../engine/kernel/time.ts';
import type { CodeRunner, HandlerTurn } from '../engine/lambda/codeService.ts';
import { requestIdOf } from '../engine/lambda/mapping/onFailureDocument.ts';
import type { EnvironmentEvent } from '../engine/logs.ts';
import type { World } from '../engine/world.ts';
import type { Interpreter, Language } from './interpreter.ts';

interface Live {
  interpreter: Interpreter;
  /** The last event that it has seen: the object itself, for another future has another. */
  last: EnvironmentEvent;
}

/** Interpreters kept at hand; the one not used for longest goes first. */
const MOST_LIVE = 24;

export type Languages = Partial<Record<CodeLanguage, Language>>;

/** A runner for the languages that have been loaded. */
export function createCodeRunner(languages: Languages): CodeRunner & { dispose(): void } {
  const live = new Map<number, Live>();
  return {
    turn(world, environment) {
      const { id, last } = world.state.environments.find((one) => one.id === environment)!;
      const missing = missingEvents(world, live.get(id)?.last ?? null, last);
      let known = live.get(id);
      if (known && missing.isAnew) {
        known.interpreter.dispose();
        known = undefined;
      }
      const interpreter = known?.interpreter ?? start(world, environment, languages);
      live.delete(id);
      live.set(id, { interpreter, last: world.code.events.get(last) });
      if (live.size > MOST_LIVE) forgetOldest(live);
      let turn: HandlerTurn | null = null;
      for (const event of missing.events) turn = feed(world, interpreter, event);
      return turn!;
    },
    dispose() {
      for (const { interpreter } of live.values()) interpreter.dispose();
      live.clear();
    },
  };
}

function forgetOldest(live: Map<number, Live>): void {
  const [oldest] = live.keys();
  live.get(oldest!)!.interpreter.dispose();
  live.delete(oldest!);
}

/** What an interpreter that has seen an event still has to see, oldest first. */
function missingEvents(
  world: World,
  seen: EnvironmentEvent | null,
  last: number,
): { events: EnvironmentEvent[]; isAnew: boolean } {
  const events: EnvironmentEvent[] = [];
  let isAnew = true;
  for (let row = last; row >= 0; ) {
    const event = world.code.events.get(row);
    if (event === seen) {
      isAnew = false;
      break;
    }
    events.push(event);
    row = event.previous;
  }
  return { events: events.reverse(), isAnew };
}

function start(world: World, environment: number, languages: Languages): Interpreter {
  const { code, function: number } = world.state.environments.find((o) => o.id === environment)!;
  const source = world.code.sources.get(code);
  const language = languageOf(source.runtime);
  const loaded = language && languages[language];
  if (!loaded) throw new Error(`Nothing is loaded that runs ${source.runtime}.`);
  const { seed, region, accountId } = world.definition;
  const { name, memoryMb } = world.state.functions[number]!.settings;
  const drawn = draw(seed, Purpose.handlerChance, environment, 0);
  return loaded.start({
    code: source,
    functionName: name,
    ...{ region, accountId, memoryMb },
    seed: drawn,
    logStream: `2026/01/05/[$LATEST]${drawn.toString(16).padStart(8, '0').repeat(4)}`,
  });
}

function feed(world: World, interpreter: Interpreter, event: EnvironmentEvent): HandlerTurn {
  const nowMs = epochMs(world.definition.startAtMs, event.at as Instant);
  const moment = { nowMs, leftUs: event.leftUs };
  if (event.kind === 'begin') {
    const requestId = requestIdOf(world, event.invocation);
    return interpreter.begin({ ...moment, requestId, event: eventText(world, event) });
  }
  const { id } = world.code.calls.get(event.call);
  const answer = world.code.answerOf.get(event.call);
  const text = answer > 0 ? world.code.answers.get(answer - 1) : 'null';
  return interpreter.answer(id, text, moment);
}
