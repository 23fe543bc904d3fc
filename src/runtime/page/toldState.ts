/** What an unasked response changes in the store, where that is all that it does. */

import type { Response } from '../messages.ts';
import type { LabState } from './labStore.ts';

type Unasked = Extract<Response, { re: -1 }>;

export function toldState(response: Unasked): Partial<LabState> {
  switch (response.do) {
    case 'branches':
      return { tree: response.tree };
    case 'storage':
      // Whoever owns the lab sets its time.
      return {
        storage: response.state,
        ...(response.state.kind === 'follower' && { playing: false }),
      };
    case 'look':
      return response.look;
    case 'progress': {
      const { of, part, bytes } = response;
      return { progress: part >= 1 ? null : { of, part, ...(bytes && { bytes }) } };
    }
    default:
      return {};
  }
}
