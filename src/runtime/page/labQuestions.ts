/** What can be asked of the lab without moving anything. */

import type { LinkCommands } from '../../lab/link/linkCommands.ts';
import type { CodeView } from '../../projections/codeView.ts';
import type { CommandLog } from '../../projections/commandLog.ts';
import type { PackedCommands } from '../../projections/packedCommands.ts';
import type { LogLine } from '../../projections/scene/scene.ts';
import type { StoryStep } from '../../projections/storyboard.ts';
import type { TimelineAnswer } from '../../projections/timeline/timelineAnswer.ts';
import type { RecordLifeTold } from '../../projections/why/lifeTold.ts';
import type { WhyAnswer } from '../../projections/why/whyAnswer.ts';
import type { Asked } from './host.ts';
import type { LabActions, LinesBetween } from './labStore.ts';

type Listed = Awaited<ReturnType<LabActions['items']>>;

export type LabQuestions = Pick<
  LabActions,
  | 'items'
  | 'given'
  | 'linkCommands'
  | 'search'
  | 'report'
  | 'measures'
  | 'why'
  | 'life'
  | 'code'
  | 'story'
  | 'commandLog'
  | 'olderLog'
  | 'timeline'
  | 'logBetween'
>;

/** @param value asks, and throws an Error with a sentence when it is refused. */
export function labQuestions(value: (asked: Asked) => Promise<unknown>): LabQuestions {
  return {
    items: async (table, contains) => (await value({ do: 'items', table, contains })) as Listed,
    search: async (target, words) => (await value({ do: 'search', target, words })) as Listed,
    code: async (fn) => (await value({ do: 'code', function: fn })) as CodeView,
    given: async () => (await value({ do: 'given' })) as PackedCommands,
    linkCommands: async () => (await value({ do: 'linkCommands' })) as LinkCommands,
    report: () => value({ do: 'report' }),
    measures: () => value({ do: 'measures' }),
    why: async (about, most) => (await value({ do: 'why', about, most })) as WhyAnswer[],
    life: async (change, most) => (await value({ do: 'life', change, most })) as RecordLifeTold,
    story: async (count) => (await value({ do: 'story', count })) as StoryStep[],
    commandLog: async () => (await value({ do: 'commandLog' })) as CommandLog,
    olderLog: async (before, count) => (await value({ do: 'log', before, count })) as LogLine[],
    timeline: async (query) => {
      try {
        return (await value({ do: 'timeline', query })) as TimelineAnswer;
      } catch {
        return null; // no lab is open, or another one is being opened
      }
    },
    logBetween: async (from, to, count) =>
      (await value({ do: 'logBetween', from, to, count })) as LinesBetween,
  };
}
