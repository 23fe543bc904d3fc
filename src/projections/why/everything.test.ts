import { describe, expect, it } from 'vitest';
import type { AlarmDefinition, SimulationDefinition } from '../../engine/definition.ts';
import { openSimulation, type Simulation } from '../../engine/index.ts';
import { ALARM_STATES, Entry, type EntryKind } from '../../engine/kernel/journal.ts';
import {
  aMapping,
  atSeconds,
  entriesOf,
  put,
  someTraffic,
  startFault,
  stopFault,
} from '../../engine/testing/definitions.ts';
import { ruled } from '../../engine/testing/ruled.ts';
import type { World } from '../../engine/world.ts';
import { askEverything } from '../testing/askEverything.ts';
import { openBuiltIn, openOrders } from '../testing/labs.ts';
import { recordLife } from './recordLife.ts';
import type { WhyAnswer } from './whyAnswer.ts';
import { whyOf } from './whyOf.ts';

const anAlarm = (more: Partial<AlarmDefinition> = {}): AlarmDefinition => ({
  id: 'Broken',
  name: 'broken',
  function: 'Notifier',
  metric: 'Errors',
  statistic: 'Sum',
  periodMs: 60_000,
  evaluationPeriods: 2,
  datapointsToAlarm: 1,
  threshold: 0,
  comparison: 'GreaterThanThreshold',
  treatMissingData: 'notBreaching',
  actions: { OK: [], ALARM: ['Pager'], INSUFFICIENT_DATA: [] },
  ...more,
});

/** With an alarm on the errors of the function that the rule invokes. */
const alarmed = (deadLetterTarget?: string, alarm: Partial<AlarmDefinition> = {}) =>
  ruled(deadLetterTarget === undefined ? {} : { deadLetterTarget }, { alarms: [anAlarm(alarm)] });

/** One event that fails three times, and one that is done. */
async function failing(definition: SimulationDefinition): Promise<Simulation> {
  const simulation = await openSimulation(definition);
  simulation.submit(startFault({ kind: 'Error', target: 'Notifier' }), atSeconds(1));
  simulation.submit(put({ id: { S: 'a' } }), atSeconds(2));
  simulation.submit(stopFault({ kind: 'Error', target: 'Notifier' }), atSeconds(300));
  simulation.submit(put({ id: { S: 'b' } }), atSeconds(301));
  simulation.runUntil(atSeconds(700));
  return simulation;
}

const update = (input: Record<string, unknown>) => ({
  call: 'lambda:UpdateEventSourceMapping',
  input: { UUID: 'Processor', ...input },
});

/** Of the last entry of a kind. */
function ask(world: World, kind: EntryKind): WhyAnswer {
  let entry = world.journal.length - 1;
  while (entry > 0 && world.journal.kindOf(entry) !== kind) entry--;
  expect(world.journal.kindOf(entry)).toBe(kind);
  return whyOf(world, { kind: 'entry', entry })[0]!;
}
const rulesOf = ({ chain }: WhyAnswer): string[] => chain.map(({ rule }) => rule.id);
const textOf = ({ chain }: WhyAnswer): string => chain.map(({ text }) => text).join('\n');

