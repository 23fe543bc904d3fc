import { EventKind } from '../kernel/eventKind.ts';
import type { Service } from '../services.ts';
import { createRules } from './eventRules.ts';
import { createTarget, onEffectArrives } from './target.ts';

/** Indexes, buckets, mailboxes and queues. */
export const service: Service = {
  handlers: { [EventKind.effectArrives]: onEffectArrives },
  start(world) {
    for (const definition of world.definition.targets) createTarget(world, definition);
    createRules(world);
  },
};
