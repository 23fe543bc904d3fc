/** Questions about what is at fault: one setting that chance has put wrong, among others that are as they should be. */
import { MAPPING, ordersLab, put } from '../practice/ordersLab.ts';
import type { PracticeWords } from '../practice/practiceQuestion.ts';
import { is } from '../shorthand.ts';
import type { Dice } from './dice.ts';
import type { Generator } from './generator.ts';

const INDEXED = 'targets.OrderSearch.size';
const FUNCTION = 'function:Indexer';

const ordersOf = (count: number) =>
  Array.from({ length: count }, (_, n) => put(`${n + 1}s`, `order#${n + 1}`, { status: 'placed' }));

const filterOn = (status: string): object => ({
  Filters: [{ Pattern: JSON.stringify({ dynamodb: { NewImage: { status: { S: [status] } } } }) }],
});

interface Missing {
  count: number;
  seconds: number;
  timeout: number;
  window: number;
  status: string;
  isEnabled: boolean;
}

/** Settings, of which one keeps orders out of the index. */
function missing(roll: Dice): Missing {
  const wrong = roll.pick(['filter', 'timeout', 'window', 'disabled'] as const);
  const seconds = roll.whole(3, 8);
  return {
    count: roll.whole(2, 6),
    seconds,
    // Under half the time for a batch, not even a record that is alone in it is done with.
    timeout:
      wrong === 'timeout' ? roll.whole(1, Math.ceil(seconds / 2) - 1) : seconds + roll.whole(2, 20),
    window: wrong === 'window' ? roll.pick([120, 180, 300]) : roll.whole(0, 5),
    status: wrong === 'filter' ? roll.pick(['paid', 'PLACED', 'open']) : 'placed',
    isEnabled: wrong !== 'disabled',
  };
}

const missingLab = ({ count, seconds, timeout, window, status, isEnabled }: Missing): string =>
  ordersLab({
    commands: ordersOf(count),
    fn: { Timeout: timeout },
    behaviour: { DurationMs: { P50: seconds * 1_000, P99: seconds * 1_000 } },
    mapping: {
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: window,
      Enabled: isEnabled,
      FilterCriteria: filterOn(status),
    },
  });

const missingWords = (lab: Missing): PracticeWords => ({
  title: 'Why are orders missing?',
  text: [
    `${lab.count} orders are put, one a second, each with the status placed. A minute after the start all of them should be in the index. 45 seconds have passed, and they are not. Look at the stage: every part can be clicked.`,
    `An invocation takes ${lab.seconds} seconds.`,
  ],
  ask: 'Which part is at fault?',
  choices: {
    filter: 'The filter of the mapping',
    timeout: 'The timeout of the function',
    window: 'The batching window of the mapping',
    mapping: 'The mapping: it is disabled',
  },
  worlds: {
    filter: 'Here the filter lets the status placed through.',
    timeout: 'Here the function may run for 60 seconds.',
    window: 'Here the mapping does not wait for a batch to fill.',
    mapping: 'Here the mapping is enabled.',
    'stream:Orders': 'Here the stream’s view type is NEW_IMAGE.',
  },
  after: [
    `The timeout was ${lab.timeout} s, the window ${lab.window} s. The filter asked for the status \`${lab.status}\`, and the mapping was ${lab.isEnabled ? 'enabled' : 'disabled'}.`,
    'Invocations: {consumers.Indexer.invocations.started}, of which {consumers.Indexer.invocations.failed} failed. Records filtered out: {consumers.Indexer.records.filtered}. Where nothing is filtered and nothing invoked, nobody reads, or a batch still gathers.',
  ],
});

const missingOrders: Generator = {
  id: 'missing-orders',
  title: 'Why orders are missing',
  make(roll) {
    const lab = missing(roll);
    return {
      claims: ['11.17'],
      exams: [
        { exam: 'DVA-C02', domain: 4 },
        { exam: 'DOP-C02', domain: 5 },
      ],
      lab: missingLab(lab),
      from: '45s',
      until: '1m',
      lookAt: [FUNCTION],
      rules: ['E1', 'E5', 'E28'],
      question: {
        kind: 'broken',
        works: [is(INDEXED, lab.count)],
        parts: [
          {
            id: 'filter',
            card: FUNCTION,
            mend: [`${MAPPING}.FilterCriteria=${JSON.stringify(filterOn('placed'))}`],
          },
          { id: 'timeout', card: FUNCTION, mend: ['Resources.Indexer.Properties.Timeout=60'] },
          { id: 'window', card: FUNCTION, mend: [`${MAPPING}.MaximumBatchingWindowInSeconds=0`] },
          { id: 'mapping', card: FUNCTION, mend: [`${MAPPING}.Enabled=true`] },
          {
            card: 'stream:Orders',
            mend: ['Resources.Orders.Properties.StreamSpecification.StreamViewType=NEW_IMAGE'],
          },
        ],
      },
      words: missingWords(lab),
    };
  },
};

