import type { Translation } from '../../../projections/words/language.ts';
import type { practiceWords } from '../practice.ts';

const questions = (n: number): string => (n === 1 ? '1 Frage' : `${n} Fragen`);

export const practice: Translation<typeof practiceWords> = {
  title: 'Prüfungsübung',
  enter: 'Prüfungsübung',
  enterSummary:
    'Fragen, wie Prüfungen und Bewerbungsgespräche sie stellen. Hinter jeder steht eine Welt, die läuft und sagt, was richtig ist.',
  about:
    'Jede Frage steht still in einer eigenen Welt. Sie antworten, die Welt läuft, und die Simulation sagt, was richtig war. Auch die Welten der falschen Antworten lassen sich abspielen.',
  lessons: 'Zu den Lektionen',
  loading: 'Die Fragen werden geladen.',
  unknown: (id) => `Es gibt keine Übungsfrage ${id}. Dies sind die, die es gibt.`,

  choose: 'Was üben?',
  exam: 'Prüfung',
  allExams: 'Alle Prüfungen',
  domain: 'Gebiet',
  allDomains: 'Alle Gebiete',
  which: 'Fragen',
  whiches: {
    all: 'Alle, fällige zuerst',
    due: 'Jetzt fällig',
    weak: 'Schwächen',
    fresh: 'Noch nicht beantwortet',
  },
  source: 'Entstanden',
  sources: {
    both: 'Von Hand und zufällig',
    written: 'Von Hand',
    generated: 'Zufällig, aus zufälligen Labs',
  },
  found: questions,
  none: 'Keine der Fragen ist so. Wählen Sie weniger eng.',
  practise: 'Üben',
  timed: (n, minutes) => `${questions(n)} in ${minutes} Minuten`,
  timedAbout: 'Gegen die Uhr gibt es bis zum Ende kein Wort über richtig oder falsch.',

  progress: (n, of) => `Frage ${n} von ${of}`,
  left: (text) => `noch ${text}`,
  next: 'Nächste Frage',
  skip: 'Auslassen',
  finish: 'Beenden',
  again: 'Noch einmal fragen',
  end: 'Zurück zur Übung',
  link: 'Link zu dieser Frage kopieren',
  exams: 'Gefragt in',

  results: 'Wie es ging',
  score: (right, of) => `${right} von ${of} richtig`,
  timeUp: 'Die Zeit ist um.',
  judging: 'Die letzten Antworten werden noch ausgerechnet.',
  resultOf: { right: 'richtig', wrong: 'falsch', unanswered: 'ohne Antwort', judging: 'läuft' },
  seeWhy: (title) => `Ansehen, warum: ${title}`,

  due: (n) =>
    n === 0
      ? 'Nichts ist fällig. Was Sie beantworten, kommt wieder, wenn Sie es bald vergessen hätten.'
      : `${questions(n)} jetzt fällig`,
  nextDue: (when) => `Die nächste kommt am ${when}.`,
  weak: (n) => `Schwächen (${n})`,
  weakAbout: 'Zuletzt falsch beantwortet, oder geraten.',
  calibration: 'Wie sicher, und wie richtig',
  calibrationHeads: ['Wie sicher', 'Antworten', 'Richtig'],
  confidences: { guess: 'Geraten', fair: 'Ziemlich sicher', certain: 'Sicher' },
  share: (right, of) => (of === 0 ? '–' : `${right} (${Math.round((100 * right) / of)} %)`),
  byExam: 'Nach Prüfung',
  examHeads: ['Prüfung', 'Beantwortet', 'Zuletzt richtig'],
  of: (n, all) => `${n} von ${all}`,

  yours: 'Ihr Fortschritt',
  kept: 'Er bleibt allein in diesem Browser.',
  notKept:
    'Dieser Browser behält nichts: Er ist fort, wenn die Seite schließt. Speichern Sie ihn als Datei.',
  save: 'Fortschritt speichern',
  load: 'Fortschritt laden',
  loaded: (n) => `${n === 1 ? '1 Antwort kam' : `${n} Antworten kamen`} aus der Datei.`,
  notLoaded: (why) => `Die Datei wurde nicht geladen. ${why}`,
  forget: 'Alles vergessen',
  forgetSure: 'Alle Antworten für immer vergessen?',
  forgetYes: 'Ja, vergessen',
  forgetNo: 'Nein',
  fileName: 'shardscope-progress.json',
};
