/** The learner's own table and needs, as typed and as numbers. What is not a number changes nothing. */
import { create } from 'zustand';
import type { SimulationDefinition } from '../../../engine/definition.ts';
import { COMMON_LANES, type Lane, parseLane } from '../../../lab/lanes/lane.ts';
import { optionWords } from '../../../lab/lanes/scanOptions.ts';
import type { MyTable } from '../../../projections/money/myTable.ts';
import type { Needs } from '../../../projections/money/verdict.ts';

const GIBIBYTE = 1_073_741_824;

export type FieldName = 'size' | 'items' | 'writes' | 'share' | 'active' | 'deletes';

/** What each field accepts. Sizes in GB, writes a second, shares in percent. */
export const FIELD_RANGES: Readonly<Record<FieldName, { least: number; most: number }>> = {
  size: { least: 0.000_000_01, most: 10_240 },
  items: { least: 1, most: 1e12 },
  writes: { least: 0, most: 1e6 },
  share: { least: 0.01, most: 100 },
  active: { least: 1, most: 1e12 },
  deletes: { least: 0, most: 100 },
};

export interface MoneyState {
  table: MyTable;
  /** As typed, where it is not (yet) a number in range. */
  typed: Partial<Record<FieldName, string>>;
  needs: Needs;
}

export const LARGE: MyTable = {
  items: 500_000_000,
  bytes: 500 * GIBIBYTE,
  changesPerSecond: 1_000 / 3_600,
  changeShare: 1,
  activeItems: 1_000_000,
  deleteShare: 0.05,
};
export const ONE: MyTable = {
  items: 1,
  bytes: 400,
  changesPerSecond: 1 / 3_600,
  changeShare: 1,
  activeItems: 1,
  deleteShare: 0,
};
export const HUGE: MyTable = {
  items: 20_000_000_000,
  bytes: 10_240 * GIBIBYTE,
  changesPerSecond: 1_000_000,
  changeShare: 1,
  activeItems: 5_000_000_000,
  deleteShare: 0.02,
};

export const useMoney = create<MoneyState>(() => ({
  table: LARGE,
  typed: {},
  needs: { delayMs: 5_000, loss: 'states', lostPerMillion: 0 },
}));

/** A table like the one that a lab's traffic makes. */
export function labTable({ traffic, tables }: SimulationDefinition, id: string): MyTable {
  const own = traffic.filter(({ table }) => table === id);
  const first = own[0];
  const held = tables.find((table) => table.id === id)?.items.length ?? 0;
  if (!first) return ONE;
  const { insert, modify, remove, noOp } = first.mix;
  const all = insert + modify + remove + noOp;
  const perSecond = own.reduce((sum, { perSecond: rate }) => sum + rate, 0);
  const items = Math.max(1, held + first.keys.count);
  return {
    items,
    bytes: items * first.itemBytes,
    changesPerSecond: perSecond * ((all - noOp) / all),
    changeShare: (all - noOp) / all,
    activeItems: first.keys.count,
    deleteShare: remove / Math.max(1, all - noOp),
  };
}

export const fieldValue = (table: MyTable, name: FieldName): number =>
  ({
    size: table.bytes / GIBIBYTE,
    items: table.items,
    writes: table.changesPerSecond / table.changeShare,
    share: table.changeShare * 100,
    active: table.activeItems,
    deletes: table.deleteShare * 100,
  })[name];

/** Takes what was typed; a number in range takes effect at once. */
export function typeField(name: FieldName, text: string): void {
  const { table, typed } = useMoney.getState();
  const { least, most } = FIELD_RANGES[name];
  const value = text.trim() === '' ? Number.NaN : Number(text.replaceAll(',', ''));
  if (!(value >= least && value <= most)) {
    useMoney.setState({ typed: { ...typed, [name]: text } });
    return;
  }
  const changed = {
    size: { bytes: Math.max(1, Math.round(value * GIBIBYTE)) },
    items: { items: Math.round(value) },
    writes: { changesPerSecond: value * table.changeShare },
    share: {
      changesPerSecond: (table.changesPerSecond / table.changeShare) * (value / 100),
      changeShare: value / 100,
    },
    active: { activeItems: Math.round(value) },
    deletes: { deleteShare: value / 100 },
  }[name];
  const { [name]: _, ...rest } = typed;
  useMoney.setState({ table: { ...table, ...changed }, typed: rest });
}

export const setTable = (table: MyTable): void => useMoney.setState({ table, typed: {} });

export const setNeeds = (needs: Partial<Needs>): void =>
  useMoney.setState({ needs: { ...useMoney.getState().needs, ...needs } });

/** The chosen lanes that there are formulas for, and the common ones that are not among them. */
export function modelLanes(words: readonly string[]): Lane[] {
  const chosen = words
    .flatMap((word) => parseLane(word) ?? [])
    .filter(({ way, ordinal }) => way !== 'own' && ordinal === 1);
  const kindOf = ({ way, options }: Lane) => way + optionWords(options);
  const kinds = new Set(chosen.map(kindOf));
  return [...chosen, ...COMMON_LANES.filter((lane) => !kinds.has(kindOf(lane)))];
}
