import { memo } from 'react';
import type { LogLine, Selection } from '../../projections/scene/scene.ts';
import { clockText } from '../parts/clockText.ts';
import { sameSelection } from '../stage/stageActions.ts';
import { askWhy } from '../why/whyStore.ts';
import { whyPanelWords } from '../words/why.ts';

interface LogRowProps {
  line: LogLine;
  index: number;
  /** Pixels from the top of all lines. */
  top: number;
  measure: (element: HTMLElement | null) => void;
  startAtMs: number;
  selection: Selection | null;
  onSelect: (selection: Selection) => void;
}

/** One line of the log: when, and what. A click shows what it is about. */
export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { line, index, top, measure, startAtMs, selection, onSelect } = props;
  const { about } = line;
  const { date, time } = clockText(startAtMs, line.at);
  const isSelected = about !== null && sameSelection(about, selection);
  const text = (
    <>
      <span className="log-time mono">
        {date !== '' && `${date} `}
        {time}
      </span>
      <span className={`log-text tone-${line.tone}`}>{line.text}</span>
    </>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is placed by the virtual list
    <div
      ref={measure}
      data-index={index}
      role="listitem"
      className={isSelected ? 'log-line is-selected' : 'log-line'}
      style={{ top }}
    >
      {about === null ? (
        <p className="log-words">{text}</p>
      ) : (
        <button type="button" tabIndex={-1} className="log-words" onClick={() => onSelect(about)}>
          {text}
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        className="link log-why"
        aria-label={whyPanelWords.askAbout(line.text)}
        onClick={() => void askWhy({ kind: 'entry', entry: line.entry })}
      >
        {whyPanelWords.ask}
      </button>
    </div>
  );
});
