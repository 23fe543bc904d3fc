/** Files in memory, for tests: those of one browser, whose tabs and lives share them. */
import type { CopyFile, CopyPlace } from '../storage/copyFiles.ts';

export class MemoryPlace implements CopyPlace {
  readonly files: Map<string, Uint8Array>;
  /** Bytes that one file may have. */
  room = Number.POSITIVE_INFINITY;
  private readonly tails = new Map<string, Promise<unknown>>();
  private readonly held = new Set<string>();

  /** @param files what an earlier life has left; the locks that it held are free. */
  constructor(files = new Map<string, Uint8Array>()) {
    this.files = files;
  }

  /** The browser starts again after it was killed: nothing that its last life still does comes to anything. */
  killed(): MemoryPlace {
    return new MemoryPlace(new Map(this.files));
  }

  alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    const done = (this.tails.get(name) ?? Promise.resolve()).then(work);
    this.tails.set(
      name,
      done.catch(() => {}),
    );
    return done;
  }

  async open(name: string, makes: boolean): Promise<CopyFile | null> {
    if (!this.files.has(name) && !makes) return null;
    if (this.held.has(name)) throw new DOMException('', 'NoModificationAllowedError');
    this.held.add(name);
    if (!this.files.has(name)) this.files.set(name, new Uint8Array(0));
    const bytes = () => this.files.get(name)!;
    return {
      size: () => bytes().length,
      read(into, at) {
        const part = bytes().subarray(at, at + into.length);
        into.set(part);
        return part.length;
      },
      write: (part, at) => {
        if (at + part.length > this.room) throw new DOMException('', 'QuotaExceededError');
        const larger = new Uint8Array(Math.max(at + part.length, bytes().length));
        larger.set(bytes());
        larger.set(part, at);
        this.files.set(name, larger);
      },
      truncate: (size) => void this.files.set(name, bytes().slice(0, size)),
      flush() {},
      close: () => void this.held.delete(name),
    };
  }

  async remove(name: string): Promise<void> {
    if (this.held.has(name)) throw new DOMException('', 'NoModificationAllowedError');
    this.files.delete(name);
  }

  async names(): Promise<string[]> {
    return [...this.files.keys()];
  }
}
