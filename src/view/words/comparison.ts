/** The words of the comparison: one sentence for each figure. */
export const comparisonWords = {
  title: 'Who noticed what',
  intro: (changes: string) => `The same ${changes}, seen by everyone who wants to know of them.`,
  kinds: {
    stream: 'Gets a record of every change, in order for each item.',
    kinesis: 'Gets every change too, but perhaps twice and out of order.',
    scan: 'Reads the whole table again and again and keeps what looks newer.',
  },
  measure: 'Measure',
  none: 'There is nothing to compare: the lab has no reader.',
  groups: {
    noticed: 'Noticed',
    missed: 'Missed for good',
    quality: 'How well',
    price: 'At what price',
  },
  rows: {
    seen: ['Seen', 'Changes that it has dealt with.'],
    waiting: ['Waiting', 'Not seen yet, but still to come.'],
    deletes: ['Deletes', 'A scan cannot see what is no longer there.'],
    collapsed: ['Overwritten', 'Replaced by a newer change before the next scan came.'],
    race: ['Raced', 'Written while a scan was reading, and never newer than its mark again.'],
    noWatermark: ['Unmarked', 'Items without the attribute that the scan’s filter compares.'],
    lost: ['Lost', 'Given up after retries or age, or expired at 24 hours.'],
    repeated: ['Repeated', 'Delivered or returned again: the reader must not mind.'],
    outOfOrder: ['Out of order', 'A change that came after a later one of the same item.'],
    median: ['Median delay', 'From the commit to its effect, for half of the changes.'],
    slowest: ['99 % within', 'All but one change in a hundred took at most this.'],
    reads: ['Read units', 'Lambda reads the stream for nothing; a scan pays for all it looks at.'],
    usd: ['Cost a month', 'Of reading, at this rate and AWS’s prices in us-east-1.'],
  },
  noneYet: '–',
} as const;
