/**
 * AWS JSON 1.0 and 1.1: every call is a POST that names its operation in `X-Amz-Target`. Rules: [A1]
 * to [A5] in SPEC.md.
 */
import type { CallAnswer, CallError, ServiceName } from '../door.ts';
import { crc32 } from './crc32.ts';
import { type RequestIdentity, requestId } from './requestId.ts';
import {
  header,
  jsonBody,
  type ReadRequest,
  unknownOperation,
  type WireRequest,
  type WireResponse,
} from './wireMessage.ts';

interface Protocol {
  service: ServiceName;
  contentType: string;
  /** Before the names of its errors. */
  namespace: string;
}

const JSON_1_0 = 'application/x-amz-json-1.0';
const JSON_1_1 = 'application/x-amz-json-1.1';
const DYNAMODB = 'com.amazonaws.dynamodb.v20120810#';

/** By what stands before the dot of `X-Amz-Target`. */
const PROTOCOLS: Readonly<Record<string, Protocol | undefined>> = {
  DynamoDB_20120810: { service: 'dynamodb', contentType: JSON_1_0, namespace: DYNAMODB },
  DynamoDBStreams_20120810: {
    service: 'dynamodbstreams',
    contentType: JSON_1_0,
    namespace: DYNAMODB,
  },
  Kinesis_20131202: { service: 'kinesis', contentType: JSON_1_1, namespace: '' },
  Firehose_20150804: { service: 'firehose', contentType: JSON_1_1, namespace: '' },
};
const CONTENT_TYPES = new Set(['application/json', JSON_1_0, JSON_1_1]);

/** Errors that come from the framework below all services. */
const FRAMEWORK_NAMESPACES: Readonly<Record<string, string | undefined>> = {
  ValidationException: 'com.amazon.coral.validate#',
  SerializationException: 'com.amazon.coral.service#',
  UnknownOperationException: 'com.amazon.coral.service#',
  InternalFailure: 'com.amazon.coral.service#',
};
/** AWS writes the member with a capital here, and only here. */
const CAPITAL_MESSAGE = new Set(['SerializationException', 'TransactionCanceledException']);

/** What a request without one of Lambda's paths means. */
export function readTargeted(request: WireRequest, identity: RequestIdentity): ReadRequest {
  const id = { 'x-amzn-RequestId': requestId(identity) };
  if (request.method === 'GET') return { response: health(id) };
  const sentType = header(request, 'content-type').split(';')[0]!.trim().toLowerCase();
  const isJson = CONTENT_TYPES.has(sentType);
  const contentType = isJson ? sentType : 'application/json';
  if (request.method !== 'POST' || (!isJson && request.body.length > 0)) {
    return { response: withChecksum(unknownOperation(id)) };
  }
  const refuse = (name: string, Message?: string): ReadRequest => ({
    response: json(400, contentType, id, {
      __type: `${FRAMEWORK_NAMESPACES[name]}${name}`,
      ...(Message !== undefined && { Message }),
    }),
  });
  let input: unknown;
  try {
    input = jsonBody(request);
  } catch {
    return refuse('SerializationException');
  }
  const [prefix, operation, ...more] = header(request, 'x-amz-target').split('.');
  const protocol = Object.hasOwn(PROTOCOLS, prefix!) ? PROTOCOLS[prefix!] : undefined;
  if (!protocol || !operation || more.length > 0) return refuse('UnknownOperationException');
  if (Array.isArray(input)) {
    return refuse('SerializationException', 'Start of list found where not expected');
  }
  if (typeof input !== 'object' || input === null) return refuse('SerializationException');
  const { service } = protocol;
  const respond = (answer: CallAnswer): WireResponse =>
    answer.ok
      ? json(answer.statusCode, protocol.contentType, id, answer.output)
      : json(answer.error.statusCode, protocol.contentType, id, errorBody(protocol, answer.error));
  return { call: { service, operation, input, respond } };
}

function errorBody(protocol: Protocol, { name, message, extra }: CallError): object {
  const namespace = FRAMEWORK_NAMESPACES[name] ?? protocol.namespace;
  const member = CAPITAL_MESSAGE.has(name) ? 'Message' : 'message';
  return { __type: `${namespace}${name}`, [member]: message, ...extra };
}

/** What load balancers ask for. The space at its end is AWS's. */
const health = (id: Record<string, string>): WireResponse =>
  withChecksum({ status: 200, headers: id, body: 'healthy: dynamodb.us-east-1.amazonaws.com ' });

function json(
  status: number,
  contentType: string,
  id: Record<string, string>,
  value: object,
): WireResponse {
  const headers = { ...id, 'Content-Type': contentType };
  return withChecksum({ status, headers, body: JSON.stringify(value) });
}

/** [A2] */
function withChecksum(response: WireResponse): WireResponse {
  response.headers['x-amz-crc32'] = String(crc32(response.body));
  return response;
}
