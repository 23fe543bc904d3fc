/** Wires a session to the real engine, the real pictures and the real database. */
import { ENGINE_VERSION, openSimulation } from '../engine/index.ts';
import { createBreathe } from './breathe.ts';
import { openDatabase } from './database.ts';
import type { Response } from './messages.ts';
import { claimLab, openOwnerChannel } from './ownership.ts';
import { realPictures } from './realPictures.ts';
import { Session } from './session.ts';

/** @param post receives every response, in order. */
export function startSession(post: (response: Response) => void): Session {
  return new Session({
    openSimulation,
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
