import { type ReactNode, useEffect, useId, useRef } from 'react';
import { shellWords } from '../words/shell.ts';

/**
 * A panel beside the stage, or from below on a narrow page. The stage goes on and can be used, so it is
 * no modal dialog; Escape closes it, and the focus goes back where it was. It begins at the title, or
 * at what is marked `data-first-focus`, where one opens the panel in order to type.
 */
export function Sheet(props: {
  title: string;
  kicker?: string;
  wide?: boolean;
  /** What is inside has a heading of its own; only its name is said. */
  plain?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const sheet = root.current;
    const first = sheet?.querySelector<HTMLElement>('[data-first-focus]') ?? heading.current;
    first?.focus({ preventScroll: true });
    return () => {
      const { activeElement } = document;
      const isInside = activeElement === document.body || sheet?.contains(activeElement);
      if (isInside && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section
      ref={root}
      role="dialog"
      aria-labelledby={titleId}
      className={`sheet${props.wide === true ? ' sheet-wide' : ''}${props.plain === true ? ' sheet-plain' : ''}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <div className="sheet-header">
        <div>
          {props.kicker !== undefined && <p className="kicker">{props.kicker}</p>}
          <h2 id={titleId} ref={heading} tabIndex={-1} className="sheet-title">
            {props.title}
          </h2>
        </div>
        <button type="button" className="button" onClick={props.onClose}>
          {shellWords.views.close}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <div className="sheet-body" tabIndex={0}>
        {props.children}
      </div>
    </section>
  );
}
