/** A function's own code, as it is deployed: files, an entry point and what its environment is told. */
export interface FunctionCode {
  /** AWS's identifier, as in `nodejs22.x` and `python3.13`. */
  runtime: string;
  /** `file.function`, as in `index.handler`; the file without its ending, folders by slashes. */
  handler: string;
  /** Texts by path. */
  files: Record<string, string>;
  /** Environment variables. */
  environment: Record<string, string>;
}

/** The languages that are run. */
export type CodeLanguage = 'JavaScript' | 'Python';

/** The language of a runtime, or null where it is one that is not run. */
export function languageOf(runtime: string): CodeLanguage | null {
  if (runtime.startsWith('nodejs')) return 'JavaScript';
  return runtime.startsWith('python') ? 'Python' : null;
}
