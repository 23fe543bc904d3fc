/** What an answer leaves under way, and so waits for the clock. */
import { consoleWords as words } from '../words/console.ts';

/** States that only time ends. */
const UNDER_WAY = new Set([
  'CREATING',
  'UPDATING',
  'DELETING',
  'ENABLING',
  'DISABLING',
  'Creating',
  'Updating',
  'Deleting',
  'Enabling',
  'Disabling',
]);
const STATES = ['TableStatus', 'StreamStatus', 'State', 'DestinationStatus', 'TimeToLiveStatus'];

/** A sentence about the first thing in an output that is under way, or an empty text. */
export function pausedNote(output: unknown): string {
  if (typeof output !== 'object' || output === null) return '';
  const members = output as Record<string, unknown>;
  for (const name of STATES) {
    const state = members[name];
    if (typeof state === 'string' && UNDER_WAY.has(state))
      return words.paused(nameOf(members), state);
  }
  for (const inner of Object.values(members)) {
    const note = pausedNote(inner);
    if (note !== '') return note;
  }
  return '';
}

function nameOf(members: Record<string, unknown>): string {
  if (typeof members.TableName === 'string') return members.TableName;
  return typeof members.UUID === 'string' ? 'the mapping' : 'it';
}
