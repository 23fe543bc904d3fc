import type { Translation } from '../../../projections/words/language.ts';
import type { authoringWords } from '../authoring.ts';

export const authoring: Translation<typeof authoringWords> = {
  title: 'Lektion schreiben',
  enter: 'Eine Lektion schreiben',
  enterSummary:
    'Als Text, oder aus dem, was Sie in einem Labor tun. Die Simulation sagt, ob sie hält.',
  loading: 'Der Editor wird geladen.',
  all: 'Alle Lektionen',
  about:
    'Eine Lektion ist ein Text: Markdown mit ein paar Blöcken YAML. Was Sie tippen, bleibt in diesem Browser, bis Sie es löschen.',
  notKept: 'Dieser Browser behält nichts. Sichern Sie die Datei, ehe Sie gehen.',

  record: (lab) => `Aufnehmen, was ich in „${lab}“ tue`,
  recording: 'Aufnahme',
  recordingHint:
    'Speichern Sie Items, stören Sie etwas, lassen Sie die Zeit laufen. Mit jedem Anhalten endet ein Schritt; was Sie aufrufen, wird zur Aufgabe.',
  stops: 'Schritte bisher',
  stepUntil: (n, clock) => `Schritt ${n} endet um ${clock}`,
  dropStep: (n) => `Schritt ${n} nicht dort enden lassen`,
  mark: 'Hier endet ein Schritt',
  finish: 'Daraus eine Lektion machen',
  making: 'Was jeder Aufruf geändert hat, wird ermittelt.',
  discard: 'Ohne Lektion beenden',
  nothingRecorded:
    'Seit dem Beginn der Aufnahme ist keine Zeit vergangen. Lassen Sie erst die Zeit laufen.',
  draft: {
    before: 'Was schon da war',
    watch: 'Was geschieht',
    text: 'Sagen Sie hier, was zu sehen ist und was zu erwarten.',
    task: 'Jetzt Sie: {call}',
    ask: 'Rufen Sie `{call}` auf.',
    hint: 'Sagen Sie hier, wo auf der Seite das geht.',
    done: 'Sagen Sie hier, was daraus geworden ist.',
  },

  begin: 'Beginnen',
  example: 'Mit einem kurzen Beispiel',
  fromCourse: 'Mit einer Lektion des Kurses',
  take: 'Ihren Text öffnen',
  openFile: 'Datei öffnen',
  dropHint: 'oder eine .md-Datei hierher ziehen',
  drafts: 'Ihre Lektionen',
  none: 'Es gibt noch keine.',
  untitled: 'Ohne Titel',
  delete: (title) => `${title} löschen`,
  deleted: (title) => `${title} ist gelöscht.`,
  undo: 'Zurückholen',
  tooMany: (most) =>
    `Es gibt ${most} Lektionen, mehr gehen nicht. Sichern Sie erst eine als Datei und löschen Sie sie.`,
  tooLarge: 'Die Datei ist größer als 1 MiB, und größer darf eine Lektion nicht sein.',
  notRead: 'Die Datei lässt sich nicht lesen.',

  editor: 'Text der Lektion',
  yours: 'Zurück zu Ihren Lektionen',
  reading: 'Wird gelesen …',
  isRead: (steps) => (steps === 1 ? '1 Schritt. Kein Fehler.' : `${steps} Schritte. Kein Fehler.`),
  faults: (n) => (n === 1 ? '1 Fehler' : `${n} Fehler`),
  faultList: 'Fehler',
  line: (line) => `Zeile ${line}`,
  firstFaults: 'Beheben Sie erst die Fehler.',

  previewFrom: 'Ab Schritt',
  preview: 'Durchgehen',
  check: 'Ganz prüfen',
  checking: (step, of) => `Schritt ${step} von ${of} ist durchgegangen.`,
  checkBegins: 'Die Lektion wird durchgegangen.',
  stop: 'Anhalten',
  holds:
    'Sie hält: Jede Bedingung wird erreicht, jede Antwort abgeleitet, jede falsche Antwort ist falsch.',
  holdsNot: 'Sie hält nicht.',
  failed: (why) => `Sie ließ sich nicht durchgehen. ${why}`,
  save: 'Als Datei sichern',
  link: 'Link kopieren',
  linkCopied: 'Kopiert.',
  linkLong: (letters) =>
    `Der Link hat ${letters} Zeichen; manche Chats und Mails schneiden Links über 2.000 ab. Die Datei ist sicherer.`,
  linkTooLong: 'Die Lektion ist zu lang für einen Link. Sichern Sie sie als Datei.',

  previewing: 'So wird sie durchgegangen.',
  back: 'Zurück zum Text',
  edit: 'Diese Lektion bearbeiten',
  somebodys:
    'Eine Lektion aus einem Link, nicht aus dem Kurs. Ihre Antworten leitet die Simulation trotzdem selbst ab.',
  notTaken: (why) => `Die Lektion im Link lässt sich nicht öffnen. ${why}`,
};
