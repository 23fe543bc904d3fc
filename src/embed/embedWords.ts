/** What an embed says. */
export const embedWords = {
  badParameter: (name: string, value: string, accepted: string) =>
    `The address says ${name}=${value}; ${accepted} is expected.`,
  noLessons: 'The address names a lesson; this version has none.',
  start: 'Start',
  startNamed: (lab: string) => `Start ${lab}`,
  still: (lab: string) => `Shardscope: a still picture of the lab ${lab}`,
  loading: 'Loading…',
  notLoaded: 'The lab could not be loaded; this is its picture.',
  unknownLab: (id: string, known: readonly string[]) =>
    `There is no built-in lab “${id}”; there are ${known.join(', ')}.`,
  noFocus: (id: string) => `Nothing in this lab is called ${id}; all of it is shown.`,
  hasCode:
    'Functions of this lab have code of their own, which an embed does not run. Open it in Shardscope.',
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
