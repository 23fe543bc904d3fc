/** Members that the operations of DynamoDB Streams share. */
import { text } from '../shape.ts';

export const streamArn = text({ min: 37, max: 1_024 });
export const shardId = text({ min: 28, max: 65 });
