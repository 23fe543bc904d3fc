/**
 * Commands on their way from the worker that has them to another that needs them: as bytes, so that the page
 * between the two neither builds nor takes apart a hundred thousand objects.
 */
import type { Command } from '../engine/definition.ts';

/** A command and when it was given, microseconds. */
export interface TimedCommand {
  at: number;
  command: Command;
}

export interface PackedCommands {
  count: number;
  /** JSON, UTF-8. */
  bytes: Uint8Array;
}

/** Commands as bytes; of each what a {@link TimedCommand} has. */
export function packCommands(commands: readonly TimedCommand[]): PackedCommands {
  const text = JSON.stringify(commands.map(({ at, command }) => ({ at, command })));
  return { count: commands.length, bytes: new TextEncoder().encode(text) };
}

/** What {@link packCommands} was given. */
export const unpackCommands = ({ bytes }: PackedCommands): TimedCommand[] =>
  JSON.parse(new TextDecoder().decode(bytes)) as TimedCommand[];
