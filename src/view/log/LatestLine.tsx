import { useEffect, useRef, useState } from 'react';
import { useLab } from '../../runtime/page/useLab.ts';
import { readAloud } from './readAloud.ts';

/** How often a screen reader is given something new, at most. */
const EVERY_MS = 2_000;

/** Says the new lines of the log to screen readers, calmly: all of them, or how many are left to the panel. */
export function LatestLine() {
  const [text, setText] = useState('');
  const after = useRef(-1);
  useEffect(() => {
    const timer = setInterval(() => {
      const said = readAloud(useLab.getState().log, after.current);
      after.current = said.after;
      if (said.text !== '') setText(said.text);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}
