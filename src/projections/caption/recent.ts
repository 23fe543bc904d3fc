/** What of note happened in the last moments, found in one bounded look back over the journal. */
import { EffectOutcome, Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import type { World } from '../../engine/world.ts';
import { effectDefinition } from '../effectSteps.ts';
import { visitBackwards } from '../journal/journalTail.ts';
import { effectWords } from '../words/effectWords.ts';

/** How long each stays worth a caption, µs of virtual time. */
const LOSS_US = 20_000_000;
const REPEAT_US = 10_000_000;
const POLL_US = 5_000_000;
const KINESIS_US = 6_000_000;
/** On its way to Kinesis for longer than this, a change is overtaken by later ones. */
const HELD_UP_US = 1_000_000;
const MOST_ENTRIES = 2_000;
const EXPIRY_US = 5_000_000;
const CLIENT_US = 4_000_000;

export interface Found {
  entry: JournalEntry;
  number: number;
}

export interface Recent {
  loss: Found | null;
  repeat: Found | null;
  pollEnded: Found | null;
  /** A change that has arrived in a Kinesis stream a second time. */
  kinesisCopy: Found | null;
  /** A change that is being held up on its way to a Kinesis stream. */
  heldUp: Found | null;
  /** Time to live has come to an item, or an item's time has passed. */
  expiry: Found | null;
  /** A client took an iterator, read with one, or was refused. */
  client: Found | null;
  /** Transactions that were committed, the latest first. */
  transactions: Found[];
  /** Write numbers that turned out to change nothing. */
  noOps: Set<number>;
}

/** The latest of each kind. */
export function recentOf(world: World): Recent {
  const recent: Recent = {
    loss: null,
    repeat: null,
    pollEnded: null,
    kinesisCopy: null,
    heldUp: null,
    expiry: null,
    client: null,
    transactions: [],
    noOps: new Set(),
  };
  const { journal, now } = world;
  const start = Math.max(0, journal.length - MOST_ENTRIES);
  visitBackwards(world, start, journal.length, (entry, number) => {
    const age = now - entry.at;
    if (age > LOSS_US) return true;
    const { kind, a, d } = entry;
    if (kind === Entry.recordsExpired || kind === Entry.recordsDiscarded) {
      recent.loss ??= { entry, number };
    } else if (kind === Entry.effectCompleted && d === EffectOutcome.repeated && age < REPEAT_US) {
      const hurts = effectWords.repeatHurts(effectDefinition(world, a).do, d);
      if (hurts) recent.repeat ??= { entry, number };
    } else if (kind === Entry.pollEnded && age < POLL_US) {
      recent.pollEnded ??= { entry, number };
    } else if (kind === Entry.kinesisRecordAppended && age < KINESIS_US) {
      if (world.kinesisRecords.copy.get(a) > 0) recent.kinesisCopy ??= { entry, number };
    } else if (kind === Entry.changeSentToKinesis && d > Math.max(age, HELD_UP_US)) {
      if (entry.c === 0) recent.heldUp ??= { entry, number };
    } else if (kind === Entry.noOpWritten) recent.noOps.add(a);
    else noteOfTable(world, recent, { entry, number }, age);
    return false;
  });
  return recent;
}

/** What a table and its stream did of their own accord, and for whom. */
function noteOfTable(world: World, recent: Recent, found: Found, age: number): void {
  const { kind } = found.entry;
  if (kind === Entry.transactionCommitted) recent.transactions.push(found);
  else if (kind === Entry.itemExpired && age < EXPIRY_US) recent.expiry ??= found;
  else if (kind === Entry.expiryReached && age < EXPIRY_US) recent.expiry ??= found;
  else if (kind === Entry.streamRead || kind === Entry.shardIteratorIssued) {
    if (age < CLIENT_US) recent.client ??= found;
  } else if (kind === Entry.callFailed && age < CLIENT_US && isOfClient(world, found)) {
    recent.client ??= found;
  }
}

/** Whether a refusal is that of a read of a stream. */
const isOfClient = ({ commands }: World, { entry: { a: command, c: isCommand } }: Found): boolean =>
  isCommand === 1 && commands.get(command).call === 'dynamodbstreams:GetRecords';
