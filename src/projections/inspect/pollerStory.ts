/** A polling scan's or an export's last polls, what each returned and missed, and when the next one comes. */
import { Entry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { visitBackwards } from '../journal/journalTail.ts';
import { pollSentences } from '../sentences/pollSentences.ts';
import { storyWords } from '../words/storyWords.ts';
import type { StoryStep } from './inspection.ts';

/** Entries read back from the end: minutes of a busy table. */
const MOST_ENTRIES = 60_000;
const MOST_POLLS = 6;
const MOST_STEPS = 30;
const TOLD: ReadonlySet<number> = new Set([
  Entry.pollStarted,
  Entry.pageThrottled,
  Entry.pollEnded,
]);

/** Oldest first. A poll that began further back than is read has no time that it took. */
export function pollerStory(world: World, poller: number): StoryStep[] {
  const { length } = world.journal;
  const told: StoryStep[] = [];
  let ended: StoryStep | null = null;
  let polls = 0;
  visitBackwards(world, Math.max(0, length - MOST_ENTRIES), length, (entry, number) => {
    const { kind, at } = entry;
    if (entry.a !== poller || !TOLD.has(kind)) return false;
    if (kind === Entry.pollStarted && ended !== null) {
      ended.detail = storyWords.pollTook((ended.at - at) / 1_000);
      ended = null;
    } else {
      const { text, tone } = pollSentences[kind]!(world, entry, number)!;
      told.push({ at, text, detail: '', tone });
      if (kind === Entry.pollEnded) ended = told.at(-1)!;
    }
    if (kind === Entry.pollStarted) polls++;
    return polls === MOST_POLLS || told.length === MOST_STEPS;
  });
  return [...told.reverse(), ...nextPoll(world, poller)];
}

function nextPoll({ state, now }: World, poller: number): StoryStep[] {
  const { running, nextAt } = state.pollers[poller]!;
  if (running) return [];
  const detail = storyWords.in((nextAt - now) / 1_000);
  return [{ at: nextAt, text: storyWords.nextPoll, detail, tone: 'next' }];
}
