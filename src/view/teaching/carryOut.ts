/** Does what a key, a button of the speaker's window or a remote asks for. */
import type { Question } from '../../lessons/lesson.ts';
import { stepOf, useTaking } from '../lessons/taking.ts';
import { toggleFullScreen } from '../stage/stageView.ts';
import { withCalled, withHand, withoutLastCalled } from './hands.ts';
import {
  count,
  goBack,
  goOn,
  goTo,
  leavePresentation,
  toggleNotes,
  toggleOver,
  usePresenting,
} from './presenting.ts';
import type { SpeakerLink } from './speaker/speakerLink.ts';
import type { SpeakerWish } from './speaker/speakerMessages.ts';
import type { TeachingWish } from './teachingKeys.ts';
import { votedIds } from './votedIds.ts';

export interface TeachingContext {
  /** No motion is wanted. */
  atOnce: boolean;
  speaker: SpeakerLink;
}

export function carryOut(wish: TeachingWish | SpeakerWish, context: TeachingContext): void {
  if (typeof wish === 'object') carryOutCount(wish);
  else carryOutWay(wish, context);
}

function carryOutWay(wish: Extract<TeachingWish, string>, context: TeachingContext): void {
  const { over } = usePresenting.getState();
  const isWay = wish === 'next' || wish === 'back';
  // What lies over the picture goes first, whatever a remote sends.
  if (over !== null && (isWay || wish === 'leave')) {
    toggleOver(over);
    return;
  }
  const { step = 0 } = useTaking.getState().taken ?? {};
  const ways: Record<Extract<TeachingWish, string>, () => void> = {
    next: () => goOn(context.atOnce),
    back: goBack,
    first: () => goTo(0),
    last: () => goTo(Number.MAX_SAFE_INTEGER),
    again: () => goTo(step),
    black: () => toggleOver('black'),
    code: () => toggleOver('code'),
    keys: () => toggleOver('keys'),
    notes: toggleNotes,
    fullScreen: toggleFullScreen,
    window: () => {
      if (!context.speaker.open()) usePresenting.setState({ hasNotes: true, isBlocked: true });
    },
    leave: leavePresentation,
  };
  ways[wish]();
}

function carryOutCount(wish: Exclude<TeachingWish | SpeakerWish, string>): void {
  const { taken } = useTaking.getState();
  const question: Question | undefined = taken === null ? undefined : stepOf(taken).question;
  if (question === undefined) return;
  if ('called' in wish) {
    const { called } = wish;
    count((hands) => (called === null ? withoutLastCalled(hands) : withCalled(hands, called)));
    return;
  }
  const id = votedIds(question)[wish.hand];
  if (id !== undefined) count((hands) => withHand(hands, id, wish.by));
}
