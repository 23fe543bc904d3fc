/** Questions about what comes first. What is offered first is never what comes first: it has a cause among the others. */
import { ordersLab, put } from '../practice/ordersLab.ts';
import { atLeast } from '../shorthand.ts';
import type { Generator } from './generator.ts';

const INDEXED = 'targets.OrderSearch.size';
const DEAD_LETTERS = {
  resources: { DeadLetters: { Type: 'AWS::SQS::Queue', Properties: {} } },
  mapping: {
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] } } },
  },
};

const failure: Generator = {
  id: 'order-of-failure',
  title: 'What happens around a failure',
  make(roll) {
    const count = roll.whole(3, 6);
    const poison = roll.whole(1, count);
    const retries = roll.whole(1, 3);
    const isSplit = roll.percent(50);
    const { resources, mapping } = DEAD_LETTERS;
    const reads = isSplit
      ? 'They come in one batch, and `BisectBatchOnFunctionError` is true.'
      : 'The mapping reads one record at a time.';
    return {
      claims: ['11.9', ...(isSplit ? (['11.12'] as const) : [])],
      exams: [{ exam: 'DVA-C02', domain: 4 }],
      lab: ordersLab({
        commands: Array.from({ length: count }, (_, n) =>
          put(`${n * 300 + 500}ms`, `order#${n + 1}`),
        ),
        mapping: {
          ...mapping,
          ...(isSplit ? { BatchSize: 100, MaximumBatchingWindowInSeconds: 4 } : { BatchSize: 1 }),
          MaximumRetryAttempts: retries,
          BisectBatchOnFunctionError: isSplit,
        },
        section: {
          Faults: [{ Target: 'Indexer', Kind: 'Poison', Match: { id: { S: `order#${poison}` } } }],
        },
        resources,
      }),
      until: '2m',
      seconds: 8,
      rules: ['E3', 'E5', isSplit ? 'E29' : 'E7'],
      question: {
        kind: 'order',
        events: [
          { id: 'others', holds: [atLeast(INDEXED, count - 1)] },
          { id: 'told', holds: [atLeast('targets.DeadLetters.size', 1)] },
          { id: 'found', holds: [atLeast(INDEXED, 1)] },
          { id: 'failed', holds: [atLeast('log.invocationFailed', 1)] },
        ],
      },
      words: {
        title: 'What happens around the failure?',
        text: [
          `${count} orders are put, \`order#1\` first, all into one shard. ${reads} The function takes them one after another and always fails on \`order#${poison}\`, and on no other. \`MaximumRetryAttempts\` is ${retries}, and the on-failure destination is a queue.`,
        ],
        ask: 'In which order will these come true?',
        choices: {
          others: `The index has all orders but \`order#${poison}\``,
          told: 'The queue has a message',
          found: 'The index has an order',
          failed: 'An invocation fails',
        },
        after: [
          isSplit
            ? 'The function takes the records of a batch in their order: what stands before the one that fails is indexed at the first attempt. Then the batch is split, and its halves are tried one after the other. What stands behind the one in its half waits for the next split, or until it is given up.'
            : 'A shard is read in order. What stands before the one that fails is indexed; what stands behind it waits until the retries are used up.',
        ],
      },
    };
  },
};

const streamOrScan: Generator = {
  id: 'stream-or-scan',
  title: 'Stream or scan',
  make(roll) {
    const window = roll.pick([0, 7, 12, 17]);
    const every = roll.pick([5, 10, 15]);
    const last = roll.pick([3, 6.5, 11.5, 16.5]);
    const count = roll.whole(2, 6);
    const gap = (last - 1) / (count - 1);
    const start = Date.UTC(2026, 0, 5, 9);
    const commands = Array.from({ length: count }, (_, n) => {
      const atMs = Math.round(1_000 * (1 + n * gap));
      return put(`${atMs}ms`, `order#${n + 1}`, { updated_at: start + atMs });
    });
    return {
      claims: [],
      exams: [{ exam: 'SAA-C03', domain: 3 }],
      lab: ordersLab({
        commands,
        mapping: { BatchSize: 100, MaximumBatchingWindowInSeconds: window },
        section: {
          Pollers: { Scan: { Table: 'Orders', Every: `${every}s`, Watermark: 'updated_at' } },
        },
      }),
      until: '40s',
      seconds: 8,
      rules: ['W3', 'E2'],
      question: {
        kind: 'order',
        events: [
          { id: 'seen', holds: [atLeast('pollers.Scan.seen', count)] },
          { id: 'put', holds: [atLeast('tables.Orders.items', count)] },
          { id: 'found', holds: [atLeast(INDEXED, 1)] },
        ],
      },
      words: {
        title: 'Stream or scan?',
        text: [
          `${count} orders are put, the first after one second, the last after ${last}. A function that follows the stream keeps an index; \`MaximumBatchingWindowInSeconds\` is ${window}, \`BatchSize\` 100. Beside it, a scan looks at the table every ${every} seconds, at first after ${every}.`,
        ],
        ask: 'In which order will these come true?',
        choices: {
          seen: 'The scan has returned every order',
          put: 'The table has every order',
          found: 'The index has an order',
        },
        after: [
          'A mapping sends its batch when the window ends, counted from the first record, or when the batch is full. A scan sees an order at its next look, and not sooner.',
        ],
      },
    };
  },
};

export const orderGenerators: readonly Generator[] = [failure, streamOrScan];
