import type { Readers } from '../../../../projections/figures/mapping/shapes.ts';
import { spanText } from '../../../../projections/spanText.ts';
import { askWhy } from '../../../why/whyStore.ts';
import { mappingFigureWords as words } from '../../../words/mappingFigures.ts';
import { whyPanelWords } from '../../../words/why.ts';
import { MarkRow } from './MarkRow.tsx';

type Row = Readers['rows'][number];

/** A row for each reader: cursor, buffered records, batch in hand, attempts, iterator age. */
export function ReadersFigure({ readers }: { readers: Readers }) {
  return (
    <ol className="readers">
      {readers.rows.map((row) => (
        <li key={row.consumer} className={`reader tone-line-${row.tone}`}>
          <p className="reader-head">
            <strong className="mono">{row.shardLabel}</strong>
            <span className={`reader-says tone-${row.tone}`}>{row.says}</span>
            <button
              type="button"
              className="link"
              aria-label={whyPanelWords.askAbout(`${row.shardLabel}: ${row.says}`)}
              onClick={() => void askWhy({ kind: 'reader', consumer: row.consumer })}
            >
              {whyPanelWords.ask}
            </button>
          </p>
          <dl className="reader-facts">
            <Fact
              name={words.cursor}
              value={row.cursor === '' ? words.start : `…${row.cursor.slice(-7)}`}
            />
            <Fact name={words.buffered} value={words.records(row.buffered)} />
            <Fact name={words.waiting} value={words.records(row.waiting)} />
          </dl>
          {row.marks.length > 0 && <MarkRow marks={row.marks} total={row.total} />}
          {row.state === 'buffering' && <FillBars row={row} readers={readers} />}
          <Attempts row={row} />
          <Gauge row={row} ticks={readers.ticks} retentionMs={readers.retentionMs} />
        </li>
      ))}
      {readers.hidden > 0 && <li className="muted">{words.more(readers.hidden)}</li>}
    </ol>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="mono">{value}</dd>
    </div>
  );
}

/** A batch goes out when the first of the two bars is full. */
function FillBars({ row, readers }: { row: Row; readers: Readers }) {
  return (
    <div className="fill-bars">
      <Bar part={row.sizePart} name={words.sizeBar(row.total, readers.batchSize)} />
      <Bar part={row.windowPart} name={words.windowBar(spanText(readers.windowMs))} isWindow />
    </div>
  );
}

function Bar({ part, name, isWindow = false }: { part: number; name: string; isWindow?: boolean }) {
  return (
    <p className={isWindow ? 'fill-bar is-window' : 'fill-bar'}>
      <span className="fill-bar-track">
        <span style={{ width: `${part * 100}%` }} />
      </span>
      <span>{name}</span>
    </p>
  );
}

const MOST_PIPS = 12;

/** A pip for each attempt there may be: made, under way, still to come. */
function Attempts({ row }: { row: Row }) {
  if (row.attempts === 0 && row.state !== 'invoking') return null;
  const pips = Math.min(MOST_PIPS, row.attemptsMost === 0 ? row.attempt : row.attemptsMost);
  const isWaiting = row.state === 'backingOff';
  return (
    <p className="attempts">
      {row.attemptsMost <= MOST_PIPS && (
        <span className="pips" aria-hidden="true">
          {Array.from({ length: pips }, (_, i) => (
            <span key={i} className={pipOf(i + 1, row)} />
          ))}
        </span>
      )}
      <span>{words.attempts(row.attempt, row.attemptsMost)}</span>
      {isWaiting && !row.throttled && <span className="muted">{words.backOffAssumed}</span>}
      {row.halves.length > 0 && <span className="muted">{words.halves(row.halves)}</span>}
    </p>
  );
}

function pipOf(attempt: number, row: Row): string {
  if (attempt < row.attempt) return 'pip is-made';
  return attempt === row.attempt && row.state === 'invoking' ? 'pip is-running' : 'pip';
}

function Gauge(props: { row: Row; ticks: Readers['ticks']; retentionMs: number }) {
  const { row, ticks, retentionMs } = props;
  const age = spanText(row.iteratorAgeMs);
  const part = `${row.agePart * 92}%`;
  return (
    <div className="reader-gauge">
      <p className={row.iteratorAgeMs > retentionMs / 2 ? 'tone-bad' : 'muted'}>
        {words.iteratorAge(age)}
      </p>
      <div className="age-gauge-track" aria-hidden="true">
        <span className="age-gauge-fill" style={{ width: part }} />
        <span className="age-gauge-cliff" />
      </div>
      <div className="reader-ticks" aria-hidden="true">
        {ticks.map(({ at, label }) => (
          <span key={label} className={at === 1 ? 'is-cliff' : ''} style={{ left: `${at * 92}%` }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}
