/** Text and bytes: TextEncoder, base64, Buffer. Runs inside the sandbox. */
export const binarySource = String.raw`
(function (realm) {
  const define = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  const encode = (text) => {
    const out = [];
    for (const char of String(text)) {
      let c = char.codePointAt(0);
      if (c >= 0xd800 && c < 0xe000) c = 0xfffd;
      if (c < 0x80) out.push(c);
      else if (c < 0x800) out.push(0xc0 | (c >> 6), 0x80 | (c & 63));
      else if (c < 0x10000) out.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
      else out.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    }
    return Uint8Array.from(out);
  };
  const decode = (bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; ) {
      const b = bytes[i++];
      const more = b < 0x80 ? 0 : b >= 0xf0 && b < 0xf8 ? 3 : b >= 0xe0 ? 2 : b >= 0xc2 ? 1 : -1;
      let c = more < 0 || b >= 0xf8 ? -1 : more === 0 ? b : b & (0x3f >> more);
      for (let k = 0; k < more && c >= 0; k++) {
        if ((bytes[i] & 0xc0) !== 0x80) { c = -1; break; }
        c = (c << 6) | (bytes[i++] & 63);
      }
      text += c < 0 ? '�' : String.fromCodePoint(c);
    }
    return text;
  };
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const toBase64 = (bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 3) {
      const n = (bytes[i] << 16) | ((bytes[i + 1] || 0) << 8) | (bytes[i + 2] || 0);
      text += DIGITS[n >> 18] + DIGITS[(n >> 12) & 63] + (i + 1 < bytes.length ? DIGITS[(n >> 6) & 63] : '=') + (i + 2 < bytes.length ? DIGITS[n & 63] : '=');
    }
    return text;
  };
  const fromBase64 = (text) => {
    const out = [];
    let n = 0, bits = 0;
    for (const char of String(text).replace(/-/g, '+').replace(/_/g, '/')) {
      const digit = DIGITS.indexOf(char);
      if (digit < 0) continue;
      n = ((n << 6) | digit) & 0xffffff;
      bits += 6;
      if (bits >= 8) { bits -= 8; out.push((n >> bits) & 255); }
    }
    return Uint8Array.from(out);
  };
  class TextEncoder { get encoding() { return 'utf-8'; } encode(text = '') { return encode(text); } }
  class TextDecoder { get encoding() { return 'utf-8'; } decode(bytes = new Uint8Array()) { return decode(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes).replace(/^﻿/, ''); } }
  class Buffer extends Uint8Array {
    static from(value, encoding = 'utf8') {
      if (typeof value !== 'string') return Buffer.of(...new Uint8Array(value instanceof ArrayBuffer ? value : Array.from(value)));
      const bytes = encoding === 'base64' || encoding === 'base64url' ? fromBase64(value)
        : encoding === 'hex' ? Uint8Array.from(value.match(/../g) || [], (pair) => Number.parseInt(pair, 16))
        : encoding === 'latin1' || encoding === 'binary' || encoding === 'ascii' ? Uint8Array.from(value, (c) => c.charCodeAt(0)) : encode(value);
      const buffer = new Buffer(bytes.length);
      buffer.set(bytes);
      return buffer;
    }
    static alloc(size) { return new Buffer(size); }
    static isBuffer(value) { return value instanceof Buffer; }
    static byteLength(value, encoding) { return Buffer.from(value, encoding).length; }
    static concat(list) {
      const all = new Buffer(list.reduce((size, part) => size + part.length, 0));
      let at = 0;
      for (const part of list) { all.set(part, at); at += part.length; }
      return all;
    }
    toString(encoding = 'utf8', from = 0, to = this.length) {
      const bytes = this.subarray(from, to);
      if (encoding === 'base64') return toBase64(bytes);
      if (encoding === 'base64url') return toBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
      if (encoding === 'hex') return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
      if (encoding === 'latin1' || encoding === 'binary' || encoding === 'ascii') return Array.from(bytes, (b) => String.fromCharCode(b)).join('');
      return decode(bytes);
    }
    toJSON() { return { type: 'Buffer', data: Array.from(this) }; }
    equals(other) { return this.length === other.length && this.every((b, i) => b === other[i]); }
  }
  define('TextEncoder', TextEncoder);
  define('TextDecoder', TextDecoder);
  define('Buffer', Buffer);
  define('atob', (text) => Array.from(fromBase64(text), (b) => String.fromCharCode(b)).join(''));
  define('btoa', (text) => toBase64(Uint8Array.from(String(text), (c) => c.charCodeAt(0))));
  Object.assign(realm, { encode, decode, toBase64, fromBase64, Buffer });
})`;
