/**
 * Which way meets what somebody needs, at what cost, and why the others do not: as data, as plain
 * sentences, and as files to take along. Rules: [W34] verdict, [W35] files.
 */
import type { Prices } from '../../engine/prices.ts';
import type { Lane } from '../../lab/lanes/lane.ts';
import { verdictWords as words } from '../words/verdictWords.ts';
import { totalUsd } from './costLine.ts';
import type { MyTable } from './myTable.ts';
import { type WayModel, wayModel } from './wayModel.ts';

/** `changes`: every change counts; `states`: the last state of each item, deletes included; `any`. */
export type LossTarget = 'changes' | 'states' | 'any';

export interface Needs {
  /** 99 of 100 changes have to be there within this span. */
  delayMs: number;
  loss: LossTarget;
  /** Of a million changes so many may be lost. */
  lostPerMillion: number;
}

export interface WayVerdict {
  model: WayModel;
  name: string;
  meets: boolean;
  /** Why not, each a clause with its numbers; empty when it meets. */
  reasons: string[];
  lostPerMillion: number;
  usdPerMonth: number;
}

export interface Verdict {
  table: MyTable;
  needs: Needs;
  /** Those that meet first, each by cost. */
  ways: WayVerdict[];
  /** Plain sentences, the answer first. */
  sentences: string[];
}

const MONTH_HOURS = 720;

/** @param nameOf what a lane is called. */
export function judgeWays(
  table: MyTable,
  lanes: readonly Lane[],
  needs: Needs,
  prices: Prices,
  nameOf: (lane: Lane) => string,
): Verdict {
  const ways = lanes
    .map((lane) => judge(table, wayModel(table, lane, prices), needs, nameOf(lane)))
    .sort((a, b) => Number(b.meets) - Number(a.meets) || a.usdPerMonth - b.usdPerMonth);
  return { table, needs, ways, sentences: sentencesOf(table, needs, ways) };
}

function judge(table: MyTable, model: WayModel, needs: Needs, name: string): WayVerdict {
  const { missed, delay, notes } = model;
  const perHour = Math.max(1e-12, table.changesPerSecond * 3_600);
  const lost = missed.deletes + missed.race + (needs.loss === 'changes' ? missed.collapsed : 0);
  const lostPerMillion = needs.loss === 'any' ? 0 : Math.min(1e6, (lost / perHour) * 1e6);
  const slow = notes.find((note) => note.what === 'slowerThanInterval');
  const reasons = [
    ...(delay.p99Ms > needs.delayMs ? [words.tooLate(delay.p99Ms, needs.delayMs)] : []),
    ...(lostPerMillion > needs.lostPerMillion ? [words.loses(lostPerMillion, missed, needs)] : []),
    ...(slow && slow.what === 'slowerThanInterval' ? [words.cannotKeepUp(slow.takesMs)] : []),
  ];
  const usdPerMonth = totalUsd(model.cost) * MONTH_HOURS;
  return { model, name, meets: reasons.length === 0, reasons, lostPerMillion, usdPerMonth };
}

function sentencesOf(table: MyTable, needs: Needs, ways: readonly WayVerdict[]): string[] {
  const [best, ...others] = ways;
  if (best === undefined) return [words.nothingChosen];
  const first = best.meets
    ? words.best(best.name, best.usdPerMonth, best.model.delay.p99Ms)
    : words.noneMeets;
  return [
    words.asked(table, needs),
    first,
    ...(best.meets ? others : ways).map((way) =>
      way.meets
        ? words.alsoMeets(way.name, way.usdPerMonth)
        : words.doesNot(way.name, way.reasons, way.usdPerMonth),
    ),
    ...ways.flatMap(({ name, model, meets }) =>
      meets ? model.notes.flatMap((note) => words.note(name, note) ?? []) : [],
    ),
    words.streamHours,
    words.assumption,
  ];
}

/** The verdict as Markdown: sentences, then the table of figures. */
export function verdictMarkdown({ sentences, ways }: Verdict): string {
  const [head, ...rows] = figureRows(ways);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `# ${words.title}`,
    '',
    ...sentences.map((sentence) => `- ${sentence}`),
    '',
    line(head!),
    line(head!.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}

/** The figures as CSV, by RFC 4180. */
export function verdictCsv({ ways }: Verdict): string {
  const cell = (text: string) => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${figureRows(ways)
    .map((row) => row.map(cell).join(','))
    .join('\r\n')}\r\n`;
}

function figureRows(ways: readonly WayVerdict[]): string[][] {
  const number = (n: number) => String(Number(n.toPrecision(4)));
  return [
    [...words.columns],
    ...ways.map(({ name, model, meets, lostPerMillion, usdPerMonth }) => [
      name,
      meets ? 'yes' : 'no',
      ...[model.delay.p50Ms, model.delay.p99Ms, model.missed.deletes].map(number),
      ...[model.missed.collapsed, model.missed.race, lostPerMillion, usdPerMonth].map(number),
    ]),
  ];
}
