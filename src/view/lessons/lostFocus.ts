import { type RefObject, useEffect, useRef } from 'react';

/**
 * For what goes on where something else has gone: it takes the focus that the other had.
 * @param isGone becomes true when the other is not there any more; a focus that is elsewhere stays.
 */
export function useLostFocus<T extends HTMLElement>(isGone: boolean): RefObject<T | null> {
  const heir = useRef<T>(null);
  useEffect(() => {
    if (isGone && document.activeElement === document.body) {
      heir.current?.focus({ preventScroll: true });
    }
  }, [isGone]);
  return heir;
}
