/** What has been asked of a lab so far, so that somebody can set up the same lab beside it. */
import type { SimulationDefinition } from '../engine/definition.ts';
import { Entry } from '../engine/kernel/journal.ts';
import type { World } from '../engine/world.ts';
import { type PackedCommands, packCommands, type TimedCommand } from './packedCommands.ts';

export interface CommandLog {
  definition: SimulationDefinition;
  /** Given since the lab began, beside the definition's own. */
  commands: PackedCommands;
  now: number;
}

export function commandLog(world: World): CommandLog {
  const { definition, journal } = world;
  const commands: TimedCommand[] = [];
  for (let number = 0; number < journal.length; number++) {
    if (journal.kindOf(number) !== Entry.commandGiven) continue;
    const { a: command, at } = journal.read(number);
    // The lab's own commands have the first numbers.
    if (command >= definition.commands.length) {
      commands.push({ at, command: world.commands.get(command) });
    }
  }
  return { definition, commands: packCommands(commands), now: world.now };
}
