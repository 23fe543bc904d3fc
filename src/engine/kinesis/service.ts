import { EventKind } from '../kernel/eventKind.ts';
import type { Service } from '../services.ts';
import {
  createKinesisStream,
  onChangeArrivesAtKinesis,
  onChangeCaptured,
} from './streamingDestination.ts';

/** Data streams, and the tables that send their changes to them. */
export const service: Service = {
  handlers: {
    [EventKind.changeCaptured]: onChangeCaptured,
    [EventKind.changeArrivesAtKinesis]: onChangeArrivesAtKinesis,
  },
  start(world) {
    const { definition, state } = world;
    for (const stream of definition.kinesisStreams) createKinesisStream(world, stream);
    definition.tables.forEach((table, number) => {
      const { kinesisDestination } = table;
      if (!kinesisDestination) return;
      state.tables[number]!.kinesisStream = state.kinesisStreams.findIndex(
        (stream) => stream.id === kinesisDestination.stream,
      );
    });
  },
};
