/**
 * Lambda's REST: operations by method and path, input from path, query and body. Rule: [A6] in SPEC.md.
 */
import { blamed } from '../awsError.ts';
import type { CallAnswer } from '../door.ts';
import { type RequestIdentity, requestUuid } from './requestId.ts';
import {
  header,
  jsonBody,
  type ReadRequest,
  textBody,
  UNKNOWN_OPERATION,
  type WireRequest,
  type WireResponse,
} from './wireMessage.ts';

interface Route {
  operation: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A part in braces is the input's member of that name. */
  path: string;
  /** Members that come in the query, each with how it is read. */
  query?: Record<string, 'text' | 'number'>;
  /** Members that come in headers, by the header's lower-case name. */
  headers?: Record<string, string>;
  /** The whole body is this member, as text. */
  payload?: string;
}

const MAPPINGS = '/2015-03-31/event-source-mappings';
const FUNCTIONS = '/2015-03-31/functions';
const ONE_FUNCTION = `${FUNCTIONS}/{FunctionName}`;
const PAGE = { Marker: 'text', MaxItems: 'number' } as const;

const ROUTES: readonly Route[] = [
  { operation: 'CreateEventSourceMapping', method: 'POST', path: MAPPINGS },
  {
    operation: 'ListEventSourceMappings',
    method: 'GET',
    path: MAPPINGS,
    query: { EventSourceArn: 'text', FunctionName: 'text', ...PAGE },
  },
  { operation: 'GetEventSourceMapping', method: 'GET', path: `${MAPPINGS}/{UUID}` },
  { operation: 'UpdateEventSourceMapping', method: 'PUT', path: `${MAPPINGS}/{UUID}` },
  { operation: 'DeleteEventSourceMapping', method: 'DELETE', path: `${MAPPINGS}/{UUID}` },
  { operation: 'CreateFunction', method: 'POST', path: FUNCTIONS },
  {
    operation: 'ListFunctions',
    method: 'GET',
    path: FUNCTIONS,
    query: { FunctionVersion: 'text', MasterRegion: 'text', ...PAGE },
  },
  { operation: 'GetFunction', method: 'GET', path: ONE_FUNCTION, query: { Qualifier: 'text' } },
  {
    operation: 'DeleteFunction',
    method: 'DELETE',
    path: ONE_FUNCTION,
    query: { Qualifier: 'text' },
  },
  {
    operation: 'GetFunctionConfiguration',
    method: 'GET',
    path: `${ONE_FUNCTION}/configuration`,
    query: { Qualifier: 'text' },
  },
  {
    operation: 'UpdateFunctionConfiguration',
    method: 'PUT',
    path: `${ONE_FUNCTION}/configuration`,
  },
  {
    operation: 'Invoke',
    method: 'POST',
    path: `${ONE_FUNCTION}/invocations`,
    query: { Qualifier: 'text' },
    headers: {
      'x-amz-invocation-type': 'InvocationType',
      'x-amz-log-type': 'LogType',
      'x-amz-client-context': 'ClientContext',
    },
    payload: 'Payload',
  },
  { operation: 'UpdateFunctionCode', method: 'PUT', path: `${ONE_FUNCTION}/code` },
  {
    operation: 'PutFunctionConcurrency',
    method: 'PUT',
    path: '/2017-10-31/functions/{FunctionName}/concurrency',
  },
  {
    operation: 'DeleteFunctionConcurrency',
    method: 'DELETE',
    path: '/2017-10-31/functions/{FunctionName}/concurrency',
  },
  {
    operation: 'GetFunctionConcurrency',
    method: 'GET',
    path: '/2019-09-30/functions/{FunctionName}/concurrency',
  },
];

/** Whether a path is one of Lambda's, known or not. */
export const isLambdaPath = (path: string): boolean => /^\/20\d\d-\d\d-\d\d\//.test(path);

