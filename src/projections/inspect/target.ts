/** A target with what it holds, and one effect on it. */

import type { EffectKind } from '../../engine/definition.ts';
import { EffectOutcome } from '../../engine/kernel/journal.ts';
import { onFailureDocument } from '../../engine/lambda/mapping/onFailureDocument.ts';
import type { World } from '../../engine/world.ts';
import { effectDefinition, functionOfEffect, isRepeat, mappingsInto } from '../effectSteps.ts';
import { busRules } from '../figures/mapping/busRules.ts';
import { onFailures } from '../figures/mapping/onFailures.ts';
import { type RuleId, ruleTexts } from '../ruleTexts.ts';
import { labelOfChange, markOf } from '../scene/marks.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { cardWords } from '../words/cardWords.ts';
import { effectWords } from '../words/effectWords.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { effectContent, mailOf, objectKey } from './effectContent.ts';
import { inspection, isoOf, type StoryStep } from './inspection.ts';
import { recordLink } from './record.ts';
import { targetSuggestions } from './suggestions.ts';

const MOST_LISTED = 30;
const MOST_ROWS = 3_000;
const MOST_DOCUMENTS = 10;
const MOST_STEPS = 10;

const RULES: Record<string, RuleId[]> = {
  OpenSearch: ['D1', 'D2', 'D4'],
  S3: ['D3'],
  SES: ['D5', 'F4'],
  SNS: ['D5', 'F4'],
  SQS: ['D6'],
};

export function inspectTarget(
  world: World,
  selection: Extract<Selection, { kind: 'target' }>,
): Inspection {
  const { target } = selection;
  const { name, kind, size, effects, repeatedEffects, staleEffects, failedEffects } =
    world.state.targets[target]!;
  const latest = latestEffects(world, target);
  return inspection(selection, inspectWords.targetKinds[kind] ?? kind, name, {
    figures: [onFailures(world, target), busRules(world, target)].filter((f) => f !== null),
    json: {
      Name: name,
      Kind: kind,
      Holds: cardWords.holds(kind, size),
      Latest: [
        ...latest.map((effect) => listed(world, effect)),
        ...onFailureDocuments(world, target),
      ],
      Shardscope: {
        Effects: effects,
        RepeatedEffects: repeatedEffects,
        RefusedAsOlder: staleEffects,
        FailedEffects: failedEffects,
      },
    },
    story: lastEffects(world, target),
    rules: ruleTexts(...(RULES[kind] ?? ['F3', 'F4']), 'D7'),
    suggestions: targetSuggestions(world, target),
    related: mappingsInto(world, target).map((mapping) => {
      const { function: number } = world.state.mappings[mapping]!;
      const text = inspectWords.theFunction(world.state.functions[number]!.name);
      return { text, selection: { kind: 'function', function: number } };
    }),
  });
}

/** The documents that told this target of records given up, newest first. */
function onFailureDocuments(world: World, target: number): Record<string, unknown>[] {
  const { onFailures, state } = world;
  const found: Record<string, unknown>[] = [];
  for (let row = onFailures.at.length - 1; row >= 0 && found.length < MOST_DOCUMENTS; row--) {
    const { mapping } = state.consumers[onFailures.consumer.get(row)]!;
    if (state.mappings[mapping]!.onFailureTarget !== target) continue;
    found.push(onFailureDocument(world, row));
  }
  return found;
}

/** The effects that completed last, newest first; of an index only those whose document is there. */
function latestEffects(world: World, target: number): number[] {
  const { effects, outcomes, documents, changes } = world;
  const isIndex = world.state.targets[target]!.kind === 'OpenSearch';
  const found: number[] = [];
  const last = Math.max(0, effects.target.length - MOST_ROWS);
  for (let row = effects.target.length - 1; row >= last && found.length < MOST_LISTED; row--) {
    if (effects.target.get(row) !== target || outcomes.effect.get(row) <= 0) continue;
    if (outcomes.effect.get(row) === EffectOutcome.stale) continue;
    const item = changes.item.get(effects.change.get(row));
    if (isIndex && documents[target]!.get(item) !== row + 1) continue;
    found.push(row);
  }
  return found;
}

