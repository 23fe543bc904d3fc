import { onCommandDue } from '../commands.ts';
import { carryOutCommandWrite } from '../dynamodb/writeCall.ts';
import { arrangeFaults, onFaultEnds, onFaultStarts } from '../faults.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { instant, milliseconds } from '../kernel/time.ts';
import type { Service } from '../services.ts';
import type { World } from '../world.ts';
import { carryOutTrafficWrite, onTrafficDue, startTraffic } from './traffic.ts';

/** Whoever writes: commands and generated traffic; and what the lab file breaks. */
export const service: Service = {
  handlers: {
    [EventKind.commandDue]: (world, number) => onCommandDue(world, number),
    [EventKind.trafficDue]: onTrafficDue,
    [EventKind.writeArrives]: onWriteArrives,
    [EventKind.faultStarts]: onFaultStarts,
    [EventKind.faultEnds]: (world, fault) => onFaultEnds(world, fault),
  },
  start(world) {
    arrangeFaults(world);
    for (const { atMs, command } of world.definition.commands) {
      const number = world.commands.push(command);
      world.queue.schedule(instant(milliseconds(atMs)), EventKind.commandDue, number);
    }
    startTraffic(world);
  },
};

function onWriteArrives(world: World, write: number, cause: number): void {
  if (world.writes.source.get(write) >= 0) carryOutCommandWrite(world, write, cause);
  else carryOutTrafficWrite(world, write, cause);
}
