/** A request and a response as every transport has them, before and after AWS's protocols. */
import type { CallAnswer, ServiceName } from '../door.ts';
import { isTooDeep } from '../jsonDepth.ts';

export interface WireRequest {
  method: string;
  /** With its query, if it has one. */
  path: string;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array | string;
}

export interface WireResponse {
  status: number;
  /** By name as AWS writes it. */
  headers: Record<string, string>;
  body: string;
}

/** A call as a request makes it, and how its answer goes back. */
export interface WireCall {
  service: ServiceName;
  operation: string;
  input: unknown;
  respond(answer: CallAnswer): WireResponse;
}

/** What a request comes to: a call, or an answer that needs none. */
export type ReadRequest = { call: WireCall } | { response: WireResponse };

/** One header's value, or an empty text. */
export function header({ headers }: WireRequest, name: string): string {
  const value = headers[name];
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A body as text. @throws Error where it is no UTF-8. */
export const textBody = ({ body }: WireRequest): string =>
  typeof body === 'string' ? body : decoder.decode(body);

/**
 * A body as JSON.
 * @returns `undefined` where it is empty. @throws Error where it is no JSON or no UTF-8, or too deep.
 */
export function jsonBody(request: WireRequest): unknown {
  const text = textBody(request);
  if (isTooDeep(text)) throw new SyntaxError('nested too deeply');
  return text === '' ? undefined : JSON.parse(text);
}

/** What AWS answers, with 404, where no operation is meant at all. */
export const UNKNOWN_OPERATION = '<UnknownOperationException/>\n';
