// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its variables so
import { describe, expect, it } from 'vitest';
import { definitionOf, errorsOf, ORDERS, processor } from '../testing/readings.ts';

const withTable = (properties: string): string =>
  `Resources:\n  T:\n    Type: AWS::DynamoDB::Table\n    Properties:\n${properties}`;
const KEYS = `      AttributeDefinitions: [ { AttributeName: pk, AttributeType: S }, { AttributeName: sk, AttributeType: N } ]
      KeySchema: [ { AttributeName: pk, KeyType: HASH }, { AttributeName: sk, KeyType: RANGE } ]\n`;

describe('tables', () => {
  it('[L1] AWS::DynamoDB::Table with everything', () => {
    const text = `${withTable(`${KEYS}      TableName: things
      ProvisionedThroughput: { ReadCapacityUnits: 7, WriteCapacityUnits: "9" }
      StreamSpecification: { StreamViewType: OLD_IMAGE }
      TimeToLiveSpecification: { AttributeName: until, Enabled: true }
      KinesisStreamSpecification: { StreamArn: !GetAtt Changes.Arn, ApproximateCreationDateTimePrecision: MICROSECOND }
`)}  Changes: { Type: AWS::Kinesis::Stream, Properties: { ShardCount: 3, RetentionPeriodHours: 48, Name: changes } }\n`;
    const { tables, kinesisStreams, inert } = definitionOf(text);
    expect(tables).toEqual([
      {
        id: 'T',
        name: 'things',
        partitionKey: { name: 'pk', type: 'S' },
        sortKey: { name: 'sk', type: 'N' },
        billing: { readCapacityUnits: 7, writeCapacityUnits: 9 },
        stream: { viewType: 'OLD_IMAGE' },
        kinesisDestination: { stream: 'Changes', precision: 'MICROSECOND' },
        timeToLiveAttribute: 'until',
        items: [],
      },
    ]);
    expect(kinesisStreams).toEqual([
      { id: 'Changes', name: 'changes', shardCount: 3, retentionHours: 48 },
    ]);
    expect(inert).toEqual([]);
  });

  it('[L1] a local index is kept for what it forbids, and said not to be read from', () => {
    const text = `Resources:
  T:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - { AttributeName: a, AttributeType: S }
        - { AttributeName: b, AttributeType: N }
        - { AttributeName: c, AttributeType: N }
      KeySchema: [{ AttributeName: a, KeyType: HASH }, { AttributeName: b, KeyType: RANGE }]
      LocalSecondaryIndexes:
        - IndexName: byC
          KeySchema: [{ AttributeName: a, KeyType: HASH }, { AttributeName: c, KeyType: RANGE }]
          Projection: { ProjectionType: ALL }`;
    const { tables, inert } = definitionOf(text);
    expect(tables[0]!.localIndexes).toEqual([
      { name: 'byC', sortKey: { name: 'c', type: 'N' }, projection: { ProjectionType: 'ALL' } },
    ]);
    expect(inert).toEqual(['T: reading from the indexes byC is not simulated yet.']);
  });

  it('[L1] AWS::Serverless::SimpleTable has a key called id where it says nothing', () => {
    const text = `Resources:
  A: { Type: AWS::Serverless::SimpleTable }
  B: { Type: AWS::Serverless::SimpleTable, Properties: { PrimaryKey: { Name: n, Type: Number } } }`;
    expect(definitionOf(text).tables.map(({ partitionKey }) => partitionKey)).toEqual([
      { name: 'id', type: 'S' },
      { name: 'n', type: 'N' },
    ]);
  });

  it('[L1] AWS::DynamoDB::GlobalTable is one table, in the lab’s Region', () => {
    const text = withTable(`${KEYS}      BillingMode: PAY_PER_REQUEST
      StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
      Replicas: [ { Region: eu-west-1 }, { Region: us-east-1 } ]\n`).replace(
      '::Table',
      '::GlobalTable',
    );
    const { tables, inert } = definitionOf(text);
    expect(tables[0]).toMatchObject({ id: 'T', stream: { viewType: 'NEW_AND_OLD_IMAGES' } });
    expect(inert).toEqual(['T: replication to 1 other Region is not simulated.']);
  });

  it.each([
    ['      BillingMode: PAY_PER_REQUEST\n', 'KeySchema is missing'],
    [
      '      AttributeDefinitions: []\n      KeySchema: [ { AttributeName: pk, KeyType: HASH } ]\n',
      'pk is not among the AttributeDefinitions.',
    ],
    [`${KEYS}      BillingMode: FREE\n`, 'FREE is not one of PROVISIONED or PAY_PER_REQUEST.'],
    [
      `${KEYS}      StreamSpecification: { StreamViewType: NEW_IMAGES }\n`,
      'NEW_IMAGES is not one of NEW_AND_OLD_IMAGES, NEW_IMAGE, OLD_IMAGE or KEYS_ONLY; did you mean NEW_IMAGE?',
    ],
    [
      `${KEYS}      ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 5 }\n`,
      '0 is below the minimum 1',
    ],
    [`${KEYS}      StreamSpecification: yes please\n`, 'stands where a mapping is expected'],
  ])('[L5] refuses %j', (properties, message) => {
    expect(errorsOf(withTable(properties))).toEqual([expect.stringContaining(message)]);
  });
});

