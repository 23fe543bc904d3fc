/** The steps of a record's life as messages between participants. */
import { countOf } from '../spanText.ts';

const WRITES: Record<string, string> = { INSERT: 'put', MODIFY: 'update', REMOVE: 'delete' };

export const lifeWords = {
  writer: 'Writer',
  title: (item: string, kind: string): string => `The ${kind} of ${item}`,
  write: (kind: string, item: string): string => `${WRITES[kind]} ${item}`,
  expired: 'time to live has passed',
  record: (kind: string): string => `${kind} record`,
  copy: 'change data record',
  copyAgain: 'the same record once more',
  batch: (records: number, attempt: number): string =>
    `batch of ${countOf(records, 'record')}${attempt > 1 ? `, attempt ${attempt}` : ''}`,
  failed: (why: string): string => `failed: ${why}`,
  done: 'done, checkpoint moves on',
  refused: (thing: string): string => `${thing} refused`,
  routed: (rule: string): string => `event matches rule ${rule}`,
  givenUp: 'given up',
  fellOff: 'fell off, unread',
  document: 'document about what was given up',
  scanned: 'seen by the scan',
  scannedAgain: 'seen by the scan again',
  leftOut: (steps: number): string => `${countOf(steps, 'more step')}, left out here`,
  later: (span: string): string => `${span} later`,
};
