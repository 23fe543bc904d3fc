/** The card of those who write to a table. */
import { milliseconds } from '../../engine/kernel/time.ts';
import type { World } from '../../engine/world.ts';
import { cardId } from '../scene/cardIds.ts';
import type { WriteRates } from '../scene/recentWrites.ts';
import type { WritersCard } from '../scene/scene.ts';
import { cardWords } from '../words/cardWords.ts';

export function writersCard(world: World, table: number, rates: WriteRates): WritersCard {
  const { id, writes } = world.state.tables[table]!;
  return {
    type: 'writers',
    id: cardId.writers(table),
    title: world.state.tables.length > 1 ? id : cardWords.writers,
    logicalId: id,
    table: id,
    writesPerSecond: rates.perSecond[table] ?? 0,
    trafficPerSecond: trafficPerSecond(world, table),
    written: writes.put + writes.update + writes.delete + writes.noOp,
  };
}

/** What the table's traffic is set to now; 0 when it is off or its time is over. */
export function trafficPerSecond(world: World, table: number): number {
  let thousandths = 0;
  world.state.traffic.forEach((traffic, source) => {
    if (traffic.table !== table) return;
    const { fromMs, forMs } = world.definition.traffic[source]!;
    const ended = forMs !== undefined && traffic.turn === 0;
    if (ended && world.now >= milliseconds(fromMs + forMs)) return;
    thousandths += traffic.thousandthsPerSecond;
  });
  return thousandths / 1_000;
}
