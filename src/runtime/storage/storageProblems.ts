/** What IndexedDB and Dexie throw, in our words. */
import { StorageProblem, type StorageProblemKind } from './storage.ts';

const KINDS: Record<string, StorageProblemKind> = {
  QuotaExceededError: 'quota',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  VersionError: 'newer',
  SecurityError: 'denied',
  MissingAPIError: 'denied',
};

interface Cause {
  name?: string;
  message?: string;
  inner?: Cause;
}

/** Looks inside for the first cause that is known. */
export function problemOf(error: unknown, otherwise: StorageProblemKind): StorageProblem {
  if (error instanceof StorageProblem) return error;
  const causes: Cause[] = [];
  for (let cause = error as Cause | undefined; cause && causes.length < 5; cause = cause.inner) {
    causes.push(cause);
  }
  const known = causes.map(({ name }) => KINDS[name ?? '']).find((kind) => kind !== undefined);
  return new StorageProblem(known ?? otherwise, causes[0]?.message ?? String(error), error);
}

/** Carries out what may fail, so that it fails with a {@link StorageProblem}. */
export async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw problemOf(error, 'unknown');
  }
}
