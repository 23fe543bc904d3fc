/** The entry of the worker in which the lanes run. */
import { hearInLanguage } from '../workerLanguage.ts';
import type { LaneRequest } from './laneMessages.ts';
import { startLaneSession } from './startLaneSession.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const session = startLaneSession((response) => scope.postMessage(response));
hearInLanguage<LaneRequest>(scope, (request) => session.receive(request));
