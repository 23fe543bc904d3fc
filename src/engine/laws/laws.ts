/**
 * Invariants of the engine: they hold at every instant, under every fault, and a run in which one is
 * broken is a bug of ours. Each law looks at the whole world and says where it found a breach.
 */
import { isInLane } from '../lambda/mapping/batch.ts';
import { changeOf } from '../streams/shard.ts';
import { Settled, type World } from '../world.ts';

export interface LawVerdict {
  law: string;
  verdict: 'holds' | 'broken';
  /** Where it is broken, in words; null where it holds. */
  witness: string | null;
}

type Law = (world: World) => string | null;

/** Judges every law at the present instant. */
export function judgeLaws(world: World): LawVerdict[] {
  return Object.entries(LAWS).map(([law, look]) => {
    const witness = look(world);
    return { law, verdict: witness === null ? 'holds' : 'broken', witness };
  });
}

const LAWS: Readonly<Record<string, Law>> = {
  ImagesChain: imagesChain,
  OneRecordPerChange: oneRecordPerChange,
  OrderPerItem: orderPerItem,
  CheckpointNeverSkips: checkpointNeverSkips,
  ChangesAddUp: changesAddUp,
  InvocationsAddUp: invocationsAddUp,
  ScanAddsUp: scanAddsUp,
  ItemsAddUp: itemsAddUp,
};

/** The old image of each change is the item's image before it. */
function imagesChain({ changes, versions }: World): string | null {
  for (let change = 0; change < changes.at.length; change++) {
    const before = versions.previous.get(changes.newVersion.get(change));
    const old = changes.oldVersion.get(change);
    const hadImage = before >= 0 && versions.image.get(before) >= 0;
    if (old !== (hadImage ? before : -1)) return `change ${change} does not follow its item's last`;
  }
  return null;
}

/** Each change of a table with a stream stands in exactly one shard, where it says it does. */
function oneRecordPerChange(world: World): string | null {
  const { changes, state, shardRecords } = world;
  let expected = 0;
  for (let change = 0; change < changes.at.length; change++) {
    const shard = changes.shard.get(change);
    if (shard < 0) continue;
    expected++;
    const ordinal = changes.ordinal.get(change);
    if (shardRecords[shard]!.get(ordinal) !== change) return `change ${change} is not in its shard`;
  }
  let found = 0;
  for (const shard of state.shards) if (shard.kind === 'DynamoDbStream') found += shard.count;
  return found === expected ? null : `${found} records stand for ${expected} changes`;
}

/** The records of an item stand in the order of its modifications, across generations of shards. */
function orderPerItem({ changes, state, shardRecords }: World): string | null {
  for (const [number, shard] of state.shards.entries()) {
    if (shard.kind !== 'DynamoDbStream') continue;
    let last = -1;
    for (let ordinal = 0; ordinal < shard.count; ordinal++) {
      const change = shardRecords[number]!.get(ordinal);
      const at = changes.at.get(change);
      const isWithin = at >= shard.openedAt && (shard.closedAt < 0 || at <= shard.closedAt);
      if (change <= last || !isWithin) return `record ${ordinal} of ${shard.id} is out of order`;
      last = change;
    }
  }
  return null;
}

/** From where a consumer began, what lies below its checkpoint is settled, and nothing above is. */
function checkpointNeverSkips(world: World): string | null {
  for (const consumer of world.state.consumers) {
    const { mapping, shard: number, checkpoint } = consumer;
    const shard = world.state.shards[number]!;
    // In a Kinesis stream a change may be done with because of its other copy.
    if (shard.kind === 'KinesisStream' || consumer.retired) continue;
    const { startingPosition, passedOver } = world.state.mappings[mapping]!;
    let hasBegun = startingPosition === 'TRIM_HORIZON' && passedOver === 0;
    for (let ordinal = 0; ordinal < shard.count; ordinal++) {
      if (!isInLane(world, consumer, ordinal)) continue;
      const how = world.deliveries[mapping]!.get(changeOf(world, number, ordinal)) & 7;
      const isSettled = how !== Settled.pending;
      const isBelow = ordinal < checkpoint;
      const mayBeSettled = isBelow || ordinal < consumer.relanedBelow;
      if (isSettled ? !mayBeSettled : isBelow && hasBegun) {
        return `record ${ordinal} of ${shard.id} against checkpoint ${checkpoint}`;
      }
      hasBegun ||= isSettled;
    }
  }
  return null;
}

/** Each change is in exactly one of succeeded, filtered, discarded, expired and pending. */
function changesAddUp(world: World): string | null {
  for (const [number, { id, meters }] of world.state.mappings.entries()) {
    const counts = [0, 0, 0, 0, 0];
    let deliveries = 0;
    for (let change = 0; change < world.changes.at.length; change++) {
      const packed = world.deliveries[number]!.get(change);
      counts[packed & 7]!++;
      deliveries += packed >> 3;
    }
    const { succeeded, filtered, discarded, expired, received } = meters;
    const metered = [succeeded, filtered, discarded, expired, received];
    if (metered.join() !== [...counts.slice(1), deliveries].join()) {
      return `${id} counted ${metered.join(', ')} where the changes say ${counts.slice(1).join(', ')}`;
    }
  }
  return null;
}

/** Each invocation that began has succeeded, failed in one way, or runs. */
function invocationsAddUp({ state, invocations }: World): string | null {
  const running = state.mappings.map(() => 0);
  for (const { invocation } of state.running) {
    if (invocation < 0) continue; // no mapping's doing
    const { mapping } = state.consumers[invocations.consumer.get(invocation)]!;
    running[mapping] = running[mapping]! + 1;
  }
  for (const [number, { id, meters }] of state.mappings.entries()) {
    const { started, succeededInvocations, failed, partial, timedOut } = meters;
    const ended = succeededInvocations + failed + partial + timedOut;
    if (started !== ended + running[number]!) return `${id} began ${started} and ended ${ended}`;
  }
  return null;
}

/** What a scan made of the changes: each in one way, and counted so. */
function scanAddsUp(world: World): string | null {
  for (const [number, { id, table, seen, missed }] of world.state.pollers.entries()) {
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let change = 0; change < world.changes.at.length; change++) {
      if (world.changes.table.get(change) === table) counts[world.polled[number]!.get(change)]!++;
    }
    const { deletes, collapsed, race, noWatermark, filtered } = missed;
    const metered = [seen, deletes, collapsed, race, noWatermark, filtered];
    if (metered.join() !== counts.slice(1).join()) return `${id} counted ${metered.join(', ')}`;
  }
  return null;
}

/** A table holds as many items as its partitions do together. */
function itemsAddUp({ state }: World): string | null {
  for (const table of state.tables) {
    const inPartitions = table.partitions.reduce((n, p) => n + state.partitions[p]!.itemCount, 0);
    if (inPartitions !== table.itemCount) return `${table.id} and its partitions disagree`;
  }
  return null;
}
