/** The log by keyboard: one stop for Tab; the arrow keys go from line to line, and from a line to its Why. */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

interface Wish {
  index: number;
  /** 0: the line, 1: its Why. */
  part: number;
}

/** How far a page is, in lines. */
const PAGE = 10;

/** Where a key leads from a line; `from` is -1 where none has the focus yet. Null: the key means something else. */
export function lineAfterKey(key: string, from: number, count: number): number | null {
  const start = from < 0 ? count : from;
  const wanted: Record<string, number> = {
    ArrowUp: start - 1,
    ArrowDown: from < 0 ? count - 1 : from + 1,
    PageUp: start - PAGE,
    PageDown: start + PAGE,
    Home: 0,
    End: count - 1,
  };
  const next = wanted[key];
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next));
}

/**
 * @param come brings a line into sight; it may be there only after the next render.
 * @returns what hears the keys of the element that holds the lines.
 */
export function useLogWalk(
  box: RefObject<HTMLElement | null>,
  count: number,
  come: (index: number) => void,
): (event: KeyboardEvent) => void {
  const wish = useRef<Wish | null>(null);
  const fulfil = (): void => {
    const { current } = wish;
    if (current === null) return;
    const row = box.current?.querySelector(`[data-index="${current.index}"]`);
    const buttons = row?.querySelectorAll('button');
    if (buttons === undefined) return;
    (buttons[current.part] ?? buttons[0])?.focus({ preventScroll: true });
    wish.current = null;
  };
  useEffect(fulfil);
  return (event) => {
    const row = document.activeElement?.closest('[data-index]') ?? null;
    const from = row === null ? -1 : Number(row.getAttribute('data-index'));
    const buttons = [...(row?.querySelectorAll('button') ?? [])];
    const part = Math.max(0, buttons.indexOf(document.activeElement as HTMLButtonElement));
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      if (row === null) return;
      buttons[event.key === 'ArrowRight' ? buttons.length - 1 : 0]?.focus({ preventScroll: true });
    } else {
      const index = lineAfterKey(event.key, from, count);
      if (index === null) return;
      wish.current = { index, part: buttons.length > 1 ? part : 0 };
      come(index);
      fulfil();
    }
    event.preventDefault();
  };
}
