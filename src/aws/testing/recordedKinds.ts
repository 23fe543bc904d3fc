/** Tells what a recorded member is an answer of by its own members, as recordings name them freely. */
import type { Seen } from './callSequence.ts';

const TELLING = [
  'TableDescription',
  'StateTransitionReason',
  'EventSourceMappings',
  'Messages',
  'Error',
  'StreamDescription',
  'ShardIterator',
  'UnprocessedItems',
  'Records',
];

/** The member that tells; `log` for a list of events, `data` of Kinesis records, `nothing` for an empty answer. */
export function kindOf(answer: unknown): string {
  if (Array.isArray(answer)) return answer.some((one) => one.Data) ? 'data' : 'log';
  return TELLING.find((name) => Object.hasOwn(answer as object, name)) ?? 'nothing';
}

/**
 * What was seen, by its kind and in order. The records of a log are also a kind of their own, in the
 * order of their sequence numbers, as recordings list them.
 */
export function byKind(seen: readonly Seen[]): Map<string, Seen[]> {
  const kinds = new Map<string, Seen[]>();
  const note = (one: Seen) => {
    const kind = kindOf(one.answer);
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  };
  for (const one of seen) {
    note(one);
    if (one.what === 'log') note({ ...one, answer: { Records: recordsOf(one.answer) } });
  }
  return kinds;
}

interface LoggedRecord {
  dynamodb: { SequenceNumber: string };
}

function recordsOf(log: unknown): LoggedRecord[] {
  const records = (log as { Records: LoggedRecord[] }[]).flatMap(({ Records }) => Records);
  const order = ({ dynamodb }: LoggedRecord) => dynamodb.SequenceNumber.padStart(40, '0');
  return records.sort((a, b) => order(a).localeCompare(order(b)));
}
