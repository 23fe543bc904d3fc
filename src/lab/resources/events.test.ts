import { describe, expect, it } from 'vitest';
import { openSimulation } from '../../engine/index.ts';
import { busEvent } from '../../engine/lambda/events/busEvent.ts';
import { onFailureDocument } from '../../engine/lambda/mapping/onFailureDocument.ts';
import { judgeLaws } from '../../engine/laws/laws.ts';
import { atSeconds, Entry, entriesOf, put } from '../../engine/testing/definitions.ts';
import { report } from '../../projections/report/report.ts';
import { definitionOf, errorsOf, ORDERS, processor } from '../testing/readings.ts';
import { writeLab } from '../writing/writeLab.ts';

const QUIET = 'Metadata: { Shardscope: { Version: 1 } }\n';
const pipe = (more = '', target = '!GetAtt Bus.Arn', parameters = '') => `  Shipping:
    Type: AWS::Pipes::Pipe
    Properties:
      RoleArn: arn:aws:iam::123456789012:role/pipe
      Source: !GetAtt Orders.StreamArn
      SourceParameters:
        FilterCriteria: { Filters: [ { Pattern: '{"eventName":["INSERT"]}' } ] }
        DynamoDBStreamParameters:
          StartingPosition: TRIM_HORIZON
${more}      Target: ${target}
${parameters}`;
const BUS = '  Bus: { Type: AWS::Events::EventBus, Properties: { Name: orders-bus } }\n';
const QUEUES = '  New: { Type: AWS::SQS::Queue }\n  Dead: { Type: AWS::SQS::Queue }\n';
const rule = (pattern: string) => `  NewOrders:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: !Ref Bus
      EventPattern: ${pattern}
      Targets: [ { Id: one, Arn: !GetAtt New.Arn } ]
`;

const lab = (...parts: string[]) => `${QUIET}Resources:\n${ORDERS}${parts.join('')}`;

async function run(text: string, until: number, items: [number, string, string][]) {
  const simulation = await openSimulation(definitionOf(text));
  for (const [at, id, status] of items) {
    simulation.submit(put({ id: { S: id }, status: { S: status } }), atSeconds(at));
  }
  simulation.runUntil(atSeconds(until));
  return simulation;
}

