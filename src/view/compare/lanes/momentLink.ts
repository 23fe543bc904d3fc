/** The address at which somebody else sees the same lanes at the same moment. */
import { builtInLab } from '../../../lab/builtIn/index.ts';
import { labActions, useLab } from '../../../runtime/page/useLab.ts';
import { shareLink } from '../../share/shareLink.ts';
import { laneLink } from './laneLink.ts';
import { type Pin, useLanes } from './laneStore.ts';

/**
 * A lab of the page's own in which nothing was done is named; any other travels whole, as Share has it.
 */
export async function momentLink({ at, change, note }: Pin): Promise<string> {
  const { lanes, shared, weather } = useLanes.getState();
  const moment = laneLink({ lanes, shared, weather, at, change, note });
  const { labId, seed } = useLab.getState();
  const builtIn = builtInLab(labId.split('@')[0]!);
  const page = location.href.replace(/[?#].*$/su, '');
  const { count } = await labActions.given();
  if (builtIn && count === 0) {
    return `${page}#lab=${builtIn.id}&seed=${seed}&autoplay=0&${moment}`;
  }
  const { address } = await shareLink(page, { atThisInstant: false, withSpeed: false });
  return `${address ?? `${page}#lab=${builtIn?.id ?? ''}`}&autoplay=0&${moment}`;
}
