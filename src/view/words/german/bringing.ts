import { countText as count } from '../../../projections/spanText.ts';
import type { Translation } from '../../../projections/words/language.ts';
import { bringingWords } from '../bringing.ts';

const items = (n: number): string => `${count(n)} ${n === 1 ? 'Item' : 'Items'}`;

export const bringing: Translation<typeof bringingWords> = {
  title: 'Daten bringen',
  open: 'Daten bringen…',
  about:
    'DynamoDB-JSON (wie es ist, aus put-item oder aus einem Export), einfaches JSON oder CSV mit Kopfzeile; ein Item je Zeile, oder ein Array.',
  paste: 'Items hier einfügen',
  pasteHint: bringingWords.pasteHint,
  pick: 'Datei wählen…',
  dropHint: 'oder hierher ziehen',
  pasted: 'Eingefügter Text',
  source: (name, size) => `${name}, ${size}`,
  size: (bytes) =>
    bytes < 1_024
      ? `${count(bytes)} Bytes`
      : bytes < 1_048_576
        ? `${count(Math.round(bytes / 1_024))} KB`
        : `${count(Math.round(bytes / 104_857.6) / 10)} MB`,
  clear: 'Etwas anderes',
  tooLarge: (name) => `${name} ist größer als 100 MB: Bringen Sie einen Teil davon.`,
  unreadable: (name) => `${name} konnte nicht als Text gelesen werden.`,

  table: 'Tabelle',
  csvNumbers: 'Zellen, die sich als Zahl lesen lassen, sind Zahlen',
  csvAbout: 'DynamoDBs eigener Import macht Texte daraus, außer bei Schlüsseln.',
  reading: 'Wird gelesen…',
  forms: {
    dynamoDbJson: 'DynamoDB-JSON',
    putItem: 'Eingabe von put-item',
    export: 'ein Export nach S3',
    plainJson: 'einfaches JSON',
    csv: 'CSV',
  },
  found: (n, form) => `${items(n)}, gelesen als: ${form}.`,
  nothing: 'Kein Item gefunden.',
  bad: (n) =>
    `${count(n)} ${n === 1 ? 'Zeile ist' : 'Zeilen sind'} kein Item und ${n === 1 ? 'würde' : 'würden'} ausgelassen:`,
  line: (n) => `Zeile ${count(n)}`,
  moreBad: (n) => `und ${count(n)} weitere.`,
  preview: 'Die ersten Items',
  more: (n) => `und ${count(n)} weitere`,

  how: 'Wie sie kommen',
  hows: { write: 'Jetzt geschrieben', before: 'Vor dem Stream da' },
  howAbout: {
    write: 'Jedes ist ein Aufruf von PutItem am Abspielpunkt; der Stream erzählt von allen.',
    before:
      'Das Lab beginnt neu, mit ihnen in der Tabelle. Kein Record erzählt von ihnen: Ein Stream beginnt, wenn er eingeschaltet wird.',
  },
  tooManyAtOnce:
    'Eine Partition nimmt 1.000 Schreibeinheiten je Sekunde: Von so vielen in einem Augenblick werden einige gedrosselt. Bringen Sie sie vor dem Stream, oder weniger auf einmal.',
  go: {
    write: (n) => `${items(n)} speichern`,
    before: (n) => `Mit ${items(n)} neu beginnen`,
  },
  sending: (done, of) => `${count(done)} von ${items(of)} gesendet`,
  stop: 'Anhalten',
  sent: (n, table) => `${items(n)} an ${table} gesendet.`,
  sentPaused: 'Die Uhr steht: Sie reisen, wenn die Zeit weitergeht.',
  stopped: (n, of) => `Angehalten: ${count(n)} von ${items(of)} wurden gesendet.`,
  started: (n, table) => `${table} beginnt nun mit ${items(n)}.`,
  tooMuchToHold:
    'Für eine Lab-Datei von 1 MiB sind das zu viele. Schreiben Sie sie stattdessen, oder bringen Sie weniger.',
};
