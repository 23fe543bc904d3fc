import type { CodeLine } from '../../../projections/codeView.ts';

/** Lines of a function's log. What code writes is text, and never anything else. */
export function Lines({ lines, label }: { lines: readonly CodeLine[]; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <ol className="code-lines mono" aria-label={label} tabIndex={0}>
      {lines.map(({ at, text, isError }, i) => (
        <li key={i} className={isError ? 'tone-bad' : ''}>
          <time className="muted" dateTime={at}>
            {at.slice(11, 23)}
          </time>{' '}
          {text}
        </li>
      ))}
    </ol>
  );
}
