import { describe, expect, it } from 'vitest';
import { readBatchResponse } from './batchResponse.ts';

const ids = ['100', '200', '300'];
const failures = (...itemIdentifiers: unknown[]) => ({
  batchItemFailures: itemIdentifiers.map((itemIdentifier) => ({ itemIdentifier })),
});

describe('a function’s answer', () => {
  it.each([
    [null],
    [undefined],
    [{}],
    [[]],
    ['done'],
    [7],
    [{ batchItemFailures: null }],
    [failures()],
  ])('[E35] %j means that all succeeded', (payload) => {
    expect(readBatchResponse(payload, ids)).toEqual({ kind: 'success' });
  });

  it.each([
    [failures('')],
    [failures(null)],
    [failures('999')],
    [failures(200)],
    [{ batchItemFailures: [{ foo: 123 }] }],
    [{ batchItemFailures: ['200'] }],
    [{ batchItemFailures: 'all' }],
    [failures('200', 'unknown')],
  ])('[E36] %j means that all failed', (payload) => {
    expect(readBatchResponse(payload, ids)).toEqual({ kind: 'failure' });
  });

  it('[E30] names the lowest failure, in whatever order they are told', () => {
    expect(readBatchResponse(failures('300', '200'), ids)).toEqual({
      kind: 'partial',
      failedFrom: 1,
    });
    expect(readBatchResponse(failures('100'), ids)).toEqual({ kind: 'partial', failedFrom: 0 });
  });
});
