/**
 * A `requestHandler` for clients of the AWS SDK for JavaScript v3, in Node and in the page:
 *
 *     new DynamoDBClient({ region, credentials, requestHandler: createRequestHandler({ call, seed }) })
 *
 * No request leaves the program.
 */
import type { CallAnswer, ServiceName } from '../door.ts';
import { readRequest } from './jsonProtocol.ts';
import type { WireRequest } from './wireMessage.ts';

/** A request as the SDK hands it over, as far as it is looked at. */
export interface SdkRequest {
  method: string;
  path: string;
  query?: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  body?: unknown;
}

/** What the SDK takes for a response. */
export interface SdkResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface SdkRequestHandler {
  metadata: { handlerProtocol: string };
  handle(request: SdkRequest): Promise<{ response: SdkResponse }>;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
  destroy(): void;
}

export interface RequestHandlerOptions {
  /** Answers a call: a door's own, or one at the other end of a worker. */
  call(service: ServiceName, operation: string, input: unknown): CallAnswer | Promise<CallAnswer>;
  /** The lab's; request ids are made of it. */
  seed: number;
}

const encoder = new TextEncoder();

export function createRequestHandler({ call, seed }: RequestHandlerOptions): SdkRequestHandler {
  let number = 0;
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request) {
      const read = readRequest(wireRequest(request), { seed, number: number++ });
      const { status, headers, body } =
        'response' in read
          ? read.response
          : read.call.respond(await call(read.call.service, read.call.operation, read.call.input));
      const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
      const response = {
        statusCode: status,
        headers: Object.fromEntries(named) as Record<string, string>,
        body: encoder.encode(body),
      };
      return { response };
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
  };
}

function wireRequest({ method, path, query, headers, body }: SdkRequest): WireRequest {
  const lowered: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) lowered[name.toLowerCase()] = value;
  const sent = typeof body === 'string' || body instanceof Uint8Array ? body : '';
  return { method, path: path + queryText(query), headers: lowered, body: sent };
}

function queryText(query: SdkRequest['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) search.append(name, one);
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
