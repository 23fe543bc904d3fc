/** The report's words, checked against one another and against the logs over many seeds. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Entry } from '../../engine/kernel/journal.ts';
import { hours, instant, minutes, seconds } from '../../engine/kernel/time.ts';
import { openSimulation, type Simulation } from '../../engine/simulation.ts';
import { builtInLab } from '../../lab/builtIn/index.ts';
import { readLab } from '../../lab/readLab.ts';
import { knownAssumptions } from './assumptions.ts';
import { percentiles } from './percentiles.ts';
import { type Report, report } from './report.ts';

/** Everything that can go wrong, at a seed; the even half of the kinds at even seeds, and so on. */
const FAULTS = [
  '{ At: 20s, For: 20s, Target: OrderProcessor, Kind: Error }',
  '{ At: 50s, For: 10s, Target: OrderProcessor, Kind: Throttle }',
  '{ Target: OrderProcessor, Kind: CrashAfterEffect, Probability: 0.1 }',
  '{ At: 30s, For: 40s, Target: OrderProcessor, Kind: Poison, Match: { id: { S: "order#3" } } }',
  '{ At: 70s, For: 20s, Target: ProductIndex, Kind: Unavailable }',
  '{ At: 90s, For: 20s, Target: OrderProcessor, Kind: Slow, Factor: 200 }',
  '{ At: 60s, Target: Orders, Kind: SplitPartition }',
];
const SETTINGS = [
  'MaximumRetryAttempts: 2',
  'MaximumRecordAgeInSeconds: 60',
  'BisectBatchOnFunctionError: true',
  'ParallelizationFactor: 3',
  'FunctionResponseTypes: [ ReportBatchItemFailures ]',
  'MaximumBatchingWindowInSeconds: 2',
  `FilterCriteria: { Filters: [ { Pattern: '{"eventName":["INSERT","MODIFY"]}' } ] }`,
  'DestinationConfig: { OnFailure: { Destination: !GetAtt Failures.Arn } }',
];

/** A lab with two streams, two functions, three targets and a scan, and some faults and settings. */
function swarmLab(seed: number): string {
  const some = (list: readonly string[], salt: number): string[] =>
    list.filter((_, i) => ((Math.imul(seed + salt, 2_654_435_761) >>> (i + 3)) & 1) === 1);
  const faults = some(FAULTS, 1).map((fault) => `\n      - ${fault}`);
  const settings = some(SETTINGS, 2).map((setting) => `\n            ${setting}`);
  return `Metadata:
  Shardscope:
    Seed: ${seed}
    Until: 3m
    Traffic:
      - { Table: Orders, PerSecond: 6, For: 2m, Keys: { Count: 10, Prefix: "order#" }, Mix: { Insert: 20, Modify: 55, Remove: 15, NoOp: 10 }, ItemBytes: 200 }
    Functions:
      OrderProcessor: { Effects: [ { Do: IndexDocuments, Target: ProductIndex, Idempotency: ExternalVersion }, { Do: Notify, Target: Mail }, { Do: AuditLog, Target: Audit } ] }
      KinesisReader: { Effects: [ { Do: IndexDocuments, Target: ProductIndex }, { Do: Notify, Target: Mail } ] }
    Pollers: { Scan: { Table: Orders, Every: 7s } }
    Goals: [ { Law: EffectsOnce, Of: OrderProcessor }, { Law: NothingLost, Of: OrderProcessor }, { Law: OrderKept, Of: OrderProcessor }, { Law: Converged, Of: ProductIndex }, { Law: Nonsense, Of: Audit } ]
    Faults:${faults.length > 0 ? faults.join('') : ' []'}
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [ { AttributeName: id, AttributeType: S } ]
      KeySchema: [ { AttributeName: id, KeyType: HASH } ]
      StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
      KinesisStreamSpecification: { StreamArn: !GetAtt Changes.Arn }
  Changes: { Type: AWS::Kinesis::Stream, Properties: { ShardCount: 2 } }
  OrderProcessor:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Orders:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Orders.StreamArn
            StartingPosition: TRIM_HORIZON
            BatchSize: 10${settings.join('')}
  KinesisReader:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Changes: { Type: Kinesis, Properties: { Stream: !GetAtt Changes.Arn, StartingPosition: TRIM_HORIZON } }
  ProductIndex: { Type: AWS::OpenSearchService::Domain }
  Mail: { Type: AWS::SES::EmailIdentity }
  Audit: { Type: AWS::S3::Bucket }
  Failures: { Type: AWS::SQS::Queue }
`;
}

