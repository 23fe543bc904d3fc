/** The product's worker with less room in memory; the worker's name says how much. */
import type { Request } from '../../src/runtime/messages.ts';
import { startSession } from '../../src/runtime/session/startSession.ts';

const session = startSession((response) => postMessage(response), Number(self.name));
addEventListener('message', (event: MessageEvent<Request>) => session.receive(event.data));
