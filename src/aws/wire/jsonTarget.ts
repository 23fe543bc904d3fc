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
  UNKNOWN_OPERATION,
  type WireCall,
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
  ThrottlingException: 'com.amazon.coral.availability#',
};
/** AWS writes the member with a capital here, and only here. */
const CAPITAL_MESSAGE = new Set(['SerializationException', 'TransactionCanceledException']);

/** What a request without one of Lambda's paths means. */
export function readTargeted(request: WireRequest, identity: RequestIdentity): ReadRequest {
  const id = requestId(identity);
  if (request.method === 'GET') return { response: health(id) };
  const contentType = contentTypeOf(request);
  if (request.method !== 'POST' || contentType === null) return { response: notFound(id) };
  let input: unknown;
  try {
    input = jsonBody(request);
  } catch {
    return refusal(id, contentType, 'SerializationException');
  }
  const target = header(request, 'x-amz-target');
  const dot = target.indexOf('.');
  const prefix = target.slice(0, Math.max(0, dot));
  const operation = target.slice(dot + 1);
  const protocol = Object.hasOwn(PROTOCOLS, prefix) ? PROTOCOLS[prefix] : undefined;
  if (!protocol || operation === '' || operation.includes('.')) {
    return refusal(id, contentType, 'UnknownOperationException');
  }
  if (Array.isArray(input)) {
    return refusal(id, contentType, 'SerializationException', LIST_OUT_OF_PLACE);
  }
  if (typeof input !== 'object' || input === null) {
    return refusal(id, contentType, 'SerializationException');
  }
  return { call: new TargetedCall(protocol, operation, input, id) };
}

/** A class, and not an object with a function of its own: one is made for every request. */
class TargetedCall implements WireCall {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: unknown;
  private readonly protocol: Protocol;
  private readonly id: string;

  constructor(protocol: Protocol, operation: string, input: unknown, id: string) {
    this.service = protocol.service;
    this.operation = operation;
    this.input = input;
    this.protocol = protocol;
    this.id = id;
  }

  respond(answer: CallAnswer): WireResponse {
    const { contentType } = this.protocol;
    return answer.ok
      ? json(answer.statusCode, contentType, this.id, answer.output)
      : json(answer.error.statusCode, contentType, this.id, errorBody(this.protocol, answer.error));
  }
}

const LIST_OUT_OF_PLACE = 'Start of list found where not expected';

/** Null where a body is sent that does not say that it is JSON. */
function contentTypeOf(request: WireRequest): string | null {
  const sent = header(request, 'content-type');
  if (CONTENT_TYPES.has(sent)) return sent;
  const type = sent.split(';')[0]!.trim().toLowerCase();
  if (CONTENT_TYPES.has(type)) return type;
  return request.body.length > 0 ? null : 'application/json';
}

function refusal(id: string, contentType: string, name: string, Message?: string): ReadRequest {
  const __type = `${FRAMEWORK_NAMESPACES[name]}${name}`;
  const body = Message === undefined ? { __type } : { __type, Message };
  return { response: json(400, contentType, id, body) };
}

function errorBody(protocol: Protocol, { name, message, extra }: CallError): object {
  const namespace = FRAMEWORK_NAMESPACES[name] ?? protocol.namespace;
  const member = CAPITAL_MESSAGE.has(name) ? 'Message' : 'message';
  return { __type: `${namespace}${name}`, [member]: message, ...extra };
}

/** What load balancers ask for. The space at its end is AWS's. */
const health = (id: string): WireResponse =>
  response(200, id, 'healthy: dynamodb.us-east-1.amazonaws.com ');

const notFound = (id: string): WireResponse => response(404, id, UNKNOWN_OPERATION);

function json(status: number, contentType: string, id: string, value: object): WireResponse {
  const answer = response(status, id, JSON.stringify(value));
  answer.headers['Content-Type'] = contentType;
  return answer;
}

/** [A2] */
const response = (status: number, id: string, body: string): WireResponse => ({
  status,
  headers: { 'x-amzn-RequestId': id, 'x-amz-crc32': String(crc32(body)) },
  body,
});
