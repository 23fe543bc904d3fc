/**
 * The bytes of an image: the length of what follows it, the attributes, then the item's size. Whole
 * numbers are in groups of seven bits, lowest first. A text is its length doubled and its UTF-16 units,
 * or, when it stands in the dictionary, its number there doubled plus one.
 */

/** First byte of a value. The numbers are never stored outside a running engine. */
export const Tag = {
  nothing: 0,
  no: 1,
  yes: 2,
  string: 3,
  /** A whole number of at most 15 digits, not negative. */
  integer: 4,
  negativeInteger: 5,
  number: 6,
  binary: 7,
  stringSet: 8,
  numberSet: 9,
  binarySet: 10,
  map: 11,
  list: 12,
} as const;

/** Texts with more UTF-16 units than this stand in the dictionary. */
export const LONGEST_INLINE = 16;

/** A number of 32 bits that equal bytes have in common, and others hardly ever. */
export function fingerprintOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 0x5bd1e995) + bytes[at]!) | 0;
  return hash;
}
