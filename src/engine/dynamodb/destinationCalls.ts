/**
 * Switching on and off that a table sends its changes to a Kinesis data stream.
 *
 * Left out: more than one stream at a time.
 * Rules: [K20] it takes some seconds (assumed); what is written before it is ACTIVE is not sent.
 */
import { optionalMembers, optionalText, textMember } from '../item/callInput.ts';
import { ItemError, validationError } from '../item/itemError.ts';
import type { Call, CallInput, Calls } from '../kernel/call.ts';
import { draw, Purpose, within } from '../kernel/draw.ts';
import { EventKind } from '../kernel/eventKind.ts';
import { Entry } from '../kernel/journal.ts';
import { after, type Duration } from '../kernel/time.ts';
import { DESTINATION_SETTLES_LEAST, DESTINATION_SETTLES_MOST } from '../limits.ts';
import type { StreamingDestination, World } from '../world.ts';
import { existingTable } from './tableCalls.ts';

interface Asked {
  table: number;
  /** Number in `kinesisStreams`. */
  stream: number;
  /** Place among the table's destinations, or -1. */
  place: number;
  precision: StreamingDestination['precision'] | null;
}

function readDestination(world: World, input: CallInput, settings: string): Asked {
  const table = existingTable(world, textMember(input, 'TableName'));
  const arn = textMember(input, 'StreamArn');
  const stream = world.state.kinesisStreams.findIndex((known) => known.arn === arn);
  if (stream < 0) {
    throw new ItemError(
      'ResourceNotFoundException',
      `Requested resource not found: Stream: ${arn} not found`,
    );
  }
  const members = optionalMembers(input, settings) ?? {};
  const precision = optionalText(members, 'ApproximateCreationDateTimePrecision');
  const { destinations } = world.state.tables[table]!;
  return {
    table,
    stream,
    place: destinations.findIndex((known) => known.stream === stream),
    precision: precision as Asked['precision'],
  };
}

const statusOf = (world: World, { table, place }: Asked): string =>
  world.state.tables[table]!.destinations[place]?.status ?? 'DISABLED';

/** Answers the table's number and the destination's place. */
const enableCall: Call = (world, input) => {
  const asked = readDestination(world, input, 'EnableKinesisStreamingConfiguration');
  if (statusOf(world, asked) !== 'DISABLED') {
    throw validationError(
      'Table is not in a valid state to enable Kinesis Streaming Destination: EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.',
    );
  }
  const { destinations } = world.state.tables[asked.table]!;
  if (destinations.some(({ status }) => status !== 'DISABLED')) {
    throw new ItemError(
      'LimitExceededException',
      'A second Kinesis streaming destination of a table is not modelled.',
    );
  }
  return (): DestinationPlace => {
    const status = 'ENABLING';
    const precision = asked.precision ?? 'MILLISECOND';
    let { place } = asked;
    if (place < 0) place = destinations.push({ stream: asked.stream, status, precision }) - 1;
    else destinations[place] = { stream: asked.stream, status, precision };
    return settleLater(world, asked.table, place);
  };
};

export interface DestinationPlace {
  table: number;
  place: number;
}

const disableCall: Call = (world, input) => {
  const asked = readDestination(world, input, 'EnableKinesisStreamingConfiguration');
  if (statusOf(world, asked) !== 'ACTIVE') {
    throw validationError(
      'Table is not in a valid state to disable Kinesis Streaming Destination:DisableKinesisStreamingDestination must be ACTIVE to perform DISABLE operation.',
    );
  }
  return (): DestinationPlace => {
    world.state.tables[asked.table]!.destinations[asked.place]!.status = 'DISABLING';
    return settleLater(world, asked.table, asked.place);
  };
};

const updateCall: Call = (world, input) => {
  const asked = readDestination(world, input, 'UpdateKinesisStreamingConfiguration');
  if (statusOf(world, asked) !== 'ACTIVE') {
    throw validationError(
      'Table is not in a valid state to update Kinesis Streaming Destination: KinesisStreamingDestination must be ACTIVE to perform UPDATE operation.',
    );
  }
  const destination = world.state.tables[asked.table]!.destinations[asked.place]!;
  if (asked.precision === null || asked.precision === destination.precision) {
    throw validationError(
      'Precision must be given, and be another than the present one, to update a Kinesis Streaming Destination.',
    );
  }
  return (): DestinationPlace => {
    destination.status = 'UPDATING';
    destination.precision = asked.precision!;
    return settleLater(world, asked.table, asked.place);
  };
};

function settleLater(world: World, table: number, place: number): DestinationPlace {
  const drawn = draw(world.definition.seed, Purpose.settling, 2_000_000 + table, world.now);
  const span = within(drawn, DESTINATION_SETTLES_LEAST, DESTINATION_SETTLES_MOST) as Duration;
  world.queue.schedule(after(world.now, span), EventKind.destinationSettles, table, place);
  return { table, place };
}

/** What was begun is done. */
export function onDestinationSettles(world: World, number: number, place: number): void {
  const table = world.state.tables[number]!;
  const destination = table.destinations[place]!;
  const wasUpdating = destination.status === 'UPDATING';
  const isOn = destination.status !== 'DISABLING';
  destination.status = isOn ? 'ACTIVE' : 'DISABLED';
  table.kinesisStream = isOn ? destination.stream : -1;
  if (wasUpdating) return;
  const { stream } = destination;
  const kind = Entry.streamingDestinationChanged;
  world.journal.append(world.now, kind, number, stream, isOn ? 1 : 0);
}

export const destinationCalls: Calls = {
  'dynamodb:EnableKinesisStreamingDestination': enableCall,
  'dynamodb:DisableKinesisStreamingDestination': disableCall,
  'dynamodb:UpdateKinesisStreamingDestination': updateCall,
};
