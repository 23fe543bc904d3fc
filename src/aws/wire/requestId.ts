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
/** Digits that one 32-bit word gives. */
const DIGITS_A_WORD = 6;

const word = ({ seed, number }: RequestIdentity, index: number): number =>
  finish(mix(mix(mix(0x1d, seed), number), index));

/** 52 digits and capitals, as DynamoDB, Kinesis and Firehose give. */
export function requestId(identity: RequestIdentity): string {
  let id = '';
  for (let index = 0; id.length < 52; index++) {
    let bits = word(identity, index);
    for (let digit = 0; digit < DIGITS_A_WORD && id.length < 52; digit++) {
      id += DIGITS[bits & 31];
      bits >>>= 5;
    }
  }
  return id;
}

/** A version 4 UUID, as Lambda gives. */
export function requestUuid(identity: RequestIdentity): string {
  const hex = [0, 1, 2, 3].map((i) => word(identity, i).toString(16).padStart(8, '0')).join('');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
