import { crc32 as zipCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallAnswer, Door } from '../door.ts';
import { crc32 } from './crc32.ts';
import { answerRequest } from './jsonProtocol.ts';
import { requestId, requestUuid } from './requestId.ts';
import type { WireRequest } from './wireMessage.ts';

const TARGET = 'DynamoDB_20120810.PutItem';
const refusal = (name: string, message: string, extra?: Record<string, unknown>): CallAnswer => ({
  ok: false,
  error: { name, message, statusCode: 400, ...(extra && { extra }) },
});

/** A door that answers everything alike, and what it was asked. */
function doorThat(answer: CallAnswer = { ok: true, output: {}, statusCode: 200 }) {
  const asked: unknown[][] = [];
  const door: Pick<Door, 'call'> = {
    call: (...call) => {
      asked.push(call);
      return answer;
    },
  };
  return { door, asked };
}

function send(request: Partial<WireRequest>, answer?: CallAnswer) {
  const { door, asked } = doorThat(answer);
  const whole: WireRequest = {
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': TARGET },
    body: '{}',
    ...request,
  };
  return { response: answerRequest(door, whole, { seed: 7, number: 0 }), asked };
}
const targeted = (target: string, contentType = 'application/x-amz-json-1.0') => ({
  headers: { 'content-type': contentType, 'x-amz-target': target },
});

