/** A temporary file for the pages of a long run: it has no name, and goes with the process. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepPagesIn } from '../engine/kernel/logPage.ts';
import { type OpenFile, PageLost, PageSlots } from '../runtime/storage/pageSlots.ts';

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

/**
 * What is said to somebody whose run has ended because a page of it could not be read back.
 * @throws what it was, where it was something else.
 */
export function lossOf(problem: unknown): string {
  if (!(problem instanceof PageLost)) throw problem;
  return `A part of the run could not be read back from the temporary file in ${tmpdir()}, or not as it was written. Nothing of the lab is lost: run it again, with TMPDIR naming another disk.`;
}
