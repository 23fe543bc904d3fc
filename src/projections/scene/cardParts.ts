/** What the cards show beside their figures, for the page and for the still picture alike. */
import type { FaultKind } from '../../engine/definition.ts';
import { TARGET } from '../geometry/measures.ts';
import type { Rect } from '../geometry/rect.ts';
import { decimalText, spanText } from '../spanText.ts';
import { stageWords as words } from '../words/stageWords.ts';
import type { CursorFlag, FunctionCard, PartitionLane, TargetCard } from './scene.ts';

/** The switches at a function's foot, in order. */
export const faultSwitches: readonly FaultKind[] = ['Error', 'Poison', 'Slow', 'CrashAfterEffect'];

const MOST_ENVIRONMENTS = 6;

export type EnvironmentUse = 'busy' | 'starting' | 'idle';

/** A function's execution environments, as many as are drawn, and how many are not. */
export function environmentsShown({ environments }: Pick<FunctionCard, 'environments'>): {
  shown: EnvironmentUse[];
  more: number;
} {
  const { busy, starting, idle } = environments;
  const all = [
    ...Array<EnvironmentUse>(busy).fill('busy'),
    ...Array<EnvironmentUse>(starting).fill('starting'),
    ...Array<EnvironmentUse>(idle).fill('idle'),
  ];
  return {
    shown: all.slice(0, MOST_ENVIRONMENTS),
    more: Math.max(0, all.length - MOST_ENVIRONMENTS),
  };
}

/** Source → filter → enrichment → target, by name; and where dead letters go. */
export function pipeText(pipe: NonNullable<FunctionCard['pipe']>): string {
  const stages = [
    pipe.source,
    pipe.filters > 0 ? words.filters(pipe.filters) : '',
    pipe.enrichment,
    pipe.target,
  ].filter((stage) => stage !== '');
  const dead = pipe.deadLetters === '' ? '' : ` · ${words.deadLetters(pipe.deadLetters)}`;
  return `${stages.join(' → ')}${dead}`;
}

/** `batch 100 · 5 s`, or what AWS is doing with the mapping. */
export function mappingText(card: FunctionCard): string {
  if (card.mappingState !== 'Enabled') return card.mappingState;
  return words.batch(card.batchSize, card.windowMs > 0 ? spanText(card.windowMs) : '');
}

/** How a reader stands, and the same in fewer words. It is up to date when nothing waits for it [V45]. */
export function cursorTexts(cursor: CursorFlag): { text: string; short: string } {
  switch (cursor.waiting > 0 && cursor.state === 'upToDate' ? 'behind' : cursor.state) {
    case 'upToDate':
      return { text: words.upToDate, short: words.upToDate };
    case 'waitingForParent':
      return { text: words.waitsForParent, short: words.waits };
    case 'drained':
      return { text: words.drained, short: words.drained };
    default: {
      const text = words.age(spanText(cursor.iteratorAgeMs));
      return { text, short: text };
    }
  }
}

/** `0.7 %` below ten, else whole. */
export function utilisationText({
  utilisationPercent: used,
}: Pick<PartitionLane, 'utilisationPercent'>): string {
  return `${decimalText(used > 0 && used < 9.95 ? Math.round(used * 10) / 10 : Math.round(used))} %`;
}

/** Width from which the latest arrivals are spelled out even when there is room for one only. */
const SPELLED_FROM = 280;
/** From one latest arrival to the next, where they are not spelled out. */
export const ARRIVAL_PITCH = 24;
export const ARRIVAL_HEIGHT = 22;

/** How a target's latest arrivals are shown: one under the other with words, or in a row without. */
export function arrivalsShown(
  card: Pick<TargetCard, 'rules'>,
  rect: Rect,
): { rules: { name: string; matched: number }[]; lines: number; spelled: boolean; shown: number } {
  const rules = (card.rules ?? []).slice(0, TARGET.mostRules);
  const spare = rect.height - TARGET.height - rules.length * TARGET.ruleHeight;
  const lines = Math.max(1, Math.floor((spare + 26) / ARRIVAL_HEIGHT));
  const spelled = lines >= 3 || rect.width >= SPELLED_FROM;
  return {
    rules,
    lines,
    spelled,
    shown: spelled ? lines : Math.floor((rect.width - 18) / ARRIVAL_PITCH),
  };
}

/** What an arrival says behind its item: ` indexed` of `order#7 indexed`. */
export function arrivalTexts({ mark, text }: TargetCard['latest'][number]): {
  item: string;
  done: string;
} {
  const done = text.startsWith(`${mark.label} `) ? text.slice(mark.label.length + 1) : '';
  return { item: done === '' ? text : mark.label, done };
}
