import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { SimulationDefinition } from '../../engine/definition.ts';
import { builtInLabs } from '../builtIn/index.ts';
import { readLab } from '../readLab.ts';
import { definitionOf } from '../testing/readings.ts';
import { type GivenCommand, writeLab, writeLabAsJson } from './writeLab.ts';

const withoutInert = (definition: SimulationDefinition): SimulationDefinition => ({
  ...definition,
  inert: [],
});
const again = (definition: SimulationDefinition, commands: GivenCommand[] = []) =>
  withoutInert(definitionOf(writeLab(definition, commands)));

const EVERYTHING = `Metadata:
  Shardscope:
    Title: "Yes: a title with 'quotes', # and no"
    AccountId: "012345678901"
    Region: eu-west-1
    Start: 2026-01-05T09:00:00.250Z
    Items: { T: [ { pk: { S: "null" }, sk: { N: "-1.50" }, "NULL": { NULL: true }, m: { M: { "": { SS: [ "a", "1e3" ] } } }, b: { B: "AAE=" } } ] }
    Traffic: [ { Table: T, From: 1.5s, For: 1m, Count: 7, Keys: { Distribution: Zipf, Skew: 1.2, Prefix: "" } } ]
    Faults: [ { Kind: Poison, Target: F, At: 3s, Match: { pk: { S: "0x10" } } }, { Kind: Slow, Target: F, For: 7d, Factor: 3 } ]
    Pollers: { P: { Table: T, Every: 90s, Watermark: at, ConsistentRead: true } }
    Goals: [ { Law: NothingLost, Of: F } ]
    Functions: { F: { Effects: [ { Do: Enqueue, Target: Q, Idempotency: FifoDeduplication }, { Do: AuditLog, Target: L } ] } }
Resources:
  T:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: things
      AttributeDefinitions: [ { AttributeName: pk, AttributeType: S }, { AttributeName: sk, AttributeType: N } ]
      KeySchema: [ { AttributeName: pk, KeyType: HASH }, { AttributeName: sk, KeyType: RANGE } ]
      ProvisionedThroughput: { ReadCapacityUnits: 7, WriteCapacityUnits: 9 }
      StreamSpecification: { StreamViewType: OLD_IMAGE }
      TimeToLiveSpecification: { AttributeName: until, Enabled: true }
      KinesisStreamSpecification: { StreamArn: !GetAtt K.Arn }
  K: { Type: AWS::Kinesis::Stream, Properties: { Name: kay, ShardCount: 3, RetentionPeriodHours: 8760 } }
  Q: { Type: AWS::SQS::Queue, Properties: { QueueName: cue } }
  N: { Type: AWS::SNS::Topic }
  L: { Type: AWS::Logs::LogGroup }
  F:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: eff
      Timeout: 900
      MemorySize: 10240
      ReservedConcurrentExecutions: 0
      Events:
        One:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt T.StreamArn
            StartingPosition: LATEST
            BatchSize: 1
            MaximumBatchingWindowInSeconds: 300
            MaximumRetryAttempts: 0
            MaximumRecordAgeInSeconds: 60
            BisectBatchOnFunctionError: true
            ParallelizationFactor: 10
            FunctionResponseTypes: [ ReportBatchItemFailures ]
            FilterCriteria: { Filters: [ { Pattern: '{"eventName":["INSERT"]}' } ] }
            DestinationConfig: { OnFailure: { Destination: !Ref N } }
            Enabled: false
        Two:
          Type: Kinesis
          Properties:
            Stream: !GetAtt K.Arn
            StartingPosition: AT_TIMESTAMP
            StartingPositionTimestamp: 1767603600.5
            DestinationConfig: { OnFailure: { Destination: !GetAtt Q.Arn } }
`;

