/** The labs that come with the program. */
import { hotKey } from './hotKey.ts';
import { kinesis } from './kinesis.ts';
import { orders } from './orders.ts';
import { sevenWays } from './sevenWays.ts';
import { streamTells } from './streamTells.ts';
import { studyGuide } from './studyGuide.ts';
import { todos } from './todos.ts';

export interface BuiltInLab {
  /** As in a link: `lab=orders`. */
  id: string;
  title: string;
  /** What is to be seen in it, in a sentence. */
  summary: string;
  /** The lab file. */
  text: string;
  /** It waits at its first instant for somebody to do something. */
  opensPaused?: boolean;
  /** Commands of AWS's command line that it was made for. */
  tries?: readonly string[];
}

export const builtInLabs: readonly BuiltInLab[] = [
  {
    id: 'orders',
    title: 'Orders that sync to search',
    summary:
      'Orders change; a function indexes each change, audits it and mails the customer, while a scan tries to keep up.',
    text: orders,
  },
  {
    id: 'todos',
    title: 'One to-do and its two changes',
    summary:
      'One item is put, completed, and put again as it is: two records, and a write without one.',
    text: todos,
  },
  {
    id: 'kinesis',
    title: 'A stream and Kinesis, side by side',
    summary:
      'The same changes through DynamoDB Streams and through Kinesis, which repeats some and swaps others.',
    text: kinesis,
  },
  {
    id: 'stream-tells',
    title: 'What a stream tells, and what it does not',
    summary:
      'Items from before the stream, a write without a change, a transaction that arrives in parts, items that expire and leave late.',
    text: streamTells,
  },
  {
    id: 'hot-key',
    title: 'A hot key splits its partition',
    summary:
      'Nearly every write goes to one key: its partition refuses what is too much, splits after five minutes, and its shard gets two children.',
    text: hotKey,
  },
  {
    id: 'seven-ways',
    title: 'One effect, seven ways to write it',
    summary:
      'Crashes, time-outs, redrives, two at once: everything that makes an effect happen again, for comparing seven ways to write it.',
    text: sevenWays,
  },
  {
    id: 'study-guide',
    title: 'Connect them from the command line',
    summary:
      'A table without a stream and a function that nothing invokes: two commands, as study guides print them, connect them.',
    text: studyGuide,
    opensPaused: true,
    tries: [
      'aws dynamodb update-table --table-name Orders --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES',
      'aws lambda create-event-source-mapping --function-name OrderProcessor --event-source-arn arn:aws:dynamodb:us-east-1:123456789012:table/Orders/stream/2025-06-15T00:00:00.000 --starting-position LATEST --batch-size 100',
    ],
  },
];

export const builtInLab = (id: string): BuiltInLab | undefined =>
  builtInLabs.find((lab) => lab.id === id);
