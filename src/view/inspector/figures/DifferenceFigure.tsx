import type { ImageDifference } from '../../../projections/figures/figure.ts';
import { figureWords as words } from '../../words/figures.ts';

/** Two images of an item, attribute by attribute; what changed is marked by word, weight and colour. */
export function DifferenceFigure({ difference }: { difference: ImageDifference }) {
  if (difference.rows.length === 0) return null;
  return (
    <>
      <table className="difference">
        <thead>
          <tr>
            <th scope="col">{words.attribute}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {difference.rows.map(({ name, isKey, from, to, change }) => (
            <tr key={name} className={`is-${change}`}>
              <th scope="row" className="mono">
                {name}
                <span className="difference-note">{isKey ? words.key : words.changes[change]}</span>
              </th>
              <td className="mono">{from === '' ? <None /> : <del>{from}</del>}</td>
              <td className="mono">{to === '' ? <None /> : <ins>{to}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {difference.more > 0 && <p className="muted">{words.moreAttributes(difference.more)}</p>}
    </>
  );
}

const None = () => <span className="muted">{words.noValue}</span>;
