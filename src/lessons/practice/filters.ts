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
];
