import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { put } from '../../engine/testing/definitions.ts';
import type { World } from '../../engine/world.ts';
import { builtInLab } from '../../lab/builtIn/index.ts';
import { offeredLanes } from '../../lab/lanes/lane.ts';
import { CALM } from '../../lab/lanes/laneDefinition.ts';
import { definitionOf } from '../../lab/testing/readings.ts';
import type { LanePicture } from '../../projections/lanes/lanePicture.ts';
import { packCommands } from '../../projections/packedCommands.ts';
import { openWithCode } from '../codeHost.ts';
import type { LaneSetup } from './laneMessages.ts';
import { LaneRun } from './laneRun.ts';

const calmly = { clock: () => 0, breathe: () => Promise.resolve() };
const patient = { isOvertaken: () => false, tell: () => {} };
const MINUTE = 60e6;

const setupOf = (more: Partial<LaneSetup> = {}): LaneSetup => ({
  log: { definition: definitionOf(builtInLab('orders')!.text), commands: packCommands([]), now: 0 },
  table: 'Orders',
  lanes: ['stream', 'pipe', 'kinesis', 'scan@30s', 'scan@30s~marks.deleted', 'scan@30s~keys'],
  shared: false,
  weather: CALM,
  prices: { region: 'us-east-1', edited: {} },
  ...more,
});

async function framesOf(setup: LaneSetup, ...instants: number[]) {
  const run = await LaneRun.open(setup, openWithCode);
  const frames = [];
  for (const at of instants) {
    expect(await run.goTo(at, calmly, patient)).toBe(true);
    frames.push(run.frame(MINUTE));
  }
  return frames;
}

const laneOf = (lanes: LanePicture[], word: string) => lanes.find((lane) => lane.word === word)!;

