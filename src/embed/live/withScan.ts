/** A lab with a polling scan beside whatever it has. */
import type { SimulationDefinition } from '../../engine/definition.ts';

/** With a polling scan of its first table, where it has none. */
export function withScan(definition: SimulationDefinition): SimulationDefinition {
  const [table] = definition.tables;
  if (table === undefined || definition.pollers.length > 0) return definition;
  const scan = {
    id: 'PollingScan',
    table: table.id,
    everyMs: 30_000,
    watermark: 'updated_at',
    consistentRead: false,
  };
  return { ...definition, pollers: [scan] };
}
