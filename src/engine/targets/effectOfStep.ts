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

/** The definition of a global effect step. */
export function effectOfStep(world: World, step: number): EffectDefinition {
  const { targets, functions } = world.definition;
  for (const { firstCodeStep } of world.state.functions) {
    const target = firstCodeStep < 0 ? undefined : targets[step - firstCodeStep];
    if (target) return { do: DONE_BY_CODE[target.kind], target: target.id, idempotency: 'None' };
  }
  let left = step;
  for (const { effects } of functions) {
    if (left < effects.length) return effects[left]!;
    left -= effects.length;
  }
  throw new RangeError(`No function has an effect number ${step}.`);
}