describe('functions and their mappings', () => {
  it('[L15] AWS’s defaults hold where nothing is said', () => {
    const { functions, eventSourceMappings } = definitionOf(`Resources:\n${ORDERS}${processor()}`);
    expect(functions[0]).toMatchObject({ timeoutMs: 3_000, memoryMb: 128, effects: [] });
    expect(eventSourceMappings).toEqual([
      {
        id: 'OrderProcessor',
        function: 'OrderProcessor',
        source: 'Orders',
        sourceKind: 'DynamoDbStream',
        batchSize: 100,
        maximumBatchingWindowMs: 0,
        startingPosition: 'TRIM_HORIZON',
        maximumRetryAttempts: -1,
        maximumRecordAgeMs: -1,
        bisectBatchOnFunctionError: false,
        parallelizationFactor: 1,
        reportBatchItemFailures: false,
        filters: [],
        enabled: true,
      },
    ]);
  });

  it.each([
    ['BatchSize', '20000', '20000 is above the maximum 10000'],
    ['BatchSize', '0', '0 is below the minimum 1'],
    ['BatchSize', '1.5', '1.5 is not a whole number'],
    ['BatchSize', 'many', 'many is not a number; a whole number from 1 to 10000 is expected.'],
    ['MaximumBatchingWindowInSeconds', '301', '301 is above the maximum 300'],
    ['ParallelizationFactor', '11', '11 is above the maximum 10'],
    ['MaximumRetryAttempts', '10001', '10001 is above the maximum 10000'],
    ['MaximumRetryAttempts', '-2', '-2 is below the minimum -1'],
    ['MaximumRecordAgeInSeconds', '59', '59 is below the minimum 60 (or -1)'],
    ['MaximumRecordAgeInSeconds', '604801', '604801 is above the maximum 604800'],
    ['TumblingWindowInSeconds', '901', '901 is above the maximum 900'],
    ['Enabled', 'maybe', 'maybe is neither true nor false.'],
  ])('[L5] %s: %s is an error with path, value and range', (name, value, message) => {
    const text = `Resources:\n${ORDERS}${processor(`            ${name}: ${value}\n`)}`;
    expect(errorsOf(text)).toEqual([
      `18:13 Resources.OrderProcessor.Properties.Events.Orders.Properties.${name}: ${message}`,
    ]);
  });

  it.each([
    ['BatchSize', '10000', { batchSize: 10_000 }],
    ['MaximumRecordAgeInSeconds', '-1', { maximumRecordAgeMs: -1 }],
    ['MaximumRecordAgeInSeconds', '60', { maximumRecordAgeMs: 60_000 }],
    ['MaximumRetryAttempts', '0', { maximumRetryAttempts: 0 }],
    ['Enabled', '"false"', { enabled: false }],
    ['FunctionResponseTypes', '[ ReportBatchItemFailures ]', { reportBatchItemFailures: true }],
  ])('[L5] %s: %s is accepted', (name, value, expected) => {
    const text = `Resources:\n${ORDERS}${processor(`            ${name}: ${value}\n`)}`;
    expect(definitionOf(text).eventSourceMappings[0]).toMatchObject(expected);
  });

  it('[L5] reports all errors at once, in the order of the file', () => {
    const text = `Metadata: { Shardscope: { Until: soon } }
Resources:\n${ORDERS.replace('HASH', 'HASCH')}${processor('            BatchSize: 20000\n            MaximumRetryAttempts: -5\n')}`;
    expect(errorsOf(text).map((line) => line.split(': ').slice(1).join(': '))).toEqual([
      'soon is not a duration; a number and a unit is expected, such as 500ms 30s 10m 24h 7d.',
      'HASCH is not one of HASH or RANGE; did you mean HASH?',
      '20000 is above the maximum 10000',
      '-5 is below the minimum -1',
    ]);
  });

  it('[L5] AT_TIMESTAMP is for Kinesis only', () => {
    const text = `Resources:\n${ORDERS}${processor().replace('TRIM_HORIZON', 'AT_TIMESTAMP')}`;
    expect(errorsOf(text)[0]).toContain('AT_TIMESTAMP is not one of TRIM_HORIZON or LATEST');
  });

  it('[L5] a table without a stream cannot be read', () => {
    const table = ORDERS.replace(/ +StreamSpecification.*\n/u, '');
    expect(errorsOf(`Resources:\n${table}${processor()}`)).toEqual([
      expect.stringContaining('Orders has no StreamSpecification, so there is no stream to read.'),
    ]);
  });

  it('[L9] keeps what the engine does not act on yet, and says so', () => {
    const more = `            BisectBatchOnFunctionError: true
            ParallelizationFactor: 4
            TumblingWindowInSeconds: 30
            MetricsConfig: { Metrics: [ EventCount ] }
            FunctionResponseTypes: [ ReportBatchItemFailures ]
            FilterCriteria: { Filters: [ { Pattern: '{"eventName":["INSERT"]}' } ] }
            DestinationConfig: { OnFailure: { Destination: !GetAtt Failures.Arn } }
`;
    const text = `Resources:\n${ORDERS}${processor(more)}  Failures: { Type: AWS::SQS::Queue }\n`;
    const { eventSourceMappings, inert } = definitionOf(text);
    expect(eventSourceMappings[0]).toMatchObject({
      bisectBatchOnFunctionError: true,
      parallelizationFactor: 4,
      tumblingWindowMs: 30_000,
      reportBatchItemFailures: true,
      filters: ['{"eventName":["INSERT"]}'],
      onFailureDestination: 'Failures',
    });
    expect(inert).toEqual(['OrderProcessor.Orders: MetricsConfig is not simulated.']);
  });

  it('[L5] filters are at most five JSON objects; a destination is a queue, a topic or a bucket', () => {
    const filters = (patterns: string): string =>
      `            FilterCriteria: { Filters: [ ${patterns} ] }\n`;
    const read = (more: string): string[] => errorsOf(`Resources:\n${ORDERS}${processor(more)}`);
    expect(
      read(filters(Array(6).fill(`{ Pattern: '{"eventName":["INSERT"]}' }`).join(', '))),
    ).toEqual([expect.stringContaining('6 filters are above the maximum 5')]);
    expect(read(filters("{ Pattern: '[1]' }"))).toEqual([
      expect.stringContaining('[1] is not a filter pattern: '),
    ]);
    const destination = `            DestinationConfig: { OnFailure: { Destination: !GetAtt Orders.Arn } }\n`;
    expect(read(destination)).toEqual([
      expect.stringContaining('an SQS queue, an SNS topic or an S3 bucket is expected'),
    ]);
  });

  it('[L10] a consumer is called by its function, or by function and event where there are several', () => {
    const second = `        Again:
          Type: DynamoDB
          Properties: { Stream: !GetAtt Orders.StreamArn, StartingPosition: LATEST }
`;
    const mapping = `  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !GetAtt Plain.Arn
      EventSourceArn: !GetAtt Orders.StreamArn
      StartingPosition: LATEST
  Plain: { Type: AWS::Lambda::Function, Properties: { FunctionName: plain, Handler: h } }
`;
    const text = `Resources:\n${ORDERS}${processor()}${second}${mapping}`;
    expect(definitionOf(text).eventSourceMappings.map(({ id }) => id)).toEqual([
      'OrderProcessor.Orders',
      'OrderProcessor.Again',
      'Plain',
    ]);
  });

  it.each(['!Ref Plain', 'plain', '!GetAtt Plain.Arn', '!Sub "${Plain.Arn}:live"', '"plain:live"'])(
    '[L3] a mapping finds its function by %s',
    (name) => {
      const text = `Resources:\n${ORDERS}  Plain: { Type: AWS::Lambda::Function, Properties: { FunctionName: plain } }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: ${name}, EventSourceArn: !GetAtt Orders.StreamArn, StartingPosition: LATEST }\n`;
      expect(definitionOf(text).eventSourceMappings.map((each) => each.function)).toEqual([
        'Plain',
      ]);
    },
  );

  it('[L8] events of other services and sources elsewhere are inert', () => {
    const text = `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Policies: [ AWSLambdaExecute ]
      Events:
        Api: { Type: Api, Properties: { Path: /, Method: get } }
        Elsewhere: { Type: DynamoDB, Properties: { Stream: !ImportValue their-stream, StartingPosition: LATEST } }
        Queue: { Type: Kinesis, Properties: { Stream: !GetAtt Q.Arn, StartingPosition: LATEST } }
  Q: { Type: AWS::SQS::Queue }`;
    const { eventSourceMappings, inert } = definitionOf(text);
    expect(eventSourceMappings).toEqual([]);
    expect(inert).toEqual([
      'Fn.Api: events of type Api are not simulated.',
      'Resources.Fn.Properties.Events.Elsewhere.Properties.Stream is not known before deployment (it is imported as their-stream from another stack): {their-stream} stands in for it.',
      'Fn.Elsewhere: its source {their-stream} is not in this template, so it is idle.',
      'Fn.Queue: reading from an SQS queue is not simulated.',
      'Fn: Policies is not simulated.',
      'Fn: code without a Runtime is not run, only Node.js and Python; so it only logs.',
    ]);
  });

  it('[L16] Globals stand in for what a function does not set, and errors name them', () => {
    const globals = (
      timeout: string,
    ): string => `Globals: { Function: { Timeout: ${timeout}, MemorySize: 512 } }
Resources:
  A: { Type: AWS::Serverless::Function }
  B: { Type: AWS::Serverless::Function, Properties: { Timeout: 5 } }
  C: { Type: AWS::Lambda::Function }`;
    const { functions } = definitionOf(globals('25'));
    expect(functions.map(({ timeoutMs, memoryMb }) => [timeoutMs, memoryMb])).toEqual([
      [25_000, 512],
      [5_000, 512],
      [3_000, 128],
    ]);
    expect(errorsOf(globals('901'))).toEqual([
      '1:24 Globals.Function.Timeout: 901 is above the maximum 900',
    ]);
  });
});

