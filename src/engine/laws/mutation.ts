/** A fault put into a file by replacing one text with another. */
export interface Mutation {
  why: string;
  /** Below src/engine. */
  file: string;
  find: string;
  put: string;
}
