/** The words of the console. */
export const consoleWords = {
  title: 'Console',
  intro:
    'AWS’s command line, over this lab. A command is answered at the playhead’s instant, and what it writes is on the stage.',
  keys: 'Enter runs · ↑ ↓ earlier commands · Tab completes, Shift Tab leaves · aws help',
  transcript: 'Commands and their answers',
  prompt: 'AWS CLI command',
  hint: 'aws dynamodb list-tables',
  run: 'Run',
  running: 'Running…',
  clear: 'Clear',
  completions: 'Completions',
  try: 'To begin with',
  offered: (count: number) => (count === 1 ? '1 completion' : `${count} completions`),
  paused: (what: string, state: string) =>
    `The clock is paused: ${what} stays ${state} until you play or step.`,
  nothing: 'Done; there is nothing to print.',
} as const;
