import { describe, expect, it } from 'vitest';
import { definitionOf, errorsOf, ORDERS, processor } from '../testing/readings.ts';

const RESOURCES = `Resources:\n${ORDERS}${processor()}  ProductIndex: { Type: AWS::OpenSearchService::Domain }
  Mail: { Type: AWS::SES::EmailIdentity }
  Audit: { Type: AWS::S3::Bucket }
`;
const lab = (section: string): string =>
  `Metadata:\n  Shardscope:\n${section.replace(/^/gmu, '    ')}\n${RESOURCES}`;

describe('Metadata.Shardscope', () => {
  it('[L7] without it: seed 1, ten minutes from a Monday morning, one write a second', () => {
    const definition = definitionOf(RESOURCES);
    expect(definition).toMatchObject({
      seed: 1,
      startAtMs: Date.UTC(2026, 0, 5, 9),
      untilMs: 600_000,
      region: 'us-east-1',
      accountId: '123456789012',
      ...{ pollers: [], faults: [], commands: [], goals: [] },
    });
    expect(definition.traffic).toMatchObject([
      { table: 'Orders', fromMs: 0, perSecond: 1, arrival: 'Steady' },
    ]);
  });

  it('[L7] tables without a stream get no writes; those that feed Kinesis do', () => {
    const text = `Resources:
  Plain: { Type: AWS::Serverless::SimpleTable }
  Fed:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [ { AttributeName: id, AttributeType: S } ]
      KeySchema: [ { AttributeName: id, KeyType: HASH } ]
      KinesisStreamSpecification: { StreamArn: !GetAtt Changes.Arn }
  Changes: { Type: AWS::Kinesis::Stream }`;
    expect(definitionOf(text).traffic.map(({ table }) => table)).toEqual(['Fed']);
  });

  it('[L7] with it, only the traffic that it names', () => {
    expect(definitionOf(lab('Seed: 3')).traffic).toEqual([]);
  });

  it('[L1] reads everything that the format has', () => {
    const definition = definitionOf(
      lab(`Version: 1
Title: All of it
Seed: 7
Start: 2025-06-15T00:00:00Z
Until: 24h
Region: eu-central-1
Items:
  Orders: [ { id: { S: "order#0" }, n: { N: 5 }, list: { L: [ { BOOL: true }, { NULL: true } ] } } ]
Traffic:
  - Table: Orders
    From: 5s
    For: 10m
    Count: 12000
    Arrival: Poisson
    Keys: { Count: 500, Distribution: Hot, Prefix: "order#", Share: 0.9, HotKeys: 3 }
    Mix: { Insert: 40, Modify: 50 }
    ItemBytes: 400
Commands:
  - { At: 5s, Call: "dynamodb:PutItem", Input: { TableName: Orders, Item: { id: { S: T1001 } } } }
Functions:
  OrderProcessor:
    Effects:
      - { Do: IndexDocuments, Target: ProductIndex, Idempotency: ExternalVersion }
      - { Do: Notify, Target: Mail }
    DurationMs: { P50: 40, P99: 400 }
    ColdStartMs: 250
Faults:
  - { At: 2m, For: 30s, Target: OrderProcessor, Kind: Error }
  - { Target: OrderProcessor, Kind: Poison, Match: { id: { S: "order#13" } } }
  - { Target: OrderProcessor, Kind: CrashAfterEffect, Probability: 0.01 }
  - { At: 6m, For: 1m, Target: ProductIndex, Kind: Unavailable }
  - { At: 8m, Target: Orders, Kind: SplitPartition }
Goals: [ { Law: EffectsOnce, Of: OrderProcessor } ]
Pollers:
  ThirtySecondScan: { Table: Orders, Every: 30s, Watermark: updated_at, ConsistentRead: true }`),
    );
    expect(definition).toMatchObject({
      title: 'All of it',
      seed: 7,
      startAtMs: Date.UTC(2025, 5, 15),
      untilMs: 86_400_000,
      region: 'eu-central-1',
    });
    expect(definition.tables[0]!.items).toEqual([
      { id: { S: 'order#0' }, n: { N: '5' }, list: { L: [{ BOOL: true }, { NULL: true }] } },
    ]);
    expect(definition.traffic).toEqual([
      {
        table: 'Orders',
        fromMs: 5_000,
        forMs: 600_000,
        perSecond: 20,
        arrival: 'Poisson',
        keys: {
          count: 500,
          distribution: 'Hot',
          prefix: 'order#',
          skew: 1,
          share: 0.9,
          hotKeys: 3,
        },
        mix: { insert: 40, modify: 50, remove: 0, noOp: 0 },
        itemBytes: 400,
      },
    ]);
    expect(definition.commands).toEqual([
      {
        atMs: 5_000,
        command: {
          call: 'dynamodb:PutItem',
          input: { TableName: 'Orders', Item: { id: { S: 'T1001' } } },
        },
      },
    ]);
    expect(definition.functions[0]).toMatchObject({
      durationMs: { p50: 40, p99: 400 },
      coldStartMs: 250,
      effects: [
        { do: 'IndexDocuments', target: 'ProductIndex', idempotency: 'ExternalVersion' },
        { do: 'Notify', target: 'Mail', idempotency: 'None' },
      ],
    });
    expect(definition.faults).toEqual([
      {
        kind: 'Error',
        target: 'OrderProcessor',
        atMs: 120_000,
        forMs: 30_000,
        probability: 1,
        factor: 10,
      },
      {
        ...{ kind: 'Poison', target: 'OrderProcessor', atMs: 0, probability: 1, factor: 10 },
        match: { id: { S: 'order#13' } },
      },
      {
        kind: 'CrashAfterEffect',
        target: 'OrderProcessor',
        atMs: 0,
        probability: 0.01,
        factor: 10,
      },
      {
        kind: 'Unavailable',
        target: 'ProductIndex',
        atMs: 360_000,
        forMs: 60_000,
        probability: 1,
        factor: 10,
      },
      { kind: 'SplitPartition', target: 'Orders', atMs: 480_000, probability: 1, factor: 10 },
    ]);
    expect(definition.goals).toEqual([{ law: 'EffectsOnce', of: 'OrderProcessor' }]);
    expect(definition.pollers).toEqual([
      {
        id: 'ThirtySecondScan',
        table: 'Orders',
        everyMs: 30_000,
        watermark: 'updated_at',
        consistentRead: true,
      },
    ]);
    expect(definition.inert).toEqual([]);
  });

  it.each([
    ['Sead: 1', 'Metadata.Shardscope.Sead: Sead is not a known key; did you mean Seed?'],
    ['Wibble: 1', 'Wibble is not a known key; known are Version, Title'],
    [
      'Traffic: [ { Tabel: Orders } ]',
      'Traffic[0].Tabel: Tabel is not a known key; did you mean Table?',
    ],
    [
      'Traffic: [ { Table: Orders, Keys: { Cuont: 1 } } ]',
      'Keys.Cuont: Cuont is not a known key; did you mean Count?',
    ],
    [
      'Traffic: [ { Table: Orders, Mix: { Inserts: 1 } } ]',
      'Inserts is not a known key; did you mean Insert?',
    ],
    [
      'Functions: { OrderProcessor: { Effect: [] } }',
      'Effect is not a known key; did you mean Effects?',
    ],
    [
      'Faults: [ { Kind: Error, Target: OrderProcessor, Duration: 1 } ]',
      'Duration is not a known key',
    ],
    ['Pollers: { P: { Table: Orders, Evry: 1s } }', 'Evry is not a known key; did you mean Every?'],
    ['Commands: [ { when: 1s } ]', 'when is not a known key'],
    ['Goals: [ { Law: x, Of: y, Why: z } ]', 'Why is not a known key'],
  ])('[L6] %s is an error that suggests what is known', (section, message) => {
    expect(errorsOf(lab(section)).join('\n')).toContain(message);
  });

  it.each([
    ['Version: 2', 'Version: 2 is above the maximum 1'],
    ['Seed: -1', 'Seed: -1 is below the minimum 0'],
    [
      'Start: yesterday',
      'yesterday is not an instant; one such as 2026-01-05T09:00:00Z is expected.',
    ],
    ['Until: 10 minutes', '10 minutes is not a duration'],
    ['AccountId: "1"', '1 is not an account; twelve digits are expected.'],
    ['Items: { Oders: [] }', 'there is no table called Oders; did you mean Orders?'],
    ['Items: { Orders: { id: 1 } }', 'a mapping stands where a list of items is expected.'],
    [
      'Items: { Orders: [ { status: { S: new } } ] }',
      'Items.Orders[0]: the key id is missing; Orders needs { id: { S: … } }.',
    ],
    ['Items: { Orders: [ { id: { N: "1" } } ] }', 'the key id is not of type S'],
    [
      'Items: { Orders: [ { id: text } ] }',
      'Items.Orders[0].id: text is not an attribute value; { S: "text" }',
    ],
    [
      'Items: { Orders: [ { id: { S: a }, n: { N: many } } ] }',
      'n.N: many is not a value of type N.',
    ],
    ['Items: { Orders: [ { id: { S: a }, n: { X: 1 } } ] }', 'X is not a type of attribute'],
    ['Items: { Orders: [ { id: { S: a }, s: { SS: [] } } ] }', 'a list is not a value of type SS.'],
    ['Items: { Orders: [ { id: { S: "" } } ] }', 'Items.Orders[0]: '],
    [
      `Items: { Orders: [ { id: { S: a }, big: { S: ${'x'.repeat(409_600)} } } ] }`,
      'Item size has exceeded the maximum allowed size',
    ],
    ['Traffic: [ { PerSecond: 1 } ]', 'Table is missing'],
    ['Traffic: [ { Table: Order } ]', 'there is no table called Order; did you mean Orders?'],
    [
      'Traffic: [ { Table: !Ref Orders } ]',
      'CloudFormation resolves no intrinsics in Metadata; write Orders instead.',
    ],
    ['Traffic: [ { Table: Orders, Count: 5 } ]', 'For is missing; Count is spread over it.'],
    [
      'Traffic: [ { Table: Orders, Count: 5, For: 1m, PerSecond: 1 } ]',
      'Count and PerSecond exclude each other.',
    ],
    ['Traffic: [ { Table: Orders, Mix: { Insert: 0 } } ]', 'the weights are all zero'],
    [
      'Traffic: [ { Table: Orders, Keys: { Distribution: Uniforn } } ]',
      'Uniforn is not one of Uniform, Zipf or Hot; did you mean Uniform?',
    ],
    [
      'Functions: { OrderProcesor: {} }',
      'there is no function called OrderProcesor; did you mean OrderProcessor?',
    ],
    [
      'Functions: { OrderProcessor: { Effects: [ { Do: Email, Target: Mail } ] } }',
      'Email is not one of IndexDocuments',
    ],
    ['Functions: { OrderProcessor: { Effects: [ { Do: Notify } ] } }', 'Target is missing'],
    [
      'Functions: { OrderProcessor: { Effects: [ { Do: Notify, Target: Mial } ] } }',
      'there is no resource called Mial; did you mean Mail?',
    ],
    [
      'Functions: { OrderProcessor: { Effects: [ { Do: IndexDocuments, Target: Audit } ] } }',
      'IndexDocuments needs an OpenSearch domain or collection; Audit is an S3 bucket.',
    ],
    [
      'Functions: { OrderProcessor: { DurationMs: { P50: 50, P99: 40 } } }',
      '40 is below P50, which is 50',
    ],
    [
      'Faults: [ { Kind: Explode, Target: OrderProcessor } ]',
      'Explode is not one of Error, Poison',
    ],
    ['Faults: [ { Kind: Error, Target: Orders } ]', 'there is no function called Orders'],
    ['Faults: [ { Kind: Poison, Target: OrderProcessor } ]', 'Match is missing'],
    [
      'Faults: [ { Kind: CrashAfterEffect, Target: OrderProcessor, Probability: 2 } ]',
      '2 is above the maximum 1',
    ],
    ['Pollers: { P: { Table: Orders, Every: 100ms } }', '100ms is below the minimum 1s'],
    [
      'Commands: [ { At: 1s, Call: "dynamodb:PutItems", Input: { TableName: Orders } } ]',
      'dynamodb:PutItems is not a call that is understood here; did you mean dynamodb:PutItem?',
    ],
    ['Commands: [ { At: 1s, Call: "dynamodb:PutItem" } ]', 'Input is missing'],
    [
      'Commands: [ { At: 1s, Call: "dynamodb:PutItem", Input: { TableName: Oders, Item: {} } } ]',
      'there is no table called Oders; did you mean Orders?',
    ],
  ])('[L5] %s is an error', (section, message) => {
    const errors = errorsOf(lab(section));
    expect(errors).toEqual([expect.stringContaining(message)]);
    expect(errors[0]).toMatch(/^\d+:\d+ /u);
  });

  it('[L8] what belongs to systems that are not simulated yet is kept out and named', () => {
    const { functions, faults, inert } = definitionOf(
      lab(`Functions:
  OrderProcessor: { Effects: [ { Do: Aggregate, Target: Orders }, { Do: Notify, Target: Mail, Idempotency: Marker } ] }
Faults: [ { At: 1m, Target: ReportingApp, Kind: WorkerCrash } ]
KinesisClientApplications: { ReportingApp: { Stream: Orders, Workers: 2 } }`),
    );
    expect(functions[0]!.effects).toEqual([
      { do: 'Notify', target: 'Mail', idempotency: 'Marker' },
    ]);
    expect(faults).toEqual([]);
    expect(inert).toEqual([
      'Orders: the effect Aggregate is not simulated yet.',
      'ReportingApp: faults of kind WorkerCrash are not simulated yet.',
      'ReportingApp: KinesisClientApplications are not simulated yet.',
    ]);
  });

  it('[L11] a function with code and without effects only logs, and that is said', () => {
    const text = `Resources:\n${ORDERS}${processor().replace('      Events:', '      InlineCode: x\n      Events:')}`;
    const { functions, inert } = definitionOf(text);
    expect(functions[0]!.effects).toEqual([]);
    expect(inert).toEqual([
      'OrderProcessor: code without a Runtime is not run, only Node.js and Python; so it only logs.',
    ]);
    const withEffects = `Metadata: { Shardscope: { Functions: { OrderProcessor: { Effects: [ { Do: AuditLog, Target: B } ] } } } }\n${text}  B: { Type: AWS::S3::Bucket }\n`;
    expect(definitionOf(withEffects).inert).toEqual([]);
  });
});
