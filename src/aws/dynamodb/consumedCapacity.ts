/** `ConsumedCapacity`, as far as the caller asks for it. */
import type { World } from '../../engine/world.ts';
import type { Input } from '../shape.ts';

/** Units of one table, in AWS's shape. */
export interface Consumed {
  TableName: string;
  CapacityUnits: number;
  ReadCapacityUnits?: number;
  WriteCapacityUnits?: number;
  Table?: Record<string, number>;
}

/** `{ ConsumedCapacity }`, or nothing where it is not asked for. */
export function consumedCapacity(
  world: World,
  input: Input,
  table: number,
  units: number,
): { ConsumedCapacity?: Consumed } {
  const wanted = input.ReturnConsumedCapacity;
  if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return {};
  return { ConsumedCapacity: consumedOf(world, wanted, table, { CapacityUnits: units }) };
}

export function consumedOf(
  world: World,
  wanted: 'TOTAL' | 'INDEXES',
  table: number,
  units: { CapacityUnits: number; ReadCapacityUnits?: number; WriteCapacityUnits?: number },
): Consumed {
  const TableName = world.state.tables[table]!.name;
  if (wanted === 'TOTAL') return { TableName, ...units };
  return { TableName, ...units, Table: { ...units } };
}

/** `{ ConsumedCapacity }` of a call on several tables. Transactions tell reads and writes apart. */
export function consumedByTable(
  world: World,
  input: Input,
  units: ReadonlyMap<number, number>,
  kind: 'read' | 'write',
  isTransaction: boolean,
): { ConsumedCapacity?: Consumed[] } {
  const wanted = input.ReturnConsumedCapacity;
  if (wanted !== 'TOTAL' && wanted !== 'INDEXES') return {};
  const named = kind === 'read' ? 'ReadCapacityUnits' : 'WriteCapacityUnits';
  const ConsumedCapacity = [...units].map(([table, CapacityUnits]) => {
    const more = isTransaction ? { [named]: CapacityUnits } : {};
    return consumedOf(world, wanted, table, { CapacityUnits, ...more });
  });
  return { ConsumedCapacity };
}
