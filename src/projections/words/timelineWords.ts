/** The timeline's words that come from the history itself. */
export const timelineWords = {
  lanes: {
    lab: 'Commands, faults',
    pipe: (name: string) => `${name} (pipe)`,
    poller: (id: string) => `${id} (scan)`,
  },
} as const;