describe('[V80] why, of everything', () => {
  it('an asynchronous event: from the write over the rule to each attempt, the alarm and the queue', async () => {
    const { world } = await failing(alarmed('Dead'));
    expect(askEverything(world)).toEqual([]);
    const dropped = ask(world, Entry.requestDropped);
    expect(rulesOf(dropped)).toEqual(
      expect.arrayContaining(['F6', 'T2', 'S1', 'E1', 'D20', 'D22', 'F11']),
    );
    expect(textOf(dropped)).toMatch(
      /a was put[\s\S]*matches the rule all[\s\S]*attempt 3[\s\S]*went to dead/,
    );
    expect(dropped.otherwise).toEqual([expect.stringMatching(/^Had one of its three attempts/)]);
    const [alarm] = whyOf(world, { kind: 'alarm', alarm: 0 });
    expect(alarm!.question).toMatch(/^Why: The alarm broken on Errors is now OK/);
    const told = ask(world, Entry.alarmActionSent);
    expect(rulesOf(told).slice(-2)).toEqual(['M2', 'M4']);
    expect(textOf(told)).toMatch(/Notifier failed: it threw an error[\s\S]*ALARM[\s\S]*told pager/);
    expect(
      recordLife(world, 0).map(({ from, to, text }) => `${from.name} → ${to.name}: ${text}`),
    ).toEqual(
      expect.arrayContaining([
        'bus → Notifier: event matches rule all',
        'Notifier → dead: given up',
        expect.stringMatching(/^Notifier → Notifier: failed/),
      ]),
    );
    const [mail] = whyOf(world, { kind: 'target', target: 1 });
    expect(textOf(mail!)).toMatch(/b was put[\s\S]*by a rule of an event bus[\s\S]*mail/);
  });

  it('updates of a mapping: who asked for them, what they changed, what stood still meanwhile', async () => {
    const simulation = await openOrders({ traffic: [someTraffic({ perSecond: 1 })] });
    simulation.submit(update({ Enabled: false }), atSeconds(10));
    simulation.submit(update({ Enabled: true }), atSeconds(30));
    simulation.submit(update({ BatchSize: 3, ParallelizationFactor: 2 }), atSeconds(50));
    simulation.runUntil(atSeconds(52));
    const [updating] = whyOf(simulation.world, { kind: 'entry', entry: lastUpdating(simulation) });
    expect(updating!.otherwise).toEqual([expect.stringMatching(/^Had nobody called it/)]);
    simulation.runUntil(atSeconds(70));
    const { world } = simulation;
    expect(askEverything(world)).toEqual([]);
    expect(rulesOf(ask(world, Entry.mappingDisabled))).toEqual(['E37', 'E13']);
    expect(rulesOf(ask(world, Entry.mappingEnabled))).toEqual(['E37', 'E11']);
    const updated = ask(world, Entry.mappingUpdated);
    expect(textOf(updated)).toMatch(/updated: BatchSize 3, ParallelizationFactor 2\.$/);
    expect(rulesOf(ask(world, Entry.lanesChanged))).toEqual(['E37', 'E37', 'E39']);
  });

  it('a crash before the first effect is told as one, and stands on no rule about effects', async () => {
    const simulation = await openOrders({ traffic: [] });
    simulation.submit(startFault({ kind: 'CrashBeforeEffect', target: 'Processor' }), atSeconds(1));
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(2));
    simulation.runUntil(atSeconds(4));
    const crash = ask(simulation.world, Entry.invocationFailed);
    expect(textOf(crash)).toMatch(/Processor failed: it crashed before its first effect/);
    expect(rulesOf(crash)).toEqual(expect.arrayContaining(['F6', 'E5']));
    expect(rulesOf(crash)).not.toContain('F4');
    expect(crash.otherwise).toEqual(['Had Processor not crashed, the batch would have been done.']);
    simulation.runUntil(atSeconds(60));
    const later = ask(simulation.world, Entry.invocationStarted);
    expect(later.chain.filter(({ text }) => /attempt|failed/.test(text)).length).toBeLessThan(7);
    const last = Number(/attempt (\d+)/.exec(later.chain.at(-1)!.text)![1]);
    const starts = later.chain.filter(({ text }) => /received/.test(text));
    const leftOut = later.chain.map(({ attemptsBefore = 0 }) => attemptsBefore);
    expect(starts.length + leftOut.reduce((sum, n) => sum + n)).toBe(last);
    expect(Math.max(...leftOut)).toBeGreaterThan(0);
  });

  it('of a reader that fails for hours: at once, with the first attempt and the last', async () => {
    const simulation = await openOrders({ traffic: [] });
    const poison = { kind: 'Poison', target: 'Processor' };
    simulation.submit(startFault({ ...poison, match: { id: { S: 'x' } } }), atSeconds(1));
    simulation.submit(startFault({ ...poison, match: { id: { S: 'y' } } }), atSeconds(1));
    simulation.submit(put({ id: { S: 'x' } }), atSeconds(2));
    simulation.runUntil(atSeconds(36_000));
    const { world } = simulation;
    const begun = process.cpuUsage();
    const failed = ask(world, Entry.invocationFailed);
    const { user } = process.cpuUsage(begun);
    expect(user / 1_000).toBeLessThan(500);
    expect(textOf(failed)).toMatch(/^x is poisoned[\s\S]*x was put[\s\S]*attempt \d\d\d/);
    expect(textOf(failed)).not.toContain('y is poisoned');
    expect(failed.chain.length).toBeLessThan(12);
  });

  it.each(['stream-tells'])('in the lab %s', async (id) => {
    const simulation = await openBuiltIn(id);
    simulation.runUntil(atSeconds(30));
    expect(askEverything(simulation.world)).toEqual([]);
  });
});

function lastUpdating({ world }: Simulation): number {
  let entry = world.journal.length - 1;
  while (world.journal.kindOf(entry) !== Entry.mappingUpdating) entry--;
  return entry;
}

