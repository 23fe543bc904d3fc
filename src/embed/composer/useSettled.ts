import { useEffect, useState } from 'react';

const SETTLED_MS = 300;

/** A value once it has stayed the same for a while; at first as it is. */
export function useSettled<T extends string>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
