/** Counts of what the journal holds: entries by kind, calls that were made, and calls that were refused. */
import { callNames } from '../../engine/commands.ts';
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';

/** Names of what AWS, or a lab, refuses a call with. */
export const refusalNames: readonly string[] = [
  'ConditionalCheckFailedException',
  'ExpiredIteratorException',
  'IdempotentParameterMismatchException',
  'InvalidParameterValueException',
  'InvalidRequestContentException',
  'LimitExceededException',
  'NotFoundException',
  'ProvisionedThroughputExceededException',
  'RequestTooLargeException',
  'ResourceConflictException',
  'ResourceInUseException',
  'ResourceNotFoundException',
  'SerializationException',
  'ServiceException',
  'ThrottlingException',
  'TooManyRequestsException',
  'TransactionCanceledException',
  'TrimmedDataAccessException',
  'UnknownOperationException',
  'ValidationException',
];

/** What traffic, which no call of a lab makes, is counted under. */
const TRAFFIC = 'traffic';

export interface JournalMeasures {
  /** Entries by kind, as `Entry` in `engine/kernel/entry.ts` names them. */
  log: Record<string, number>;
  /** Calls that were made, by name: `dynamodb:PutItem`. */
  calls: Record<string, number>;
  /** Calls that were refused, by name and by the name of the error; only those that there were. */
  refused: Record<string, Record<string, number>>;
}

const kindNames = new Map(Object.entries(Entry).map(([name, kind]) => [kind as number, name]));

/** Reads a journal on from where it stopped; the history that it has read must stay as it is. */
export class JournalCount {
  private readonly counts: JournalMeasures = {
    log: Object.fromEntries(Object.keys(Entry).map((name) => [name, 0])),
    calls: Object.fromEntries(callNames.map((name) => [name, 0])),
    refused: {},
  };
  private entry = 0;

  upToNow(world: World): JournalMeasures {
    const { log, calls, refused } = this.counts;
    for (; this.entry < world.journal.length; this.entry++) {
      const entry = world.journal.read(this.entry);
      log[kindNames.get(entry.kind)!]!++;
      if (entry.kind === Entry.commandGiven) {
        const { call } = world.commands.get(entry.a);
        calls[call] = (calls[call] ?? 0) + 1;
      }
      const refusal = refusalOf(world, entry);
      if (refusal === null) continue;
      refused[refusal.call] ??= {};
      const ofCall = refused[refusal.call]!;
      ofCall[refusal.name] = (ofCall[refusal.name] ?? 0) + 1;
    }
    return this.counts;
  }
}

interface Refusal {
  call: string;
  name: string;
}

function refusalOf(world: World, { kind, a, b, c }: JournalEntry): Refusal | null {
  switch (kind) {
    case Entry.callFailed: {
      const name = world.errors.get(b).split(':')[0]!;
      return c === 1
        ? { call: world.commands.get(a).call, name }
        : { call: callOfWrite(world, a), name };
    }
    case Entry.conditionFailed:
      return isAnswered(world, a)
        ? null
        : { call: callOfWrite(world, a), name: 'ConditionalCheckFailedException' };
    case Entry.writeThrottled: {
      if (isAnswered(world, a)) return null;
      const { billing } = world.state.tables[world.writes.table.get(a)]!;
      const isOnDemand = billing === 'PAY_PER_REQUEST';
      const name = isOnDemand ? 'ThrottlingException' : 'ProvisionedThroughputExceededException';
      return { call: callOfWrite(world, a), name };
    }
    default:
      return null;
  }
}

/** Whether somebody waits for the write's answer: then its refusal is an entry of its own. */
function isAnswered(world: World, write: number): boolean {
  const source = world.writes.source.get(write);
  return source >= 0 && world.commands.get(source).immediate === true;
}

function callOfWrite(world: World, write: number): string {
  const source = world.writes.source.get(write);
  return source < 0 ? TRAFFIC : world.commands.get(source).call;
}

/** Why `refused.CALL.ERROR` cannot be, or undefined: then it has not been, and counts 0. */
export function wrongRefusal(path: string): string | undefined {
  const [call, name] = splitLast(path);
  if (call !== TRAFFIC && !callNames.includes(call)) {
    return `${call} is not a call; there are ${TRAFFIC}, ${callNames.join(', ')}.`;
  }
  return refusalNames.includes(name)
    ? undefined
    : `${name} is not an error; there are ${refusalNames.join(', ')}.`;
}

function splitLast(path: string): [string, string] {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? [path, ''] : [path.slice(0, dot), path.slice(dot + 1)];
}
