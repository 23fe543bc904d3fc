import { countText as count } from '../../../projections/spanText.ts';
import { items } from '../../../projections/words/german/counts.ts';
import type { Translation } from '../../../projections/words/language.ts';
import type { figureWords } from '../figures.ts';

export const figures: Translation<typeof figureWords> = {
  hash: 'Hash 0',
  items,
  units: (now, peak) => `${now} von 1.000 WCU/s · Spitze ${peak}`,

  refused: (n, hottest) =>
    `${count(n)} abgelehnt${hottest === '' ? '' : `; das meiste ist ${hottest}`}`,

  tornNow: 'Jetzt zerrissen',
  noStream: 'kein Stream',
  partStates: {
    onTheWay: 'auf dem Weg in den Stream',
    inShard: 'im Shard, noch nicht gelesen',
    inBatch: 'hat es in einem Batch',
    processed: 'verarbeitet',
    passedBy: 'vorbeigegangen',
  },
  partSigns: { onTheWay: '○', inShard: '○', inBatch: '●', processed: '✓', passedBy: '–' },
  iteratorAge: (age, left) => (left === '' ? `${age} alt,` : `${age} alt, noch ${left}`),

  nodeName: (label, open, records, trimmed, readers) =>
    `${label}, ${open ? 'offen' : 'geschlossen'}, ${count(records)} ${records === 1 ? 'Record' : 'Records'}${
      trimmed > 0 ? `, ${count(trimmed)} herausgefallen` : ''
    }${readers === '' ? '' : `; ${readers}`}`,
  readerStates: {
    upToDate: 'auf dem Laufenden',
    behind: 'im Rückstand',
    failing: 'schlägt immer wieder fehl',
    waitingForParent: 'wartet auf seinen Elternshard',
    drained: 'bis zum Ende gelesen',
  },
  readerName: (reader, state) => `${reader} ${state}`,
  hidden: (n) => `${count(n)} ${n === 1 ? 'früherer Shard' : 'frühere Shards'} nicht gezeigt`,
  open: 'offen',
  closed: 'geschlossen',
  trimmed: 'herausgefallen',
  reader: 'Leser',

  viewType: 'View type',
  parts: { keys: 'Keys', oldImage: 'Old image', newImage: 'New image', sizeBytes: 'Bytes' },
  absent: 'nicht darin',
  ownView: 'dieser Stream',
  showJson: (viewType) => `Den Record als ${viewType} zeigen`,

  attribute: 'Attribut',
  before: 'Vorher',
  after: 'Nachher',
  key: 'Schlüssel',
  changes: { same: '', changed: 'geändert', added: 'hinzugekommen', removed: 'entfernt' },
  noValue: '–',
  moreAttributes: (n) => `und ${count(n)} weitere`,
};
