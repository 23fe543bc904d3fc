import type { Filters } from '../../../../projections/figures/mapping/shapes.ts';
import { mappingFigureWords as words } from '../../../words/mappingFigures.ts';
import { MarkRow } from './MarkRow.tsx';

/** Each pattern with what it matched; and records that none let through, with the reason. */
export function FiltersFigure({ filters }: { filters: Filters }) {
  return (
    <div className="filters">
      <ol>
        {filters.filters.map(({ pattern, matched }, i) => (
          <li key={`${pattern} ${i}`}>
            <code className="filter-pattern mono">{pattern}</code>
            <span className="muted">
              {words.filterCounts(matched, filters.looked - matched, filters.looked)}
            </span>
          </li>
        ))}
      </ol>
      {filters.latest.length > 0 && <h4>{words.droppedLast}</h4>}
      <ul>
        {filters.latest.map(({ mark, why }) => (
          <li key={mark.change} className="filter-dropped">
            <MarkRow marks={[mark]} names />
            <ul>
              {why.map((reason, i) => (
                <li key={i} className="filter-why">
                  {why.length > 1 ? words.ofFilter(i + 1, reason) : reason}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
