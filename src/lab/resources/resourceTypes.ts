/**
 * Every type of resource that a lab file may hold. To add one, write its reader in the file of its
 * service and name it here; a type without a reader is listed as inert and shown as an inert card.
 */
import { alarm } from './alarms.ts';
import { globalTable, simpleTable, table } from './dynamodb.ts';
import { eventRule } from './eventRules.ts';
import { stream } from './kinesis.ts';
import { eventSourceMapping, lambdaFunction, serverlessFunction } from './lambda.ts';
import { pipe } from './pipes.ts';
import type { ResourceType } from './resourceType.ts';
import {
  bucket,
  collection,
  domain,
  emailIdentity,
  eventBus,
  logGroup,
  queue,
  serverlessStateMachine,
  stateMachine,
  topic,
} from './targets.ts';

const later = (noun: string, nameProperty?: string): ResourceType => ({
  noun,
  ...(nameProperty !== undefined && { nameProperty }),
});

const TYPES: { readonly [typeName: string]: ResourceType } = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': globalTable,
  'AWS::Serverless::SimpleTable': simpleTable,
  'AWS::Lambda::Function': lambdaFunction,
  'AWS::Serverless::Function': serverlessFunction,
  'AWS::Lambda::EventSourceMapping': eventSourceMapping,
  'AWS::Kinesis::Stream': stream,
  'AWS::S3::Bucket': bucket,
  'AWS::OpenSearchService::Domain': domain,
  'AWS::OpenSearchServerless::Collection': collection,
  'AWS::SNS::Topic': topic,
  'AWS::SES::EmailIdentity': emailIdentity,
  'AWS::SQS::Queue': queue,
  'AWS::Logs::LogGroup': logGroup,
  'AWS::StepFunctions::StateMachine': stateMachine,
  'AWS::Serverless::StateMachine': serverlessStateMachine,
  'AWS::Events::EventBus': eventBus,
  'AWS::Events::Rule': eventRule,
  'AWS::Pipes::Pipe': pipe,
  'AWS::CloudWatch::Alarm': alarm,

  'AWS::Kinesis::StreamConsumer': later('an enhanced fan-out consumer', 'ConsumerName'),
  'AWS::KinesisFirehose::DeliveryStream': later('a Firehose stream', 'DeliveryStreamName'),
  'AWS::OSIS::Pipeline': later('an OpenSearch Ingestion pipeline', 'PipelineName'),
  'AWS::Redshift::Cluster': later('a Redshift cluster', 'ClusterIdentifier'),
  'AWS::RedshiftServerless::Workgroup': later('a Redshift workgroup', 'WorkgroupName'),
  'AWS::KinesisAnalyticsV2::Application': later('a Flink application', 'ApplicationName'),
  'AWS::DMS::ReplicationInstance': later('a DMS replication instance'),
  'AWS::DMS::Endpoint': later('a DMS endpoint'),
  'AWS::DMS::ReplicationTask': later('a DMS replication task'),
  'AWS::RDS::DBCluster': later('a database cluster', 'DBClusterIdentifier'),
  'AWS::RDS::DBInstance': later('a database', 'DBInstanceIdentifier'),
  'AWS::MSK::Cluster': later('a Kafka cluster', 'ClusterName'),
};

const UNKNOWN: ResourceType = { noun: 'a resource that is not modelled' };

/** The type of that name; one that knows nothing where there is none. */
export function resourceTypeOf(typeName: string): ResourceType {
  return Object.hasOwn(TYPES, typeName) ? TYPES[typeName]! : UNKNOWN;
}

export const isSimulated = (type: ResourceType): boolean =>
  type.read !== undefined || type.link !== undefined;
