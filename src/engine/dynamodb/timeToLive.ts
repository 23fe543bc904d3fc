/**
 * Switching time to live on and off, and the service that deletes what has expired, in its own time.
 *
 * Rules: [T14] how late, [T15] who deleted it, [T16] settling.
 */
import { optionalMembers, textMember } from '../item/callInput.ts';
import { validationError } from '../item/itemError.ts';
import type { Call, Calls } from '../kernel/call.ts';
import { Entry } from '../kernel/journal.ts';
import { after } from '../kernel/time.ts';
import { TIME_TO_LIVE_FIXED } from '../limits.ts';
import { TIME_TO_LIVE_SOURCE, type World, WriteKind } from '../world.ts';
import { expiryOf, watchExpiry } from './expiry.ts';
import { currentVersion } from './items.ts';
import { commitExpiry } from './table.ts';
import { existingTable } from './tableCalls.ts';
import { addWrite } from './writeCall.ts';

/** Answers the table's number. */
const updateTimeToLiveCall: Call = (world, input) => {
  const table = existingTable(world, textMember(input, 'TableName'));
  const specification = optionalMembers(input, 'TimeToLiveSpecification') ?? {};
  const name = textMember(specification, 'AttributeName');
  const isOn = specification.Enabled === true;
  const { timeToLiveAttribute: now, timeToLiveChangedAt: changedAt } = world.state.tables[table]!;
  if (changedAt >= 0 && after(changedAt, TIME_TO_LIVE_FIXED) > world.now) {
    throw validationError('Time to live has been modified multiple times within a fixed interval');
  }
  if (isOn && now !== null) throw validationError('TimeToLive is already enabled');
  if (!isOn && now === null) throw validationError('TimeToLive is already disabled');
  if (!isOn && now !== name) {
    throw validationError(
      `TimeToLive is active on a different AttributeName: current AttributeName is ${now}`,
    );
  }
  return ({ entry }) => {
    const state = world.state.tables[table]!;
    state.timeToLiveAttribute = isOn ? name : null;
    state.timeToLiveChangedAt = world.now;
    const { journal } = world;
    journal.append(world.now, Entry.timeToLiveChanged, table, isOn ? 1 : 0, 0, 0, entry);
    if (isOn) watchAll(world, table);
    else forgetExpired(world, table);
    return table;
  };
};

function watchAll(world: World, table: number): void {
  const { items } = world;
  for (let item = 0; item < items.hash.length; item++) {
    const version = items.table.get(item) === table ? currentVersion(world, item) : -1;
    if (version >= 0) watchExpiry(world, version);
  }
}

function forgetExpired(world: World, table: number): void {
  const { items, outcomes, state } = world;
  if (state.tables[table]!.expiredCount === 0) return;
  state.tables[table]!.expiredCount = 0;
  for (let item = 0; item < items.hash.length; item++) {
    if (items.table.get(item) === table) outcomes.expiredVersion.set(item, 0);
  }
}

/** The service has come to an item: it goes, if it is still what had expired [T14]. */
export function onExpiryDue(world: World, version: number): void {
  const item = world.versions.item.get(version);
  if (currentVersion(world, item) !== version) return;
  const expiry = expiryOf(world, version);
  if (expiry === null || expiry > world.now) return;
  const table = world.items.table.get(item);
  const { status } = world.state.tables[table]!;
  if (status !== 'ACTIVE' && status !== 'UPDATING') return;
  commitExpiry(world, addWrite(world, table, item, WriteKind.delete, TIME_TO_LIVE_SOURCE));
}

export const timeToLiveCalls: Calls = { 'dynamodb:UpdateTimeToLive': updateTimeToLiveCall };
