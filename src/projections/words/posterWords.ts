/** What a still picture says about itself, beside what the stage's cards say. */
import { countOf, countText, spanText } from '../spanText.ts';

export const posterWords = {
  title: (lab: string) => `Shardscope: ${lab}`,
  /** @param at microseconds. */
  at: (at: number) => `At ${spanText(at / 1_000)}.`,
  clock: (at: number) => spanText(at / 1_000),
  card: (title: string, facts: string) => `${title}: ${facts}.`,
  writes: (written: number) => `${countText(written)} written`,
  items: (items: number, partitions: number) =>
    `${countOf(items, 'item')} in ${countOf(partitions, 'partition')}`,
  shards: (shards: number) => countOf(shards, 'shard'),
  polled: (seen: number, missed: number) =>
    `${countOf(seen, 'change')} seen, ${countText(missed)} missed`,
} as const;
