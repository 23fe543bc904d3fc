/** What the inspections have in common. */
import type { Command } from '../../engine/definition.ts';
import { isoText } from '../../engine/kernel/isoText.ts';
import { epochMs, instant } from '../../engine/kernel/time.ts';
import type { World } from '../../engine/world.ts';
import type { Inspection, Selection } from '../scene/scene.ts';

export type StoryStep = Inspection['story'][number];
export type Suggestion = Inspection['suggestions'][number];

/** An inspection with nothing in it but what is given. */
export function inspection(
  selection: Selection,
  kindLabel: string,
  title: string,
  more: Partial<Inspection>,
): Inspection {
  return {
    selection,
    kindLabel,
    title,
    mark: null,
    story: [],
    figures: [],
    json: null,
    rules: [],
    suggestions: [],
    related: [],
    ...more,
  };
}

export const suggestion = (text: string, command: Command): Suggestion => ({ text, command });

/** `2026-01-05T09:00:00.000Z` of an instant, or null for one that has not come. */
export const isoOf = (world: World, at: number): string | null =>
  at < 0 ? null : `${isoText(epochMs(world.definition.startAtMs, instant(at)))}Z`;

/** Epoch seconds, as AWS's describing calls print times. */
export const secondsOf = (world: World, at: number): number =>
  epochMs(world.definition.startAtMs, instant(at)) / 1_000;
