import type { Alarm } from '../../../../projections/figures/mapping/shapes.ts';
import { useLab } from '../../../../runtime/page/useLab.ts';
import { clockLine } from '../../../parts/clockText.ts';
import { mappingFigureWords as words } from '../../../words/mappingFigures.ts';

/** A bar for each of the last periods under the line of the threshold, and how the state changed. */
export function AlarmFigure({ alarm }: { alarm: Alarm }) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  return (
    <div className="alarm-figure">
      <p>
        <strong className={`alarm-state alarm-${alarm.state}`}>{alarm.state}</strong>
      </p>
      <ol className="alarm-plot" aria-label={words.datapoints}>
        {alarm.points.map((point, i) => (
          <li key={i} title={point.text} className={point.breaches ? 'is-breaching' : ''}>
            <span className="visually-hidden">{point.text}</span>
            {point.part === null ? (
              <span className="alarm-none" aria-hidden="true">
                –
              </span>
            ) : (
              <span
                className="alarm-bar"
                aria-hidden="true"
                style={{ height: `${Math.max(2, point.part * 100)}%` }}
              />
            )}
          </li>
        ))}
        <li
          className="alarm-threshold"
          aria-hidden="true"
          style={{ bottom: `${alarm.thresholdPart * 100}%` }}
        >
          <span>{words.threshold(alarm.threshold)}</span>
        </li>
      </ol>
      {alarm.history.length === 0 ? (
        <p className="muted">{words.noChanges}</p>
      ) : (
        <ol className="alarm-history">
          {alarm.history.map(({ at, from, to }) => (
            <li key={at}>
              <span className="mono muted">{clockLine(startAtMs, at)}</span> {from} →{' '}
              <strong className={`alarm-${to}`}>{to}</strong>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