async function open(text: string): Promise<Simulation> {
  const reading = readLab(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return openSimulation(reading.definition);
}

async function reportOf(text: string, until = minutes(3)): Promise<Report> {
  const simulation = await open(text);
  simulation.runUntil(instant(until));
  return report(simulation);
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);

const seeds = Array.from({ length: 24 }, (_, i) => i + 1);

describe.each(seeds)('a lab with faults, seed %d', (seed) => {
  it('[R1] [R2] [R3] [R4] [R5] [R8] [R9] adds up at every instant', async () => {
    const simulation = await open(swarmLab(seed));
    for (const at of [1, 25, 64, 119.5, 180]) {
      simulation.runUntil(instant(seconds(at)));
      const document = report(simulation);
      expect(document.laws.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
      checkConsumers(document);
      checkTables(document, simulation);
    }
    checkRepeats(report(simulation));
  });
});

/** Repeats at targets are the duplicates of consumers. */
function checkRepeats({ consumers, targets }: Report): void {
  const duplicates = Object.values(consumers).map(({ records }) => records.duplicates);
  const repeats = Object.values(targets).map(({ repeatedEffects }) => repeatedEffects);
  expect(sum(duplicates)).toBe(sum(repeats));
}

function checkConsumers({ consumers, streams, kinesisStreams }: Report): void {
  const { records } = streams.Orders!;
  const { records: arrived, duplicates } = kinesisStreams.Changes!;
  const sourceChanges = {
    OrderProcessor: sum(Object.values(records)),
    KinesisReader: arrived - duplicates,
  };
  for (const [id, changes] of Object.entries(sourceChanges)) {
    const { records: r, invocations: i } = consumers[id]!;
    expect(r.succeeded + r.filtered + r.discarded + r.expired + r.pending).toBe(changes);
    expect(r.received).toBe(r.distinct + r.redelivered);
    expect(i.started).toBe(i.succeeded + i.failed + i.partial + i.timedOut + i.inFlight);
  }
}

function checkTables({ tables, pollers, streams }: Report, { world }: Simulation): void {
  const { writes, partitions, items } = tables.Orders!;
  const arrived = [Entry.itemPut, Entry.itemUpdated, Entry.itemDeleted, Entry.noOpWritten];
  let inJournal = 0;
  for (let entry = 0; entry < world.journal.length; entry++) {
    if ((arrived as number[]).includes(world.journal.kindOf(entry))) inJournal++;
  }
  expect(sum(Object.values(writes))).toBe(inJournal);
  expect(sum(partitions.filter(({ open }) => open).map((p) => p.items))).toBe(items);
  const changes = sum(Object.values(streams.Orders!.records));
  expect(sum(streams.Orders!.shards.map((shard) => shard.records))).toBe(changes);
  const { seen, missed, pending } = pollers.Scan!;
  expect(seen + sum(Object.values(missed)) + pending).toBe(changes);
}

describe('the report', () => {
  it('[R6] takes percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentiles(hundred)).toEqual({ p50: 50, p99: 99, max: 100 });
    expect(percentiles([7])).toEqual({ p50: 7, p99: 7, max: 7 });
    expect(percentiles([1, 2])).toEqual({ p50: 1, p99: 2, max: 2 });
    expect(percentiles([])).toEqual({ p50: null, p99: null, max: null });
  });

  it('[R14] measures from commit to the first completed effect', async () => {
    const simulation = await open(builtInLab('todos')!.text);
    simulation.runUntil(instant(minutes(1)));
    const at = (kind: number): number[] =>
      Array.from({ length: simulation.world.journal.length }, (_, entry) => entry)
        .map((entry) => simulation.world.journal.read(entry))
        .filter((entry) => entry.kind === kind)
        .map((entry) => entry.at);
    const commits = [...at(Entry.itemPut), ...at(Entry.itemUpdated)];
    const latencies = at(Entry.effectCompleted).map((end, i) => (end - commits[i]!) / 1_000);
    const { latencyMs, iteratorAgeMs } = report(simulation).consumers.TodoIndexer!;
    expect(latencies).toHaveLength(2);
    expect(latencyMs).toEqual({
      p50: Math.min(...latencies),
      p99: Math.max(...latencies),
      max: Math.max(...latencies),
    });
    expect(iteratorAgeMs.max).toBeLessThan(latencyMs.max!);
  });

  it('[R7] a target diverges on each key or change that is not as the changes make it', async () => {
    const whole = await open(builtInLab('orders')!.text);
    whole.runUntil(instant(seconds(60)));
    const input = { kind: 'Error', target: 'OrderProcessor' };
    whole.submit({ call: 'shardscope:StartFault', input });
    whole.runUntil(instant(seconds(90)));
    const { targets, consumers } = report(whole);
    const { pending } = consumers.OrderProcessor!.records;
    expect(pending).toBeGreaterThan(10);
    expect(targets.AuditBucket!.diverged).toBe(pending);
    expect(targets.Confirmations!.diverged).toBe(pending);
    expect(targets.ProductIndex!.diverged).toBeGreaterThan(0);
    expect(targets.ProductIndex!.diverged).toBeLessThanOrEqual(pending);
  });

  it('[R12] is the same document for the same lab and seed, and another for another', async () => {
    const [one, two, other] = await Promise.all([
      reportOf(swarmLab(5)),
      reportOf(swarmLab(5)),
      reportOf(swarmLab(5).replace('Seed: 5', 'Seed: 6')),
    ]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
    expect(one!.digest).toMatch(/^[0-9a-f]{64}$/u);
    expect(other!.digest).not.toBe(one!.digest);
  });

  it('[R13] names only rules that SPEC.md calls assumed', async () => {
    const rows = readFileSync('src/SPEC.md', 'utf8').matchAll(/^\| \[(\w+)\] \|.*\| (.+?) \|$/gmu);
    const assumed = [...rows].filter(([, , from]) => from!.includes('assumed')).map(([, id]) => id);
    expect(knownAssumptions.filter((id) => !assumed.includes(id))).toEqual([]);
    const { assumptions } = await reportOf(builtInLab('kinesis')!.text);
    expect(assumptions).toEqual(expect.arrayContaining(['K3', 'K4', 'K5', 'S2', 'T4']));
    expect((await reportOf(builtInLab('todos')!.text)).assumptions).not.toContain('K3');
  });

  it('[R15] judges goals, and says when it cannot', async () => {
    const calm = swarmLab(1).replace(/Faults:[\s\S]*?Resources:/u, 'Faults: []\nResources:');
    const { goals } = await reportOf(calm);
    expect(goals.map(({ law, verdict }) => `${law} ${verdict}`)).toEqual([
      'EffectsOnce holds',
      'NothingLost holds',
      'OrderKept holds',
      expect.stringMatching(/^Converged /u),
      'Nonsense unknown',
    ]);
    const crash = '{ Target: OrderProcessor, Kind: CrashAfterEffect, Probability: 0.2 }';
    const crashing = await reportOf(calm.replace('Faults: []', `Faults: [ ${crash} ]`));
    expect(crashing.goals[0]).toMatchObject({ law: 'EffectsOnce', verdict: 'broken' });
    expect(crashing.goals[0]!.witness).toMatch(/^\d+ effects were repeated and 0 were lost$/u);
  });

  it('[R16] lists what the run would cost, line by line', async () => {
    const { cost, tables, pollers } = await reportOf(builtInLab('orders')!.text, minutes(10));
    const lines = new Map(cost.lines.map((line) => [line.for, line]));
    expect(lines.get('Orders writes')).toMatchObject({
      quantity: tables.Orders!.wcu,
      usd: tables.Orders!.wcu * 0.625e-6,
      assumed: false,
    });
    expect(lines.get('ThirtySecondScan reads')!.quantity).toBe(pollers.ThirtySecondScan!.rru);
    expect(cost.usd).toBeCloseTo(sum(cost.lines.map(({ usd }) => usd)), 15);
  });

  it('has a day of shards, partitions and trimmed records in it', async () => {
    const day = `${builtInLab('orders')!.text.replace('PerSecond: 3', 'PerSecond: 0.1')}`;
    const { streams, tables } = await reportOf(day, hours(25));
    const { shards, trimmed } = streams.Orders!;
    expect(trimmed).toBeGreaterThan(0);
    expect(shards.filter(({ open }) => open)).toHaveLength(tables.Orders!.partitions.length);
    const ids = new Set(shards.map(({ id }) => id));
    for (const { parent } of shards) expect(parent === null || ids.has(parent)).toBe(true);
    expect(shards.length).toBeGreaterThan(20);
  });
});
