import { expect, it } from 'vitest';
import type { Command } from '../../engine/definition.ts';
import { decodeLink, encodeLink, encodeWritten } from './labLink.ts';
import { linkCommands, MOST_COMMANDS } from './linkCommands.ts';

const put = (id: string): Command => ({
  call: 'dynamodb:PutItem',
  input: { TableName: 'Orders', Item: { id: { S: id } } },
});
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ at: i * 1_500, command: put(`order#${i}`) }));
const rest = { lab: { id: 'orders', textChecksum: '0123abcd' }, engineVersion: '1' };

it('[L20] commands that are written where they are make the same link', async () => {
  const { count, json } = linkCommands(many(20));
  expect(count).toBe(20);
  const commands = many(20).map(({ at, command }) => ({ atMs: at / 1_000, command }));
  const link = await encodeWritten(rest, json!);
  expect(link).toBe(await encodeLink({ ...rest, commands }));
  expect(await decodeLink(link)).toMatchObject({ ok: true, link: { commands } });
  expect(await encodeWritten(rest, '[]')).toBe(await encodeLink({ ...rest, commands: [] }));
});

it('[L20] a link is offered only where it can be read: not of more commands, or of a longer text, than one holds', () => {
  expect(linkCommands(many(MOST_COMMANDS)).json).not.toBeNull();
  expect(linkCommands(many(MOST_COMMANDS + 1))).toEqual({ count: MOST_COMMANDS + 1, json: null });
  expect(linkCommands([{ at: 0, command: put('x'.repeat(1_100_000)) }]).json).toBeNull();
});
