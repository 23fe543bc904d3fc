/**
 * Invoke. Its answer is no JSON of members but the function's own: status, headers and payload, which the
 * wire puts back where AWS has them.
 */
import type { RequestAnswer } from '../../engine/lambda/function/request.ts';
import { AwsError } from '../awsError.ts';
import { execute, type Operation } from '../operation.ts';
import { choice, structure, text } from '../shape.ts';

/** A payload at most: 6 MB where the caller waits, 1 MB where not. */
const LONGEST = { RequestResponse: 6_291_556, Event: 1_048_576 } as const;

export const invoke: Operation = {
  input: structure(
    {
      FunctionName: text({ min: 1, max: 170 }),
      InvocationType: choice('RequestResponse', 'Event', 'DryRun'),
      LogType: choice('None', 'Tail'),
      ClientContext: text(),
      Qualifier: text(),
      /** JSON text. */
      Payload: text(),
    },
    'FunctionName',
  ),
  answer(simulation, input) {
    const type = (input.InvocationType ?? 'RequestResponse') as keyof typeof LONGEST | 'DryRun';
    if (type === 'DryRun') {
      simulation.check({ call: 'lambda:Invoke', input });
      return { StatusCode: 204 };
    }
    refuseLong(String(input.Payload ?? ''), LONGEST[type]);
    const { answer } = execute<{ answer: RequestAnswer | null }>(
      simulation,
      'lambda:Invoke',
      input,
    );
    if (answer === null) return { StatusCode: 202 };
    const { functionError, payload } = answer;
    return {
      StatusCode: 200,
      ...(functionError && { FunctionError: functionError }),
      ExecutedVersion: '$LATEST',
      Payload: JSON.stringify(payload),
    };
  },
};

const encoder = new TextEncoder();

function refuseLong(payload: string, most: number): void {
  const { length } = encoder.encode(payload);
  if (length <= most) return;
  throw new AwsError(
    'RequestTooLargeException',
    `Request must be smaller than ${most} bytes for the InvokeFunction operation`,
  );
}
