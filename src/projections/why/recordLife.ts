/**
 * The life of one record as steps from somebody to somebody, from the write to every effect, and the
 * same as text and as a Mermaid sequence diagram. [V81] in SPEC.md.
 */
import { Entry, type JournalEntry } from '../../engine/kernel/journal.ts';
import { instant } from '../../engine/kernel/time.ts';
import { isInLane } from '../../engine/lambda/batch.ts';
import { changeKindName, type World } from '../../engine/world.ts';
import { failureName, readerName } from '../consumerSentences.ts';
import { effectDefinition, functionOfEffect } from '../effectSteps.ts';
import { labelOfChange } from '../marks.ts';
import { shardLabel } from '../shardLabel.ts';
import { spanText } from '../spanText.ts';
import { effectWords } from '../words/effectWords.ts';
import { lifeWords as words } from '../words/lifeWords.ts';
import { storyWords } from '../words/storyWords.ts';

export interface LifeStep {
  at: number;
  /** Names of participants; the same twice where something happens within one. */
  from: string;
  to: string;
  text: string;
  /** Something went wrong. */
  isBad: boolean;
}

/** Entries read on from the write. */
const MOST_ENTRIES = 60_000;
const MOST_STEPS = 60;

type Tell = (world: World, entry: JournalEntry, change: number) => Omit<LifeStep, 'at'> | null;

const step = (from: string, to: string, text: string, isBad = false) => ({ from, to, text, isBad });

const tellWrite: Tell = (world, { a }, change) => {
  if (a !== change) return null;
  const kind = changeKindName(world.changes.kind.get(change));
  return step(
    words.writer,
    tableOf(world, change),
    words.write(kind, labelOfChange(world, change)),
  );
};

const tellers: Partial<Record<number, Tell>> = {
  [Entry.itemPut]: tellWrite,
  [Entry.itemUpdated]: tellWrite,
  [Entry.itemDeleted]: tellWrite,
  [Entry.itemExpired]: (world, { a }, change) =>
    a === change ? step(tableOf(world, change), tableOf(world, change), words.expired) : null,
  [Entry.streamRecordAppended]: (world, { a, b: shard }, change) => {
    const kind = changeKindName(world.changes.kind.get(change));
    return a === change
      ? step(tableOf(world, change), shardLabel(world, shard), words.record(kind))
      : null;
  },
  [Entry.kinesisRecordAppended]: (world, { a: record, b: shard, d }, change) => {
    if (d !== change) return null;
    const isCopy = world.kinesisRecords.copy.get(record) > 0;
    const { name } = world.state.kinesisStreams[world.state.shards[shard]!.stream]!;
    return step(tableOf(world, change), name, isCopy ? words.copyAgain : words.copy, isCopy);
  },
  [Entry.invocationStarted]: (world, { a, b }, change) => {
    if (!isInBatch(world, a, b, change)) return null;
    const { from, to, attempt } = world.invocations;
    const text = words.batch(to.get(a) - from.get(a), attempt.get(a));
    return step(shardOf(world, b), readerName(world, b), text);
  },
  [Entry.invocationFailed]: (world, { a, b, c: reason }, change) => {
    if (!isInBatch(world, a, b, change)) return null;
    const why = storyWords.reasons[failureName(reason)] ?? failureName(reason);
    return step(readerName(world, b), shardOf(world, b), words.failed(why), true);
  },
  [Entry.invocationSucceeded]: (world, { a, b }, change) =>
    isInBatch(world, a, b, change)
      ? step(readerName(world, b), shardOf(world, b), words.done)
      : null,
  [Entry.effectCompleted]: (world, { a: effect, b: target, c, d: outcome }, change) => {
    if (c !== change) return null;
    const { do: kind } = effectDefinition(world, effect);
    const text = `${effectWords.thing(kind)} ${effectWords.done(kind, outcome)}`;
    const fn = world.state.functions[functionOfEffect(world, effect)]!.name;
    const isBad = effectWords.repeatHurts(kind, outcome);
    return step(fn, world.state.targets[target]!.name, text, isBad);
  },
  [Entry.effectFailed]: (world, { a: effect, b: target, c }, change) => {
    if (c !== change) return null;
    const text = words.refused(effectWords.thing(effectDefinition(world, effect).do));
    const fn = world.state.functions[functionOfEffect(world, effect)]!.name;
    return step(fn, world.state.targets[target]!.name, text, true);
  },
  [Entry.imageReturned]: (world, { a: poller, c, d: again }, change) =>
    c === change
      ? step(
          tableOf(world, change),
          world.state.pollers[poller]!.id,
          again > 0 ? words.scannedAgain : words.scanned,
        )
      : null,
};

