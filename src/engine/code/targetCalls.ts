/**
 * A handler's calls to targets: each part is an effect for the change that it mentions, and does to the
 * target what AWS would do.
 *
 * Rules: [H11] which calls there are, [D1] [D2] documents, [D3] objects, [D5] mails, [D6] FIFO.
 */
import { draw, Purpose } from '../kernel/draw.ts';
import { EffectOutcome, Entry } from '../kernel/journal.ts';
import { FIFO_DEDUPLICATION_INTERVAL } from '../limits.ts';
import { refusesNow, settleEffect } from '../targets/target.ts';
import { ChangeKind, type RunningInvocation, type World } from '../world.ts';
import { creditedChange } from './credit.ts';
import { nameRow } from './names.ts';
import { targetError, targetOutput } from './targetAnswers.ts';
import { type Part, TARGET_APIS } from './targetApis.ts';

type Input = Readonly<Record<string, unknown>>;
export type TargetAnswer =
  | { ok: true; output: unknown }
  | { ok: false; error: { name: string; message: string; statusCode: number } };

/** The parts of a call with the numbers of their targets (-1: there is none); null: not a target's API. */
function partsOf(
  world: World,
  service: string,
  operation: string,
  input: string,
): { part: Part; target: number }[] | null {
  const read = TARGET_APIS[service]?.operations[operation];
  if (!read) return null;
  const { kind } = TARGET_APIS[service]!;
  return read(JSON.parse(input) as Input).map((part) => ({
    part,
    target: targetNamed(world, kind, part.target),
  }));
}

/** `name`, `arn:…:name`, `https://…/name`, `arn:…:rule/name`. */
function targetNamed(world: World, kind: string, named: string): number {
  const { targets } = world.state;
  const last = named.split(/[:/]/u).at(-1);
  const at = targets.findIndex(
    (one) =>
      one.kind === kind && [one.name, one.id].some((name) => name === named || name === last),
  );
  if (at >= 0) return at;
  // Identities and domains are called by addresses that the lab does not have.
  if (kind !== 'SES' && kind !== 'OpenSearch') return -1;
  const all = targets.flatMap((one, number) => (one.kind === kind ? [number] : []));
  return all.length > 0 ? all[0]! : -1;
}

/** The effects of a call leave with it. */
export function sendEffects(
  world: World,
  run: RunningInvocation,
  call: { service: string; operation: string; input: string; transit: number },
): number[] {
  const { service, operation, input, transit } = call;
  const parts = partsOf(world, service, operation, input);
  const sent: number[] = [];
  for (const { part, target } of parts ?? []) {
    if (target < 0 || part.do === 'read') continue;
    const change = creditedChange(
      world,
      run,
      target,
      parts!.length === 1 ? input : partText(part, input),
    );
    if (change < 0) continue;
    const { effects, state } = world;
    const effect = effects.invocation.push(run.invocation);
    effects.target.push(target);
    effects.change.push(change);
    effects.step.push(state.functions[run.function]!.firstCodeStep + target);
    effects.sentAt.push(world.now);
    world.journal.append(world.now, Entry.effectSent, effect, target, change, transit);
    sent.push(effect);
  }
  return sent;
}

const partText = (part: Part, input: string): string => part.deduplication ?? part.key ?? input;

/** Carries out a call that has arrived; null where it is not for a target. */
export function answerTargetCall(world: World, row: number, cause: number): TargetAnswer | null {
  const { service, operation, input, effects } = world.code.calls.get(row);
  const parts = partsOf(world, service, operation, input);
  if (!parts) {
    return TARGET_APIS[service]
      ? targetError('UnknownOperation', `${operation} of ${service} is not simulated.`)
      : null;
  }
  const missing = parts.find(({ target }) => target < 0);
  if (missing)
    return targetError(NOT_FOUND[service]!, `There is no ${missing.part.target} in this lab.`);
  let next = 0;
  const outcomes: number[] = [];
  for (const { part, target } of parts) {
    const effect = part.do === 'read' ? -1 : (effects[next++] ?? -1);
    if (effect >= 0 && refusesNow(world, effect, cause))
      return targetError('ServiceUnavailable', 'The service is unavailable.', 503);
    const outcome = apply(world, target, part, effect, row);
    if (effect >= 0) settleEffect(world, effect, outcome, cause);
    outcomes.push(outcome);
  }
  const id = draw(world.definition.seed, Purpose.identifier, 110, row);
  return targetOutput(world, {
    service,
    operation,
    input,
    id,
    parts: parts.map(({ part }) => part),
    outcomes,
  });
}

