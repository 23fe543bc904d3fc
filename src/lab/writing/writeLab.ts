/**
 * A lab as a file: the counterpart of the reader. What a person has done since the lab began comes
 * along as Commands, so that the file replays the same history. Rule: [L13] in SPEC.md.
 */

import { Document, type Node, visit, YAMLMap, YAMLSeq } from 'yaml';
import type { Command, FunctionDefinition, SimulationDefinition } from '../../engine/definition.ts';
import { withData } from '../dataBlock.ts';
import { withDone } from '../doneBlock.ts';
import { durationText } from '../duration.ts';
import { commandsOfBranch, type LabHistory } from '../history.ts';
import { type PlacedCard, writeLayout } from '../layout.ts';
import { writeAccount } from '../section/account.ts';
import { writeExport, writePoller } from '../section/pollers.ts';
import { DEFAULT_HEADER } from '../section/shardscopeSection.ts';
import { atOnce, type Steps } from '../steps.ts';
import { filesBeside } from './writeCode.ts';
import { writeDone, writeHistory } from './writeHistory.ts';
import { writeResources } from './writeResources.ts';

/** A command and the instant at which it was given, in milliseconds since the lab's first instant. */
export interface GivenCommand {
  atMs: number;
  command: Command;
}

/** What a lab file may tell besides the lab itself. */
export interface LabExtras {
  /** Who has done what on which branch; the commands of the present one become the file's own. */
  history?: Omit<LabHistory, 'own'>;
  /** Where people have put cards. */
  layout?: readonly PlacedCard[];
  /** What there is at the playhead, for people to read: the reader passes over it. */
  data?: Record<string, unknown>;
}

/** What was done stands at the end of the file, a command a line, where it takes more characters. */
const MOST_AMONG_THE_REST = 256 * 1_024;

/** Characters of a mapping that may stand on one line. */
const SHORT = 90;

/** The text of a template that {@link readLab} reads as this definition with these commands. */
export function writeLab(
  definition: SimulationDefinition,
  commands: readonly GivenCommand[] = [],
  extras: LabExtras = {},
): string {
  return atOnce(writeLabInSteps(definition, commands, extras));
}

/** The same for a lab in which much may have been done: each command of its history is counted once. */
export function* writeLabInSteps(
  definition: SimulationDefinition,
  commands: readonly GivenCommand[] = [],
  extras: LabExtras = {},
): Steps<string> {
  const { history } = extras;
  const isMuch = history !== undefined && takesMore(history.commands, MOST_AMONG_THE_REST);
  const template = templateOf(definition, commands, extras, isMuch);
  const document = new Document(template, { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_, node) {
      if (isShort(node as Node)) (node as YAMLMap | YAMLSeq).flow = true;
    },
  });
  const rest = document.toString({ lineWidth: 110, flowCollectionPadding: true });
  const text = isMuch ? yield* withDone(rest, writeDone(history)) : rest;
  return extras.data === undefined ? text : withData(text, extras.data);
}

/** Whether things take more characters as JSON; it is not found out how many. */
function takesMore(things: readonly object[], characters: number): boolean {
  let left = characters;
  return things.some((thing) => {
    left -= JSON.stringify(thing).length + 1;
    return left < 1;
  });
}

/**
 * The same as JSON, which people read less well, and which costs a hundredth of the time: for labs of
 * thousands of items on their way to the reader.
 */
export function writeLabAsJson(definition: SimulationDefinition, extras: LabExtras = {}): string {
  return JSON.stringify(templateOf(definition, [], extras));
}

const templateOf = (
  definition: SimulationDefinition,
  commands: readonly GivenCommand[],
  extras: LabExtras,
  isMuch = false,
) => {
  const Metadata = { Shardscope: section(definition, commands, extras, isMuch) };
  const isLast = isMuch || extras.data !== undefined; // what follows in it is the end of the file
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Transform: 'AWS::Serverless-2016-10-31',
    Description: definition.title,
    ...(!isLast && { Metadata }),
    Resources: writeResources(definition),
    ...(isLast && { Metadata }),
  };
};

/** Whether a mapping or list inside is best read on one line. */
function isShort(node: Node): boolean {
  if (!(node instanceof YAMLMap || node instanceof YAMLSeq) || node.items.length === 0)
    return false;
  const text = JSON.stringify(node.toJSON());
  const isList = node instanceof YAMLSeq;
  return text.length <= SHORT && (isList || !/"(?:Type|Properties)":/u.test(text));
}

