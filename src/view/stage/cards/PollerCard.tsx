import { comparisonCells } from '../../../projections/comparison/comparisonCells.ts';
import type { ComparisonRow } from '../../../projections/comparison/comparisonRow.ts';
import type { CardBox } from '../../../projections/geometry/cardBox.ts';
import type { Mark, PollerCard as Poller } from '../../../projections/scene/scene.ts';
import { spanText } from '../../../projections/spanText.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';
import { MarkGlyph } from '../../parts/MarkGlyph.tsx';
import { dimItemClass, useScene, useStage } from '../stageContext.ts';
import { CardFrame } from './CardFrame.tsx';
import { CountdownRing } from './CountdownRing.tsx';

/** The polling scan: when it looks next, what it could not see, and how it compares. */
export function PollerCard({ card, box }: { card: Poller; box: CardBox }) {
  const scene = useScene();
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
  const { focus, onSelect } = useStage();
  if (count === 0 && !always) return null;
  return (
    <li className={count === 0 ? 'ghost-row muted' : 'ghost-row'}>
      <span className="ghost-marks">
        {marks.map((mark) => (
          <button
            type="button"
            key={mark.change}
            className={`ghost${dimItemClass(focus, mark.item)}`}
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

function Comparison({ rows }: { rows: readonly ComparisonRow[] }) {
  const { actions } = useStage();
  const { heads, lines } = comparisonCells(rows);
  return (
    <div className="comparison">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.measure}</span>
            </th>
            {rows.map((row, i) => (
              <th key={row.watcher} scope="col" title={row.watcher}>
                {heads[i]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map(({ text, isBad }, i) => (
                <td key={rows[i]!.watcher} className={isBad ? 'tone-bad' : undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="link" onClick={actions.onCompare}>
        {words.openLedger}
      </button>
    </div>
  );
}
