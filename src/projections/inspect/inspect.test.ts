import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSimulation, type Simulation } from '../../engine/index.ts';
import { atSeconds, put, startFault } from '../../engine/testing/definitions.ts';
import type { World } from '../../engine/world.ts';
import { ruleIds } from '../ruleTexts.ts';
import { makeScene } from '../scene/makeScene.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { openBuiltIn, openOrders, ordersDefinition } from '../testing/labs.ts';
import { inspect } from './inspect.ts';

const poison = startFault({ kind: 'Poison', target: 'Processor', match: { id: { S: 'order#x' } } });

/** Everything that there is to select. */
function selections({ state, changes, items, effects }: World): Selection[] {
  const rows = (count: number) => [...Array(Math.min(count, 60)).keys()];
  return [
    ...rows(changes.at.length).map((change) => ({ kind: 'record', change }) as const),
    ...rows(items.table.length).map((item) => ({ kind: 'item', item }) as const),
    ...rows(state.tables.length).map((table) => ({ kind: 'table', table }) as const),
    ...rows(state.partitions.length).map(
      (partition) => ({ kind: 'partition', partition }) as const,
    ),
    ...rows(state.streams.length).map((stream) => ({ kind: 'stream', stream }) as const),
    ...rows(state.kinesisStreams.length).map((k) => ({ kind: 'stream', stream: -1 - k }) as const),
    ...rows(state.shards.length).map((shard) => ({ kind: 'shard', shard }) as const),
    ...rows(state.functions.length).map((fn) => ({ kind: 'function', function: fn }) as const),
    ...rows(state.mappings.length).map((mapping) => ({ kind: 'mapping', mapping }) as const),
    ...rows(state.targets.length).map((target) => ({ kind: 'target', target }) as const),
    ...rows(effects.target.length).map((effect) => ({ kind: 'effect', effect }) as const),
    ...rows(state.pollers.length).map((poller) => ({ kind: 'poller', poller }) as const),
  ];
}

const storyOf = (inspection: Inspection) =>
  inspection.story.map(
    ({ text, detail }) => `${text}: ${detail.replace(/[\d.]+ (s|ms)/g, 'n $1')}`,
  );

const changeOf = (world: World, label: string): number => {
  for (let change = 0; change < world.changes.at.length; change++) {
    if (world.items.label.get(world.changes.item.get(change)) === label) return change;
  }
  return -1;
};

const recordOf = ({ world }: Simulation, label: string) =>
  inspect(world, { kind: 'record', change: changeOf(world, label) });

