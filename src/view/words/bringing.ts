/** Words of bringing items from elsewhere. */
import { countText as count } from '../../projections/spanText.ts';

const items = (n: number) => `${count(n)} ${n === 1 ? 'item' : 'items'}`;

export const bringingWords = {
  title: 'Bring data',
  open: 'Bring data…',
  about:
    'DynamoDB JSON (as it is, from put-item, or from an export), plain JSON, or CSV with a header; one item a line, or an array.',
  paste: 'Paste items here',
  pasteHint: '{ "id": "order#1", "status": "new" }',
  pick: 'Choose a file…',
  dropHint: 'or drop it here',
  pasted: 'Pasted text',
  source: (name: string, size: string) => `${name}, ${size}`,
  size: (bytes: number) =>
    bytes < 1_024
      ? `${count(bytes)} bytes`
      : bytes < 1_048_576
        ? `${count(Math.round(bytes / 1_024))} KB`
        : `${count(Math.round(bytes / 104_857.6) / 10)} MB`,
  clear: 'Something else',
  tooLarge: (name: string) => `${name} is larger than 100 MB: bring a part of it.`,
  unreadable: (name: string) => `${name} could not be read as text.`,

  table: 'Table',
  csvNumbers: 'Cells that read as numbers are numbers',
  csvAbout: 'DynamoDB’s own import makes texts of them, but for keys.',
  reading: 'Reading…',
  forms: {
    dynamoDbJson: 'DynamoDB JSON',
    putItem: 'put-item input',
    export: 'an export to S3',
    plainJson: 'plain JSON',
    csv: 'CSV',
  },
  found: (n: number, form: string) => `${items(n)}, read as ${form}.`,
  nothing: 'No item was found.',
  bad: (n: number) =>
    `${count(n)} ${n === 1 ? 'row is' : 'rows are'} no item and would be left out:`,
  line: (n: number) => `Line ${count(n)}`,
  moreBad: (n: number) => `and ${count(n)} more.`,
  preview: 'The first items',
  more: (n: number) => `and ${count(n)} more`,

  how: 'How they come',
  hows: { write: 'Written now', before: 'There before the stream' },
  howAbout: {
    write: 'Each is a PutItem call at the playhead; the stream tells of all of them.',
    before:
      'The lab starts again with them in the table. No record tells of them: a stream begins when it is enabled.',
  },
  tooManyAtOnce:
    'A partition takes 1,000 write units a second: of so many at one instant some will be throttled. Bring them before the stream, or fewer at a time.',
  go: {
    write: (n: number) => `Put ${items(n)}`,
    before: (n: number) => `Start again with ${items(n)}`,
  },
  sending: (done: number, of: number) => `${count(done)} of ${items(of)} sent`,
  stop: 'Stop',
  sent: (n: number, table: string) => `${items(n)} sent to ${table}.`,
  sentPaused: 'The clock is paused: they travel when time goes on.',
  stopped: (n: number, of: number) => `Stopped: ${count(n)} of ${items(of)} were sent.`,
  started: (n: number, table: string) => `${table} now begins with ${items(n)}.`,
  tooMuchToHold: 'These are too many for a lab file of 1 MiB. Write them instead, or bring fewer.',
} as const;
