/** Bringing an interpreter's files to the page: how far it is, and a way to stop it. */

/** Whoever waits for an interpreter. */
export interface LoadFollow {
  /** Bytes that are here, of how many; all of them: it is being started. */
  tell(loaded: number, total: number): void;
  /** It is there, or will not be. */
  ended(): void;
  /** Nobody waits any more. */
  isCancelled(): boolean;
}

/** Why an interpreter is not there: a sentence. Asking again begins anew. */
export class LoadProblem extends Error {}

/** A file's name, and how long it is once it is unpacked. */
export type FileToLoad = readonly [name: string, bytes: number];

const LOOK_EVERY_MS = 100;

/**
 * @param folder where the files lie, with a slash at its end. @param what is being loaded, for sentences.
 * @throws LoadProblem where a file does not come, or nobody waits any more
 */
export async function download(
  files: readonly FileToLoad[],
  folder: string,
  what: string,
  follow: LoadFollow,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const total = files.reduce((sum, [, bytes]) => sum + bytes, 0);
  const ending = new AbortController();
  const looks = setInterval(() => follow.isCancelled() && ending.abort(), LOOK_EVERY_MS);
  let loaded = 0;
  const one = async ([name, size]: FileToLoad) => {
    const response = await fetch(folder + name, { signal: ending.signal });
    if (!response.ok || !response.body) {
      throw new LoadProblem(
        `${what} could not be loaded: ${name} was answered ${response.status}.`,
      );
    }
    const bytes = new Uint8Array(size);
    let at = 0;
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (at + part.value.length > size) break;
      bytes.set(part.value, at);
      at += part.value.length;
      loaded += part.value.length;
      follow.tell(loaded, total);
    }
    if (at === size) return [name, bytes] as const;
    throw new LoadProblem(`${what} could not be loaded: ${name} is not as it was built.`);
  };
  try {
    follow.tell(0, total);
    return new Map(await Promise.all(files.map(one)));
  } catch (problem) {
    if (ending.signal.aborted) throw new LoadProblem(`${what} was not loaded: it was stopped.`);
    if (problem instanceof LoadProblem) throw problem;
    throw new LoadProblem(`${what} could not be loaded: its files cannot be reached.`);
  } finally {
    clearInterval(looks);
    ending.abort();
  }
}
