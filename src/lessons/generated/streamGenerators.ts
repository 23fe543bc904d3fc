/** Questions about shards, batches, failures, and what waits. */
import { ordersLab, put, update } from '../practice/ordersLab.ts';
import type { Generator } from './generator.ts';

const orders = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `order#${n + 1}`);

const attempts: Generator = {
  id: 'attempts',
  title: 'How many attempts',
  make(roll) {
    const count = roll.whole(2, 5);
    const poison = roll.whole(1, count);
    const retries = roll.whole(0, 4);
    return {
      claims: ['11.9'],
      exams: [{ exam: 'DVA-C02', domain: 4 }],
      lab: ordersLab({
        commands: orders(count).map((id, n) => put(`${n * 400 + 500}ms`, id)),
        mapping: { BatchSize: 1, MaximumRetryAttempts: retries },
        section: {
          Faults: [{ Target: 'Indexer', Kind: 'Poison', Match: { id: { S: `order#${poison}` } } }],
        },
      }),
      until: '10m',
      seconds: 8,
      rules: ['E7'],
      question: { kind: 'estimate', measure: 'log.invocationStarted', within: 1 },
      words: {
        title: 'How often is it invoked?',
        text: [
          `${count} orders are put. The mapping reads one record at a time, with \`MaximumRetryAttempts\` ${retries}. The function always fails on \`order#${poison}\`, and on no other.`,
        ],
        ask: 'How many invocations are there in all?',
        unit: 'invocations',
        after: [
          'One for each record, and {consumers.Indexer.invocations.retries} more for the one that fails: the first attempt is no retry. Then it is given up, and the shard moves on.',
        ],
      },
    };
  },
};

const bisected: Generator = {
  id: 'bisect',
  title: 'What splitting a batch saves',
  make(roll) {
    const count = roll.whole(2, 8);
    const poison = roll.whole(1, count);
    const isSplit = roll.percent(60);
    return {
      claims: ['11.12'],
      exams: [{ exam: 'DOP-C02', domain: 3 }],
      lab: ordersLab({
        commands: orders(count).map((id, n) => put(`${n * 20 + 500}ms`, id)),
        mapping: {
          BatchSize: 100,
          MaximumBatchingWindowInSeconds: 2,
          MaximumRetryAttempts: 0,
          BisectBatchOnFunctionError: isSplit,
        },
        section: {
          Faults: [{ Target: 'Indexer', Kind: 'Poison', Match: { id: { S: `order#${poison}` } } }],
        },
      }),
      until: '5m',
      seconds: 8,
      rules: ['E7'],
      question: { kind: 'estimate', measure: 'consumers.Indexer.records.discarded', within: 1 },
      words: {
        title: 'How many are given up?',
        text: [
          `${count} orders are put at once and come in one batch. The function fails on every batch that holds \`order#${poison}\`. \`MaximumRetryAttempts\` is 0, \`BisectBatchOnFunctionError\` is ${isSplit}.`,
        ],
        ask: 'How many records are given up?',
        unit: 'records',
        after: [
          'Without splitting, the whole batch fails and is given up. With it, halves are tried by themselves, and splitting uses up no retry: in the end the one record is alone.',
        ],
      },
    };
  },
};

const waiting: Generator = {
  id: 'iterator-age',
  title: 'How old is what waits',
  make(roll) {
    const seconds = roll.whole(2, 6);
    const count = roll.whole(4, 8);
    const until = roll.whole(10, 20);
    return {
      claims: ['11.17'],
      exams: [{ exam: 'DOP-C02', domain: 4 }],
      lab: ordersLab({
        commands: orders(count).map((id, n) => put(`${n + 1}s`, id)),
        mapping: { BatchSize: 1 },
        behaviour: { DurationMs: { P50: seconds * 1_000, P99: seconds * 1_000 } },
      }),
      until: `${until}s`,
      rules: ['E2'],
      question: { kind: 'estimate', measure: 'consumers.Indexer.records.pending', within: 1.34 },
      words: {
        title: 'How far behind is it?',
        text: [
          `${count} orders are put, one a second, the first after one second. The function takes ${seconds} seconds for each, and its mapping gives it one record at a time.`,
        ],
        ask: `How many records are not done with after ${until} seconds?`,
        unit: 'records',
        after: [
          'In one shard, one batch follows another. The oldest record that waits is {mappings.Indexer.oldestWaitingMs} ms old. A larger batch, more lanes or a quicker function would help; a longer timeout would not.',
        ],
      },
    };
  },
};

