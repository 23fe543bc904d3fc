import { inspectWords } from '../inspectWords.ts';
import type { Translation } from '../language.ts';
import { many, records } from './counts.ts';

export const inspect: Translation<typeof inspectWords> = {
  kinds: {
    ...inspectWords.kinds,
    write: 'SCHREIBVORGANG',
    table: 'TABELLE',
    function: 'FUNKTION',
    alarm: 'CLOUDWATCH-ALARM',
    poller: 'ABFRAGENDER SCAN',
    kinesisStream: 'KINESIS-STREAM',
    pipe: 'EVENTBRIDGE-PIPE',
  },
  targetKinds: { ...inspectWords.targetKinds, Table: 'TABELLE' },
  effectKinds: {
    OpenSearch: 'DOKUMENT',
    S3: 'OBJEKT',
    SNS: 'NACHRICHT',
    SES: 'E-MAIL',
    SQS: 'NACHRICHT',
    Logs: 'PROTOKOLLEINTRAG',
    Table: 'ÄNDERUNG',
    StepFunctions: 'AUSFÜHRUNG',
    EventBridge: 'EREIGNIS',
    Redshift: 'ZEILE',
  },

  theItem: (label) => `das Item ${label}`,
  theShard: (label) => label,
  theStream: (name) => `der Stream von ${name}`,
  theKinesisStream: (name) => `der Datenstrom ${name}`,
  theTable: (name) => `die Tabelle ${name}`,
  theFunction: (name) => `die Funktion ${name}`,
  theMapping: (name) => `ihr Event Source Mapping, ${name}`,
  theRecord: (kind, label) => `${kind} von ${label}`,
  theParent: (label) => `sein Elternshard, ${label}`,
  theChild: (label) => `sein Kind, ${label}`,
  theTarget: (name) => name,

  batch: (n, attempt) => `${records(n)}${attempt > 1 ? `, Versuch ${attempt}` : ''}`,
  attemptSent: (attempt) =>
    attempt > 1 ? `Versuch ${attempt} an die Funktion gesendet` : 'An die Funktion gesendet',
  attemptEnded: [
    'Unterwegs',
    'Gelungen: Der Checkpoint rückt vor',
    'Fehlgeschlagen: Nichts davon ist erledigt',
    'Zum Teil fehlgeschlagen: Es geht beim ersten Record weiter, der fehlschlug',
    'Zeit abgelaufen: Nichts davon ist erledigt',
  ],

  heal: (item) => `${item || 'Die vergifteten Items'} heilen: Der nächste Versuch gelingt`,
  stopError: (fn) => `${fn} ausbessern: Der nächste Versuch gelingt`,
  stopCrash: (fn) => `${fn} nicht mehr abstürzen lassen`,
  stopSlow: (fn) => `${fn} wieder so schnell sein lassen wie zuvor`,
  stopHanging: (fn) => `${fn} wieder antworten lassen`,
  stopThrottle: (fn) => `${fn} seine Concurrency zurückgeben`,
  makeAvailable: (target) => `${target} wieder erreichbar machen`,
  retries: (n) =>
    `Höchstens ${n} Wiederholungen: nach ${many(n + 1, 'Versuch', 'Versuchen')} übergangen`,
  maximumAge: (s) => `Höchstes Record-Alter ${s} s: Älteres wird übergangen`,
  bisect: (splits, retries) =>
    `Bei Fehlern teilen, höchstens ${retries} Wiederholungen: in ${many(splits, 'Teilung', 'Teilungen')} abgesondert, dann übergangen`,
  largerBatch: (n) => `Batchgröße ${n}: mehr Records je Aufruf`,
  noWindow: 'Kein Batch-Fenster: Jeder Batch geht sofort hinaus',

  notThere: 'in diesem Augenblick nicht da',
};
