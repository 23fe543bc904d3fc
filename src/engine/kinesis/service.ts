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
      const stream = state.kinesisStreams.findIndex(({ id }) => id === kinesisDestination.stream);
      const { precision } = kinesisDestination;
      state.tables[number]!.kinesisStream = stream;
      state.tables[number]!.destinations.push({ stream, status: 'ACTIVE', precision });
    });
  },
};
