import { EventKind } from '../kernel/eventKind.ts';
import type { Service } from '../services.ts';
import { createAlarm, onAlarmDue } from './alarm.ts';

/** Alarms on the metrics of functions. */
export const service: Service = {
  handlers: { [EventKind.alarmDue]: onAlarmDue },
  start(world) {
    for (const alarm of world.definition.alarms ?? []) createAlarm(world, alarm);
  },
};