describe('a pipe', () => {
  it('[E48] reads a stream, filters it and sends each record to its target', async () => {
    const parameters = `      TargetParameters:
        EventBridgeEventBusParameters: { Source: shop.orders, DetailType: OrderPlaced }
`;
    const text = lab(
      pipe('', undefined, parameters),
      BUS,
      QUEUES,
      rule('{ source: [ shop.orders ] }'),
    );
    const simulation = await run(text, 20, [
      [1, 'a', 'new'],
      [2, 'b', 'new'],
      [3, 'a', 'paid'],
    ]);
    const { consumers, targets, cost } = report(simulation);
    expect(consumers.Shipping).toMatchObject({
      kind: 'Pipe',
      source: 'Orders',
      records: { succeeded: 2, filtered: 1 },
    });
    expect([targets.Bus!.effects, targets.New!.size]).toEqual([2, 2]);
    expect(cost.lines.map((line) => line.for)).toContain('Shipping pipe requests');
    expect(cost.lines.some((line) => line.unit === 'GB-second')).toBe(false);
    const event = busEvent(simulation.world, 0);
    expect(event).toMatchObject({
      source: 'shop.orders',
      'detail-type': 'OrderPlaced',
      detail: { eventName: 'INSERT', dynamodb: { Keys: { id: { S: 'a' } } } },
    });
  });

  it('[D21] names itself where it is not told otherwise', async () => {
    const simulation = await run(lab(pipe(), BUS), 10, [[1, 'a', 'new']]);
    const event = busEvent(simulation.world, 0);
    expect([event.source, event['detail-type']]).toEqual([
      'Pipe Shipping',
      'Event from aws:dynamodb',
    ]);
  });

  it('[E49] gives up after its attempts, with a dead letter of its own shape', async () => {
    const more = `          MaximumRetryAttempts: 2
          OnPartialBatchItemFailure: AUTOMATIC_BISECT
          DeadLetterConfig: { Arn: !GetAtt Dead.Arn }
`;
    const text = lab(pipe(more, '!GetAtt New.Arn'), QUEUES);
    const definition = definitionOf(text);
    expect(definition.eventSourceMappings[0]!.bisectBatchOnFunctionError).toBe(true);
    const simulation = await openSimulation(definition);
    simulation.submit({
      call: 'shardscope:StartFault',
      input: { kind: 'Unavailable', target: 'New' },
    });
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
    simulation.runUntil(atSeconds(60));
    const { world } = simulation;
    expect(world.state.mappings[0]!.meters).toMatchObject({ started: 3, discarded: 1 });
    expect(onFailureDocument(world, 0)).toMatchObject({
      context: {
        partnerResourceArn: 'arn:aws:pipes:us-east-1:123456789012:pipe/Shipping',
        condition: 'RetryAttemptsExhausted',
      },
      version: '1.0',
      DDBStreamBatchInfo: { batchSize: 1 },
    });
  });

  it('[E50] waits for the function that enriches its batches, and fails when that does', async () => {
    const enriched = lab(
      pipe('', '!GetAtt New.Arn', '      Enrichment: !GetAtt Enricher.Arn\n'),
      QUEUES,
      '  Enricher: { Type: AWS::Lambda::Function, Properties: { Runtime: nodejs24.x } }\n',
    );
    const simulation = await openSimulation(definitionOf(enriched));
    const fault = { kind: 'Error', target: 'Enricher' };
    simulation.submit({ call: 'shardscope:StartFault', input: fault });
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
    simulation.runUntil(atSeconds(10));
    expect(simulation.world.state.mappings[0]!.meters.failed).toBeGreaterThan(1);
    simulation.submit({ call: 'shardscope:StopFault', input: fault });
    simulation.runUntil(atSeconds(60));
    expect(simulation.world.state.targets[0]!.size).toBe(1);
  });

  it('[E48] invokes a function of the template directly', async () => {
    const text = lab(
      pipe('', '!GetAtt Handler.Arn'),
      '  Handler: { Type: AWS::Lambda::Function, Properties: { Runtime: nodejs24.x } }\n',
    );
    const simulation = await run(text, 10, [[1, 'a', 'new']]);
    expect(Object.keys(report(simulation).consumers)).toEqual(['Shipping']);
    expect(simulation.world.state.functions.map(({ id }) => id)).toEqual(['Handler']);
    expect(simulation.world.state.mappings[0]!.meters.succeeded).toBe(1);
  });

  it('[L5] out of range is refused', () => {
    const more = '          MaximumBatchingWindowInSeconds: 301\n';
    expect(errorsOf(lab(pipe(more), BUS))[0]).toContain('301 is above the maximum 300');
  });
});

describe('a rule', () => {
  it('[D20] takes what its pattern matches, and nothing when it is disabled', async () => {
    const paid = rule('{ detail: { dynamodb: { NewImage: { status: { S: [ paid ] } } } } }');
    const items: [number, string, string][] = [
      [1, 'a', 'new'],
      [2, 'b', 'paid'],
    ];
    const simulation = await run(lab(pipe(), BUS, QUEUES, paid), 20, items);
    expect(simulation.world.state.eventRules).toEqual([
      { id: 'NewOrders', matched: 1, invoked: 0 },
    ]);
    const off = `${paid}      State: DISABLED\n`;
    const none = await run(lab(pipe(), BUS, QUEUES, off), 20, items);
    expect(none.world.state.eventRules[0]!.matched).toBe(0);
    expect(entriesOf(simulation.world, Entry.eventRouted)).toHaveLength(1);
  });

  it('[L5] with a malformed pattern is an error', () => {
    expect(errorsOf(lab(pipe(), BUS, QUEUES, rule('{ source: shop }')))[0]).toContain(
      'must hold an array or an object',
    );
  });
});

