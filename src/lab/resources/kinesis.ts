/**
 * `AWS::Kinesis::Stream`. Left out for now: on-demand scaling, encryption, enhanced fan-out.
 * Ranges: the Kinesis API, UpdateShardCount and IncreaseStreamRetentionPeriod.
 */
import type { ResourceType, Who } from './resourceType.ts';

/** What an on-demand stream starts with: 4 MB/s in. */
const ON_DEMAND_SHARDS = 4;

export const stream: ResourceType = {
  noun: 'a Kinesis data stream',
  nameProperty: 'Name',
  attributes: {
    Arn: ({ region, accountId, name }: Who) =>
      `arn:aws:kinesis:${region}:${accountId}:stream/${name}`,
  },
  read({ id, properties }, lab) {
    properties.ignore('Name');
    const mode = properties
      .mapping('StreamModeDetails')
      .choice('StreamMode', ['PROVISIONED', 'ON_DEMAND'], 'PROVISIONED');
    const isOnDemand = mode === 'ON_DEMAND';
    if (isOnDemand) {
      lab.findings.note(
        `${id}: on-demand scaling is not simulated; it keeps ${ON_DEMAND_SHARDS} shards.`,
      );
    }
    const shardCount = properties.number(
      'ShardCount',
      { minimum: 1, maximum: 10_000 },
      isOnDemand ? ON_DEMAND_SHARDS : 1,
    );
    lab.kinesisStreams.push({
      id,
      name: lab.identities.name(id),
      shardCount,
      retentionHours: properties.number(
        'RetentionPeriodHours',
        { minimum: 24, maximum: 8_760 },
        24,
      ),
    });
  },
};
