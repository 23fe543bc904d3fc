import { useEffect, useRef } from 'react';
import type { Taken } from '../lessons/taking.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { teachingWords as words } from '../words/teaching.ts';
import { toggleOver } from './presenting.ts';
import { QrCode } from './QrCode.tsx';
import { stepLink } from './stepLink.ts';

/** What lies over the picture: nothing but black, the code of the step, or the keys. */
export function PresentationOver({
  over,
  taken,
}: {
  over: 'black' | 'code' | 'keys';
  taken: Taken;
}) {
  const closing = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    closing.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const close = (): void => toggleOver(over);
  if (over === 'black') {
    return (
      <button type="button" ref={closing} className="present-over present-black" onClick={close}>
        <span className="visually-hidden">{words.black}</span>
      </button>
    );
  }
  const title = over === 'code' ? words.codeTitle : words.keys;
  const link = stepLink(taken.told.lesson.id, taken.step);
  return (
    <div className="present-over" role="dialog" aria-modal="true" aria-label={title}>
      <h2 className="present-title">{title}</h2>
      {over === 'code' ? (
        <>
          <div className="present-code">
            <QrCode link={link} />
          </div>
          <p className="present-link">{link}</p>
          <CopyButton name={words.copyLink} text={() => link} />
        </>
      ) : (
        <dl className="keys present-keys">
          {words.keyRows.map(([keys, does]) => (
            <div key={keys} className="key-row">
              <dt>
                {keys.split(' ').map((key) => (key === '…' ? key : <kbd key={key}>{key}</kbd>))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      )}
      <button type="button" ref={closing} className="button" onClick={close}>
        {words.close}
      </button>
    </div>
  );
}
