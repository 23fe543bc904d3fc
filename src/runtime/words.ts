/** Every sentence that the runtime says to a person. */
import { StorageProblem, type StorageProblemKind } from './storage/storage.ts';

export const storageWords: Record<StorageProblemKind, string> = {
  denied:
    'This browser does not let the page store anything here (private browsing or site settings). The lab works, but what you do in it is gone when the tab closes.',
  quota:
    'The browser’s storage for this site is full. What is stored stays; the lab works on in memory from here. To store again, delete labs that you no longer need, and reload.',
  blocked:
    'Another tab holds an older version of the database open. The lab works in memory for now; close the other Shardscope tabs and reload to store it.',
  newer:
    'What is stored was written by a newer version of Shardscope. It is left as it is; this lab works in memory.',
  corrupt:
    'What was stored of this lab could not be read. It starts afresh and works in memory; nothing stored was overwritten.',
  closed:
    'The database was deleted or closed while the lab was open. The lab works on in memory from here; reload to store it again.',
  removed:
    'This lab was deleted in another tab. Here it goes on in memory: keep it as a new lab, or it is gone when this tab closes.',
  cancelled: 'It was cancelled: nothing has changed.',
  unknown: 'The lab could not be stored. It works in memory, until the tab closes.',
};

/** Why a long history stays in memory whole. */
export const pagesWords = {
  denied:
    'This browser gives the page no file of its own (private browsing or site settings). A long history stays in memory: many hours may need more than a gigabyte.',
  quota:
    'The browser’s storage for this site is full. What comes from here on stays in memory: many hours may need more than a gigabyte.',
  lost: 'A part of this lab’s history could not be read back from the browser’s storage. Nothing you did is lost: it is computed again from your commands.',
};

/** What is told of second copies, where the browser has lost its database. */
export const copyWords = {
  broughtBack: (labs: number) =>
    labs === 1
      ? 'This browser had lost its database. One lab was brought back from its second copy, with everything you did in it.'
      : `This browser had lost its database. ${labs} labs were brought back from their second copies, with everything you did in them.`,
  unreadable: (labs: number) =>
    labs === 1
      ? 'This browser has lost its database, and of one lab the second copy could not be read either.'
      : `This browser has lost its database, and of ${labs} labs the second copies could not be read either.`,
  healed:
    'Part of what was stored of this lab was damaged. It was brought back from the lab’s second copy, with everything you did in it.',
};

/** What went wrong with storing, as a sentence. */
export function storageSentence(problem: unknown): string {
  if (problem instanceof StorageProblem) return storageWords[problem.kind];
  return problem instanceof Error ? problem.message : storageWords.unknown;
}

export const words = {
  superseded: 'Something newer was asked for.',
  notOpen: 'No lab is open.',
  followerCommand:
    'This lab is open in another tab, which owns it. Take it over here, or write there.',
  followerTime:
    'This lab is open in another tab, which sets its time. Take it over here, or set it there.',
  followerCards:
    'This lab is open in another tab, where its cards are moved. Take it over here, or move them there.',
  awayLong:
    'While this page was not shown, more than 24 hours of the lab’s time would have passed: it catches up with 24 of them.',
  takenOver: 'The other tab has closed: this one owns the lab now.',
  takenOverHere: 'This tab owns the lab now; the other one follows it.',
  handedOver: 'Another tab has taken this lab over: this one follows it.',
  notGiven: 'The other tab does not answer. Close it, and this one takes over.',
  restored:
    'This lab has been brought back in another tab. Here it still goes on in memory: reload to open the one that is stored, or keep this one as a new lab.',
  engineChanged:
    'The simulation’s rules have changed since this lab was last open. Its history was computed anew from your commands.',
  commandsRefused: (count: number) =>
    count === 1
      ? 'One stored command is no longer accepted and was left out.'
      : `${count} stored commands are no longer accepted and were left out.`,
  branched:
    'You changed the past: from here on this is a new branch. The old one is kept, under Branches.',
  noSuchBranch: 'There is no such branch in this lab.',
  nothingToUndo: 'There is nothing to undo before this instant.',
  nothingToRedo: 'There is nothing to redo.',
  nothingRemoved: 'There is no deleted lab to bring back.',
  tooMuchToExport:
    'This is more than a lab file may hold: at most 100,000 commands in 32 MiB, and 64 MiB with the items. The lab stays stored here.',
  emptyTitle: 'A lab needs a name of at least one character.',
  labGone: 'This lab is not stored here any more.',
  checkpointDamaged:
    'A stored part of this lab’s history was damaged and left out. Nothing you did is lost: it is computed again from your commands.',
  derivedDropped:
    'The browser’s storage is nearly full: commands are still stored, but items and records are no longer copied into the database.',
  engineStopped: (seed: number, seconds: number, message: string) =>
    `The simulation stopped because of an error of ours (seed ${seed}, ${seconds.toFixed(3)} s): ${message}`,
  workerRefused:
    'This browser or page does not allow workers. The lab runs on the page’s own thread, and may stutter.',
  badParameter: (name: string, value: string, accepted: string) =>
    `The address says ${name}=${value}, which is not ${accepted}. It was left out.`,
  unknownLab: (id: string) => `There is no built-in lab called “${id}”.`,
  fileTooLarge: (name: string) =>
    `${name} is larger than 1 MiB. A lab file may have up to 1 MiB, and up to 64 MiB with what was done in the lab and its items.`,
  fileUnreadable: (name: string) => `${name} could not be read.`,
  historyGone: 'Another file has been read since. Open this one again.',
  moreErrors: (count: number) => `… and ${count} more.`,
};
