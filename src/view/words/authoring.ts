/** The words around a lesson that somebody writes: its drafts, its text, what is wrong with it. */

export const authoringWords = {
  title: 'Write a lesson',
  enter: 'Write a lesson',
  enterSummary: 'As text, or from what you do in a lab. The engine says whether it holds.',
  loading: 'The editor is being loaded.',
  all: 'All lessons',
  about:
    'A lesson is one text: Markdown, with a few blocks of YAML. What you type is kept in this browser until you delete it.',
  notKept: 'This browser keeps nothing. Save the file before you leave.',

  record: (lab: string): string => `Record what I do in “${lab}”`,
  recording: 'Recording',
  recordingHint:
    'Put items, break things, let time run. Each time you stop it, a step ends; what you call becomes a task.',
  stops: 'Steps so far',
  stepUntil: (n: number, clock: string): string => `Step ${n} ends at ${clock}`,
  dropStep: (n: number): string => `Do not end step ${n} there`,
  mark: 'A step ends here',
  finish: 'Make a lesson of it',
  making: 'What each call changed is being found.',
  discard: 'Stop without a lesson',
  nothingRecorded: 'No time has passed since the recording began. Let time run first.',
  /** What stands in a lesson that was recorded, until its author writes it anew. `{call}`: AWS’s name of a call. */
  draft: {
    before: 'What was there',
    watch: 'What happens',
    text: 'Say here what there is to see, and what to expect.',
    task: 'Now you: {call}',
    ask: 'Call `{call}`.',
    hint: 'Say here where on the page it is done.',
    done: 'Say here what has come of it.',
  },

  begin: 'Begin',
  example: 'With a short example',
  fromCourse: 'With a lesson of the course',
  take: 'Open its text',
  openFile: 'Open a file',
  dropHint: 'or drop a .md file here',
  drafts: 'Your lessons',
  none: 'There are none yet.',
  untitled: 'Without a title',
  delete: (title: string): string => `Delete ${title}`,
  deleted: (title: string): string => `${title} is deleted.`,
  undo: 'Bring it back',
  tooMany: (most: number): string =>
    `There are ${most} lessons, which is the most. Save one as a file and delete it first.`,
  tooLarge: 'The file is larger than 1 MiB, which is the most that a lesson may be.',
  notRead: 'The file cannot be read.',

  editor: 'Text of the lesson',
  yours: 'Back to your lessons',
  reading: 'Reading …',
  isRead: (steps: number): string =>
    steps === 1 ? '1 step. No fault.' : `${steps} steps. No fault.`,
  faults: (n: number): string => (n === 1 ? '1 fault' : `${n} faults`),
  faultList: 'Faults',
  line: (line: number): string => `Line ${line}`,
  firstFaults: 'Mend the faults first.',

  previewFrom: 'From step',
  preview: 'Take it',
  check: 'Check all of it',
  checking: (step: number, of: number): string => `Step ${step} of ${of} is taken.`,
  checkBegins: 'The lesson is being taken.',
  stop: 'Stop',
  holds: 'It holds: every condition is reached, every answer derived, every wrong answer wrong.',
  holdsNot: 'It does not hold.',
  failed: (why: string): string => `It could not be taken. ${why}`,
  save: 'Save as a file',
  link: 'Copy link',
  linkCopied: 'Copied.',
  linkLong: (letters: string): string =>
    `The link has ${letters} characters; some chats and mails cut links above 2,000. The file is safer.`,
  linkTooLong: 'The lesson is too long for a link. Save it as a file.',

  previewing: 'This is how it is taken.',
  back: 'Back to the text',
  edit: 'Edit this lesson',
  somebodys:
    'A lesson from a link, not of the course. The engine derives its answers all the same.',
  notTaken: (why: string): string => `The lesson in the link cannot be opened. ${why}`,
} as const;
