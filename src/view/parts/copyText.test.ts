import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { copyText } from './copyText.ts';

/** A clipboard that takes what is written while a press is heard, and no later, as Safari's does. */
let isHeard = true;
let copied = '';
const take = async (text: () => Promise<string>): Promise<void> => {
  if (!isHeard) throw new DOMException('not now', 'NotAllowedError');
  copied = await text();
};

class PromisedItem {
  readonly parts: Record<string, Promise<Blob>>;

  constructor(parts: Record<string, Promise<Blob>>) {
    this.parts = parts;
  }
}

beforeEach(() => {
  isHeard = true;
  copied = '';
  const clipboard = {
    writeText: (text: string) => take(async () => text),
    write: ([item]: PromisedItem[]) => take(async () => (await item!.parts['text/plain'])!.text()),
  };
  vi.stubGlobal('navigator', { clipboard });
  vi.stubGlobal('ClipboardItem', PromisedItem);
});
afterEach(() => vi.unstubAllGlobals());

const late = (text: string): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve(text)));

it('copies a text that is there', async () => {
  await copyText('{}');
  expect(copied).toBe('{}');
});

it('copies a text that is made later, though the clipboard takes nothing later', async () => {
  const copying = copyText(late('#lab=orders'));
  isHeard = false;
  await copying;
  expect(copied).toBe('#lab=orders');
});

it('waits for the text where nothing can be promised', async () => {
  vi.stubGlobal('ClipboardItem', undefined);
  await copyText(late('#lab=todos'));
  expect(copied).toBe('#lab=todos');
});

it('fails where there is no clipboard, as on a page that came without encryption', async () => {
  vi.stubGlobal('navigator', {});
  await expect(copyText('{}')).rejects.toThrow();
  await expect(copyText(late('{}'))).rejects.toThrow();
});

it('fails where the text cannot be made', async () => {
  await expect(copyText(Promise.reject(new Error('too long')))).rejects.toThrow('too long');
});
