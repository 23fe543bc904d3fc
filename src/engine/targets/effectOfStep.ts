/** Which function's which effect a global step is: those that are defined, and those that code has. */
import type { EffectDefinition, EffectKind, TargetKind } from '../definition.ts';
import type { World } from '../world.ts';

/** What a handler's call to a target of a kind amounts to. */
const DONE_BY_CODE: Readonly<Record<TargetKind, EffectKind>> = {
  OpenSearch: 'IndexDocuments',
  S3: 'AuditLog',
  Logs: 'AuditLog',
  SNS: 'Notify',
  SES: 'Notify',
  SQS: 'Enqueue',
  Table: 'Aggregate',
  StepFunctions: 'StartExecution',
  EventBridge: 'PublishEvents',
  Redshift: 'MergeRedshift',
};

/** A global effect step as it is done now. */
export function effectOfStep({ state, definition }: World, step: number): EffectDefinition {
  for (const { firstStep, firstCodeStep, settings } of state.functions) {
    const target = firstCodeStep < 0 ? undefined : definition.targets[step - firstCodeStep];
    if (target) return { do: DONE_BY_CODE[target.kind], target: target.id, idempotency: 'None' };
    const effect = settings.effects[step - firstStep];
    if (effect) return effect;
  }
  throw new RangeError(`No function has an effect number ${step}.`);
}
