import { countText, spanText } from '../../spanText.ts';
import { cardWords } from '../cardWords.ts';
import type { Translation } from '../language.ts';
import { many, records } from './counts.ts';

const HELD: Record<string, readonly [string, string]> = {
  OpenSearch: ['Dokument', 'Dokumente'],
  S3: ['Objekt', 'Objekte'],
  SNS: ['Nachricht veröffentlicht', 'Nachrichten veröffentlicht'],
  SES: ['E-Mail', 'E-Mails'],
  SQS: ['Nachricht', 'Nachrichten'],
  Logs: ['Protokolleintrag', 'Protokolleinträge'],
  Table: ['Änderung', 'Änderungen'],
  StepFunctions: ['Ausführung begonnen', 'Ausführungen begonnen'],
  EventBridge: ['Ereignis', 'Ereignisse'],
  Redshift: ['Zeile eingefügt', 'Zeilen eingefügt'],
};

const REPEATED: Record<string, string> = {
  SNS: 'zweimal gesendet',
  SES: 'zweimal gesendet',
  SQS: 'zweimal eingereiht',
  Logs: 'zweimal protokolliert',
  Table: 'zweimal gezählt',
  StepFunctions: 'zweimal begonnen',
  EventBridge: 'zweimal gesendet',
  Redshift: 'zweimal eingefügt',
};

const percent = (part: number): string =>
  `${String(Math.round(part * 1_000) / 10).replace('.', ',')} %`;

export const card: Translation<typeof cardWords> = {
  writers: 'Laden',
  retention: (hours) => (hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} d`),

  disabled: 'ausgeschaltet',
  denied: 'darf seinen Stream nicht lesen',
  failing: (attempts, skipped) =>
    `${many(attempts, 'Versuch', 'Versuche')} vergeblich${skipped > 0 ? ` · ${countText(skipped)} übergangen` : ''}`,
  throttled: 'gedrosselt: keine Concurrency',
  behindBy: (ageMs) => `${spanText(ageMs)} im Rückstand`,
  givenUp: (discarded, expired) =>
    [
      discarded > 0 ? `${countText(discarded)} aufgegeben` : '',
      expired > 0 ? `${countText(expired)} abgelaufen` : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  noRecordYet: 'noch kein Record',
  noMapping: 'kein Event Source Mapping',
  upToDate: 'auf dem Laufenden',
  faultDetail: (kind, probability, factor, match) => {
    if (kind === 'Poison') return match || 'jedes Item';
    if (kind === 'Slow') return `×${factor}`;
    if (kind === 'CrashAfterEffect')
      return probability < 1 ? `${percent(probability)} der Batches` : 'jeder Batch';
    return '';
  },

  holds: (kind, size) => {
    const [one, more] = HELD[kind] ?? ['Wirkung', 'Wirkungen'];
    return many(size, one, more);
  },
  unavailable: 'nicht erreichbar',
  repeated: (kind, n) => `${countText(n)} ${REPEATED[kind] ?? 'noch einmal, harmlos'}`,
  repeatedInFull: (kind, n) =>
    `${countText(n)} ${REPEATED[kind] ?? 'noch einmal geschrieben, mit demselben Ergebnis'}`,
  repeatHurts: cardWords.repeatHurts,
  behind: (n) => `${countText(n)} zurück`,
  behindInFull: (n) => `${many(n, 'Änderung', 'Änderungen')} hinter der Tabelle`,
  notProcessed: (n) => `${countText(n)} nicht verarbeitet`,
  notProcessedInFull: (n) => `${records(n)} nicht verarbeitet: aufgegeben oder abgelaufen`,
  byRule: (rule) => `durch die Regel ${rule}`,
  byAlarm: (alarm, n) => `${countText(n)}-mal vom Alarm ${alarm} benachrichtigt`,
  told: (n) => `${countText(n)}-mal benachrichtigt`,
  toldInFull: (n) => `${countText(n)}-mal von aufgegebenen Records benachrichtigt`,
  unfed: 'von keinem Mapping gespeist',
  unfedInFull: 'kein Mapping führt jetzt hierher: was da ist, kam früher oder durch andere Aufrufe',
  complete: 'vollständig',
  onTheWay: (n) => `${countText(n)} unterwegs`,
  nothingYet: 'noch nichts',
};