describe('lanes', () => {
  it('[W20] offers the lab’s own watchers, then every other way', () => {
    const { definition } = setupOf().log;
    const words = offeredLanes(definition, 'Orders').map(({ word }) => word);
    expect(words).toEqual([
      ...['own~OrderProcessor', 'own~ThirtySecondScan', 'stream', 'pipe', 'kinesis', 'scan@30s'],
      ...['scan@30s~overlap.10s', 'scan@30s~marks.deleted', 'scan@30s~keys', 'scan@30s~items'],
      'scan@30s~strong~segments.4',
      ...['export@1h', 'incrementalExport@15m'],
    ]);
  });

  it('[H1] run the code that somebody has given the lab’s own function', async () => {
    const code = {
      runtime: 'nodejs24.x',
      handler: 'index.handler',
      files: { 'index.js': "exports.handler = async () => { throw new Error('no'); };" },
      environment: {},
    };
    const input = { function: 'OrderProcessor', code };
    const { log } = setupOf();
    const given = {
      ...log,
      commands: packCommands([{ at: 1, command: { call: 'shardscope:SaveCode', input } }]),
    };
    const lanes = ['own~OrderProcessor', 'stream'];
    const [frame] = await framesOf(setupOf({ log: given, lanes }), MINUTE);
    expect(laneOf(frame!.lanes, 'own~OrderProcessor').ledger.seen).toBe(0);
    expect(laneOf(frame!.lanes, 'stream').ledger.seen).toBeGreaterThan(50);
  });

  it('[W21] see the same writes, each in a world of its own, commands included', async () => {
    const command = put({ id: { S: 'mine' } });
    const { log } = setupOf();
    const given = { ...log, commands: packCommands([{ at: 30e6, command }]) };
    const [frame] = await framesOf(setupOf({ log: given }), 10 * MINUTE);
    expect(frame!.sameWrites).toBe(true);
    expect(frame!.changes).toBeGreaterThan(1_000);
    const alone = await framesOf(setupOf({ lanes: ['scan@30s'] }), 10 * MINUTE);
    const together = laneOf(frame!.lanes, 'scan@30s').ledger;
    // One more write than without the command, and otherwise the same.
    expect(together.changes).toBe(laneOf(alone[0]!.lanes, 'scan@30s').ledger.changes + 1);
  });

  it('[W23] shows what each way makes of them', async () => {
    const [frame] = await framesOf(setupOf(), 10 * MINUTE);
    const ledgerOf = (word: string) => laneOf(frame!.lanes, word).ledger;
    const [stream, scan] = [ledgerOf('stream'), ledgerOf('scan@30s')];
    expect(stream.missedDeletes + stream.missedCollapsed + stream.lost).toBe(0);
    expect(stream.latencyP50Ms!).toBeLessThan(700);
    expect(scan.missedDeletes).toBeGreaterThan(50);
    expect(scan.latencyP50Ms!).toBeGreaterThan(5_000);
    expect(ledgerOf('scan@30s~marks.deleted').missedDeletes).toBe(0);
    expect(ledgerOf('scan@30s~keys').missedDeletes).toBeLessThan(scan.missedDeletes);
    expect(ledgerOf('kinesis').outOfOrder + ledgerOf('kinesis').repeated).toBeGreaterThan(0);
    for (const { ledger, stale } of frame!.lanes) {
      expect(ledger.delayClasses.reduce((sum, n) => sum + n, 0)).toBe(ledger.seen);
      expect(stale.length).toBe(Math.min(24, ledger.stale));
    }
    expect(scan.stale).toBeGreaterThan(stream.stale);
  });

  it('[W23] is the same after going back', async () => {
    const [there, back, again] = await framesOf(setupOf(), 8 * MINUTE, 2 * MINUTE, 8 * MINUTE);
    expect(back!.changes).toBeLessThan(there!.changes);
    expect(again).toEqual(there);
  });

  it('[V80] says why a write stands in each lane as it does, of that lane alone', async () => {
    const lanes = ['stream', 'pipe', 'scan@30s'];
    for (const shared of [false, true]) {
      const run = await LaneRun.open(setupOf({ lanes, shared }), openWithCode);
      await run.goTo(2 * MINUTE, calmly, patient);
      const [stream, , scan] = run.frame(MINUTE).lanes;
      const missed = scan!.marks.find(({ fate }) => fate > 1)!;
      const [why] = run.why('scan@30s', missed.change);
      expect(why!.question).toMatch(new RegExp(`^Why can Lane\\d never see.*${missed.label}`));
      expect(why!.otherwise).not.toEqual([]);
      const arrived = stream!.marks.find(({ change }) => change === missed.change)!;
      const told = (word: string) => run.why(word, missed.change).map(({ chain }) => chain.at(-1));
      expect(arrived.arrivedAt).toBeGreaterThan(0);
      expect(told('stream')).toHaveLength(1);
      if (shared) expect(told('pipe')).not.toEqual(told('stream'));
    }
  });

  it('[W22] in a shared world readers of a stream are in each other’s way', async () => {
    const lanes = ['stream', 'pipe', 'own~OrderProcessor'];
    const [apart] = await framesOf(setupOf({ lanes }), 5 * MINUTE);
    const [together] = await framesOf(setupOf({ lanes, shared: true }), 5 * MINUTE);
    for (const { ledger } of apart!.lanes) expect(ledger.streamThrottles).toBe(0);
    for (const { ledger } of together!.lanes) expect(ledger.streamThrottles).toBeGreaterThan(20);
    expect(laneOf(together!.lanes, 'stream').ledger.latencyP50Ms!).toBeGreaterThan(
      laneOf(apart!.lanes, 'stream').ledger.latencyP50Ms!,
    );
  });
});

describe('[W24] the copy', () => {
  it('of a stream becomes the table: everything arrives, in order', async () => {
    const setup = setupOf({ lanes: ['stream'] });
    setup.log.definition.traffic[0]!.forMs = 240_000;
    let world!: World;
    const run = await LaneRun.open(setup, async (definition) => {
      const simulation = await openSimulation(definition);
      world = simulation.world;
      return simulation;
    });
    await run.goTo(instant(5 * MINUTE), calmly, patient);
    const [lane] = run.frame(MINUTE).lanes;
    expect(lane!.ledger.seen).toBe(world.changes.at.length);
    expect([lane!.ledger.stale, lane!.ledger.outOfOrder, lane!.ledger.repeated]).toEqual([0, 0, 0]);
  });
});
