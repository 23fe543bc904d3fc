import { Fragment } from 'react';
import type { ComparisonRow } from '../../projections/comparison/comparisonRow.ts';
import { countOf } from '../../projections/spanText.ts';
import type { LedgerFigure } from '../../projections/why/whyAnswer.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { openSheet } from '../panels.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { askWhy } from '../why/whyStore.ts';
import { comparisonWords as words } from '../words/comparison.ts';
import { laneWords } from '../words/lanes.ts';
import { whyPanelWords } from '../words/why.ts';
import { type Figure, figureGroups } from './figures.ts';
import './compareSheet.css';

/** Ways of learning of the table's changes, side by side on the same writes. */
export default function CompareSheet({ onClose }: { onClose: () => void }) {
  const rows = useLab((lab) => lab.scene?.comparison);
  const at = useLab((lab) => lab.scene?.at ?? 0);
  return (
    <Sheet title={words.title} wide onClose={onClose}>
      {rows === undefined || rows.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <Comparison rows={rows} at={at} />
      )}
    </Sheet>
  );
}

function Comparison({ rows, at }: { rows: ComparisonRow[]; at: number }) {
  const changes = Math.max(...rows.map((row) => row.changes));
  return (
    <>
      <p className="compare-intro">{words.intro(countOf(changes, 'change'))}</p>
      <button
        type="button"
        className="button button-primary compare-open"
        onClick={() => openSheet('lanes')}
      >
        {laneWords.open}
      </button>
      <dl className="compare-kinds">
        {rows.map((row) => (
          <div key={row.watcher}>
            <dt>{row.watcher}</dt>
            <dd>{words.kinds[row.kind]}</dd>
          </div>
        ))}
      </dl>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.measure}</span>
            </th>
            {rows.map((row) => (
              <th key={row.watcher} scope="col" className="compare-watcher">
                <Breakable name={row.watcher} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figureGroups.map(({ title, figures }) => (
            <Fragment key={title}>
              <tr className="compare-group">
                <th scope="colgroup" colSpan={rows.length + 1}>
                  {title}
                </th>
              </tr>
              {figures.map((figure) => (
                <FigureRow key={figure.name} figure={figure} rows={rows} at={at} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  );
}

function FigureRow({ figure, rows, at }: { figure: Figure; rows: ComparisonRow[]; at: number }) {
  return (
    <tr>
      <th scope="row">
        {figure.name}
        <span className="compare-meaning">{figure.meaning}</span>
      </th>
      {rows.map((row, i) => (
        <td key={row.watcher} className={figure.hurts?.(row) === true ? 'tone-bad' : undefined}>
          {figure.text(row, at)}
          {figure.why !== undefined && figure.why.of(row) > 0 && (
            <AskWhy row={i} figure={figure.why.figure} of={`${row.watcher}: ${figure.name}`} />
          )}
        </td>
      ))}
    </tr>
  );
}

/** Asks for the causes of the latest that a figure has counted. */
function AskWhy({ row, figure, of }: { row: number; figure: LedgerFigure; of: string }) {
  return (
    <button
      type="button"
      className="link compare-why"
      aria-label={whyPanelWords.askAbout(of)}
      onClick={() => void askWhy({ kind: 'ledger', row, figure })}
    >
      {whyPanelWords.ask}
    </button>
  );
}

/** A name in one piece that may go over several lines: `Thirty|Second|Scan`. */
function Breakable({ name }: { name: string }) {
  return name.split(/(?<=[a-z])(?=[A-Z])/).map((part, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
