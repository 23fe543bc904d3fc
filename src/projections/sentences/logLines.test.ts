import { describe, expect, it } from 'vitest';
import type { Command } from '../../engine/definition.ts';
import { openSimulation, type Simulation } from '../../engine/index.ts';
import { Entry } from '../../engine/kernel/journal.ts';
import { atSeconds, put, remove, startFault, stopFault } from '../../engine/testing/definitions.ts';
import { kinesisDefinition, openOrders } from '../testing/labs.ts';
import { describeEntry, logLines } from './logLines.ts';

const linesOf = ({ world }: Simulation): string[] =>
  logLines(world, 0, world.journal.length).map((line) => line.text);

async function played(seconds: number, ...commands: [number, Command][]): Promise<Simulation> {
  const simulation = await openOrders({ traffic: [], pollers: [] });
  for (const [at, command] of commands) simulation.submit(command, atSeconds(at));
  simulation.runUntil(atSeconds(seconds));
  return simulation;
}

const item = (status: string) => put({ id: { S: 'order#13' }, status: { S: status } });
const poison = { kind: 'Poison', target: 'Processor', match: { id: { S: 'order#13' } } };

describe('the log', () => {
  it('tells a write, its way and its end in sentences', async () => {
    const simulation = await played(3, [1, item('packed')], [2, item('shipped')]);
    const lines = linesOf(simulation).filter((line) => !/opened|begins to read/.test(line));
    expect(lines.map((line) => line.replace(/shard \d|\d+ ms/g, 'n'))).toEqual([
      'order#13 was put.',
      'Processor received 1 record from n.',
      'Document for order#13 indexed: products.',
      'Confirmation for order#13 sent: mail.',
      'Processor is done with 1 record of n after n.',
      'order#13 was replaced: status packed → shipped.',
      'Processor received 1 record from n.',
      'Document for order#13 replaced: products.',
      'Confirmation for order#13 sent: mail.',
      'Processor is done with 1 record of n after n.',
    ]);
  });

  it('tells of a poison, each failure with its next attempt, and the healing', async () => {
    const simulation = await played(
      9,
      [1, startFault(poison)],
      [2, item('packed')],
      [4, stopFault(poison)],
    );
    const lines = linesOf(simulation).map((line) => line.replace(/shard \d/, 'n'));
    expect(lines).toEqual(
      expect.arrayContaining([
        'order#13 is poisoned: Processor fails on every batch that holds it.',
        'Processor failed: the poisoned item order#13 is in the batch. It tries again in 1 s (back-off assumed).',
        'Processor failed: the poisoned item order#13 is in the batch. It tries again in 2 s (back-off assumed).',
        'order#13 is healed.',
        'Processor received 1 record from n (attempt 3).',
      ]),
    );
  });

  it('tells why a write made no record', async () => {
    const refused = put(
      { id: { S: 'order#13' } },
      { ConditionExpression: 'attribute_not_exists(id)' },
    );
    const simulation = await played(
      5,
      [1, item('packed')],
      [2, item('packed')],
      [3, remove({ id: { S: 'nobody' } })],
      [4, refused],
    );
    expect(linesOf(simulation)).toEqual(
      expect.arrayContaining([
        'The write to order#13 changed nothing, so the stream gets no record.',
        'nobody was to be deleted, but it is not there: nothing changed, no record.',
        'The condition on order#13 failed: nothing changed, and the write units are spent all the same.',
      ]),
    );
  });

  it('counts in one line what a scan returned and what it can never see', async () => {
    const simulation = await openOrders();
    simulation.runUntil(atSeconds(11));
    const { seen, missed, itemsEvaluated } = simulation.world.state.pollers[0]!;
    const line = linesOf(simulation).find((text) => text.startsWith('The scan returned'));
    expect(line).toContain(`The scan returned ${seen} items of ${itemsEvaluated} evaluated; `);
    expect(line).toContain(`${missed.deletes} delete`);
    expect(line).toContain(`${missed.collapsed} overwritten updates it can never see.`);
  });

  it('leaves no entry of a kind without a sentence but departures and bookkeeping', async () => {
    const simulation = await openSimulation(kinesisDefinition());
    simulation.submit(
      startFault({ kind: 'CrashAfterEffect', target: 'Processor', probability: 0.2 }),
    );
    simulation.runUntil(atSeconds(60));
    const { world } = simulation;
    const untold = new Set<number>();
    for (let entry = 0; entry < world.journal.length; entry++) {
      if (!describeEntry(world, entry)) untold.add(world.journal.kindOf(entry));
    }
    expect([...untold].sort((a, b) => a - b)).toEqual([
      Entry.commandGiven,
      Entry.writeSent,
      Entry.changeSentToKinesis,
      Entry.batchSent,
      Entry.retryScheduled,
      Entry.effectSent,
      Entry.pageScanned,
    ]);
  });
});
