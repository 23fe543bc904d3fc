/** What the presentation and the speaker's window say to each other, over a channel that both have by name. */
import type { SpeakerView } from '../speakerView.ts';
import type { TeachingWish } from '../teachingKeys.ts';

/** Beside the keys: a number that was called out, or null to take back the last. */
export type SpeakerWish = TeachingWish | { called: number | null };

export type ToSpeaker = { do: 'show'; view: SpeakerView } | { do: 'end' };
export type ToPresentation = { do: 'hello' } | { do: 'wish'; wish: SpeakerWish };

export const channelName = (id: string): string => `shardscope-speaker-${id}`;
