/** Which files beside a template functions can be made of, and how many of them. */

const ENDINGS = ['.js', '.mjs', '.cjs', '.json', '.py'];

/** Whether a file's name says that it is code, or data that code reads. */
export const isCodeFile = (name: string): boolean =>
  ENDINGS.some((ending) => name.endsWith(ending)) && !/^package-lock\.json$/u.test(name);

export const MOST_CODE_FILES = 2_000;
export const MOST_CODE_BYTES = 20 * 1_048_576;
