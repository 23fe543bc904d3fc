/** Bytes of AWS's blobs, which are base64 text in JSON. */

/** The bytes of a text that need not be base64: what cannot be read as such is left out. */
export function base64Bytes(text: string): Uint8Array {
  const clean = text.replace(/[^A-Za-z0-9+/]/gu, '');
  const whole = clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0));
  return Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
}

export const bytesBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** The text of which a text is the base64, or null where it is none of UTF-8. */
export function base64Text(text: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(base64Bytes(text));
  } catch {
    return null;
  }
}
