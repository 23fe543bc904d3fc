/**
 * Where effects arrive. So far a target has a name and a kind; the rest of its properties is inert.
 */
import type { TargetKind } from '../../engine/definition.ts';
import type { ResourceType, Who } from './resourceType.ts';

type Attributes = NonNullable<ResourceType['attributes']>;

const arn =
  (service: string, resource: (name: string) => string) =>
  ({ region, accountId, name }: Who): string =>
    `arn:aws:${service}:${region}:${accountId}:${resource(name)}`;
const bare = (name: string): string => name;

function target(
  noun: string,
  targetKind: TargetKind,
  nameProperty: string,
  attributes: Attributes,
  ref?: (who: Who) => string,
): ResourceType {
  return {
    noun,
    nameProperty,
    attributes,
    targetKind,
    ...(ref && { ref }),
    read({ id, properties }, lab) {
      properties.ignore(nameProperty);
      lab.targets.push({ id, name: lab.identities.name(id), kind: targetKind });
    },
  };
}

export const bucket = target('an S3 bucket', 'S3', 'BucketName', {
  Arn: ({ name }) => `arn:aws:s3:::${name}`,
  DomainName: ({ name }) => `${name}.s3.amazonaws.com`,
});

export const domain = target('an OpenSearch domain', 'OpenSearch', 'DomainName', {
  Arn: arn('es', (name) => `domain/${name}`),
  DomainEndpoint: ({ region, name }) => `search-${name}.${region}.es.amazonaws.com`,
});

export const collection = target('an OpenSearch collection', 'OpenSearch', 'Name', {
  Arn: arn('aoss', (name) => `collection/${name}`),
  Id: ({ name }) => name,
  CollectionEndpoint: ({ region, name }) => `https://${name}.${region}.aoss.amazonaws.com`,
  DashboardEndpoint: ({ region, name }) =>
    `https://${name}.${region}.aoss.amazonaws.com/_dashboards`,
});

export const topic = target(
  'an SNS topic',
  'SNS',
  'TopicName',
  { TopicArn: arn('sns', bare), TopicName: ({ name }) => name },
  arn('sns', bare),
);

export const emailIdentity = target('an SES identity', 'SES', 'EmailIdentity', {});

export const queue = target(
  'an SQS queue',
  'SQS',
  'QueueName',
  { Arn: arn('sqs', bare), QueueName: ({ name }) => name },
  ({ region, accountId, name }) => `https://sqs.${region}.amazonaws.com/${accountId}/${name}`,
);

const stateMachineArn = arn('states', (name) => `stateMachine:${name}`);
const stateMachineAttributes = { Arn: stateMachineArn, Name: ({ name }: Who) => name };

/** What happens within is not simulated: its executions are counted. */
const aStateMachine = (nameProperty: string): ResourceType =>
  target('a state machine', 'StepFunctions', nameProperty, stateMachineAttributes, stateMachineArn);

export const stateMachine = aStateMachine('StateMachineName');
export const serverlessStateMachine = aStateMachine('Name');

export const eventBus = target('an event bus', 'EventBridge', 'Name', {
  Arn: arn('events', (name) => `event-bus/${name}`),
  Name: ({ name }) => name,
});

export const logGroup = target('a log group', 'Logs', 'LogGroupName', {
  Arn: arn('logs', (name) => `log-group:${name}:*`),
});
