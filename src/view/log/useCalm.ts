import { useEffect, useRef, useState } from 'react';
import { afterFrame } from '../frameLoop.ts';

/**
 * A value that changes at most so often, and always to its last state: after a rest as soon as what else has
 * changed is painted. For what nobody can read faster and what is costly to draw.
 */
export function useCalm<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const lastMs = useRef(Number.NEGATIVE_INFINITY);
  /** Leaves the change undone that is under way. */
  const leave = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = value;
    if (leave.current !== null || value === shown) return;
    const show = (): void => {
      leave.current = null;
      lastMs.current = performance.now();
      setShown(latest.current);
    };
    const showNext = (): void => {
      leave.current = afterFrame(show);
    };
    const restMs = lastMs.current + everyMs - performance.now();
    const timer = setTimeout(showNext, Math.max(0, restMs));
    leave.current = () => clearTimeout(timer);
  }, [value, shown, everyMs]);
  useEffect(
    () => () => {
      leave.current?.();
      leave.current = null;
    },
    [],
  );
  return shown;
}
