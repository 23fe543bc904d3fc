/** The words of the running log. */
export const logPanelWords = {
  title: 'Log',
  filter: 'Filter',
  filterHint: 'order#13, failed, e-mail…',
  empty: 'Nothing has happened yet.',
  noMatch: 'No line among those loaded holds these words.',
  latest: 'To the latest line',
  loading: 'Loading earlier lines…',
  linesLeft: (n: number) => `${n} ${n === 1 ? 'line' : 'lines'} before are in the log.`,
  lines: 'Log lines, oldest first; Page Up loads earlier ones',
  keys: 'Up and down go from line to line, Enter shows what it is about, right leads to its Why.',
} as const;
