import { Fragment } from 'react';
import type { ComparisonRow } from '../../projections/scene.ts';
import { countOf } from '../../projections/spanText.ts';
import { useLab } from '../../runtime/useLab.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { comparisonWords as words } from '../words/comparison.ts';
import { type Figure, figureGroups } from './figures.ts';

/** Ways of learning of the table's changes, side by side on the same writes. */
export default function CompareSheet({ onClose }: { onClose: () => void }) {
  const rows = useLab((lab) => lab.scene?.comparison);
  return (
    <Sheet title={words.title} wide onClose={onClose}>
      {rows === undefined || rows.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <Comparison rows={rows} />
      )}
    </Sheet>
  );
}

function Comparison({ rows }: { rows: ComparisonRow[] }) {
  const changes = Math.max(...rows.map((row) => row.changes));
  return (
    <>
      <p className="compare-intro">{words.intro(countOf(changes, 'change'))}</p>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.measure}</span>
            </th>
            {rows.map((row) => (
              <th key={row.watcher} scope="col" className="compare-watcher">
                {row.watcher}
                <span className="compare-kind">{words.kinds[row.kind]}</span>
              </th>
            ))}
            <th scope="col" className="compare-meaning">
              <span className="visually-hidden">{words.meaning}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {figureGroups.map(({ title, figures }) => (
            <Fragment key={title}>
              <tr className="compare-group">
                <th scope="colgroup" colSpan={rows.length + 2}>
                  {title}
                </th>
              </tr>
              {figures.map((figure) => (
                <FigureRow key={figure.name} figure={figure} rows={rows} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  );
}

function FigureRow({ figure, rows }: { figure: Figure; rows: ComparisonRow[] }) {
  return (
    <tr>
      <th scope="row" title={figure.meaning}>
        {figure.name}
      </th>
      {rows.map((row) => (
        <td key={row.watcher} className={figure.hurts?.(row) === true ? 'tone-bad' : undefined}>
          {figure.text(row)}
        </td>
      ))}
      <td className="compare-meaning">{figure.meaning}</td>
    </tr>
  );
}
