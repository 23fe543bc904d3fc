/** A hash of numbers as they are stored, so that a damaged page is never mistaken for history. */
import { finish, mix } from '../../engine/kernel/hash.ts';

/** Any change of a single word is noticed; of several, all but one in four thousand million. */
export function checkOfBytes({ buffer, byteOffset, byteLength }: ArrayBufferView): number {
  const aligned = byteOffset % 4 === 0 ? byteOffset : 0;
  const bytes = aligned === byteOffset ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
  const words = new Int32Array(bytes, aligned, byteLength >> 2);
  let hash = byteLength;
  for (let i = 0; i < words.length; i++) hash = mix(hash, words[i]!);
  const rest = new Uint8Array(bytes, aligned + 4 * words.length, byteLength & 3);
  for (let i = 0; i < rest.length; i++) hash = mix(hash, rest[i]!);
  return finish(hash);
}
