import { expect, it } from 'vitest';
import { definitionOf, errorsOf, ORDERS } from '../testing/readings.ts';
import { writeLab } from '../writing/writeLab.ts';

const section = (more: string) =>
  `Resources:\n${ORDERS}Metadata: { Shardscope: { Version: 1, ${more} } }\n`;

it('[L55] [F7] [T14] an account’s concurrency and the delay of time to live are read and written', () => {
  const text = section('AccountConcurrency: 50, TimeToLiveDelayMs: { P50: 1000, P99: 5000.5 }');
  const wanted = { accountConcurrency: 50, timeToLiveDelayMs: { p50: 1_000, p99: 5_000.5 } };
  const definition = definitionOf(text);
  expect(definition).toMatchObject(wanted);
  expect(definitionOf(writeLab(definition))).toMatchObject(wanted);
});

it('[L55] are absent where nothing is said, and refused where they make no sense', () => {
  const plain = definitionOf(section('Seed: 1'));
  expect([plain.accountConcurrency, plain.timeToLiveDelayMs]).toEqual([undefined, undefined]);
  const wrong = errorsOf(
    section('AccountConcurrency: 0, TimeToLiveDelayMs: { P50: 9, P99: 3, P95: 4 }'),
  );
  expect(wrong).toHaveLength(3);
  expect(wrong.join('\n')).toMatch(/AccountConcurrency.*0 is below the minimum 1/);
  expect(wrong.join('\n')).toMatch(/P95 is not a known key/);
});

it('[F11] a function’s dead-letter queue is read by either name, and written', () => {
  const config = 'DeadLetterConfig: { TargetArn: !GetAtt Dead.Arn }';
  const own = 'Runtime: nodejs22.x, Handler: i.h, Role: r, Code: { ZipFile: x }';
  const text = `Resources:
  Dead: { Type: AWS::SQS::Queue }
  Told: { Type: AWS::SNS::Topic }
  One: { Type: AWS::Lambda::Function, Properties: { ${own}, ${config} } }
  Two:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, Handler: i.h, InlineCode: x, DeadLetterQueue: { Type: SNS, TargetArn: !Ref Told } }
`;
  const definition = definitionOf(text);
  const queues = ({ functions }: typeof definition) => functions.map((fn) => fn.deadLetterTarget);
  expect(queues(definition)).toEqual(['Dead', 'Told']);
  expect(queues(definitionOf(writeLab(definition)))).toEqual(['Dead', 'Told']);
});
