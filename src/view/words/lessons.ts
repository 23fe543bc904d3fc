/** The words around the lessons: the list, the steps' buttons, questions and what came of them. */
import { numberText } from '../../projections/spanText.ts';

export const lessonsWords = {
  title: 'Lessons',
  about:
    'Each lesson is a running world. You predict, then you see. Every answer comes from the simulation, and what you do in a lesson costs nothing.',
  list: 'Lessons in their order',
  glossary: 'What the words mean',
  minutes: (n: number): string => `about ${n} minutes`,
  isDone: 'taken',
  unknown: (id: string): string =>
    `There is no lesson ${id}. These are the lessons that there are.`,
  failed: (why: string): string => `The lesson cannot be opened. ${why}`,

  step: (n: number, of: number): string => `Step ${n} of ${of}`,
  all: 'All lessons',
  previous: 'Back',
  next: 'Next',
  again: 'Start this step again',
  link: 'Copy link to this step',
  lookAt: 'Look at',
  cards: {
    writers: 'the writers of',
    table: 'the table',
    stream: 'the stream',
    function: 'the function',
    target: 'the target',
    alarm: 'the alarm',
    poller: 'the scan',
  },
  rules: 'The rules behind it',

  run: (span: string): string => `Let time run for ${span}`,
  running: 'Time runs. Watch the stage.',
  arriveNow: 'Skip to the end',
  arrived: (clock: string): string => `It is ${clock}. Time stands still.`,

  task: 'Your turn',
  taskDone: 'Done',
  letRun: 'Let time run',
  hold: 'Hold time',

  question: 'Predict',
  severalHint: 'Choose all that hold.',
  estimate: (unit: string): string => `Your estimate: ${unit}`,
  confidence: 'How sure are you?',
  confidences: { guess: 'A guess', fair: 'Fairly sure', certain: 'Certain' },
  orderHint: 'Move each with its buttons. The first to happen stands at the top.',
  moveUp: (event: string): string => `Up: ${event}`,
  moveDown: (event: string): string => `Down: ${event}`,
  movedTo: (event: string, place: number, of: number): string => `${event}: now ${place} of ${of}.`,
  wholeFirst: (least: number, most: number): string =>
    `Give a whole number from ${numberText(least)} to ${numberText(most)} first.`,
  commit: 'Commit, and let time run',
  commitNow: 'Commit',
  chooseFirst: 'Choose an answer first.',
  numberFirst: 'Give a number first, such as 12.',
  sureFirst: 'Say how sure you are.',
  deriving: 'Other worlds are being run, to see which answer was right.',
  notDerived: (why: string): string => `The other worlds could not be run. ${why}`,
  committed: 'Your answer stands. Now watch what happens.',

  right: 'Right.',
  wrong: 'Not this time.',
  lucky: 'Right, though you called it a guess.',
  surprise: 'Not so, though you were certain: worth a second look.',
  happened: 'this happened',
  yours: 'your answer',
  reached: 'reaches it',
  isRefused: (why: string): string => `is refused: ${why}`,
  mended: 'this mended, all works',
  first: (clock: string): string => `first at ${clock}`,
  yourPlace: (place: number): string => `you had it in place ${place}`,
  /** @param unit where what is counted is not said beside it; set apart, as it does not agree with every number. */
  counted: (right: number, unit = ''): string =>
    `The engine counts ${numberText(right)}${unit === '' ? '' : ` (${unit})`}.`,
  yourEstimate: (n: number): string => `You said ${numberText(n)}.`,
  worlds: 'Worlds in which another answer is right',
  eachWorld: 'Each in a world of its own',
  valueWorld: (value: string): string => `Here the value is ${value}.`,
  seeWorld: (choice: string): string => `See the world with: ${choice}`,
  otherWorld: 'Another world',
  thereRight: (choice: string): string => `There, this is right: ${choice}`,
  returnHere: 'Back to the lesson’s own world',

  nextLesson: (title: string): string => `Next lesson: ${title}`,
} as const;
