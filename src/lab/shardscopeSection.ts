/**
 * `Metadata.Shardscope`, version 1: what AWS has no word for. Unlike in the rest of a template, a key
 * that is not known here is an error, because only this program reads it.
 */
import type {
  FaultDefinition,
  GoalDefinition,
  PollerDefinition,
  SimulationDefinition,
} from '../engine/definition.ts';
import type { AttributeMap } from '../engine/item/attributeValue.ts';
import { readAttributeMap } from './attributeMap.ts';
import { readCommands } from './commands.ts';
import { readEffects } from './effects.ts';
import type { Lab } from './lab.ts';
import { type Path, shown } from './labError.ts';
import type { Members } from './members.ts';
import { didYouMean } from './nearest.ts';
import { readTraffic } from './traffic.ts';

export const DEFAULT_START = '2026-01-05T09:00:00Z';
export const DEFAULT_UNTIL_MS = 600_000;

/** What has to be known before the resources are read, because names depend on it. */
export interface Header {
  title: string;
  seed: number;
  startAtMs: number;
  untilMs: number;
  region: string;
  accountId: string;
}

export const DEFAULT_HEADER: Header = {
  title: '',
  seed: 1,
  startAtMs: Date.parse(DEFAULT_START),
  untilMs: DEFAULT_UNTIL_MS,
  region: 'us-east-1',
  accountId: '123456789012',
};

export function readHeader(section: Members): Header {
  section.number('Version', { minimum: 1, maximum: 1 }, 1);
  const start = section.text('Start', DEFAULT_START);
  const startAtMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/u.test(start)
    ? Date.parse(start)
    : Number.NaN;
  if (Number.isNaN(startAtMs)) {
    section.error(
      'Start',
      `${shown(start)} is not an instant; one such as ${DEFAULT_START} is expected.`,
    );
  }
  const accountId = section.text('AccountId', DEFAULT_HEADER.accountId);
  if (!/^\d{12}$/u.test(accountId)) {
    section.error(
      'AccountId',
      `${shown(accountId)} is not an account; twelve digits are expected.`,
    );
  }
  return {
    title: section.text('Title', ''),
    seed: section.number('Seed', { minimum: 0, maximum: 0xffff_ffff }, 1),
    startAtMs: Number.isNaN(startAtMs) ? DEFAULT_HEADER.startAtMs : startAtMs,
    untilMs: section.duration('Until', DEFAULT_UNTIL_MS),
    region: section.text('Region', DEFAULT_HEADER.region),
    accountId,
  };
}

export type Behaviour = Pick<
  SimulationDefinition,
  'pollers' | 'traffic' | 'faults' | 'commands' | 'goals'
>;

/** Everything but the header. Fills in items and functions of the lab as it goes. */
export function readBehaviour(section: Members, lab: Lab): Behaviour {
  readItems(section, lab);
  readFunctions(section, lab);
  const behaviour: Behaviour = {
    traffic: section.list('Traffic').flatMap((each) => readTraffic(each, lab) ?? []),
    pollers: section.entries('Pollers').flatMap(([id, each]) => readPoller(id, each, lab) ?? []),
    faults: section.list('Faults').flatMap((each) => readFault(each, lab) ?? []),
    goals: section.list('Goals').flatMap((each) => readGoal(each) ?? []),
    commands: readCommands(section, lab),
  };
  for (const name of ['KinesisClientApplications', 'Exports']) {
    for (const id of section.mapping(name).keys()) {
      lab.findings.note(`${id}: ${name} are not simulated yet.`);
    }
  }
  refuseUnknown(section);
  return behaviour;
}

const KEYS = [
  ...['Version', 'Title', 'Seed', 'Start', 'Until', 'Region', 'AccountId', 'Items', 'Traffic'],
  ...[
    'Commands',
    'Functions',
    'Faults',
    'Goals',
    'KinesisClientApplications',
    'Pollers',
    'Exports',
  ],
];

function refuseUnknown(section: Members): void {
  refuseOthers(section, KEYS);
}

/** Calls every key that is not among the known ones an error, and suggests the nearest. */
export function refuseOthers(members: Members, known: readonly string[]): void {
  for (const key of members.keys()) {
    if (known.includes(key)) continue;
    const guess = didYouMean(key, known) || `; known are ${known.join(', ')}.`;
    members.error(key, `${key} is not a known key${guess}`);
  }
}

/** The table with that logical id (or name), or an error at the member that names it. */
export function tableNamed(members: Members, name: string, lab: Lab): string | undefined {
  const id = members.logicalId(name);
  if (id === undefined) {
    if (!members.has(name))
      members.error(name, `${name} is missing; a table's logical id is expected.`);
    return undefined;
  }
  const table = lab.tables.find((each) => each.id === id || each.name === id);
  if (table !== undefined) return table.id;
  const known = lab.tables.map((each) => each.id);
  members.error(name, `there is no table called ${id}${didYouMean(id, known) || '.'}`);
  return undefined;
}

