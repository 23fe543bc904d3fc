/**
 * AWS's wire protocols over HTTP. Whatever a client does wrong costs at most its own connection.
 * Rules: [A7] to [A9] in SPEC.md.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { WireRequest, WireResponse } from '../aws/wire/wireMessage.ts';

/** DynamoDB's own limit. */
const MOST_BODY_BYTES = 16 * 1_024 * 1_024;

export interface HttpEndpointOptions {
  /** Answers a request that has come in whole. */
  answer(request: WireRequest): WireResponse | Promise<WireResponse>;
  /** Pages of this origin may call; `*`: of any. */
  allowOrigin?: string;
  /** Hears of what should not have happened. */
  complain?(error: unknown): void;
  /** How long a client may take to send a request. */
  slowestMs?: number;
}

/** A server that listens nowhere yet. */
export function createHttpEndpoint(options: HttpEndpointOptions): Server {
  const { slowestMs = 30_000 } = options;
  const timeouts = {
    requestTimeout: slowestMs,
    headersTimeout: slowestMs,
    keepAliveTimeout: 60_000,
    connectionsCheckingInterval: Math.min(1_000, slowestMs),
  };
  return createServer(timeouts, (request, response) => {
    if (!isAllowed(request, options)) return finish(response, 403, {}, '', {});
    if (request.method === 'OPTIONS') return preflight(request, response, options);
    receive(request, response, options);
  });
}

/** A page of another origin may not even write: not every write asks for leave first. [A8] */
function isAllowed({ headers }: IncomingMessage, { allowOrigin }: HttpEndpointOptions): boolean {
  return headers.origin === undefined || allowOrigin === '*' || headers.origin === allowOrigin;
}

function allowReading(headers: Record<string, string>, allowOrigin: string): void {
  headers['Access-Control-Allow-Origin'] = allowOrigin;
  headers['Access-Control-Expose-Headers'] = 'x-amzn-RequestId, x-amzn-ErrorType, x-amz-crc32';
  if (allowOrigin !== '*') headers.Vary = 'Origin';
}

function preflight(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpEndpointOptions,
): void {
  const asked = request.headers['access-control-request-headers'] ?? '*';
  const granted = {
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
    'Access-Control-Allow-Headers': asked,
    'Access-Control-Max-Age': '600',
  };
  const isAsked = options.allowOrigin !== undefined;
  finish(response, isAsked ? 200 : 403, isAsked ? granted : {}, '', options);
}

function receive(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpEndpointOptions,
): void {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BODY_BYTES) {
    refuse(request, response, options);
    return;
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BODY_BYTES) refuse(request, response, options);
    else chunks.push(chunk);
  });
  request.on('end', () => {
    const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    const send = ({ status, headers, body: text }: WireResponse) =>
      finish(response, status, headers, text, options);
    const answer = answerOf(request, body, options);
    if (answer instanceof Promise) answer.then(send, (error) => send(failed(error, options)));
    else send(answer);
  });
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpEndpointOptions,
): void {
  request.removeAllListeners('data').removeAllListeners('end');
  finish(response, 413, { Connection: 'close' }, '', options);
  request.resume(); // who is still sending hears of it only when nothing is left unread
}

function answerOf(
  { method = '', url = '/', headers }: IncomingMessage,
  body: Buffer,
  options: HttpEndpointOptions,
): WireResponse | Promise<WireResponse> {
  try {
    return options.answer({ method, path: url, headers, body });
  } catch (error) {
    return failed(error, options);
  }
}

function failed(error: unknown, { complain }: HttpEndpointOptions): WireResponse {
  complain?.(error);
  return { status: 500, headers: {}, body: '{"__type":"InternalFailure"}' };
}

function finish(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string,
  { allowOrigin }: Pick<HttpEndpointOptions, 'allowOrigin'>,
): void {
  if (allowOrigin !== undefined) allowReading(headers, allowOrigin);
  headers['Content-Length'] = String(Buffer.byteLength(body));
  response.writeHead(status, headers);
  response.end(body);
}
