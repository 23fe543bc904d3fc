import { Fragment } from 'react';
import { DELAY_CLASSES_MS } from '../../projections/lanes/laneFold.ts';
import type { LaneLedger } from '../../projections/lanes/laneLedger.ts';
import { totalUsd } from '../../projections/money/costLine.ts';
import { countText, spanText } from '../../projections/spanText.ts';
import { laneWords } from '../words/lanes.ts';
import { figureGroups, usdText } from './figures.ts';
import { laneName } from './lanes/laneNames.ts';
import { useLanes } from './lanes/laneStore.ts';
import { neverSeen } from './lanes/neverSeen.ts';

const words = laneWords.ledger;
const HOUR_US = 3_600e6;

type Row = readonly [
  name: string,
  meaning: string,
  text: (ledger: LaneLedger) => string,
  hurts?: boolean,
];

const span = (ms: number | null): string => (ms === null ? '–' : spanText(ms));
const MORE_ROWS: readonly Row[] = [
  [...words.torn, (l) => countText(l.torn), true],
  [...words.stale, (l) => countText(l.stale), true],
  [...words.p90, (l) => span(l.delayP90Ms)],
  [...words.most, (l) => span(l.delayMostMs)],
  [...words.readUnits, (l) => countText(l.readUnits)],
  [...words.tableThrottles, (l) => countText(l.tableThrottles), true],
  [...words.streamThrottles, (l) => countText(l.streamThrottles), true],
];

/** Everything that is counted, lane beside lane. */
export function LedgerTab() {
  const frame = useLanes((lanes) => lanes.frame);
  const lanes = frame?.lanes ?? [];
  if (lanes.length === 0) return <p className="muted">{laneWords.empty}</p>;
  const at = frame!.now;
  // Cost has a table of its own here.
  const groups = figureGroups.slice(0, -1);
  return (
    <div className="ledger-scroll">
      <table className="compare ledger">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{laneWords.tabs.ledger}</span>
            </th>
            {lanes.map(({ word }) => (
              <th key={word} scope="col" className="compare-watcher">
                {laneName(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ title, figures }) => (
            <Fragment key={title}>
              <Group title={title} columns={lanes.length} />
              {figures.map((figure) => (
                <tr key={figure.name}>
                  <Name name={figure.name} meaning={figure.meaning} />
                  {lanes.map(({ word, ledger }) => (
                    <td key={word} className={figure.hurts?.(ledger) ? 'tone-bad' : undefined}>
                      {figure.text(ledger, at)}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
          {MORE_ROWS.map(([name, meaning, text, hurts]) => (
            <tr key={name}>
              <Name name={name} meaning={meaning} />
              {lanes.map(({ word, ledger }) => (
                <td key={word} className={hurts && text(ledger) !== '0' ? 'tone-bad' : undefined}>
                  {text(ledger)}
                </td>
              ))}
            </tr>
          ))}
          <Group title={words.classes} columns={lanes.length} />
          <Delays lanes={lanes} />
          <Group title={words.bill} columns={lanes.length} />
          <Bills lanes={lanes} at={at} />
        </tbody>
      </table>
    </div>
  );
}

function Group({ title, columns }: { title: string; columns: number }) {
  return (
    <tr className="compare-group">
      <th scope="colgroup" colSpan={columns + 1}>
        {title}
      </th>
    </tr>
  );
}

function Name({ name, meaning = '' }: { name: string; meaning?: string }) {
  return (
    <th scope="row">
      {name}
      {meaning !== '' && <span className="compare-meaning">{meaning}</span>}
    </th>
  );
}

type Lanes = readonly { word: string; ledger: LaneLedger }[];

/**
 * The distribution of delays as a picture in a table: only the classes that anything fell into, then what
 * was never seen and what has still to come. Bars are parts of all changes, so that lanes compare.
 */
function Delays({ lanes }: { lanes: Lanes }) {
  const last = DELAY_CLASSES_MS.at(-1)!;
  const rows: (readonly [string, (ledger: LaneLedger) => number, string?])[] = [
    ...[...DELAY_CLASSES_MS, Number.POSITIVE_INFINITY].map(
      (end, i) =>
        [
          end <= last ? words.within(spanText(end)) : words.beyond(spanText(last)),
          (ledger: LaneLedger) => ledger.delayClasses[i] ?? 0,
        ] as const,
    ),
    [words.never, neverSeen, words.neverMeaning],
    [words.notYet, ({ waiting }) => waiting],
  ];
  return rows.map(([name, of, meaning]) => {
    if (lanes.every(({ ledger }) => of(ledger) === 0)) return null;
    return (
      <tr key={name}>
        <Name name={name} {...(meaning && { meaning })} />
        {lanes.map(({ word, ledger }) => (
          <td key={word} className={of === neverSeen && of(ledger) > 0 ? 'tone-bad' : undefined}>
            <DelayBar part={of(ledger) / Math.max(1, ledger.changes)} isBad={of === neverSeen} />
            <span className="delay-count">{countText(of(ledger))}</span>
          </td>
        ))}
      </tr>
    );
  });
}

function DelayBar({ part, isBad }: { part: number; isBad: boolean }) {
  return (
    <span className={isBad ? 'delay-bar is-bad' : 'delay-bar'} aria-hidden="true">
      <span style={{ width: `${Math.round(part * 100)}%` }} />
    </span>
  );
}

/** Cost lines by what they are for, then what the whole comes to in an hour, a day, a month. */
function Bills({ lanes, at }: { lanes: Lanes; at: number }) {
  const kinds = [...new Set(lanes.flatMap(({ ledger }) => ledger.cost.map((line) => line.for)))];
  const spans = [
    [words.hour, 1, ''],
    [words.day, 24, ''],
    [words.month, 720, words.monthMeaning],
  ] as const;
  return (
    <>
      {kinds.map((kind) => (
        <tr key={kind}>
          <Name name={kind} />
          {lanes.map(({ word, ledger }) => {
            const line = ledger.cost.find((each) => each.for === kind);
            return <td key={word}>{line ? usdText(line.usd) : '–'}</td>;
          })}
        </tr>
      ))}
      {spans.map(([name, hours, meaning]) => (
        <tr key={name}>
          <Name name={name} meaning={meaning} />
          {lanes.map(({ word, ledger }) => (
            <td key={word}>
              {at === 0 ? '–' : usdText((totalUsd(ledger.cost) / at) * HOUR_US * hours)}
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}
