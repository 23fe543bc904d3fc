/** A temporary file for the pages of a long run: it has no name, and goes with the process. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepPagesIn } from '../engine/kernel/logPage.ts';
import { type OpenFile, PageSlots } from '../runtime/pageSlots.ts';

/** A day at 100 writes a second goes back to more than a page of a browser has room for. */
const BYTES_IN_MEMORY = 512e6;

/** @throws Error when there is no place for temporary files. */
export function openTemporaryFile(): OpenFile & { close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'shardscope-'));
  const file = openSync(join(folder, 'pages'), 'w+');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    remove();
  } catch {
    process.once('exit', remove); // where an open file cannot lose its name
  }
  return {
    write: (bytes, at) => writeSync(file, bytes, 0, bytes.length, at),
    read: (bytes, at) => readSync(file, bytes, 0, bytes.length, at),
    close: () => closeSync(file),
  };
}

/** From now on this process keeps full pages in a temporary file; where there is none, in memory. */
export function keepPagesOnDisk(): void {
  try {
    keepPagesIn(new PageSlots(openTemporaryFile()), BYTES_IN_MEMORY);
  } catch {
    // nowhere to write: everything stays in memory
  }
}
