/**
 * AWS's wire protocols over the door: a request, as it comes over HTTP or from an SDK, becomes a call,
 * and the call's answer a response. Pure: no clock, no socket; whoever has a request has to have moved
 * the simulation to the instant at which it came.
 *
 * Signatures are not looked at: any credentials will do, and none.
 */
import type { CallAnswer, Door } from '../door.ts';
import { readTargeted } from './jsonTarget.ts';
import { isLambdaPath, readRouted } from './lambdaRoutes.ts';
import type { RequestIdentity } from './requestId.ts';
import type { ReadRequest, WireRequest, WireResponse } from './wireMessage.ts';

/** The call that a request makes, or the answer where it makes none. */
export const readRequest = (request: WireRequest, identity: RequestIdentity): ReadRequest =>
  isLambdaPath(request.path) ? readRouted(request, identity) : readTargeted(request, identity);

/** What AWS says when it is at fault itself. */
export const internalFailure: CallAnswer = {
  ok: false,
  error: { name: 'InternalFailure', message: 'The lab failed to answer.', statusCode: 500 },
};

/** Answers a request at the simulation's present instant. @throws what the door throws: a mistake of ours. */
export function answerRequest(
  door: Pick<Door, 'call'>,
  request: WireRequest,
  identity: RequestIdentity,
): WireResponse {
  const read = readRequest(request, identity);
  if ('response' in read) return read.response;
  const { call } = read;
  return call.respond(door.call(call.service, call.operation, call.input));
}
