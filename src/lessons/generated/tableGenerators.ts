/** Questions about what a table's writes leave behind. */
import { ordersLab, put, update } from '../practice/ordersLab.ts';
import { RECORDS } from '../practice/shorthand.ts';
import type { Generator } from './generator.ts';
import { commandsOf, historyText, madeUpHistory } from './history.ts';

const records: Generator = {
  id: 'records',
  title: 'How many records',
  make(roll) {
    const history = madeUpHistory(roll, roll.whole(5, 9), 8_000);
    return {
      claims: ['11.21'],
      exams: [{ exam: 'DVA-C02', domain: 1 }],
      lab: ordersLab({ commands: commandsOf(history) }),
      until: '12s',
      rules: ['T1', 'T2'],
      question: { kind: 'estimate', measure: RECORDS, within: 1 },
      words: {
        title: 'How many records?',
        text: [`The table is empty at first. Then: ${historyText(history)}.`],
        ask: 'How many records does the stream get?',
        unit: 'records',
        after: [
          'Each write that changes an item makes one record: {streams.Orders.records.INSERT} INSERT, {streams.Orders.records.MODIFY} MODIFY, {streams.Orders.records.REMOVE} REMOVE. {log.noOpWritten} of the writes found nothing to change, and made none.',
        ],
      },
    };
  },
};

const VIEW_TYPES = ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'] as const;
const NEW = 'lastRecord.Orders.newImage';
const OLD = 'lastRecord.Orders.oldImage';
const images = (isNew: 0 | 1, isOld: 0 | 1) => [
  { measure: NEW, is: isNew },
  { measure: OLD, is: isOld },
];

const view: Generator = {
  id: 'images',
  title: 'What stands in the record',
  make(roll) {
    const type = roll.pick(VIEW_TYPES);
    const last = roll.pick(['put', 'update', 'delete'] as const);
    const asked = { id: 'order#1', status: last === 'delete' ? null : 'paid' };
    const history = [
      { atMs: 500, id: 'order#1', status: 'placed', isUpdate: false },
      { atMs: 2_000, ...asked, isUpdate: last === 'update' },
    ];
    return {
      claims: ['11.2'],
      exams: [{ exam: 'DVA-C02', domain: 1 }],
      lab: ordersLab({
        commands: commandsOf(history),
        table: { StreamSpecification: { StreamViewType: type } },
      }),
      from: '1.5s',
      until: '4s',
      rules: ['S11'],
      question: {
        kind: 'one',
        choices: [
          { id: 'keys', holds: images(0, 0) },
          { id: 'new', holds: images(1, 0) },
          { id: 'old', holds: images(0, 1) },
          { id: 'both', holds: images(1, 1) },
        ],
      },
      words: {
        title: 'What stands in the record?',
        text: [
          `The stream was enabled with \`${type}\`. \`order#1\` is there, with the status placed. Then: ${historyText(history.slice(1)).slice(3)}.`,
        ],
        ask: 'What stands in the record of that, beside the keys?',
        choices: {
          keys: 'No image',
          new: 'The new image',
          old: 'The old image',
          both: 'The new image and the old one',
        },
        after: [
          'The view type says what may stand in a record; a delete has no new image, a first put no old one.',
        ],
      },
    };
  },
};

const units: Generator = {
  id: 'write-units',
  title: 'How many write units',
  make(roll) {
    const sizes = Array.from({ length: roll.whole(2, 4) }, () => roll.whole(1, 39) * 100);
    const shrunk = roll.percent(50);
    const texts = sizes.map((size, n) => `\`order#${n + 1}\` with a note of ${size} letters`);
    const shrink = update('8s', 'order#1', { note: '-' });
    const puts = sizes.map((size, n) =>
      put(`${n + 1}s`, `order#${n + 1}`, { note: 'x'.repeat(size) }),
    );
    return {
      claims: ['12.20'],
      exams: [{ exam: 'DBS-C01', domain: 1 }],
      lab: ordersLab({
        commands: [...puts, ...(shrunk ? [shrink] : [])],
        table: { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 40 } },
      }),
      until: '12s',
      rules: ['P5'],
      question: { kind: 'estimate', measure: 'tables.Orders.wcu', within: 1 },
      words: {
        title: 'What do these writes cost?',
        text: [
          `These items are put: ${texts.join('; ')}. Key and names add less than 30 bytes.${shrunk ? ' Then an update makes the note of `order#1` one letter long.' : ''}`,
        ],
        ask: 'How many write units do they consume?',
        unit: 'write units',
        after: [
          'One unit for each 1 KB that is begun, of the larger of the item before and after. A write that makes an item smaller pays for what it was.',
        ],
      },
    };
  },
};

const lost: Generator = {
  id: 'scan-misses',
  title: 'What a scan misses',
  make(roll) {
    const history = madeUpHistory(roll, roll.whole(5, 9), 18_000);
    const every = roll.pick([5, 10, 20]);
    const start = Date.UTC(2026, 0, 5, 9);
    const commands = commandsOf(history).map((command, n) => {
      const { Input } = command as { Input: Record<string, Record<string, unknown>> };
      const stamp = { N: String(start + history[n]!.atMs) };
      if (Input.Item !== undefined) Input.Item.updated_at = stamp;
      if (Input.UpdateExpression === undefined) return command;
      return {
        ...command,
        Input: {
          ...Input,
          UpdateExpression: `${String(Input.UpdateExpression)}, updated_at = :at`,
          ExpressionAttributeValues: { ...Input.ExpressionAttributeValues, ':at': stamp },
        },
      };
    });
    return {
      claims: ['11.21'],
      exams: [{ exam: 'SAA-C03', domain: 3 }],
      lab: ordersLab({
        commands,
        section: {
          Pollers: { Scan: { Table: 'Orders', Every: `${every}s`, Watermark: 'updated_at' } },
        },
      }),
      until: '21s',
      rules: ['W3', 'W4'],
      question: { kind: 'estimate', measure: 'pollers.Scan.seen', within: 1 },
      words: {
        title: 'What does the scan see?',
        text: [
          `A scan looks at the table every ${every} seconds, at first after ${every} seconds, and returns what was changed since. Each write sets a new \`updated_at\`, so each changes something. In the first 19 seconds: ${historyText(history)}.`,
          `Their seconds: ${history.map(({ atMs }) => (atMs / 1_000).toFixed(1)).join(', ')}.`,
        ],
        ask: 'How many states of orders has the scan returned after 21 seconds?',
        unit: 'states',
        after: [
          'It returned {pollers.Scan.seen}. {pollers.Scan.missed.collapsed} were replaced or deleted before it looked, {pollers.Scan.missed.deletes} were deletes, which no scan returns.',
        ],
      },
    };
  },
};

export const tableGenerators: readonly Generator[] = [records, view, units, lost];
