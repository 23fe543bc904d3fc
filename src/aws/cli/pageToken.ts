/** Where a list goes on, as an opaque text: what `--starting-token` takes. */

export interface PageStart {
  /** What the input's member that asks for a page has; null: the first page. */
  page: unknown;
  /** How many of the page's results have been given already. */
  skip: number;
}

export const firstPage: PageStart = { page: null, skip: 0 };

export const pageToken = (start: PageStart): string =>
  btoa(encodeURIComponent(JSON.stringify(start)));

/** @returns null where the text is no token. */
export function readPageToken(text: string): PageStart | null {
  try {
    const start: unknown = JSON.parse(decodeURIComponent(atob(text)));
    const isStart =
      typeof start === 'object' && start !== null && 'page' in start && 'skip' in start;
    return isStart && Number.isInteger(start.skip) ? (start as PageStart) : null;
  } catch {
    return null;
  }
}
