/**
 * `Metadata.Shardscope`, version 1: what AWS has no word for. Unlike in the rest of a template, a key
 * that is not known here is an error, because only this program reads it.
 */
import type { GoalDefinition, SimulationDefinition } from '../../engine/definition.ts';
import { type LabHistory, readHistory } from '../history.ts';
import type { Lab } from '../lab.ts';
import { shown } from '../labError.ts';
import { type PlacedCard, readLayout } from '../layout.ts';
import type { Members } from '../members.ts';
import { didYouMean } from '../nearest.ts';
import type { Steps } from '../steps.ts';
import { ACCOUNT_KEYS, type Account, readAccount } from './account.ts';
import { readCommands } from './commands.ts';
import { readEffects } from './effects.ts';
import { readFault } from './faults.ts';
import { readItems } from './items.ts';
import { readExport, readPoller } from './pollers.ts';
import { refuseOthers } from './sectionKeys.ts';
import { readTraffic } from './traffic.ts';

export const DEFAULT_START = '2026-01-05T09:00:00Z';
export const DEFAULT_UNTIL_MS = 600_000;

/** What has to be known before the resources are read, because names depend on it. */
export type Header = Pick<
  SimulationDefinition,
  'title' | 'seed' | 'startAtMs' | 'untilMs' | 'region' | 'accountId'
>;

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
> &
  Account;

/** What somebody has done in the lab, and with its picture, where the file tells. */
export interface Told {
  behaviour: Behaviour;
  history?: LabHistory;
  layout?: PlacedCard[];
}

/** Everything but the header. Fills in items and functions of the lab as it goes. */
export function* readBehaviour(section: Members, lab: Lab): Steps<Told> {
  readItems(section, lab);
  readFunctions(section, lab);
  const behaviour: Behaviour = {
    traffic: section.list('Traffic').flatMap((each) => readTraffic(each, lab) ?? []),
    pollers: [
      ...section.entries('Pollers').flatMap(([id, each]) => readPoller(id, each, lab) ?? []),
      ...section.entries('Exports').flatMap(([id, each]) => readExport(id, each, lab) ?? []),
    ],
    faults: section.list('Faults').flatMap((each) => readFault(each, lab) ?? []),
    goals: section.list('Goals').flatMap((each) => readGoal(each) ?? []),
    commands: yield* readCommands(section, lab),
    ...readAccount(section),
  };
  for (const id of section.mapping('KinesisClientApplications').keys()) {
    lab.findings.note(`${id}: KinesisClientApplications are not simulated yet.`);
  }
  const history = yield* readHistory(section, lab, behaviour.commands);
  const layout = readLayout(section, lab, behaviour.pollers);
  refuseOthers(section, KEYS);
  return { behaviour, ...(history && { history }), ...(layout && { layout }) };
}

const KEYS = [
  ...['Version', 'Title', 'Seed', 'Start', 'Until', 'Region', 'AccountId', 'Items', 'Traffic'],
  ...ACCOUNT_KEYS,
  ...[
    'Commands',
    'Functions',
    'Faults',
    'Goals',
    'KinesisClientApplications',
    'Pollers',
    'Exports',
    'History',
    'Layout',
    'Data',
  ],
];

function readFunctions(section: Members, lab: Lab): void {
  for (const [id, from] of section.entries('Functions')) {
    refuseOthers(from, ['Effects', 'DurationMs', 'ColdStartMs', 'Files']);
    const definition = lab.functions.find((each) => each.id === id);
    if (definition === undefined) {
      const guess = didYouMean(
        id,
        lab.functions.map((each) => each.id),
      );
      from.findings.error(from.path, `there is no function called ${id}${guess || '.'}`);
      continue;
    }
    if (!definition.pipe) definition.effects = readEffects(from, lab);
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

function readGoal(from: Members): GoalDefinition | undefined {
  refuseOthers(from, ['Law', 'Of']);
  const law = from.requiredText('Law', 'the name of a law');
  const of = from.requiredText('Of', 'a logical id');
  return law === undefined || of === undefined ? undefined : { law, of };
}
