import type { FamilyNode, ShardFamily } from '../../../projections/figures/figure.ts';
import { labActions } from '../../../runtime/page/useLab.ts';
import { walkWithArrows } from '../../stage/walkWithArrows.ts';
import { figureWords as words } from '../../words/figures.ts';

/** Height of a row, pixels. */
const ROW = 28;
/** Half the height of a shard's bar. */
const HALF = 9;
/** Of the figure's width: a bar needs as much for its name. */
const NAMED_FROM = 0.13;

const percent = (part: number): string => `${part * 100}%`;
const middleOf = (row: number): number => row * ROW + ROW / 2;

/** Generations of shards from left to right; each is a button. Arrow keys go from one to the next. */
export function FamilyFigure({ family }: { family: ShardFamily }) {
  const { nodes, joins, ticks, rows, horizon, hidden } = family;
  return (
    <div className="family">
      <div className="family-plot" style={{ height: rows * ROW }}>
        {horizon > 0 && (
          <div className="family-gone" style={{ width: percent(horizon) }} aria-hidden="true" />
        )}
        {joins.map(({ at, fromRow, toRow }) => (
          <div
            key={`${fromRow} ${toRow} ${at}`}
            className="family-join"
            aria-hidden="true"
            style={{
              left: percent(at),
              top: middleOf(Math.min(fromRow, toRow)),
              height: Math.abs(toRow - fromRow) * ROW,
            }}
          />
        ))}
        <fieldset className="family-nodes" aria-label={family.title} onKeyDown={walkWithArrows}>
          {nodes.map((node, i) => (
            <Node key={node.shard} node={node} isFirst={i === 0} />
          ))}
        </fieldset>
        {nodes.flatMap((node) =>
          node.readers.map((reader) => (
            <span
              key={`${node.shard} ${reader.mapping}`}
              className={`family-reader flag-${reader.state}`}
              style={{ left: percent(reader.at), top: middleOf(node.row) - HALF - 3 }}
              title={words.readerName(reader.reader, words.readerStates[reader.state])}
            />
          )),
        )}
      </div>
      <div className="family-axis" aria-hidden="true">
        {ticks.map(({ at, label }) => (
          <span key={label} className={edgeOf(at)} style={{ left: percent(at) }}>
            {label}
          </span>
        ))}
      </div>
      {hidden > 0 && <p className="muted family-hidden">{words.hidden(hidden)}</p>}
    </div>
  );
}

const edgeOf = (at: number): string => (at > 0.95 ? 'at-end' : at < 0.05 ? 'at-start' : '');

function Node({ node, isFirst }: { node: FamilyNode; isFirst: boolean }) {
  const { shard, label, from, to, row, open, recordCount, trimmedCount, selected } = node;
  const readers = node.readers
    .map(({ reader, state }) => words.readerName(reader, words.readerStates[state]))
    .join(', ');
  const name = words.nodeName(label, open, recordCount, trimmedCount, readers);
  const isFailing = node.readers.some(({ state }) => state === 'failing');
  return (
    <button
      type="button"
      className={`family-node${open ? ' is-open' : ''}${selected ? ' is-selected' : ''}${
        isFailing ? ' is-failing' : ''
      }`}
      tabIndex={isFirst ? 0 : -1}
      style={{
        left: `min(${percent(from)}, 100% - 8px)`,
        width: `max(6px, ${percent(to - from)} - 2px)`,
        top: middleOf(row) - HALF,
        height: 2 * HALF,
      }}
      aria-label={name}
      title={name}
      onClick={() => labActions.select({ kind: 'shard', shard })}
    >
      {to - from >= NAMED_FROM ? label.replace(/^shard /, '') : ''}
    </button>
  );
}
