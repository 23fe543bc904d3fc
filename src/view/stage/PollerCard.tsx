import type { ComparisonRow } from '../../projections/comparisonRow.ts';
import type { CardBox } from '../../projections/geometry/cardBox.ts';
import type { Mark, PollerCard as Poller } from '../../projections/scene.ts';
import { spanText } from '../../projections/spanText.ts';
import { MarkGlyph } from '../parts/MarkGlyph.tsx';
import { stageWords as words } from '../words/stage.ts';
import { CardFrame } from './CardFrame.tsx';
import { CountdownRing } from './CountdownRing.tsx';
import { useStage } from './stageContext.ts';

/** The polling scan: when it looks next, what it could not see, and how it compares. */
export function PollerCard({ card, box }: { card: Poller; box: CardBox }) {
  const { scene } = useStage();
  const leftMs = Math.max(0, (card.nextAt - scene.at) / 1_000);
  const { ghosts, counts } = card;
  return (
    <CardFrame
      box={box}
      kicker={card.isExport ? words.export : words.pollingScan}
      title={words.every(spanText(card.everyMs))}
      about={{ kind: 'poller', poller: card.poller }}
    >
      <p className="poller-next muted">
        {card.running
          ? card.isExport
            ? words.exporting
            : words.looking
          : words.nextLook(spanText(Math.ceil(leftMs / 1_000) * 1_000))}
        <br />
        {card.isExport ? words.noReadUnits : words.itemsRead(card.itemsEvaluated)}
      </p>
      <CountdownRing part={card.running ? 1 : 1 - leftMs / card.everyMs} running={card.running}>
        {card.running ? '…' : spanText(Math.ceil(leftMs / 1_000) * 1_000)}
      </CountdownRing>
      <div className="ghosts">
        <h4 className="kicker">{words.couldNotSee}</h4>
        <ul>
          <Ghosts marks={ghosts.deletes} count={counts.deletes} text={words.deletes} always />
          <Ghosts marks={ghosts.collapsed} count={counts.collapsed} text={words.collapsed} always />
          <Ghosts marks={ghosts.race} count={counts.race} text={words.race} />
          <Ghosts marks={ghosts.noWatermark} count={counts.noWatermark} text={words.noWatermark} />
          <Ghosts marks={ghosts.filtered} count={counts.filtered} text={words.filtered} />
        </ul>
      </div>
      <Comparison rows={scene.comparison} />
    </CardFrame>
  );
}

function Ghosts(props: {
  marks: readonly Mark[];
  count: number;
  text: (n: number) => string;
  /** Said even when it is none. */
  always?: boolean;
}) {
  const { marks, count, text, always = false } = props;
  const { onSelect } = useStage();
  if (count === 0 && !always) return null;
  return (
    <li className={count === 0 ? 'ghost-row muted' : 'ghost-row'}>
      <span className="ghost-marks">
        {marks.map((mark) => (
          <button
            type="button"
            key={mark.change}
            className="ghost"
            title={mark.label}
            onClick={() => onSelect({ kind: 'record', change: mark.change })}
          >
            <MarkGlyph mark={{ item: mark.item, kind: mark.kind, label: mark.label }} size={16} />
          </button>
        ))}
      </span>
      <span className="ghost-count">{text(count)}</span>
    </li>
  );
}

const isPolling = ({ kind }: ComparisonRow): boolean => kind === 'scan' || kind === 'export';
const missedBy = (row: ComparisonRow): number =>
  row.missedDeletes +
  row.missedCollapsed +
  row.missedRace +
  row.missedNoWatermark +
  row.missedFiltered +
  row.lost;

function Comparison({ rows }: { rows: readonly ComparisonRow[] }) {
  const { actions } = useStage();
  const changes = Math.max(0, ...rows.map((r) => r.changes));
  const delay = (row: ComparisonRow): string =>
    row.latencyP50Ms === null ? words.noneYet : spanText(row.latencyP50Ms);
  const missed = (row: ComparisonRow): boolean => missedBy(row) > 0;
  return (
    <div className="comparison">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.measure}</span>
            </th>
            {rows.map((row) => (
              <th key={row.watcher} scope="col" title={row.watcher}>
                {words.watchers[row.kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.ofChanges(changes)}</th>
            {rows.map((row) => (
              <td key={row.watcher} className={missed(row) ? 'tone-bad' : undefined}>
                {words.seenAndWaiting(row.seen, row.waiting)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{words.medianDelay}</th>
            {rows.map((row) => (
              <td
                key={row.watcher}
                className={isPolling(row) && row.latencyP50Ms !== null ? 'tone-bad' : undefined}
              >
                {delay(row)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{words.readsPaid}</th>
            {rows.map((row) => (
              <td key={row.watcher}>{words.readUnits(row.readUnits)}</td>
            ))}
          </tr>
        </tbody>
      </table>
      <button type="button" className="link" onClick={actions.onCompare}>
        {words.openLedger}
      </button>
    </div>
  );
}