describe('AWS JSON', () => {
  it.each([
    ['DynamoDB_20120810.PutItem', 'dynamodb', 'PutItem', '1.0'],
    ['DynamoDBStreams_20120810.GetRecords', 'dynamodbstreams', 'GetRecords', '1.0'],
    ['Kinesis_20131202.PutRecord', 'kinesis', 'PutRecord', '1.1'],
    ['Firehose_20150804.PutRecord', 'firehose', 'PutRecord', '1.1'],
  ])('[A1] %s calls the service that it names', (target, service, operation, version) => {
    const { response, asked } = send({ ...targeted(target), body: '{"A":[1,{"B":null}]}' });
    expect(asked).toEqual([[service, operation, { A: [1, { B: null }] }]]);
    expect(response.status).toBe(200);
    expect(response.headers['Content-Type']).toBe(`application/x-amz-json-${version}`);
  });

  it.each([
    ['no target', ''],
    ['another version', 'DynamoDB_20200101.PutItem'],
    ['a name of an object', '__proto__.PutItem'],
    ['no operation', 'DynamoDB_20120810.'],
    ['too many parts', 'DynamoDB_20120810.PutItem.x'],
  ])('[A1] %s is an unknown operation', (_, target) => {
    const { response, asked } = send(targeted(target));
    expect(response.status).toBe(400);
    expect(response.body).toBe('{"__type":"com.amazon.coral.service#UnknownOperationException"}');
    expect(asked).toEqual([]);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('[A1] %s is not found', (method) => {
    const { response } = send({ method });
    expect([response.status, response.body]).toEqual([404, '<UnknownOperationException/>\n']);
    expect(response.headers['x-amz-crc32']).toBe('3552371480'); // as AWS gives it
  });

  it('[A1] a body of another type is not found', () => {
    const { response, asked } = send(targeted(TARGET, 'text/plain'));
    expect(response.status).toBe(404);
    expect(asked).toEqual([]);
  });

  it('[A5] GET says that the service is healthy', () => {
    const { response } = send({ method: 'GET', body: '' });
    expect(response.body).toBe('healthy: dynamodb.us-east-1.amazonaws.com ');
    expect(response.headers['x-amz-crc32']).toBe('3128867991'); // as AWS gives it
  });

  it.each(['', '{', '{"a":', 'hello', '"text"', 'null', '7', '\u0000', '{}{}', "{'a':1}"])(
    '[A4] the body %j is refused as no object of JSON',
    (body) => {
      const { response, asked } = send({ body });
      expect(response.status).toBe(400);
      expect(response.body).toBe('{"__type":"com.amazon.coral.service#SerializationException"}');
      expect(asked).toEqual([]);
    },
  );

  it('[A4] a list is refused where an object is expected, and so are bytes that are no UTF-8', () => {
    expect(JSON.parse(send({ body: '[]' }).response.body).Message).toBe(
      'Start of list found where not expected',
    );
    const { response } = send({ body: Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d) });
    expect(response.status).toBe(400);
  });

  it('[A4] bytes are read as UTF-8', () => {
    const body = new TextEncoder().encode('{"name":"Äpfel 🍏"}');
    expect(send({ body }).asked[0]![2]).toEqual({ name: 'Äpfel 🍏' });
  });

  it.each([
    ['ResourceNotFoundException', 'com.amazonaws.dynamodb.v20120810#', 'message'],
    ['ConditionalCheckFailedException', 'com.amazonaws.dynamodb.v20120810#', 'message'],
    ['ValidationException', 'com.amazon.coral.validate#', 'message'],
    ['SerializationException', 'com.amazon.coral.service#', 'Message'],
    ['TransactionCanceledException', 'com.amazonaws.dynamodb.v20120810#', 'Message'],
  ])('[A3] %s carries its namespace', (name, namespace, member) => {
    const { response } = send({}, refusal(name, 'So it is.', { Item: { id: { S: '1' } } }));
    expect(response.status).toBe(400);
    expect(JSON.parse(response.body)).toEqual({
      __type: namespace + name,
      [member]: 'So it is.',
      Item: { id: { S: '1' } },
    });
  });

  it('[A3] an error of Kinesis bears its bare name', () => {
    const answer = refusal('ResourceNotFoundException', 'No.');
    const { response } = send(targeted('Kinesis_20131202.GetRecords'), answer);
    expect(JSON.parse(response.body).__type).toBe('ResourceNotFoundException');
  });

  it('[A2] a response carries the checksum of its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(crc32(text)).toBe(zipCrc32(text));
      }),
    );
    const { response } = send({}, { ok: true, output: { a: 'ü' }, statusCode: 200 });
    expect(response.headers['x-amz-crc32']).toBe(String(zipCrc32('{"a":"ü"}')));
  });

  it('[A2] request ids look like AWS’s, differ, and are the same again', () => {
    const ids = Array.from({ length: 500 }, (_, number) => requestId({ seed: 7, number }));
    expect(new Set(ids).size).toBe(500);
    expect(ids.every((id) => /^[0-9A-V]{52}$/.test(id))).toBe(true);
    expect(requestId({ seed: 7, number: 3 })).toBe(ids[3]);
    expect(requestId({ seed: 8, number: 3 })).not.toBe(ids[3]);
    expect(requestUuid({ seed: 7, number: 3 })).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe('REST', () => {
  const lambda = (method: string, path: string, body = '') => ({ method, path, body, headers: {} });
  const MAPPINGS = '/2015-03-31/event-source-mappings';

  it.each([
    ['POST', `${MAPPINGS}/`, 'CreateEventSourceMapping', {}],
    ['GET', `${MAPPINGS}/abc`, 'GetEventSourceMapping', { UUID: 'abc' }],
    ['PUT', `${MAPPINGS}/abc`, 'UpdateEventSourceMapping', { UUID: 'abc' }],
    ['DELETE', `${MAPPINGS}/abc`, 'DeleteEventSourceMapping', { UUID: 'abc' }],
    ['GET', '/2015-03-31/functions/', 'ListFunctions', {}],
    ['GET', '/2015-03-31/functions/F', 'GetFunction', { FunctionName: 'F' }],
    [
      'GET',
      '/2015-03-31/functions/arn%3Aaws%3Alambda%3Ax%3A1%3Afunction%3AF/configuration',
      'GetFunctionConfiguration',
      { FunctionName: 'arn:aws:lambda:x:1:function:F' },
    ],
  ])('[A6] %s %s is %s %j', (method, path, operation, input) => {
    expect(send(lambda(method, path)).asked).toEqual([['lambda', operation, input]]);
  });

  it('[A6] members come in path, query and body; the path has the last word', () => {
    const query = `${MAPPINGS}/?FunctionName=F&EventSourceArn=arn%3Aaws&MaxItems=5&Other=1`;
    expect(send(lambda('GET', query)).asked[0]![2]).toEqual({
      FunctionName: 'F',
      EventSourceArn: 'arn:aws',
      MaxItems: 5,
    });
    const body = '{"BatchSize":5,"UUID":"other"}';
    expect(send(lambda('PUT', `${MAPPINGS}/abc`, body)).asked[0]![2]).toEqual({
      BatchSize: 5,
      UUID: 'abc',
    });
  });

  it('[A6] an answer has its own status, an error its name in a header', () => {
    const accepted = send(lambda('POST', MAPPINGS, '{}'), {
      ok: true,
      output: { UUID: 'u' },
      statusCode: 202,
    }).response;
    expect([accepted.status, accepted.body]).toEqual([202, '{"UUID":"u"}']);
    const answer: CallAnswer = {
      ok: false,
      error: { name: 'ResourceNotFoundException', message: 'Gone.', statusCode: 404 },
    };
    const { status, headers, body } = send(lambda('GET', `${MAPPINGS}/u`), answer).response;
    expect(status).toBe(404);
    expect(headers['x-amzn-ErrorType']).toBe('ResourceNotFoundException');
    expect(JSON.parse(body)).toEqual({ Type: 'User', Message: 'Gone.' });
  });

  it.each([
    ['PATCH', MAPPINGS],
    ['POST', `${MAPPINGS}/abc`],
    ['GET', '/2015-03-31/nothing'],
    ['GET', '/2015-03-31/functions/%E0%A4%A'],
    ['GET', '/2015-03-31/functions/F/configuration/x'],
  ])('[A6] %s %s is not found', (method, path) => {
    const { response, asked } = send(lambda(method, path));
    expect([response.status, asked]).toEqual([404, []]);
  });

  it('[A6] a body that is no JSON is refused in Lambda’s words', () => {
    const { status, headers, body } = send(lambda('POST', MAPPINGS, '{')).response;
    expect(status).toBe(400);
    expect(headers['x-amzn-ErrorType']).toBe('InvalidRequestContentException');
    expect(JSON.parse(body).message).toMatch(/^Could not parse request body into json: /);
  });
});

it('[A4] no request whatsoever makes the protocol fail', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('/2015-03-31/functions/', '//', '/2015-03-31/event-source-mappings/%', TARGET),
  );
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', ''),
    path: text,
    headers: fc.record(
      { 'content-type': text, 'x-amz-target': text },
      { requiredKeys: ['content-type'] },
    ),
    body: fc.oneof(text, fc.uint8Array(), fc.json()),
  });
  fc.assert(
    fc.property(request, (made) => {
      const { status } = send(made as Partial<WireRequest>).response;
      expect([200, 400, 404]).toContain(status);
    }),
    { numRuns: 2_000 },
  );
});
