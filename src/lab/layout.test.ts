import { expect, it } from 'vitest';
import { builtInLabs } from './builtIn/index.ts';
import { type PlacedCard, soundLayout } from './layout.ts';
import { decodeLink, encodeLink } from './link/labLink.ts';
import { readLinkedLab } from './link/linkedLab.ts';
import { checksum } from './link/linkText.ts';
import { readLab } from './readLab.ts';
import { writeLab } from './writing/writeLab.ts';

const { id, text } = builtInLabs[0]!;
const definition = (() => {
  const reading = readLab(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.definition;
})();
const layout: PlacedCard[] = [
  { card: 'Target', of: 'AuditBucket', left: 0.3125, top: 40 },
  { card: 'Stream', of: 'Orders', left: 0, top: 7 },
  { card: 'Function', of: '#7', left: 1, top: 0 },
];

it('[L56] a file keeps where cards are, and is the same lab for it', () => {
  const written = writeLab(definition, [], { layout });
  const reading = readLab(written);
  expect(reading).toMatchObject({ ok: true, layout });
  const plain = readLab(writeLab(definition));
  expect(plain).not.toHaveProperty('layout');
  if (!reading.ok || !plain.ok) return;
  expect(reading.definition).toEqual(plain.definition);
});

it.each([
  ['[ { Card: Tabel, Of: Orders } ]', /did you mean Table\?/i],
  ['[ { Card: Table, Of: Order } ]', /no card Table of Order\b.*Orders/],
  ['[ { Card: Table, Of: Orders, Left: 1.5 } ]', /1.5 is above the maximum 1/],
  ['[ { Card: Table, Of: Orders, Top: -1 } ]', /-1 is below the minimum 0/],
  ['[ { Card: Table, Of: Orders, Z: 1 } ]', /Z is not a known key/],
  ['7', /a list is expected/],
  [
    `[ ${Array.from({ length: 501 }, () => '{ Card: Table, Of: Orders }').join()} ]`,
    /more than 500/,
  ],
])('[L56] %.40s is refused with a sentence', (written, why) => {
  const reading = readLab(
    writeLab(definition).replace('Shardscope:\n', `Shardscope:\n    Layout: ${written}\n`),
  );
  expect(reading.ok ? '' : reading.errors.map(({ message }) => message).join(' ')).toMatch(why);
});

it('[L56] a link keeps where cards are, and what is no place in it is left out', async () => {
  const lab = { id, textChecksum: checksum(text) };
  const decoded = await decodeLink(
    await encodeLink({ lab, layout, commands: [], engineVersion: '1' }),
  );
  if (!decoded.ok) throw new Error(decoded.error);
  expect(decoded.link.layout).toEqual(layout);
  expect(readLinkedLab(decoded.link)).toMatchObject({ ok: true, layout });
  const hostile = [
    null,
    7,
    {},
    { ...layout[0]!, left: Number.NaN },
    { ...layout[0]!, card: '__proto__' },
  ];
  expect(soundLayout([...hostile, layout[1]])).toEqual([layout[1]]);
  expect(soundLayout('no')).toEqual([]);
});
