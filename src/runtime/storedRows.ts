/** What the simulation makes, as rows that a person can read in the browser's developer tools. */
export interface DerivedRows {
  placeholder?: never;
}
