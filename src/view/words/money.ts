/** The words of the money: the learner's own table, its bill way by way, and the verdict. */
export const moneyWords = {
  intro: 'Your own table. Every figure below follows from these.',
  presets: 'Examples',
  presetNames: {
    lab: 'This lab',
    large: '500 GB, 1,000 changes an hour',
    one: 'One item',
    huge: '10 TB, 1 million writes a second',
  },
  fields: {
    size: ['Size', 'GB'],
    items: ['Items', ''],
    writes: ['Writes', 'a second'],
    share: ['of which change something', '%'],
    active: ['Items that change', ''],
    deletes: ['Deletes', '% of the changes'],
  },
  region: 'Region',
  prices: 'Prices',
  pricesNote: 'In US dollars. What you enter takes the place of the amount, here and in the lanes.',
  reset: 'AWS’s amounts again',
  assumed: 'assumed',
  rate: (changes: string) => `These are ${changes}.`,
  byFormula: (simulable: boolean) =>
    simulable
      ? 'By formula. A table of this size can also be simulated: the lanes show one.'
      : 'By formula: nobody simulates a table of this size.',
  ownWrites: (usd: string) =>
    `Write units and storage of the table itself come to ${usd} a month on top, whoever watches it.`,
  columns: {
    way: 'Way',
    delay: 'Median delay',
    slowest: '99 % within',
    missed: 'Missed an hour',
    units: 'Read units an hour',
    hour: 'An hour',
    day: 'A day',
    month: 'A month',
  },
  lines: (name: string) => `What ${name} pays for`,
  simulate: 'Run it in the lanes',
  outOfRange: (name: string, least: string, most: string) =>
    `${name}: a number from ${least} to ${most} is expected.`,
  verdict: {
    table: 'The table that is judged',
    needs: 'What do you need?',
    within: '99 of 100 changes within',
    loss: 'Loss',
    losses: {
      changes: 'Every change counts',
      states: 'The last state counts, deletes too',
      any: 'Losses do not matter',
    },
    perMillion: 'Allowed of a million',
    markdown: 'Markdown',
    csv: 'CSV',
    svg: 'SVG',
    png: 'PNG',
    save: 'Save as',
    chart: 'Ways by delay and cost',
  },
} as const;