it('[L4] [L13] data at the end of a file are for people, and of any size', () => {
  const { text } = builtInLabs[0]!;
  const definition = definitionOf(text);
  const items = Array.from({ length: 13_000 }, (_, i) => ({
    orderId: { S: `T${i}` },
    note: { S: '\n    Data:\nend: "of it"\u2028' },
  }));
  const data = { JournalEntries: 7, Digest: 'ab', Items: { Orders: items, None: [] } };
  const written = writeLab(definition, [], { data });
  expect(written.length).toBeGreaterThan(1_048_576);
  expect(withoutInert(definitionOf(written))).toEqual(withoutInert(definition));
  const few = { ...data, Items: { Orders: items.slice(0, 2), None: [] } };
  const { Metadata } = parse(writeLab(definition, [], { data: few }));
  expect(Metadata.Shardscope.Data).toEqual(few);
  const cut = `${written}Outputs: {}\n`; // what follows belongs to the template
  expect(readLab(cut)).toMatchObject({ ok: false });
});

describe('a written lab', () => {
  it.each(builtInLabs)('[L13] $id is read as it was', ({ text }) => {
    const definition = definitionOf(text);
    expect(again(definition)).toEqual(withoutInert(definition));
  });

  it('[L13] keeps everything that a definition can hold', () => {
    const definition = definitionOf(EVERYTHING);
    expect(again(definition)).toEqual(withoutInert(definition));
    expect(withoutInert(definitionOf(writeLabAsJson(definition)))).toEqual(
      withoutInert(definition),
    );
  });

  it('[L13] brings what was done along, at its very microsecond, in order', () => {
    const definition = definitionOf(builtInLabs[0]!.text);
    const put = (id: string): GivenCommand['command'] => ({
      call: 'dynamodb:PutItem',
      input: { TableName: 'Orders', Item: { id: { S: id } } },
    });
    const given = [
      { atMs: 1_234.567, command: { ...put('a'), immediate: true } },
      {
        atMs: 25_000,
        command: { call: 'shardscope:SetTraffic', input: { table: 'Orders', perSecond: 0 } },
      },
    ];
    const { commands } = again(definition, given);
    expect(commands).toEqual([given[0], ...definition.commands, given[1]]);
  });

  it('[L13] keeps any text whatever YAML would make of it', () => {
    const definition = definitionOf(builtInLabs[1]!.text);
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        'yes',
        'null',
        '~',
        '1e3',
        '0x1f',
        '2026-01-05',
        '*a',
        '&b',
        '!Ref c',
        '- d',
        'e: f',
        '"',
        ' g ',
        '#h',
        '\n',
        'i\nj\n',
        '{k}',
        '<<',
      ),
    );
    fc.assert(
      fc.property(text, text, (name, value) => {
        if (name === '__proto__' || name === 'constructor' || name === 'prototype') return;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: such texts are refused as binary
        if (/[\u0000-\u0008\u000e-\u001f\ufffd]/u.test(name + value)) return;
        const input = {
          TableName: 'Todos',
          Item: { TodoID: { S: 'x' }, [`${name}_`]: { S: value } },
        };
        const command = { call: 'dynamodb:PutItem', input };
        expect(again(definition, [{ atMs: 1, command }]).commands[0]!.command).toEqual(command);
      }),
    );
  });
});

it('[L11] a function’s folder goes into the one file, and comes back', () => {
  const template = `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, Handler: src/app.handler, CodeUri: ./fn }
`;
  const files = {
    'fn/src/app.js': "const { one } = require('./one');\nexports.handler = async () => one;\n",
    'fn/src/one.js': 'exports.one = `a: b\\n#`;\n',
    'fn/package.json': '{ "type": "commonjs" }',
  };
  const reading = readLab(template, files);
  if (!reading.ok) throw new Error(reading.errors[0]!.message);
  const [fn] = reading.definition.functions;
  expect(Object.keys(fn!.code!.files)).toEqual(['src/app.js', 'src/one.js', 'package.json']);
  expect(again(reading.definition).functions[0]!.code).toEqual(fn!.code);
});

it('[L11] one file keeps its name', () => {
  for (const path of ['index.mjs', 'app.js', 'index.py']) {
    const code = { runtime: 'nodejs22.x', handler: 'app.handler', files: { [path]: 'x' } };
    const { functions, ...rest } = definitionOf(EVERYTHING);
    const own = [{ ...functions[0]!, effects: [], code: { ...code, environment: {} } }];
    expect(again({ ...rest, functions: own }).functions[0]!.code?.files).toEqual(code.files);
  }
});
