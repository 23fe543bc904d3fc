import { EventKind } from '../kernel/eventKind.ts';
import type { Service } from '../services.ts';
import { onBatchSettled, onPollDue, onRetryDue } from './consumer.ts';
import { createMapping, onShardDiscovered } from './eventSourceMapping.ts';
import {
  createFunction,
  onEffectDue,
  onEnriched,
  onInvocationArrives,
  onInvocationEnds,
} from './function.ts';
import { onMappingSettles } from './mappingCalls.ts';
import { onMarkerArrives } from './marker.ts';
import { onRequestDue } from './request.ts';

/** Functions and the event source mappings that invoke them. */
export const service: Service = {
  handlers: {
    [EventKind.shardDiscovered]: onShardDiscovered,
    [EventKind.pollDue]: onPollDue,
    [EventKind.retryDue]: onRetryDue,
    [EventKind.batchSettled]: onBatchSettled,
    [EventKind.invocationArrives]: onInvocationArrives,
    [EventKind.effectDue]: onEffectDue,
    [EventKind.markerArrives]: onMarkerArrives,
    [EventKind.invocationEnds]: onInvocationEnds,
    [EventKind.mappingSettles]: onMappingSettles,
    [EventKind.requestDue]: onRequestDue,
    [EventKind.enriched]: onEnriched,
  },
  start(world) {
    world.definition.functions.forEach((_, number) => {
      createFunction(world, number);
    });
    for (const mapping of world.definition.eventSourceMappings) createMapping(world, mapping);
  },
};
