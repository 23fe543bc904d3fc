import { expect, it } from 'vitest';
import { packCommands, type TimedCommand, unpackCommands } from './packedCommands.ts';

it('commands come out of their bytes as they went in, and of the rest of what is known of them nothing', () => {
  const put = { call: 'dynamodb:PutItem', input: { Item: { id: { S: 'ä\u2028"' } } } };
  const commands = [
    { at: 1_000_000, command: put },
    { at: 1_000_000.5, command: { ...put, immediate: true }, branch: 3 },
  ] as TimedCommand[];
  const packed = packCommands(commands);
  expect(packed.count).toBe(2);
  expect(unpackCommands(structuredClone(packed))).toEqual(
    commands.map(({ at, command }) => ({ at, command })),
  );
});
