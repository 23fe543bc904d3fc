/** What an embed says. */
export const embedWords = {
  badParameter: (name: string, value: string, accepted: string) =>
    `The address says ${name}=${value}; ${accepted} is expected.`,
  start: 'Start',
  startNamed: (lab: string) => `Start ${lab}`,
  still: (lab: string) => `Shardscope: a still picture of the lab ${lab}`,
  loading: 'Loading…',
  notLoaded: 'The lab could not be loaded; this is its picture.',
  unknownLab: (id: string, known: readonly string[]) =>
    `There is no built-in lab “${id}”; there are ${known.join(', ')}.`,
  noFocus: (id: string) => `Nothing in this lab is called ${id}; all of it is shown.`,
  hasPython:
    'A function of this lab is written in Python, which an embed does not run: it stands still here. Open it in Shardscope to run it.',
  unknownLesson: (id: string) => `There is no lesson “${id}”.`,
  lesson: {
    label: (title: string) => `Lesson: ${title}`,
    step: (number: number, of: number) => `Step ${number} of ${of}`,
    run: 'Let time run',
    commit: 'Let time run, and see',
    several: 'Choose all that hold.',
    right: 'Right.',
    wrong: 'Not this time.',
    happened: 'this happened',
    taskDone: 'Here it was done for you.',
    tryIt: 'Do it yourself in Shardscope',
    answerThere: 'Answer it in Shardscope',
    previous: 'Back',
    next: 'Next',
    open: 'Open in Shardscope',
  },
  stopped: 'The simulation has stopped.',
  controls: 'Time',
  play: 'Play',
  pause: 'Pause',
  step: 'Step',
  instant: 'Instant',
  speed: 'Speed',
  speedOf: (speed: number) => `×${speed}`,
  breaks: (name: string) => `Break ${name}`,
  traffic: (table: string) => `Traffic to ${table}`,
  open: 'Open in Shardscope',
  log: 'Log',

  // What a page that sends messages is told.
  notAnObject: 'A message is an object with shardscope: 1 and do.',
  otherVersion: (version: string) =>
    `The message is of version ${version} of the protocol; this is version 1.`,
  unknownCall: (call: string, known: readonly string[]) =>
    `“${call}” is not understood here; ${known.join(', ')} are.`,
  badMember: (call: string, member: string, accepted: string) =>
    `${call}: ${member} is not ${accepted}.`,
  unknownMember: (call: string, member: string) => `${call} has no member “${member}”.`,
  tooMuch: 'Too many messages are waiting; this one was left out.',
  notReady: 'No lab is open.',
} as const;
