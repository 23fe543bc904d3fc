import type { Windows } from '../../../../projections/figures/mapping/shapes.ts';
import { useLab } from '../../../../runtime/page/useLab.ts';
import { clockLine } from '../../../parts/clockText.ts';
import { mappingFigureWords as words } from '../../../words/mappingFigures.ts';

/** Open tumbling windows with the state that goes from batch to batch, and those that ended. */
export function WindowsFigure({ windows }: { windows: Windows }) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  return (
    <div className="windows">
      <ol>
        {windows.rows.map((row) => (
          <li key={row.label}>
            <p>
              <strong className="mono">{row.label}</strong> <span className="mono">{row.span}</span>{' '}
              <span className="muted">{words.windowRecords(row.records, row.isFinal)}</span>
            </p>
            <p className="fill-bar is-window" aria-hidden="true">
              <span className="fill-bar-track">
                <span style={{ width: `${row.part * 100}%` }} />
              </span>
            </p>
            <code className="filter-pattern mono">{words.windowState(row.state)}</code>
          </li>
        ))}
      </ol>
      <ul className="muted">
        {windows.ended.map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <span className="mono">{clockLine(startAtMs, at)}</span> {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