/** A life as it is copied. */
export interface RecordLifeTold {
  text: string;
  mermaid: string;
}

/** A record's life so far, as text and as a diagram. */
export function tellLife(world: World, change: number): RecordLifeTold {
  const steps = recordLife(world, change);
  const kind = changeKindName(world.changes.kind.get(change));
  const title = words.title(labelOfChange(world, change), kind);
  return { text: lifeText(title, steps), mermaid: lifeMermaid(title, steps) };
}

/** The steps of a change's life so far, oldest first. */
export function recordLife(world: World, change: number): LifeStep[] {
  const { journal, changes } = world;
  const from = journal.firstAtOrAfter(instant(changes.at.get(change)));
  const end = Math.min(journal.length, from + MOST_ENTRIES);
  const steps: LifeStep[] = [];
  for (let number = from; number < end && steps.length < MOST_STEPS; number++) {
    const tell = tellers[journal.kindOf(number)];
    if (tell === undefined) continue;
    const entry = journal.read(number);
    const told = tell(world, entry, change);
    if (told !== null) steps.push({ at: entry.at, ...told });
  }
  return steps;
}

/** One line a step, with the time since the step before. */
export function lifeText(title: string, steps: readonly LifeStep[]): string {
  const begin = steps[0]?.at ?? 0;
  const lines = steps.map(({ at, from, to, text }, i) => {
    const since = i === 0 ? '' : `+${spanText((at - steps[i - 1]!.at) / 1_000)}`;
    const after = i === 0 ? '0' : spanText((at - begin) / 1_000);
    const who = from === to ? from : `${from} → ${to}`;
    return `${after.padStart(10)}  ${since.padStart(10)}  ${who}: ${text}`;
  });
  return [title, ...lines].join('\n');
}

/** A Mermaid sequence diagram of the same steps, with the times between as notes. */
export function lifeMermaid(title: string, steps: readonly LifeStep[]): string {
  const names = [...new Set(steps.flatMap(({ from, to }) => [from, to]))];
  const idOf = (name: string): string => `P${names.indexOf(name)}`;
  const lines = steps.flatMap(({ at, from, to, text, isBad }, i) => {
    const gap = i === 0 ? 0 : at - steps[i - 1]!.at;
    const note = `    Note over ${idOf(names[0]!)}: ${mermaidText(words.later(spanText(gap / 1_000)))}`;
    const arrow = isBad ? '-x' : '->>';
    const message = `    ${idOf(from)}${arrow}${idOf(to)}: ${mermaidText(text)}`;
    return gap > 0 ? [note, message] : [message];
  });
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    '---',
    'sequenceDiagram',
    ...names.map((name) => `    participant ${idOf(name)} as ${mermaidText(name)}`),
    ...lines,
  ].join('\n');
}

/**
 * Mermaid takes `#` and `;` for an entity, `<` and `&` for HTML, `%%` for a remark or a directive, and
 * `wrap:` at the beginning for one, too; a line is a statement.
 */
const mermaidText = (text: string): string =>
  text
    .replace(/[#;<>&%]|(?<=^\s*(?:no)?wrap):/gu, (sign) => `#${sign.codePointAt(0)};`)
    .replace(/\s+/gu, ' ')
    .trim();

const tableOf = ({ changes, state }: World, change: number): string =>
  state.tables[changes.table.get(change)]!.name;

const shardOf = (world: World, consumer: number): string => {
  const { shard } = world.state.consumers[consumer]!;
  const { kind, stream } = world.state.shards[shard]!;
  return kind === 'KinesisStream'
    ? world.state.kinesisStreams[stream]!.name
    : shardLabel(world, shard);
};

/** Whether a batch holds the change, in the table's stream or in a Kinesis stream. */
function isInBatch(world: World, invocation: number, number: number, change: number): boolean {
  const consumer = world.state.consumers[number]!;
  const { kind } = world.state.shards[consumer.shard]!;
  const { from, to } = world.invocations;
  const isHeld = (ordinal: number): boolean =>
    ordinal >= from.get(invocation) &&
    ordinal < to.get(invocation) &&
    isInLane(world, consumer, ordinal);
  if (kind === 'DynamoDbStream') {
    const { shard, ordinal } = world.changes;
    return shard.get(change) === consumer.shard && isHeld(ordinal.get(change));
  }
  for (let ordinal = from.get(invocation); ordinal < to.get(invocation); ordinal++) {
    const record = world.shardRecords[consumer.shard]!.get(ordinal);
    if (world.kinesisRecords.change.get(record) === change) return isHeld(ordinal);
  }
  return false;
}
