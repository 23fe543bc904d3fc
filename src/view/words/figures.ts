/** Words of the inspector's figures that are the page's own. */
import { countText as count } from '../../projections/spanText.ts';
import { stageWords } from '../../projections/words/stageWords.ts';

export const figureWords = {
  hash: 'hash 0',
  items: stageWords.items,
  units: (now: string, peak: string) => `${now} of 1,000 WCU/s · peak ${peak}`,

  refused: (n: number, hottest: string) =>
    `${count(n)} refused${hottest === '' ? '' : `; most of it is ${hottest}`}`,

  tornNow: 'Torn now',
  noStream: 'no stream',
  partStates: {
    onTheWay: 'on its way into the stream',
    inShard: 'in the shard, not read yet',
    inBatch: 'has it in a batch',
    processed: 'processed',
    passedBy: 'passed by',
  },
  partSigns: { onTheWay: '○', inShard: '○', inBatch: '●', processed: '✓', passedBy: '–' },
  iteratorAge: (age: string, left: string) =>
    left === '' ? `${age} old,` : `${age} old, ${left} left`,

  nodeName: (label: string, open: boolean, records: number, trimmed: number, readers: string) =>
    `${label}, ${open ? 'open' : 'closed'}, ${count(records)} ${records === 1 ? 'record' : 'records'}${
      trimmed > 0 ? `, ${count(trimmed)} fell off` : ''
    }${readers === '' ? '' : `; ${readers}`}`,
  readerStates: {
    upToDate: 'up to date',
    behind: 'behind',
    failing: 'keeps failing',
    waitingForParent: 'waits for its parent',
    drained: 'read to the end',
  },
  readerName: (reader: string, state: string) => `${reader} ${state}`,
  hidden: (n: number) => `${count(n)} earlier ${n === 1 ? 'shard' : 'shards'} not shown`,
  open: 'open',
  closed: 'closed',
  trimmed: 'fallen off',
  reader: 'reader',

  viewType: 'View type',
  parts: { keys: 'Keys', oldImage: 'Old image', newImage: 'New image', sizeBytes: 'Bytes' },
  absent: 'not in it',
  ownView: 'this stream',
  showJson: (viewType: string) => `Show the record as ${viewType}`,

  attribute: 'Attribute',
  before: 'Before',
  after: 'After',
  key: 'key',
  changes: { same: '', changed: 'changed', added: 'added', removed: 'removed' },
  noValue: '–',
  moreAttributes: (n: number) => `and ${count(n)} more`,
} as const;
