/** Wires a session to the real engine, the real pictures and the real database. */
import { ENGINE_VERSION } from '../engine/index.ts';
import { createBreathe } from './breathe.ts';
import { hostCode, openWithCode } from './codeHost.ts';
import { languagesOf } from './codeLanguages.ts';
import { openDatabase } from './database.ts';
import type { Response } from './messages.ts';
import { claimLab, openOwnerChannel } from './ownership.ts';
import { realPictures } from './realPictures.ts';
import { Session } from './session.ts';

/** @param post receives every response, in order. */
export function startSession(post: (response: Response) => void): Session {
  return new Session({
    openSimulation: openWithCode,
    prepare: async (simulation, wish) => {
      if (wish.do === 'command') await hostCode(simulation, languagesOf(null, [wish.command]));
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
}
