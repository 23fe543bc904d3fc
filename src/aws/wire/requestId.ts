/**
 * Request ids that look like AWS's own and yet are the same whenever the same lab answers the same
 * requests: made of the lab's seed and the request's number.
 */
import { finish, mix } from '../../engine/kernel/hash.ts';

export interface RequestIdentity {
  seed: number;
  /** Counted from 0 by whoever takes the requests. */
  number: number;
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUV';
/** Two digits of ten bits, the lower five first. */
const PAIRS = Array.from({ length: 1_024 }, (_, bits) => DIGITS[bits & 31]! + DIGITS[bits >> 5]!);

const word = ({ seed, number }: RequestIdentity, index: number): number =>
  finish(mix(mix(mix(0x1d, seed), number), index));

/** 52 digits and capitals, as DynamoDB, Kinesis and Firehose give: six of each 32-bit word. */
export function requestId(identity: RequestIdentity): string {
  let id = '';
  for (let index = 0; index < 9; index++) {
    const bits = word(identity, index);
    id += PAIRS[bits & 1_023]!;
    id += PAIRS[(bits >>> 10) & 1_023]!;
    if (index < 8) id += PAIRS[(bits >>> 20) & 1_023]!;
  }
  return id;
}

/** A version 4 UUID, as Lambda gives. */
export function requestUuid(identity: RequestIdentity): string {
  const hex = [0, 1, 2, 3].map((i) => word(identity, i).toString(16).padStart(8, '0')).join('');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
