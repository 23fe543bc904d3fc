/** The four operations on a table's Kinesis streaming destinations. */
import type { DestinationPlace } from '../../engine/dynamodb/destinationCalls.ts';
import { existingTable } from '../../engine/dynamodb/tableCalls.ts';
import { execute, type Operation } from '../operation.ts';
import { choice, structure, text } from '../shape.ts';
import { tableName } from './members.ts';

const streamArn = text({ min: 37, max: 1_024 });
const configuration = structure({
  ApproximateCreationDateTimePrecision: choice('MILLISECOND', 'MICROSECOND'),
});

function change(verb: 'Enable' | 'Disable' | 'Update', member: string): Operation {
  return {
    input: structure(
      { TableName: tableName, StreamArn: streamArn, [member]: configuration },
      'TableName',
      'StreamArn',
    ),
    answer(simulation, input) {
      const call = `dynamodb:${verb}KinesisStreamingDestination`;
      const { table, place } = execute<DestinationPlace>(simulation, call, input);
      const { name, destinations } = simulation.world.state.tables[table]!;
      const { status, precision } = destinations[place]!;
      return {
        TableName: name,
        StreamArn: input.StreamArn,
        DestinationStatus: status,
        [member]: { ApproximateCreationDateTimePrecision: precision },
      };
    },
  };
}

export const enableKinesisStreamingDestination = change(
  'Enable',
  'EnableKinesisStreamingConfiguration',
);
export const disableKinesisStreamingDestination = change(
  'Disable',
  'EnableKinesisStreamingConfiguration',
);
export const updateKinesisStreamingDestination = change(
  'Update',
  'UpdateKinesisStreamingConfiguration',
);

export const describeKinesisStreamingDestination: Operation = {
  input: structure({ TableName: tableName }, 'TableName'),
  answer({ world }, input) {
    const { name, destinations } =
      world.state.tables[existingTable(world, String(input.TableName))]!;
    return {
      TableName: name,
      KinesisDataStreamDestinations: destinations.map(({ stream, status, precision }) => ({
        StreamArn: world.state.kinesisStreams[stream]!.arn,
        DestinationStatus: status,
        ApproximateCreationDateTimePrecision: precision,
      })),
    };
  },
};