interface GivingUp {
  count: number;
  /** So long the function fails at every attempt. */
  minutes: number;
  retries: number;
  age: number;
  isSplit: boolean;
}

/** Settings, of which one has records given up while a failure lasts. */
function givingUp(roll: Dice): GivingUp {
  const isRetries = roll.percent(50);
  return {
    count: roll.whole(2, 5),
    minutes: roll.whole(5, 30),
    retries: isRetries ? roll.whole(0, 4) : roll.pick([-1, 1_000, 10_000]),
    age: isRetries ? roll.pick([-1, 7_200, 86_400]) : roll.pick([60, 90, 120]),
    isSplit: roll.percent(50),
  };
}

const givingUpLab = ({ count, minutes, retries, age, isSplit }: GivingUp): string =>
  ordersLab({
    commands: ordersOf(count),
    mapping: {
      BatchSize: 10,
      MaximumRetryAttempts: retries,
      MaximumRecordAgeInSeconds: age,
      BisectBatchOnFunctionError: isSplit,
    },
    section: {
      Faults: [{ Target: 'Indexer', Kind: 'Error', For: `${minutes}m` }],
      Until: '1h',
    },
  });

const givingUpWords = ({ count, minutes, retries, age, isSplit }: GivingUp): PracticeWords => ({
  title: 'Why were they given up?',
  text: [
    `${count} orders are put in the first seconds. A service that the function needs is down for ${minutes} minutes, and the function fails at every attempt. Five minutes after its return all orders should be in the index. They will not be.`,
    `\`MaximumRetryAttempts\` is ${retries}, \`MaximumRecordAgeInSeconds\` ${age}, \`BisectBatchOnFunctionError\` ${isSplit}. The timeout is 10 seconds, and nothing runs into it.`,
  ],
  ask: 'Which setting is at fault?',
  choices: {
    retries: `\`MaximumRetryAttempts\`, ${retries}`,
    age: `\`MaximumRecordAgeInSeconds\`, ${age}`,
    bisect: `\`BisectBatchOnFunctionError\`, ${isSplit}`,
    timeout: 'The timeout, 10 seconds',
  },
  worlds: {
    retries: 'Here retries have no limit.',
    age: 'Here age has no limit.',
    bisect: `Here \`BisectBatchOnFunctionError\` is ${!isSplit}.`,
    timeout: 'Here the timeout is 15 minutes.',
  },
  after: [
    'Records given up: {consumers.Indexer.records.discarded}, after {consumers.Indexer.invocations.failed} failed invocations. Whichever limit comes first ends the trying: few retries are over within seconds, since the first pauses are short. -1 stands for no limit but the 24 hours of the stream.',
  ],
});

const whoGaveUp: Generator = {
  id: 'who-gave-up',
  title: 'Why orders were given up',
  make(roll) {
    const lab = givingUp(roll);
    return {
      claims: ['11.9', '12.9'],
      exams: [
        { exam: 'DOP-C02', domain: 3 },
        { exam: 'SAA-C03', domain: 2 },
      ],
      lab: givingUpLab(lab),
      until: `${lab.minutes + 5}m`,
      seconds: 8,
      rules: ['E6', 'E7', 'E29'],
      question: {
        kind: 'broken',
        works: [is(INDEXED, lab.count)],
        parts: [
          { id: 'retries', card: FUNCTION, mend: [`${MAPPING}.MaximumRetryAttempts=-1`] },
          { id: 'age', card: FUNCTION, mend: [`${MAPPING}.MaximumRecordAgeInSeconds=-1`] },
          {
            id: 'bisect',
            card: FUNCTION,
            mend: [`${MAPPING}.BisectBatchOnFunctionError=${!lab.isSplit}`],
          },
          { id: 'timeout', card: FUNCTION, mend: ['Resources.Indexer.Properties.Timeout=900'] },
        ],
      },
      words: givingUpWords(lab),
    };
  },
};

export const brokenGenerators: readonly Generator[] = [missingOrders, whoGaveUp];
