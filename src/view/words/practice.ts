/** The words of the exam practice. */
import type { Confidence } from '../../lessons/practice/attempt.ts';

const questions = (n: number): string => (n === 1 ? '1 question' : `${n} questions`);

export const practiceWords = {
  title: 'Exam practice',
  enter: 'Exam practice',
  enterSummary:
    'Questions as exams and interviewers ask them. Behind each stands a world that runs, and says what is right.',
  about:
    'Each question stands still in a world of its own. You answer, the world runs, and the simulation says what was right. The wrong answers’ worlds can be played, too.',
  lessons: 'To the lessons',
  loading: 'The questions are being loaded.',
  unknown: (id: string): string =>
    `There is no practice question ${id}. These are those there are.`,

  choose: 'What to practise',
  exam: 'Exam',
  allExams: 'All exams',
  domain: 'Domain',
  allDomains: 'All domains',
  which: 'Questions',
  whiches: {
    all: 'All, those that are due first',
    due: 'Due now',
    weak: 'Weak spots',
    fresh: 'Not answered yet',
  },
  source: 'Made',
  sources: {
    both: 'By hand and by chance',
    written: 'By hand',
    generated: 'By chance, of random labs',
  },
  found: questions,
  none: 'None of the questions is such. Choose less narrowly.',
  practise: 'Practise',
  timed: (n: number, minutes: number): string => `${questions(n)} in ${minutes} minutes`,
  timedAbout: 'Against the clock there is no word about right or wrong until the end.',

  progress: (n: number, of: number): string => `Question ${n} of ${of}`,
  left: (text: string): string => `${text} left`,
  next: 'Next question',
  skip: 'Skip',
  finish: 'Finish',
  again: 'Ask this again',
  end: 'Back to practice',
  link: 'Copy link to this question',
  exams: 'Asked in',

  results: 'How it went',
  score: (right: number, of: number): string => `${right} of ${of} right`,
  timeUp: 'The time is over.',
  judging: 'The last answers are still being worked out.',
  resultOf: { right: 'right', wrong: 'wrong', unanswered: 'not answered', judging: 'being run' },
  seeWhy: (title: string): string => `See why: ${title}`,

  due: (n: number): string =>
    n === 0
      ? 'Nothing is due. What you answer comes again when you are about to forget it.'
      : `${questions(n)} due now`,
  nextDue: (when: string): string => `The next comes on ${when}.`,
  weak: (n: number): string => `Weak spots (${n})`,
  weakAbout: 'Last answered wrongly, or by a guess.',
  calibration: 'How sure, and how right',
  calibrationHeads: ['How sure', 'Answers', 'Right'],
  confidences: { guess: 'A guess', fair: 'Fairly sure', certain: 'Certain' } satisfies Record<
    Confidence,
    string
  >,
  share: (right: number, of: number): string =>
    of === 0 ? '–' : `${right} (${Math.round((100 * right) / of)} %)`,
  byExam: 'By exam',
  examHeads: ['Exam', 'Answered', 'Right at last'],
  of: (n: number, all: number): string => `${n} of ${all}`,

  yours: 'Your progress',
  kept: 'It is kept in this browser alone.',
  notKept: 'This browser keeps nothing: it is gone when the page closes. Save it as a file.',
  save: 'Save progress',
  load: 'Load progress',
  loaded: (n: number): string => `${n === 1 ? '1 answer' : `${n} answers`} came from the file.`,
  notLoaded: (why: string): string => `The file was not loaded. ${why}`,
  forget: 'Forget all',
  forgetSure: 'Forget all answers for good?',
  forgetYes: 'Yes, forget them',
  forgetNo: 'No',
  fileName: 'shardscope-progress.json',
} as const;