/** What a request to one of Lambda's paths means. */
export function readRouted(request: WireRequest, identity: RequestIdentity): ReadRequest {
  const id = { 'x-amzn-RequestId': requestUuid(identity) };
  const url = urlOf(request.path);
  const found = url === null ? null : findRoute(request.method, url);
  if (url === null || found === null) return { response: notFound(id) };
  const { route, members } = found;
  let body: unknown;
  try {
    body = route.payload ? { [route.payload]: textBody(request) } : (jsonBody(request) ?? {});
  } catch (error) {
    const message = `Could not parse request body into json: ${(error as Error).message}`;
    return { response: failure(400, id, 'InvalidRequestContentException', message) };
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { response: failure(400, id, 'SerializationException', '') };
  }
  const named = { ...headerMembers(route, request), ...queryMembers(route, url), ...members };
  const input = { ...body, ...named };
  const respond = (answer: CallAnswer): WireResponse => {
    if (answer.ok && route.payload) return invoked(id, answer.output);
    if (answer.ok) return success(answer.statusCode, id, answer.output);
    const { name, message, statusCode, extra } = answer.error;
    if (name === 'UnknownOperationException') return notFound(id);
    return failure(statusCode, id, name, message, extra);
  };
  return { call: { service: 'lambda', operation: route.operation, input, respond } };
}

const notFound = (headers: Record<string, string>): WireResponse => ({
  status: 404,
  headers,
  body: UNKNOWN_OPERATION,
});

function urlOf(path: string): URL | null {
  try {
    return new URL(path, 'http://lambda');
  } catch {
    return null;
  }
}

function findRoute(
  method: string,
  url: URL,
): { route: Route; members: Record<string, string> } | null {
  const parts = url.pathname.replace(/\/$/, '').split('/');
  for (const route of ROUTES) {
    if (route.method !== method) continue;
    const members = matchPath(route.path.split('/'), parts);
    if (members !== null) return { route, members };
  }
  return null;
}

function matchPath(
  wanted: readonly string[],
  parts: readonly string[],
): Record<string, string> | null {
  if (wanted.length !== parts.length) return null;
  const members: Record<string, string> = {};
  for (const [i, want] of wanted.entries()) {
    const part = parts[i]!;
    if (!want.startsWith('{')) {
      if (want !== part) return null;
      continue;
    }
    try {
      members[want.slice(1, -1)] = decodeURIComponent(part);
    } catch {
      return null;
    }
  }
  return members;
}

function queryMembers({ query = {} }: Route, url: URL): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(query)) {
    const value = url.searchParams.get(name);
    if (value !== null) members[name] = kind === 'number' ? Number(value) : value;
  }
  return members;
}

function headerMembers({ headers = {} }: Route, request: WireRequest): Record<string, string> {
  const given = Object.entries(headers).map(([name, member]) => [member, header(request, name)]);
  return Object.fromEntries(given.filter(([, value]) => value !== '')) as Record<string, string>;
}

/** Invoke's answer: the function's own payload, what stands beside it in headers. */
function invoked(id: Record<string, string>, output: Record<string, unknown>): WireResponse {
  const { StatusCode, FunctionError, ExecutedVersion, Payload } = output;
  const headers: Record<string, string> = { ...id, 'Content-Type': 'application/json' };
  if (ExecutedVersion) headers['X-Amz-Executed-Version'] = String(ExecutedVersion);
  if (FunctionError) headers['X-Amz-Function-Error'] = String(FunctionError);
  return { status: Number(StatusCode), headers, body: String(Payload ?? '') };
}

function success(status: number, id: Record<string, string>, output: object): WireResponse {
  const body = status === 204 ? '' : JSON.stringify(output);
  return { status, headers: { ...id, 'Content-Type': 'application/json' }, body };
}

/** Lambda's errors are not of one mind about their first letter. Source: its service model. */
const CAPITAL_MESSAGE = new Set([
  'ResourceInUseException',
  'ResourceNotFoundException',
  'ServiceException',
]);

function failure(
  status: number,
  id: Record<string, string>,
  name: string,
  message: string,
  extra: Record<string, unknown> = {},
): WireResponse {
  const headers = { ...id, 'Content-Type': 'application/json', 'x-amzn-ErrorType': name };
  const text = CAPITAL_MESSAGE.has(name) ? 'Message' : 'message';
  return {
    status,
    headers,
    body: JSON.stringify({ Type: blamed(status), [text]: message, ...extra }),
  };
}
