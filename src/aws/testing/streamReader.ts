/** Reads a whole stream as a client does, parents before children. */
import type { LabDoor, Output } from './labDoor.ts';

export interface ReadShard {
  id: string;
  parent: string | undefined;
  records: Output[];
}

export function describeShards(lab: LabDoor, StreamArn: string): Output[] {
  const shards: Output[] = [];
  let start: object = {};
  for (;;) {
    const input = { StreamArn, ...start };
    const { StreamDescription } = lab.ask('dynamodbstreams:DescribeStream', input);
    shards.push(...StreamDescription.Shards);
    if (!StreamDescription.LastEvaluatedShardId) return shards;
    start = { ExclusiveStartShardId: StreamDescription.LastEvaluatedShardId };
  }
}

/** Every shard with all of its records, each parent before its children. */
export function readStream(lab: LabDoor, StreamArn: string): ReadShard[] {
  const left = describeShards(lab, StreamArn);
  const known = new Set(left.map((shard) => shard.ShardId));
  const done: ReadShard[] = [];
  const isDone = (id: string) => !known.has(id) || done.some((shard) => shard.id === id);
  while (left.length > 0) {
    const next = left.findIndex(({ ParentShardId: p }) => p === undefined || isDone(p));
    const [shard] = left.splice(next, 1);
    const { ShardId: id, ParentShardId: parent } = shard!;
    done.push({ id, parent, records: readShard(lab, StreamArn, id) });
  }
  return done;
}

function readShard(lab: LabDoor, StreamArn: string, ShardId: string): Output[] {
  const place = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
  const records: Output[] = [];
  let { ShardIterator } = lab.ask('dynamodbstreams:GetShardIterator', place);
  for (;;) {
    const read = lab.ask('dynamodbstreams:GetRecords', { ShardIterator });
    records.push(...read.Records);
    if (!read.NextShardIterator || read.Records.length === 0) return records;
    ShardIterator = read.NextShardIterator;
  }
}
