/**
 * `AWS::Events::Rule` with a pattern, on a bus of the same template. Left out for now: schedules, the
 * default bus, input transformers, retries.
 */
import type { Lab } from '../lab.ts';
import type { Members } from '../members.ts';
import { functionOf, noteUnread, whyMalformed } from './lambda.ts';
import type { ResourceType, Who } from './resourceType.ts';

export const eventRule: ResourceType = {
  noun: 'an EventBridge rule',
  nameProperty: 'Name',
  attributes: {
    Arn: ({ region, accountId, name }: Who) => `arn:aws:events:${region}:${accountId}:rule/${name}`,
  },
  link({ id, properties }, lab) {
    properties.ignore('Name', 'Description', 'RoleArn', 'Tags');
    const name = properties.text('EventBusName', 'default');
    const bus = lab.identities.find(name);
    if (bus === undefined || lab.resources.get(bus)?.type.targetKind !== 'EventBridge') {
      lab.findings.note(`${id}: its event bus ${name} is not in this template, so it is idle.`);
      return;
    }
    const pattern = readPattern(properties);
    if (pattern === undefined) {
      lab.findings.note(`${id}: rules without a pattern are not simulated, so it is idle.`);
      return;
    }
    lab.eventRules.push({
      id,
      name: lab.identities.name(id),
      bus,
      pattern,
      enabled: properties.choice('State', ['ENABLED', 'DISABLED'], 'ENABLED') === 'ENABLED',
      targets: properties.list('Targets').flatMap((each) => readTarget(id, each, lab)),
    });
    noteUnread(id, properties, lab);
  },
};

function readPattern(properties: Members): string | undefined {
  const written = properties.raw('EventPattern');
  if (written === undefined) return undefined;
  const text = typeof written.value === 'string' ? written.value : JSON.stringify(written.value);
  const why = whyMalformed(text);
  if (why === undefined) return text;
  properties.error('EventPattern', `this is not an event pattern: ${why}`);
  return undefined;
}

function readTarget(rule: string, from: Members, lab: Lab): string[] {
  from.ignore('Id', 'RoleArn');
  const arn = from.requiredText('Arn', 'the ARN of a target');
  if (arn === undefined) return [];
  const fn = functionOf(arn, lab);
  if (fn !== undefined) {
    lab.findings.note(`${rule}: its invocations of ${fn} are counted; what ${fn} does is not run.`);
    return [fn];
  }
  const target = lab.identities.find(arn);
  if (target !== undefined && lab.targets.some(({ id }) => id === target)) return [target];
  lab.findings.note(`${rule}: one of its targets is not simulated.`);
  return [];
}