const readable: Generator = {
  id: 'trimmed',
  title: 'What can still be read',
  make(roll) {
    const hours = Array.from({ length: roll.whole(4, 8) }, () => roll.whole(0, 29)).sort(
      (a, b) => a - b,
    );
    return {
      claims: ['11.1'],
      exams: [{ exam: 'DEA-C01', domain: 2 }],
      lab: ordersLab({
        commands: hours.map((hour, n) => put(`${hour * 60 + 5 + n}m`, `order#${n + 1}`)),
        section: { Until: '30h' },
      }),
      until: '30h',
      seconds: 8,
      rules: ['S6'],
      question: { kind: 'estimate', measure: 'shards.Orders.records', within: 1 },
      words: {
        title: 'What can still be read?',
        text: [
          `Orders are put in these hours after the start: ${hours.join(', ')}. In each, some minutes past the hour. Nothing else is written.`,
        ],
        ask: 'How many records can still be read from the stream after 30 hours?',
        unit: 'records',
        after: [
          'A record lives 24 hours, and no setting changes that. {streams.Orders.trimmed} are gone, whether or not somebody has read them.',
        ],
      },
    };
  },
};

const deadLetters: Generator = {
  id: 'dead-letters',
  title: 'What is in the queue',
  make(roll) {
    const count = roll.whole(3, 6);
    const poisons = orders(count).filter(() => roll.percent(40));
    return {
      claims: ['11.10'],
      exams: [{ exam: 'DVA-C02', domain: 1 }],
      lab: ordersLab({
        commands: orders(count).map((id, n) => put(`${n * 2 + 1}s`, id)),
        mapping: {
          BatchSize: 1,
          MaximumRetryAttempts: roll.whole(0, 2),
          DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Failed', 'Arn'] } } },
        },
        section: {
          Faults: poisons.map((id) => ({
            Target: 'Indexer',
            Kind: 'Poison',
            Match: { id: { S: id } },
          })),
        },
        resources: { Failed: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failed' } } },
      }),
      until: '10m',
      seconds: 8,
      rules: ['E7'],
      question: { kind: 'estimate', measure: 'targets.Failed.size', within: 1 },
      words: {
        title: 'What is in the queue?',
        text: [
          `${count} orders are put, and read one at a time. The function fails on these, whenever it gets them: ${poisons.map((id) => `\`${id}\``).join(', ') || 'none'}. The mapping tries few times and has the queue \`Failed\` as its on-failure destination.`,
        ],
        ask: 'How many messages are in the queue in the end?',
        unit: 'messages',
        after: [
          'One for each batch that was given up. A message tells where the records are, in which shard and from which sequence number on; the records themselves are in the stream, for 24 hours.',
        ],
      },
    };
  },
};

const sameShard: Generator = {
  id: 'which-shard',
  title: 'Which shard',
  make(roll) {
    const ids = orders(roll.whole(3, 6));
    const again = roll.pick(ids);
    const added = (shard: number) => [
      { measure: `streams.Orders.shards.${shard}.records`, since: 'step', is: 1 } as const,
    ];
    return {
      claims: ['12.5'],
      exams: [{ exam: 'DBS-C01', domain: 1 }],
      lab: ordersLab({
        commands: [
          ...ids.map((id, n) => put(`${n * 100 + 500}ms`, id)),
          update('4s', again, { status: 'paid' }),
        ],
        table: { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 2_000 } },
      }),
      from: '3s',
      until: '6s',
      lookAt: ['stream:Orders'],
      rules: ['S2'],
      question: {
        kind: 'one',
        choices: [0, 1, 2].map((shard) => ({ id: `shard${shard + 1}`, holds: added(shard) })),
      },
      words: {
        title: 'Into which shard?',
        text: [
          `The table has three partitions, and the stream a shard for each. These orders have been put: ${ids.map((id) => `\`${id}\``).join(', ')}. Look where their records lie.`,
        ],
        ask: `Now \`${again}\` is updated. Into which shard goes the record?`,
        choices: { shard1: 'shard 1', shard2: 'shard 2', shard3: 'shard 3' },
        after: [
          'An item lives in the partition of its key, and its changes go to that partition’s shard: all in one, and so in order.',
        ],
      },
    };
  },
};

export const streamGenerators: readonly Generator[] = [
  attempts,
  bisected,
  waiting,
  readable,
  deadLetters,
  sameShard,
];
