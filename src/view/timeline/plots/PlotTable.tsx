import type {
  MetricPicture,
  TimelineAnswer,
} from '../../../projections/timeline/timelineAnswer.ts';
import { useLab } from '../../../runtime/page/useLab.ts';
import { clockLine } from '../../parts/clockText.ts';
import { plotWords as words } from '../../words/plots.ts';

/** What the plots hold in some samples, as a table. */
export function PlotTable({ at, pictures }: NonNullable<TimelineAnswer['metrics']>) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  const columns = pictures.flatMap(({ id, series }) =>
    series.map(({ name, values }) => ({ id, name, values })),
  );
  const samples = [...at.keys()].filter((i) => columns.some(({ values }) => isKnown(values[i])));
  return (
    <>
      <h3 className="stretch-title">{words.table}</h3>
      <p className="muted">{words.tableNote(samples.length)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys */}
      <section className="plot-table" aria-label={words.table} tabIndex={0}>
        <table className="stretch-lanes">
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              {columns.map(({ id, name }) => (
                <th key={`${id} ${name}`} scope="col" title={words.title(id)}>
                  {words.column(id, name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.map((i) => (
              <tr key={at[i]}>
                <th scope="row" className="mono">
                  {clockLine(startAtMs, Math.max(0, at[i]!))}
                </th>
                {columns.map(({ id, name, values }) => (
                  <td key={`${id} ${name}`} className="mono">
                    {textOf(id, values[i])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const isKnown = (value: number | undefined): value is number =>
  value !== undefined && !Number.isNaN(value);

const textOf = (id: MetricPicture['id'], value: number | undefined): string =>
  isKnown(value) ? words.value(id, value) : words.unknown;
