import { describe, expect, it } from 'vitest';
import {
  changedMembers,
  fieldOfError,
  functionFields,
  mappingFields,
  notANumber,
  valuesOfMapping,
} from './fields.ts';

const answer = {
  UUID: 'u',
  State: 'Enabled',
  BatchSize: 10,
  MaximumBatchingWindowInSeconds: 0,
  ParallelizationFactor: 1,
  MaximumRetryAttempts: -1,
  MaximumRecordAgeInSeconds: -1,
  TumblingWindowInSeconds: 0,
  BisectBatchOnFunctionError: false,
  FunctionResponseTypes: ['ReportBatchItemFailures'],
  FilterCriteria: { Filters: [{ Pattern: '{"a":[1]}' }] },
};

describe('the settings form', () => {
  const values = valuesOfMapping(answer);

  it('sends only what was changed, in AWS’s members', () => {
    expect(changedMembers(values, values)).toEqual({});
    expect(
      changedMembers(values, {
        ...values,
        BatchSize: '25',
        ReportBatchItemFailures: 'false',
        FilterCriteria: '{"a":[1]}\n\n{"b":[2]}',
        DestinationConfig: 'arn:aws:s3:::b',
      }),
    ).toEqual({
      BatchSize: 25,
      FunctionResponseTypes: [],
      FilterCriteria: { Filters: [{ Pattern: '{"a":[1]}' }, { Pattern: '{"b":[2]}' }] },
      DestinationConfig: { OnFailure: { Destination: 'arn:aws:s3:::b' } },
    });
  });

  it('finds what is no number, and lets a reservation be empty', () => {
    const wrong = notANumber(mappingFields, values, { ...values, BatchSize: 'ten' });
    expect(wrong?.name).toBe('BatchSize');
    const before = { Timeout: '3', MemorySize: '128', ReservedConcurrentExecutions: '5' };
    const after = { ...before, ReservedConcurrentExecutions: '' };
    expect(notANumber(functionFields, before, after)).toBeUndefined();
  });

  it('finds the field that AWS speaks of', () => {
    const text = "1 validation error detected: Value '0' at 'batchSize' failed";
    expect(fieldOfError(mappingFields, text)).toBe('BatchSize');
    expect(fieldOfError(mappingFields, 'Invalid filter pattern definition.')).toBe(
      'FilterCriteria',
    );
    expect(fieldOfError(mappingFields, 'it is in use')).toBeNull();
  });
});
