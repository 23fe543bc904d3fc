import { byCodeUnits } from '../../engine/item/attributeMap.ts';
import type { Operation } from '../operation.ts';
import { structure, whole } from '../shape.ts';
import { plainTableName } from './members.ts';

const MOST = 100;

export const listTables: Operation = {
  input: structure({
    ExclusiveStartTableName: plainTableName,
    Limit: whole({ min: 1, max: MOST }),
  }),
  answer({ world }, input) {
    const after = (input.ExclusiveStartTableName as string | undefined) ?? '';
    const limit = (input.Limit as number | undefined) ?? MOST;
    const all = world.state.tables
      .filter((table) => table.status !== 'DELETED')
      .map((table) => table.name)
      .filter((name) => name > after)
      .sort(byCodeUnits);
    const TableNames = all.slice(0, limit);
    return {
      TableNames,
      ...(all.length > limit && { LastEvaluatedTableName: TableNames.at(-1) }),
    };
  },
};
