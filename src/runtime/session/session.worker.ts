/** The worker's entry: a session that is spoken to by messages. */
import type { Request, Response } from '../messages.ts';
import { hearInLanguage } from '../workerLanguage.ts';
import { startSession } from './startSession.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const session = startSession((response: Response) => scope.postMessage(response));
hearInLanguage<Request>(scope, (request) => session.receive(request));
