import type { Environments, Pipe, Values } from '../../../../projections/figures/mapping/shapes.ts';
import { mappingFigureWords as words } from '../../../words/mappingFigures.ts';

const MOST = 40;

/** A square for each execution environment, and a bar of the concurrency used. */
export function EnvironmentsFigure({ figure }: { figure: Environments }) {
  const { environments, concurrency } = figure;
  const kinds = (['busy', 'starting', 'idle'] as const).flatMap((kind) =>
    Array<typeof kind>(Math.min(MOST, environments[kind])).fill(kind),
  );
  const part = concurrency.of === 0 ? 1 : Math.min(1, concurrency.used / concurrency.of);
  return (
    <div className="environments" aria-hidden="true">
      <p className="environments-squares">
        {kinds.map((kind, i) => (
          <span key={i} className={`environment environment-${kind}`} />
        ))}
      </p>
      <p className="environments-key muted">
        {(['busy', 'starting', 'idle'] as const).map((kind) => (
          <span key={kind}>
            <span className={`environment environment-${kind}`} /> {words.environmentKinds[kind]}
          </span>
        ))}
      </p>
      <p className="fill-bar">
        <span className="fill-bar-track">
          <span style={{ width: `${part * 100}%` }} />
        </span>
        <span>{words.concurrency(concurrency.used, concurrency.of)}</span>
      </p>
    </div>
  );
}

/** Source → filter → enrichment → target, one under the other, with what came through. */
export function PipeFigure({ pipe }: { pipe: Pipe }) {
  const { stages, counts } = pipe;
  const steps = [
    { name: words.stages.source, what: stages.source, count: words.read(counts.read) },
    stages.filters > 0 && {
      name: words.stages.filter,
      what: words.patterns(stages.filters),
      count: words.filteredOut(counts.filtered),
    },
    stages.enrichment !== '' && {
      name: words.stages.enrichment,
      what: stages.enrichment,
      count: '',
    },
    { name: words.stages.target, what: stages.target, count: words.sent(counts.sent) },
    stages.deadLetters !== '' && {
      name: words.stages.deadLetters,
      what: stages.deadLetters,
      count: words.givenUp(counts.deadLetters),
    },
  ].filter((step) => step !== false);
  return (
    <ol className="pipe-steps">
      {steps.map(({ name, what, count }) => (
        <li key={name}>
          <span className="muted">{name}</span> <strong>{what}</strong>{' '}
          <span className="muted">{count}</span>
        </li>
      ))}
    </ol>
  );
}

/** Names and their values. */
export function ValuesFigure({ values }: { values: Values }) {
  return (
    <table className="values">
      <thead>
        <tr>
          <th scope="col">{words.metric}</th>
          {values.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              {row.name} {row.detail !== '' && <span className="muted">{row.detail}</span>}
            </th>
            {row.values.map((value, i) => (
              <td key={i} className="mono">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