const NOT_FOUND: Readonly<Record<string, string>> = {
  s3: 'NoSuchBucket',
  sqs: 'QueueDoesNotExist',
  sns: 'NotFoundException',
  ses: 'MailFromDomainNotVerifiedException',
  sesv2: 'NotFoundException',
  states: 'StateMachineDoesNotExist',
  events: 'ResourceNotFoundException',
  opensearch: 'ConnectionError',
};

/** Does a part to its target; `effect` -1 where nobody is to be credited with it. */
function apply(world: World, target: number, part: Part, effect: number, row: number): number {
  const { created, repeated, updated } = EffectOutcome;
  const { state } = world;
  if (part.do === 'read') return 0;
  if (part.deduplication !== undefined && !isFresh(world, target, part.deduplication)) {
    return EffectOutcome.stale; // [D6] accepted, and not delivered again
  }
  if (part.key !== null) return keep(world, target, part, part.key, effect, row);
  state.targets[target]!.size++;
  if (effect < 0) return created;
  const step = world.effects.step.get(effect);
  const before = world.completedByStep[step]!.get(world.effects.change.get(effect));
  return before > 0 ? repeated : part.do === 'add' ? created : updated;
}

/** [D6] Whether nothing of this de-duplication id was accepted in the last five minutes. */
function isFresh(world: World, target: number, id: string): boolean {
  const row = nameRow(world, target, `deduplication ${id}`);
  const { versionByName } = world.code;
  const since = versionByName.get(row);
  if (since > 0 && world.now - (since - 1) < FIFO_DEDUPLICATION_INTERVAL) return false;
  versionByName.set(row, world.now + 1);
  return true;
}

/** Puts a thing with a name of its own, or takes it away. */
function keep(
  world: World,
  target: number,
  part: Part,
  key: string,
  effect: number,
  call: number,
): number {
  const { created, updated, deleted, stale, repeated } = EffectOutcome;
  const { latestByName, versionByName } = world.code;
  const row = nameRow(world, target, key);
  const isThere = latestByName.get(row) > 0;
  if (part.do === 'create' && isThere) return stale;
  // [D2] A version that is not higher than what is there, or was: 409.
  if (part.version !== undefined && part.version + 1 <= versionByName.get(row)) return stale;
  if (part.version !== undefined) versionByName.set(row, part.version + 1);
  const isRemoval = part.do === 'delete';
  latestByName.set(row, isRemoval ? -(call + 1) : call + 1);
  noteDocument(world, target, effect, isRemoval);
  const kept = world.state.targets[target]!;
  if (isRemoval) {
    if (isThere) kept.size--;
    return deleted;
  }
  if (!isThere) kept.size++;
  if (kept.kind !== 'OpenSearch' && isThere) return repeated;
  return isThere ? updated : created;
}

/** Documents are also known by their item, for search and for what differs from the table. */
function noteDocument(world: World, target: number, effect: number, isRemoval: boolean): void {
  if (effect < 0 || world.state.targets[target]!.kind !== 'OpenSearch') return;
  const change = world.effects.change.get(effect);
  const item = world.changes.item.get(change);
  const isGone = isRemoval || world.changes.kind.get(change) === ChangeKind.REMOVE;
  world.documents[target]!.set(item, isGone ? -(effect + 1) : effect + 1);
}
