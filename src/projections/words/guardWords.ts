/** The ways to write one effect, in words: what is done, and what each still lets through. */
import type { Failure, Guard } from '../../lab/guards/guard.ts';
import type { GuardComparison, GuardPicture } from '../guards/guardPicture.ts';
import { countOf, countText, listText, spanText } from '../spanText.ts';

interface GuardText {
  name: string;
  /** What the function does for each record. */
  how: string;
  /** Which failure it still lets through. */
  still: string;
}

const GUARD_TEXTS: Readonly<Record<Guard, GuardText>> = {
  naive: {
    name: 'Naive',
    how: 'SendMessage to a standard queue.',
    still: 'Everything: whatever is tried again is done again.',
  },
  conditionalWrite: {
    name: 'Conditional write',
    how: 'PutItem into another table, if this change is not there yet.',
    still:
      'An older change that comes late: it has never been written, so it is, over a newer state. And nothing but this one table is guarded.',
  },
  externalVersion: {
    name: 'External version',
    how: 'Index the document with the change’s number as its version; what is not newer is refused.',
    still:
      'An older write that comes more than 60 s after the delete: the deletion is forgotten by then, and the document is back.',
  },
  markerFirst: {
    name: 'Marker first',
    how: 'PutItem of a marker, if there is none; then SendMessage.',
    still:
      'A crash between marker and message: the retry finds the marker, and the message is never sent. After an hour the marker counts no more.',
  },
  markerLast: {
    name: 'Marker last',
    how: 'SendMessage, if there is no marker; then PutItem of the marker.',
    still:
      'A crash between message and marker: the retry finds none, and sends it again. So do two environments at once.',
  },
  fifo: {
    name: 'FIFO de-duplication',
    how: 'SendMessage to a FIFO queue, with the change’s number as MessageDeduplicationId.',
    still: 'The same message after five minutes: the queue has forgotten its id.',
  },
  executionName: {
    name: 'Execution name',
    how: 'StartExecution of a standard workflow, with the change’s number as its name.',
    still:
      'An older change that comes late: its execution runs after that of the newer. After 90 days a name is free again.',
  },
};

const FAILURE_TEXTS: Readonly<Record<Failure, readonly [name: string, meaning: string]>> = {
  retry: ['Tried again', 'An attempt fails after the effect; the next does it again.'],
  between: ['Died between its calls', 'Effect and marker are two calls. One was made, one not.'],
  atOnce: ['Two at once', 'Two environments have the same record at the same time.'],
  late: ['Again after 5 minutes', 'A redrive, say: the record was done more than 5 minutes ago.'],
  hour: ['Again after an hour', 'The record was done more than an hour ago.'],
  days: ['Again after 90 days', 'A stream kept for a year, read again from its beginning.'],
  older: ['Older after newer', 'A record that was given up comes after a newer one of its item.'],
  revived: ['Older after a delete', 'The same, more than a minute after the item was deleted.'],
};

export const guardWords = {
  guards: GUARD_TEXTS,
  failures: FAILURE_TEXTS,
  figures: {
    done: 'Done',
    again: 'Again',
    lost: 'Lost',
    wrong: 'Wrong',
    turnedAway: 'Turned away',
  },
  still: 'Still lets through',
  here: 'Here',
  nothing: 'Here: nothing got through.',
  /** What all of them went through. */
  history: ({ history, ways }: GuardComparison): string => {
    const { failures, givenUp, redrives, until } = history;
    const parts = [
      countOf(ways[0]?.changes ?? 0, 'change'),
      countOf(failures, 'failed attempt'),
      `${countText(givenUp)} given up`,
      countOf(redrives, 'redrive'),
    ];
    return `${listText(parts)} in ${spanText(until / 1_000)}`;
  },
  differ: 'The ways have not seen the same writes: something held them up.',
  /** What became of the work, in one sentence. */
  said: (naive: GuardPicture): string =>
    naive.again + naive.lost === 0
      ? `${countText(naive.done)} of ${countOf(naive.changes, 'change')} done so far, each once: nothing has failed yet that a guard would be for.`
      : `Written naively, the work of ${countOf(naive.changes, 'change')} was done ${countOf(naive.done, 'time')}: ${countText(naive.again)} again${naive.lost > 0 ? `, ${countText(naive.lost)} never` : ''}.`,
  times: (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${countText(n)} times`),
};
