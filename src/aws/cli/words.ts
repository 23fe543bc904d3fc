/** Sentences of the command line's help. */

export const serviceWords: Readonly<Record<string, string>> = {
  dynamodb: 'Tables, their items and their settings.',
  dynamodbstreams: 'The changes of a table’s items, shard by shard, for 24 hours.',
  lambda: 'Functions, and the event source mappings that invoke them with a stream’s records.',
};

export const operationWords: Readonly<Record<string, string | undefined>> = {
  BatchGetItem: 'Reads up to 100 items of one or more tables, by key.',
  BatchWriteItem: 'Puts or deletes up to 25 items; each is a write of its own.',
  CreateEventSourceMapping: 'Lets a stream’s records invoke a function, in batches.',
  CreateFunction: 'Makes a function. Its code is not run: it has no effects and only logs.',
  CreateTable: 'Makes a table, with or without a stream.',
  DeleteEventSourceMapping: 'Stops a stream’s records from invoking a function, for good.',
  DeleteFunction: 'Removes a function; its mappings stay, and find nothing to invoke.',
  DeleteFunctionConcurrency: 'Lets a function share what the account has left again.',
  DeleteItem: 'Removes an item by its key.',
  DeleteTable: 'Removes a table with everything in it.',
  DescribeKinesisStreamingDestination: 'Says which Kinesis stream a table’s changes are sent to.',
  DescribeStream: 'Shows a stream and its shards, page by page.',
  DescribeTable: 'Shows a table: keys, status, size, stream.',
  DescribeTimeToLive: 'Says which attribute tells when an item expires.',
  DisableKinesisStreamingDestination: 'Sends a table’s changes to Kinesis no longer.',
  EnableKinesisStreamingDestination: 'Sends a table’s changes to a Kinesis stream from now on.',
  GetEventSourceMapping: 'Shows a mapping: state, batch, retries.',
  GetFunction: 'Gives a function and the concurrency that is reserved for it.',
  GetFunctionConcurrency: 'Says how much concurrency is reserved for a function.',
  GetFunctionConfiguration: 'Gives a function’s settings.',
  GetItem: 'Reads an item by its key.',
  GetRecords: 'Reads a shard’s records from an iterator on, and gives the next iterator.',
  GetShardIterator: 'Gives a place in a shard to read from; it is good for 15 minutes.',
  Invoke: 'Invokes a function with a payload, outside of any stream.',
  ListEventSourceMappings: 'Lists mappings, of a function or a stream or all.',
  ListFunctions: 'Lists the functions of the lab.',
  ListStreams: 'Lists the streams, also those switched off less than 24 hours ago.',
  ListTables: 'Lists the names of the tables.',
  PutFunctionConcurrency: 'Reserves concurrency for a function; 0 stops it.',
  PutItem: 'Writes a whole item, in the place of one with the same key.',
  Query: 'Reads the items of one partition key, in the order of their sort keys.',
  Scan: 'Reads a whole table, page by page.',
  TransactGetItems: 'Reads up to 100 items as of one moment.',
  TransactWriteItems: 'Makes up to 100 writes, all or none.',
  UpdateEventSourceMapping: 'Changes a mapping’s settings, or switches it on and off.',
  UpdateFunctionCode: 'Lets a function run the files of a zip, from its next invocation on.',
  UpdateFunctionConfiguration: 'Changes a function’s timeout, memory and dead-letter queue.',
  UpdateItem: 'Changes attributes of an item, or makes it.',
  UpdateKinesisStreamingDestination: 'Changes how exactly times are sent to Kinesis.',
  UpdateTable: 'Changes a table: its stream, its capacity.',
  UpdateTimeToLive: 'Says which attribute tells when an item expires.',
};

const STREAM =
  'arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2025-06-15T00:00:00.000';

/** A command to begin with; names and ids are those of one's own lab. */
export const operationExamples: Readonly<Record<string, string | undefined>> = {
  CreateEventSourceMapping: `aws lambda create-event-source-mapping --function-name OrderProcessor --event-source-arn ${STREAM} --starting-position LATEST --batch-size 100`,
  CreateFunction:
    'aws lambda create-function --function-name Auditor --runtime nodejs22.x --handler index.handler --role arn:aws:iam::123456789012:role/lambda-role --code ZipFile=UEsFBg==',
  CreateTable:
    'aws dynamodb create-table --table-name Carts --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST',
  DeleteItem: `aws dynamodb delete-item --table-name Orders --key '{"id":{"S":"T1001"}}'`,
  GetItem: `aws dynamodb get-item --table-name Orders --key '{"id":{"S":"T1001"}}' --consistent-read`,
  GetShardIterator: `aws dynamodbstreams get-shard-iterator --stream-arn ${STREAM} --shard-id shardId-00000001749945600000-0a1b2c3d --shard-iterator-type TRIM_HORIZON`,
  Invoke: `aws lambda invoke --function-name OrderProcessor --payload '{"Records":[]}' out.json`,
  PutFunctionConcurrency:
    'aws lambda put-function-concurrency --function-name OrderProcessor --reserved-concurrent-executions 0',
  PutItem: `aws dynamodb put-item --table-name Orders --item '{"id":{"S":"T1001"},"Status":{"S":"In Progress"}}'`,
  UpdateEventSourceMapping:
    'aws lambda update-event-source-mapping --uuid 14e0db71-1c2d-4e5f-8a9b-0c1d2e3f4a5b --batch-size 10 --bisect-batch-on-function-error',
  UpdateFunctionConfiguration:
    'aws lambda update-function-configuration --function-name OrderProcessor --timeout 10 --memory-size 512',
  UpdateItem: `aws dynamodb update-item --table-name Orders --key '{"id":{"S":"T1001"}}' --update-expression 'SET #s = :s' --expression-attribute-names '{"#s":"Status"}' --expression-attribute-values '{":s":{"S":"Done"}}'`,
  UpdateTable:
    'aws dynamodb update-table --table-name Orders --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES',
};
