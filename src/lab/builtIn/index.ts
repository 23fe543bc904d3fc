/** The labs that come with the program. */
import { kinesis } from './kinesis.ts';
import { orders } from './orders.ts';
import { todos } from './todos.ts';

export interface BuiltInLab {
  /** As in a link: `lab=orders`. */
  id: string;
  title: string;
  /** What is to be seen in it, in a sentence. */
  summary: string;
  /** The lab file. */
  text: string;
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
];

export const builtInLab = (id: string): BuiltInLab | undefined =>
  builtInLabs.find((lab) => lab.id === id);
