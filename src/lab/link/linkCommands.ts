/** What was done in a lab as a link carries it: made where the commands are, so that the page gets a text at once. */
import type { Command } from '../../engine/definition.ts';

/** A link carries no more commands; it holds no longer text, either. */
export const MOST_COMMANDS = 10_000;
export const MOST_BYTES = 1_048_576;

/** Commands of a link, each some milliseconds after the one before. */
export type WrittenCommand = [afterMs: number, call: string, input: object, immediate?: 1];

export interface LinkCommands {
  count: number;
  /** JSON of `WrittenCommand`s, or null where they are too many for a link. */
  json: string | null;
}

/** @param commands with instants in microseconds. */
export function linkCommands(commands: readonly { at: number; command: Command }[]): LinkCommands {
  const count = commands.length;
  if (count > MOST_COMMANDS) return { count, json: null };
  const given = commands.map(({ at, command }) => ({ atMs: at / 1_000, command }));
  const json = JSON.stringify(writtenCommands(given));
  return { count, json: json.length > MOST_BYTES ? null : json };
}

/** Commands as they stand in a link. */
export function writtenCommands(
  commands: readonly { atMs: number; command: Command }[],
): WrittenCommand[] {
  let lastMs = 0;
  return commands.map(({ atMs, command: { call, input, immediate } }) => {
    const afterMs = Math.round((atMs - lastMs) * 1_000) / 1_000;
    lastMs = atMs;
    return immediate ? [afterMs, call, input, 1] : [afterMs, call, input];
  });
}
