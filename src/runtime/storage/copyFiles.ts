/**
 * Where second copies of labs are: files in the origin's private file system, which is not the database's,
 * so that what costs the one does not cost the other. A worker reads and writes them without waiting.
 */

/** A file that is open, here and nowhere else. */
export interface CopyFile {
  size(): number;
  /** @returns how many bytes were read. */
  read(bytes: Uint8Array, at: number): number;
  /** @throws where not all of it could be written. */
  write(bytes: Uint8Array, at: number): void;
  truncate(size: number): void;
  /** Afterwards what was written is on the disk. */
  flush(): void;
  close(): void;
}

/** Files by name, and locks of these names. Every method may reject. */
export interface CopyPlace {
  /**
   * Does something while no other tab does anything under that name.
   * @param patienceMs rejects where others take longer.
   */
  alone<T>(name: string, work: () => Promise<T>, patienceMs?: number): Promise<T>;
  /** @returns null where there is none and none is to be made. */
  open(name: string, makes: boolean): Promise<CopyFile | null>;
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
}

/** The parts of the browser that are needed. */
export interface CopyBrowser {
  storage: Pick<StorageManager, 'getDirectory'>;
  locks: Pick<LockManager, 'request'>;
}

const FOLDER = 'labs';
const PATIENCE_MS = 5_000;
/** A tab that has just ended may not have let go of its file yet. */
const OPENINGS = 4;
const BETWEEN_OPENINGS_MS = 50;

/** This browser's files; null where it has none for a worker, or no locks. */
export function browserPlace(): CopyPlace | null {
  const { storage, locks } = globalThis.navigator ?? {};
  const hasFiles = 'createSyncAccessHandle' in (globalThis.FileSystemFileHandle?.prototype ?? {});
  return storage && locks && hasFiles ? new FilesOfBrowser({ storage, locks }) : null;
}

export class FilesOfBrowser implements CopyPlace {
  private readonly browser: CopyBrowser;
  private opened: Promise<FileSystemDirectoryHandle> | null = null;

  constructor(browser: CopyBrowser) {
    this.browser = browser;
  }

  alone<T>(name: string, work: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
    const waits = new AbortController();
    const late = setTimeout(() => waits.abort(), patienceMs);
    const { signal } = waits;
    const begun = () => {
      clearTimeout(late);
      return work();
    };
    return this.browser.locks.request(`shardscope-copy-${name}`, { signal }, begun) as Promise<T>;
  }

  async open(name: string, makes: boolean): Promise<CopyFile | null> {
    const folder = await this.folder();
    const file = await folder.getFileHandle(name, { create: makes }).catch(orNone);
    if (file === null) return null;
    for (let left = OPENINGS; ; left--) {
      try {
        return openFile(await file.createSyncAccessHandle());
      } catch (problem) {
        if (left === 1) throw problem;
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_OPENINGS_MS));
      }
    }
  }

  async remove(name: string): Promise<void> {
    await (await this.folder()).removeEntry(name).catch(orNone);
  }

  async names(): Promise<string[]> {
    const names: string[] = [];
    for await (const name of (await this.folder()).keys()) names.push(name);
    return names;
  }

  private async folder(): Promise<FileSystemDirectoryHandle> {
    this.opened ??= this.browser.storage
      .getDirectory()
      .then((root) => root.getDirectoryHandle(FOLDER, { create: true }));
    try {
      return await this.opened;
    } catch (problem) {
      this.opened = null;
      throw problem;
    }
  }
}

function orNone(problem: unknown): null {
  if ((problem as DOMException).name === 'NotFoundError') return null;
  throw problem;
}

function openFile(handle: FileSystemSyncAccessHandle): CopyFile {
  return {
    size: () => handle.getSize(),
    read: (bytes, at) => handle.read(bytes as Uint8Array<ArrayBuffer>, { at }),
    write(bytes, at) {
      if (handle.write(bytes as Uint8Array<ArrayBuffer>, { at }) === bytes.length) return;
      throw new DOMException('There is no room.', 'QuotaExceededError');
    },
    truncate: (size) => handle.truncate(size),
    flush: () => handle.flush(),
    close: () => handle.close(),
  };
}
