import { FAILURES, type Guard, LETS_THROUGH } from '../../../lab/guards/guard.ts';
import type { GuardComparison, GuardPicture } from '../../../projections/guards/guardPicture.ts';
import { countText } from '../../../projections/spanText.ts';
import { guardWords } from '../../../projections/words/guardWords.ts';
import { guardTabWords as words } from '../../words/guards.ts';
import { useGuards } from './guardStore.ts';

const TWO_CALLS: readonly Guard[] = ['markerFirst', 'markerLast'];

type Failure = (typeof FAILURES)[number];

/** Every failure and every way: held, let through so often, or only waiting to happen. */
export function GuardMatrix({ comparison }: { comparison: GuardComparison }) {
  const chosen = useGuards((guards) => guards.chosen);
  const columns = comparison.ways;
  return (
    <section className="guard-matrix" aria-label={words.matrix}>
      <h3 className="way-title">{words.matrix}</h3>
      <p className="muted ways-note">{words.matrixNote}</p>
      <div className="ledger-scroll">
        <table className="compare ledger">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{words.matrix}</span>
              </th>
              {columns.map(({ guard }) => (
                <th
                  key={guard}
                  scope="col"
                  className={guard === chosen ? 'compare-watcher is-chosen' : 'compare-watcher'}
                >
                  {guardWords.guards[guard].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {FAILURES.map((failure) => {
              const [name, meaning] = guardWords.failures[failure];
              return (
                <tr key={failure}>
                  <th scope="row">
                    {name}
                    <span className="compare-meaning">{meaning}</span>
                  </th>
                  {columns.map((way) => (
                    <Cell key={way.guard} way={way} failure={failure} />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ way: { guard, seen }, failure }: { way: GuardPicture; failure: Failure }) {
  const times = seen[failure];
  if (times > 0) return <td className="tone-bad">{countText(times)}</td>;
  if (LETS_THROUGH[guard].includes(failure)) return <td className="muted">{words.would}</td>;
  if (failure === 'between' && !TWO_CALLS.includes(guard)) {
    return (
      <td className="muted" title={words.oneCall}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{words.oneCall}</span>
      </td>
    );
  }
  return (
    <td className="tone-good">
      <span aria-hidden="true">{words.held}</span>
      <span className="visually-hidden">{words.heldName}</span>
    </td>
  );
}
