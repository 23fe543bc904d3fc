/** The words on the cards. */
import { countOf, countText, spanText } from '../spanText.ts';

/** What a target holds, by its kind: one and many. */
const HELD: Record<string, readonly [string, string]> = {
  OpenSearch: ['document', 'documents'],
  S3: ['object', 'objects'],
  SNS: ['message published', 'messages published'],
  SES: ['e-mail', 'e-mails'],
  SQS: ['message', 'messages'],
  Logs: ['log event', 'log events'],
  Table: ['update', 'updates'],
  StepFunctions: ['execution started', 'executions started'],
  EventBridge: ['event', 'events'],
  Redshift: ['row merged', 'rows merged'],
};

/** What a repeat is called where it hurts. */
const REPEATED: Record<string, string> = {
  SNS: 'sent twice',
  SES: 'sent twice',
  SQS: 'queued twice',
  Logs: 'logged twice',
  Table: 'counted twice',
  StepFunctions: 'started twice',
  EventBridge: 'put twice',
  Redshift: 'merged twice',
};

export const cardWords = {
  writers: 'Shop',
  retention: (hours: number): string => (hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} d`),

  disabled: 'disabled',
  denied: 'may not read its stream',
  failing: (attempts: number, skipped: number): string =>
    `${countOf(attempts, 'attempt')} failed${skipped > 0 ? ` · ${countText(skipped)} skipped` : ''}`,
  throttled: 'throttled: no concurrency',
  behindBy: (ageMs: number): string => `${spanText(ageMs)} behind`,
  givenUp: (discarded: number, expired: number): string =>
    [
      discarded > 0 ? `${countText(discarded)} given up` : '',
      expired > 0 ? `${countText(expired)} expired` : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  noRecordYet: 'no record yet',
  noMapping: 'no event source mapping',
  upToDate: 'up to date',
  faultDetail: (kind: string, probability: number, factor: number, match: string): string => {
    if (kind === 'Poison') return match || 'every item';
    if (kind === 'Slow') return `×${factor}`;
    if (kind === 'CrashAfterEffect' && probability < 1)
      return `${tidyPercent(probability)} of batches`;
    if (kind === 'CrashAfterEffect') return 'every batch';
    return '';
  },

  holds: (kind: string, size: number): string => {
    const [one, many] = HELD[kind] ?? ['effect', 'effects'];
    return countOf(size, one, many);
  },
  unavailable: 'unavailable',
  repeated: (kind: string, n: number): string =>
    `${countText(n)} ${REPEATED[kind] ?? 'again, no harm'}`,
  repeatedInFull: (kind: string, n: number): string =>
    `${countText(n)} ${REPEATED[kind] ?? 'written again, with the same result'}`,
  /** Whether a repeat at this kind of target does harm. */
  repeatHurts: (kind: string): boolean => kind in REPEATED,
  behind: (n: number): string => `${countText(n)} behind`,
  behindInFull: (n: number): string => `${countOf(n, 'change')} behind the table`,
  notProcessed: (n: number): string => `${countText(n)} not processed`,
  notProcessedInFull: (n: number): string =>
    `${countOf(n, 'record')} not processed: given up or expired`,
  /** A rule's target. */
  byRule: (rule: string): string => `by the rule ${rule}`,
  byAlarm: (alarm: string, n: number): string => `told ${countOf(n, 'time')} by the alarm ${alarm}`,
  /** An on-failure destination. */
  told: (n: number): string => `told ${countOf(n, 'time')}`,
  toldInFull: (n: number): string => `told ${countOf(n, 'time')} of records given up`,
  /** What it holds is from before its function was given other code, or from invocations without a mapping. */
  unfed: 'fed by no mapping',
  unfedInFull: 'no mapping leads here now: what is here came before, or by other invocations',
  complete: 'complete',
  /** Not late, but not there yet. */
  onTheWay: (n: number): string => `${countText(n)} on the way`,
  nothingYet: 'nothing yet',
};

const tidyPercent = (part: number): string => `${Math.round(part * 1_000) / 10} %`;
