/**
 * The keys of a presentation. A remote sends PageUp and PageDown, often F5 or Escape to begin and to end, and `b` or a full
 * stop for a black picture.
 */
export type TeachingWish =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'again'
  | 'black'
  | 'fullScreen'
  | 'notes'
  | 'window'
  | 'code'
  | 'keys'
  | 'leave'
  | { hand: number; by: 1 | -1 };

const WISHES: Readonly<Record<string, TeachingWish>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
  a: 'again',
  b: 'black',
  '.': 'black',
  f: 'fullScreen',
  F5: 'fullScreen',
  n: 'notes',
  s: 'window',
  q: 'code',
  '?': 'keys',
  Escape: 'leave',
};

/** What a key asks for; null: it is left to the browser. Digits raise a hand for an answer, with shift they take one back. */
export function wishOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): TeachingWish | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (digit !== undefined) return { hand: Number(digit) - 1, by: event.shiftKey ? -1 : 1 };
  return WISHES[event.key] ?? WISHES[event.key.toLowerCase()] ?? null;
}

/** Whether a control that has the focus uses the key itself. */
export function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
    // A number field has no use for a remote's keys.
    return !/^(Page(Up|Down)|Escape|F5)$/.test(key);
  }
  return key === ' ' && target.closest('button, a, summary') !== null;
}
