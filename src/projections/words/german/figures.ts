import { countText } from '../../spanText.ts';
import type { figureWords } from '../figureWords.ts';
import type { Translation } from '../language.ts';
import { items, many, records } from './counts.ts';

const shards = (n: number): string => many(n, 'Shard', 'Shards');

export const figures: Translation<typeof figureWords> = {
  ring: 'Hash → Partition → Shard',
  partition: (n) => `Partition ${n}`,
  ringText: (partitions, n, hottest, percent) =>
    `Der Hash seines Partitionsschlüssels schickt jedes von ${items(n)} in eine von ${many(partitions, 'Partition', 'Partitionen')}. ${
      percent >= 1
        ? `Am meisten hat ${hottest} zu tun, mit ${Math.round(percent)} % von 1.000 Schreibeinheiten je Sekunde.`
        : 'Keine hat viel zu tun.'
    }`,
  itemAt: (label, partition) => ` Der Hash von ${label} fällt in ${partition}.`,
  hotKey: (label, partition) =>
    ` Das meiste, was ${partition} bedient, geht an einen Schlüssel, ${label}: Er ist heiß, und keine andere Partition kann helfen.`,
  throttled: (n) => ` ${many(n, 'Schreibvorgang', 'Schreibvorgänge')} mangels Kapazität abgelehnt.`,

  family: 'Familie der Shards',
  familyText: (open, closed, hours) =>
    `${many(open, 'offener Shard', 'offene Shards')} und ${many(closed, 'geschlossener', 'geschlossene')}: Jeder übernimmt von seinem Elternshard, links von ihm, und wird nach ihm gelesen. Records fallen nach ${hours} Stunden heraus.`,
  splitText: (n) => ` ${shards(n)} ${n === 1 ? 'hat' : 'haben'} sich geteilt.`,
  ago: (span) => `vor ${span}`,
  now: 'jetzt',

  views: 'Dieselbe Änderung unter jedem View type',
  viewsText: (own) =>
    own === null
      ? 'Kein Stream hat diese Änderung aufgenommen; so wäre ihr Record gewesen.'
      : `Der View type dieses Streams ist ${own}; ein Record zeigt nie mehr, als er durchlässt.`,

  difference: 'Vorher und nachher',
  inserted: 'Vorher gab es dieses Item nicht.',
  removed: 'Das Item ist fort; nur ein altes Abbild kann noch davon erzählen.',
  changed: (changed, of) =>
    `${countText(changed)} von ${many(of, 'Attribut', 'Attributen')} geändert.`,
  unchanged: (of) =>
    `${of === 1 ? 'Das eine Attribut ist' : `Alle ${countText(of)} Attribute sind`} wie vorher: nichts aufzuzeichnen.`,
  neverThere: 'Dieses Item gab es nicht, also gab es nichts zu löschen.',

  cut: (text, letters) =>
    `${text.slice(0, letters - 15)}… (${many(text.length, 'Zeichen', 'Zeichen')})`,

  transaction: 'Eine Transaktion, ihre Teile getrennt',
  committed: (actions, parts, n) =>
    `${many(actions, 'Aktion', 'Aktionen')}, in einem Augenblick wirksam; ${records(parts)} in ${shards(n)}, lesbar einer nach dem anderen.`,
  torn: (reader) => `Jetzt zerrissen: ${reader} hat einige der Teile und die anderen noch nicht.`,
  whole: 'Kein Leser hat in diesem Augenblick einen Teil davon ohne den Rest.',

  iterators: 'Iteratoren',
  iteratorsText: (mappings, clients, expired) =>
    `${
      clients === 0
        ? 'Kein Client hält einen Iterator; ein GetShardIterator aus der Konsole, einem SDK oder der CLI legt hier einen hin.'
        : `${many(clients, 'Iterator', 'Iteratoren')} von Clients, jeder 15 Minuten gültig ab der Antwort, die ihn gab${expired > 0 ? `; ${countText(expired)} abgelaufen` : ''}.`
    }${mappings > 0 ? ' Lambda erneuert die eigenen mit jedem Nachsehen, viermal je Sekunde, so dass sie nie ablaufen.' : ''}`,
  client: (command) => `Client, Aufruf ${command}`,
  startedAt: (position) => `begann bei ${position}`,
  position: (ordinal, waiting) =>
    waiting === 0
      ? `am Ende, nach ${records(ordinal)}`
      : `bei Record ${countText(ordinal + 1)}, ${countText(waiting)} zu lesen`,
  renewed: 'mit jedem Nachsehen erneuert (angenommen)',
  never: 'nie',
  waitsForParent: 'Er liest nichts, ehe sein Elternshard zu Ende gelesen ist.',
  tokenStates: {
    valid: '',
    expired: 'abgelaufen',
    trimmed: 'seine Stelle fiel heraus',
    ended: 'am Ende',
  },
  tokenWhy: {
    valid: '',
    expired:
      'GetRecords mit ihm ist eine ExpiredIteratorException: Er wurde vor mehr als 15 Minuten ausgegeben. Holen Sie einen anderen, AFTER_SEQUENCE_NUMBER des zuletzt gelesenen Records.',
    trimmed:
      'GetRecords mit ihm ist eine TrimmedDataAccessException: Der Record, auf den er zeigt, ist älter als 24 Stunden. Holen Sie einen anderen bei TRIM_HORIZON.',
    ended:
      'Der Shard ist geschlossen und zu Ende gelesen, also gibt es keinen nächsten Iterator: Machen Sie mit seinen Kindern weiter.',
  },

  beforeStream: 'Vor dem Stream da',
  beforeStreamText: (n) =>
    `${items(n)} ${n === 1 ? 'ist' : 'sind'} noch wie beim Einschalten des Streams. Ein Stream hat nur, was danach geschrieben wird: Kein Record erzählt davon, bis sich etwas ändert, auch nicht einem Leser bei TRIM_HORIZON.`,
  expired: 'Abgelaufen, und noch da',
  expiredText: (n, attribute) =>
    `${items(n)}, deren ${attribute} vorüber ist. Wer liest, findet sie noch; Time to live kommt binnen 48 Stunden, löscht ohne Schreibeinheiten, und der Record sagt, dass es der Dienst war.`,
  expiredFor: (span) => `seit ${span}`,

  write: 'EIN SCHREIBVORGANG OHNE ÄNDERUNG',
  sent: 'an die Tabelle gesendet',
  noRecord: 'kein Record',
  noRecordPut: 'Was gespeichert würde, gleicht dem, was schon gespeichert ist.',
  noRecordDelete: 'Es gab nichts zu löschen.',
  charged: 'trotzdem bezahlt',
  chargedDetail: 'Schreibeinheiten werden verbraucht, ob sich etwas ändert oder nicht.',
  thereBefore:
    'Kein Record erzählt davon: Ein Stream hat nur, was nach dem Einschalten geschrieben wird; auch ein Leser, der bei TRIM_HORIZON beginnt, sieht es nicht.',
};
