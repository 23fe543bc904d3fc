import { expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { builtInLabs } from '../../lab/builtIn/index.ts';
import { readLab } from '../../lab/readLab.ts';
import { report } from '../../projections/report/report.ts';
import { type ReportRow, reportRows } from '../../projections/report/reportDifferences.ts';
import { reportFigureWords as words } from '../words/reportFigures.ts';
import { groupText, rowText } from './reportText.ts';

async function rowsOf(text: string): Promise<ReportRow[]> {
  const reading = readLab(text);
  if (!reading.ok) throw new Error(reading.errors[0]!.message);
  const simulation = await openSimulation(reading.definition);
  simulation.runUntil(instant(3e6));
  const made = report(simulation);
  return reportRows(made, made);
}

it('every figure of a report has words, and no two of one report the same', async () => {
  for (const { id, text } of builtInLabs) {
    const rows = await rowsOf(text);
    expect(rows.length).toBeGreaterThan(20);
    for (const { group, figure } of rows) {
      expect(words.groups, id).toHaveProperty([group]);
      expect(words.figures, id).toHaveProperty([figure]);
    }
    const told = rows.map((row) => `${groupText(row.group)}: ${rowText(row)}`);
    expect(new Set(told).size).toBe(told.length);
  }
});

it('names what a line of the bill is for', () => {
  const row = { group: 'cost', figure: 'cost.lines.usd', here: 1, there: 2 };
  expect(rowText({ ...row, of: ['OrderProcessor duration'] })).toBe(
    'OrderProcessor · Lambda duration · US dollars',
  );
});

it('[R4] calls the repeats of a consumer as those of its targets', () => {
  const { figures } = words;
  expect(figures['consumers.records.duplicates']).toBe(figures['targets.repeatedEffects']);
});
