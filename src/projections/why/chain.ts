/** The shortest chain of causes that leads to an entry of the journal, in sentences. */
import { Entry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { sourceOf } from '../ruleSources.ts';
import { ruleTexts } from '../ruleTexts.ts';
import { describeEntry } from '../sentences/logLines.ts';
import { causesOf } from './causes.ts';
import { firstSince, isFurtherBack, readBackTo } from './lookBack.ts';
import { ruleOf } from './rules.ts';
import type { WhyAnswer, WhyLink } from './whyAnswer.ts';

/** Of a long row of failed attempts the first and the last two are told. */
const FIRST_TOLD = 2;
const LAST_TOLD = 4;
/** Retries that are followed one by one; from there it goes to the first attempt. */
const LAST_RETRIES = 3;
/** Entries looked at. */
const MOST_CAUSES = 600;

/** A chain from the first cause to an entry, and whether it may begin further back than was read. */
export type Chain = Pick<WhyAnswer, 'chain' | 'readBackTo'>;

/** @param change the change that is asked about, or -1: then the one that a failure is blamed on. */
export function chainTo(world: World, entry: number, change: number): Chain {
  const seen = new Set<number>([entry]);
  const waiting = [entry];
  let [about, retries] = [change, 0];
  const further: number[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.size >= MOST_CAUSES) break;
    const { kind, c: retry, d: blame } = world.journal.read(next);
    if (about < 0 && kind === Entry.invocationFailed) about = blame;
    if (kind === Entry.batchSent && retry > 0) retries++;
    const causes =
      retries > LAST_RETRIES && kind === Entry.batchSent
        ? firstFailure(world, next)
        : causesOf(world, next, about);
    for (const cause of causes) {
      if (isFurtherBack(cause)) further.push(readBackTo(world, cause));
      if (isFurtherBack(cause) || seen.has(cause)) continue;
      seen.add(cause);
      waiting.push(cause);
    }
  }
  const links = [...seen].sort((a, b) => a - b).flatMap((number) => linkOf(world, number));
  return { chain: withoutTheMiddle(world, links), readBackTo: latestOf(further) };
}

/** Chains that lead to the same, as one. */
export function joined(chains: readonly Chain[]): Chain {
  const links = new Map(chains.flatMap(({ chain }) => chain).map((link) => [link.entry, link]));
  return {
    chain: [...links.values()].sort((a, b) => a.entry - b.entry),
    readBackTo: latestOf(chains.flatMap(({ readBackTo }) => readBackTo ?? [])),
  };
}

const latestOf = (instants: readonly number[]): number | null =>
  instants.length === 0 ? null : Math.max(...instants);

/** How the first attempt at a retried batch ended, or else whatever the retry came of. */
function firstFailure(world: World, sent: number): number[] {
  const { invocations } = world;
  const { a: latest, b: consumer } = world.journal.read(sent);
  let first = latest - 1;
  const isIt = () =>
    invocations.consumer.get(first) === consumer && invocations.attempt.get(first) === 1;
  while (first >= 0 && !isIt()) first--;
  if (first < 0) return causesOf(world, sent, -1);
  return firstSince(
    world,
    invocations.sentAt.get(first),
    [Entry.invocationFailed],
    ({ a }) => a === first,
  ).filter((failure) => failure < sent);
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
  let last = Math.max(FIRST_TOLD, attempts.length - LAST_TOLD);
  // No end of an attempt whose beginning is not told.
  if (last > FIRST_TOLD && isEndOf(world, attempts[last], attempts[last - 1])) last++;
  const untold = new Set(attempts.slice(FIRST_TOLD, last));
  return withGaps(
    world,
    links.filter((link) => !untold.has(link)),
  );
}

function isEndOf(world: World, end: WhyLink | undefined, begin: WhyLink | undefined): boolean {
  if (end === undefined || begin === undefined) return false;
  const [ending, beginning] = [world.journal.read(end.entry), world.journal.read(begin.entry)];
  return ending.kind === Entry.invocationFailed && ending.a === beginning.a;
}

/** Says where attempts at the same are passed over. */
function withGaps(world: World, links: readonly WhyLink[]): WhyLink[] {
  const told = new Map<number, number>();
  return links.map((link) => {
    const { kind, a: invocation, b: consumer } = world.journal.read(link.entry);
    if (!ATTEMPTS.has(kind)) return link;
    const attempt = world.invocations.attempt.get(invocation);
    const before = told.get(consumer) ?? attempt;
    told.set(consumer, attempt);
    return attempt > before + 1 ? { ...link, attemptsBefore: attempt - before - 1 } : link;
  });
}