function writeBehaviour(fn: FunctionDefinition): Record<string, unknown> {
  const files = filesBeside(fn);
  return {
    ...list('Effects', fn.pipe ? [] : fn.effects, ({ do: kind, target, idempotency }) => ({
      Do: kind,
      Target: target,
      ...(idempotency !== 'None' && { Idempotency: idempotency }),
    })),
    DurationMs: { P50: fn.durationMs.p50, P99: fn.durationMs.p99 },
    ColdStartMs: fn.coldStartMs,
    ...(files && { Files: files }),
  };
}

function section(
  definition: SimulationDefinition,
  commands: readonly GivenCommand[],
  { history, layout = [] }: LabExtras,
  isMuch: boolean,
): Record<string, unknown> {
  const { tables, functions, pollers, traffic, faults, goals } = definition;
  const present =
    history && !isMuch ? commandsOfBranch(history.branch, history.branches, history.commands) : [];
  const given: (GivenCommand & { branch?: number })[] = [
    ...definition.commands,
    ...commands,
    ...present.map(({ at, ...each }) => ({ ...each, atMs: at / 1_000 })),
  ].toSorted((a, b) => a.atMs - b.atMs);
  const placeOf = (branch: number): number =>
    history!.branches.findIndex((each) => each.branch === branch);
  return {
    Version: 1,
    Title: definition.title,
    Seed: definition.seed,
    Start: new Date(definition.startAtMs).toISOString().replace('.000Z', 'Z'),
    Until: durationText(definition.untilMs),
    Region: definition.region,
    ...(definition.accountId !== DEFAULT_HEADER.accountId && { AccountId: definition.accountId }),
    ...writeAccount(definition),
    ...mapping('Items', tables, (table) => (table.items.length > 0 ? table.items : undefined)),
    ...list('Traffic', traffic, writeTraffic),
    ...list('Commands', given, ({ atMs, command, branch }) => ({
      At: durationText(atMs),
      Call: command.call,
      Input: command.input,
      ...(command.immediate && { Immediate: true }),
      ...(branch !== undefined && { Given: placeOf(branch) }),
    })),
    ...mapping('Functions', functions, writeBehaviour),
    ...list('Faults', faults, writeFault),
    ...mapping(
      'Pollers',
      pollers.filter((poller) => poller.export === undefined),
      writePoller,
    ),
    ...mapping(
      'Exports',
      pollers.filter((poller) => poller.export !== undefined),
      writeExport,
    ),
    ...list('Goals', goals, ({ law, of }) => ({ Law: law, Of: of })),
    ...(history && { History: writeHistory(history, present, !isMuch) }),
    ...writeLayout(layout),
  };
}

/** `{ name: [...] }`, or nothing where there is nothing to list. */
function list<T>(
  name: string,
  things: readonly T[],
  write: (thing: T) => unknown,
): Record<string, unknown> {
  return things.length === 0 ? {} : { [name]: things.map(write) };
}

/** `{ name: { id: … } }`, or nothing; things written as `undefined` are left out. */
function mapping<T extends { id: string }>(
  name: string,
  things: readonly T[],
  write: (thing: T) => unknown,
): Record<string, unknown> {
  const entries = things.map((thing) => [thing.id, write(thing)] as const);
  const present = entries.filter(([, value]) => value !== undefined);
  return present.length === 0 ? {} : { [name]: Object.fromEntries(present) };
}

function writeTraffic(traffic: SimulationDefinition['traffic'][number]): unknown {
  const { keys, mix } = traffic;
  return {
    Table: traffic.table,
    From: durationText(traffic.fromMs),
    ...(traffic.forMs !== undefined && { For: durationText(traffic.forMs) }),
    PerSecond: traffic.perSecond,
    Arrival: traffic.arrival,
    Keys: {
      Count: keys.count,
      Distribution: keys.distribution,
      Prefix: keys.prefix,
      Skew: keys.skew,
      Share: keys.share,
      HotKeys: keys.hotKeys,
    },
    Mix: { Insert: mix.insert, Modify: mix.modify, Remove: mix.remove, NoOp: mix.noOp },
    ItemBytes: traffic.itemBytes,
    ...(traffic.attributes && { Attributes: traffic.attributes }),
    ...(traffic.stamps && { Stamps: traffic.stamps }),
    ...(traffic.clockSkewMs !== undefined && { ClockSkew: durationText(traffic.clockSkewMs) }),
    ...(traffic.slowCommits && {
      SlowCommits: {
        Share: traffic.slowCommits.share,
        By: durationText(traffic.slowCommits.byMs),
      },
    }),
  };
}

function writeFault(fault: SimulationDefinition['faults'][number]): unknown {
  return {
    Kind: fault.kind,
    Target: fault.target,
    At: durationText(fault.atMs),
    ...(fault.forMs !== undefined && { For: durationText(fault.forMs) }),
    ...(fault.match !== undefined && { Match: fault.match }),
    Probability: fault.probability,
    Factor: fault.factor,
  };
}
