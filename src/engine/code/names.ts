/** Things in targets by their names: objects by key, documents by id, executions by name. */
import { hashText } from '../kernel/hash.ts';
import type { World } from '../world.ts';

const BUCKETS = 4_096;

/** The row of a name in a target, made if it is new. */
export function nameRow(world: World, target: number, key: string): number {
  const { names, nameBuckets, nameNext } = world.code;
  const name = `${target}\n${key}`;
  const bucket = hashText(name) % BUCKETS;
  const head = nameBuckets.get(bucket);
  for (let row = head - 1; row >= 0; row = nameNext.get(row)) {
    if (names.get(row) === name) return row;
  }
  nameNext.push(head - 1);
  const row = names.push(name);
  nameBuckets.set(bucket, row + 1);
  return row;
}