function readItems(section: Members, lab: Lab): void {
  const items = section.mapping('Items');
  for (const id of items.keys()) {
    const table = lab.tables.find((each) => each.id === id);
    const list = items.raw(id);
    if (table === undefined) {
      const guess = didYouMean(
        id,
        lab.tables.map((each) => each.id),
      );
      items.error(id, `there is no table called ${id}${guess || '.'}`);
      continue;
    }
    if (list === undefined || !Array.isArray(list.value)) {
      items.error(id, `${shown(list?.value)} stands where a list of items is expected.`);
      continue;
    }
    list.value.forEach((value: unknown, i) => {
      const path: Path = [...list.path, i];
      const item = readAttributeMap(value, path, lab.findings);
      if (item !== undefined && hasKeys(item, table, path, lab)) table.items.push(item);
    });
  }
}

/** Whether an item has its table's keys, with their types. */
function hasKeys(item: AttributeMap, table: Lab['tables'][number], path: Path, lab: Lab): boolean {
  const keys = table.sortKey ? [table.partitionKey, table.sortKey] : [table.partitionKey];
  return keys.every(({ name, type }) => {
    const value = item[name];
    if (value !== undefined && type in value) return true;
    const what =
      value === undefined ? `the key ${name} is missing` : `the key ${name} is not of type ${type}`;
    lab.findings.error(path, `${what}; ${table.id} needs { ${name}: { ${type}: … } }.`);
    return false;
  });
}

function readFunctions(section: Members, lab: Lab): void {
  for (const [id, from] of section.entries('Functions')) {
    refuseOthers(from, ['Effects', 'DurationMs', 'ColdStartMs']);
    const definition = lab.functions.find((each) => each.id === id);
    if (definition === undefined) {
      const guess = didYouMean(
        id,
        lab.functions.map((each) => each.id),
      );
      from.findings.error(from.path, `there is no function called ${id}${guess || '.'}`);
      continue;
    }
    definition.effects = readEffects(from, lab);
    const duration = from.mapping('DurationMs');
    refuseOthers(duration, ['P50', 'P99']);
    const range = { minimum: 0, maximum: 900_000, fraction: true };
    const p50 = duration.number('P50', range, definition.durationMs.p50);
    const p99 = duration.number('P99', range, Math.max(p50, definition.durationMs.p99));
    if (p99 < p50) duration.error('P99', `${p99} is below P50, which is ${p50}`);
    definition.durationMs = { p50, p99 };
    definition.coldStartMs = from.number('ColdStartMs', range, definition.coldStartMs);
  }
}

function readPoller(id: string, from: Members, lab: Lab): PollerDefinition | undefined {
  refuseOthers(from, ['Table', 'Every', 'Watermark', 'ConsistentRead']);
  const table = tableNamed(from, 'Table', lab);
  const everyMs = from.duration('Every', 30_000);
  if (everyMs < 1_000) from.error('Every', `${everyMs}ms is below the minimum 1s`);
  const poller = {
    id,
    table: table ?? '',
    everyMs,
    watermark: from.text('Watermark', 'updated_at'),
    consistentRead: from.boolean('ConsistentRead', false),
  };
  return table === undefined ? undefined : poller;
}

const FAULT_KEYS = ['Kind', 'Target', 'At', 'For', 'Match', 'Probability', 'Factor'];
/** What each kind of fault strikes, as far as the engine has it. */
const FAULT_KINDS = {
  Error: 'function',
  Poison: 'function',
  Throttle: 'function',
  CrashAfterEffect: 'function',
  Slow: 'function',
  Unavailable: 'target',
  PermissionLost: undefined,
  WorkerCrash: undefined,
  SplitPartition: 'table',
} as const;

export function readFault(from: Members, lab: Lab): FaultDefinition | undefined {
  refuseOthers(from, FAULT_KEYS);
  const kinds = Object.keys(FAULT_KINDS) as FaultDefinition['kind'][];
  const kind = from.requiredChoice('Kind', kinds);
  const target = from.logicalId('Target');
  const forMs = from.duration('For');
  const match = from.raw('Match');
  const fault = {
    atMs: from.duration('At', 0),
    ...(forMs !== undefined && { forMs }),
    probability: from.number('Probability', { minimum: 0, maximum: 1, fraction: true }, 1),
    factor: from.number('Factor', { minimum: 1, maximum: 10_000, fraction: true }, 10),
  };
  const attributes = match && readAttributeMap(match.value, match.path, lab.findings);
  if (kind === 'Poison' && match === undefined) {
    from.error('Kind', 'Match is missing; a poison needs the attributes that an item has to have.');
  }
  if (target === undefined && !from.has('Target')) {
    from.error(
      'Target',
      'Target is missing; the logical id of what the fault strikes is expected.',
    );
  }
  if (kind === undefined || target === undefined) return undefined;
  const struck = FAULT_KINDS[kind];
  if (struck === undefined) {
    lab.findings.note(`${target}: faults of kind ${kind} are not simulated yet.`);
    return undefined;
  }
  const known = { function: lab.functions, target: lab.targets, table: lab.tables }[struck].map(
    (each) => each.id,
  );
  if (!known.includes(target)) {
    from.error(
      'Target',
      `there is no ${struck} called ${target}${didYouMean(target, known) || '.'}`,
    );
    return undefined;
  }
  return { kind, target, ...fault, ...(attributes && { match: attributes }) };
}

function readGoal(from: Members): GoalDefinition | undefined {
  refuseOthers(from, ['Law', 'Of']);
  const law = from.requiredText('Law', 'the name of a law');
  const of = from.requiredText('Of', 'a logical id');
  return law === undefined || of === undefined ? undefined : { law, of };
}
