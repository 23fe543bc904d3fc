import { EventKind } from '../kernel/eventKind.ts';
import type { Service } from '../services.ts';
import {
  createFunction,
  onEffectDue,
  onEnriched,
  onInvocationArrives,
  onInvocationEnds,
} from './function/function.ts';
import { onMarkerArrives } from './function/marker.ts';
import { onRequestDue } from './function/request.ts';
import { onBatchSettled, onPollDue, onRetryDue } from './mapping/consumer.ts';
import { createMapping, onShardDiscovered } from './mapping/eventSourceMapping.ts';
import { onMappingSettles } from './mapping/mappingCalls.ts';

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
