import { useState } from 'react';
import { stageWords } from '../../projections/words/stageWords.ts';
import { MarkGlyph } from './MarkGlyph.tsx';

/** What the shapes and rings mean: as much as one quiet line holds, and all of it when unfolded. */
export function Legend() {
  const words = stageWords.legend;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={isOpen ? 'legend legend-open' : 'legend'}>
      <button
        type="button"
        className="legend-fold"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {words.title}
      </button>
      <ul>
        <li className="legend-entry">
          <MarkGlyph mark={{ item: 0, kind: 1 }} /> {words.insert}
        </li>
        <li className="legend-entry">
          <MarkGlyph mark={{ item: 2, kind: 2 }} /> {words.modify}
        </li>
        <li className="legend-entry">
          <MarkGlyph mark={{ item: 3, kind: 3 }} /> {words.remove}
        </li>
        <li className="legend-entry">
          <MarkGlyph mark={{ item: 5, kind: 1, duplicate: true }} /> {words.duplicate}
        </li>
        <li className="legend-entry">
          <MarkGlyph mark={{ item: 4, kind: 2, state: 'failing' }} /> {words.failing}
        </li>
        <li className="legend-entry">
          <span className="legend-pale">
            <MarkGlyph mark={{ item: 0, kind: 1 }} />
          </span>{' '}
          {words.read}
        </li>
        <li className="legend-entry">
          <span className="legend-several" aria-hidden="true" /> {words.several}
        </li>
        <li className="legend-entry">
          <span className="legend-ghost" aria-hidden="true" /> {words.beforeStream}
        </li>
        <li className="legend-entry">
          <svg viewBox="-8 -8 16 16" width="12" height="12" aria-hidden="true">
            <path className="legend-no-op" d="M0-6.5 6.5 0 0 6.5-6.5 0Z" />
          </svg>{' '}
          {words.noOp}
        </li>
        <li className="legend-entry">
          <svg viewBox="-8 -8 16 16" width="12" height="12" aria-hidden="true">
            <path className="legend-clock" d="M-5-5H5V5H-5ZM0-3.4V0H2.8" />
          </svg>{' '}
          {words.byTimeToLive}
        </li>
        <li className="legend-entry">
          <svg viewBox="0 0 30 16" width="24" height="13" aria-hidden="true">
            <path className="legend-thread" d="M10 8H20" />
            <circle className="legend-thread" cx="5" cy="8" r="4" />
            <circle className="legend-thread" cx="25" cy="8" r="4" />
          </svg>{' '}
          {words.transaction}
        </li>
        <li className="legend-entry">
          <svg viewBox="-8 -8 16 16" width="12" height="12" aria-hidden="true">
            <circle className="legend-clock" r="5.5" />
            <circle r="2" fill="currentColor" />
          </svg>{' '}
          {words.answer}
        </li>
        <li className="legend-entry">
          <span className="legend-hues" aria-hidden="true">
            {[0, 1, 2, 3].map((item) => (
              <MarkGlyph key={item} mark={{ item, kind: 1 }} size={12} />
            ))}
          </span>{' '}
          {words.color}
        </li>
      </ul>
    </div>
  );
}
