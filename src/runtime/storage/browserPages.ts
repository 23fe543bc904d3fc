/**
 * Where the worker's session keeps pages that memory is to be spared: a file in the origin's private file
 * system, which workers read and write without waiting. Each session has its own and holds a Web Lock of its
 * name; a file that nobody holds was left behind by a tab that is gone, and goes at the next start.
 */
import { keepPagesIn } from '../../engine/kernel/logPage.ts';
import { type OpenFile, PageSlots } from './pageSlots.ts';

const FOLDER = 'pages';
const lockOf = (name: string): string => `shardscope-pages-${name}`;

/** The parts of the browser that are needed. */
export interface PagesBrowser {
  storage: Pick<StorageManager, 'getDirectory'> | undefined;
  locks: Pick<LockManager, 'request'> | undefined;
  newName(): string;
}

const thisBrowser = (): PagesBrowser => ({
  storage: globalThis.navigator?.storage,
  locks: globalThis.navigator?.locks,
  newName: () => crypto.randomUUID(),
});

/**
 * From now on full pages beyond what memory is meant to hold go to a file of the session's own. Where there
 * is none to be had, or it is full, they stay in memory.
 * @param refused hears why, when the first page would have had to go.
 */
export async function keepPagesInBrowser(
  refused: (why: 'denied' | 'quota') => void,
  browser: PagesBrowser = thisBrowser(),
  bytesInMemory?: number,
): Promise<void> {
  try {
    const slots = new PageSlots(await openOwnFile(browser), () => refused('quota'));
    keepPagesIn(slots, bytesInMemory);
  } catch {
    const write = () => {
      refused('denied');
      return -1;
    };
    keepPagesIn({ write, read() {} }, bytesInMemory);
  }
}

/** Where a session's pages are: in a file of its own, and where that loses one, in a second one, then in memory. */
export class BrowserPages {
  private losses = 0;
  private readonly refused: (why: 'denied' | 'quota') => void;
  private readonly bytesInMemory: number | undefined;

  constructor(refused: (why: 'denied' | 'quota') => void, bytesInMemory?: number) {
    this.refused = refused;
    this.bytesInMemory = bytesInMemory;
  }

  keep(): Promise<void> {
    return keepPagesInBrowser(this.refused, thisBrowser(), this.bytesInMemory);
  }

  /** A page was lost: what comes from here on is kept elsewhere. */
  async renew(): Promise<void> {
    if (this.losses++ === 0) await this.keep();
    else keepPagesIn(null);
  }
}

async function openOwnFile({ storage, locks, newName }: PagesBrowser): Promise<OpenFile> {
  if (storage === undefined || locks === undefined) throw new Error('There are no files here.');
  const name = newName();
  const folder = await (await storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  await holdForever(locks, lockOf(name)); // before there is a file that another tab could take for left behind
  const file = await folder.getFileHandle(name, { create: true });
  const handle = await file.createSyncAccessHandle();
  void removeLeftovers(folder, locks).catch(() => {}); // the next start tries again
  return {
    write: (bytes, at) => handle.write(bytes as Uint8Array<ArrayBuffer>, { at }),
    read: (bytes, at) => handle.read(bytes as Uint8Array<ArrayBuffer>, { at }),
  };
}

/** Resolves when the lock is held, which it is until the session ends. */
function holdForever(locks: Pick<LockManager, 'request'>, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const held = () => {
      resolve();
      return new Promise(() => {});
    };
    locks.request(name, held).catch(reject);
  });
}

async function removeLeftovers(
  folder: FileSystemDirectoryHandle,
  locks: Pick<LockManager, 'request'>,
): Promise<void> {
  for await (const name of folder.keys()) {
    await locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      if (lock !== null) await folder.removeEntry(name).catch(() => {});
    });
  }
}