function listed(world: World, effect: number): Record<string, unknown> {
  const change = world.effects.change.get(effect);
  const { do: action } = effectDefinition(world, effect);
  const at = isoOf(world, world.effects.sentAt.get(effect));
  if (action === 'IndexDocuments') return effectContent(world, effect);
  if (action === 'AuditLog') return { Key: objectKey(world, change), LastModified: at };
  const repeated = isRepeat(world, effect) ? { Repeat: true } : {};
  if (action === 'Notify')
    return { Subject: mailOf(world, change).subject, SentAt: at, ...repeated };
  return { For: labelOfChange(world, change), SentAt: at, ...repeated };
}

/** The effects that were begun last, whatever became of them, oldest first. */
function lastEffects(world: World, target: number): StoryStep[] {
  const { effects } = world;
  const found: StoryStep[] = [];
  const last = Math.max(0, effects.target.length - MOST_ROWS);
  for (let row = effects.target.length - 1; row >= last && found.length < MOST_STEPS; row--) {
    if (effects.target.get(row) !== target) continue;
    const { outcome, ...told } = effectStep(world, row);
    const text = `${labelOfChange(world, effects.change.get(row))} ${outcome}`;
    found.push({ ...told, text, about: { kind: 'effect', effect: row } });
  }
  return found.reverse();
}

export function inspectEffect(
  world: World,
  selection: Extract<Selection, { kind: 'effect' }>,
): Inspection {
  const { effect } = selection;
  const { effects, outcomes, state } = world;
  const change = effects.change.get(effect);
  const target = effects.target.get(effect);
  const { kind, name } = state.targets[target]!;
  const outcome = outcomes.effect.get(effect);
  const mark = markOf(world, change, outcome === 0 ? 'inFlight' : 'read', {
    duplicate: isRepeat(world, effect),
  });
  const number = functionOfEffect(world, effect);
  return inspection(
    selection,
    inspectWords.effectKinds[kind] ?? kind,
    labelOfChange(world, change),
    {
      mark,
      story: effectStory(world, effect),
      json: effectContent(world, effect),
      rules: ruleTexts(...(RULES[kind] ?? ['F3', 'F4'])),
      suggestions: targetSuggestions(world, target),
      related: [
        recordLink(world, change),
        { text: inspectWords.theTarget(name), selection: { kind: 'target', target } },
        {
          text: inspectWords.theFunction(state.functions[number]!.name),
          selection: { kind: 'function', function: number },
        },
      ],
    },
  );
}

/** Every time that this effect was carried out for this change, as far as the log's end tells. */
function effectStory(world: World, effect: number): StoryStep[] {
  const { effects } = world;
  const change = effects.change.get(effect);
  const step = effects.step.get(effect);
  const story: StoryStep[] = [];
  const first = Math.max(0, effect - MOST_ROWS);
  const end = Math.min(effects.change.length, effect + MOST_ROWS);
  for (let row = first; row < end; row++) {
    if (effects.change.get(row) !== change || effects.step.get(row) !== step) continue;
    const { outcome, ...told } = effectStep(world, row);
    const text = `${effectWords.thing(effectDefinition(world, row).do)} ${outcome}`;
    story.push({ ...told, text });
  }
  return story;
}

/** When an effect was begun, in which attempt, and what became of it. */
function effectStep(world: World, row: number): Omit<StoryStep, 'text'> & { outcome: string } {
  const { effects, outcomes, invocations } = world;
  const code = outcomes.effect.get(row);
  const { do: action } = effectDefinition(world, row);
  const outcome =
    code < 0
      ? effectWords.failed
      : code === 0
        ? effectWords.travelling
        : effectWords.done(action, code);
  const invocation = effects.invocation.get(row);
  const attempt = invocation < 0 ? null : invocations.attempt.get(invocation);
  return {
    at: effects.sentAt.get(row),
    outcome,
    detail: attempt === null ? effectWords.ofRequest : effectWords.attempt(attempt),
    tone: toneOf(action, code),
  };
}

function toneOf(action: EffectKind, code: number): StoryStep['tone'] {
  if (code === 0) return 'plain';
  return code < 0 || effectWords.repeatHurts(action, code) ? 'bad' : 'good';
}
