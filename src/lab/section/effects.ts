/** `Metadata.Shardscope.Functions.*.Effects`: what a function does for each record. */
import type { EffectDefinition, EffectKind, TargetKind } from '../../engine/definition.ts';
import { IDEMPOTENCIES } from '../../engine/lambda/function/setFunction.ts';
import type { Lab, Resource } from '../lab.ts';
import type { Members } from '../members.ts';
import { didYouMean } from '../nearest.ts';
import { isSimulated } from '../resources/resourceTypes.ts';
import { refuseOthers } from './sectionKeys.ts';

/** What each effect may be done to. */
const TARGETS_OF: { readonly [kind in EffectKind]: readonly TargetKind[] } = {
  IndexDocuments: ['OpenSearch'],
  AuditLog: ['S3', 'Logs'],
  Notify: ['SES', 'SNS'],
  Enqueue: ['SQS'],
  Aggregate: ['Table'],
  StartExecution: ['StepFunctions'],
  DecrementInventory: ['Table'],
  Replicate: ['Table'],
  MergeRedshift: ['Redshift'],
  PublishEvents: ['EventBridge'],
};
/** Those that the engine has so far. */
const SIMULATED: readonly EffectKind[] = [
  ...(['IndexDocuments', 'AuditLog', 'Notify', 'Enqueue'] as const),
  ...(['StartExecution', 'PublishEvents'] as const),
];

const KIND_NOUNS: { readonly [kind in TargetKind]: string } = {
  OpenSearch: 'an OpenSearch domain or collection',
  S3: 'an S3 bucket',
  SNS: 'an SNS topic',
  SES: 'an SES identity',
  SQS: 'an SQS queue',
  Logs: 'a log group',
  Table: 'a table',
  StepFunctions: 'a state machine',
  EventBridge: 'an event bus',
  Redshift: 'a Redshift cluster or workgroup',
};

export function readEffects(fn: Members, lab: Lab): EffectDefinition[] {
  return fn.list('Effects').flatMap((each) => readEffect(each, lab) ?? []);
}

function readEffect(from: Members, lab: Lab): EffectDefinition | undefined {
  refuseOthers(from, ['Do', 'Target', 'Idempotency']);
  const kind = from.requiredChoice('Do', Object.keys(TARGETS_OF) as EffectKind[]);
  const idempotency = from.choice('Idempotency', IDEMPOTENCIES, 'None');
  const target = from.logicalId('Target');
  if (target === undefined) {
    if (!from.has('Target')) from.error('Target', 'Target is missing; a logical id is expected.');
    return undefined;
  }
  const resource = lab.resources.get(target);
  if (resource === undefined) {
    const guess = didYouMean(target, lab.resources.keys());
    from.error('Target', `there is no resource called ${target}${guess || '.'}`);
    return undefined;
  }
  if (kind === undefined || !fits(kind, resource, from)) return undefined;
  if (!SIMULATED.includes(kind) || !isSimulated(resource.type)) {
    lab.findings.note(`${target}: the effect ${kind} is not simulated yet.`);
    return undefined;
  }
  return { do: kind, target, idempotency };
}

function fits(kind: EffectKind, { id, type }: Resource, from: Members): boolean {
  const wanted = TARGETS_OF[kind];
  if (type.targetKind !== undefined ? wanted.includes(type.targetKind) : !isSimulated(type)) {
    return true;
  }
  const nouns = wanted.map((each) => KIND_NOUNS[each]).join(' or ');
  from.error('Target', `${kind} needs ${nouns}; ${id} is ${type.noun}.`);
  return false;
}
