/**
 * How many mappings share the reads of one shard. A shard of a DynamoDB stream serves two; where more
 * read it, some of their reads are refused and come again with the next poll.
 *
 * Rules: [W14] the reads of a shard with too many readers are shared out by chance (assumed).
 */
import { chance, draw, Purpose } from '../../kernel/draw.ts';
import { Entry } from '../../kernel/journal.ts';
import { MOST_READERS } from '../../limits.ts';
import type { ConsumerState, World } from '../../world.ts';

/** [W14] Whether the shard refuses a consumer's read now; that is counted and told. */
export function isReadRefused(world: World, number: number): boolean {
  const consumer = world.state.consumers[number]!;
  const mapping = world.state.mappings[consumer.mapping]!;
  if (mapping.sourceKind !== 'DynamoDbStream') return false;
  const { mappings } = world.state.streams[mapping.stream]!;
  if (mappings.length <= MOST_READERS) return false;
  const readers = readersOf(world, consumer);
  if (readers <= MOST_READERS) return false;
  const drawn = draw(world.definition.seed, Purpose.shardRead, number, world.now);
  if (!chance(drawn, (readers - MOST_READERS) / readers)) return false;
  mapping.meters.readThrottles++;
  world.journal.append(world.now, Entry.shardReadThrottled, number, consumer.shard, readers);
  return true;
}

/** Mappings that are enabled and read the consumer's shard. */
function readersOf({ state }: World, { shard }: ConsumerState): number {
  const readers = new Set<number>();
  for (const { shard: read, mapping, phase } of state.consumers) {
    if (read === shard && phase !== 'drained' && state.mappings[mapping]!.enabled) {
      readers.add(mapping);
    }
  }
  return readers.size;
}
