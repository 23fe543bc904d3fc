/** `Metadata.Shardscope.Faults`: what breaks, when, and for how long. */
import type { FaultDefinition } from '../../engine/definition.ts';
import { readAttributeMap } from '../attributeMap.ts';
import type { Lab } from '../lab.ts';
import type { Members } from '../members.ts';
import { didYouMean } from '../nearest.ts';
import { refuseOthers } from './sectionKeys.ts';

const FAULT_KEYS = ['Kind', 'Target', 'At', 'For', 'Match', 'Probability', 'Factor'];
/** What each kind of fault strikes, as far as the engine has it. */
const FAULT_KINDS = {
  Error: 'function',
  Poison: 'function',
  Throttle: 'function',
  Timeout: 'function',
  CrashBeforeEffect: 'function',
  CrashAfterEffect: 'function',
  Slow: 'function',
  Unavailable: 'target',
  PermissionLost: 'consumer',
  WorkerCrash: undefined,
  SplitPartition: 'table',
} as const;

export function readFault(from: Members, lab: Lab): FaultDefinition | undefined {
  refuseOthers(from, FAULT_KEYS);
  const kinds = Object.keys(FAULT_KINDS) as FaultDefinition['kind'][];
  const kind = from.requiredChoice('Kind', kinds);
  const target = from.logicalId('Target');
  const forMs = from.duration('For');
  const match = from.raw('Match');
  const fault = {
    atMs: from.duration('At', 0),
    ...(forMs !== undefined && { forMs }),
    probability: from.number('Probability', { minimum: 0, maximum: 1, fraction: true }, 1),
    factor: from.number('Factor', { minimum: 1, maximum: 10_000, fraction: true }, 10),
  };
  const attributes = match && readAttributeMap(match.value, match.path, lab.findings);
  if (kind === 'Poison' && match === undefined) {
    from.error('Kind', 'Match is missing; a poison needs the attributes that an item has to have.');
  }
  if (target === undefined && !from.has('Target')) {
    from.error(
      'Target',
      'Target is missing; the logical id of what the fault strikes is expected.',
    );
  }
  if (kind === undefined || target === undefined) return undefined;
  const struck = FAULT_KINDS[kind];
  if (struck === undefined) {
    lab.findings.note(`${target}: faults of kind ${kind} are not simulated yet.`);
    return undefined;
  }
  const known = thingsOf(lab)[struck];
  if (struck === 'consumer' && !known.includes(target) && lab.resources.has(target)) {
    lab.findings.note(`${target}: faults of kind ${kind} are simulated at consumers only.`);
    return undefined;
  }
  if (!known.includes(target)) {
    from.error(
      'Target',
      `there is no ${struck} called ${target}${didYouMean(target, known) || '.'}`,
    );
    return undefined;
  }
  return { kind, target, ...fault, ...(attributes && { match: attributes }) };
}

/** Ids of what a fault can strike; a consumer is called by its function, or by function and mapping. */
function thingsOf(lab: Lab) {
  const idsOf = (things: readonly { id: string }[]) => things.map(({ id }) => id);
  return {
    function: idsOf(lab.functions),
    target: idsOf(lab.targets),
    table: idsOf(lab.tables),
    consumer: lab.mappings.flatMap(({ name, mapping }) => [
      mapping.function,
      `${mapping.function}.${name}`,
    ]),
  };
}
