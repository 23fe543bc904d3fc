/** The panel of labs that are kept in this browser. */
import { countOf } from '../../projections/spanText.ts';

export const labsWords = {
  title: 'Labs',
  open: 'Labs kept here…',
  about:
    'Every lab you open is kept in this browser, with all you do in it. A file holds the lab, its seed and every command on every branch: whoever opens it sees the same history.',
  list: 'Labs kept in this browser',
  none: 'No lab is kept here yet.',
  isOpen: 'open now',
  commands: (n: number): string => (n === 0 ? 'nothing added' : countOf(n, 'command')),
  branches: (n: number): string => `${n} branches`,
  seed: (seed: number): string => `seed ${seed}`,
  changed: (when: string): string => `used ${when}`,
  actions: {
    open: 'Open',
    rename: 'Rename',
    duplicate: 'Duplicate',
    export: 'Export',
    remove: 'Delete',
  },
  /** The accessible name of an action on a lab. */
  actionOn: (action: string, title: string): string => `${action} ${title}`,
  newName: 'New name',
  save: 'Save',
  cancel: 'Cancel',
  copyOf: (title: string): string => `${title} (copy)`,
  duplicated: (title: string): string => `${title} is kept beside the other.`,
  removed: (title: string): string => `${title} was deleted.`,
  undo: 'Bring it back',
  kept: (title: string): string => `${title} is kept in this browser.`,
  restored: (title: string): string => `${title} is back.`,
  openFile: 'Open a lab file…',
  dropHint:
    'or drop it on the page: a .yaml or .json of up to 1 MiB, what was done in it not counted',
  withData: 'Write the items into the exported file too',
  withDataHint: 'Only for the lab that is open. Nobody needs them to replay it.',
  exported: (name: string): string => `Written to ${name}.`,
  memory: 'This lab is kept in memory only. Export it to keep it.',
} as const;
