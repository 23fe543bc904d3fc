import { useEffect, useRef } from 'react';
import type { Completion } from '../../aws/cli/completeCli.ts';
import { consoleWords as words } from '../words/console.ts';

/** What may stand where the cursor is. The prompt keeps the focus and steers it. */
export function Completions(props: {
  id: string;
  open: { completion: Completion; chosen: number } | null;
  onTake: (chosen: number) => void;
}) {
  const { id, open, onTake } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <>
      <div
        ref={list}
        id={id}
        className="completions"
        role="listbox"
        aria-label={words.completions}
        hidden={open === null}
      >
        {open?.completion.candidates.map(({ text, about }, i) => (
          <div
            key={text}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === open.chosen}
            className="completion"
            onPointerDown={(event) => {
              event.preventDefault(); // the prompt keeps the focus
              onTake(i);
            }}
          >
            <span className="mono">{text}</span>
            {about !== '' && <span className="completion-about">{about}</span>}
          </div>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {open === null ? '' : words.offered(open.completion.candidates.length)}
      </p>
    </>
  );
}