const ALARM = `  Behind:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/Lambda
      MetricName: IteratorAge
      Dimensions: [ { Name: FunctionName, Value: !Ref OrderProcessor } ]
      Statistic: Maximum
      Period: 60
      EvaluationPeriods: 2
      Threshold: 30000
      ComparisonOperator: GreaterThanThreshold
      AlarmActions: [ !Ref Pager ]
      OKActions: [ !Ref Pager ]
  Pager: { Type: AWS::SNS::Topic }
`;

describe('an alarm', () => {
  const text = `${lab(processor(), ALARM)}`;

  it('[M2] [M4] goes off when the metric breaches in so many periods, and tells a topic', async () => {
    const simulation = await openSimulation(definitionOf(text));
    const { world } = simulation;
    const fault = { kind: 'Error', target: 'OrderProcessor' };
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
    simulation.runUntil(atSeconds(61));
    expect(world.state.alarms[0]!.state).toBe('OK');
    simulation.submit({ call: 'shardscope:StartFault', input: fault });
    simulation.submit(put({ id: { S: 'b' } }));
    simulation.runUntil(atSeconds(400));
    expect(world.state.alarms[0]!.state).toBe('ALARM');
    simulation.submit({ call: 'shardscope:StopFault', input: fault });
    for (let at = 401; at < 800; at += 10) {
      simulation.submit(put({ id: { S: `later ${at}` } }), atSeconds(at));
    }
    simulation.runUntil(atSeconds(800));
    expect(world.state.alarms[0]!.state).toBe('OK');
    expect(world.state.targets[0]!.size).toBe(3);
    const changes = entriesOf(world, Entry.alarmChanged);
    expect(changes.map(({ b }) => b)).toEqual([1, 2, 1]);
    expect(changes.every(({ at }) => at % 60_000_000 === 0)).toBe(true);
    expect(judgeLaws(world).every(({ verdict }) => verdict === 'holds')).toBe(true);
  });

  it('[M3] has insufficient data where the metric has none', async () => {
    const simulation = await openSimulation(definitionOf(text));
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(1));
    simulation.runUntil(atSeconds(400));
    expect(simulation.world.state.alarms[0]!.state).toBe('INSUFFICIENT_DATA');
    const fine = await openSimulation(
      definitionOf(
        text.replace('Threshold: 30000', 'Threshold: 30000\n      TreatMissingData: notBreaching'),
      ),
    );
    fine.runUntil(atSeconds(400));
    expect(fine.world.state.alarms[0]!.state).toBe('OK');
  });

  it('[L9] on anything else is named and idle', () => {
    const other = text.replace('AWS/Lambda', 'AWS/DynamoDB');
    const { alarms, inert } = definitionOf(other);
    expect(alarms).toBeUndefined();
    expect(inert.some((line) => line.startsWith('Behind: only alarms'))).toBe(true);
  });
});

it('[L13] pipes, rules and alarms are written as they were read', () => {
  const more = '          DeadLetterConfig: { Arn: !GetAtt Dead.Arn }\n          BatchSize: 7\n';
  const machine = '  Flow: { Type: AWS::StepFunctions::StateMachine }\n';
  const text = lab(pipe(more), BUS, QUEUES, machine, rule('{ source: [ a ] }'), processor(), ALARM);
  const definition = definitionOf(text);
  const again = definitionOf(writeLab(definition));
  const sorted = (one: typeof definition) => ({
    ...one,
    inert: [],
    functions: one.functions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    eventSourceMappings: one.eventSourceMappings.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  });
  expect(sorted(again)).toEqual({ ...sorted(definition), title: again.title });
});
