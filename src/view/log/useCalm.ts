import { useEffect, useRef, useState } from 'react';

/**
 * A value that changes at most so often: at once after a rest, and always to its last state. For what
 * nobody can read faster and what is costly to draw.
 */
export function useCalm<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value);
  const lastMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const show = (): void => {
      lastMs.current = performance.now();
      setShown(value);
    };
    const timer = setTimeout(show, Math.max(0, lastMs.current + everyMs - performance.now()));
    return () => clearTimeout(timer);
  }, [value, everyMs]);
  return shown;
}
