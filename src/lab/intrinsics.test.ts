// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its variables so
import { describe, expect, it } from 'vitest';
import { readLab } from './readLab.ts';
import { definitionOf, errorsOf, ORDERS, processor } from './testing/readings.ts';

/** The name that a bucket gets when its name is this expression. */
function bucketName(expression: string, more = ''): string {
  const text = `${more}\nResources:\n${ORDERS}  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: ${expression}\n`;
  return definitionOf(text).targets[0]!.name;
}

const PARAMETERS = `Parameters:
  Stage: { Type: String, Default: prod }
  Email: { Type: String }
  Names: { Type: CommaDelimitedList, Default: "a, b,c" }
  Secret: { Type: "AWS::SSM::Parameter::Value<String>", Default: /path }
Mappings:
  Regions: { us-east-1: { Short: use1 } }
Conditions:
  IsProd: !Equals [ !Ref Stage, prod ]
  IsTest: !Equals [ !Ref Stage, test ]
  Both: !And [ !Condition IsProd, !Not [ !Condition IsTest ] ]
  Either: !Or [ !Condition IsTest, !Condition IsProd ]
  Neither: !Not [ !Condition Either ]
`;

describe('intrinsics', () => {
  it.each([
    ['plain', 'plain'],
    ['!Ref Stage', 'prod'],
    ['{ Ref: Stage }', 'prod'],
    ['!Ref Orders', 'Orders'],
    ['!GetAtt Orders.Arn', 'arn:aws:dynamodb:us-east-1:123456789012:table/Orders'],
    ['!GetAtt [ Orders, Arn ]', 'arn:aws:dynamodb:us-east-1:123456789012:table/Orders'],
    ['!Sub "${Stage}-${AWS::Region}-x"', 'prod-us-east-1-x'],
    ['!Sub "${!Literal}-${Orders}"', '${Literal}-Orders'],
    ['!Sub [ "${a}-${Stage}", { a: !Ref Orders } ]', 'Orders-prod'],
    ['!Join [ "-", [ a, !Ref Stage, 3 ] ]', 'a-prod-3'],
    ['!Select [ 1, !Ref Names ]', 'b'],
    ['!Select [ 2, !Split [ "/", "x/y/z" ] ]', 'z'],
    ['!Select [ 3, !Split [ "/", !GetAtt Orders.StreamArn ] ]', '2026-01-05T09:00:00.000'],
    ['!FindInMap [ Regions, !Ref "AWS::Region", Short ]', 'use1'],
    ['!FindInMap [ Regions, nowhere, Short, { DefaultValue: none } ]', 'none'],
    ['!If [ IsProd, yes-it-is, no ]', 'yes-it-is'],
    ['!If [ Neither, yes, !If [ Both, both, no ] ]', 'both'],
    ['!If [ IsTest, named, !Ref "AWS::NoValue" ]', 'Bucket'],
    ['!Ref "AWS::AccountId"', '123456789012'],
    ['!Ref "AWS::Partition"', 'aws'],
    ['!Ref "AWS::URLSuffix"', 'amazonaws.com'],
  ])('[L2] %s is %s', (expression, name) => {
    expect(bucketName(expression, PARAMETERS)).toBe(name);
  });

  it.each([
    ['!Ref Email', '{Email}', 'the parameter Email has no default'],
    ['!Ref Secret', '{Secret}', 'kept in Systems Manager'],
    ['!ImportValue other-bucket', '{other-bucket}', 'imported as other-bucket from another stack'],
    ['!Sub "x-${Email}"', 'x-{Email}', 'the parameter Email has no default'],
    ['!GetAtt Orders.Nonsense', '{Orders.Nonsense}', 'the attribute Nonsense of Orders'],
    ['!Cidr [ 10.0.0.0/8, 1, 8 ]', '{Fn::Cidr}', 'an intrinsic that is not understood here'],
    ['!Ref ServerlessRestApi', '{ServerlessRestApi}', 'made by the SAM transform'],
  ])('[L2] %s stays symbolic as %s', (expression, name) => {
    expect(bucketName(expression, PARAMETERS)).toBe(name);
  });

  it('[L2] notes a setting that is not known before deployment, and goes on with its default', () => {
    const text = `Parameters: { Size: { Type: Number } }\nResources:\n${ORDERS}${processor('            BatchSize: !Ref Size\n')}`;
    const { eventSourceMappings, inert } = definitionOf(text);
    expect(eventSourceMappings[0]!.batchSize).toBe(100);
    expect(inert).toContain(
      'Resources.OrderProcessor.Properties.Events.Orders.Properties.BatchSize is not known before deployment (the parameter Size has no default): 100 stands in for it.',
    );
  });

  it.each([
    ['!Ref Oders', 'there is no resource or parameter called Oders; did you mean Orders?'],
    ['!GetAtt Oders.Arn', 'there is no resource or parameter called Oders; did you mean Orders?'],
    ['!Ref "AWS::Regoin"', 'there is no pseudo parameter called AWS::Regoin.'],
    ['!FindInMap [ Regions, eu, Short ]', 'Mappings has no Regions.eu.Short.'],
    ['!Select [ 9, !Ref Names ]', 'Fn::Select finds no element 9 in its list.'],
    ['!If [ Nothing, a, b ]', 'there is no condition called Nothing.'],
    ['!Join [ "-", 3 ]', 'Fn::Join needs a separator and a list.'],
  ])('[L2] %s is an error where it is read', (expression, message) => {
    const text = `${PARAMETERS}Resources:\n${ORDERS}  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: ${expression}\n`;
    expect(errorsOf(text)).toEqual([expect.stringContaining(message)]);
  });

  it('[L2] a condition that depends on itself is an error, not a hang', () => {
    const text = `Conditions: { A: !Not [ !Condition B ], B: !Not [ !Condition A ] }
Resources: { Bucket: { Type: AWS::S3::Bucket, Condition: A } }`;
    expect(errorsOf(text)).toEqual([expect.stringContaining('the condition depends on itself')]);
  });

  it('[L2] resources whose condition is false are not created', () => {
    const text = `${PARAMETERS}Resources:
  Kept: { Type: AWS::S3::Bucket, Condition: IsProd }
  Dropped: { Type: AWS::S3::Bucket, Condition: IsTest }`;
    const { targets, inert } = definitionOf(text);
    expect(targets.map(({ id }) => id)).toEqual(['Kept']);
    expect(inert).toEqual(['Dropped is not created: its condition IsTest is false.']);
  });

  it('[L2] what nothing reads is neither resolved nor complained about', () => {
    const text = `Resources:
  Role: { Type: AWS::IAM::Role, Properties: { Policies: !Ref Nowhere } }
  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketEncryption: !Cidr nonsense } }`;
    expect(errorsOf(text)).toEqual([]);
  });

  it('[L3] Region, account and start decide ARNs', () => {
    const text = `Metadata:
  Shardscope: { Region: eu-west-1, AccountId: "098765432109", Start: 2025-06-15T00:00:00Z }
Resources:\n${ORDERS}  Bucket:\n    Type: AWS::S3::Bucket\n    Properties: { BucketName: !GetAtt Orders.StreamArn }\n`;
    expect(definitionOf(text).targets[0]!.name).toBe(
      'arn:aws:dynamodb:eu-west-1:098765432109:table/Orders/stream/2025-06-15T00:00:00.000',
    );
  });

  it.each([
    '!GetAtt Orders.StreamArn',
    '!Sub "${Orders.StreamArn}"',
    '!Join [ "", [ !GetAtt Orders.Arn, /stream/, 2026-01-05T09:00:00.000 ] ]',
    'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2015-05-11T21:21:33.291',
  ])('[L3] a mapping finds its stream by %s', (expression) => {
    const text = `Resources:\n${ORDERS}${processor().replace('!GetAtt Orders.StreamArn', expression)}`;
    expect(definitionOf(text).eventSourceMappings[0]).toMatchObject({
      source: 'Orders',
      sourceKind: 'DynamoDbStream',
    });
  });

  it('[L4] names that double with each step do not fill the memory', () => {
    const doubled = Array.from(
      { length: 60 },
      (_, i) =>
        `  B${i + 1}: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "\${B${i}}\${B${i}}" } }`,
    );
    const text = `Resources:\n  B0: { Type: AWS::S3::Bucket }\n${doubled.join('\n')}\n`;
    expect(definitionOf(text).targets.at(-1)!.name).toHaveLength(512);
  });

  it('[L4] a megabyte of errors, or of braces, is answered in time', () => {
    const entries = Array.from({ length: 12_000 }, (_, i) => `      - { Table: T${i}, Form: 0s }`);
    const text = `Metadata:\n  Shardscope:\n    Traffic:\n${entries.join('\n')}\nResources:\n${ORDERS}`;
    expect(errorsOf(text)).toHaveLength(24_000);
    const braces = `  Bucket: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "${'${'.repeat(80)}" } }`;
    expect(definitionOf(`Resources:\n${braces}\n`).targets).toHaveLength(1);
  }, 20_000);

  it('[L3] names that refer to each other do not hang', () => {
    const text = `Resources:
  A: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref B } }
  B: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref A } }`;
    expect(readLab(text).ok).toBe(true);
  });
});
