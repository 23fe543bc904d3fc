import type { Translation } from '../../../projections/words/language.ts';
import type { shellWords } from '../shell.ts';

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1).replace('.', ',');

export const shell: Translation<typeof shellWords> = {
  product: 'Shardscope',
  opening: 'Das Lab wird geöffnet…',
  why: 'Warum?',
  whyOf: (title) => `Warum? ${title}`,
  skipToStage: 'Zur Bühne springen',

  regions: {
    views: 'Ansichten',
    side: 'Inspektor und Protokoll',
    time: 'Zeitleiste',
    notices: 'Hinweise',
  },

  labs: {
    choose: 'Lab wählen',
    builtIn: 'Labs, die mit der Seite kommen',
    openFile: 'Lab-Datei öffnen…',
    dropHint: 'oder eine SAM- oder CloudFormation-Vorlage (.yaml, .json) auf die Seite ziehen',
    dropHere:
      'Eine Lab-Datei hier ablegen, um sie zu öffnen, oder eine .csv- oder .jsonl-Datei, um ihre Items zu bringen',
    severalFiles: 'Bitte nur eine Datei ablegen: eine Vorlage als .yaml oder .json.',
    seed: (seed) => `Seed ${seed}`,
  },

  transport: {
    play: 'Abspielen',
    pause: 'Anhalten',
    step: 'Schritt',
    stepHint: 'Schritt: ein Ereignis, das man sehen kann',
    restart: 'Neu beginnen',
    restartSame: (seed) => `Mit demselben Seed (${seed})`,
    restartOther: 'Mit einem anderen Seed',
    seed: 'Seed',
    seedRange: 'Eine ganze Zahl von 0 bis 2147483647.',
    restartHint:
      'Derselbe Seed gibt dieselbe Geschichte. Ein neuer Beginn vergisst, was Sie in diesem Lab getan haben.',
    go: 'Neu beginnen',
    clock: 'Virtuelle Zeit',
  },

  speed: {
    label: 'Tempo',
    presets: 'Tempi',
    choices: [
      { speed: 0.1, name: 'Einem Record folgen' },
      { speed: 1, name: 'Echtzeit' },
      { speed: 60, name: 'Eine Minute je Sekunde' },
      { speed: 3_600, name: 'Eine Stunde je Sekunde' },
      { speed: 20_000, name: '24 Stunden in Sekunden' },
    ],
    slower: (seconds) => `eine Sekunde dauert ${seconds}`,
    real: 'Echtzeit',
    faster: (span) => `${span} je Sekunde`,
  },

  views: {
    write: 'Neues Item',
    console: 'Konsole',
    compare: 'Vergleich',
    branches: 'Zweige',
    lessons: 'Lektionen',
    log: 'Protokoll',
    inspector: 'Inspektor',
    find: 'Suchen',
    keys: 'Tasten',
    time: 'Zeit',
    more: 'Mehr',
    present: 'Vorführen',
    fullScreen: 'Ganzer Bildschirm',
    storyboard: 'Bilderfolge, ohne Bewegung',
    theme: 'Farben',
    themes: { auto: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    language: 'Sprache',
    themeAndLanguage: (theme) => `Farben und Sprache: ${theme}`,
    close: 'Schließen',
    resizeSide: 'Breite von Inspektor und Protokoll',
  },

  find: {
    title: 'Suchen',
    field: 'Karte, Partition, Shard oder Item',
    count: (n) => `${n} gefunden. Auf und ab wählen, Eingabe geht dorthin.`,
    none: 'Nichts in diesem Lab heißt so.',
  },

  lesson: {
    bar: (title) => `Lektion: ${title}`,
    back: 'Zurück zur Lektion',
  },

  time: {
    position: 'Stelle in der virtuellen Zeit',
    furthest: 'bis hierher gerechnet',
    jump: 'Sprung',
    jumps: [
      { us: 60e6, name: '+1 min', title: 'Eine Minute vor' },
      { us: 3_600e6, name: '+1 h', title: 'Eine Stunde vor' },
      { us: 86_400e6, name: '+24 h', title: '24 Stunden vor' },
    ],
    start: 'Anfang',
    startTitle: 'Zurück zum Anfang',
    working: {
      seek: 'Der Weg dorthin wird gerechnet',
      find: 'Es wird vorausgeschaut',
      open: 'Das Lab wird geöffnet',
      read: 'Die Datei wird gelesen',
      write: 'Die Datei wird geschrieben',
      save: 'Es wird gespeichert',
      remove: 'Es wird gelöscht',
      compare: 'Der andere Zweig wird gerechnet',
      python: 'Python wird geladen',
    },
    bytes: (loaded, total) =>
      loaded < total ? `${megabytes(loaded)} von ${megabytes(total)} MB` : 'wird gestartet',
    percent: (part) => `${Math.floor(part * 100)} %`,
    cancel: 'Hier anhalten',
    giveUp: 'Abbrechen',
  },

  storage: {
    memory: 'Nur im Speicher',
    follower: 'Folgt einem anderen Tab',
    followerTime: 'Seine Zeit steht, solange jener Tab im Hintergrund ist.',
    takeOver: 'Hier übernehmen',
    keep: 'Als neues Lab behalten',
  },

  notices: {
    dismiss: 'Schließen',
    undo: 'Rückgängig',
    undone: 'Rückgängig gemacht.',
  },

  keys: {
    title: 'Tastatur',
    about: 'Überall, nur nicht in Textfeldern. Auf der Bühne geht Tab von Karte zu Karte.',
    rows: [
      ['Leertaste', 'Abspielen oder anhalten'],
      ['→', 'Schritt: ein Ereignis, das man sehen kann'],
      ['←', 'Ein Ereignis zurück'],
      [
        ', .',
        'Zurück, vor um das, womit die Zeitleiste schreitet: Ereignis, Record, Batch, Abfrage, Fehler',
      ],
      ['Umschalt →', 'Eine Sekunde vor'],
      ['Umschalt ←', 'Eine Sekunde zurück'],
      ['[ ]', 'Langsamer, schneller'],
      ['R', 'Mit demselben Seed neu beginnen'],
      ['N', 'Neues Item'],
      ['I', 'Inspektor'],
      ['L', 'Protokoll'],
      ['T', 'Konsole, für AWS’ Kommandozeile'],
      ['C', 'Vergleich'],
      ['B', 'Zweige'],
      ['E', 'Lektionen'],
      ['Alt ← → ↑ ↓', 'Die Karte bewegen, deren Name den Fokus hat'],
      ['+ -', 'Näher, ferner'],
      ['0', 'Die ganze Bühne sehen'],
      ['F', 'Fokus: nur, was gewählt ist'],
      ['M', 'Bewegung aus: eine Bilderfolge von Schritten; und wieder an'],
      ['P', 'Vorführen: große Schrift, keine Felder daneben; Esc beendet es'],
      ['W', 'Der ganze Bildschirm'],
      ['Strg Z', 'Rückgängig, was Sie vor diesem Augenblick zuletzt getan haben'],
      ['Strg Umschalt Z', 'Wiederholen'],
      ['/', 'Eine Karte, eine Partition, einen Shard oder ein Item nach dem Namen suchen'],
      ['Strg K', 'Dasselbe'],
      ['?', 'Diese Liste'],
      ['Esc', 'Schließen, oder nichts wählen'],
    ],
  },
};
