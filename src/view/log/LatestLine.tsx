import { useEffect, useState } from 'react';
import { useLab } from '../../runtime/useLab.ts';

/** How often a screen reader is given a new line, at most. */
const EVERY_MS = 3_000;

/** Says the latest line of the log to screen readers, calmly; the log panel has them all. */
export function LatestLine() {
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setInterval(() => {
      setText(useLab.getState().log.at(-1)?.text ?? '');
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}
