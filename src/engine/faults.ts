/** Faults: what is broken now, by whom it was broken and until when. Ours; AWS has no such thing. */
import type { FaultDefinition } from './definition.ts';
import { splitPartition } from './dynamodb/partition.ts';
import type { AttributeMap } from './item/attributeValue.ts';
import { EventKind } from './kernel/eventKind.ts';
import { Entry } from './kernel/journal.ts';
import { after, milliseconds } from './kernel/time.ts';
import { allowMapping, denyMapping } from './lambda/mapping/permission.ts';
import type { World } from './world.ts';

/** Adds a fault that begins now. */
export function startFault(
  world: World,
  fault: Omit<FaultDefinition, 'atMs'>,
  cause: number,
): void {
  const number = addFault(world, fault);
  begin(world, number, cause);
  if (fault.forMs !== undefined) {
    const until = after(world.now, milliseconds(fault.forMs));
    world.queue.schedule(until, EventKind.faultEnds, number);
  }
}

/** Arranges the faults of the lab file. */
export function arrangeFaults(world: World): void {
  for (const fault of world.definition.faults) {
    const number = addFault(world, fault);
    const from = after(world.now, milliseconds(fault.atMs));
    world.queue.schedule(from, EventKind.faultStarts, number);
    if (fault.forMs === undefined) continue;
    world.queue.schedule(after(from, milliseconds(fault.forMs)), EventKind.faultEnds, number);
  }
}

function addFault(world: World, fault: Omit<FaultDefinition, 'atMs'>): number {
  return (
    world.state.faults.push({
      kind: fault.kind,
      target: fault.target,
      active: false,
      probability: fault.probability,
      factor: fault.factor,
      match: fault.match ?? null,
    }) - 1
  );
}

function struckThing(world: World, target: string): { faults: number[] } | null {
  const { functions, targets } = world.state;
  return functions.find((f) => f.id === target) ?? targets.find((t) => t.id === target) ?? null;
}

function begin(world: World, number: number, cause = -1): void {
  const fault = world.state.faults[number]!;
  world.journal.append(world.now, Entry.faultStarted, number, 0, 0, 0, cause);
  if (fault.kind === 'SplitPartition') {
    splitBusiest(world, fault.target);
    return;
  }
  fault.active = true;
  if (fault.kind === 'PermissionLost') denyMapping(world, fault.target);
  struckThing(world, fault.target)?.faults.push(number);
}

function splitBusiest(world: World, tableId: string): void {
  const table = world.state.tables.find((t) => t.id === tableId);
  if (!table) return;
  let busiest = table.partitions[0]!;
  for (const number of table.partitions) {
    const { itemCount } = world.state.partitions[number]!;
    if (itemCount > world.state.partitions[busiest]!.itemCount) busiest = number;
  }
  splitPartition(world, busiest);
}

export function onFaultStarts(world: World, number: number): void {
  begin(world, number);
}

/** Ends a fault; ending one that is over does nothing. */
export function onFaultEnds(world: World, number: number, cause = -1): void {
  const fault = world.state.faults[number]!;
  if (!fault.active) return;
  fault.active = false;
  if (fault.kind === 'PermissionLost') allowMapping(world, fault.target);
  const struck = struckThing(world, fault.target);
  if (struck) struck.faults = struck.faults.filter((other) => other !== number);
  world.journal.append(world.now, Entry.faultEnded, number, 0, 0, 0, cause);
}

/** Ends every active fault of a kind on a target; of several poisons only the one that matches. */
export function stopFault(
  world: World,
  kind: string,
  target: string,
  match: AttributeMap | null,
  cause: number,
): void {
  world.state.faults.forEach((fault, number) => {
    if (!fault.active || fault.kind !== kind || fault.target !== target) return;
    if (match && JSON.stringify(match) !== JSON.stringify(fault.match)) return;
    onFaultEnds(world, number, cause);
  });
}
