import { useMemo } from 'react';
import { stepOf, useTaking } from '../lessons/taking.ts';
import { NO_HANDS } from './hands.ts';
import { beatOf, usePresenting } from './presenting.ts';
import { type SpeakerView, speakerView } from './speakerView.ts';

/** What the teacher sees of the lesson that is presented now; null before it is open. */
export function useSpeakerView(): SpeakerView | null {
  const taken = useTaking((state) => state.taken);
  const { notes, derived, hands, isRevealed, over, beganAtMs } = usePresenting();
  return useMemo(
    () =>
      taken === null
        ? null
        : speakerView({
            ...{ taken, notes, derived, isRevealed, beganAtMs },
            beat: beatOf(taken, isRevealed),
            hands: hands[stepOf(taken).id] ?? NO_HANDS,
            isBlack: over === 'black',
          }),
    [taken, notes, derived, hands, isRevealed, over, beganAtMs],
  );
}
