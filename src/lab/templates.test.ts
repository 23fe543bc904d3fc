import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { instant, seconds } from '../engine/kernel/time.ts';
import { openSimulation } from '../engine/simulation.ts';
import { labErrorLine } from './labError.ts';
import { readLab } from './readLab.ts';

/** Templates that others wrote and published; they are not part of this repository. */
const folder = join(resolve(process.env.SHARED_DIR ?? '../shared'), 'templates');
const names = existsSync(folder)
  ? readdirSync(folder).filter((name) => /\.(ya?ml|json)$/u.test(name))
  : [];

describe('published templates', () => {
  it.skipIf(names.length > 0)(`skipped: there are none at SHARED_DIR (${folder})`, () => {});

  it.each(names)('[L8] %s loads without an edit and runs', async (name) => {
    const reading = readLab(readFileSync(join(folder, name), 'utf8'));
    expect(reading.ok ? [] : reading.errors.map(labErrorLine)).toEqual([]);
    if (!reading.ok) return;
    const { definition } = reading;
    expect(definition.tables.length).toBeGreaterThan(0);
    const simulation = await openSimulation(definition);
    simulation.runUntil(instant(seconds(30)));
    const { tables, mappings } = simulation.world.state;
    const streamed = definition.tables.filter((table) => table.stream ?? table.kinesisDestination);
    for (const { id } of streamed) {
      expect(tables.find((table) => table.id === id)?.itemCount).toBeGreaterThan(0);
    }
    for (const { meters } of mappings) expect(meters.succeeded).toBeGreaterThan(0);
  });
});
