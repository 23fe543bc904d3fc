/** The timeline's words that come from the history itself. */
import { countText } from '../spanText.ts';

export const timelineWords = {
  lanes: {
    lab: 'Commands, faults',
    pipe: (name: string) => `${name} (pipe)`,
    poller: (id: string) => `${id} (scan)`,
    reader: (shard: string) => `${shard}, reader`,
    laneReader: (lane: number, shard: string) => `${shard}, reader ${lane}`,
    moreReaders: (n: number) => `${countText(n)} more readers`,
  },
} as const;
