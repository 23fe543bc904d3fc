/** What was asked of the lab so far, whenever the lab comes to be open: a link may name one that is still being read. */
import type { StoreApi } from 'zustand';
import type { CommandLog } from '../../../projections/commandLog.ts';
import type { LabActions } from '../../../runtime/page/labStore.ts';
import { sentenceOf } from '../../../runtime/session/voice.ts';

type Lab = Pick<StoreApi<{ ready: boolean }>, 'getState' | 'subscribe'>;

/** @returns the log, or the sentence that says why it cannot be had. */
export async function askCommandLog(
  lab: Lab,
  { commandLog }: Pick<LabActions, 'commandLog'>,
): Promise<CommandLog | string> {
  for (;;) {
    await whenReady(lab);
    try {
      return await commandLog();
    } catch (problem) {
      // While a lab is being opened none answers: then the one that comes is asked.
      if (lab.getState().ready) return sentenceOf(problem);
    }
  }
}

const whenReady = (lab: Lab): Promise<void> =>
  new Promise((settle) => {
    if (lab.getState().ready) return settle();
    const end = lab.subscribe(({ ready }) => {
      if (!ready) return;
      end();
      settle();
    });
  });
