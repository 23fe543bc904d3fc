/** The worker's entry: a session that is spoken to by messages. */
import type { Request, Response } from './messages.ts';
import { startSession } from './startSession.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const session = startSession((response: Response) => scope.postMessage(response));
scope.onmessage = (event: MessageEvent<Request>) => session.receive(event.data);
