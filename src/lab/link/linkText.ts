/**
 * Text to the letters of a link and back: deflate as every browser and Node have it, base64url, and
 * a checksum. What comes back is bounded before it is there, so that a small link cannot unpack into
 * gigabytes.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Hexadecimal digits of a checksum: against damage, not against malice. */
const CHECKSUM_DIGITS = 8;
const BASE64URL = /^[A-Za-z0-9_-]*$/u;

/** The first digits of the SHA-256 of a text. */
export const checksum = (text: string): string =>
  bytesToHex(sha256(new TextEncoder().encode(text))).slice(0, CHECKSUM_DIGITS);

/** Deflated and written in letters that an address may hold as they are. */
export async function pack(text: string): Promise<string> {
  const bytes = await throughStream(
    new TextEncoder().encode(text),
    new CompressionStream('deflate-raw'),
    Number.POSITIVE_INFINITY,
  );
  let binary = '';
  for (const byte of bytes!) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/gu, '-').replace(/\//gu, '_').replace(/=+$/u, '');
}

/**
 * What {@link pack} was given; `'broken'` when these letters are not its, `'tooLarge'` when more than
 * `mostBytes` come out, of which no more than the next few kilobytes are ever unpacked.
 */
export async function unpack(
  letters: string,
  mostBytes: number,
): Promise<{ text: string } | 'broken' | 'tooLarge'> {
  if (!BASE64URL.test(letters) || letters.length % 4 === 1) return 'broken';
  const binary = atob(letters.replace(/-/gu, '+').replace(/_/gu, '/'));
  const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  try {
    const bytes = await throughStream(packed, new DecompressionStream('deflate-raw'), mostBytes);
    if (bytes === null) return 'tooLarge';
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return 'broken';
  }
}

/** All that comes out, or `null` as soon as it is more than `mostBytes`. */
async function throughStream(
  input: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  mostBytes: number,
): Promise<Uint8Array | null> {
  const writer = stream.writable.getWriter();
  const written = writer
    .write(input as Uint8Array<ArrayBuffer>)
    .then(() => writer.close())
    .catch(() => {}); // the reader hears of it too
  const reader = stream.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > mostBytes) {
      await reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
  await written;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
