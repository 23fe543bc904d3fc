/** The checksum that DynamoDB sends as `x-amz-crc32`: CRC-32 as in zip and Ethernet. */

const POLYNOMIAL = 0xedb88320;
const TABLE = new Uint32Array(256).map((_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? POLYNOMIAL : 0);
  return value;
});
const encoder = new TextEncoder();

/** Of a text's UTF-8 bytes; an unsigned integer. */
export function crc32(text: string): number {
  let sum = 0xffff_ffff;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return crc32OfBytes(encoder.encode(text));
    sum = (sum >>> 8) ^ TABLE[(sum ^ unit) & 0xff]!;
  }
  return (sum ^ 0xffff_ffff) >>> 0;
}

function crc32OfBytes(bytes: Uint8Array): number {
  let sum = 0xffff_ffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff]!;
  return (sum ^ 0xffff_ffff) >>> 0;
}
