import { Fragment, useEffect, useMemo, useRef, useState } from 'react';
import { differs, type ReportRow, reportRows } from '../../projections/report/reportDifferences.ts';
import { spokenLocale } from '../../projections/words/language.ts';
import type { BranchComparison as Compared, Side } from '../../runtime/history/branchComparison.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { clockLine } from '../parts/clockText.ts';
import { askWhy } from '../why/whyStore.ts';
import { branchesWords } from '../words/branches.ts';
import { whyPanelWords } from '../words/why.ts';
import { groupText, rowText } from './reportText.ts';

const words = branchesWords.comparison;

/** Two futures at one instant: where they part, and their reports figure by figure. */
export function BranchComparison(props: {
  compared: Compared;
  here: string;
  there: string;
  onClose: () => void;
}) {
  const { compared, here, there, onClose } = props;
  const startAtMs = useLab((lab) => lab.startAtMs);
  const rows = useMemo(() => reportRows(compared.here.report, compared.there.report), [compared]);
  const [isNarrow, setNarrow] = useState(true);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [compared]);
  const { firstAt } = compared;
  const differing = rows.filter(differs);
  return (
    <section className="side-by-side" aria-labelledby="side-by-side">
      <h3 id="side-by-side" ref={heading} tabIndex={-1} className="branch-name">
        {words.title}
      </h3>
      <p className="muted">{words.at(clockLine(startAtMs, compared.at))}</p>
      {firstAt === null ? (
        <p>{words.same}</p>
      ) : (
        <>
          <p>
            {words.first(clockLine(startAtMs, firstAt))}{' '}
            <button type="button" className="link" onClick={() => void labActions.seek(firstAt)}>
              {branchesWords.goThere}
            </button>
          </p>
          <dl className="parting">
            <Parting name={here} side={compared.here} isHere />
            <Parting name={there} side={compared.there} />
          </dl>
        </>
      )}
      <p className="side-by-side-count">{words.figures(differing.length, rows.length)}</p>
      <label className="side-by-side-only">
        <input
          type="checkbox"
          checked={isNarrow}
          onChange={(event) => setNarrow(event.target.checked)}
        />
        {words.onlyDiffering}
      </label>
      <Figures rows={isNarrow ? differing : rows} here={here} there={there} />
      <button type="button" className="button" onClick={onClose}>
        {words.close}
      </button>
    </section>
  );
}

function Parting({ name, side, isHere = false }: { name: string; side: Side; isHere?: boolean }) {
  const { first } = side;
  return (
    <div>
      <dt>{name}</dt>
      <dd className={first === null ? 'muted' : `tone-${first.tone}`}>
        {first?.text ?? words.nothing}{' '}
        {isHere && first !== null && (
          <button
            type="button"
            className="link"
            aria-label={whyPanelWords.askAbout(first.text)}
            onClick={() => void askWhy({ kind: 'entry', entry: first.entry })}
          >
            {whyPanelWords.ask}
          </button>
        )}
      </dd>
    </div>
  );
}

function Figures({ rows, here, there }: { rows: ReportRow[]; here: string; there: string }) {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return (
    <table className="compare side-by-side-figures">
      <thead>
        <tr>
          <th scope="col">{words.figure}</th>
          <th scope="col">{here}</th>
          <th scope="col">{there}</th>
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && (
          <tr>
            <td colSpan={3} className="muted">
              {words.noneDiffers}
            </td>
          </tr>
        )}
        {groups.map((group) => (
          <Fragment key={group}>
            <tr className="compare-group">
              <th scope="colgroup" colSpan={3}>
                {groupText(group)}
              </th>
            </tr>
            {rows
              .filter((row) => row.group === group)
              .map((row) => (
                <tr
                  key={[...row.of, row.figure].join('\n')}
                  className={differs(row) ? 'is-different' : undefined}
                >
                  <th scope="row">{rowText(row)}</th>
                  <td>{figure(row.here)}</td>
                  <td>{figure(row.there)}</td>
                </tr>
              ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

const figure = (value: number | null): string =>
  value === null
    ? words.absent
    : value.toLocaleString(spokenLocale(), { maximumSignificantDigits: 6 });
