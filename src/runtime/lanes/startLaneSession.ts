/** Wires the lanes' session to the real engine. */
import { openSimulation } from '../../engine/index.ts';
import { openWithCode } from '../codeHost.ts';
import { createBreathe } from '../session/breathe.ts';
import type { LaneResponse } from './laneMessages.ts';
import { LaneSession } from './laneSession.ts';

export function startLaneSession(post: (response: LaneResponse) => void): LaneSession {
  return new LaneSession({
    openWithCode,
    openSimulation: (definition) => openSimulation(definition),
    post,
    clock: () => performance.now(),
    breathe: createBreathe(),
  });
}
