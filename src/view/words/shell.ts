/** The words of the page around the stage. */
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

export const shellWords = {
  product: 'Shardscope',
  opening: 'Opening the lab…',
  why: 'Why?',
  whyOf: (title: string) => `Why? ${title}`,
  skipToStage: 'Skip to the stage',

  regions: {
    views: 'Views',
    side: 'Inspector and log',
    time: 'Timeline',
    notices: 'Notices',
  },

  labs: {
    choose: 'Choose a lab',
    builtIn: 'Labs that come with the page',
    openFile: 'Open a lab file…',
    dropHint: 'or drop a SAM or CloudFormation template (.yaml, .json) on the page',
    dropHere: 'Drop a lab file to open it, or a .csv or .jsonl file to bring its items',
    tooLarge: (name: string) =>
      `${name} is larger than 1 MiB. A lab file may have up to 1 MiB, and up to 64 MiB with what was done in the lab and its items.`,
    unreadable: (name: string) => `${name} could not be read.`,
    severalFiles: 'Drop one file at a time: a template as .yaml or .json.',
    seed: (seed: number) => `seed ${seed}`,
  },

  transport: {
    play: 'Play',
    pause: 'Pause',
    step: 'Step',
    stepHint: 'Step: one event that can be seen',
    restart: 'Restart',
    restartSame: (seed: number) => `With the same seed (${seed})`,
    restartOther: 'With another seed',
    seed: 'Seed',
    seedRange: 'A whole number from 0 to 2147483647.',
    restartHint:
      'The same seed gives the same history. Restarting forgets what you did in this lab.',
    go: 'Restart',
    clock: 'Virtual time',
  },

  speed: {
    label: 'Speed',
    presets: 'Speeds',
    choices: [
      { speed: 0.1, name: 'Follow one record' },
      { speed: 1, name: 'Real time' },
      { speed: 60, name: 'A minute a second' },
      { speed: 3_600, name: 'An hour a second' },
      { speed: 20_000, name: '24 hours in seconds' },
    ],
    slower: (seconds: string) => `a second takes ${seconds}`,
    real: 'real time',
    faster: (span: string) => `${span} a second`,
  },

  views: {
    write: 'New item',
    console: 'Console',
    compare: 'Compare',
    branches: 'Branches',
    lessons: 'Lessons',
    log: 'Log',
    inspector: 'Inspector',
    keys: 'Keys',
    time: 'Time',
    more: 'More',
    present: 'Present',
    fullScreen: 'Full screen',
    storyboard: 'Storyboard, no motion',
    theme: 'Theme',
    themes: { auto: 'Like the system', light: 'Light', dark: 'Dark' },
    language: 'Language',
    themeAndLanguage: (theme: string): string => `Theme and language: ${theme}`,
    close: 'Close',
    resizeSide: 'Width of inspector and log',
  },

  lesson: {
    bar: (title: string) => `Lesson: ${title}`,
    back: 'Back to the lesson',
  },

  time: {
    position: 'Position in virtual time',
    furthest: 'computed so far',
    jump: 'Jump',
    jumps: [
      { us: 60e6, name: '+1 min', title: 'Jump one minute forward' },
      { us: 3_600e6, name: '+1 h', title: 'Jump one hour forward' },
      { us: 86_400e6, name: '+24 h', title: 'Jump 24 hours forward' },
    ],
    start: 'Start',
    startTitle: 'Back to the start',
    working: {
      seek: 'Computing the way there',
      find: 'Looking ahead',
      open: 'Opening the lab',
      save: 'Storing',
      compare: 'Computing the other branch',
      python: 'Loading Python',
    } as Record<string, string>,
    percent: (part: number) => `${Math.floor(part * 100)} %`,
    cancel: 'Stop here',
    bytes: (loaded: number, total: number) =>
      loaded < total ? `${megabytes(loaded)} of ${megabytes(total)} MB` : 'starting it',
  },

  storage: {
    memory: 'In memory only',
    follower: 'Following another tab',
    followerTime: 'Its time stands still while that tab is in the background.',
    takeOver: 'Take over here',
    keep: 'Keep it as a new lab',
  },

  notices: {
    dismiss: 'Dismiss',
    undo: 'Undo',
    undone: 'Undone.',
  },

  keys: {
    title: 'Keyboard',
    about: 'Everywhere but in a text field. On the stage, Tab goes from card to card.',
    rows: [
      ['Space', 'Play or pause'],
      ['→', 'Step: one event that can be seen'],
      ['←', 'Back by one event'],
      [', .', 'Back, on by what the timeline steps by: event, record, batch, poll, failure'],
      ['Shift →', 'One second forward'],
      ['Shift ←', 'One second back'],
      ['[ ]', 'Slower, faster'],
      ['R', 'Restart with the same seed'],
      ['N', 'New item'],
      ['I', 'Inspector'],
      ['L', 'Log'],
      ['T', 'Console, for AWS’s command line'],
      ['C', 'Compare'],
      ['B', 'Branches'],
      ['E', 'Lessons'],
      ['Alt ← → ↑ ↓', 'Move the card whose name has the focus'],
      ['+ -', 'Nearer, farther'],
      ['0', 'See the whole stage'],
      ['F', 'Focus: only what is selected'],
      ['M', 'Motion off: a storyboard of steps; and on again'],
      ['P', 'Present: large type, no panels; Esc ends it'],
      ['W', 'The whole screen'],
      ['Ctrl Z', 'Undo what you did last before this instant'],
      ['Ctrl Shift Z', 'Redo it'],
      ['?', 'This list'],
      ['Esc', 'Close, or select nothing'],
    ],
  },
} as const;
