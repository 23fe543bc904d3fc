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
  apply: 'Apply',
  revert: 'Undo what was typed',
  applied: 'Done.',
  underWay: 'Asked for.',
} as const;
