/** Practice: event filters, and why a function may hear of nothing. */
import { MAPPING, ordersLab, put } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

const above100 = { dynamodb: { NewImage: { total: { N: [{ numeric: ['>', 100] }] } } } };
const threeDigits = { dynamodb: { NewImage: { total: { N: [{ 'anything-but': ['50'] }] } } } };
const filter = (pattern: object): object => ({ Filters: [{ Pattern: JSON.stringify(pattern) }] });

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'nothing-arrives',
    claims: ['11.24'],
    exams: [
      { exam: 'DVA-C02', domain: 4 },
      { exam: 'DEA-C01', domain: 1 },
    ],
    lab: ordersLab({
      commands: [
        put('1s', 'order#1', { total: 50 }),
        put('2s', 'order#2', { total: 250 }),
        put('3s', 'order#3', { total: 900 }),
      ],
      mapping: { FilterCriteria: filter(above100) },
    }),
    until: '10s',
    rules: ['E28'],
    question: {
      kind: 'broken',
      works: [{ measure: 'targets.OrderSearch.size', is: 2 }],
      parts: [
        {
          card: 'stream:Orders',
          mend: ['Resources.Orders.Properties.StreamSpecification.StreamViewType=NEW_IMAGE'],
        },
        {
          id: 'filter',
          card: 'function:Indexer',
          mend: [`${MAPPING}.FilterCriteria=${JSON.stringify(filter(threeDigits))}`],
        },
        {
          id: 'timeout',
          card: 'function:Indexer',
          mend: ['Resources.Indexer.Properties.Timeout=60'],
        },
        { id: 'position', card: 'function:Indexer', mend: [`${MAPPING}.StartingPosition=LATEST`] },
      ],
    },
    words: {
      title: 'The index stays empty',
      text: [
        'Orders of more than 100 are to be indexed. The mapping has a filter for them: `total`, type `N`, `numeric`, `>`, 100. Three orders are put, of 50, 250 and 900. Ten seconds later two of them should be in the index.',
        'They are not. The function was never invoked, and nothing failed.',
      ],
      ask: 'Which part is at fault?',
      choices: {
        filter: 'The filter of the mapping',
        timeout: 'The timeout of the function',
        position: 'The starting position of the mapping',
      },
      worlds: {
        'stream:Orders': 'Here the stream’s view type is NEW_IMAGE.',
        filter: 'Here the filter compares `total` as the text that it is: anything but `50`.',
        timeout: 'Here the function may run for 60 seconds.',
        position: 'Here the mapping reads from LATEST.',
      },
      after: [
        'In a stream’s record every number is text: `{"N": "250"}`. A `numeric` filter never matches text, so all {consumers.Indexer.records.filtered} records were filtered out, without a failure and without a trace in any queue.',
        'Filter by text, or by an attribute that you set for the purpose, or compare in the function.',
      ],
    },
  },
  {
    id: 'a-number-as-text',
    claims: ['11.24'],
    exams: [
      { exam: 'DVA-C02', domain: 1 },
      { exam: 'DEA-C01', domain: 1 },
    ],
    lab: ordersLab({
      commands: [
        put('1s', 'order#1', { total: 50 }),
        put('2s', 'order#2', { total: 250 }),
        put('3s', 'order#3', { total: 900 }),
      ],
    }),
    until: '10s',
    rules: ['E24', 'E28'],
    question: {
      kind: 'setting',
      path: `${MAPPING}.FilterCriteria`,
      offered: [
        { id: 'numeric', value: filter(above100) },
        {
          id: 'number',
          value: filter({ dynamodb: { NewImage: { total: { N: [250, 900] } } } }),
        },
        {
          id: 'text',
          value: filter({ dynamodb: { NewImage: { total: { N: ['250', '900'] } } } }),
        },
      ],
      goal: [
        { measure: 'targets.OrderSearch.size', is: 2 },
        { measure: 'consumers.Indexer.records.filtered', is: 1 },
      ],
    },
    words: {
      title: 'A number as text',
      text: ['Orders with a `total` of 250 or 900 are to be indexed, and others not.'],
      ask: 'Which filter on `dynamodb.NewImage.total.N` does that?',
      choices: {
        numeric: '`[{"numeric": [">", 100]}]`',
        number: '`[250, 900]`',
        text: '`["250", "900"]`',
      },
      after: ['In the event the attribute is `{"N": "250"}`, a text. Only a text equals it.'],
    },
  },
  {
    id: 'filtered-is-gone',
    claims: ['11.24'],
    exams: [{ exam: 'DVA-C02', domain: 4 }],
    lab: ordersLab({
      commands: [put('1s', 'order#1', { total: 250 }), put('2s', 'order#2', { total: 900 })],
      mapping: {
        FilterCriteria: filter(above100),
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Letters', 'Arn'] } } },
      },
      resources: { Letters: { Type: 'AWS::SQS::Queue', Properties: {} } },
    }),
    until: '1m',
    rules: ['E28', 'E24'],
    question: {
      kind: 'several',
      choices: [
        { id: 'told', holds: [{ measure: 'targets.Letters.size', atLeast: 1 }] },
        {
          id: 'invoked',
          holds: [{ measure: 'consumers.Indexer.invocations.started', atLeast: 1 }],
        },
        { id: 'done', holds: [{ measure: 'consumers.Indexer.records.filtered', is: 2 }] },
        { id: 'waiting', holds: [{ measure: 'consumers.Indexer.records.pending', atLeast: 1 }] },
      ],
    },
    words: {
      title: 'Filtered is gone',
      text: [
        'The filter says `total`, type `N`, `numeric`, `>`, 100. Two orders are put, of 250 and of 900. The mapping has an on-failure destination.',
      ],
      ask: 'What is so a minute later?',
      choices: {
        told: 'The on-failure destination was told',
        invoked: 'The function was invoked',
        done: 'Both records are passed, as filtered out',
        waiting: 'The records wait for a filter that lets them through',
      },
      after: [
        '`numeric` never matches, since the number is a text in the event. What matches no filter is passed at once: no invocation, no failure, no message. To correct the filter brings nothing back.',
      ],
    },
  },
];
