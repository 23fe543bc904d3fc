/** The closed-form model beside the simulation: a scan each 30 s and a stream, at ten sizes of table. */
import type { Command } from '../src/engine/definition.ts';
import { PRICES } from '../src/engine/prices.ts';
import { parseLane } from '../src/lab/lanes/lane.ts';
import { CALM } from '../src/lab/lanes/laneDefinition.ts';
import { totalUsd } from '../src/projections/money/costLine.ts';
import type { MyTable } from '../src/projections/money/myTable.ts';
import { wayModel } from '../src/projections/money/wayModel.ts';
import { packCommands } from '../src/projections/packedCommands.ts';
import { openWithCode } from '../src/runtime/codeHost.ts';
import { LaneRun } from '../src/runtime/lanes/laneRun.ts';
import { ordersLab } from './ordersLab.ts';

/** Items, all of which change, and changes a second of all together. */
const SIZES = [
  ...[[1, 0.1] as const, [2, 0.2] as const, [5, 0.5] as const, [10, 1] as const, [30, 2] as const],
  ...[[100, 5] as const, [300, 10] as const, [1_000, 10] as const, [3_000, 20] as const],
  [20_000, 30] as const,
];
const LANES = ['scan@30s', 'stream'] as const;
const MINUTES = 60;
const ITEM_BYTES = 400;
const START_MS = Date.UTC(2026, 0, 5, 9);

/** What both of them say of an hour. */
interface Said {
  /** Of the scan: changes that it will never see, an hour. */
  missed: number;
  /** Of the scan: the median delay of what it sees. */
  scanMs: number;
  readUnits: number;
  /** Of the stream. */
  streamMs: number;
  /** A month of both. */
  usd: number;
}

export interface Size {
  items: number;
  perSecond: number;
  simulated: Said;
  modelled: Said;
}

export async function sizes(): Promise<Size[]> {
  const all: Size[] = [];
  for (const [items, perSecond] of SIZES) {
    const { said, bytes } = await simulate(items, perSecond);
    const table: MyTable = {
      ...{ items, bytes, activeItems: items },
      ...{ changesPerSecond: perSecond, deleteShare: 0, changeShare: 1 },
    };
    all.push({ items, perSecond, simulated: said, modelled: model(table) });
  }
  return all;
}

function model(table: MyTable): Said {
  const [scan, stream] = LANES.map((word) => wayModel(table, parseLane(word)!, PRICES));
  return {
    missed: scan!.missed.collapsed + scan!.missed.deletes + scan!.missed.race,
    scanMs: scan!.delay.p50Ms,
    readUnits: scan!.readUnitsPerHour,
    streamMs: stream!.delay.p50Ms,
    usd: (totalUsd(scan!.cost) + totalUsd(stream!.cost)) * 720,
  };
}

async function simulate(items: number, perSecond: number): Promise<{ said: Said; bytes: number }> {
  const lab = ordersLab(1);
  const held = Array.from({ length: items }, (_, i) => itemOf(i, START_MS - 1));
  const tables = [{ ...lab.tables[0]!, items: held }];
  const definition = { ...lab, tables, traffic: [], commands: [], pollers: [] };
  const run = await LaneRun.open(
    {
      log: { definition, commands: packCommands(poisson(items, perSecond)), now: 0 },
      ...{ table: 'Orders', lanes: [...LANES], shared: false, weather: CALM },
      prices: { region: 'us-east-1', edited: {} },
    },
    openWithCode,
  );
  const alone = { clock: () => performance.now(), breathe: () => Promise.resolve() };
  // A second more, so that the last scan is over.
  const until = MINUTES * 60e6 + 1e6;
  await run.goTo(until, alone, { isOvertaken: () => false, tell: () => {} });
  const [scan, stream] = run.frame(60e6).lanes.map(({ ledger }) => ledger);
  const hours = MINUTES / 60;
  const cost = [...scan!.cost, ...stream!.cost];
  return {
    said: {
      missed: (scan!.missedCollapsed + scan!.missedDeletes + scan!.missedRace) / hours,
      scanMs: scan!.latencyP50Ms ?? 0,
      readUnits: scan!.readUnits / hours,
      streamMs: stream!.latencyP50Ms ?? 0,
      usd: (totalUsd(cost) / hours) * 720,
    },
    bytes: items * ITEM_BYTES,
  };
}

const itemOf = (i: number, stampMs: number) => ({
  id: { S: `i${i}` },
  text: { S: '.'.repeat(ITEM_BYTES - 27 - `i${i}`.length) },
  updated_at: { N: String(stampMs) },
});

/** Puts to items drawn evenly, at exponential distances, by a generator of the bench's own. */
function poisson(items: number, perSecond: number): { at: number; command: Command }[] {
  let state = 20_261_121;
  const part = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const commands: { at: number; command: Command }[] = [];
  for (let at = 1e6; ; ) {
    at += Math.round((-Math.log(part()) / perSecond) * 1e6);
    if (at > MINUTES * 60e6 - 1e6) return commands;
    const Item = itemOf(Math.floor(part() * items), START_MS + at / 1_000);
    const input = { TableName: 'Orders', Item };
    commands.push({ at, command: { call: 'dynamodb:PutItem', input } });
  }
}
