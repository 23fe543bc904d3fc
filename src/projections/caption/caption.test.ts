import { describe, expect, it } from 'vitest';
import type { Command } from '../../engine/definition.ts';
import type { Simulation } from '../../engine/index.ts';
import { atSeconds, put, startFault, stopFault } from '../../engine/testing/definitions.ts';
import { openBuiltIn, openOrders } from '../testing/labs.ts';
import { captionOf } from './caption.ts';

const poison = startFault({ kind: 'Poison', target: 'Processor', match: { id: { S: 'order#x' } } });
const putX = put({ id: { S: 'order#x' } });

async function after(seconds: number, ...commands: Command[]): Promise<Simulation> {
  const simulation = await openOrders();
  for (const command of commands) simulation.submit(command);
  simulation.runUntil(atSeconds(seconds));
  return simulation;
}

describe('the caption', () => {
  it('invites to write where nothing has been written', async () => {
    const simulation = await openOrders({ traffic: [] });
    expect(captionOf(simulation.world).title).toBe('Nothing has been written yet.');
  });

  it('names the poisoned item, its shard, the attempt and what waits', async () => {
    const { world } = await after(9, poison, putX);
    const caption = captionOf(world);
    expect(caption.title).toMatch(
      /^order#x cannot be processed, so everything behind it in shard \d waits\. The other shards go on\.$/,
    );
    expect(caption.detail).toMatch(
      /^Attempt 4 failed [\d.]+ m?s ago; the next comes in [\d.]+ m?s\. \d+ records wait behind it\. The record expires in 23 h 59 min\.$/,
    );
    expect(caption.tone).toBe('bad');
    expect(caption.about).toMatchObject({ kind: 'record' });
  });

  it('[V13] keeps its title while the same shard stays blocked', async () => {
    const simulation = await after(3, poison, putX);
    const titles = new Set<string>();
    for (let second = 3; second < 60; second += 0.5) {
      simulation.runUntil(atSeconds(second));
      titles.add(captionOf(simulation.world).title);
    }
    expect(titles.size).toBe(1);
  });

  it('says that a healed item is healed until its shard has gone on', async () => {
    const simulation = await after(9, poison, putX);
    simulation.submit(stopFault({ kind: 'Poison', target: 'Processor' }));
    expect(captionOf(simulation.world).title).toMatch(/^order#x is healed; shard \d goes on/);
    simulation.runUntil(atSeconds(30));
    expect(captionOf(simulation.world).title).not.toContain('order#x');
  });

  it('tells of the loss when the records expire after 24 hours', async () => {
    const simulation = await openOrders({ traffic: [] });
    simulation.submit(poison);
    simulation.submit(putX);
    let title = '';
    for (let second = 86_400; second < 86_500 && !title.includes('fell off'); second++) {
      simulation.runUntil(atSeconds(second));
      ({ title } = captionOf(simulation.world));
    }
    expect(title).toMatch(/^1 record of shard \d fell off before Processor could process it\.$/);
  });

  it('tells of a mail that was sent twice', async () => {
    const simulation = await openOrders({ traffic: [] });
    simulation.submit(
      startFault({ kind: 'CrashAfterEffect', target: 'Processor', probability: 1 }),
    );
    for (const name of ['a', 'b', 'c', 'd']) simulation.submit(put({ id: { S: name } }));
    simulation.runUntil(atSeconds(7));
    simulation.submit(stopFault({ kind: 'CrashAfterEffect', target: 'Processor' }));
    simulation.runUntil(atSeconds(16));
    expect(captionOf(simulation.world).title).toMatch(
      /^The confirmation for [abcd] was sent again\.$/,
    );
  });

  it('follows a written item to its targets', async () => {
    const simulation = await openOrders({ traffic: [] });
    simulation.submit(putX);
    const details = new Set<string>();
    for (let ms = 0; ms < 800; ms += 10) {
      simulation.runUntil(atSeconds(ms / 1_000));
      details.add(captionOf(simulation.world).detail.replace(/\d+/g, 'n'));
    }
    expect([...details]).toEqual([
      'The write takes effect when it arrives.',
      'Its record is on its way into shard n.',
      'Its record is in shard n; Processor looks there within n ms.',
      'Processor has it: it is being indexed and confirmed by mail.',
      'It has been indexed and confirmed by mail, n ms after the write.',
    ]);
  });

  it('follows nothing but what somebody writes when time goes fast', async () => {
    const simulation = await after(8);
    expect(captionOf(simulation.world, 1).title).toMatch(/^order#\d+ was /);
    expect(captionOf(simulation.world, 30).title).toMatch(
      /^(Processor keeps up with the writes|All \d+ changes have reached Processor)\.$/,
    );
    simulation.submit(putX);
    simulation.runUntil(atSeconds(8.3));
    expect(captionOf(simulation.world, 30).title).toBe('order#x was put.');
  });

  it('says when Kinesis holds up a change or repeats one', async () => {
    const simulation = await openBuiltIn('kinesis');
    const titles = new Set<string>();
    for (let second = 0; second < 300; second += 0.5) {
      simulation.runUntil(atSeconds(second));
      titles.add(captionOf(simulation.world, 30).title.replace(/order#\d+/, 'n'));
    }
    expect(titles).toContain('Changes holds the change of n twice.');
    expect(titles).toContain('The change of n is held up on its way to Changes.');
  });

  it('says what a scan has just missed', async () => {
    const { world } = await after(10.5);
    expect(captionOf(world).title).toMatch(/^The scan just looked, and missed \d+ deletes? and /);
  });
});
