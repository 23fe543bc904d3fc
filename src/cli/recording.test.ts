import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Command } from '../engine/definition.ts';
import { openSimulation, type Simulation } from '../engine/index.ts';
import { Entry } from '../engine/kernel/journal.ts';
import { instant } from '../engine/kernel/time.ts';
import { builtInLab } from '../lab/builtIn/index.ts';
import { readLab } from '../lab/readLab.ts';
import { LiveClock } from './liveClock.ts';
import { Recording } from './recording.ts';

const folder = mkdtempSync(join(tmpdir(), 'shardscope-'));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (id: string): Command => ({
  call: 'dynamodb:PutItem',
  input: { TableName: 'Orders', Item: { id: { S: id } } },
});

async function open(text: string): Promise<Simulation> {
  const reading = readLab(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return openSimulation(reading.definition);
}

/** What happened, but for the numbers that commands have. */
function history({ world: { journal } }: Simulation): string[] {
  return Array.from({ length: journal.length }, (_, entry) => {
    const read = journal.read(entry);
    return JSON.stringify(read.kind === Entry.commandGiven ? { ...read, a: 0 } : read);
  });
}

it('[A9] the recorded file gives the same history', async () => {
  const file = join(folder, 'recorded.yaml');
  const simulation = await open(builtInLab('orders')!.text);
  let realMs = 0;
  const clock = new LiveClock(simulation, 1, () => realMs);
  const recording = new Recording(simulation, file);
  for (let i = 0; i < 300; i++) {
    realMs += (i * 37) % 211;
    clock.stamp();
    simulation.execute(put(`asked#${i % 20}`));
    recording.note();
    if (i === 100) recording.write(); // half of it has been written before
  }
  simulation.runUntil(instant(60_000_000));
  recording.write();

  const again = await open(readFileSync(file, 'utf8'));
  again.runUntil(instant(60_000_000));
  expect(again.world.definition.commands).toHaveLength(301);
  expect(history(again)).toEqual(history(simulation));
});
