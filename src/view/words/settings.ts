/** Words of the form that changes mappings and functions. */
const STATES: Record<string, string> = {
  Enabled: 'Changes take effect some seconds after they are applied (assumed).',
  Disabled: 'It stands still, and keeps its checkpoints.',
  Creating: 'It reads nothing yet.',
  Updating: 'It stops reading until the new settings are in place.',
  Enabling: 'It will read in some seconds.',
  Disabling: 'It stops reading.',
};

export const settingsWords = {
  open: 'Change settings',
  mappingTitle: 'Settings of the mapping',
  functionTitle: 'Settings of the function',
  states: (state: string, playing: boolean) => {
    const isUnderWay = state.endsWith('ing');
    return `${STATES[state] ?? ''}${isUnderWay && !playing ? ' Play, and it goes on.' : ''}`;
  },
  range: (range: string, otherwise: string) =>
    `${range === '' ? '' : `${range}. `}Default: ${otherwise}.`,
  notANumber: (name: string, range: string) => `${name} must be a number: ${range}.`,
  startingPosition: (position: string) =>
    `StartingPosition ${position}: AWS does not let it be changed once the mapping is there.`,
  none: 'none',
  millisecondsRange: '0 to 900,000 milliseconds',
  median: 'Milliseconds that an invocation takes; half of them take longer.',
  tail: 'Milliseconds that one of a hundred exceeds.',
  coldStart: 'Milliseconds that a new environment takes to start.',
  guard: (n: number, effect: string, target: string) => `Effect ${n}: ${effect} ${target}`,
  guardAbout: 'Its guard against being done twice for the same record.',
  tooLong: (name: string) => `${name} must be 0 to 900,000 milliseconds.`,
  tailBelow: (median: number) => `DurationMs P99 must not be below P50, which is ${median}.`,
  ours: 'Behaviour in this lab',
  oursAbout: 'Not AWS’s settings: in effect from the next invocation on.',
  apply: 'Apply',
  revert: 'Undo what was typed',
  applied: 'Done.',
  underWay: 'Asked for.',
} as const;