describe('[V80] what would have had to be different, made different in the engine', () => {
  const count = ({ world }: Simulation, kind: EntryKind): number => entriesOf(world, kind).length;
  const alarms = ({ world }: Simulation): number =>
    entriesOf(world, Entry.alarmChanged).filter(({ b }) => ALARM_STATES[b] === 'ALARM').length;

  it('an alarm’s Threshold', async () => {
    const was = await failing(alarmed('Dead'));
    const [toAlarm] = entriesOf(was.world, Entry.alarmActionSent);
    expect(toAlarm).toBeDefined();
    const answers = whyOf(was.world, { kind: 'entry', entry: toAlarm!.cause });
    expect(answers[0]!.otherwise.join()).toMatch(/Had its Threshold lain beyond/);
    expect(alarms(was)).toBeGreaterThan(0);
    expect(alarms(await failing(alarmed('Dead', { threshold: 100 })))).toBe(0);
  });

  it('a dead-letter queue', async () => {
    const was = await failing(alarmed());
    expect(ask(was.world, Entry.requestDropped).otherwise.join()).toMatch(/DeadLetterConfig/);
    expect(was.world.state.targets[2]!.size).toBe(0);
    expect((await failing(alarmed('Dead'))).world.state.targets[2]!.size).toBe(1);
  });

  /** One poisoned order among others, in the small lab of orders. */
  async function poisoned(more: Parameters<typeof aMapping>[0]): Promise<Simulation> {
    const simulation = await openOrders({
      traffic: [],
      eventSourceMappings: [aMapping({ batchSize: 10, ...more })],
    });
    const match = { id: { S: 'x' } };
    simulation.submit(startFault({ kind: 'Poison', target: 'Processor', match }), atSeconds(1));
    for (let i = 0; i < 30; i++) simulation.submit(put({ id: { S: `i${i}` } }), atSeconds(2));
    simulation.submit(put({ id: { S: 'x' } }), atSeconds(2));
    simulation.runUntil(atSeconds(30));
    return simulation;
  }
  it.each([
    ['MaximumRetryAttempts', { maximumRetryAttempts: 1 }],
    ['BisectBatchOnFunctionError', { bisectBatchOnFunctionError: true, maximumRetryAttempts: 1 }],
  ])('%s, for a record that waits', async (setting, more) => {
    const was = await poisoned({});
    const { changes, items } = was.world;
    const numbers = [...Array(changes.at.length).keys()];
    const x = numbers.find((n) => items.label.get(changes.item.get(n)) === 'x')!;
    const answers = whyOf(was.world, { kind: 'record', change: x });
    const waits = answers.find(({ question }) => /^Why has Processor not processed/.test(question));
    expect(waits!.otherwise.join()).toContain(setting);
    expect(count(was, Entry.recordsDiscarded)).toBe(0);
    expect(count(await poisoned(more), Entry.recordsDiscarded)).toBe(1);
  });

  it('MaximumRetryAttempts, for records that were given up', async () => {
    const was = await poisoned({ maximumRetryAttempts: 1 });
    expect(ask(was.world, Entry.recordsDiscarded).otherwise.join()).toMatch(
      /Had MaximumRetryAttempts been more than 1/,
    );
    const now = await poisoned({ maximumRetryAttempts: 10 });
    expect(count(now, Entry.recordsDiscarded)).toBe(0);
    expect(count(now, Entry.retryScheduled)).toBeGreaterThan(count(was, Entry.retryScheduled));
  });

  it('MaximumBatchingWindowInSeconds, for a batch that came at once', async () => {
    const write = async (maximumBatchingWindowMs: number) => {
      const eventSourceMappings = [aMapping({ maximumBatchingWindowMs })];
      const simulation = await openOrders({ eventSourceMappings });
      simulation.runUntil(atSeconds(30));
      return simulation;
    };
    const was = await write(0);
    expect(ask(was.world, Entry.invocationStarted).otherwise.join()).toMatch(
      /Had MaximumBatchingWindowInSeconds been more than 0/,
    );
    expect(count(await write(5_000), Entry.batchSent)).toBeLessThan(count(was, Entry.batchSent));
  });

  it('a table that sends nothing to Kinesis has no copies there', async () => {
    const was = await openBuiltIn('kinesis');
    was.runUntil(atSeconds(10));
    expect(askEverything(was.world)).toEqual([]);
    expect(ask(was.world, Entry.kinesisRecordAppended).otherwise.join()).toMatch(
      /streaming destination|copy/,
    );
    const { kinesisDestination: _, ...table } = was.world.definition.tables[0]!;
    const now = await openSimulation({ ...was.world.definition, tables: [table] });
    now.runUntil(atSeconds(10));
    expect(count(now, Entry.kinesisRecordAppended)).toBe(0);
  });
});
