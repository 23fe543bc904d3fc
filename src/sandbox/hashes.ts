/** Hashes for code that asks for them. */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

const ALGORITHMS: Readonly<Record<string, (data: Uint8Array) => Uint8Array>> = {
  md5,
  sha1,
  sha256,
  sha512,
};

/** The hash of bytes, all in hexadecimal. @throws Error where there is no such algorithm. */
export function hashOf(algorithm: string, hex: string): string {
  const hash = ALGORITHMS[algorithm.toLowerCase().replace('-', '')];
  if (!hash) throw new Error('Digest method not supported');
  return bytesToHex(hash(hexToBytes(hex)));
}
