/** The shortest chain of causes that leads to an entry of the journal, in sentences. */
import { Entry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { describeEntry } from '../logLines.ts';
import { sourceOf } from '../ruleSources.ts';
import { ruleTexts } from '../ruleTexts.ts';
import { causesOf } from './causes.ts';
import { ruleOf } from './rules.ts';
import type { WhyLink } from './whyAnswer.ts';

/** Of a long row of failed attempts the first and the last two are told. */
const FIRST_TOLD = 2;
const LAST_TOLD = 4;
/** Entries looked at: hundreds of attempts. */
const MOST_CAUSES = 600;

/**
 * From the first cause to the entry itself.
 * @param change the change that is asked about, or -1.
 */
export function chainTo(world: World, entry: number, change: number): WhyLink[] {
  const seen = new Set<number>([entry]);
  const waiting = [entry];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.size >= MOST_CAUSES) break;
    for (const cause of causesOf(world, next, change)) {
      if (seen.has(cause)) continue;
      seen.add(cause);
      waiting.push(cause);
    }
  }
  const links = [...seen].sort((a, b) => a - b).flatMap((number) => linkOf(world, number));
  return withoutTheMiddle(world, links);
}

/** An entry as a sentence that stands on a rule; none where it has neither. */
function linkOf(world: World, number: number): WhyLink[] {
  const entry = world.journal.read(number);
  const rule = ruleOf(world, entry, number);
  const line = rule === null ? null : describeEntry(world, number);
  if (rule === null || line === null) return [];
  const [text] = ruleTexts(rule);
  return [
    { entry: number, at: entry.at, text: line.text, rule: { ...text!, source: sourceOf(rule) } },
  ];
}

const ATTEMPTS: ReadonlySet<number> = new Set([Entry.invocationStarted, Entry.invocationFailed]);

function withoutTheMiddle(world: World, links: readonly WhyLink[]): WhyLink[] {
  const attempts = links.filter(({ entry }) => ATTEMPTS.has(world.journal.kindOf(entry)));
  const untold = new Set(
    attempts.slice(FIRST_TOLD, Math.max(FIRST_TOLD, attempts.length - LAST_TOLD)),
  );
  return links.filter((link) => !untold.has(link));
}