describe('targets', () => {
  it('[L1] have a name and a kind', () => {
    const text = `Resources:
  A: { Type: AWS::S3::Bucket, Properties: { BucketName: audit } }
  B: { Type: AWS::OpenSearchService::Domain }
  C: { Type: AWS::OpenSearchServerless::Collection, Properties: { Name: search } }
  D: { Type: AWS::SNS::Topic }
  E: { Type: AWS::SES::EmailIdentity, Properties: { EmailIdentity: me@example.com } }
  F: { Type: AWS::SQS::Queue }
  G: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /aws/lambda/x } }`;
    expect(definitionOf(text).targets.map(({ id, name, kind }) => [id, name, kind])).toEqual([
      ['A', 'audit', 'S3'],
      ['B', 'B', 'OpenSearch'],
      ['C', 'search', 'OpenSearch'],
      ['D', 'D', 'SNS'],
      ['E', 'me@example.com', 'SES'],
      ['F', 'F', 'SQS'],
      ['G', '/aws/lambda/x', 'Logs'],
    ]);
  });

  it('[L8] other resources and properties are inert, one sentence each', () => {
    const text = `Resources:
  Role: { Type: AWS::IAM::Role }
  Cluster: { Type: AWS::MSK::Cluster, Properties: { ClusterName: x } }
  Bucket: { Type: AWS::S3::Bucket, Properties: { Tags: [], VersioningConfiguration: {}, LifecycleConfiguration: {} } }`;
    expect(definitionOf(text).inert).toEqual([
      'Role (AWS::IAM::Role) is not simulated.',
      'Cluster (AWS::MSK::Cluster) is not simulated.',
      'Bucket: VersioningConfiguration and LifecycleConfiguration are not simulated.',
    ]);
  });
});
