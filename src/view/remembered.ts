/** What the page remembers of a person's taste, where the browser lets it. */

const PREFIX = 'shardscope.';

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null; // storage is denied: the page has its usual looks
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // storage is denied: there is nothing to forget
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // storage is denied or full: it lasts until the tab closes
  }
}
