/** Wires a session to the real engine, the real pictures and the real database. */
import { ENGINE_VERSION } from '../engine/index.ts';
import { createBreathe } from './breathe.ts';
import { keepPagesInBrowser } from './browserPages.ts';
import { hostCode, openWithCode } from './codeHost.ts';
import { languagesOfWish } from './codeOfWish.ts';
import { openDatabase } from './database.ts';
import type { Request, Response } from './messages.ts';
import { claimLab, openOwnerChannel } from './ownership.ts';
import { readAnyLab } from './readAnyLab.ts';
import { realPictures } from './realPictures.ts';
import { Session } from './session.ts';
import { Voice } from './voice.ts';
import { pagesWords } from './words.ts';

/**
 * Labs are read here too, so that the page need not know their languages.
 * @param post receives every response, in order.
 */
export function startSession(post: (response: Response) => void): { receive(r: Request): void } {
  const voice = new Voice(post);
  void keepPagesInBrowser((why) => voice.notice('warning', `pages-${why}`, pagesWords[why]));
  const session = new Session({
    openSimulation: openWithCode,
    prepare: async (simulation, wish, follow) => {
      await hostCode(simulation, languagesOfWish(simulation, wish), follow);
    },
    engineVersion: ENGINE_VERSION,
    pictures: realPictures,
    openStorage: () => openDatabase(),
    claim: (labId) => claimLab(labId),
    openChannel: openOwnerChannel,
    post,
    clock: () => performance.now(),
    breathe: createBreathe(),
  });
  return {
    receive(request) {
      if (request.do !== 'read') return session.receive(request);
      void voice.attempt(request.id, () => readAnyLab(request.wish));
    },
  };
}
