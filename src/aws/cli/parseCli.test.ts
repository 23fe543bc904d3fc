import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kebab } from './commandTable.ts';
import { parseCli } from './parseCli.ts';

function callOf(line: string) {
  const parsed = parseCli(line);
  if (!('call' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.call;
}
const inputOf = (line: string) => callOf(line).input;
function errorOf(line: string): string {
  const parsed = parseCli(line);
  if (!('error' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.error;
}
const PUT = 'aws dynamodb put-item';
const UPDATE = 'aws dynamodb update-table --table-name Orders';
const MAP = 'aws lambda create-event-source-mapping --function-name OrderProcessor';

it('[A12] names are AWS’s, in the command line’s form', () => {
  const names = ['PutItem', 'SSESpecification', 'UUID', 'EventSourceArn', 'TTLStatus'];
  expect(names.map(kebab)).toEqual([
    'put-item',
    'sse-specification',
    'uuid',
    'event-source-arn',
    'ttl-status',
  ]);
});

describe('[A12] commands as study guides print them', () => {
  it('switch a stream on', () => {
    const line = `${UPDATE} --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES`;
    expect(callOf(line)).toMatchObject({
      service: 'dynamodb',
      operation: 'UpdateTable',
      input: {
        TableName: 'Orders',
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      },
    });
  });

  it('create a mapping', () => {
    const arn =
      'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2025-06-15T00:00:00.000';
    const line = `${MAP} --event-source-arn ${arn} --starting-position LATEST --batch-size 100`;
    expect(callOf(line)).toMatchObject({
      service: 'lambda',
      operation: 'CreateEventSourceMapping',
      input: {
        FunctionName: 'OrderProcessor',
        EventSourceArn: arn,
        StartingPosition: 'LATEST',
        BatchSize: 100,
      },
    });
  });
});

describe('[A12] values', () => {
  it.each([
    [`${PUT} --table-name Orders --item '{"id":{"S":"1"},"tags":{"SS":["a"]}}'`],
    [`${PUT} --table-name=Orders --item='{"id":{"S":"1"},"tags":{"SS":["a"]}}'`],
    [`${PUT} --item id={S=1},tags={SS=[a]} --table-name Orders`],
    [
      `${PUT} --cli-input-json '{"TableName":"Orders","Item":{"id":{"S":"1"},"tags":{"SS":["a"]}}}'`,
    ],
    [
      `aws --region us-east-1 dynamodb --output json put-item --table-name Orders --item '{"id":{"S":"1"},"tags":{"SS":["a"]}}' --no-cli-pager --endpoint-url http://localhost:8000`,
    ],
  ])('%s', (line) => {
    expect(inputOf(line)).toEqual({
      TableName: 'Orders',
      Item: { id: { S: '1' }, tags: { SS: ['a'] } },
    });
  });

  it('lists take several values, or JSON', () => {
    const make = 'aws dynamodb create-table --table-name T';
    const keys = [
      { AttributeName: 'id', KeyType: 'HASH' },
      { AttributeName: 'at', KeyType: 'RANGE' },
    ];
    const types =
      '--attribute-definitions AttributeName=id,AttributeType=S AttributeName=at,AttributeType=N';
    const several = '--key-schema AttributeName=id,KeyType=HASH AttributeName=at,KeyType=RANGE';
    expect(inputOf(`${make} ${types} ${several}`)).toMatchObject({ KeySchema: keys });
    const json = `--key-schema '${JSON.stringify(keys)}'`;
    expect(inputOf(`${make} ${json} ${types}`)).toMatchObject({ KeySchema: keys });
  });

  it('nested shorthand, numbers, truth values and instants', () => {
    expect(
      inputOf(
        `${MAP} --maximum-retry-attempts -1 --no-enabled --bisect-batch-on-function-error ` +
          `--filter-criteria 'Filters=[{Pattern="{\\"eventName\\":[\\"INSERT\\"]}"}]' ` +
          '--destination-config OnFailure={Destination=arn:aws:sqs:us-east-1:123456789012:Failed} ' +
          '--function-response-types ReportBatchItemFailures ' +
          '--starting-position AT_TIMESTAMP --starting-position-timestamp 2025-06-15T00:00:00Z',
      ),
    ).toEqual({
      FunctionName: 'OrderProcessor',
      MaximumRetryAttempts: -1,
      Enabled: false,
      BisectBatchOnFunctionError: true,
      FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
      DestinationConfig: {
        OnFailure: { Destination: 'arn:aws:sqs:us-east-1:123456789012:Failed' },
      },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      StartingPosition: 'AT_TIMESTAMP',
      StartingPositionTimestamp: 1_749_945_600,
    });
  });

  it('an option beats --cli-input-json', () => {
    const json = `--cli-input-json '{"TableName":"A","Item":{"id":{"S":"1"}}}'`;
    expect(inputOf(`${PUT} ${json} --table-name B`)).toMatchObject({ TableName: 'B' });
  });
});

describe('[A13] mistakes are worded as AWS’s command line words them', () => {
  it.each([
    ['aws', 'aws: error: the following arguments are required: command'],
    ['aws dynamodb', 'aws: error: the following arguments are required: operation'],
    [PUT, 'aws: error: the following arguments are required: --table-name, --item'],
    [`${PUT} --table-name`, 'aws: error: argument --table-name: expected one argument'],
    [`${PUT} --table-name x --item id={S=1} --bla foo`, 'Unknown options: --bla, foo'],
    [
      `aws dynamodb get-item --table-name xxx --key id={S=1} --consistent-read true`,
      'Unknown options: true',
    ],
    [
      `${PUT} --table-name x --item '{id:1}'`,
      "Error parsing parameter '--item': Invalid JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)\nJSON received: {id:1}",
    ],
    [
      `${PUT} --table-name x --item '{"id":1}'`,
      "Parameter validation failed:\nInvalid type for parameter Item.id, value: 1, type: <class 'int'>, valid types: <class 'dict'>",
    ],
    [
      `${PUT} --table-name x --item '{"id":{"S":1,"X":2}}'`,
      `Parameter validation failed:\nUnknown parameter in Item.id: "X", must be one of: S, N, B, SS, NS, BS, M, L, NULL, BOOL\nInvalid type for parameter Item.id.S, value: 1, type: <class 'int'>, valid types: <class 'str'>`,
    ],
    [
      `${PUT} --table-name x --item id=1`,
      "Parameter validation failed:\nInvalid type for parameter Item.id, value: 1, type: <class 'str'>, valid types: <class 'dict'>",
    ],
    [
      'aws dynamodb create-table --table-name x --attribute-definitions AttributeName=id,Foo=1 --key-schema AttributeName=id',
      `Parameter validation failed:\nMissing required parameter in AttributeDefinitions[0]: "AttributeType"\nUnknown parameter in AttributeDefinitions[0]: "Foo", must be one of: AttributeName, AttributeType\nMissing required parameter in KeySchema[0]: "KeyType"`,
    ],
    [`${MAP} --batch-size x`, "invalid literal for int() with base 10: 'x'"],
    [
      `${UPDATE} --stream-specification StreamEnabled`,
      "Error parsing parameter '--stream-specification': Expected: '=', received: 'EOF' for input:\nStreamEnabled\n             ^",
    ],
    [
      `${PUT} --cli-input-json '{'`,
      "Error parsing parameter 'cli-input-json': Invalid JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)\nJSON received: {",
    ],
    [
      `${PUT} --cli-input-json '{}'`,
      'Parameter validation failed:\nMissing required parameter in input: "TableName"\nMissing required parameter in input: "Item"',
    ],
    [
      'aws dynamodb list-tables --output foo',
      'aws: error: argument --output: Invalid choice, valid choices are:\n\njson                                     | text',
    ],
  ])('%s', (line, error) => {
    expect(errorOf(line)).toBe(error);
  });

  it('a name that is not there gets those that are, and those that were meant', () => {
    expect(errorOf('aws dynamo list-tables')).toContain(
      "Invalid choice: 'dynamo', maybe you meant:\n\n  * dynamodb",
    );
    const error = errorOf('aws dynamodb putitem');
    expect(error).toMatch(
      /^aws: error: argument operation: Invalid choice, valid choices are:\n\n/,
    );
    expect(error).toContain('  * put-item');
  });

  it('what needs a shell or a file is refused in words', () => {
    expect(errorOf('aws dynamodb list-tables | head')).toContain('| is for a shell');
    expect(errorOf('ls')).toContain('ls: command not found');
    expect(errorOf(`${PUT} --table-name x --item file://item.json`)).toContain(
      'Unable to load paramfile file://item.json: there are no files here',
    );
    expect(errorOf(`${PUT} --item '{"id"`)).toContain('No closing quotation');
  });

  it('no line makes it fail', () => {
    const word = fc.constantFrom(
      ...['aws', 'dynamodb', 'put-item', 'update-table', 'lambda', 'help', 'scan', 'query'],
      ...['create-event-source-mapping', '--table-name', '--item', '--key-schema', '--output'],
      ...['--query', '--max-items', '--starting-token', '--cli-input-json', '--no-enabled'],
      ...['--stream-specification', '--filter-criteria', '--', '-', '--=', "'{}'", "'[]'", 'a=b'],
      ...['a={b=c}', '{', "'", '"', '\\', '-1', '""', 'null', "'[1,{}]'", '__proto__'],
    );
    const line = fc.array(fc.oneof(word, fc.string()), { maxLength: 9 });
    fc.assert(
      fc.property(line, (words) => {
        const parsed = parseCli(['aws', 'dynamodb', ...words].join(' '));
        expect(Object.keys(parsed)).toHaveLength('usage' in parsed ? 2 : 1);
      }),
      { numRuns: 5_000 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseCli(text);
      }),
    );
  });
});

describe('[A16] help', () => {
  const helpOf = (line: string): string => {
    const parsed = parseCli(line);
    if (!('text' in parsed)) throw new Error(JSON.stringify(parsed));
    return parsed.text;
  };
  it('is there at each level', () => {
    expect(helpOf('aws help')).toMatch(/^NAME\n +aws - /);
    expect(helpOf('aws help')).toMatch(/dynamodb .*\n +dynamodbstreams .*\n +lambda /);
    expect(helpOf('aws dynamodb help')).toMatch(/o put-item +Writes a whole item/);
    const help = helpOf('aws dynamodb update-table help');
    expect(help).toMatch(/SYNOPSIS\n +aws dynamodb update-table\n +--table-name <value>\n +\[--/);
    expect(help).toContain('--stream-specification (structure)');
    expect(help).toContain('Shorthand: StreamEnabled=boolean,StreamViewType=string');
    expect(help).toContain('NEW_IMAGE|OLD_IMAGE|NEW_AND_OLD_IMAGES|KEYS_ONLY');
  });

  it('shows examples that can be run', () => {
    for (const service of ['dynamodb', 'dynamodbstreams', 'lambda']) {
      const commands = [...helpOf(`aws ${service} help`).matchAll(/^ +o ([\w-]+) +\S/gmu)];
      expect(commands.length).toBeGreaterThan(3);
      for (const [, command] of commands) {
        const example = helpOf(`aws ${service} ${command} help`).match(/^EXAMPLE\n +(aws .*)$/mu);
        if (example) expect(parseCli(example[1]!)).toHaveProperty('call');
      }
    }
  });

  it('each operation has a sentence', () => {
    for (const service of ['dynamodb', 'dynamodbstreams', 'lambda']) {
      expect(helpOf(`aws ${service} help`)).not.toMatch(/^ +o [\w-]+ *$/mu);
    }
  });
});
