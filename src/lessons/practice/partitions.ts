/** Practice: what becomes of partitions that were needed once. */
import { ordersLab, placed, setWriteUnits } from './ordersLab.ts';
import type { PracticeQuestion } from './practiceQuestion.ts';

export const questions: readonly PracticeQuestion[] = [
  {
    id: 'partitions-that-were-needed-once',
    claims: ['12.25'],
    exams: [
      { exam: 'DBS-C01', domain: 1 },
      { exam: 'SAA-C03', domain: 3 },
    ],
    lab: ordersLab({ commands: [placed, setWriteUnits('10s', 2_500), setWriteUnits('60s', 5)] }),
    from: '5s',
    until: '5m',
    rules: ['P4', 'P6'],
    question: { kind: 'estimate', measure: 'partitions.Orders.open', within: 1 },
    words: {
      title: 'Up and down',
      text: [
        'A table with 5 write units has one partition. It is raised to 2,500 units for a minute, and set back to 5.',
      ],
      ask: 'How many partitions does it have then?',
      unit: 'partitions',
      after: [
        'More throughput splits partitions; less never merges them. The stream has as many open shards.',
      ],
    },
  },
];
