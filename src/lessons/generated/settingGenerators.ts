/** Questions whose answer is a setting: some of what is offered reaches the goal, and some does not. */
import { MAPPING, ordersLab, put, remove, update } from '../practice/ordersLab.ts';
import { atMost, is } from '../shorthand.ts';
import type { Generator } from './generator.ts';
import { commandsOf, historyText, madeUpHistory } from './history.ts';

/** Each is four times the one before. */
const BATCH_SIZES = [1, 4, 16] as const;

const batchSize: Generator = {
  id: 'batch-size',
  title: 'Which batch size keeps up',
  make(roll) {
    const enough = roll.pick([4, 16] as const);
    const seconds = roll.whole(1, 2);
    // Half of what batches of that size carry: twice what the next smaller ones do.
    const rate = enough / seconds / 2;
    const forSeconds = roll.pick([20, 30]);
    const most = Math.round((rate * forSeconds) / 4 + enough / 2);
    return {
      claims: ['11.17'],
      exams: [
        { exam: 'DVA-C02', domain: 4 },
        { exam: 'DOP-C02', domain: 4 },
      ],
      lab: ordersLab({
        table: { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 200 } },
        behaviour: { DurationMs: { P50: seconds * 1_000, P99: seconds * 1_000 } },
        section: {
          Traffic: [
            {
              Table: 'Orders',
              For: `${forSeconds}s`,
              PerSecond: rate,
              Arrival: 'Steady',
              Keys: { Count: 100_000, Prefix: 'order#' },
              Mix: { Insert: 1, Modify: 0, Remove: 0, NoOp: 0 },
              ItemBytes: 100,
            },
          ],
        },
      }),
      until: `${forSeconds}s`,
      seconds: 8,
      rules: ['E1', 'E3'],
      question: {
        kind: 'setting',
        path: `${MAPPING}.BatchSize`,
        offered: [...BATCH_SIZES, 10_000],
        goal: [atMost('consumers.Indexer.records.pending', most)],
      },
      words: {
        title: 'Which batch size keeps up?',
        text: [
          `${rate === 1 ? 'One order is' : `${rate} orders are`} put each second, all into one shard. An invocation takes ${seconds === 1 ? 'one second' : `${seconds} seconds`}, however many records it is given. There is no window, and \`ParallelizationFactor\` is 1.`,
        ],
        ask: `After ${forSeconds} seconds no more than ${most} records are to wait. Which \`BatchSize\` does it?`,
        after: [
          'In one lane, one batch follows another: a batch size carries so many records in the time of one invocation. `BatchSize` is only the most: where fewer wait, a batch holds fewer.',
        ],
      },
    };
  },
};

const NEEDS = {
  old: 'what the item was before',
  new: 'what the item is now',
  both: 'what the item was before and what it is now',
} as const;

const viewType: Generator = {
  id: 'view-type',
  title: 'Which view type',
  make(roll) {
    const last = roll.pick(['put', 'update', 'delete'] as const);
    const needs: readonly (keyof typeof NEEDS)[] =
      last === 'put' ? ['new'] : last === 'delete' ? ['old'] : ['old', 'new', 'both'];
    const need = roll.pick(needs);
    const before = madeUpHistory(roll, roll.whole(2, 4), 4_000);
    const id = 'order#9';
    const there = put('5s', id, { status: 'placed' });
    const asked = {
      put: put('8s', id, { status: 'placed' }),
      update: update('8s', id, { status: 'paid' }),
      delete: remove('8s', id),
    }[last];
    const call = {
      put: `A new order, \`${id}\`, is put`,
      update: `The status of \`${id}\`, which is placed, is updated to paid`,
      delete: `\`${id}\` is deleted`,
    }[last];
    return {
      claims: ['11.2'],
      exams: [
        { exam: 'DVA-C02', domain: 1 },
        { exam: 'DEA-C01', domain: 1 },
      ],
      lab: ordersLab({
        commands: [...commandsOf(before), ...(last === 'put' ? [] : [there]), asked],
      }),
      from: '7s',
      until: '10s',
      rules: ['S11'],
      question: {
        kind: 'setting',
        path: 'Resources.Orders.Properties.StreamSpecification.StreamViewType',
        offered: ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'],
        goal: [
          ...(need === 'new' ? [] : [is('lastRecord.Orders.oldImage', 1)]),
          ...(need === 'old' ? [] : [is('lastRecord.Orders.newImage', 1)]),
        ],
      },
      words: {
        title: 'Which view type?',
        text: [`So far: ${historyText(before)}. ${call}. Its record is to tell ${NEEDS[need]}.`],
        ask: 'Which `StreamViewType` must the stream have been enabled with? Any that does it will do.',
        after: [
          'A view type says which images a record may hold; the keys are always there. A put of a new item has no old image, and a delete has no new one. A stream’s view type cannot be changed: another one needs another stream.',
        ],
      },
    };
  },
};

const MINUTE_S = 60;
const AGES = [60, 600, 6_000] as const;

const recordAge: Generator = {
  id: 'record-age',
  title: 'Which age survives a failure',
  make(roll) {
    const enough = roll.pick([600, 6_000] as const);
    // Longer than the next smaller age, and well under this one.
    const minutes = Math.round((enough / MINUTE_S) * (roll.whole(25, 60) / 100));
    const count = roll.whole(2, 5);
    const isLost = roll.percent(30);
    return {
      claims: ['12.9', '12.10'],
      exams: [
        { exam: 'DVA-C02', domain: 4 },
        { exam: 'DOP-C02', domain: 3 },
      ],
      lab: ordersLab({
        commands: Array.from({ length: count }, (_, n) => put(`${n + 1}s`, `order#${n + 1}`)),
        section: {
          Faults: [{ Target: 'Indexer', Kind: 'Error', For: `${minutes}m` }],
          Until: '2h',
        },
      }),
      until: `${minutes + 5}m`,
      seconds: 8,
      rules: ['E7', 'E6'],
      question: {
        kind: 'setting',
        path: `${MAPPING}.MaximumRecordAgeInSeconds`,
        offered: [-1, ...AGES],
        goal: [is('targets.OrderSearch.size', isLost ? 0 : count)],
      },
      words: {
        title: isLost ? 'Which age gives them up?' : 'Which age survives the failure?',
        text: [
          `${count} orders are put in the first seconds. The function fails at every attempt for ${minutes} minutes, then it is mended. Retries have no limit.`,
        ],
        ask: isLost
          ? 'The orders are of no use so late. With which `MaximumRecordAgeInSeconds` are they given up before the function is mended?'
          : 'With which `MaximumRecordAgeInSeconds` are all of them indexed within five minutes of that? Any that does it will do.',
        choices: { '-1': '-1, as it is unless told otherwise' },
        after: [
          'A record that is older than the limit when its next attempt is due is given up. -1 sets no limit but the 24 hours of the stream. After long failures the attempts are up to a minute apart, so the index follows within minutes.',
        ],
      },
    };
  },
};

export const settingGenerators: readonly Generator[] = [batchSize, viewType, recordAge];