describe('inspect', () => {
  it.each(['orders', 'todos', 'kinesis'])('has plain data on everything in %s', async (id) => {
    const simulation = await openBuiltIn(id);
    simulation.runUntil(atSeconds(70));
    for (const selection of selections(simulation.world)) {
      const found = inspect(simulation.world, selection);
      expect(structuredClone(found)).toEqual(found);
      expect(found.title).not.toBe('');
      expect(JSON.stringify(found)).not.toMatch(/undefined|NaN/);
    }
  });

  it('says so when something is not there at this instant', async () => {
    const simulation = await openOrders({ traffic: [] });
    const missing: Selection[] = [
      { kind: 'record', change: 0 },
      { kind: 'record', change: -1 },
      { kind: 'effect', effect: 3 },
      { kind: 'stream', stream: -1 },
      { kind: 'shard', shard: 99 },
    ];
    for (const selection of missing) {
      expect(inspect(simulation.world, selection)).toMatchObject({
        title: 'not there at this instant',
        json: null,
        story: [],
      });
    }
  });

  it('names only rules that SPEC.md has, with the provenance that it gives them', () => {
    const spec = readFileSync(new URL('../../SPEC.md', import.meta.url), 'utf8');
    const missing = ruleIds.filter((id) => !spec.includes(`| [${id}] |`));
    expect(missing).toEqual([]);
  });

  it('tells the story of a record from its write to its effects', async () => {
    const simulation = await openOrders({ traffic: [] });
    simulation.submit(put({ id: { S: 'order#x' } }));
    simulation.runUntil(atSeconds(12));
    const found = recordOf(simulation, 'order#x');
    expect(storyOf(found)).toEqual([
      'put: ',
      expect.stringMatching(/^in the stream: shard \d, …\d{7}$/),
      'polled: Processor, alone in its batch',
      'document indexed: products, n ms after the write',
      'confirmation sent: mail, n ms after the write',
      'processed: Processor, n ms after the write',
      'missed by the scan: it has no watermark',
    ]);
    const times = found.story.map((step) => step.at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('tells of failed attempts, gathers a long row of them, and says what comes next', async () => {
    const simulation = await openOrders({ traffic: [] });
    simulation.submit(poison);
    simulation.submit(put({ id: { S: 'order#x' } }));
    simulation.runUntil(atSeconds(100));
    const found = recordOf(simulation, 'order#x');
    const story = storyOf(found).filter((line) => /attempt|expires/.test(line));
    expect(story).toEqual([
      'attempt 1 failed: the item is poisoned',
      'attempt 2: Processor, alone in its batch',
      'attempt 2 failed: the item is poisoned',
      'attempts 3 to 6 failed: the item is poisoned',
      'attempt 7: Processor, alone in its batch',
      'attempt 7 failed: the item is poisoned',
      'attempt 8: in n s (back-off assumed)',
      'expires: falls off the stream',
    ]);
    expect(found.mark?.state).toBe('failing');
  });

  it('tells what the last polls of a scan returned and missed, how long each took, and when it looks again', async () => {
    const simulation = await openOrders({ traffic: [] });
    simulation.submit(put({ id: { S: 'order#x' } }));
    const polls = () => storyOf(inspect(simulation.world, { kind: 'poller', poller: 0 }));
    const { nextAt } = simulation.world.state.pollers[0]!;
    simulation.runUntil(nextAt);
    expect(polls()).toEqual([expect.stringMatching(/ begins to scan the table\.: $/)]);
    simulation.runUntil(atSeconds(1_005));
    const story = polls();
    expect(story).toHaveLength(7);
    expect(story[5]).toBe('The scan returned 0 items of 2 evaluated.: took n ms');
    expect(story[6]).toBe('looks again: in n s');
  });

  it('tells what came to a target last and what it refused, each step leading to the effect', async () => {
    const simulation = await openOrders({ traffic: [] });
    const { world } = simulation;
    simulation.submit(put({ id: { S: 'order#x' } }));
    simulation.runUntil(atSeconds(5));
    simulation.submit(startFault({ kind: 'Unavailable', target: world.state.targets[0]!.id }));
    simulation.submit(put({ id: { S: 'order#y' } }));
    simulation.runUntil(atSeconds(10));
    const { story } = inspect(world, { kind: 'target', target: 0 });
    expect(story.slice(0, 2)).toMatchObject([
      { text: 'order#x indexed', detail: 'in attempt 1', tone: 'good' },
      { text: 'order#y refused, unavailable', detail: 'in attempt 1', tone: 'bad' },
    ]);
    for (const { about, text } of story) {
      expect(about).toMatchObject({ kind: 'effect' });
      expect(inspect(world, about!).title).toBe(text.split(' ')[0]);
    }
  });

  it('shows what an on-failure destination was told', async () => {
    const base = ordersDefinition({ traffic: [] });
    const [mapping] = base.eventSourceMappings;
    const simulation = await openSimulation({
      ...base,
      targets: [...base.targets, { id: 'Failed', name: 'failed', kind: 'SQS' }],
      eventSourceMappings: [
        { ...mapping!, maximumRetryAttempts: 1, onFailureDestination: 'Failed' },
      ],
    });
    simulation.submit(poison);
    simulation.submit(put({ id: { S: 'order#x' } }));
    simulation.runUntil(atSeconds(10));
    const scene = makeScene(simulation.world);
    const card = scene.cards.find((one) => one.title === 'failed');
    expect(card).toMatchObject({ line: '1 message', status: 'told 1 time' });
    expect(scene.links).toContainEqual({ from: 'function:0', to: card!.id });
    expect(inspect(simulation.world, { kind: 'target', target: 2 }).json).toMatchObject({
      Latest: [
        { requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 } },
      ],
    });
  });

  it('suggests commands that the engine takes, and that help', async () => {
    const simulation = await openOrders();
    simulation.submit(poison);
    simulation.submit(put({ id: { S: 'order#x' } }));
    simulation.runUntil(atSeconds(20));
    const { suggestions } = recordOf(simulation, 'order#x');
    expect(suggestions.map((s) => s.command.call)).toEqual([
      'shardscope:StopFault',
      'lambda:UpdateEventSourceMapping',
      'lambda:UpdateEventSourceMapping',
      'lambda:UpdateEventSourceMapping',
    ]);
    const stuck = simulation.checkpoint();
    for (const { text, command } of suggestions) {
      simulation.restore(stuck);
      simulation.submit(command);
      simulation.runUntil(atSeconds(150));
      const { waiting } = inspectWaiting(simulation);
      expect([text, waiting < 20]).toEqual([text, true]);
    }
  });
});

const inspectWaiting = ({ world }: Simulation) => {
  const { json } = inspect(world, { kind: 'mapping', mapping: 0 });
  return {
    waiting: (json as { Shardscope: { ChangesPending: number } }).Shardscope.ChangesPending,
  };
};
